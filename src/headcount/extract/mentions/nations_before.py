"""Countries and peoples that stand in a list before a count, read backwards from it."""

from __future__ import annotations

from typing import Final

from headcount.extract.mentions.nouns import has, joins
from headcount.extract.mentions.places import hosts
from headcount.extract.mentions.tokens import Token


def countries_back(tokens: list[Token], n: int) -> tuple[list[str], int]:
    """The countries or peoples that a comma or "and" at `n` closes, from the last; and the first.

    "Nepal, India and Kenya nationals, 34 in all": none has a number of its own.
    """
    codes: list[str] = []
    while n > 0 and joins(tokens, n) and not tokens[n].blank:
        n -= n > 1 and tokens[n - 1].norm == "," and tokens[n].is_a("conj")
        code = tokens[n - 1].value("country") or tokens[n - 1].value("people")
        if not code:
            return [], n
        codes.append(code)
        n -= 2
    return codes, n + 1


def all_from(tokens: list[Token], n: int) -> tuple[list[str], int]:
    """The countries of "from Nepal, India and Kenya" before a particle at `n`, and its first word.

    One country of the centres named alone tells where people left from.
    """
    if not has(tokens, n, "attr") or not has(tokens, n - 1, "country"):
        return [], n
    code = tokens[n - 1].value("country")
    others, first = countries_back(tokens, n - 2) if joins(tokens, n - 2) else ([], n - 1)
    origins = first > 0 and any(e.value == "origins" for e in tokens[first - 1].predicates)
    if not origins or (not others and code in hosts()):
        return [], n
    return [*reversed(others), code], first - 1


def come_from(tokens: list[Token], n: int) -> bool:
    """Whether a verb of origin leads to the country at `n`: "foreigners who come from Taiwan"."""
    if not has(tokens, n, "country") or n == 0 or tokens[n - 1].is_a("prep"):
        return False
    return any(e.value == "origins" for e in tokens[n - 1].predicates)


def listed_back(tokens: list[Token], n: int) -> tuple[list[str], int]:
    """The peoples of a list that ends at `n`, from the last, and its first token; none else.

    "Indonesians, Malaysia and China 30 persons": one word of people opens a list of countries.
    """
    codes: list[str] = []
    while n >= 0 and has(tokens, n, "country"):
        codes.append(tokens[n].value("country"))
        conj = has(tokens, n - 1, "conj")
        comma = _comma(tokens, n - 1 - conj)
        if not (conj or comma):
            return [], n
        n -= 1 + conj + comma
    if not codes or n < 0 or not tokens[n].is_a("people") or tokens[n].is_a("country"):
        return [], n
    return [*codes, tokens[n].value("people")], n


def shared_by(tokens: list[Token], first: int) -> str:
    """The people that most of a group are, told before their number: "most are Thai, 60 in all".

    `first` is the first token of the number; "" where no word for a share stands before.
    """
    n = first - 1
    while n > 0 and not tokens[n].is_a("people") and tokens[n].is_any(_LINKS):
        n -= 1
    n -= _comma(tokens, n)
    if n < 1 or n == first - 1 or not has(tokens, n, "people"):
        return ""
    for at in range(n - 1, max(n - 1 - _SHARE, -1), -1):
        if tokens[at].is_a("share") or (at == n - 1 and tokens[at].is_a("part")):
            return tokens[n].value("people")
        if not tokens[at].is_any(_SAID):
            return ""
    return ""


_LINKS: Final = frozenset(("part", "be", "adv", "amount", "hedge"))
_SAID: Final = frozenset(("be", "prep", "det", "adv", "own"))
_SHARE: Final = 4
"""Tokens from a people to the word for the share that it is."""


def _comma(tokens: list[Token], n: int) -> bool:
    """Whether a comma, or a space that stands for one, is at `n`."""
    return n >= 0 and tokens[n].norm == ","
