"""Numbers in digits and words: what they are worth, and how far the words around hedge them.

The grammar is one for all languages: units, teens, tens, hundreds, scales, plurals that are
vague ("dozens") or round ("une soixantaine"), and ranges. The pack's tables say which word is
which, and how digits are grouped.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from headcount.counts import Value
from headcount.extract.mentions.spelled import (
    MULTIPLIERS,
    UNREAD,
    Number,
    inner_hedge,
    numeral,
    rest_of_thousand,
    spelled,
    teens,
    value_of,
)
from headcount.extract.mentions.timewords import class_of, year_number
from headcount.extract.mentions.tokens import Token
from headcount.languages.pack import Numerals
from headcount.languages.scripts import caseless


def find_numbers(tokens: list[Token], text: str, numerals: Numerals) -> list[Number]:
    """All numbers of one sentence in order, ranges joined into one.

    Digits that are no number of anything ("B52", "18th", a hundred digits) have the shape UNREAD.
    """
    found: list[Number] = []
    n = 0
    while n < len(tokens):
        token = tokens[n]
        if not token.signs or (token.kind != "n" and "num" not in token.entries):
            n += 1
            continue
        number = _number(tokens, n, text, numerals)
        if number is None or number.value > _MOST:
            if tokens[n].kind == "n":
                found.append(Number(n, n + 1, 0, UNREAD, digits=True, bare=False))
            n += 1
            continue
        joined = _range(tokens, number, text, numerals)
        found.append(joined)
        n = joined.after
    return found


_LONGEST: Final = 24
"""Digits and marks that a number may have."""

_MOST: Final = 10**16
"""No count and no sum of money is larger: what is, is none."""


def _number(tokens: list[Token], n: int, text: str, numerals: Numerals) -> Number | None:
    token = tokens[n]
    if token.kind == "n":
        return _digits(tokens, n, text, numerals)
    entry = token.entries.get("num")
    if entry is None or _times(tokens, n):
        return None
    if entry.extra in ("unit", "teen", "ten", "hundred", "power", "scale"):
        return spelled(tokens, n)
    if entry.extra in ("vague", "plural"):
        return _vague(tokens, n, n, value_of(token))
    if entry.extra == "few":
        return _few(tokens, n)
    if entry.extra == "teens":
        return teens(tokens, n)
    if entry.extra in ("article", "half", "dozen", "round"):
        return spelled(tokens, n)
    return None


def _times(tokens: list[Token], n: int) -> bool:
    """Whether a word that is a number and a unit of time is the unit: before a year or "this"."""
    if class_of(tokens, n) != "unit":
        return False
    if year_number(tokens, n + 1) or (n > 0 and tokens[n - 1].kind == "n"):
        return True
    near = (class_of(tokens, n - 1), class_of(tokens, n + 1))
    return any(cls in ("last", "this", "next", "part", "since") for cls in near)


def _digits(tokens: list[Token], n: int, text: str, numerals: Numerals) -> Number | None:
    token = tokens[n]
    if token.glued and n and _glued_to_word(tokens[n - 1]):
        return None
    if token.tail and not _known_tail(tokens, n):
        return None
    plain = token.norm[: len(token.norm) - len(token.tail)].replace("'", "")
    value = _read(plain, numerals) if len(plain) <= _LONGEST else None
    if value is None:
        return None
    bare = plain.isdigit() and len(plain) == 4
    year = bare and value in _YEARS
    after = n + 1
    if token.tail and token.is_a("hedge"):
        return Number(n, after, value, "exact", True, False, None, token.value("hedge"))
    if token.tail:
        return Number(n, after, value * value_of(token), "exact", True, False)
    dated = n > 0 and tokens[n - 1].is_a("month") and not _padded(tokens, after)
    if plain.isdigit() and len(plain) <= 3 and not dated:
        while after < len(tokens) and _group(tokens, after, text):
            value = value * 1000 + int(tokens[after].norm)
            after += 1
    scale, after, hedge = _scales(tokens, after, bare=year)
    if scale > 1:
        scale, after = _of_scale(tokens, after, scale)
        if numeral(tokens, after) == "and" and numeral(tokens, after + 1) == "half":
            value += Fraction(1, 2)
            after += 2
    value *= scale
    lower = _lower_group(tokens, after, scale, text, numerals)
    if lower is not None:
        value, after, hedge = value + lower.value, lower.after, lower.hedge
    elif scale == _THOUSAND:
        value, after = _of_millions(tokens, after, value)
    return Number(n, after, value, "exact", True, bare and scale == 1, None, hedge)


def _padded(tokens: list[Token], n: int) -> bool:
    """Whether the digits at `n` begin with a nought, as those of a group do and no count's."""
    return n < len(tokens) and tokens[n].kind == "n" and tokens[n].norm.startswith("0")


_YEARS: Final = range(1980, 2101)
"""Four digits that are a year before "thousands", and no number of them."""


def _of_scale(tokens: list[Token], n: int, scale: Value) -> tuple[Value, int]:
    """A scale and the one behind it that it multiplies: "thousands of millions"."""
    of = n + (n < len(tokens) and tokens[n].value("prep") == "of")
    if numeral(tokens, of) in ("scale", "plural"):
        return scale * value_of(tokens[of]), of + 1
    return scale, n


def _scales(tokens: list[Token], n: int, *, bare: bool) -> tuple[Value, int, str]:
    """What multiplies the digits before `n`: its worth, the token behind it, a hedge inside."""
    scale: Value = 1
    hedge = ""
    if _sum_in_short(tokens, n):
        return value_of(tokens[n]), n + 1, hedge
    while not bare or _unspaced_scale(tokens, n):
        inner = inner_hedge(tokens, n)
        if numeral(tokens, n + bool(inner)) not in MULTIPLIERS:
            break
        hedge = hedge or inner
        scale *= value_of(tokens[n + bool(inner)])
        n += 1 + bool(inner)
    return scale, n, hedge


_THOUSAND: Final = 1000


def _sum_in_short(tokens: list[Token], n: int) -> bool:
    """Whether a capital that shortens a scale stands behind an amount of money: "Rp 1,5 M"."""
    if n < _AMOUNT or not tokens[n - _AMOUNT].is_a("currency") or numeral(tokens, n) != "glued":
        return False
    following = tokens[n + 1] if n + 1 < len(tokens) else None
    return tokens[n].capital and not (following is not None and following.capital)


_AMOUNT: Final = 2
"""Tokens of a currency and its digits."""


def _known_tail(tokens: list[Token], n: int) -> bool:
    """Whether letters glued to digits are a scale or a hedge; "m" is one of money only.

    So is "k", where no people or places follow: "120k individuals".
    """
    if numeral(tokens, n) == "glued":
        noun = tokens[n + 1] if n + 1 < len(tokens) else None
        counted = noun is not None and noun.value("head") in ("person", "site")
        return (n > 0 and tokens[n - 1].is_a("currency")) or counted
    return tokens[n].is_a("num") or tokens[n].is_a("hedge")


def _unspaced_scale(tokens: list[Token], n: int) -> bool:
    """Whether a scale is glued to four plain digits: no year, where words have no spaces."""
    glued = n < len(tokens) and tokens[n].glued and caseless(tokens[n].norm)
    return glued or numeral(tokens, n) == "power"


def _glued_to_word(before: Token) -> bool:
    """Whether digits belong to what stands right before them: "B52", "1e400", "0x50"."""
    if before.kind == "n":
        return bool(before.tail) and not caseless(before.tail)
    # Where no spaces part words, digits are glued to any.
    return before.kind == "w" and not before.is_a("currency") and not caseless(before.norm[-1:])


def _lower_group(
    tokens: list[Token], n: int, scale: Value, text: str, numerals: Numerals
) -> Number | None:
    """What is added behind a scale: "2 oku 5000", "1 man 5 sen" written without a space."""
    if scale <= 1 or n >= len(tokens) or tokens[n].kind == "m":
        return None
    if not (tokens[n].glued or (scale == _THOUSAND and rest_of_thousand(tokens, n))):
        return None
    following = _number(tokens, n, text, numerals)
    if following is None or following.shape != "exact" or following.value >= scale:
        return None
    return following


def _of_millions(tokens: list[Token], n: int, value: Value) -> tuple[Value, int]:
    """Thousands told before millions are thousands of them: "48 mil 600 millones"."""
    if not rest_of_thousand(tokens, n):
        return value, n
    scale, after, _ = _scales(tokens, n + 1, bare=False)
    return ((value + int(tokens[n].norm)) * scale, after) if scale > _THOUSAND else (value, n)


def _group(tokens: list[Token], n: int, text: str) -> bool:
    """Whether token `n` is a group of three digits set off by one space from the one before."""
    token = tokens[n]
    return (
        token.kind == "n"
        and not token.tail
        and len(token.norm) == 3
        and token.norm.isdigit()
        and token.start - tokens[n - 1].end == 1
        and text[token.start - 1].isspace()
        and text[token.start - 1] != "\n"
    )


def _by_twos(groups: list[str]) -> bool:
    """Whether digits above the thousands are grouped by two, as South Asia does: "34,80,800"."""
    twos = len(groups) > 1 and all(len(g) == 2 and g.isdigit() for g in groups[:-1])
    return twos and len(groups[-1]) == 3 and groups[-1].isdigit()


def _read(plain: str, numerals: Numerals) -> Value | None:
    """The worth of digits with marks, read by the language's habit; None when they are no number.

    A mark that parts groups of exactly three digits, or of two above the thousands, groups,
    whatever the language's habit for decimals says elsewhere, but for the decimal mark with a
    single group ("2.250 milliards").
    """
    if plain.isdigit():
        return int(plain)
    for mark in ",.":
        head, *groups = plain.split(mark)
        other = "." if mark == "," else ","
        threes = bool(groups) and all(len(g) == 3 and g.isdigit() for g in groups)
        grouping = numerals.decimal != mark or len(groups) > 1
        threes = threes or _by_twos(groups)
        if threes and grouping and head.isdigit() and len(head) <= 3 and head != "0":
            return int(head + "".join(groups))
        if len(groups) == 1 and other not in plain and mark in numerals.decimal:
            return Fraction(f"{head}.{groups[0]}")
    decimal = max(numerals.decimal, key=plain.rfind)
    if decimal in plain:
        whole, _, part = plain.rpartition(decimal)
        other = "." if decimal == "," else ","
        if whole.replace(other, "").isdigit() and part.isdigit():
            return Fraction(f"{whole.replace(other, '')}.{part}")
    head, _, part = plain.partition("," if decimal == "." else ".")
    if head.isdigit() and part.isdigit() and len(part) <= 2:
        return Fraction(f"{head}.{part}")
    return None


def _vague(tokens: list[Token], first: int, n: int, zeros: Value) -> Number:
    """A vague plural from token `n`, with what multiplies it: "tens of thousands"."""
    zeros = 10 if zeros in (12, 20) else zeros
    after = n + 1
    while after < len(tokens):
        of = after + (tokens[after].value("prep") == "of")
        if numeral(tokens, of) not in ("vague", "plural", "scale", "power"):
            break
        zeros *= value_of(tokens[of])
        after = of + 1
    return Number(first, after, zeros, "vague", False, False)


def _few(tokens: list[Token], n: int) -> Number | None:
    """ "Several hundred", "plusieurs dizaines de milliers"; None for "several" alone."""
    following = numeral(tokens, n + 1)
    if following in ("vague", "plural", "hundred", "scale", "dozen", "round", "power"):
        return _vague(tokens, n, n + 1, value_of(tokens[n + 1]))
    return None


def _range(tokens: list[Token], number: Number, text: str, numerals: Numerals) -> Number:
    """The number, joined with the one that "to", "and" after "between" or a dash adds."""
    link = number.after
    if number.shape != "exact" or link >= len(tokens):
        return number
    word = tokens[link]
    year = number.bare and 1900 <= number.value <= 2100
    if year or (number.first > 0 and tokens[number.first - 1].is_a("month")):
        return number
    before = number.first - 1
    while before > 0 and (tokens[before].is_a("currency") or tokens[before].is_a("det")):
        before -= 1
    between = before >= 0 and tokens[before].value("range") == "between"
    if word.value("range") == "to" or (between and word.value("range") == "and"):
        start = link + 1
    elif tokens[link].joined and tokens[link].kind == "n":
        start = link
    elif word.norm in "-–—" and word.kind == "m" and _is_digits(tokens, link + 1):
        start = link + 1
    else:
        return number
    while start < len(tokens) and (
        tokens[start].is_a("currency") or (between and tokens[start].is_a("det"))
    ):
        start += 1
    other = _number(tokens, start, text, numerals) if start < len(tokens) else None
    if other is None or other.shape != "exact":
        return number
    low = number.value
    scale = _scale(tokens, other)
    if scale > 1 and low * scale < other.value:
        low *= scale
    spelled = word.value("range") in ("to", "and")
    if not low < other.value or (number.bare and other.bare and not spelled):
        return number
    first = before if between else number.first
    if word.value("range") != "and" and _risen(tokens, before):
        return other
    return Number(first, other.after, low, "exact", number.digits, False, other.value)


def _risen(tokens: list[Token], n: int) -> bool:
    """Whether "from" at `n` opens what a total rose by: "the number of sites grew from 11 to 27".

    The second number is the count then, and the first one that of another day. A word of amount
    that ends in "from" says so by itself.
    """
    if n > 0 and tokens[n].is_a("amount") and tokens[n].value("ends") in ("of", "from"):
        return True
    opens = n > 1 and (
        tokens[n].value("range") == "between" or tokens[n].value("prep") in ("from", "of")
    )
    before = tokens[n - 1]
    if not opens or before.kind != "w" or before.is_a("head") or before.is_a("amount"):
        return False
    clause = tokens[max(n - _TOTAL, 0) : n]
    if tokens[n - 1].is_a("verb"):
        return any(
            t.is_a("tally") or "kind=" in t.entries["head"].extra
            for t in clause
            if t.is_a("tally") or t.is_a("head")
        )
    return any(t.is_a("tally") for t in clause) and not any(t.kind == "m" for t in clause)


_TOTAL: Final = 14
"""Tokens from a word for a total to what it rose from."""


def _is_digits(tokens: list[Token], n: int) -> bool:
    return n < len(tokens) and tokens[n].kind == "n"


def _scale(tokens: list[Token], number: Number) -> Value:
    """The scale word that ends a number ("37 milliards"), 1 without one."""
    last = tokens[number.after - 1]
    return value_of(last) if numeral(tokens, number.after - 1) in ("scale", "plural") else 1
