"""Parts of a year told by its beginning: "the first nine months of 2024", "the first quarter"."""

from __future__ import annotations

from datetime import date

from headcount import days
from headcount.days import Days
from headcount.extract.mentions.timewords import TimeMention, class_of, small_number, year_number
from headcount.extract.mentions.tokens import Token

_MONTHS = {"month": 1, "quarter": 3, "half": 6}
"""Months that a unit has; other units do not divide a year."""


def read_first_months(tokens: list[Token], n: int, published: date | None) -> TimeMention | None:
    """The first months of a year, by a word for "first" on either side of count and unit.

    The year follows, or "the year"; else it is that of publication.
    """
    at, count, first = n, 1, False
    unit = ""
    while at < min(n + _WORDS, len(tokens)):
        cls = class_of(tokens, at)
        if (cls == "first" and not first) or (cls == "ago" and at == n):
            first = True
        elif cls == "unit" and not unit:
            unit = tokens[at].value("time")
        elif not unit and (told := _small(tokens, at)):
            count = told
        else:
            break
        at += 1
    months = _MONTHS.get(unit, 0) * count
    if not first or not 1 <= months <= 12:
        return None
    year, after = _year(tokens, at)
    year = year or (published.year if published else 0)
    if not year:
        return None
    return TimeMention(n, after, Days(date(year, 1, 1), days.month_days(year, months).end), "at")


_WORDS = 4
"""Tokens that count, unit and "first" have at most."""


def _small(tokens: list[Token], n: int) -> int:
    """The count from 2 to 11 at `n`, in digits or a word; 0 for none."""
    count = small_number(tokens, n, _COUNTS)
    return count if 2 <= count < 12 else 0


_COUNTS = frozenset(("unit", "teen"))


def _year(tokens: list[Token], n: int) -> tuple[int, int]:
    """The year behind `n`, 0 where only "the year" or nothing follows, and the token behind it."""
    at = n
    while at < min(n + 3, len(tokens)) and (tokens[at].is_a("prep") or tokens[at].is_a("det")):
        at += 1
    unit = class_of(tokens, at) == "unit" and tokens[at].value("time") == "year"
    at += unit
    year = year_number(tokens, at)
    if year:
        return year, at + 1
    return 0, at if unit else n
