"""Low, best and high of numbers of people or things, and sums and differences that close."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from headcount.model import Claim, Precision


@dataclass(frozen=True, slots=True)
class Amount:
    """`0 <= low <= best <= high`; `high` None is an open end."""

    low: int = 0
    best: int = 0
    high: int | None = 0

    def __add__(self, other: Amount) -> Amount:
        """Both together: every end is the sum of the ends."""
        high = None if self.high is None or other.high is None else self.high + other.high
        return Amount(self.low + other.low, self.best + other.best, high)

    def less(self, part: Amount) -> Amount:
        """What is left of this when `part` is taken out of it; never below 0.

        Closes: if `part` nowhere exceeds this, the part and what is left contain this, and their
        bests add up to its best.
        """
        low = 0 if part.high is None else max(0, self.low - part.high)
        best = max(0, self.best - part.best)
        high = None if self.high is None else max(0, self.high - part.low)
        return Amount(low, best, high)

    def at_most(self, other: Amount) -> Amount:
        """The smaller end of each."""
        high = min((h for h in (self.high, other.high) if h is not None), default=None)
        return Amount(min(self.low, other.low), min(self.best, other.best), high)

    def or_more(self, other: Amount) -> Amount:
        """The larger end of each."""
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Amount(max(self.low, other.low), max(self.best, other.best), high)

    def contains(self, other: Amount) -> bool:
        """Whether the ends of `other` lie within those of this."""
        if self.low > other.low:
            return False
        return self.high is None or (other.high is not None and other.high <= self.high)

    def as_json(self) -> dict[str, Any]:
        """low, best and high; an open end is null."""
        return {"low": self.low, "best": self.best, "high": self.high}


NOBODY: Final = Amount()
"""None, for certain."""


def total(amounts: Iterable[Amount]) -> Amount:
    """The sum of all."""
    found = NOBODY
    for amount in amounts:
        found += amount
    return found


def largest(amounts: Iterable[Amount]) -> Amount:
    """The largest end of each, `NOBODY` for none."""
    found = NOBODY
    for amount in amounts:
        found = found.or_more(amount)
    return found


def value_of(claim: Claim) -> int:
    """The number that stands for the words: the bound of a bound, the middle of "about"."""
    low, high = claim.low, claim.high
    if low is None or high is None:
        return low if low is not None else (high or 0)
    if claim.precision is Precision.AT_MOST:
        return high
    if claim.precision is Precision.ABOUT:
        # "nearly N" ends at N; "about N" is N less and more a tenth.
        return high if low * 10 == high * 9 else (low + high) // 2
    return low
