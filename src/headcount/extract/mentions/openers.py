"""Who opens the clause of a number: "India had the most with 64", "women made up 30 of them"."""

from __future__ import annotations

from typing import Final

from headcount.extract.mentions.bare import country_at, describe, outer
from headcount.extract.mentions.nouns import Phrase, has
from headcount.extract.mentions.spelled import Number
from headcount.extract.mentions.tokens import Token

_REACH: Final = 9
"""Tokens from the subject of a clause to the number that it has."""

_OTHERS: Final = frozenset(("num", "rel", "site", "role", "plan", "neg"))


def opened_by(tokens: list[Token], number: Number, phrase: Phrase) -> None:
    """Take over the people, country or group that is the subject of a number's amount.

    Nothing but a word of amount or "with" leads to the number, and no predicate, person or other
    number stands between it and the subject.
    """
    n = outer(tokens, number)
    if not has(tokens, n, "amount") and not (n > 0 and tokens[n].value("prep") == "with"):
        return
    # "Koreans are the most, with 32"
    n -= tokens[n - 1].norm == ","
    for at in range(n - 1, max(n - _REACH, -1), -1):
        token = tokens[at]
        named = country_at(tokens, at) or token.value("head") == "person"
        if named:
            if _opens(tokens, at):
                phrase.nations.extend(filter(None, [country_at(tokens, at)]))
                describe(token, phrase)
            return
        told = any(e.value not in ("-", "origins") for e in token.predicates)
        if told or token.kind != "w" or token.is_any(_OTHERS):
            return


def _opens(tokens: list[Token], n: int) -> bool:
    """Whether at most an article stands between the token at `n` and the head of its clause."""
    before = n - 1 - has(tokens, n - 1, "det")
    return before < 0 or tokens[before].kind == "m" or tokens[before].is_a("conj")
