"""What the stages pass on: a sentence with its mentions, and a claim in the making."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from headcount.extract.assembly.lists import Run
from headcount.extract.assembly.match import Match
from headcount.extract.mentions.naming import Speaker
from headcount.extract.mentions.places import Spot
from headcount.extract.mentions.quantity import Quantity, Refused
from headcount.extract.mentions.timewords import TimeMention
from headcount.extract.mentions.tokens import Sentence


class Context:
    """One sentence with everything found in it; `index` is its number in the document.

    `named` is the office-holder or the body that it names first, "" for none.
    """

    named: str = ""

    def __init__(
        self, index: int, sentence: Sentence, quantities: list[Quantity], refused: list[Refused]
    ) -> None:
        self.index = index
        self.sentence = sentence
        self.quantities = quantities
        self.refused = refused
        self.runs: list[Run] = []
        self.spots: list[Spot] = []
        self.times: list[TimeMention] = []
        self.speakers: list[Speaker] = []


class Draft:
    """A claim in the making; `whole` is the draft that it breaks down.

    `again` is the last draft before, in order, that counts with the same number; `parts` are the
    drafts that break this one down.
    """

    whole: Draft | None = None
    source: Draft | None = None
    again: Draft | None = None
    nations: tuple[str, ...] = ()
    group: str = ""
    country: str | None = None
    place: str | None = None
    origin: str | None = None
    destination: str | None = None
    start: date | None = None
    end: date | None = None
    speaker: str | None = None
    scope: str = "event"

    def __init__(
        self, context: Context, quantity: Quantity, kind: str, match: Match | None, rule: str
    ) -> None:
        self.context = context
        self.quantity = quantity
        self.kind = kind
        self.match = match
        self.rule = rule
        self.trace: list[str] = []
        self.parts: list[Draft] = []

    @property
    def position(self) -> tuple[int, int]:
        """Where it stands in the document: sentence, then token of the number."""
        return self.context.index, self.quantity.number.first

    @property
    def focus(self) -> int:
        """The token from which attributes are looked for: the predicate, else the number."""
        if self.match is not None and self.match.at >= 0:
            return self.match.at
        return self.quantity.number.first


def in_sentences(drafts: list[Draft], first: int, last: int) -> list[Draft]:
    """Those of the drafts, in order, that stand in the sentences from `first` to `last`."""
    return drafts[_first_from(drafts, first) : _first_from(drafts, last + 1)]


def backward(drafts: list[Draft], draft: Draft) -> Iterator[Draft]:
    """Those of the drafts, in order, that stand before this one, the nearest first."""
    here = draft.position
    for n in range(_first_from(drafts, draft.context.index + 1) - 1, -1, -1):
        if drafts[n].position < here:
            yield drafts[n]


def _first_from(drafts: list[Draft], sentence: int) -> int:
    """How many of the drafts, in order, stand before a sentence: halved again and again."""
    low, high = 0, len(drafts)
    while low < high:
        middle = (low + high) // 2
        if drafts[middle].context.index < sentence:
            low = middle + 1
        else:
            high = middle
    return low
