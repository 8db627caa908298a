"""Numbers without a noun or verb beside the place or time they are told of: "in Cebu, 40".

Each pattern says whether it holds; what was told of another place before goes on.
"""

from __future__ import annotations

from typing import Final

from headcount.extract.mentions.bare import numbered, outer
from headcount.extract.mentions.nouns import Phrase, has
from headcount.extract.mentions.spelled import Number
from headcount.extract.mentions.timewords import year_number
from headcount.extract.mentions.tokens import Token


def placed(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "55 were held in Bavet and, in Poipet, 12": a place opens the clause, its number ends it."""
    after = tokens[number.after] if number.after < len(tokens) else None
    if after is not None and after.kind != "m" and not after.is_a("conj"):
        return False
    opens = place_opens(tokens, outer(tokens, number))
    return opens > 0 and any(numbered(tokens, n) for n in range(opens))


def timed(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "In 2022 51 were held and in 2023 74": a time opens the clause, its number ends it."""
    after = tokens[number.after] if number.after < len(tokens) else None
    if after is not None and after.kind != "m":
        return False
    n = outer(tokens, number)
    n -= n > 0 and tokens[n].norm == ","
    if n < 1 or not (tokens[n].is_a("month") or tokens[n].is_a("time") or year_number(tokens, n)):
        return False
    for at in range(n - 1, max(n - _PHRASE, 0), -1):
        if tokens[at].value("prep") == "in":
            opened = tokens[at - 1].kind == "m" or tokens[at - 1].is_a("conj")
            return opened and any(numbered(tokens, k) for k in range(at - 1))
        if tokens[at].kind != "w":
            return False
    return False


def listed_at(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "…: 16 in Thalangama and 13 in Madiwela": a name that no table knows stands for a place."""
    n = number.after
    if n + 1 >= len(tokens) or tokens[n].value("prep") != "in" or not _name(tokens[n + 1]):
        return False
    before = outer(tokens, number)
    return before >= 0 and (tokens[before].norm in (":", ";", ",") or has(tokens, before, "conj"))


def place_opens(tokens: list[Token], n: int) -> int:
    """What opens the place phrase that ends at `n`: the mark or conjunction before it.

    0 where it opens the sentence, -1 where something else stands before it.
    """
    while n > 0 and (tokens[n].norm == "," or tokens[n].value("prep") == "to" or _small(tokens, n)):
        n -= 1
    if not (has(tokens, n, "place") or _name(tokens[n])):
        return -1
    for at in range(n - 1, max(n - _PHRASE, -1), -1):
        if tokens[at].value("prep") in ("in", "to"):
            before = tokens[max(at - 1, 0)]
            opened = at == 0 or before.kind == "m" or before.is_a("conj") or before.is_a("break")
            return max(at - 1, 0) if opened else -1
        if tokens[at].kind != "w" or tokens[at].predicates or tokens[at].is_a("num"):
            return -1
    return -1


_PHRASE: Final = 6
"""Tokens of a phrase that tells a place."""


def _small(tokens: list[Token], n: int) -> bool:
    """Whether an article or an adverb stands at `n`."""
    return has(tokens, n, "det") or has(tokens, n, "adv")


def _name(token: Token) -> bool:
    """Whether a token may be the name of a place: a country, or a capital and in no table."""
    if token.is_a("place") or token.is_a("country"):
        return True
    return token.kind == "w" and token.capital and not token.entries
