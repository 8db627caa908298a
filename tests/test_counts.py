"""Intervals of counts as docs/CLAIM.md defines them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headcount.counts import HEDGES, Interval, interval, magnitude, plural_of, spread, whole


@pytest.mark.parametrize(
    ("value", "rounded"),
    [("0", 0), ("1/2", 1), ("1/3", 0), ("2/3", 1), ("5/2", 3), ("1600", 1600), ("49/10", 5)],
)
def test_halves_are_rounded_upwards(value: str, rounded: int) -> None:
    assert whole(Fraction(value)) == rounded


@pytest.mark.parametrize(
    ("number", "hedge", "low", "high", "precision"),
    [
        (215, "exact", 215, 215, "exact"),
        (0, "exact", 0, 0, "exact"),
        (5000, "about", 4500, 5500, "about"),
        (15, "about", 14, 17, "about"),
        (1, "about", 1, 1, "about"),
        (300, "nearly", 270, 300, "about"),
        (215, "at_least", 215, None, "at_least"),
        (300, "at_most", 0, 300, "at_most"),
        (283, "as_many_as", 283, 283, "exact"),
        (3000, "as_many_as", 0, 3000, "at_most"),
        (200, "as_many_as", 0, 200, "at_most"),
    ],
)
def test_each_hedge_makes_its_interval(
    number: int, hedge: str, low: int, high: int | None, precision: str
) -> None:
    assert interval(Fraction(number), hedge) == Interval(low, high, precision)


@pytest.mark.parametrize(
    ("zeros", "low", "high"),
    [(10, 20, 99), (100, 200, 999), (1000, 2000, 9999), (10**4, 20_000, 99_999)],
)
def test_vague_plurals_are_two_to_ten_times(zeros: int, low: int, high: int) -> None:
    assert magnitude(Fraction(zeros)) == Interval(low, high, "vague")
    assert magnitude(Fraction(zeros), "about") == Interval(low, high, "vague")
    assert magnitude(Fraction(zeros), "at_least") == Interval(low, None, "at_least")


@given(st.integers(1, 10**13))
def test_a_vague_plural_reads_back_from_its_ends(number: int) -> None:
    made = magnitude(Fraction(number))
    assert made.low is not None
    assert made.high is not None
    assert plural_of(made.low, made.high) == number
    assert plural_of(made.low, made.high + 1) is None


def test_a_range_is_its_ends() -> None:
    assert spread(Fraction(200), Fraction(300)) == Interval(200, 300, "range")


@given(st.fractions(min_value=0, max_value=10**12), st.sampled_from(HEDGES))
def test_intervals_are_ordered_and_hold_the_number(value: Fraction, hedge: str) -> None:
    made = interval(value, hedge)
    number = whole(value)
    assert made.low is not None
    assert 0 <= made.low <= number
    assert made.high is None or made.low <= number <= made.high
    assert made.precision in {"exact", "about", "at_least", "at_most"}
    assert (made.precision == "at_least") == (made.high is None)
