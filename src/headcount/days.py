"""Intervals of days: from half-known dates to first and last day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final, NamedTuple

SHORTEST_MONTH: Final = 28
LONGEST_MONTH: Final = 31
"""Days of a month: what lasts longer is a year or a part of one."""


class Days(NamedTuple):
    """First and last day, both inclusive; None is an open or unknown end."""

    start: date | None
    end: date | None

    @property
    def length(self) -> int | None:
        """Days from first to last, 1 for a single day; None when an end is open."""
        if self.start is None or self.end is None:
            return None
        return (self.end - self.start).days + 1


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, None when the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_days(year: int, month: int, part: str = "") -> Days:
    """A month's first to last day; `part` early, mid or late takes a third of it."""
    last = monthrange(year, month)[1]
    first, end = {"early": (1, 10), "mid": (11, 20), "late": (21, last)}.get(part, (1, last))
    return Days(date(year, month, first), date(year, month, end))


def year_days(year: int) -> Days:
    """A year's first to last day."""
    return Days(date(year, 1, 1), date(year, 12, 31))


def weekday_before(day: date, weekday: int) -> date:
    """The last such weekday (1 Monday .. 7 Sunday) not after `day`."""
    return day - timedelta(days=(day.isoweekday() - weekday) % 7)


def weekday_after(day: date, weekday: int) -> date:
    """The next such weekday not before `day`."""
    return day + timedelta(days=(weekday - day.isoweekday()) % 7)


def months_back(day: date, months: int) -> date:
    """The same day `months` earlier, or the last of that month."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
