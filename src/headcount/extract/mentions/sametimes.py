"""Times that count from the time told last: "the same year", "the next day", "two months later"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from headcount.days import LONGEST_MONTH, Days, day_of, month_days, months_back, year_days
from headcount.extract.mentions.timewords import TimeMention, class_of, small_number, yearless
from headcount.extract.mentions.tokens import Token


def times_again(
    tokens: list[Token], times: list[TimeMention], before: Days | None, published: date | None
) -> list[TimeMention]:
    """The times of one sentence in order, with those that count from one told before.

    `before` is the last time of the sentences before, None without one: "the same day" is then the
    day of publication, "two days earlier" counts from it, anything later is not known.
    """
    # Each with its type: the compiler takes a chained one for never None.
    last: Days | None = before
    former: Days | None = before
    found: list[TimeMention] = []
    told_here = next((t.days for t in times if t.role != "recent" and t.days.end), None)
    within: tuple[int, Days] = (-1, Days(None, None))
    for mention, unit, steps in _in_order(tokens, times):
        if mention.gap:
            days = _counted(unit, steps, told_here, None) if told_here else None
            over = days or Days(None, None)
            found.append(TimeMention(mention.first, mention.after, over, "at", gap=True))
            continue
        if unit:
            of_it = (unit, steps) == ("year", 0) and _hangs(tokens, found, mention)
            days = _counted(unit, steps, former if of_it else last, published)
            if days is None:
                continue
            mention = TimeMention(mention.first, mention.after, days, "at")
            if of_it:
                # "In April of the same year": the month is of that year, not the year of the month.
                month = _inside(found.pop(), days)
                mention = TimeMention(month.first, mention.after, month.days, "at")
            within = (mention.after, days)
        elif mention.first == within[0]:
            mention = _inside(mention, within[1])
            found.pop()
        elif 0 < within[0] == mention.first - 1 and _explains(tokens, mention):
            # "The next day, Nov. 29": told twice.
            found.pop()
        found.append(mention)
        told = mention.role != "recent" and (mention.days.start or mention.days.end)
        said = len(found) > 1 and spoken(tokens, mention)
        if told and not said:
            former = last
            last = mention.days
    return _of_year_told(tokens, found, published)


def _explains(tokens: list[Token], mention: TimeMention) -> bool:
    """Whether a day behind a comma tells which day the words before it mean."""
    return tokens[mention.first - 1].norm in (",", "(") and mention.days.length == 1


def _hangs(tokens: list[Token], before: list[TimeMention], year: TimeMention) -> bool:
    """Whether a year follows a month that tells none, small words between: "April of the same"."""
    if not before:
        return False
    left = before[-1]
    between = tokens[left.after : year.first]
    small = all(t.is_a("prep") or t.is_a("det") or t.norm == "," for t in between)
    return small and len(between) < _SMALL and yearless(tokens, left)


_SMALL: Final = 4
"""More small words than stand between a month and its year."""


def _of_year_told(
    tokens: list[Token], times: list[TimeMention], published: date | None
) -> list[TimeMention]:
    """Months and days that tell no year, in the year with which their sentence or clause opens.

    "In 2023 Cambodia sent back 19 in April and 25 in November."
    """
    year = next(iter(times), None)
    if year is None or year.role != "at" or not _whole_year(year.days):
        return times
    if year.first > _OPENS and all(t.kind == "w" for t in tokens[year.first - _OPENS : year.first]):
        return times
    found = [year]
    for mention in times[1:]:
        year = mention if mention.role == "at" and _whole_year(mention.days) else year
        told = _inside(mention, year.days) if yearless(tokens, mention) else mention
        past = published is None or (told.days.end or date.max) <= published
        found.append(told if past else mention)
    return found


_OPENS: Final = 4
"""Tokens before a year that opens its sentence, or a clause behind a mark."""


def _whole_year(over: Days) -> bool:
    return over.start is not None and over == year_days(over.start.year)


def spoken(tokens: list[Token], mention: TimeMention) -> bool:
    """Whether a day stands right behind a verb of speech: it is that of the announcement.

    "… were handed over on the 6th, the ministry said Friday. Three days before that …"
    """
    return mention.first > 0 and tokens[mention.first - 1].is_a("say")


def _inside(mention: TimeMention, over: Days) -> TimeMention:
    """A day or month right behind the month or year that it is of: "the same month, the 30th"."""
    start, end = mention.days
    if start is None or end is None or over.start is None or mention.role != "at":
        return mention
    monthly = (over.length or 0) <= LONGEST_MONTH
    told = [
        day_of(over.start.year, over.start.month if monthly else day.month, day.day)
        for day in (start, end)
    ]
    first, last = told
    if first is None or last is None or first > last:
        return mention
    return TimeMention(mention.first, mention.after, Days(first, last), "at", 0, mention.ranged)


_Told = tuple[TimeMention, str, int]
"""A mention; where it counts from another, the unit and how many of them later, else "" and 0."""


def _in_order(tokens: list[Token], times: list[TimeMention]) -> list[_Told]:
    """Times told by themselves and times that count from them, in the order of the sentence."""
    found: list[_Told] = [(mention, "", 0) for mention in times]
    for n in [n for n, token in enumerate(tokens) if token.is_any(_POINTING)]:
        if any(mention.first <= n < mention.after for mention in times):
            continue
        pointed = _points_back(tokens, n)
        if pointed is not None:
            found.append(pointed)
    return sorted(found, key=lambda pair: pair[0].first) if len(found) > 1 else found


_POINTING: Final = frozenset(("time", "gap"))
"""Classes of words that may count from another time."""


def _points_back(tokens: list[Token], n: int) -> _Told | None:
    """The time at `n` that counts from another: "same" words, or a count, its unit and "later"."""
    cls = class_of(tokens, n)
    if cls == "same":
        unit, _, told = tokens[n].value("time").partition(":")
        steps = int(told or 0)
        # "Two | days later", where the unit and "later" are one word.
        count = small_number(tokens, n - 1, _COUNTS) if n and steps and tokens[n].glued else 0
        return _mention(n - bool(count), n + 1), unit, steps * (count or 1)
    if tokens[n].is_a("gap") and _leads_to_another(tokens, n):
        unit, _, told = tokens[n].value("gap").partition(":")
        back = TimeMention(n, n + 1, Days(None, None), "at", gap=True)
        return (back, unit, -int(told)) if told else None
    if cls != "unit":
        return None
    if _leads_to_another(tokens, n + 1):
        return _gap(tokens, n)
    if class_of(tokens, n + 1) != "later" or _of_another(tokens, n + 2):
        return None
    count = small_number(tokens, n - 1, _COUNTS) if n else 0
    steps = count * int(tokens[n + 1].value("time"))
    return (_mention(n - 1, n + 2), tokens[n].value("time"), steps) if count else None


def _gap(tokens: list[Token], n: int) -> _Told | None:
    """How long after something else, at the unit `n`: "three months after a flight with 64"."""
    count = small_number(tokens, n - 1, _COUNTS) if n else 0
    if not count:
        return None
    unit = tokens[n].value("time")
    # What was hours before was on the same day, mostly.
    steps = 0 if unit == "hour" else -count
    mention = TimeMention(n - 1, n + 2, Days(None, None), "at", gap=True)
    return mention, "day" if unit == "hour" else unit, steps


def _leads_to_another(tokens: list[Token], n: int) -> bool:
    """Whether "after" at `n` leads to what happened before: no later time, and no end."""
    if n + 1 >= len(tokens) or tokens[n + 1].kind == "m":
        return False
    if tokens[n].is_a("gap"):
        return True
    later = class_of(tokens, n) == "later" and tokens[n].value("time") == "1"
    linked = tokens[n + 1].is_a("rel") or tokens[n + 1].value("prep") == "of"
    return later and (linked or _of_another(tokens, n + 1))


def _of_another(tokens: list[Token], n: int) -> bool:
    """Whether an article at `n` opens what the time counts from: "three years after the first"."""
    if n >= len(tokens) or not tokens[n - 1].is_a("prep"):
        return False
    return tokens[n].is_a("det") or tokens[n].value("num") == "1"


_COUNTS: Final = frozenset(("unit", "teen", "ten", "article"))


def _mention(first: int, after: int) -> TimeMention:
    return TimeMention(first, after, Days(None, None), "at")


def _counted(unit: str, steps: int, last: Days | None, published: date | None) -> Days | None:
    """The day, week, month or year so many steps from the last time; None if not known."""
    if last is None and steps < 0:
        last = Days(published, published)
    if unit in ("day", "week"):
        day = published if last is None and unit == "day" and not steps else _base(last, steps)
        if day is None:
            return None
        if unit == "day":
            day += timedelta(days=steps)
            return Days(day, day)
        monday = day + timedelta(days=7 * steps - day.isoweekday() + 1)
        return Days(monday, monday + timedelta(days=6))
    day = (last.start or last.end) if last is not None else None
    if day is None or unit not in ("month", "year"):
        return None
    day = months_back(day, -steps * (12 if unit == "year" else 1))
    return month_days(day.year, day.month) if unit == "month" else year_days(day.year)


_SPELL: Final = 14
"""Days of the longest time that "the next day" follows: behind a month it tells no day."""


def _base(last: Days | None, steps: int) -> date | None:
    """The day that later ones count from, the end of a spell, or its start for earlier ones."""
    if last is None or (last.start != last.end and (not steps or (last.length or 0) > _SPELL)):
        return None
    return (last.end or last.start) if steps > 0 else (last.start or last.end)
