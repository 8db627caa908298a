"""Two time expressions that are one, and what stands before one: ranges, "since", "until"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from headcount import days
from headcount.days import LONGEST_MONTH, SHORTEST_MONTH, Days
from headcount.extract.mentions.reltimes import back
from headcount.extract.mentions.timewords import (
    TimeMention,
    class_of,
    day_number,
    small_number,
    year_number,
    yearless,
)
from headcount.extract.mentions.tokens import Token
from headcount.languages.scripts import caseless


def as_one(tokens: list[Token], left: TimeMention, right: TimeMention) -> TimeMention | None:
    """The one expression that two neighbours make; None if each stands for itself."""
    if _spelled_out(tokens, left, right):
        return TimeMention(left.first, right.after, right.days, "at", 0, right.ranged)
    if left.after == right.first and left.days == right.days:
        # "yesterday 7 November"
        return TimeMention(left.first, right.after, right.days, right.role)
    if _explained(tokens, left, right):
        return TimeMention(left.first, right.after + 1, right.days, right.role)
    if _of_that_year(tokens, left, right):
        return _in_year(left, right)
    if _of_that_week(tokens, left, right):
        return _in_week(tokens, left, right)
    if _first_to_last(tokens, left, right):
        over = Days(left.days.start, right.days.end)
        return TimeMention(left.first, right.after, over, "at", 0, True)
    return _joined(tokens, left, right) if _linked(tokens, left, right) else None


def _first_to_last(tokens: list[Token], left: TimeMention, right: TimeMention) -> bool:
    """Whether two days are those of the first and last of several: "the first on …, the latest …".

    No count may stand between them: each day is then that of its own count.
    """
    (start, first), (last, end) = left.days, right.days
    if start is None or end is None or start != first or last != end or start >= end:
        return False
    between = tokens[left.after : right.first]
    opened = range(max(left.first - _SMALL - 1, 0), left.first)
    if not any((class_of(tokens, n), tokens[n].value("time")) == ("first", "1") for n in opened):
        return False
    latest = any(class_of(tokens, n) == "last" for n in range(left.after, right.first))
    return latest and not any(t.kind == "n" or t.predicates for t in between)


def _explained(tokens: list[Token], left: TimeMention, right: TimeMention) -> bool:
    """Whether a day in brackets tells again the day before it: "yesterday (the 27th)"."""
    opened = right.first == left.after + 1 and tokens[left.after].norm == "("
    closed = right.after < len(tokens) and tokens[right.after].norm == ")"
    return opened and closed and left.days.start == right.days.start


def _spelled_out(tokens: list[Token], left: TimeMention, right: TimeMention) -> bool:
    """Whether dates tell which days a length of time is: "in two days, namely on 16–17 January"."""
    between = tokens[left.after : right.first]
    marked = any(t.norm in ",:(" for t in between) and any(t.is_a("part") for t in between)
    small = all(t.kind == "m" or t.is_a("part") or t.is_a("prep") for t in between)
    counted = any(class_of(tokens, n) == "unit" for n in range(left.first, left.after))
    return marked and small and counted and right.ranged


def _of_that_year(tokens: list[Token], left: TimeMention, right: TimeMention) -> bool:
    """Whether a year told by a word follows its month: "August last year"."""
    if left.role != "at" or right.role != "at":
        return False
    if (left.days.length or 999) > _YEAR and not left.ranged:
        return False
    if (left.days.length or 0) > LONGEST_MONTH and not left.ranged:
        return False
    begins = right.days.start
    if begins is None or (begins.month, begins.day) != (1, 1):
        return False
    worded = tokens[right.first].kind != "n" and (right.days.length or 0) > LONGEST_MONTH
    between = tokens[left.after : right.first]
    named = any(t.is_a("month") or t.kind == "n" for t in tokens[left.first : left.after])
    small = all(t.is_a("prep") or t.is_a("det") or class_of([t], 0) == "last" for t in between)
    return worded and named and small


def _of_that_week(tokens: list[Token], left: TimeMention, right: TimeMention) -> bool:
    """Whether a week told by a word follows its day: "Friday last week", "Friday of this week"."""
    monday, last = right.days.start, tokens[right.after - 1]
    if not left.weekday or left.role != "at" or right.role != "at" or monday is None:
        return False
    weekly = any(
        "week" in (t.value("time"), t.value("time").partition(":")[2])
        for t in tokens[right.first : right.after]
    )
    between = tokens[left.after : right.first]
    small = all(t.is_a("det") or t.value("prep") == "of" or t.norm == "," for t in between)
    whole = weekly and monday.isoweekday() == 1 and last.kind == "w"
    return whole and small and len(between) < _SMALL


_SMALL: Final = 3
"""Small words and marks at most between a day and its week."""


def _in_week(tokens: list[Token], left: TimeMention, right: TimeMention) -> TimeMention:
    """The weekday in that week, unless a date tells which day it is."""
    dated = any(t.kind == "n" or t.is_a("month") for t in tokens[left.first : left.after])
    day = (right.days.start or date.min) + timedelta(days=left.weekday - 1)
    told = left.days if dated else Days(day, day)
    return TimeMention(left.first, right.after, told, "at", left.weekday)


_YEAR: Final = 366
"""Days of the longest year."""


def _in_year(left: TimeMention, right: TimeMention) -> TimeMention:
    """The days of `left` in the year of `right`."""
    start, end = left.days
    year = right.days.start.year if right.days.start else 0
    if start is None or end is None or not year:
        return right
    over = (end - start).days > _YEAR
    # "Between 2020 and September of last year": the first year is told by itself.
    first = start if over else days.day_of(year, start.month, start.day)
    last = days.day_of(year, end.month, end.day)
    if last is None or end == days.month_days(end.year, end.month).end:
        last = days.month_days(year, end.month).end
    return TimeMention(left.first, right.after, Days(first or last, last), "at", 0, left.ranged)


def _linked(tokens: list[Token], left: TimeMention, right: TimeMention) -> bool:
    """Whether two mentions are the ends of one range: "between Jan. 16 and Jan. 30"."""
    closed = left.after < len(tokens) and tokens[left.after].norm == ")"
    between = tokens[left.after + closed : right.first]
    if len(between) > 3 or left.days.start is None or right.days.end is None:
        return False
    if left.days.start > right.days.end and not yearless(tokens, left):
        return bool(between) and _ahead_of(tokens, left, right)
    if _overnight(tokens, left, right):
        return all(t.norm == "," for t in between)
    if not between:
        return tokens[right.first].joined and tokens[right.first].is_a("month")
    words = [
        t
        for n, t in enumerate(between)
        if not (t.is_a("det") or (n and class_of([t], 0) in _FOLLOWS))
    ]
    if len(words) != 1:
        return False
    return words[0].is_a("range") or words[0].norm in ("-", "–", "—") or words[0].is_a("conj")


_FOLLOWS: Final = frozenset(("unit", "last"))
"""What may stand before the second of two times: "between 2021 and last year"."""


def _overnight(tokens: list[Token], left: TimeMention, right: TimeMention) -> bool:
    """Whether the day right behind a bare day follows it: "the night of 16, early on 17/10"."""
    if not _bare_day(tokens, left) or class_of(tokens, right.first) != "datemark":
        return False
    start, end = left.days.start, right.days.start
    return start is not None and end is not None and (end - start).days == 1


def _ahead_of(tokens: list[Token], left: TimeMention, right: TimeMention) -> bool:
    """Whether `left` only seems later: a weekday, or a day whose month is told with `right`."""
    words = [t for t in tokens[left.after : right.first] if not t.is_a("det")]
    if len(words) != 1 or not words[0].is_a("range"):
        return False
    return bool(left.weekday and right.weekday) or 0 < _bare_day(tokens, left) <= 31


def _bare_day(tokens: list[Token], mention: TimeMention) -> int:
    """The day of a mention that is a leading word and a day alone, 0 for any other."""
    bare = mention.after - mention.first == 2 and class_of(tokens, mention.first) == "datemark"
    return day_number(tokens, mention.first + 1) if bare else 0


def _joined(tokens: list[Token], left: TimeMention, right: TimeMention) -> TimeMention:
    """From `left` to `right`; a month without a year is the last one before the end."""
    start, end = left.days.start, right.days.end
    if start is not None and end is not None and start > end and not yearless(tokens, left):
        day = _bare_day(tokens, left)
        start = days.day_of(end.year, end.month, day) if day else start - timedelta(days=7)
        start = start if start is not None and start <= end else end
    elif start is not None and end is not None and yearless(tokens, left):
        start = days.day_of(end.year, start.month, start.day) or start
        start = start if start <= end else days.months_back(start, 12)
    return TimeMention(left.first, right.after, Days(start, end), "at", 0, True)


def bounded(tokens: list[Token], mention: TimeMention, published: date | None) -> TimeMention:
    """The mention with the role that "since" or "until" before it gives."""
    if mention.role != "at" or mention.ranged:
        return mention
    mention = _first_of_month(tokens, _past(tokens, mention, published))
    behind = mention.after
    if class_of(tokens, behind) == "since" and tokens[behind].value("time") == "post":
        ends = Days(mention.days.start, None)
        return TimeMention(mention.first, behind + 1, ends, "since", mention.weekday)
    if _until_now(tokens, mention) or _to_date(tokens, behind):
        return _since(mention, published)
    for n in range(mention.first - 1, max(mention.first - 4, -1), -1):
        cls = class_of(tokens, n)
        if cls == "since" and tokens[n].value("time") != "post":
            return _since(mention, published)
        # "le raid de décembre": a word that is "of" as well opens no stretch of time by itself.
        opens = cls == "between" and tokens[n].value("prep") != "of"
        if opens and (mention.days.length or 0) >= SHORTEST_MONTH:
            ends = Days(mention.days.start, None)
            return TimeMention(mention.first, mention.after, ends, "since", mention.weekday)
        if cls == "until":
            ends = Days(_run_up(tokens, n - 1, mention.days.end), mention.days.end)
            if ends.start is not None:
                return TimeMention(mention.first, mention.after, ends, "span", 0, True)
            return TimeMention(mention.first, mention.after, ends, "until", mention.weekday)
        spaced = tokens[n].blank and class_of(tokens, n - 1) == "unit"
        if not (tokens[n].is_a("det") or spaced or cls in ("part", "last", "unit")):
            return _since(mention, published) if _since_then(tokens, n) else mention
    return mention


def _since(mention: TimeMention, published: date | None) -> TimeMention:
    """From the first day of the mention on, which lies before the day of publication."""
    start = mention.days.start
    if start is not None and published is not None and start > published:
        start = days.months_back(start, 12)
    return TimeMention(mention.first, mention.after, Days(start, None), "since", mention.weekday)


def _since_then(tokens: list[Token], n: int) -> bool:
    """Whether a clause of "since" ends at `n`, the time behind: "since the campaign began in".

    Where its word is also one of place ("from the airport on Monday"), the clause needs a verb.
    """
    told = False
    for at in range(n, max(n - _CLAUSE, -1), -1):
        token, cls = tokens[at], class_of(tokens, at)
        if cls == "since":
            return token.value("time") != "post" and (told or token.value("prep") != "from")
        if token.kind != "w" or token.is_any(_GROUND):
            return False
        if cls not in ("", "part", "early") and not (at == n and cls == "span"):
            return False
        told = told or cls == "early" or token.is_any(_TELLS)
    return False


_GROUND: Final = frozenset(("place", "country", "capital", "airport"))
_TELLS: Final = frozenset(("verb", "rel", "have", "be", "pred"))

_CLAUSE: Final = 8
"""Tokens that such a clause has before its time."""


def _until_now(tokens: list[Token], mention: TimeMention) -> bool:
    """Whether a clause goes on from the time to a word for "since" that closes it.

    "The government of August 2023 took office since": such words stand behind what they date.
    """
    for n in range(mention.after, min(mention.after + _CLOSED, len(tokens))):
        if class_of(tokens, n) == "since" and tokens[n].value("time") == "post":
            return True
        if tokens[n].kind != "w" or tokens[n].is_a("num"):
            return False
    return False


_CLOSED: Final = 14
"""Tokens that a clause has before the word for "since" that closes it."""


def _to_date(tokens: list[Token], n: int) -> bool:
    """Whether "to date" is glued to the time before `n`: "September-to-now"."""
    return class_of(tokens, n) == "total" and tokens[n].glued and caseless(tokens[n].norm)


def _run_up(tokens: list[Token], n: int, end: date | None) -> date | None:
    """The first day of a length of time that ends on `end`: "the two weeks to 20 February"."""
    if class_of(tokens, n) != "unit" or end is None:
        return None
    count = small_number(tokens, n - 1, _COUNTS) if n else 0
    return back(end, tokens[n].value("time"), count) if count else None


_COUNTS: Final = frozenset(("unit", "teen", "ten", "article"))


def _first_of_month(tokens: list[Token], mention: TimeMention) -> TimeMention:
    """The month told, or only its first days or week: "the first ten days of January"."""
    start, n = mention.days.start, mention.first - 1
    if start is None or not SHORTEST_MONTH <= (mention.days.length or 0) <= LONGEST_MONTH:
        return mention
    while n > 0 and (tokens[n].is_a("prep") or tokens[n].is_a("det")):
        n -= 1
    length = _LENGTHS.get(tokens[n].value("time"), 0) if class_of(tokens, n) == "unit" else 0
    told = range(n - 1, max(n - 3, -1), -1) if length else range(0)
    if not any((class_of(tokens, i), tokens[i].value("time")) == ("first", "1") for i in told):
        return mention
    count = next((c for i in told if (c := small_number(tokens, i, _COUNTS))), 1)
    end = start + timedelta(days=min(length * count, SHORTEST_MONTH) - 1)
    return TimeMention(n, mention.after, Days(start, end), "at")


_LENGTHS: Final = {"day": 1, "week": 7}
"""Days of a unit that divides a month."""


def _past(tokens: list[Token], mention: TimeMention, published: date | None) -> TimeMention:
    """The mention, a year earlier where "last" stands beside a day yet to come."""
    start, end = mention.days
    beside = (class_of(tokens, mention.first - 1), class_of(tokens, mention.after))
    if published is None or start is None or end is None or start <= published:
        return mention
    if "last" not in beside or any(year_number(tokens, n) for n in _words(mention)):
        return mention
    over = Days(days.months_back(start, 12), days.months_back(end, 12))
    return TimeMention(mention.first, mention.after, over, mention.role, 0, mention.ranged)


def _words(mention: TimeMention) -> range:
    return range(mention.first, mention.after)


def up_to(tokens: list[Token], mentions: list[TimeMention]) -> list[TimeMention]:
    """The mentions with each open start and the end behind it as one stretch of days.

    "Since the beginning of the year and up to 15 October".
    """
    found: list[TimeMention] = []
    for mention in mentions:
        if found and _ends(tokens, found[-1], mention):
            left = found.pop()
            over = Days(left.days.start, mention.days.end)
            mention = TimeMention(left.first, mention.after, over, "at", 0, True)
        found.append(mention)
    return found


def _ends(tokens: list[Token], left: TimeMention, right: TimeMention) -> bool:
    """Whether `right` is the last day of what `left` begins: small words alone lie between."""
    start, end = left.days.start, right.days.end
    if right.role != "until" or start is None or end is None or start > end:
        return False
    open_start = left.role == "since" or (left.days.length or 0) > LONGEST_MONTH
    between = tokens[left.after : right.first]
    small = all(t.is_any(_LINKS) for t in between)
    return open_start and small and 0 < len(between) <= _BETWEEN


_LINKS: Final = frozenset(("conj", "prep", "range", "time", "det"))
_BETWEEN: Final = 3
"""Small words between a first and a last day."""
