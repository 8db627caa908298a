"""Which claims no longer stand, worked out from the readings of one document. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from headcount.ledger.records import asserted
from headcount.model import Claim


class Cause(StrEnum):
    """Why a claim was withdrawn."""

    PAGE = "the page, or what was told of it, changed"
    RULES = "the rules of reading changed"
    UNDONE = "the read was undone"


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A claim that once stood: since when not, by which version of its document, and why."""

    claim: Claim
    since: datetime
    version: int
    cause: Cause


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a document in the order of the ledger; `undone` is when it was retracted."""

    version: int
    at: datetime
    undone: datetime | None
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gone:
    """A claim's record with what ended it."""

    record: str
    since: datetime
    version: int
    cause: Cause


def gone(readings: Sequence[Reading]) -> tuple[Gone, ...]:
    """The claims of `readings` (oldest first) that the last reading not undone does not make."""
    live = [reading for reading in readings if reading.undone is None]
    standing = Counter(map(asserted, live[-1].records)) if live else Counter()
    latest: dict[tuple[str, int], tuple[int, str]] = {}
    # Undone readings first: a reading that counted says better when the claim ended.
    for undone in (True, False):
        for position, reading in enumerate(readings):
            if (reading.undone is not None) == undone:
                latest.update(_facts(position, reading))
    return tuple(
        _ended(record, position, readings)
        for (fact, copy), (position, record) in latest.items()
        if copy > standing[fact]
    )


def _facts(position: int, reading: Reading) -> dict[tuple[str, int], tuple[int, str]]:
    """Where each fact was read; a fact told twice has the keys `(fact, 1)` and `(fact, 2)`."""
    seen: Counter[str] = Counter()
    facts = {}
    for record in reading.records:
        fact = asserted(record)
        seen[fact] += 1
        facts[fact, seen[fact]] = position, record
    return facts


def _ended(record: str, position: int, readings: Sequence[Reading]) -> Gone:
    last = readings[position]
    if last.undone is not None:
        return Gone(record, last.undone, last.version, Cause.UNDONE)
    after = next(reading for reading in readings[position + 1 :] if reading.undone is None)
    cause = Cause.RULES if after.version == last.version else Cause.PAGE
    return Gone(record, after.at, after.version, cause)


def difference(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """How many facts `after` asserts that `before` did not, and the other way round."""
    old, new = Counter(map(asserted, before)), Counter(map(asserted, after))
    return (new - old).total(), (old - new).total()
