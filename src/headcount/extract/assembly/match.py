"""A predicate that may speak of what is counted, and how well it does."""

from __future__ import annotations

from dataclasses import dataclass

from headcount.languages.lexicon import Entry


@dataclass(slots=True, init=False)
class Match:
    """A predicate found for a quantity: kind, token (-1: the noun itself), cost and reason."""

    kind: str
    at: int
    cost: float
    reason: str
    plan: bool
    passive: bool

    def __init__(
        self,
        kind: str,
        at: int,
        cost: float,
        reason: str,
        plan: bool = False,
        passive: bool = False,
    ) -> None:
        self.kind = kind
        self.at = at
        self.cost = cost
        self.reason = reason
        self.plan = plan
        self.passive = passive


class Predicate:
    """One meaning of the word at token `at`."""

    __slots__ = ("at", "entry")

    def __init__(self, at: int, entry: Entry) -> None:
        self.at = at
        self.entry = entry
