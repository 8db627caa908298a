"""Numbers without a noun: what the patterns that read them share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from headcount.extract.mentions.nouns import Phrase, has, nation, note_head
from headcount.extract.mentions.spelled import Number
from headcount.extract.mentions.tokens import Token

VERBS: Final = frozenset(("be", "have", "pred", "verb", "plan"))


Pattern = Callable[[list[Token], Number, Phrase], bool]

AGES: Final = 100
"""Ages are smaller."""


def has_mark(tokens: list[Token], n: int, norm: str) -> bool:
    """Whether the mark `norm` stands at `n`."""
    return 0 <= n < len(tokens) and tokens[n].norm == norm


def skip(tokens: list[Token], n: int) -> int:
    """The first token at or behind `n` that is no adverb."""
    while has(tokens, n, "adv"):
        n += 1
    return n


def outer(tokens: list[Token], number: Number) -> int:
    """The token before a number and its hedges, -1 at the beginning."""
    n = number.first - 1
    while (
        n >= 0
        and (tokens[n].is_a("hedge") or tokens[n].is_a("adv"))
        and not has(tokens, n, "amount")
    ):
        n -= 1
    if n > 1 and tokens[n].value("range") == "to" and numbered(tokens, n - 1):
        # "pasaron de 52 a 80": what they were before.
        n -= 2 * has(tokens, n - 2, "amount")
    return n


def country_at(tokens: list[Token], n: int) -> str:
    """The country or the people named at `n` as a code, "" for none."""
    if n < 0:
        return ""
    return tokens[n].value("country") or tokens[n].value("people")


def numbered(tokens: list[Token], n: int) -> bool:
    """Whether a number of more than one stands at `n`, in digits or words."""
    if not 0 <= n < len(tokens):
        return False
    entry = tokens[n].entries.get("num")
    return tokens[n].kind == "n" or (entry is not None and entry.extra in _NUMERALS)


_NUMERALS: Final = ("unit", "teen", "ten", "hundred", "power")


def within(tokens: list[Token], n: int) -> bool:
    """Whether "in 260 people", "in a total of 148 buildings" behind a bare number is its whole."""
    if not has(tokens, n, "prep") or tokens[n].value("prep") != "in":
        return False
    at = n + 1
    while has(tokens, at, "tally") or has(tokens, at, "hedge"):
        at += 1
    if not numbered(tokens, at) or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].value("head") in (("person",) if at == n + 1 else ("person", "site"))


def of_group(tokens: list[Token], n: int) -> bool:
    """Whether "of them", "of the missing", "d'entre eux" stands at `n`."""
    if has(tokens, n, "part"):
        return True
    whole = n + 1 + has(tokens, n + 1, "det")
    if whole + 1 < len(tokens) and tokens[n].value("prep") == "from" and numbered(tokens, whole):
        return tokens[whole + 1].value("head") not in ("country", "site")
    if within(tokens, n):
        return True
    return (
        n + 1 < len(tokens)
        and tokens[n].value("prep") == "of"
        and (tokens[n + 1].is_a("det") or tokens[n + 1].is_a("pron") or numbered(tokens, n + 1))
    )


def stand_for(noun: Token, phrase: Phrase) -> None:
    """Count what a noun elsewhere in the sentence names; the number still has none behind it."""
    note_head(noun, phrase)
    phrase.noun = False


def describe(noun: Token, phrase: Phrase) -> None:
    """Take over what a noun says of people counted without it: women, foreigners."""
    if not noun.is_a("head"):
        return
    inner = Phrase(0)
    note_head(noun, inner)
    if inner.unit == "person":
        phrase.group = phrase.group or inner.group
        phrase.foreign = phrase.foreign or inner.foreign


def copula(tokens: list[Token], number: Number, phrase: Phrase) -> None:
    """Take what a copula says of the number: "were Malaysians", "are women", "sont étrangers"."""
    n = number.after
    while n < len(tokens) and not _is(tokens, n) and n - number.after < _COPULA:
        if tokens[n].kind == "m" or tokens[n].is_a("conj"):
            return
        n += 1
    if n >= len(tokens) or not _is(tokens, n):
        return
    n += 1
    while has(tokens, n, "det") or has(tokens, n, "adv") or _part_article(tokens, n):
        n += 1
    if nation(tokens, n):
        phrase.nations.append(nation(tokens, n))
    elif has(tokens, n, "head"):
        describe(tokens[n], phrase)


def _is(tokens: list[Token], n: int) -> bool:
    """Whether a copula stands at `n`, or one that leads to what they are of: "son de"."""
    if tokens[n].is_a("be"):
        return True
    return tokens[n].is_a("begins") and tokens[n].value("pred") == "origins"


_COPULA: Final = 9
"""Tokens from a number to the copula: "twelve of the 40 people freed on Monday were"."""


def _part_article(tokens: list[Token], n: int) -> bool:
    """Whether a partitive article or a word for nationality stands at `n`."""
    if has(tokens, n, "head") and tokens[n].entries["head"].extra == "origins":
        return True
    return has(tokens, n, "prep") and tokens[n].value("prep") == "of"
