"""A predicate that may speak of what is counted, and how well it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from headcount.extract.families import UNITS
from headcount.extract.mentions.frames import frame_of
from headcount.languages.lexicon import Entry


@dataclass(slots=True)
class Match:
    """A predicate found for a quantity: kind, token (-1: the noun itself), cost and reason."""

    kind: str
    at: int
    cost: float
    reason: str
    plan: bool = False
    passive: bool = False


def of_unit(entry: Entry, unit: str) -> bool:
    """Whether a predicate's entry can speak of what is counted in a unit."""
    wanted = frame_of(entry.extra).unit
    return unit in UNITS.get(entry.value, ("person",)) and wanted in ("", unit)


class Predicate(NamedTuple):
    """One meaning of the word at token `at`."""

    at: int
    entry: Entry
