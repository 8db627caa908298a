"""A counted thing as the noun phrase tells it, and a number that counts nothing of ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from headcount.counts import Interval
from headcount.extract.mentions.spelled import Number


@dataclass(slots=True, init=False, eq=False)
class Quantity:
    """One counted thing in one sentence.

    Tokens `first` up to, not with, `after` hold hedge, number and noun; `number` lies inside.
    `kind` is the kind that the noun itself asserts ("34 arrests"), `weak` the one that it only
    suggests ("escapees"). `elliptic`: no noun ("another 65 came"); `definite`: "the 109 Thais";
    `added`: "a further 30"; `native` is the nationality that the noun means if none is told.
    """

    sentence: int
    first: int
    after: int
    number: Number
    interval: Interval
    unit: str
    currency: str
    nations: tuple[str, ...]
    group: str
    kind: str
    weak: str
    elliptic: bool
    definite: bool
    added: bool
    partitive: bool
    head: int
    attributes: tuple[int, ...]
    noun: bool
    native: str

    def __init__(
        self,
        sentence: int,
        first: int,
        after: int,
        number: Number,
        interval: Interval,
        unit: str,
        currency: str,
        nations: tuple[str, ...],
        group: str,
        kind: str,
        weak: str,
        elliptic: bool,
        definite: bool,
        added: bool,
        partitive: bool,
        head: int,
        attributes: tuple[int, ...],
        noun: bool,
        native: str = "",
    ) -> None:
        self.sentence = sentence
        self.first = first
        self.after = after
        self.number = number
        self.interval = interval
        self.unit = unit
        self.currency = currency
        self.nations = nations
        self.group = group
        self.kind = kind
        self.weak = weak
        self.elliptic = elliptic
        self.definite = definite
        self.added = added
        self.partitive = partitive
        self.head = head
        self.attributes = attributes
        self.noun = noun
        self.native = native

    def refused(self, reason: str) -> Refused:
        """This count as a number left out for a reason."""
        return Refused(self.first, self.after, reason)


def dwarfs(mine: Quantity, other: Quantity, least: int) -> bool:
    """Whether a count of at least `least` is far too large to go on with another one's people."""
    low, its = mine.interval.low or 0, other.interval.high or other.interval.low or 0
    return low >= least and low > _FAR_MORE * its


_FAR_MORE: Final = 10
"""So many times as many are other people."""


@dataclass(slots=True, init=False)
class Refused:
    """A number that counts nothing of ours: its tokens and the reason in words."""

    first: int
    after: int
    reason: str

    def __init__(self, first: int, after: int, reason: str) -> None:
        self.first = first
        self.after = after
        self.reason = reason
