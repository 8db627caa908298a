"""Days written with a mark behind each number, largest first, and days behind a leading word.

"2025 Y 2 M 23 D" in scripts that mark year, month and day; "the day 23", "23/2", "18.8" where a
word leads to the day.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from headcount import days
from headcount.days import Days
from headcount.extract.mentions.timewords import (
    TimeMention,
    class_of,
    day_number,
    led_length,
    month_number,
    spelled_day,
    year_number,
    year_of,
)
from headcount.extract.mentions.tokens import Token

AHEAD: Final = timedelta(days=14)
"""How far after publication a day without a year may lie: planned flights are announced so."""

_SOON: Final = timedelta(days=5)
"""The same for a day without a month."""


def near_day(month: int, day: int, published: date | None) -> date | None:
    """That day in the year that makes it the last one not far after publication."""
    if published is None:
        return None
    for year in (published.year + 1, published.year, published.year - 1):
        found = days.day_of(year, month, day)
        if found is not None and found <= published + AHEAD:
            return found
    return None


def last_day(day: int, published: date | None) -> date | None:
    """The last such day of a month that is not far after publication."""
    if published is None or not day:
        return None
    for back in (-1, 0, 1, 2):
        month = published.month - back
        year = published.year + (month - 1) // 12
        found = days.day_of(year, (month - 1) % 12 + 1, day)
        if found is not None and found <= published + _SOON:
            return found
    return None


def read_ordinal(tokens: list[Token], n: int, published: date | None) -> TimeMention | None:
    """A day by its ordinal alone: "on the 17th", the last one that is not far after publication."""
    day = day_number(tokens, n)
    if not day or not tokens[n].tail or n < _LED or not tokens[n - 1].is_a("det"):
        return None
    behind = tokens[n + 1] if n + 1 < len(tokens) else None
    counts = behind is not None and (behind.kind == "w" and not behind.is_any(_AFTER_DAY))
    found = None if counts or not tokens[n - _LED].is_a("prep") else last_day(day, published)
    return TimeMention(n, n + 1, Days(found, found), "at") if found else None


_LED: Final = 2
"""Tokens before a day by its ordinal: a preposition and an article."""

_AFTER_DAY: Final = frozenset(("prep", "conj", "rel", "time", "have", "be", "say"))
"""What may follow a day by its ordinal, which counts no noun ("the 17th group")."""


def whole_day(tokens: list[Token], n: int, published: date | None) -> tuple[date | None, int]:
    """The day of "23.2.2025" or "23-2-25" at `n`, which tells its year, and the token behind it."""
    parts, after = _parts(tokens, n)
    return numbered_day(tokens, n, published) if len(parts) == _WHOLE else (None, after)


_WHOLE: Final = 3
"""Numbers of a day that tells its month and year."""


def numbered_day(tokens: list[Token], n: int, published: date | None) -> tuple[date | None, int]:
    """The day of "23", "23-2", "18.8", "29-9-2025" or "23.2.2025" at `n`, the token behind it."""
    parts, after = _parts(tokens, n)
    if not parts or not 1 <= parts[0] <= 31:
        return None, n
    if len(parts) > 1 and not 1 <= parts[1] <= 12:
        parts, after = parts[:1], n + 1
    if len(parts) > 2:
        year = year_of(str(parts[2]), published.year if published else 0)
        return (days.day_of(year, parts[1], parts[0]) if year else None), after
    if len(parts) == 2:
        return near_day(parts[1], parts[0], published), after
    return last_day(parts[0], published), after


def _parts(tokens: list[Token], n: int) -> tuple[list[int], int]:
    """The numbers that stops or hyphens join at `n`, at most three, and the token behind them."""
    if not 0 <= n < len(tokens) or tokens[n].kind != "n" or tokens[n].tail:
        return [], n
    words = tokens[n].norm.split(".")
    after = n + 1
    if len(words) == 1:
        while after < len(tokens) and tokens[after].joined and tokens[after].kind == "n":
            words.append(tokens[after].norm)
            after += 1
    whole = 1 <= len(words) <= 3 and all(w.isdigit() and len(w) <= 4 for w in words)
    return ([int(w) for w in words], after) if whole else ([], n)


def month_of_year(tokens: list[Token], n: int, published: date | None) -> TimeMention | None:
    """ "Month 11.2023": a word for month, then month and year in one number."""
    if class_of(tokens, n) != "unit" or tokens[n].value("time") != "month":
        return None
    parts, after = _parts(tokens, n + 1)
    if len(parts) != 2 or not 1 <= parts[0] <= 12 or not 1990 <= parts[1] <= 2099:
        return None
    return TimeMention(n, after, days.month_days(parts[1], parts[0], ""), "at")


def _marks(tokens: list[Token], n: int, what: str) -> bool:
    """Whether the mark of a year, month or day stands at `n`."""
    return class_of(tokens, n) == "mark" and tokens[n].value("time") == what


def read_marked(tokens: list[Token], n: int, published: date | None) -> TimeMention | None:
    """Year, month and day, as many as are told from the left, each with its mark."""
    years = _years(tokens, n)
    if years is not None:
        return years
    year, at = _year(tokens, n, published)
    months, behind = _months(tokens, at)
    if months and (year or published is not None):
        year = year or (published.year if published is not None else 0)
        over = Days(days.month_days(year, months[0]).start, days.month_days(year, months[1]).end)
        return TimeMention(n, behind, over, "at", 0, True)
    year, month, at = _this_month(tokens, n, published) if at == n else (year, 0, at)
    if not month:
        month, at = _month(tokens, at)
    first, last, after = _day(tokens, at)
    if first and month:
        return day_mention(n, after, (year, month, first, last), published)
    if first and not year and not led_length(tokens, n):
        end = last_day(last, published)
        start = end.replace(day=first) if end and first <= last else end
        return TimeMention(n, after, Days(start, end), "at", 0, first != last) if end else None
    if month and (year or at - n > 1 or tokens[n].kind == "n"):
        return _month_mention(tokens, n, at, (year, month), published)
    if year and at - n == 2:
        return TimeMention(n, at, days.year_days(year), "at")
    return None


def _year(tokens: list[Token], n: int, published: date | None) -> tuple[int, int]:
    """The year at `n` with its mark, or "this year" before a month; 0 and `n` for none."""
    year = year_number(tokens, n)
    if year and _marks(tokens, n + 1, "year"):
        return year, n + 2
    period = tokens[n].value("time") if class_of(tokens, n) == "period" else ""
    if published is not None and period in ("this:year", "last:year"):
        month, _ = _month(tokens, n + 1)
        months, _ = _months(tokens, n + 1)
        if month or months:
            return published.year - (period == "last:year"), n + 1
    return 0, n


def _this_month(tokens: list[Token], n: int, published: date | None) -> tuple[int, int, int]:
    """Year and month of "this month" or "last month" right before a day, and the token behind."""
    period = tokens[n].value("time") if class_of(tokens, n) == "period" else ""
    if (
        published is None
        or period not in ("this:month", "last:month")
        or not _day(tokens, n + 1)[0]
    ):
        return 0, 0, n
    told = days.months_back(published, int(period == "last:month"))
    return told.year, told.month, n + 1


def _years(tokens: list[Token], n: int) -> TimeMention | None:
    """ "2022 to 2024 Y", where only the last year has its mark."""
    first, last = year_number(tokens, n), year_number(tokens, n + 2)
    if not first or last <= first or not _marks(tokens, n + 3, "year"):
        return None
    if not (tokens[n + 1].is_a("range") or tokens[n + 1].norm in _DASHES):
        return None
    over = Days(days.year_days(first).start, days.year_days(last).end)
    return TimeMention(n, n + 4, over, "at", 0, True)


def _months(tokens: list[Token], n: int) -> tuple[tuple[int, int] | None, int]:
    """First and last month of "1 to 9 M" at `n`, and the token behind; None and `n` for none."""
    first = day_number(tokens, n)
    last, after = _month(tokens, n + 2) if first and n + 2 < len(tokens) else (0, n)
    if not 1 <= first < last <= 12:
        return None, n
    between = tokens[n + 1]
    ranged = between.is_a("range") or between.norm in _DASHES
    return ((first, last), after) if ranged else (None, n)


_DASHES: Final = frozenset("-–—")


def _month(tokens: list[Token], n: int) -> tuple[int, int]:
    """The month at `n`, a name or a number with its mark; 0 and `n` for none."""
    if _marks(tokens, n + 1, "month") and 1 <= day_number(tokens, n) <= 12:
        return day_number(tokens, n), n + 2
    month = month_number(tokens, n)
    if month and (tokens[n].kind == "n" or _marks(tokens, spelled_day(tokens, n + 1)[1], "day")):
        return month, n + 1
    return 0, n


def _day(tokens: list[Token], n: int) -> tuple[int, int, int]:
    """First and last day at `n`, the token behind: "23 D", "23-25 D", "23 D to 25 D", "23,24 D"."""
    first, at = spelled_day(tokens, n)
    if not first:
        return 0, 0, n
    marked = _marks(tokens, at, "day")
    after = at + marked
    if after < len(tokens) and (tokens[after].is_a("range") or tokens[after].norm in "-–—,"):
        last, behind = spelled_day(tokens, after + 1)
        if last > first and _marks(tokens, behind, "day"):
            return first, last, behind + 1
    return (first, first, after) if marked else (0, 0, n)


def day_mention(
    n: int, after: int, told: tuple[int, int, int, int], published: date | None
) -> TimeMention | None:
    """The mention of tokens `n` to `after`: year (0 if not told), month, first and last day."""
    year, month, first, last = told
    if year:
        start, end = days.day_of(year, month, first), days.day_of(year, month, last)
    else:
        end = near_day(month, last, published)
        start = days.day_of(end.year, month, first) if end else None
    if start is None or end is None:
        return None
    return TimeMention(n, after, Days(start, end), "at", 0, first != last)


def _month_mention(
    tokens: list[Token], n: int, after: int, told: tuple[int, int], published: date | None
) -> TimeMention | None:
    year, month = told
    if not year:
        if published is None:
            return None
        year = published.year if month <= published.month else published.year - 1
    part = tokens[after].value("time") if class_of(tokens, after) == "part" else ""
    return TimeMention(n, after + bool(part), days.month_days(year, month, part), "at")
