"""Counts in tables say what the words allow, no more and no less."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headcount.cli import wording
from headcount.counts import interval, stated
from headcount.model import Claim, Figure, Kind, Precision, Quote, Unit


def claim(low: int | None, high: int | None, precision: str, currency: str | None = None) -> Claim:
    unit = Unit.MONEY if currency else Unit.PERSON
    quote = Quote("x", 0, 1)
    return Claim("d", 1, Kind.LOST, unit, low, high, Precision(precision), quote, currency=currency)


@pytest.mark.parametrize(
    ("low", "high", "precision", "currency", "told"),
    [
        (215, 215, "exact", None, "215"),
        (4500, 5500, "about", None, "≈5,000"),
        (270, 300, "about", None, "270–300"),
        (30, None, "at_least", None, "≥30"),
        (0, 400, "at_most", None, "≤400"),
        (200, 300, "range", None, "200–300"),
        (200, 999, "vague", None, "hundreds"),
        (2_000_000_000, 9_999_999_999, "vague", "USD", "USD billions"),
        (40, 199, "vague", None, "40–199"),
        (33_300_000_000, 37_000_000_000, "about", "USD", "USD 33.3–37 bn"),
        (900_000_000, 1_100_000_000, "about", "USD", "USD ≈1 bn"),
        (900_000_000, 1_000_000_000, "about", "USD", "USD 900 m–1 bn"),
        (2_000_000_000, None, "at_least", "USD", "USD ≥2 bn"),
        (500, 700, "range", "EUR", "EUR 500–700"),
        (0, 0, "exact", None, "0"),
    ],
)
def test_a_count_is_told_as_its_words_allow(
    low: int | None, high: int | None, precision: str, currency: str | None, told: str
) -> None:
    assert wording.count(claim(low, high, precision, currency)) == told


def test_a_figure_that_rests_on_words_tells_the_words() -> None:
    told = claim(2000, 9999, "vague")
    figure = Figure(told.kind, told.unit, (), 2000, 2000, 9999, "range", (("d", 1),))
    assert wording.figure_count(figure) == "2,000 (2,000–9,999)"
    assert wording.figure_count(figure, told) == "thousands (2,000–9,999)"
    assert wording.figure_count(figure, claim(2000, 9999, "range")) == "2,000–9,999"


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2025-02-23", "2025-02-23", "2025-02-23"),
        ("2025-02-01", "2025-02-28", "2025-02"),
        ("2025-01-01", "2025-12-31", "2025"),
        ("2025-02-20", "2025-02-23", "2025-02-20–23"),
        ("2025-02-20", "2025-03-02", "2025-02-20 – 2025-03-02"),
        ("2025-02-20", None, "from 2025-02-20"),
        (None, "2025-02-20", "until 2025-02-20"),
        (None, None, ""),
    ],
)
def test_days_are_told_as_short_as_they_can(start: str | None, end: str | None, told: str) -> None:
    days = [date.fromisoformat(day) if day else None for day in (start, end)]
    assert wording.days(*days) == told


@pytest.mark.parametrize(
    ("amount", "told"), [(0, "0 reports"), (1, "1 report"), (2000, "2,000 reports")]
)
def test_nouns_have_a_plural(amount: int, told: str) -> None:
    assert wording.several(amount, "report") == told


@given(st.integers(20, 10**12), st.sampled_from(["about", "nearly"]))
def test_a_hedge_reads_back_from_its_interval(value: int, hedge: str) -> None:
    made = interval(Fraction(value), hedge)
    assert made.low is not None
    assert made.high is not None
    found = stated(made.low, made.high)
    assert found is not None
    again = interval(Fraction(found[1]), found[0])
    assert (again.low, again.high) == (made.low, made.high)
    assert found[0] == hedge
