"""Intervals of days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headcount.days import (
    Days,
    day_of,
    month_days,
    months_back,
    weekday_after,
    weekday_before,
    year_days,
)

ANY_DAY = st.dates(date(1900, 1, 1), date(2200, 12, 31))


def test_the_length_counts_both_ends() -> None:
    assert Days(date(2025, 2, 23), date(2025, 2, 23)).length == 1
    assert Days(date(2025, 2, 23), date(2025, 3, 1)).length == 7
    assert Days(None, date(2025, 3, 1)).length is None
    assert Days(date(2025, 3, 1), None).length is None


@pytest.mark.parametrize(
    ("year", "month", "day", "found"),
    [
        (2024, 2, 29, date(2024, 2, 29)),
        (2025, 2, 29, None),
        (2025, 11, 31, None),
        (2025, 13, 1, None),
        (2025, 0, 1, None),
        (0, 1, 1, None),
    ],
)
def test_days_that_no_calendar_has_are_none(
    year: int, month: int, day: int, found: date | None
) -> None:
    assert day_of(year, month, day) == found


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [("", 1, 29), ("early", 1, 10), ("mid", 11, 20), ("late", 21, 29), ("strange", 1, 29)],
)
def test_a_month_has_its_thirds(part: str, first: int, last: int) -> None:
    assert month_days(2024, 2, part) == Days(date(2024, 2, first), date(2024, 2, last))


def test_a_year_is_its_first_to_its_last_day() -> None:
    assert year_days(2024) == Days(date(2024, 1, 1), date(2024, 12, 31))


@given(ANY_DAY, st.integers(1, 7))
def test_weekdays_are_within_a_week(day: date, weekday: int) -> None:
    before, after = weekday_before(day, weekday), weekday_after(day, weekday)
    assert before.isoweekday() == after.isoweekday() == weekday
    assert timedelta(0) <= day - before < timedelta(7)
    assert timedelta(0) <= after - day < timedelta(7)


@pytest.mark.parametrize(
    ("day", "months", "back"),
    [
        (date(2025, 3, 31), 1, date(2025, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2025, 1, 15), 1, date(2024, 12, 15)),
        (date(2025, 11, 12), 6, date(2025, 5, 12)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2025, 11, 12), 0, date(2025, 11, 12)),
    ],
)
def test_months_back_keep_the_day_or_the_last(day: date, months: int, back: date) -> None:
    assert months_back(day, months) == back


@given(ANY_DAY, st.integers(0, 400))
def test_months_back_go_back_by_months(day: date, months: int) -> None:
    back = months_back(day, months)
    assert (day.year - back.year) * 12 + day.month - back.month == months
    assert back.day <= day.day


@given(st.integers(1900, 2200), st.integers(1, 12))
def test_the_thirds_of_a_month_make_it_up(year: int, month: int) -> None:
    whole = month_days(year, month)
    thirds = [month_days(year, month, part) for part in ("early", "mid", "late")]
    assert sum(third.length or 0 for third in thirds) == whole.length
    assert (thirds[0].start, thirds[-1].end) == whole
