"""Numbers in words: what a row of numeral words is worth.

One grammar for all languages. Units, teens and tens add; hundreds multiply what stands before;
powers multiply only the digit before ("three hundred" in systems that count by ten thousands);
scales close a group. The pack's tables say which word is which.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from headcount import counts
from headcount.counts import Interval, Value
from headcount.extract.mentions.tokens import Token

UNREAD: Final = "unread"
"""Shape of digits that are no number of anything: of a word, an ordinal, out of all bounds."""


@dataclass(slots=True, init=False)
class Number:
    """One number as written: tokens `first` up to, not with, `after`; its value and shape.

    `shape` is "exact", "round" (about by its own word) or "vague" (a magnitude); `digits` tells
    that it was written in digits; `bare` that it was one plain group of digits, as years are;
    `hedge` is one that stands inside it ("10 and more 10,000s").
    """

    first: int
    after: int
    value: Value
    shape: str
    digits: bool
    bare: bool
    top: Value | None
    hedge: str

    def __init__(
        self,
        first: int,
        after: int,
        value: Value,
        shape: str,
        digits: bool,
        bare: bool,
        top: Value | None = None,
        hedge: str = "",
    ) -> None:
        self.first = first
        self.after = after
        self.value = value
        self.shape = shape
        self.digits = digits
        self.bare = bare
        self.top = top
        self.hedge = hedge

    def interval(self, hedge: str) -> Interval:
        """The interval that the number, a hedge inside it and one around it allow together."""
        hedge = self.hedge or hedge
        if self.top is not None:
            return counts.spread(self.value, self.top)
        if self.shape == "vague":
            return counts.magnitude(self.value, hedge)
        if self.shape == "round" and hedge == "exact":
            hedge = "about"
        return counts.interval(self.value, hedge)


MULTIPLIERS: Final = ("scale", "plural", "hundred", "dozen", "power")
"""Classes of numerals that multiply the digits before them."""


def numeral(tokens: list[Token], n: int) -> str:
    """The numeral class of token `n`, "" past the end."""
    if n >= len(tokens):
        return ""
    entry = tokens[n].entries.get("num")
    return entry.extra if entry else ""


def value_of(token: Token) -> Value:
    """What a numeral word is worth by its table."""
    return _worth(token.value("num"))


@lru_cache(maxsize=512)
def _worth(value: str) -> Value:
    """The worth that a table gives, read once."""
    worth = Fraction(value)
    return worth.numerator if worth.denominator == 1 else worth


BEHIND: Final = ("post", "both")
"""Marks of a hedge that may stand behind its number."""


def inner_hedge(tokens: list[Token], n: int) -> str:
    """The hedge between digits and their scale ("10 odd thousands"), "" for none."""
    if n + 1 >= len(tokens) or not tokens[n].is_a("hedge"):
        return ""
    entry = tokens[n].entries["hedge"]
    return entry.value if entry.extra in BEHIND and numeral(tokens, n + 1) in MULTIPLIERS else ""


@dataclass(slots=True)
class _Spelled:
    """A number in words while it is read: `total` of closed scales, `current` since then."""

    total: Value = 0
    current: Value = 0
    last: str = ""
    shape: str = "exact"

    def take(self, cls: str, token: Token) -> bool:
        """Take one numeral word if it can follow what was read; False when it cannot."""
        worth = value_of(token)
        if cls in ("unit", "teen", "ten"):
            if not self._adds(cls, worth, token):
                return False
            self.current += worth
        elif cls == "power":
            self._raise(worth)
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
            if self.last == "scale" and not self.current:
                self.total *= worth
                self.last = cls
                return True
            # Thousands told before millions are thousands of millions.
            lower = self.total % worth
            self.total += (lower + self.current or 1) * worth - lower
            self.current = 0
        elif cls == "vague" and self.last in ("round", "unit"):
            self.shape = "round"
            self.current *= worth
        else:
            return False
        self.last = cls
        return True

    def _raise(self, worth: Value) -> None:
        """Multiply the digit just read, one without a digit: twenty is two ten, ten is ten."""
        digit = self.current % 10 if self.last == "unit" else 0
        self.current += digit * (worth - 1) if digit else worth

    def _adds(self, cls: str, worth: Value, token: Token) -> bool:
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


def teens(tokens: list[Token], n: int) -> Number:
    """A word for some number above ten: 11 to 19."""
    return Number(n, n + 1, 11, "exact", False, False, 19)


def spelled(tokens: list[Token], n: int) -> Number | None:
    """A number written in words from token `n`; None when the words make none."""
    if numeral(tokens, n) == "article" and _lone(tokens, n):
        return Number(n, n + 1, 1, "exact", False, False)
    two = _two_digits(tokens, n)
    if two is not None:
        return two
    read = _Spelled()
    at = _opening(tokens, n, read)
    hedge = ""
    while 0 <= at < len(tokens):
        cls = numeral(tokens, at)
        inner = "" if cls or at == n else inner_hedge(tokens, at)
        if cls == "and" and _halves(tokens, at, read):
            at += 2 + (numeral(tokens, at + 1) == "article")
        elif cls == "and":
            if at == n or not _continues(tokens, at, read.last) or _ends_range(tokens, n, at):
                break
            at += 1
        elif inner:
            hedge = inner
            at += 1
        elif cls and read.take(cls, tokens[at]):
            at += 1 + (cls == "round" and _multiplied(tokens, at + 1))
        else:
            break
    if at <= n:
        return None
    value = read.total + read.current
    if read.last == "scale" and value < _MILLION and rest_of_thousand(tokens, at):
        value += int(tokens[at].norm)
        at += 1
        if numeral(tokens, at) in ("scale", "plural") and value_of(tokens[at]) > value:
            value *= value_of(tokens[at])
            at += 1
    return Number(n, at, value, read.shape, False, False, None, hedge)


_MILLION: Final = 1_000_000


def rest_of_thousand(tokens: list[Token], n: int) -> bool:
    """Whether up to three digits at `n` are what a word for thousand leaves open ("mil 090")."""
    if n >= len(tokens) or tokens[n].kind != "n" or tokens[n].tail or tokens[n].joined:
        return False
    return tokens[n].norm.isdigit() and len(tokens[n].norm) <= 3 and tokens[n - 1].is_a("num")


def _ends_range(tokens: list[Token], n: int, at: int) -> bool:
    """Whether "and" at `at` parts the two numbers that "between" before `n` announces."""
    if n == 0 or tokens[n - 1].value("range") != "between":
        return False
    return not any(numeral(tokens, later) == "and" for later in range(at + 1, at + 7))


def _two_digits(tokens: list[Token], n: int) -> Number | None:
    """ "Two three hundred": two digits in a row before a power are a range."""
    if numeral(tokens, n) != "unit" or numeral(tokens, n + 1) != "unit":
        return None
    low, high = value_of(tokens[n]), value_of(tokens[n + 1])
    if high != low + 1 or not tokens[n + 1].glued:
        return None
    after = n + 2
    scale: Value = 1
    while numeral(tokens, after) in ("power", "scale"):
        scale *= value_of(tokens[after])
        after += 1
    return Number(n, after, low * scale, "exact", False, False, high * scale)


def _halves(tokens: list[Token], n: int, spelled: _Spelled) -> bool:
    """Take "and a half" at `n` into what was read: half a unit, or half of the scale before."""
    at = n + 1 + (numeral(tokens, n + 1) == "article")
    if numeral(tokens, at) != "half":
        return False
    if spelled.last == "unit":
        spelled.current += Fraction(1, 2)
    elif spelled.last in ("scale", "plural"):
        spelled.total += Fraction(value_of(tokens[n - 1]), 2)
    else:
        return False
    return True


def _opening(tokens: list[Token], n: int, spelled: _Spelled) -> int:
    """Read "a" or "half a" at the beginning; the token to go on with, -1 when it is no number."""
    cls = numeral(tokens, n)
    if cls not in ("article", "half"):
        return n
    following = numeral(tokens, n + 1)
    if cls == "article" and following in ("hundred", "scale", "dozen", "half"):
        spelled.current = 1
        return n + 1
    if cls == "half" and following in ("scale", "dozen", "article", "hundred"):
        spelled.current = value_of(tokens[n])
        return n + 1 + (following == "article")
    return -1


def _lone(tokens: list[Token], n: int) -> bool:
    """Whether an article at `n` counts one national at the end of a list: "and a Malaysian"."""
    if n + 1 >= len(tokens) or not tokens[n + 1].is_a("people"):
        return False
    if n == 0 or tokens[n - 1].norm == "," or tokens[n - 1].is_a("conj"):
        return True
    return _singles(tokens, n) >= _LIST


def opens_list(tokens: list[Token], number: Number) -> bool:
    """Whether a "one" opens a list of single nationals: "a Thai, a Lao and a Malaysian"."""
    return _singles(tokens, number.first) >= _LIST


_LIST: Final = 3
"""Nationals told one by one that make a list."""


def _singles(tokens: list[Token], n: int) -> int:
    """How many nationals with "a" or "one" are told in a row from token `n` on."""
    count = 0
    while n + 1 < len(tokens) and tokens[n].value("num") == "1" and tokens[n + 1].is_a("people"):
        count += 1
        n += 2
        if n < len(tokens) and tokens[n].norm == ",":
            n += 1
        if n < len(tokens) and tokens[n].is_a("conj"):
            n += 1
    return count


def _continues(tokens: list[Token], n: int, last: str) -> bool:
    """Whether "and" at `n` goes on inside a number: "two hundred and fifteen", "vingt et un"."""
    following = numeral(tokens, n + 1)
    if last in ("hundred", "scale", "plural", "power"):
        return following in ("unit", "teen", "ten")
    if last == "ten" and following in ("unit", "teen"):
        return value_of(tokens[n + 1]) in (1, 11) and numeral(tokens, n + 2) != "hundred"
    return False


def _multiplied(tokens: list[Token], n: int) -> bool:
    """Whether "of thousands" follows: `une centaine de milliers`."""
    return (
        n + 1 < len(tokens)
        and tokens[n].value("prep") == "of"
        and numeral(tokens, n + 1) in ("vague", "plural", "scale")
    )
