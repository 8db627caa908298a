"""Times that count from the day of publication: yesterday, last week, in the past two days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from headcount import days
from headcount.days import Days
from headcount.extract.mentions.timewords import (
    TimeMention,
    class_of,
    led_length,
    small_number,
    year_number,
)
from headcount.extract.mentions.tokens import Token


def read_relative(tokens: list[Token], n: int, published: date | None) -> TimeMention | None:
    """Yesterday; last week; this month; in the past two days; three days ago."""
    if published is None:
        return _undated_span(tokens, n)
    cls = class_of(tokens, n)
    if cls == "day":
        day = published + timedelta(days=int(tokens[n].value("time")))
        return TimeMention(n, n + 1, Days(day, day), "at")
    if cls == "period":
        direction, _, unit = tokens[n].value("time").partition(":")
        if direction == "since":
            return _since_start(tokens, n, unit, published)
        return _period(tokens, n, n, (unit, int(direction == "past"), direction), published)
    count, at = _counted(tokens, n)
    if count and counted_period(tokens, at):
        end = back(published, counted_period(tokens, at), count)
        return TimeMention(n, at + 1, Days(end, end), "at") if end else None
    unit = _unit(tokens, at, counted=bool(count)) or _days_led(tokens, n, at, count)
    return _by_unit(tokens, (n, at), (unit, count), published) if unit else None


def _by_unit(
    tokens: list[Token], where: tuple[int, int], what: tuple[str, int], published: date
) -> TimeMention | None:
    """A unit with what stands around it; `where` is the first token and the unit's."""
    (n, at), (unit, count) = where, what
    before, behind = class_of(tokens, n - 1), class_of(tokens, at + 1)
    if "ago" in (behind, before) and (count or _article(tokens, n)):
        end = back(published, unit, count or 1)
        return TimeMention(n, at + 2, Days(end, end), "at") if end else None
    around = (n - 1, at + 1, n + 1) if count else (n - 1, at + 1)
    pointing = next((i for i in around if _points(tokens, i)), -1)
    if pointing >= 0:
        direction = class_of(tokens, pointing)
        if direction == "last" and pointing == n - 1 and not count and _spanned(tokens, n - 2):
            count = 1
        if direction == "next" and tokens[pointing].value("time") == _COMING:
            direction = "coming"
        return _period(tokens, n, at, (unit, count, direction), published)
    if count and before == "since":
        start = back(published, unit, count)
        return TimeMention(n, at + 1, Days(start, None), "since") if start else None
    if count and before == "span" and unit in ("day", "month", "year", "week", "hour"):
        return _length_back(TimeMention(n, at + 1, Days(None, published), "at"), unit, count)
    if unit in ("year", "month") and _from_start(tokens, n):
        return TimeMention(n, at + 1, Days(_current(published, unit).start, None), "since")
    return None


def _since_start(tokens: list[Token], n: int, unit: str, published: date) -> TimeMention:
    """One word for "since the start of the year" at `n`, with the number of a year around it."""
    before, behind = year_number(tokens, n - 1), year_number(tokens, n + 1)
    start = _current(published, unit).start
    if unit == "year" and (before or behind):
        start = date(before or behind, 1, 1)
    first = n - 1 if unit == "year" and before else n
    after = n + 2 if unit == "year" and behind and not before else n + 1
    return TimeMention(first, after, Days(start, None), "since")


_COMING: Final = "0"
"""Value of words for the time ahead from now on: "the coming weeks", not the next of a calendar."""


def _points(tokens: list[Token], n: int) -> bool:
    return class_of(tokens, n) in ("last", "next", "this")


def _article(tokens: list[Token], n: int) -> bool:
    """Whether "a" stands before the unit at `n`: "a month ago"."""
    entry = tokens[n - 1].entries.get("num") if n else None
    return entry is not None and entry.extra == "article"


def _spanned(tokens: list[Token], n: int) -> bool:
    """Whether "in" or "over" leads to a length of time: "in the past year" is no calendar's."""
    while n > 0 and tokens[n].is_a("det"):
        n -= 1
    return class_of(tokens, n) == "span"


def _length_back(mention: TimeMention, unit: str, count: int) -> TimeMention | None:
    """The mention with its start so long before its end; a running total from two weeks on."""
    end = mention.days.end
    start = back(end, unit, count) if end else None
    short = unit in ("day", "hour") or (unit == "week" and count == 1)
    role = "at" if short else "span"
    return TimeMention(mention.first, mention.after, Days(start, end), role) if start else None


def counted_period(tokens: list[Token], at: int) -> str:
    """The unit of "last week" in one word behind a number, which then means so many weeks ago."""
    if class_of(tokens, at) != "period":
        return ""
    direction, _, unit = tokens[at].value("time").partition(":")
    return unit if direction == "last" else ""


def _unit(tokens: list[Token], n: int, *, counted: bool) -> str:
    """The unit of time at `n`, "" for none; behind a count a word that leads to days is one."""
    cls = class_of(tokens, n)
    if cls == "unit":
        return tokens[n].value("time")
    return "day" if counted and cls == "datemark" and tokens[n].value("time") == "day" else ""


def _days_led(tokens: list[Token], n: int, at: int, count: int) -> str:
    """The unit of days whose mark would make the count a day of the month, "" for none."""
    mark = count and class_of(tokens, at) == "mark" and tokens[at].value("time") == "day"
    return "day" if mark and led_length(tokens, n) else ""


def _undated_span(tokens: list[Token], n: int) -> TimeMention | None:
    """ "In the last six months" of a report without a day: a span all the same."""
    count, at = _counted(tokens, n)
    long = class_of(tokens, at) == "unit" and tokens[at].value("time") in ("week", "month", "year")
    past = class_of(tokens, n + 1) == "last" or class_of(tokens, n - 1) in ("last", "span")
    return TimeMention(n, at + 1, Days(None, None), "span") if count and long and past else None


def _from_start(tokens: list[Token], n: int) -> bool:
    """Whether "the beginning of the" stands before the unit at `n`."""
    for before in range(n - 1, max(n - 4, -1), -1):
        if class_of(tokens, before) == "part":
            return tokens[before].value("time") == "early"
        if not (tokens[before].is_a("det") or tokens[before].is_a("prep")):
            return False
    return False


def _counted(tokens: list[Token], n: int) -> tuple[int, int]:
    """A small number at `n` and the token behind it ("six derniers mois" skips "derniers")."""
    count = small_number(tokens, n, _COUNTS) or _two_digits(tokens, n)
    if not count:
        return 0, n
    at = n + 1
    if class_of(tokens, at) in ("last", "next", "this"):
        if not _led(tokens, n):
            return 0, n
        at += 1
    return count, at


def _led(tokens: list[Token], n: int) -> bool:
    """Whether an article leads to the count at `n`: "les six derniers mois", not "71 last year"."""
    before = tokens[n - 1] if n else None
    return before is not None and (before.is_a("det") or class_of(tokens, n - 1) == "span")


def _two_digits(tokens: list[Token], n: int) -> int:
    """The number at `n` if it has two digits: "the past 72 hours"."""
    if not 0 <= n < len(tokens) or tokens[n].kind != "n":
        return 0
    return int(tokens[n].norm) if tokens[n].norm.isdigit() and len(tokens[n].norm) == 2 else 0


_COUNTS: Final = frozenset(("unit", "teen", "few", "ten"))


def back(day: date, unit: str, count: int) -> date | None:
    """`count` units before `day`."""
    if unit == "day":
        return day - timedelta(days=count)
    if unit == "hour":
        return day - timedelta(days=-(-count // 24))
    if unit in ("week", "weekend"):
        return day - timedelta(weeks=count)
    months = _MONTHS.get(unit, 0)
    return days.months_back(day, months * count) if months else None


_MONTHS: Final = {"month": 1, "quarter": 3, "half": 6, "year": 12}
"""Months that a unit has."""


def _period(
    tokens: list[Token], n: int, at: int, what: tuple[str, int, str], published: date
) -> TimeMention | None:
    """Last week, this month, the past six months, next weekend."""
    unit, count, direction = what
    if direction in ("next", "coming"):
        return TimeMention(n, at + 1, _ahead(published, unit, count, direction), "at")
    if count:
        return _length_back(TimeMention(n, at + 1, Days(None, published), "at"), unit, count)
    over = _current(published, unit) if direction == "this" else _last(published, unit)
    if unit == "month" and class_of(tokens, at + 1) == "part":
        return TimeMention(n, at + 2, _third(over, tokens[at + 1].value("time")), "at")
    return TimeMention(n, at + 1, over, "at")


def _third(month: Days, part: str) -> Days:
    """The early, middle or late days of a month, as far as it has come."""
    start, end = month
    if start is None or end is None:
        return month
    first, last = days.month_days(start.year, start.month, part)
    return Days(first, min(last, end)) if first and last and first <= end else month


def _ahead(day: date, unit: str, count: int, direction: str) -> Days:
    """The next week, weekend, month or year of the calendar; a time to come from `day` on."""
    if count or direction == "coming" or unit not in ("week", "weekend", "month", "year"):
        length = {"hour": 1, "day": 1, "week": 7, "weekend": 7, "year": 365}.get(unit, 31)
        return Days(day, day + timedelta(days=length * (count or (7 if length == 1 else 2))))
    if unit == "month":
        after = days.months_back(day.replace(day=1), -1)
        return days.month_days(after.year, after.month)
    if unit == "year":
        return days.year_days(day.year + 1)
    monday = day + timedelta(days=8 - day.isoweekday())
    sunday = monday + timedelta(days=6)
    return Days(sunday - timedelta(days=1) if unit == "weekend" else monday, sunday)


def _current(day: date, unit: str) -> Days:
    """This week, weekend, month or year, up to publication."""
    if unit == "month":
        return Days(day.replace(day=1), day)
    if unit == "year":
        return Days(date(day.year, 1, 1), day)
    if unit == "weekend":
        saturday = (
            days.weekday_after(day, 6) if day.isoweekday() < 6 else days.weekday_before(day, 6)
        )
        return Days(saturday, saturday + timedelta(days=1))
    return Days(day - timedelta(days=day.isoweekday() - 1), day)


def _last(day: date, unit: str) -> Days:
    """Last week, weekend, month or year."""
    if unit == "month":
        before = day.replace(day=1) - timedelta(days=1)
        return days.month_days(before.year, before.month)
    if unit == "year":
        return days.year_days(day.year - 1)
    if unit == "weekend":
        sunday = days.weekday_before(day, 7)
        return Days(sunday - timedelta(days=1), sunday)
    if unit == "week":
        monday = day - timedelta(days=day.isoweekday() + 6)
        return Days(monday, monday + timedelta(days=6))
    return Days(back(day, unit, 1) if unit in _MONTHS else day - timedelta(days=3), day)
