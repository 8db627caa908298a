"""Parts of a year: "the first nine months of 2024", "the second half", "the last quarter"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from headcount import days
from headcount.days import Days
from headcount.extract.mentions.timewords import (
    TimeMention,
    class_of,
    day_number,
    small_number,
    year_number,
)
from headcount.extract.mentions.tokens import Token

_MONTHS: Final = {"month": 1, "quarter": 3, "half": 6}
"""Months that a unit has; other units do not divide a year."""

_LAST: Final = -1


def read_year_part(tokens: list[Token], n: int, published: date | None) -> TimeMention | None:
    """The months of a year by a count, a unit and which of them, in any order.

    The year follows or stands before, or "the year"; else it is that of publication, but the last
    months are those of a year only if one is told.
    """
    count, which, unit, at = _told(tokens, n)
    if unit in _DAYS and which == 1:
        return _first_days(tokens, (n, at), count * _DAYS[unit], published)
    months = _MONTHS.get(unit, 0)
    start = (which - 1) * months + 1 if which > 0 else 13 - months * count
    end = start + months * count - 1
    if not which or not months or not 1 <= start <= end <= _YEAR or (which > 1 and count > 1):
        return None
    first, year = _year_before(tokens, n, published)
    after = at
    if not year:
        year, after = _year(tokens, at, published)
    if not year and which != _LAST and published is not None:
        year = published.year
    if not year:
        return None
    over = Days(date(year, start, 1), days.month_days(year, end).end)
    return TimeMention(first, after, over, "at")


_DAYS: Final = {"day": 1, "week": 7}
"""Days that a unit has of which only the first ones of a year are told."""


def _first_days(
    tokens: list[Token], told: tuple[int, int], count: int, published: date | None
) -> TimeMention | None:
    """The first days of a year: "the first 17 days of the year"; `told` are their tokens."""
    n, at = told
    first, year = _year_before(tokens, n, published)
    after = at
    if not year:
        year, after = _year(tokens, at, published)
    if not year and after > at and published is not None:
        year = published.year
    if not year or count > _MOST:
        return None
    start = date(year, 1, 1)
    return TimeMention(first, after, Days(start, start + timedelta(days=count - 1)), "at")


_MOST: Final = 90
"""First days of a year that are told as days or weeks, at most."""


_NUMBERED: Final = {"quarter": 4, "half": 2}
"""Units that are told by their number in the year, and how many a year has."""

_WORDS: Final = 4
"""Tokens that count, unit and "first" have at most."""

_YEAR: Final = 12


def _told(tokens: list[Token], n: int) -> tuple[int, int, str, int]:
    """Count, which one (0 if not told, `_LAST`), unit, and the token behind them."""
    count, which, unit, at = 1, 0, "", n
    while at < min(n + _WORDS, len(tokens)):
        cls, value = class_of(tokens, at), tokens[at].value("time")
        if cls == "first" and not which:
            inner, _, order = value.rpartition(":")
            which, unit = int(order), inner or unit
        elif (cls, value) == ("part", "early") and unit:
            which = which or 1
        elif (cls, value) == ("part", "late") and unit and count > 1:
            which = which or _LAST
        elif (cls, value) == ("ago", "first") and at == n:
            which = 1
        elif cls == "last" and not which:
            which = _LAST
        elif (cls == "unit" or (cls, value) == ("datemark", "day")) and not unit:
            unit = value
        elif not unit and (small := _small(tokens, at)):
            count = small
        elif unit in _NUMBERED and not which and 1 <= day_number(tokens, at) <= _NUMBERED[unit]:
            which = day_number(tokens, at)
        else:
            break
        at += 1
    return count, which, unit, at


def _small(tokens: list[Token], n: int) -> int:
    """The count from 2 to 31 at `n`, in digits or a word; 0 for none."""
    count = small_number(tokens, n, _COUNTS) or day_number(tokens, n)
    return count if 2 <= count <= _MONTH else 0


_MONTH: Final = 31

_COUNTS: Final = frozenset(("unit", "teen"))


def _year_before(tokens: list[Token], n: int, published: date | None) -> tuple[int, int]:
    """The token that begins a year right before `n`, and the year; `n` and 0 for none."""
    if class_of(tokens, n - 1) == "mark" and n > 1 and year_number(tokens, n - 2):
        return n - 2, year_number(tokens, n - 2)
    year = _worded(tokens, n - 1, published)
    return (n - 1, year) if year else (n, 0)


def _year(tokens: list[Token], n: int, published: date | None) -> tuple[int, int]:
    """The year behind `n`, 0 where only "the year" or nothing follows, and the token behind it."""
    at = n
    while at < min(n + 3, len(tokens)) and (
        tokens[at].is_a("prep") or tokens[at].is_a("det") or tokens[at].norm == "/"
    ):
        at += 1
    worded = _worded(tokens, at, published)
    if worded:
        return worded, at + 1
    last = class_of(tokens, at) == "last"
    unit = class_of(tokens, at + last) == "unit" and tokens[at + last].value("time") == "year"
    if unit and published is not None and (last or class_of(tokens, at + 1) == "last"):
        return published.year - 1, at + 2
    at += unit and not last
    year = year_number(tokens, at)
    if year:
        return year, at + 1
    return 0, at if unit and not last else n


def _worded(tokens: list[Token], n: int, published: date | None) -> int:
    """The year of one word for this or the last one at `n`, 0 for none."""
    period = tokens[n].value("time") if class_of(tokens, n) == "period" else ""
    if published is None or period not in ("this:year", "last:year"):
        return 0
    return published.year - (period == "last:year")
