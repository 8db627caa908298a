"""Numbers that count nothing: shares, ranks, dates and labels."""

from __future__ import annotations

from typing import Final

from headcount.extract.mentions.bare import VERBS
from headcount.extract.mentions.nouns import Phrase, has, joins, nation
from headcount.extract.mentions.reltimes import counted_period
from headcount.extract.mentions.spelled import BEHIND, UNREAD, Number, value_of
from headcount.extract.mentions.timewords import class_of, day_number, in_brackets, year_number
from headcount.extract.mentions.tokens import Token
from headcount.languages.scripts import caseless


def no_count(tokens: list[Token], number: Number) -> str:
    """Why a number is a share, a rank, a date or a label and no count; "" when it may be one."""
    if _out_of_ten(tokens, number):
        return "a share"
    before = tokens[number.first - 1] if number.first else None
    after = tokens[number.after] if number.after < len(tokens) else None
    if before is not None and before.is_a("label") and tokens[number.first].glued:
        return "a rank"
    if after is not None and after.joined and after.is_a("head") and not _strong(tokens, number):
        return "a measure"
    if number.value < _LONGEST and _of_time(tokens, number.after):
        return "a length of time"
    if _differs(tokens, number.first - 1):
        return "a difference"
    if number.value <= _FEWEST and _or_more(tokens, number.after):
        return "a threshold"
    if _named_so(tokens, number):
        return "a label"
    unread = number.shape == UNREAD
    dated = unread and tokens[number.first].is_a("month")
    reason = "a date" if dated else _no_digits(tokens, number)
    return reason or ("no number that can be read" if unread else "")


def _no_digits(tokens: list[Token], number: Number) -> str:
    """Why digits are a rank, a telephone number, a date or a label, "" when they may be a count."""
    before = tokens[number.first - 1] if number.first else None
    after = tokens[number.after] if number.after < len(tokens) else None
    if number.shape not in ("exact", UNREAD) or not number.digits:
        return ""
    if _ordinal(tokens, number) or _numbers_a_list(tokens, number):
        return "a rank"
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


_COMPARED: Final = frozenset(("be", "amount", "hedge"))
"""Classes of words between what a number is compared with and the number."""


def _differs(tokens: list[Token], n: int) -> bool:
    """Whether a number up to `n` tells how many more than at another time: "than in May: 290".

    So languages put it that set the number behind what it is compared with.
    """
    while n > 0 and tokens[n].is_any(_COMPARED):
        if tokens[n].is_a("month") or tokens[n].kind != "w":
            break
        n -= 1
    behind = n
    while n > 0 and (tokens[n].is_a("month") or class_of(tokens, n) in _PERIODS):
        n -= 1
    if n == behind:
        return False
    return tokens[n].value("hedge") == "at_least" or tokens[n].is_a("than")


_PERIODS: Final = frozenset(("month", "period", "last", "this"))


def _strong(tokens: list[Token], number: Number) -> bool:
    """Whether a hyphen tells how many a group has: "a 12-member gang", "the 24-strong party"."""
    n = number.after
    group = tokens[n + 1] if n + 1 < len(tokens) else None
    if tokens[n].value("head") != "person" or group is None or group.kind != "w":
        return False
    return group.is_a("tally") or not group.is_any(_NO_GANG)


_NO_GANG: Final = frozenset(("bad", "body", "head"))


def _of_time(tokens: list[Token], after: int) -> bool:
    """Whether a unit of time follows, or "and", another number and one: "21 and 19 years"."""
    if counted_period(tokens, after):
        return True
    if class_of(tokens, after) == "first" and ":" in tokens[after].value("time"):
        # "8 {first months}" in one word
        return True
    if not has(tokens, after, "conj") or class_of(tokens, after + 2) != "unit":
        return False
    return tokens[after + 1].kind == "n" or tokens[after + 1].is_a("num")


_LONGEST: Final = 100
"""More weeks, months or years than a report counts back."""


def _a_date(tokens: list[Token], number: Number) -> bool:
    """Whether a number in digits is a day of a month, or a year behind one."""
    first, after = number.first, number.after
    if class_of(tokens, after) == "mark" or class_of(tokens, first - 1) == "datemark":
        return True
    year = number.bare and 1990 <= number.value <= 2100
    within = has(tokens, first - 1, "prep") and tokens[first - 1].value("prep") == "in"
    if year and (within or class_of(tokens, first - 1) == "part"):
        return not has(tokens, after, "head")
    if number.bare and year_number(tokens, first) and class_of(tokens, first - 1) == "unit":
        return tokens[first - 1].value("time") == "year"
    if _other_year(tokens, number) or _hyphened(tokens, number):
        return True
    if number.bare and in_brackets(tokens, first):
        return True
    short = number.value <= 31
    link = after + (after < len(tokens) and tokens[after].value("prep") == "of")
    if short and has(tokens, link, "month"):
        return True
    dotted = first > 1 and tokens[first - 1].norm == "." and tokens[first - 1].glued
    if has(tokens, first - 1 - dotted, "month") and (short or number.bare):
        return True
    return short and _beside_a_day(tokens, number)


def _named_so(tokens: list[Token], number: Number) -> bool:
    """Whether "hundred" opens a name in quotation marks: "the “Hundred Victories Hotel”"."""
    first = number.first
    entry = tokens[first].entries.get("num")
    power = entry is not None and entry.extra == "power" and number.after == first + 1
    opened = first > 0 and tokens[first - 1].norm == "“"
    return power and opened and not has(tokens, number.after, "classifier")


_FEWEST: Final = 3
"""So few "or more" are what a law asks for, and nobody counted them."""


def _or_more(tokens: list[Token], n: int) -> bool:
    """Whether "or more" follows at `n`, perhaps behind the counting word: "two or more people"."""
    n += has(tokens, n, "classifier")
    hedge = tokens[n].entries.get("hedge") if n < len(tokens) else None
    return hedge is not None and hedge.value == "at_least" and hedge.extra in BEHIND


def _ordinal(tokens: list[Token], number: Number) -> bool:
    """Whether a word with its number behind a small word ranks: "person at 5", "suspect at 2"."""
    n = number.first - 1
    if n < 1 or not (tokens[n].glued and tokens[n].is_a("rel") and tokens[n].is_a("prep")):
        return False
    person = tokens[n - 1].value("head") == "person" and number.value <= _MEMBERS
    named = person and not has(tokens, number.after, "classifier")
    return (tokens[n - 1].is_a("classifier") or named) and not has(tokens, number.after, "head")


def _numbers_a_list(tokens: list[Token], number: Number) -> bool:
    """Whether a number and a mark open a member of a list: "1) rescue", "1.Chinese 45 2.Thai 30".

    The full stop only in scripts without spaces, where no sentence ends with such a stop; the
    bracket where none was opened.
    """
    stop, n = number.after, number.after + 1
    if number.value > _MEMBERS or n >= len(tokens) or tokens[stop].norm not in _NUMBERING:
        return False
    if tokens[stop].norm == ")":
        return tokens[stop].glued and not _in_brackets(tokens, number.first)
    return tokens[stop].glued and tokens[n].kind == "w" and caseless(tokens[n].norm)


_NUMBERING: Final = frozenset(".)")
"""Marks behind the number of a list's member."""


def _in_brackets(tokens: list[Token], n: int) -> bool:
    """Whether a bracket was opened before token `n` and not closed."""
    marks = [t.norm for t in tokens[:n] if t.norm in ("(", ")")]
    return bool(marks) and marks[-1] == "("


_MEMBERS: Final = 31
"""Members that a numbered list has at most."""


def _other_year(tokens: list[Token], number: Number) -> bool:
    """Whether a number is a year by what stands before it, and no noun follows.

    It closes a range of years ("2021 - 2023"); in a script without capitals two digits behind a
    day and its month, or behind the word for a year, are one too.
    """
    first, after = number.first, number.after
    if first < 2 or after - first > 1:
        return False
    before = tokens[first - 1]
    counts = has(tokens, after, "head")
    if counts and (has(tokens, after, "classifier") or not has(tokens, first - 1, "month")):
        return False
    if year_number(tokens, first):
        if tokens[first].joined and year_number(tokens, first - 1):
            return True
        linked = before.norm in ("-", "–") or before.is_any(_LINKS)
        return linked and year_number(tokens, first - 2) > 0
    if len(tokens[first].norm) != _SHORT or not caseless(before.norm):
        return False
    dated = before.is_a("month") and day_number(tokens, first - 2) > 0
    return dated or (class_of(tokens, first - 1) == "unit" and before.value("time") == "year")


_LINKS: Final = frozenset(("prep", "conj", "range"))
_SHORT: Final = 2
"""Digits of a year without its century."""


def _hyphened(tokens: list[Token], number: Number) -> bool:
    """Whether a number is part of a day written with hyphens: "29-9-2025", "the 14-5"."""
    first, after = number.first, number.after
    day = day_number(tokens, first - 1) if tokens[first].joined else 0
    if day > number.value and number.top is None and number.value <= _MONTHS:
        return True
    if number.top is not None:
        return tokens[first].joined and year_number(tokens, after - 1) > 0
    behind = after < len(tokens) and tokens[after].joined and tokens[after].kind == "n"
    return behind and number.value <= 31 and 1 <= day_number(tokens, after) <= _MONTHS


_MONTHS: Final = 12


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
    return number.value < value_of(tokens[n + 1])


def _beside_a_day(tokens: list[Token], number: Number) -> bool:
    """Whether a number is one of two days: "March 25 and 26", "March 25 to 28", "les 25 et 26"."""
    first, after = number.first, number.after
    linked = joins(tokens, first - 1) or has(tokens, first - 1, "range")
    if first > 2 and linked and day_number(tokens, first - 2) > 0:
        # "Oct. 16 to 20"
        dotted = tokens[first - 3].norm == "." and tokens[first - 3].glued
        if has(tokens, first - 3 - dotted, "month"):
            return True
    ahead = joins(tokens, after) and day_number(tokens, after + 1) > 0
    return ahead and has(tokens, after + 2, "month")


def _labelled(tokens: list[Token], first: int) -> bool:
    """Whether a word of labelling stands before the number: "No. 28", "article 12"."""
    n = first - 1
    while n > 0 and tokens[n].norm in (".", "°"):
        n -= 1
    return tokens[n].is_a("label") and not tokens[n].is_a("head")


def of_force(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether those counted serve a body named behind: "299 operatives of the … Group"."""
    n = phrase.at
    if not has(tokens, phrase.head, "head") or tokens[phrase.head].entries["head"].extra != "force":
        return False
    if n >= len(tokens) or tokens[n].value("prep") not in ("of", "from"):
        return False
    name = tokens[n + 1 : n + 1 + _NAME]
    return any(t.is_a("body") for t in name) and all(t.kind == "w" for t in name[:1])


_NAME: Final = 6
"""Tokens of the name of a body."""


def of_a_share(tokens: list[Token], first: int, phrase: Phrase) -> bool:
    """Whether a share of the count at `first` is told of, not all: "half of the 61 were hurt"."""
    if phrase.unit not in ("", "person"):
        return False
    before = share_before(tokens, first - 1)
    return before or (has(tokens, phrase.at, "attr") and has(tokens, phrase.at + 1, "share"))


def told_by_itself(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """Whether a noun or a clause tells what those are of whom a share is: "half of the 260 freed".

    Notes the predicate of such a clause as one of the phrase, and drops the people that only the
    share is said to be of: "half of the 260 are Kenyans".
    """
    ahead = range(number.after, len(tokens))
    verb = next((n for n in ahead if tokens[n].is_a("be")), len(tokens))
    named = [nation(tokens, n) or tokens[n].value("country") for n in range(number.after, verb)]
    phrase.nations[:] = [code for code in phrase.nations if code in named]
    if verb < phrase.at:
        # "half of the 260 detainees were men"
        phrase.group, phrase.at = "", verb
    at = phrase.at if phrase.unit else number.after
    if phrase.unit and (phrase.kind or phrase.weak or phrase.attributes):
        return True
    behind = tokens[at : min(at + _CLAUSE, verb)]
    if any(token.is_a("rel") and not token.is_a("prep") for token in behind):
        return True
    told = at < len(tokens) and any(e.value not in ("origins", "-") for e in tokens[at].predicates)
    if not (told and _verb_behind(tokens, at + 1)):
        return False
    phrase.attributes.append(at)
    return True


_CLAUSE: Final = 4
"""Tokens from a noun to the clause that tells what those are: "of the three nationals whom …"."""


def share_before(tokens: list[Token], n: int) -> bool:
    """Whether "half of", "most of", "one of" ends at `n`."""
    if n < 0:
        return False
    linked = tokens[n].value("prep") in ("of", "from") or tokens[n].is_a("part")
    if tokens[n].is_a("share"):
        return linked or tokens[n].value("ends") == "of"
    return linked and (has(tokens, n - 1, "share") or tokens[n - 1].value("num") == "1")


def _verb_behind(tokens: list[Token], n: int) -> bool:
    """Whether the clause goes on to a verb of its own at `n` or behind."""
    apart = False
    for token in tokens[n:]:
        if token.is_a("conj") or token.norm in ";:":
            return False
        if token.is_any(VERBS) and not (apart and token.is_a("say")):
            return True
        apart = apart or token.norm == ","
    return False
