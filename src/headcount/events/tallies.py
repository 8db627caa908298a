"""How two counts stand to each other: equal, near, within the other's words, or in conflict."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from headcount.model import FOREIGN, Claim, Precision, Unit

NEAR = 0.08
"""Exact counts of one fact that differ by no more than this share are near."""

ROUND_NEAR = 0.25
"""The same for a round number (1,000), which is often a rounding told as exact."""

UNUSUAL = 100
"""Exact counts from here on are unusual enough to be strong evidence, unless they are round."""

TELLING = 20
"""Exact counts from here on are some evidence."""


class Relation(IntEnum):
    """How two counts stand to each other, best last."""

    CONFLICT = 0
    NONE = 1
    SLICE = 2
    INSIDE = 3
    NEAR = 4
    EQUAL_SMALL = 5
    EQUAL = 6
    EQUAL_UNUSUAL = 7


def exact(claim: Claim) -> int | None:
    """The number of an exact claim."""
    if claim.precision is Precision.EXACT and claim.low == claim.high:
        return claim.low
    return None


def plain(claim: Claim) -> str:
    """The count in words for a reason: 215, at least 1000, up to 10000, about 7000, 20 to 99."""
    low, high = claim.low, claim.high
    if low is None or high is None:
        return f"up to {high}" if low is None else f"at least {low}"
    if low == high:
        return str(low)
    if claim.precision is Precision.AT_MOST:
        return f"up to {high}"
    if claim.precision is Precision.ABOUT:
        return f"about {middle(low, high)}"
    return f"{low} to {high}"


def middle(low: int, high: int) -> int:
    """The number said by "about N" (N less and more a tenth) or "nearly N" (which ends at N)."""
    return high if low * 10 == high * 9 else (low + high) // 2


def is_round(number: int) -> bool:
    """Whether the number ends in 00 (or in 0, below a hundred), as rounded numbers do."""
    return number % (100 if number >= UNUSUAL else 10) == 0


def equal_strength(number: int) -> Relation:
    """How much it says that two reports tell the same number."""
    if number >= UNUSUAL and not is_round(number):
        return Relation.EQUAL_UNUSUAL
    return Relation.EQUAL if number >= TELLING else Relation.EQUAL_SMALL


def specific(nationality: Iterable[str]) -> frozenset[str]:
    """The nationalities without the word foreign."""
    return frozenset(n for n in nationality if n != FOREIGN)


def nationality_clash(a: Claim, b: Claim) -> bool:
    """Whether both name nationalities and share none."""
    left, right = specific(a.nationality), specific(b.nationality)
    return bool(left and right and not left & right)


def relate(a: Claim, b: Claim) -> Relation:
    """How the counts of two claims stand to each other; NONE when they count different things."""
    if a.unit is not b.unit or a.currency != b.currency or a.group != b.group:
        return Relation.NONE
    if nationality_clash(a, b):
        return Relation.NONE
    left, right = exact(a), exact(b)
    if left is not None and left == right:
        return equal_strength(left)
    if left is not None and right is not None and _near(left, right):
        return Relation.NEAR
    if (left is None or right is None) and _overlap(a, b):
        return Relation.INSIDE
    if _slice(a, b) or _slice(b, a):
        return Relation.SLICE
    return Relation.CONFLICT if a.unit in (Unit.PERSON, Unit.CASE) else Relation.NONE


def _near(left: int, right: int) -> bool:
    share = ROUND_NEAR if any(is_round(n) and n >= UNUSUAL for n in (left, right)) else NEAR
    if is_round(left) and is_round(right):
        share = NEAR
    return abs(left - right) <= share * max(left, right)


def _overlap(a: Claim, b: Claim) -> bool:
    low = max(a.low or 0, b.low or 0)
    high = min(_top(a), _top(b))
    return low <= high


def _slice(part: Claim, whole: Claim) -> bool:
    """Whether `part` counts one nationality of what `whole` counts altogether."""
    if not specific(part.nationality) or specific(whole.nationality):
        return False
    return (part.low or 0) <= _top(whole)


def _top(claim: Claim) -> float:
    return float("inf") if claim.high is None else claim.high
