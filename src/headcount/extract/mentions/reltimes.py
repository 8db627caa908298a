"""Times that count from the day of publication: yesterday, last week, in the past two days."""

from __future__ import annotations

from datetime import date, timedelta

from headcount import days
from headcount.days import Days
from headcount.extract.mentions.timewords import TimeMention, class_of, small_number
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
        return _period(tokens, n, n, (unit, 0, direction), published)
    count, at = _counted(tokens, n)
    if count and counted_period(tokens, at):
        end = _back(published, counted_period(tokens, at), count)
        return TimeMention(n, at + 1, Days(end, end), "at") if end else None
    unit = _unit(tokens, at, counted=bool(count))
    if unit:
        before, behind = class_of(tokens, n - 1), class_of(tokens, at + 1)
        if count and "ago" in (behind, before):
            end = _back(published, unit, count)
            return TimeMention(n, at + 2, Days(end, end), "at") if end else None
        direction = before if before in ("last", "next", "this") else ""
        if not direction and behind in ("last", "next", "this"):
            direction = behind
        inner = class_of(tokens, n + 1) if count else ""
        if not direction and inner in ("last", "next", "this"):
            direction = inner
        if direction:
            return _period(tokens, n, at, (unit, count, direction), published)
        if count and before == "span" and unit in ("day", "month", "year", "week"):
            start = _back(published, unit, count)
            role = "at" if unit == "day" else "span"
            return TimeMention(n, at + 1, Days(start, published), role) if start else None
        if unit in ("year", "month") and _from_start(tokens, n):
            return TimeMention(n, at + 1, Days(_current(published, unit).start, None), "since")
    return None


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
    count = small_number(tokens, n, _COUNTS)
    if not count:
        return 0, n
    at = n + 1
    if class_of(tokens, at) in ("last", "next", "this"):
        at += 1
    return count, at


_COUNTS = frozenset(("unit", "teen", "few", "ten"))


def _back(day: date, unit: str, count: int) -> date | None:
    """`count` units before `day`."""
    if unit == "day":
        return day - timedelta(days=count)
    if unit in ("week", "weekend"):
        return day - timedelta(weeks=count)
    if unit == "month":
        return days.months_back(day, count)
    if unit == "year":
        return days.months_back(day, 12 * count)
    return None


def _period(
    tokens: list[Token], n: int, at: int, what: tuple[str, int, str], published: date
) -> TimeMention | None:
    """Last week, this month, the past six months, next weekend."""
    unit, count, direction = what
    if direction == "next":
        return TimeMention(n, at + 1, Days(published, _ahead(published, unit)), "at")
    if count:
        start = _back(published, unit, count)
        role = "at" if unit == "day" else "span"
        return TimeMention(n, at + 1, Days(start, published), role) if start else None
    if direction == "this":
        return TimeMention(n, at + 1, _current(published, unit), "at")
    return TimeMention(n, at + 1, _last(published, unit), "at")


def _ahead(day: date, unit: str) -> date:
    return day + timedelta(days={"day": 1, "week": 13, "weekend": 9, "month": 61}.get(unit, 365))


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
    return Days(day - timedelta(days=3), day)
