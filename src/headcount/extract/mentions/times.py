"""Time expressions of a sentence as intervals of days, resolved against the day of publication.

Weekdays and "last month" count back from publication; a day without a year is the last such day
that is not more than `AHEAD` in the future. Nothing is resolved without a day of publication
that the words need.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from headcount import days
from headcount.days import Days
from headcount.extract.mentions.marked import (
    day_mention,
    last_day,
    month_of_year,
    near_day,
    numbered_day,
    read_marked,
    read_ordinal,
    whole_day,
)
from headcount.extract.mentions.reltimes import read_relative
from headcount.extract.mentions.timejoins import as_one, bounded, up_to
from headcount.extract.mentions.timewords import (
    TimeMention,
    class_of,
    day_number,
    in_brackets,
    month_number,
    short_year,
    year_number,
    year_of,
)
from headcount.extract.mentions.tokens import Token
from headcount.extract.mentions.yearparts import read_year_part
from headcount.languages.scripts import caseless

_CALENDAR: Final = frozenset(("time", "month", "recent"))
_PEOPLE: Final = frozenset(("head", "people", "adjective"))


def find_times(tokens: list[Token], published: date | None) -> list[TimeMention]:
    """All time expressions of one sentence in order, ranges joined."""
    found: list[TimeMention] = []
    readers: list[_Reading] | None = None
    n = 0
    while n < len(tokens):
        token = tokens[n]
        if not token.signs:
            n += 1
            continue
        mention = None
        if _may_begin(tokens, n):
            readers = _readers(tokens) if readers is None else readers
            mention = _mention(tokens, n, published, readers)
        if mention is None and found and found[-1].after == n - 1:
            mention = _day_to(tokens, n, published)
        if mention is None:
            n += 1
            continue
        if found and mention.first < found[-1].after:
            found.pop()
        else:
            joined = as_one(tokens, found[-1], mention) if found else None
            if joined is not None:
                found.pop()
                mention = joined
        found.append(mention)
        n = mention.after
    return up_to(tokens, [bounded(tokens, mention, published) for mention in found])


_DATE_MARKS: Final = frozenset("/-.–")
_FAR: Final = 6
"""Tokens from the number that begins a time expression to the word or mark that makes it one."""


def _may_begin(tokens: list[Token], n: int) -> bool:
    """Whether the number at `n` can begin a time expression: most count something else."""
    token = tokens[n]
    if not _CALENDAR.isdisjoint(token.signs) or (token.kind == "n" and len(token.norm) >= _YEAR):
        return True
    if token.kind == "n" and class_of(tokens, n - 1) == "unit":
        return True
    following = tokens[n + 1 : n + 1 + _FAR]
    if following and (following[0].joined or following[0].norm in _DATE_MARKS):
        return True
    return any(t.signs and not _CALENDAR.isdisjoint(t.signs) for t in following)


_YEAR: Final = 4
"""Digits of a year."""


def _mention(
    tokens: list[Token], n: int, published: date | None, readers: list[_Reading]
) -> TimeMention | None:
    signs = tokens[n].signs
    for read, _, wanted in readers:
        if wanted and wanted.isdisjoint(signs):
            continue
        mention = read(tokens, n, published)
        if mention is not None:
            return mention
    return None


def _day_to(tokens: list[Token], n: int, published: date | None) -> TimeMention | None:
    """The day and month with a hyphen that a range from the day before leads to: "to 17-2"."""
    if not tokens[n - 1].is_a("range") or n + 1 >= len(tokens) or not tokens[n + 1].joined:
        return None
    found, after = numbered_day(tokens, n, published)
    return TimeMention(n, after, Days(found, found), "at") if found else None


def _days_between(tokens: list[Token], n: int, published: date | None) -> TimeMention | None:
    """14-17/2 and 14–17/2/2025: two days of a month that is told by its number."""
    first = day_number(tokens, n)
    at = n + 1 + (n + 1 < len(tokens) and tokens[n + 1].norm in ("–", "—", "-"))
    if not first or at + 1 >= len(tokens) or tokens[at + 1].norm != "/":
        return None
    if at == n + 1 and not tokens[at].joined:
        return None
    mention = _numeric(tokens, at, published)
    last = mention.days.end if mention is not None else None
    if mention is None or last is None or first >= last.day:
        return None
    return TimeMention(n, mention.after, Days(last.replace(day=first), last), "at", 0, True)


def _readers(tokens: list[Token]) -> list[_Reading]:
    """The readers, in order, that can find anything in a sentence."""
    signs: set[str] = set()
    for token in tokens:
        if token.signs:
            signs.update(token.signs)
    return [reading for reading in _READINGS if not reading[1] or not reading[1].isdisjoint(signs)]


def _numeric(tokens: list[Token], n: int, published: date | None) -> TimeMention | None:
    """23/2/2025, 2025-02-24 and 22/2."""
    marks = tokens[n + 1 : n + 2]
    if tokens[n].kind != "n" or not marks or marks[0].norm not in ("/", "-") or not marks[0].glued:
        if (
            year_number(tokens, n)
            and n + 2 < len(tokens)
            and tokens[n + 1].joined
            and tokens[n + 2].joined
        ):
            month, day = day_number(tokens, n + 1), day_number(tokens, n + 2)
            found = days.day_of(year_number(tokens, n), month, day) if month and day else None
            return TimeMention(n, n + 3, Days(found, found), "at") if found else None
        found, after = whole_day(tokens, n, published)
        return TimeMention(n, after, Days(found, found), "at") if found else None
    day, month = day_number(tokens, n), day_number(tokens, n + 2)
    year = 0
    if n + 4 < len(tokens) and tokens[n + 3].norm == marks[0].norm and tokens[n + 4].glued:
        year = year_of(tokens[n + 4].norm, published.year if published else 0)
    if year and month > 12 >= day:
        # "2/18/2025": the month first, as Americans write.
        day, month = month, day
    if not day or not month or month > 12:
        return None
    found = days.day_of(year, month, day) if year else near_day(month, day, published)
    return TimeMention(n, n + (5 if year else 3), Days(found, found), "at") if found else None


def _day_month(tokens: list[Token], n: int, published: date | None) -> TimeMention | None:
    """23 February 2025, 1er mars, 24 to 26 October."""
    day = day_number(tokens, n)
    if not day:
        return None
    at = n + 1
    first = day
    second = at + 1
    while second < len(tokens) and tokens[second].is_a("det"):
        second += 1
    if second < len(tokens) and day_number(tokens, second) and _range_word(tokens, at):
        day = day_number(tokens, second)
        at = second + 1
    elif at < len(tokens) and tokens[at].joined and day_number(tokens, at):
        day = day_number(tokens, at)
        at += 1
    if at < len(tokens) and tokens[at].value("prep") == "of":
        at += 1
    month = month_number(tokens, at)
    if not month:
        return None
    return _dated(tokens, n, at + 1, (first, day, month), published)


def _month_day(tokens: list[Token], n: int, published: date | None) -> TimeMention | None:
    """February 23, 2025 and Jan. 16–17."""
    month = month_number(tokens, n)
    if not month:
        return None
    at = n + 1
    if at < len(tokens) and tokens[at].norm == "." and tokens[at].glued:
        at += 1
    day = day_number(tokens, at)
    counts = at + 1 < len(tokens) and tokens[at + 1].is_a("head")
    # "In February 14 people came", but "the February 14 raid".
    if not day or (counts and not (n and tokens[n - 1].is_a("det"))):
        return None
    at += 1
    last = day
    if at + 1 < len(tokens) and day_number(tokens, at + 1) and _range_word(tokens, at):
        last = day_number(tokens, at + 1)
        at += 2
    elif at < len(tokens) and tokens[at].joined and day_number(tokens, at):
        last = day_number(tokens, at)
        at += 1
    return _dated(tokens, n, at, (day, last, month), published)


def _range_word(tokens: list[Token], n: int) -> bool:
    return tokens[n].norm in ("-", "–", "—") or tokens[n].is_a("range")


def _dated(
    tokens: list[Token], n: int, at: int, parts: tuple[int, int, int], published: date | None
) -> TimeMention | None:
    """The mention of a day and month with the year that follows or is understood."""
    first, last, month = parts
    comma = at < len(tokens) and tokens[at].norm == ","
    link = at + comma
    worded = link < len(tokens) and (
        tokens[link].value("prep") == "of" or class_of(tokens, link) == "unit"
    )
    near = published.year if published else 0
    year = year_number(tokens, link) or short_year(tokens, at, near)
    after = at + 1 + comma if year else at
    if not year and worded:
        year = year_number(tokens, link + 1)
        after = link + 2 if year else at
    return day_mention(n, after, (year, month, first, last), published)


def _month_alone(tokens: list[Token], n: int, published: date | None) -> TimeMention | None:
    """In March; mid-January; October 2025."""
    month = month_number(tokens, n)
    if not month:
        return None
    behind = class_of(tokens, n + 1) == "part" and caseless(tokens[n].norm)
    beside = n + 1 if behind else n - 1
    part = tokens[beside].value("time") if class_of(tokens, beside) == "part" else ""
    last = class_of(tokens, n - 1) == "last" or class_of(tokens, n + 1) == "last"
    if n + 2 < len(tokens) and tokens[n + 1].blank and class_of(tokens, n + 2) == "unit":
        year = year_number(tokens, n + 3)
        if year:
            return TimeMention(n, n + 4, days.month_days(year, month, part), "at")
    link = n + 1 < len(tokens) and (
        tokens[n + 1].value("prep") == "of"
        or class_of(tokens, n + 1) == "unit"
        or tokens[n + 1].norm == "/"
    )
    year = year_number(tokens, n + 1) or (year_number(tokens, n + 2) if link else 0)
    after = n + 1 + bool(year) + (link and year > 0)
    if not year:
        if published is None:
            return None
        year = published.year if month <= published.month else published.year - 1
        if last and month == published.month:
            year -= 1
    first = n - (bool(part) and not behind)
    return TimeMention(first, after + behind, days.month_days(year, month, part), "at")


def _year_alone(tokens: list[Token], n: int, published: date | None) -> TimeMention | None:
    """In 2023, since 2022: only behind a preposition or a word of time."""
    near = published.year if published else 0
    year = year_number(tokens, n) or (
        short_year(tokens, n, near) if class_of(tokens, n - 1) == "unit" else 0
    )
    before = tokens[n - 1] if n else None
    if not year or before is None:
        return None
    last = _last_year(tokens, n, year)
    if last:
        over = Days(days.year_days(year).start, days.year_days(last).end)
        after = n + 2 if tokens[n + 1].joined else n + 3
        return TimeMention(n, after, over, "at", 0, True)
    ranged = before.is_a("range") and year_number(tokens, n - 2) > 0
    alone = in_brackets(tokens, n)
    led = before.is_a("prep") or before.is_a("time") or before.value("ends") == "in"
    if not (ranged or alone or led):
        return None
    counts = n + 1 < len(tokens) and tokens[n + 1].is_any(_PEOPLE)
    if counts and not (class_of(tokens, n - 1) == "unit" and before.value("time") == "year"):
        return None
    if published is not None and year > published.year + 1:
        return None
    return TimeMention(n, n + 1, days.year_days(year), "at")


def _recent(tokens: list[Token], n: int, published: date | None) -> TimeMention | None:
    """Not long ago: on some day up to publication."""
    if published is None or not tokens[n].is_a("recent"):
        return None
    return TimeMention(n, n + 1, Days(None, published), "recent")


def _last_year(tokens: list[Token], n: int, year: int) -> int:
    """The year that a mark joins to the one at `n`, also by two digits ("2023-24"); 0 if none."""
    if n + 2 < len(tokens) and tokens[n + 1].norm in ("-", "–", "—"):
        later = year_number(tokens, n + 2)
        return later if later > year else 0
    slash = n + 2 < len(tokens) and tokens[n + 1].norm == "/" and tokens[n + 1].glued
    at = n + 1 + slash
    if at >= len(tokens) or not (slash or tokens[at].joined) or tokens[at].kind != "n":
        return 0
    norm = tokens[at].norm
    last = year_number(tokens, at)
    if not last and norm.isdigit() and len(norm) == 2:
        last = year // 100 * 100 + int(norm)
        last = last if last == year + 1 else 0
    return last if last > year else 0


def _weekday(tokens: list[Token], n: int, published: date | None) -> TimeMention | None:
    """On Saturday; last Sunday; dimanche dernier — with the day in brackets that follows."""
    if class_of(tokens, n) not in ("weekday", "lastweek") or published is None:
        return None
    weekday = int(tokens[n].value("time"))
    after = n + 1
    while after < len(tokens) and (
        tokens[after].norm in (",", "(")
        or (tokens[after].kind != "m" and (tokens[after].is_a("det") or tokens[after].is_a("rel")))
    ):
        after += 1
    for read in (_dated_behind, _numeric, _day_month, _month_day):
        mention = read(tokens, after, published) if after < len(tokens) else None
        if mention is not None:
            return TimeMention(n, mention.after, mention.days, "at", weekday)
    told = last_day(day_number(tokens, n + 1), published)
    if told is not None and told.isoweekday() == weekday:
        return TimeMention(n, n + 2, Days(told, told), "at", weekday)
    day = days.weekday_before(published, weekday)
    if class_of(tokens, n) == "lastweek":
        monday = published - timedelta(days=published.isoweekday() + 6)
        day = monday + timedelta(days=weekday - 1)
    elif class_of(tokens, n - 1) == "next" or _next_behind(tokens, n + 1):
        day = days.weekday_after(published + timedelta(days=1), weekday)
    elif "last" in (class_of(tokens, n - 1), class_of(tokens, n + 1)) and day == published:
        day -= timedelta(days=7)
    return TimeMention(n, n + 1, Days(day, day), "at", weekday)


def _next_behind(tokens: list[Token], n: int) -> bool:
    """Whether "next" stands behind its weekday; "arrested on Tuesday following a raid" has none."""
    return class_of(tokens, n) == "next" and not tokens[n].is_a("prep")


def _dated_behind(tokens: list[Token], n: int, published: date | None) -> TimeMention | None:
    """A word that leads to a day ("on the day 23/2"): day and month in any form, or a day alone."""
    if class_of(tokens, n) != "datemark" or n + 1 >= len(tokens):
        return None
    for read in (read_marked, _days_between, _numeric, _day_month):
        mention = read(tokens, n + 1, published)
        if mention is not None:
            return TimeMention(n, mention.after, mention.days, "at", mention.weekday)
    found, after = numbered_day(tokens, n + 1, published)
    return TimeMention(n, after, Days(found, found), "at") if found else None


_Reader = Callable[[list[Token], int, date | None], TimeMention | None]

_Reading = tuple[_Reader, frozenset[str], frozenset[str]]
"""A reader, the signs of which its sentence must have one, and those of the first token."""


def _reading(reader: _Reader, somewhere: str = "", first: str = "") -> _Reading:
    """A reader with its signs, which commas part; no sign is no condition."""
    signs = [frozenset(filter(None, wanted.split(","))) for wanted in (somewhere, first)]
    return reader, signs[0], signs[1]


_READINGS: Final[list[_Reading]] = [
    _reading(read_year_part, "unit,first", "first,ago,last,unit,datemark,digits,num"),
    _reading(read_marked, "mark,month in digits"),
    _reading(_days_between, first="digits"),
    _reading(_numeric, first="digits"),
    _reading(_day_month, "month", "digits"),
    _reading(_month_day, "digits", "month"),
    _reading(_dated_behind, first="datemark"),
    _reading(month_of_year, first="unit"),
    _reading(_month_alone, first="month"),
    _reading(_weekday, first="weekday,lastweek"),
    _reading(read_relative, "time", "day,period,unit,digits,num"),
    _reading(_year_alone, first="digits"),
    _reading(read_ordinal, first="digits"),
    _reading(_recent, first="recent"),
]
"""All readers in the order in which they are tried."""
