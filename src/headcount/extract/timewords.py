"""Time expressions of a sentence as intervals of days, resolved against the day of publication.

Weekdays and "last month" count back from publication; a day without a year is the last such day
that is not more than `AHEAD` in the future. Nothing is resolved without a day of publication
that the words need.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from headcount import days
from headcount.days import Days
from headcount.extract.tokens import Token

AHEAD = timedelta(days=14)
"""How far after publication a day without a year may lie: planned flights are announced so."""


@dataclass(frozen=True, slots=True)
class TimeMention:
    """One expression: tokens `first` up to `after`, its days, and how it bounds the event.

    `role` is "at" (on those days), "since" (open end), "until" (open start) or "span" (a whole
    period up to publication, "in the last six months").
    """

    first: int
    after: int
    days: Days
    role: str
    weekday: int = 0


def find_times(tokens: list[Token], published: date | None) -> list[TimeMention]:
    """All time expressions of one sentence in order, ranges joined."""
    found: list[TimeMention] = []
    n = 0
    while n < len(tokens):
        mention = _mention(tokens, n, published)
        if mention is None:
            n += 1
            continue
        if found and _linked(tokens, found[-1], mention):
            mention = _joined(found.pop(), mention)
        found.append(mention)
        n = mention.after
    return [_bounded(tokens, mention, published) for mention in found]


def _cls(tokens: list[Token], n: int) -> str:
    if not 0 <= n < len(tokens):
        return ""
    entry = tokens[n].entries.get("time")
    return entry.extra if entry else ""


def _small(tokens: list[Token], n: int) -> int:
    """The day of the month written at `n`, ordinals too ("18th", "1er"); 0 when it is none."""
    if not 0 <= n < len(tokens) or tokens[n].kind != "n":
        return 0
    digits = tokens[n].norm[: len(tokens[n].norm) - len(tokens[n].tail)]
    if not digits.isdigit() or len(digits) > 2 or len(tokens[n].tail) > 3:
        return 0
    value = int(digits)
    return value if 1 <= value <= 31 else 0


def _year(tokens: list[Token], n: int) -> int:
    """The year written at `n`, 0 when it is none."""
    if 0 <= n < len(tokens) and tokens[n].kind == "n" and not tokens[n].tail:
        word = tokens[n].norm
        if word.isdigit() and len(word) == 4 and 1990 <= int(word) <= 2099:
            return int(word)
    return 0


def _month(tokens: list[Token], n: int) -> int:
    """The month named at `n`, 0 when it is none or the word is a number there ("dix-sept")."""
    if not 0 <= n < len(tokens) or not tokens[n].is_a("month"):
        return 0
    if tokens[n].is_a("num") and not (_small(tokens, n - 1) or _year(tokens, n + 1)):
        return 0
    return int(tokens[n].value("month"))


def _mention(tokens: list[Token], n: int, published: date | None) -> TimeMention | None:
    for read in (_numeric, _day_month, _month_day, _month_alone, _weekday, _relative, _year_alone):
        mention = read(tokens, n, published)
        if mention is not None:
            return mention
    return None


def _numeric(tokens: list[Token], n: int, published: date | None) -> TimeMention | None:
    """23/2/2025, 2025-02-24 and 22/2."""
    marks = tokens[n + 1 : n + 2]
    if tokens[n].kind != "n" or not marks or marks[0].norm not in ("/", "-") or not marks[0].glued:
        if (
            _year(tokens, n)
            and n + 2 < len(tokens)
            and tokens[n + 1].joined
            and tokens[n + 2].joined
        ):
            month, day = _small(tokens, n + 1), _small(tokens, n + 2)
            found = days.day_of(_year(tokens, n), month, day) if month and day else None
            return TimeMention(n, n + 3, Days(found, found), "at") if found else None
        return None
    day, month = _small(tokens, n), _small(tokens, n + 2)
    if not day or not month or month > 12:
        return None
    if n + 4 < len(tokens) and tokens[n + 3].norm == marks[0].norm and _year(tokens, n + 4):
        found = days.day_of(_year(tokens, n + 4), month, day)
        return TimeMention(n, n + 5, Days(found, found), "at") if found else None
    found = _near(month, day, published)
    return TimeMention(n, n + 3, Days(found, found), "at") if found else None


def _day_month(tokens: list[Token], n: int, published: date | None) -> TimeMention | None:
    """23 February 2025, 1er mars, 24 to 26 October."""
    day = _small(tokens, n)
    if not day:
        return None
    at = n + 1
    first = day
    second = at + 1
    while second < len(tokens) and tokens[second].is_a("det"):
        second += 1
    if second < len(tokens) and _small(tokens, second) and _range_word(tokens, at):
        day = _small(tokens, second)
        at = second + 1
    elif at < len(tokens) and tokens[at].joined and _small(tokens, at):
        day = _small(tokens, at)
        at += 1
    if at < len(tokens) and tokens[at].value("prep") == "of":
        at += 1
    month = _month(tokens, at)
    if not month:
        return None
    return _dated(tokens, n, at + 1, (first, day, month), published)


def _month_day(tokens: list[Token], n: int, published: date | None) -> TimeMention | None:
    """February 23, 2025 and Jan. 16–17."""
    month = _month(tokens, n)
    if not month:
        return None
    at = n + 1
    if at < len(tokens) and tokens[at].norm == "." and tokens[at].glued:
        at += 1
    day = _small(tokens, at)
    if not day or (at + 1 < len(tokens) and tokens[at + 1].is_a("head")):
        return None
    at += 1
    last = day
    if at + 1 < len(tokens) and _small(tokens, at + 1) and _range_word(tokens, at):
        last = _small(tokens, at + 1)
        at += 2
    elif at < len(tokens) and tokens[at].joined and _small(tokens, at):
        last = _small(tokens, at)
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
    year = _year(tokens, at + comma)
    if year:
        at += 1 + comma
        start, end = days.day_of(year, month, first), days.day_of(year, month, last)
    else:
        end = _near(month, last, published)
        start = days.day_of(end.year, month, first) if end else None
    if start is None or end is None:
        return None
    return TimeMention(n, at, Days(start, end), "at")


def _near(month: int, day: int, published: date | None) -> date | None:
    """That day in the year that makes it the last one not far after publication."""
    if published is None:
        return None
    for year in (published.year + 1, published.year, published.year - 1):
        found = days.day_of(year, month, day)
        if found is not None and found <= published + AHEAD:
            return found
    return None


def _month_alone(tokens: list[Token], n: int, published: date | None) -> TimeMention | None:
    """In March; mid-January; October 2025."""
    month = _month(tokens, n)
    if not month:
        return None
    part = tokens[n - 1].value("time") if _cls(tokens, n - 1) == "part" else ""
    last = _cls(tokens, n - 1) == "last" or _cls(tokens, n + 1) == "last"
    year = _year(tokens, n + 1) or (
        _year(tokens, n + 2) if n + 2 < len(tokens) and tokens[n + 1].value("prep") == "of" else 0
    )
    after = n + 1 + bool(year)
    if not year:
        if published is None:
            return None
        year = published.year if month <= published.month else published.year - 1
        if last and month == published.month:
            year -= 1
    return TimeMention(n - bool(part), after, days.month_days(year, month, part), "at")


def _year_alone(tokens: list[Token], n: int, published: date | None) -> TimeMention | None:
    """In 2023, since 2022: only behind a preposition or a word of time."""
    year = _year(tokens, n)
    before = tokens[n - 1] if n else None
    if not year or before is None:
        return None
    ranged = before.is_a("range") and _year(tokens, n - 2) > 0
    if not (ranged or before.is_a("prep") or before.is_a("time")):
        return None
    if n + 1 < len(tokens) and ({"head", "people", "adjective"} & tokens[n + 1].entries.keys()):
        return None
    if published is not None and year > published.year + 1:
        return None
    return TimeMention(n, n + 1, days.year_days(year), "at")


def _weekday(tokens: list[Token], n: int, published: date | None) -> TimeMention | None:
    """On Saturday; last Sunday; dimanche dernier — with the day in brackets that follows."""
    if _cls(tokens, n) != "weekday" or published is None:
        return None
    weekday = int(tokens[n].value("time"))
    after = n + 1
    while after < len(tokens) and (
        tokens[after].norm in (",", "(")
        or (tokens[after].is_a("det") and not tokens[after].kind == "m")
    ):
        after += 1
    for read in (_numeric, _day_month, _month_day):
        mention = read(tokens, after, published) if after < len(tokens) else None
        if mention is not None:
            return TimeMention(n, mention.after, mention.days, "at", weekday)
    day = days.weekday_before(published, weekday)
    if "next" in (_cls(tokens, n - 1), _cls(tokens, n + 1)):
        day = days.weekday_after(published + timedelta(days=1), weekday)
    elif _cls(tokens, n - 1) == "last" and day == published:
        day -= timedelta(days=7)
    return TimeMention(n, n + 1, Days(day, day), "at", weekday)


def _relative(tokens: list[Token], n: int, published: date | None) -> TimeMention | None:
    """Yesterday; last week; this month; in the past two days; three days ago."""
    if published is None:
        return _undated_span(tokens, n)
    cls = _cls(tokens, n)
    if cls == "day":
        day = published + timedelta(days=int(tokens[n].value("time")))
        return TimeMention(n, n + 1, Days(day, day), "at")
    count, at = _counted(tokens, n)
    if _cls(tokens, at) == "unit":
        unit = tokens[at].value("time")
        before, behind = _cls(tokens, n - 1), _cls(tokens, at + 1)
        if count and "ago" in (behind, before):
            end = _back(published, unit, count)
            return TimeMention(n, at + 2, Days(end, end), "at") if end else None
        direction = before if before in ("last", "next", "this") else ""
        if not direction and behind in ("last", "next", "this"):
            direction = behind
        inner = _cls(tokens, n + 1) if count else ""
        if not direction and inner in ("last", "next", "this") and _cls(tokens, at) == "unit":
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


def _undated_span(tokens: list[Token], n: int) -> TimeMention | None:
    """ "In the last six months" of a report without a day: a span all the same."""
    count, at = _counted(tokens, n)
    if (
        count
        and _cls(tokens, at) == "unit"
        and tokens[at].value("time") in ("week", "month", "year")
    ):
        if _cls(tokens, n + 1) == "last" or _cls(tokens, n - 1) in ("last", "span"):
            return TimeMention(n, at + 1, Days(None, None), "span")
    return None


def _from_start(tokens: list[Token], n: int) -> bool:
    """Whether "the beginning of the" stands before the unit at `n`."""
    for before in range(n - 1, max(n - 4, -1), -1):
        if _cls(tokens, before) == "part":
            return tokens[before].value("time") == "early"
        if not (tokens[before].is_a("det") or tokens[before].is_a("prep")):
            return False
    return False


def _counted(tokens: list[Token], n: int) -> tuple[int, int]:
    """A small number at `n` and the token behind it ("six derniers mois" skips "derniers")."""
    token = tokens[n]
    entry = token.entries.get("num")
    count = _small(tokens, n)
    if not count and entry is not None and entry.extra in ("unit", "teen", "few", "ten"):
        count = int(float(entry.value))
    if not count:
        return 0, n
    at = n + 1
    if _cls(tokens, at) in ("last", "next", "this"):
        at += 1
    return count, at


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


def _linked(tokens: list[Token], left: TimeMention, right: TimeMention) -> bool:
    """Whether two mentions are the ends of one range: "between Jan. 16 and Jan. 30"."""
    between = tokens[left.after : right.first]
    if not 1 <= len(between) <= 3 or left.days.start is None or right.days.end is None:
        return False
    if left.days.start > right.days.end:
        return False
    words = [t for t in between if not t.is_a("det")]
    if len(words) != 1:
        return False
    return words[0].is_a("range") or words[0].norm in ("-", "–", "—") or words[0].is_a("conj")


def _joined(left: TimeMention, right: TimeMention) -> TimeMention:
    return TimeMention(left.first, right.after, Days(left.days.start, right.days.end), "at")


def _bounded(tokens: list[Token], mention: TimeMention, published: date | None) -> TimeMention:
    """The mention with the role that "since" or "until" before it gives."""
    if mention.role != "at":
        return mention
    for n in range(mention.first - 1, max(mention.first - 4, -1), -1):
        cls = _cls(tokens, n)
        if cls == "since":
            start = mention.days.start
            if start is not None and published is not None and start > published:
                start = days.months_back(start, 12)
            ends = Days(start, None)
            return TimeMention(mention.first, mention.after, ends, "since", mention.weekday)
        if cls == "until":
            ends = Days(None, mention.days.end)
            return TimeMention(mention.first, mention.after, ends, "until", mention.weekday)
        if not (tokens[n].is_a("det") or cls in ("part", "last")):
            break
    return mention
