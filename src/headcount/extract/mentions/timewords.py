"""Single words of time: days of the month, months, years, and what the pack calls them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from headcount.days import Days
from headcount.extract.mentions.tokens import Token
from headcount.languages.scripts import caseless


@dataclass(slots=True, init=False)
class TimeMention:
    """One expression: tokens `first` up to `after`, its days, and how it bounds the event.

    `role` is "at" (on those days), "since" (open end), "until" (open start) or "span" (a whole
    period up to publication, "in the last six months") or "recent" (some day up to publication).
    `gap`: it is only the time of what follows it, "three months after 64 were sent home".
    """

    first: int
    after: int
    days: Days
    role: str
    weekday: int
    ranged: bool
    gap: bool

    def __init__(
        self,
        first: int,
        after: int,
        days: Days,
        role: str,
        weekday: int = 0,
        ranged: bool = False,
        gap: bool = False,
    ) -> None:
        self.first = first
        self.after = after
        self.days = days
        self.role = role
        self.weekday = weekday
        self.ranged = ranged
        self.gap = gap


def class_of(tokens: list[Token], n: int) -> str:
    """The class of the time word at `n` ("weekday", "unit", "last", …), "" when it is none."""
    if not 0 <= n < len(tokens):
        return ""
    entry = tokens[n].entries.get("time")
    return entry.extra if entry else ""


def led_length(tokens: list[Token], n: int) -> bool:
    """Whether the word before `n` makes the days there a length: "for four", "in the coming 3"."""
    if n < 1 or tokens[n - 1].is_a("before"):
        return False
    led = class_of(tokens, n - 1)
    return led in ("last", "next") or (led == "span" and not tokens[n - 1].is_a("prep"))


def day_number(tokens: list[Token], n: int) -> int:
    """The day of the month written at `n`, ordinals too ("18th", "1er"); 0 when it is none."""
    if not 0 <= n < len(tokens) or tokens[n].kind != "n":
        return 0
    digits = tokens[n].norm[: len(tokens[n].norm) - len(tokens[n].tail)]
    if not digits.isdigit() or len(digits) > 2 or len(tokens[n].tail) > 3:
        return 0
    value = int(digits)
    return value if 1 <= value <= 31 else 0


def spelled_day(tokens: list[Token], n: int) -> tuple[int, int]:
    """The day of the month at `n` in digits or in number words one by one, and the token behind.

    Number words count only in scripts without capitals; 0 and `n` for none.
    """
    day = day_number(tokens, n)
    if day:
        return day, n + 1
    at = n
    while at < min(n + _WORDS, len(tokens)) and caseless(tokens[at].norm):
        entry = tokens[at].entries.get("num")
        if entry is None or entry.extra not in ("unit", "power"):
            break
        value = int(float(entry.value))
        ten = entry.extra == "power"
        if (ten and value != _TEN) or (not ten and at > n and day % _TEN):
            break
        day = (day or 1) * _TEN if ten else day + value
        at += 1
    return (day, at) if 1 <= day <= _LAST_DAY else (0, n)


_WORDS: Final = 3
_TEN: Final = 10
_LAST_DAY: Final = 31


def in_brackets(tokens: list[Token], n: int) -> bool:
    """Whether a year of our time stands alone in brackets at `n`: "Angola (2024)"."""
    enclosed = 0 < n < len(tokens) - 1 and tokens[n - 1].norm == "(" and tokens[n + 1].norm == ")"
    return enclosed and year_number(tokens, n) >= _RECENT


_RECENT: Final = 2000
"""First year that a report on the centres tells without a word that makes it one."""


def small_number(tokens: list[Token], n: int, classes: frozenset[str]) -> int:
    """The small number at `n`, in digits up to 31 or in a word of those classes; 0 for none."""
    entry = tokens[n].entries.get("num")
    count = day_number(tokens, n)
    if not count and entry is not None and entry.extra in classes:
        count = int(float(entry.value))
    return count


def year_number(tokens: list[Token], n: int) -> int:
    """The year written in four digits at `n`, 0 when it is none."""
    if 0 <= n < len(tokens) and tokens[n].kind == "n" and not tokens[n].tail:
        return year_of(tokens[n].norm) if len(tokens[n].norm) == 4 else 0
    return 0


def year_of(digits: str, near: int = 0) -> int:
    """The year of our time that four digits mean in either era, or two behind a day and a month.

    Two digits mean the year closest to `near`, within _SHORTENED years; 0 for what is no year.
    """
    if not digits.isdigit():
        return 0
    value = int(digits[:_FULL])
    if len(digits) == _FULL:
        year = value - _BUDDHIST if value > 2099 + _LEAST_GAP else value
        return year if 1990 <= year <= 2099 else 0
    if len(digits) != _FULL // 2 or not near:
        return 0
    year = min((2000 + value, 2500 + value - _BUDDHIST), key=lambda y: abs(y - near))
    return year if abs(year - near) <= _SHORTENED else 0


_FULL: Final = 4
_SHORTENED: Final = 10
"""Years before or after publication that a year in two digits may mean."""


_BUDDHIST: Final = 543
"""Years by which the Buddhist era is ahead."""

_LEAST_GAP: Final = 400
"""A year written this far behind the last one that can be meant counts from another era."""


def short_year(tokens: list[Token], n: int, near: int) -> int:
    """A year of the Buddhist era in two digits behind a month ("23 K.P. 68"), 0 for none.

    Read only in scripts without capitals, and only if it lies within four years of `near`.
    """
    if not 0 < n < len(tokens) or not caseless(tokens[n - 1].norm):
        return 0
    if tokens[n].kind != "n" or len(tokens[n].norm) != 2 or not tokens[n].norm.isdigit():
        return 0
    year = 2500 + int(tokens[n].norm) - _BUDDHIST
    return year if abs(year - near) <= 4 else 0


def month_number(tokens: list[Token], n: int) -> int:
    """The month named at `n`, 0 when it is none or the word is a number there ("dix-sept")."""
    if not 0 <= n < len(tokens) or not tokens[n].is_a("month"):
        return 0
    if tokens[n].is_a("num") and not (day_number(tokens, n - 1) or year_number(tokens, n + 1)):
        return 0
    return int(tokens[n].value("month"))


def yearless(tokens: list[Token], mention: TimeMention) -> bool:
    """Whether an expression tells a month, and no year that it is of."""
    words = range(mention.first, mention.after)
    monthly = any(tokens[n].is_a("month") or class_of(tokens, n) == "mark" for n in words)
    return monthly and not any(
        year_number(tokens, n) or tokens[n].value("time").endswith("year") for n in words
    )
