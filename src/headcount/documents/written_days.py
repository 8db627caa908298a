"""Full calendar days (day, month and year) as reports and pages write them."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from importlib import resources
from typing import NamedTuple

from headcount.languages.months import month_names

_YEARS = range(1995, 2100)
_BUDDHIST = 543
"""Thai reports count years from the death of the Buddha."""

_ISO = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)|\s*(\d{4})(\d\d)(\d\d)(?!\d)")
_YEAR = re.compile(r"\d{4}")


class WrittenDay(NamedTuple):
    """A day with the half-open character span in which it is written."""

    start: int
    end: int
    day: date


def machine_day(value: str) -> date | None:
    """The day of a machine-written time (ISO 8601, RFC 822, or a full date in words).

    The calendar day is taken as written, whatever the zone. None if there is no single day.
    """
    value = value[:200]
    found = _ISO.match(value)
    if found:
        return _day(*(int(g) for g in found.groups() if g))
    days = {written.day for written in find_days(value)}
    return days.pop() if len(days) == 1 else None


def find_days(line: str) -> list[WrittenDay]:
    """Every full day in a line, in order.

    `03/04/2025` is no day, since its order is unknown, unless a word of a language that writes the
    day first leads to it: "ngày 3/4/2025", "le 03/04/2025".
    """
    found: list[WrittenDay] = []
    if not _YEAR.search(line):
        return found
    for match in _pattern().finditer(line):
        groups = {name[0]: text for name, text in match.groupdict().items() if text}
        if "m" in groups:
            month = month_names()[" ".join(groups["m"].casefold().split())]
        else:
            month = int(groups["n"])
        day = _day(int(groups["y"]), month, int(groups["d"]))
        if day:
            start = match.start("d8") if match["d8"] else match.start()
            found.append(WrittenDay(start, match.end(), day))
    return found


def _day(year: int, month: int, day: int) -> date | None:
    if year - _BUDDHIST in _YEARS and year not in _YEARS:
        year -= _BUDDHIST
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _pattern() -> re.Pattern[str]:
    """All orders in one pattern; groups are named after y(ear), m(onth name), n(umber), d(ay)."""
    forms = sorted(month_names(), key=len, reverse=True)
    names = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
    # Short joining words and ordinal endings: "1er", "24th", "de", "năm", "พ.ศ.".
    ordinal = r"(?:[^\W\d]{1,2}|[.º°])?"
    joint = r"[\s.,]{0,2}(?:[^\W\d]{2,4}\s+|[^\W\d]\.[^\W\d]\.\s*)?"
    return re.compile(
        rf"(?<![\d.,])(?P<d1>\d{{1,2}}){ordinal}[\s\-–/]*(?:[^\W\d]{{2}}\s+)?"
        rf"(?P<m1>{names})(?![^\W\d])[\-–/]?{joint}(?P<y1>\d{{4}})(?!\d)"
        rf"|(?<!\w)(?P<m2>{names})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})(?!\d)"
        rf"|(?<!\d)(?P<y3>\d{{4}})[^\d\s]?[\s,]*(?P<m3>{names})\s*(?P<d3>\d{{1,2}})(?!\d)[^\W\d]?"
        r"|(?<!\d)(?P<y4>\d{4})(?P<s4>[-/.])(?P<n4>\d{1,2})(?P=s4)(?P<d4>\d{1,2})(?!\d)"
        # Dots mean day first everywhere; with a stroke or dash only a day above 12 tells.
        r"|(?<![\d.])(?P<d5>\d{1,2})\.(?P<n5>\d{1,2})\.(?P<y5>\d{4})(?!\d)"
        r"|(?<!\d)(?P<d6>1[3-9]|2\d|3[01])[/-](?P<n6>\d{1,2})[/-](?P<y6>\d{4})(?!\d)"
        r"|(?<!\d)(?P<n7>\d{1,2})[/-](?P<d7>1[3-9]|2\d|3[01])[/-](?P<y7>\d{4})(?!\d)"
        rf"|(?<!\w)(?:{_leading()})\s*(?P<d8>\d{{1,2}})[/-](?P<n8>\d{{1,2}})[/-](?P<y8>\d{{4}})(?!\d)",
        re.IGNORECASE,
    )


def _leading() -> str:
    """The words that lead to a day written before its month, as one pattern, longest first."""
    text = resources.files(__package__).joinpath("bylines.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    words = sorted((word for kind, word in rows if kind == "dayfirst"), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
