"""How two counts stand to each other: equal, near, within the other's words, or in conflict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Final

from headcount.model import FOREIGN, Claim, Group, Precision, Unit

NEAR: Final = 0.08
"""Exact counts of one fact that differ by no more than this share are near."""

ROUND_NEAR: Final = 0.25
"""The same for a round number (1,000), which is often a rounding told as exact."""

HEDGED_NEAR: Final = 0.12
"""The same for a count that is hedged."""

NARROW: Final = 1.35
"""A range that is no wider turns on its middle, as "about" does."""

UNUSUAL: Final = 100
"""Exact counts from here on are unusual enough to be strong evidence, unless they are round."""

TELLING: Final = 20
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


@dataclass(frozen=True, slots=True, eq=False)
class Count:
    """A claim's count as it is compared; those of equal claims are mostly one object.

    `people` are the nationalities without the word foreign; `exact` is the number of an exact
    claim; `floor` and `top` are the ends of what the words allow; `point` is the number that the
    words turn on, None if they are vague.
    """

    unit: Unit
    currency: str | None
    group: Group | None
    people: frozenset[str]
    exact: int | None
    floor: int
    top: float
    point: int | None


def count_of(claim: Claim) -> Count:
    """The count of a claim. Told by identity, so that comparisons can be remembered."""
    return _count(
        (claim.unit, claim.currency, claim.group, claim.nationality),
        claim.low,
        claim.high,
        claim.precision,
    )


What = tuple[Unit, str | None, Group | None, tuple[str, ...]]


@lru_cache(maxsize=1 << 16)
def _count(what: What, low: int | None, high: int | None, precision: Precision) -> Count:
    unit, currency, group, nationality = what
    known = low if precision is Precision.EXACT and low == high else None
    top = float("inf") if high is None else high
    point = known if known is not None else _point(low, high, precision)
    return Count(unit, currency, group, specific(nationality), known, low or 0, top, point)


def _point(low: int | None, high: int | None, precision: Precision) -> int | None:
    if low is None or precision is Precision.VAGUE:
        return None
    if high is None:
        return low
    return middle(low, high) if low and high <= NARROW * low else None


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
    if not a.nationality or not b.nationality:
        return False
    left, right = specific(a.nationality), specific(b.nationality)
    return bool(left and right and not left & right)


@lru_cache(maxsize=1 << 16)
def compare(a: Count, b: Count) -> Relation:
    """How two counts stand to each other; NONE when they count different things. Symmetric."""
    if a.unit is not b.unit or a.currency != b.currency or a.group != b.group:
        return Relation.NONE
    if a.people and b.people and not a.people & b.people:
        return Relation.NONE
    left, right = a.exact, b.exact
    if left is not None and left == right:
        return equal_strength(left)
    if left is not None and right is not None:
        if near(left, right):
            return Relation.NEAR
    elif max(a.floor, b.floor) <= min(a.top, b.top):
        return Relation.NEAR if _turn_alike(a.point, b.point) else Relation.INSIDE
    if is_of_all(a, b) or is_of_all(b, a):
        return Relation.SLICE
    return Relation.CONFLICT if a.unit in (Unit.PERSON, Unit.CASE) else Relation.NONE


def near(left: int, right: int) -> bool:
    """Whether two exact counts may be an early and a late, or a rounded count of one fact."""
    share = ROUND_NEAR if any(is_round(n) and n >= UNUSUAL for n in (left, right)) else NEAR
    if is_round(left) and is_round(right):
        share = NEAR
    return abs(left - right) <= share * max(left, right)


def _turn_alike(left: int | None, right: int | None) -> bool:
    """Whether hedged words turn on nearly the same number: "more than 200" and 215."""
    if left is None or right is None or min(left, right) < TELLING:
        return False
    return abs(left - right) <= HEDGED_NEAR * max(left, right)


def is_of_all(part: Count, whole: Count) -> bool:
    """Whether `part` counts one nationality of what `whole` counts altogether."""
    named = bool(part.people) and not whole.people
    return named and part.unit is whole.unit and part.floor <= whole.top
