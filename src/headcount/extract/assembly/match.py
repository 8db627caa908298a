"""A predicate that may speak of what is counted, and how well it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

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


class Predicate(NamedTuple):
    """One meaning of the word at token `at`."""

    at: int
    entry: Entry
