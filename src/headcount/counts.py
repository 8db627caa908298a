"""Intervals of counts: what the words around a number allow (docs/CLAIM.md, "Interval")."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

Value = int | Fraction
"""What a number is worth, exactly; an int where it is whole, which is compared much faster."""

HEDGES: Final = ("exact", "about", "nearly", "at_least", "at_most", "as_many_as")
"""The hedges that an interval can be made with."""


@dataclass(frozen=True, slots=True)
class Interval:
    """`low` and `high` are whole numbers, None = open end; `precision` as in the contract."""

    low: int | None
    high: int | None
    precision: str


def whole(value: Value) -> int:
    """`value` rounded to a whole number, halves upwards."""
    if value.denominator == 1:
        return value.numerator
    return int((value * 2 + 1) // 2)


def interval(value: Value, hedge: str = "exact") -> Interval:
    """The interval of one number under one of HEDGES.

    About is 10 % either way, nearly the tenth below; "as many as" is exact for a number that is
    not rounded to hundreds, else an upper bound.
    """
    n = whole(value)
    if hedge == "about":
        return Interval(whole(Fraction(value * 9, 10)), whole(Fraction(value * 11, 10)), "about")
    if hedge == "nearly":
        return Interval(whole(Fraction(value * 9, 10)), n, "about")
    if hedge == "at_least":
        return Interval(n, None, "at_least")
    if hedge == "at_most" or (hedge == "as_many_as" and n % 100 == 0):
        return Interval(0, n, "at_most")
    return Interval(n, n, "exact")


def magnitude(zeros: Value, hedge: str = "exact") -> Interval:
    """The interval of a vague plural: "hundreds" is 200 to 999; with "at least" its low end."""
    low = whole(zeros * 2)
    if hedge == "at_least":
        return Interval(low, None, "at_least")
    return Interval(low, whole(zeros * 10) - 1, "vague")


def plural_of(low: int, high: int) -> int | None:
    """The number whose vague plural has these ends: 1,000 for the 2,000 to 9,999 of "thousands"."""
    return low // 2 if low > 0 and low % 2 == 0 and low * 5 - 1 == high else None


def spread(low: Value, high: Value) -> Interval:
    """The interval of "200 to 300"."""
    return Interval(whole(low), whole(high), "range")


@lru_cache(maxsize=1 << 12)
def stated(low: int, high: int) -> tuple[str, int] | None:
    """The hedge ("about" or "nearly") and the number that `interval` made these ends of, or None.

    `stated(450, 550)` is `("about", 500)`, `stated(450, 500)` is `("nearly", 500)`.
    """
    if low >= high:
        return None
    middle = (low + high) // 2
    for hedge, number in (("about", middle), ("about", middle + 1), ("nearly", high)):
        made = interval(number, hedge)
        if (made.low, made.high) == (low, high):
            return hedge, number
    return None
