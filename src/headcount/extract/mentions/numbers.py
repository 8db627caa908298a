"""Numbers in digits and words: what they are worth, and how far the words around hedge them.

The grammar is one for all languages: units, teens, tens, hundreds, scales, plurals that are
vague ("dozens") or round ("une soixantaine"), and ranges. The pack's tables say which word is
which, and how digits are grouped.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from headcount import counts
from headcount.counts import Interval
from headcount.extract.mentions.tokens import Token
from headcount.languages.pack import Numerals


@dataclass(frozen=True, slots=True)
class Number:
    """One number as written: tokens `first` up to, not with, `after`; its value and shape.

    `shape` is "exact", "round" (about by its own word) or "vague" (a magnitude); `digits` tells
    that it was written in digits; `bare` that it was one plain group of digits, as years are.
    """

    first: int
    after: int
    value: Fraction
    shape: str
    digits: bool
    bare: bool
    top: Fraction | None = None

    def interval(self, hedge: str) -> Interval:
        """The interval that the number and a hedge allow together."""
        if self.top is not None:
            return counts.spread(self.value, self.top)
        if self.shape == "vague":
            return counts.magnitude(self.value, hedge)
        if self.shape == "round" and hedge == "exact":
            hedge = "about"
        return counts.interval(self.value, hedge)


def find_numbers(tokens: list[Token], text: str, numerals: Numerals) -> list[Number]:
    """All numbers of one sentence in order, ranges joined into one."""
    found: list[Number] = []
    n = 0
    while n < len(tokens):
        if tokens[n].kind != "n" and "num" not in tokens[n].entries:
            n += 1
            continue
        number = _number(tokens, n, text, numerals)
        if number is None:
            n += 1
            continue
        joined = _range(tokens, number, text, numerals)
        found.append(joined)
        n = joined.after
    return found


def _number(tokens: list[Token], n: int, text: str, numerals: Numerals) -> Number | None:
    token = tokens[n]
    if token.kind == "n":
        return _digits(tokens, n, text, numerals)
    entry = token.entries.get("num")
    if entry is None:
        return None
    if entry.extra in ("unit", "teen", "ten", "hundred", "scale"):
        return _words(tokens, n)
    if entry.extra in ("vague", "plural"):
        return _vague(tokens, n, n, Fraction(entry.value))
    if entry.extra == "few":
        return _few(tokens, n)
    if entry.extra in ("article", "half", "dozen", "round"):
        return _words(tokens, n)
    return None


def _class(tokens: list[Token], n: int) -> str:
    """The numeral class of token `n`, "" past the end."""
    if n >= len(tokens):
        return ""
    entry = tokens[n].entries.get("num")
    return entry.extra if entry else ""


def _worth(token: Token) -> Fraction:
    return _fraction(token.value("num"))


@lru_cache(maxsize=512)
def _fraction(value: str) -> Fraction:
    """The worth that a table gives, read once."""
    return Fraction(value)


def _digits(tokens: list[Token], n: int, text: str, numerals: Numerals) -> Number | None:
    token = tokens[n]
    scale = Fraction(1)
    if token.glued and n and tokens[n - 1].kind == "w" and not tokens[n - 1].is_a("currency"):
        return None
    if token.tail and not token.is_a("num"):
        return None
    plain = text[token.start : token.end - len(token.tail)]
    value = _read(plain, numerals)
    if value is None:
        return None
    bare = plain.isdigit() and len(plain) == 4
    after = n + 1
    if token.tail:
        return Number(n, after, value * _worth(token), "exact", True, False)
    if plain.isdigit() and len(plain) <= 3 and not (n and tokens[n - 1].is_a("month")):
        while after < len(tokens) and _group(tokens, after, text):
            value = value * 1000 + int(tokens[after].norm)
            after += 1
    while _class(tokens, after) in ("scale", "plural", "hundred", "dozen") and not bare:
        scale *= _worth(tokens[after])
        after += 1
    if scale > 1:
        of = (
            after
            if not tokens[after : after + 1]
            else after + (tokens[after].value("prep") == "of")
        )
        if _class(tokens, of) in ("scale", "plural") and of < len(tokens):
            scale *= _worth(tokens[of])
            after = of + 1
        if _class(tokens, after) == "and" and _class(tokens, after + 1) == "half":
            value += Fraction(1, 2)
            after += 2
    return Number(n, after, value * scale if scale > 1 else value, "exact", True, bare)


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


def _read(plain: str, numerals: Numerals) -> Fraction | None:
    """The worth of digits with marks, read by the language's habit; None when they are no number.

    A mark that parts groups of exactly three digits groups, whatever the language's habit for
    decimals says elsewhere, but for the decimal mark with a single group ("2.250 milliards").
    """
    if plain.isdigit():
        return Fraction(int(plain))
    for mark in ",.":
        head, *groups = plain.split(mark)
        other = "." if mark == "," else ","
        threes = bool(groups) and all(len(g) == 3 and g.isdigit() for g in groups)
        grouping = mark != numerals.decimal or len(groups) > 1
        if threes and grouping and head.isdigit() and len(head) <= 3 and head != "0":
            return Fraction(int(head + "".join(groups)))
        if len(groups) == 1 and other not in plain and mark == numerals.decimal:
            return Fraction(f"{head}.{groups[0]}")
    if numerals.decimal in plain:
        whole, _, part = plain.rpartition(numerals.decimal)
        other = "." if numerals.decimal == "," else ","
        if whole.replace(other, "").isdigit() and part.isdigit():
            return Fraction(f"{whole.replace(other, '')}.{part}")
    head, _, part = plain.partition("," if numerals.decimal == "." else ".")
    if head.isdigit() and part.isdigit() and len(part) <= 2:
        return Fraction(f"{head}.{part}")
    return None


@dataclass(slots=True)
class _Spelled:
    """A number in words while it is read: `total` of closed scales, `current` since then."""

    total: Fraction = Fraction(0)
    current: Fraction = Fraction(0)
    last: str = ""
    shape: str = "exact"

    def take(self, cls: str, token: Token) -> bool:
        """Take one numeral word if it can follow what was read; False when it cannot."""
        worth = _worth(token)
        if cls in ("unit", "teen", "ten"):
            if not self._adds(cls, worth, token):
                return False
            self.current += worth
        elif cls in ("hundred", "dozen"):
            if self.last == "scale" and self.current == 0 and not self.total:
                return False
            self.current = (self.current or 1) * worth
        elif cls == "round":
            if self.last not in ("", "unit") or self.current > 9:
                return False
            self.shape = "round"
            self.current = (self.current or 1) * worth
        elif cls in ("scale", "plural"):
            if self.last == "" and cls == "plural":
                return False
            self.total += (self.current or 1) * worth
            self.current = Fraction(0)
        elif cls == "vague" and self.last == "round":
            self.current *= worth
        else:
            return False
        self.last = cls
        return True

    def _adds(self, cls: str, worth: Fraction, token: Token) -> bool:
        """Whether a unit, teen or ten can be added to what was read."""
        if cls == "unit":
            after_ten = self.last == "teen" and self.current % 20 == 10 and token.joined
            if self.last in ("unit", "round") or (self.last == "teen" and not after_ten):
                return False
            return not (self.last == "ten" and worth == 0)
        if cls == "teen":
            if self.last == "ten":
                return self.current % 100 in (60, 80)
            return self.last not in ("unit", "teen")
        return self.last not in ("unit", "teen", "ten")


def _words(tokens: list[Token], n: int) -> Number | None:
    """A number written in words from token `n`; None when the words make none."""
    if _class(tokens, n) == "article" and _lone(tokens, n):
        return Number(n, n + 1, Fraction(1), "exact", False, False)
    spelled = _Spelled()
    position = _opening(tokens, n, spelled)
    if position < 0:
        return None
    while position < len(tokens):
        cls = _class(tokens, position)
        if cls == "and" and _halves(tokens, position, spelled):
            position += 2 + (_class(tokens, position + 1) == "article")
            continue
        if cls == "and":
            if position == n or not _continues(tokens, position, spelled.last):
                break
            position += 1
            continue
        if not cls or not spelled.take(cls, tokens[position]):
            break
        position += 1
        if cls == "round" and _multiplied(tokens, position):
            position += 1
    if position == n:
        return None
    value = spelled.total + spelled.current
    return Number(n, position, value, spelled.shape, False, False)


def _halves(tokens: list[Token], n: int, spelled: _Spelled) -> bool:
    """Take "and a half" at `n` into what was read: half a unit, or half of the scale before."""
    at = n + 1 + (_class(tokens, n + 1) == "article")
    if _class(tokens, at) != "half":
        return False
    if spelled.last == "unit":
        spelled.current += Fraction(1, 2)
    elif spelled.last in ("scale", "plural"):
        spelled.total += _worth(tokens[n - 1]) / 2
    else:
        return False
    return True


def _opening(tokens: list[Token], n: int, spelled: _Spelled) -> int:
    """Read "a" or "half a" at the beginning; the token to go on with, -1 when it is no number."""
    cls = _class(tokens, n)
    if cls not in ("article", "half"):
        return n
    following = _class(tokens, n + 1)
    if cls == "article" and following in ("hundred", "scale", "dozen", "half"):
        spelled.current = Fraction(1)
        return n + 1
    if cls == "half" and following in ("scale", "dozen", "article", "hundred"):
        spelled.current = _worth(tokens[n])
        return n + 1 + (following == "article")
    return -1


def _lone(tokens: list[Token], n: int) -> bool:
    """Whether an article at `n` counts one national at the end of a list: "and a Malaysian"."""
    if n + 1 >= len(tokens) or not tokens[n + 1].is_a("people"):
        return False
    return n == 0 or tokens[n - 1].norm == "," or tokens[n - 1].is_a("conj")


def _continues(tokens: list[Token], n: int, last: str) -> bool:
    """Whether "and" at `n` goes on inside a number: "two hundred and fifteen", "vingt et un"."""
    following = _class(tokens, n + 1)
    if last in ("hundred", "scale", "plural"):
        return following in ("unit", "teen", "ten")
    if last == "ten" and following in ("unit", "teen"):
        return _worth(tokens[n + 1]) in (1, 11) and _class(tokens, n + 2) != "hundred"
    return False


def _multiplied(tokens: list[Token], n: int) -> bool:
    """Whether "of thousands" follows: `une centaine de milliers`."""
    return (
        n + 1 < len(tokens)
        and tokens[n].value("prep") == "of"
        and _class(tokens, n + 1) in ("vague", "plural", "scale")
    )


def _vague(tokens: list[Token], first: int, n: int, zeros: Fraction) -> Number:
    """A vague plural from token `n`, with what multiplies it: "tens of thousands"."""
    zeros = Fraction(10) if zeros in (12, 20) else zeros
    after = n + 1
    while after < len(tokens):
        of = after + (tokens[after].value("prep") == "of")
        if _class(tokens, of) not in ("vague", "plural", "scale"):
            break
        zeros *= _worth(tokens[of])
        after = of + 1
    return Number(first, after, zeros, "vague", False, False)


def _few(tokens: list[Token], n: int) -> Number | None:
    """ "Several hundred", "plusieurs dizaines de milliers"; None for "several" alone."""
    following = _class(tokens, n + 1)
    if following in ("vague", "plural", "hundred", "scale", "dozen", "round"):
        return _vague(tokens, n, n + 1, _worth(tokens[n + 1]))
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
    if before > 0 and tokens[before].is_a("currency"):
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
    while start < len(tokens) and tokens[start].is_a("currency"):
        start += 1
    other = _number(tokens, start, text, numerals) if start < len(tokens) else None
    if other is None or other.shape != "exact":
        return number
    low = number.value
    scale = _scale(tokens, other)
    if scale > 1 and low * scale < other.value:
        low *= scale
    if not low < other.value or (number.bare and other.bare):
        return number
    first = before if between else number.first
    return Number(first, other.after, low, "exact", number.digits, False, other.value)


def _is_digits(tokens: list[Token], n: int) -> bool:
    return n < len(tokens) and tokens[n].kind == "n"


def _scale(tokens: list[Token], number: Number) -> Fraction:
    """The scale word that ends a number ("37 milliards"), 1 without one."""
    last = tokens[number.after - 1]
    return _worth(last) if _class(tokens, number.after - 1) in ("scale", "plural") else Fraction(1)
