"""Numbers that count nothing: shares, ranks, dates and labels."""

from __future__ import annotations

from fractions import Fraction

from headcount.extract.mentions.nouns import has, joins
from headcount.extract.mentions.reltimes import counted_period
from headcount.extract.mentions.spelled import Number
from headcount.extract.mentions.timewords import class_of, day_number, year_number
from headcount.extract.mentions.tokens import Token


def no_count(tokens: list[Token], number: Number) -> str:
    """Why a number is a share, a rank, a date or a label and no count; "" when it may be one."""
    if _out_of_ten(tokens, number):
        return "a share"
    before = tokens[number.first - 1] if number.first else None
    after = tokens[number.after] if number.after < len(tokens) else None
    if before is not None and before.is_a("label") and tokens[number.first].glued:
        return "a rank"
    if after is not None and after.joined and after.is_a("head"):
        return "a measure"
    if number.value < _LONGEST and counted_period(tokens, number.after):
        return "a length of time"
    if number.shape != "exact" or not number.digits:
        return ""
    if number.after - number.first > 1 and tokens[number.first].norm.startswith("0"):
        return "a telephone number"
    if _a_date(tokens, number):
        return "a date"
    if before is not None and (before.norm in ("#", "°") or _labelled(tokens, number.first)):
        return "a label"
    if (
        after is not None
        and after.norm in ("/", ":")
        and after.glued
        and number.after + 1 < len(tokens)
        and tokens[number.after + 1].kind == "n"
        and tokens[number.after + 1].glued
    ):
        return "a date or a time"
    timed = number.first > 1 and tokens[number.first - 2].kind == "n"
    if timed and tokens[number.first - 1].norm in ("/", ":") and tokens[number.first].glued:
        return "a date or a time"
    return ""


_LONGEST = 100
"""More weeks, months or years than a report counts back."""


def _a_date(tokens: list[Token], number: Number) -> bool:
    """Whether a number in digits is a day of a month, or a year behind one."""
    first, after = number.first, number.after
    if class_of(tokens, after) == "mark" or class_of(tokens, first - 1) == "datemark":
        return True
    year = number.bare and 1990 <= number.value <= 2100
    if year and has(tokens, first - 1, "prep") and tokens[first - 1].value("prep") == "in":
        return not has(tokens, after, "head")
    if number.bare and year_number(tokens, first) and class_of(tokens, first - 1) == "unit":
        return tokens[first - 1].value("time") == "year"
    short = number.value <= 31
    if _hyphened(tokens, number):
        return True
    link = after + (after < len(tokens) and tokens[after].value("prep") == "of")
    if short and has(tokens, link, "month"):
        return True
    if has(tokens, first - 1, "month") and (short or number.bare):
        return True
    return short and _beside_a_day(tokens, number)


def _hyphened(tokens: list[Token], number: Number) -> bool:
    """Whether a number is part of a day written with hyphens: "29-9-2025"."""
    first, after = number.first, number.after
    if number.top is not None:
        return tokens[first].joined and year_number(tokens, after - 1) > 0
    behind = after < len(tokens) and tokens[after].joined and tokens[after].kind == "n"
    return behind and number.value <= 31 and 1 <= day_number(tokens, after) <= 12


def _out_of_ten(tokens: list[Token], number: Number) -> bool:
    """Whether a number is part of a share: "four in ten", "one in five"."""
    n = number.after
    behind = number.first > 1 and tokens[number.first - 1].value("prep") == "in"
    if behind and number.value in (3, 4, 5, 10) and tokens[number.first - 2].is_a("num"):
        return True
    if n + 1 >= len(tokens) or tokens[n].value("prep") != "in":
        return False
    entry = tokens[n + 1].entries.get("num")
    if entry is None or entry.extra not in ("unit", "teen", "ten", "hundred"):
        return False
    return number.value < Fraction(entry.value)


def _beside_a_day(tokens: list[Token], number: Number) -> bool:
    """Whether a number is one of two days: "March 25 and 26", "les 25 et 26 mars"."""
    first, after = number.first, number.after
    back = first > 2 and joins(tokens, first - 1) and day_number(tokens, first - 2) > 0
    if back and tokens[first - 3].is_a("month"):
        return True
    ahead = joins(tokens, after) and day_number(tokens, after + 1) > 0
    return ahead and has(tokens, after + 2, "month")


def _labelled(tokens: list[Token], first: int) -> bool:
    """Whether a word of labelling stands before the number: "No. 28", "article 12"."""
    n = first - 1
    while n > 0 and tokens[n].norm in (".", "°"):
        n -= 1
    return tokens[n].is_a("label") and not tokens[n].is_a("head")
