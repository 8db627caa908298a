"""A number that holds for each people of a list: "Malaysians and Thais 1 each", "two each from"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from headcount.extract.mentions.nouns import has, joins, nation
from headcount.extract.mentions.quantity import Quantity
from headcount.extract.mentions.tokens import Token


def each_of(tokens: list[Token], quantity: Quantity) -> list[Quantity]:
    """The quantity, or one for each people of the list that it is told of each of.

    The word for each stands before the number and the list before it; or right behind the number,
    and the list behind or, where none is, before.
    """
    n = quantity.number.first - 1
    while has(tokens, n, "hedge") and not has(tokens, n, "each"):
        n -= 1
    if has(tokens, n, "each"):
        return _one_for_each(quantity, _listed_before(tokens, n), quantity.after)
    n = quantity.number.after
    n += not has(tokens, n, "each") and has(tokens, n, "head")
    if not has(tokens, n, "each"):
        return [quantity]
    codes, after = _listed_behind(tokens, n + 1)
    if codes:
        return _one_for_each(quantity, codes, max(after, quantity.after))
    return _one_for_each(
        quantity, _listed_before(tokens, quantity.first), max(n + 1, quantity.after)
    )


def of_several(tokens: list[Token], after: int) -> bool:
    """Whether a word for each and a list of peoples follow the number that ends at `after`."""
    return has(tokens, after, "each") and len(_listed_behind(tokens, after + 1)[0]) > 1


def _one_for_each(quantity: Quantity, codes: list[str], after: int) -> list[Quantity]:
    if len(codes) < 2:
        return [quantity]
    return [
        replace(quantity, nations=(code,), unit="person", after=after, elliptic=False)
        for code in codes
    ]


def _listed_before(tokens: list[Token], end: int) -> list[str]:
    """The peoples of the list that ends before token `end`, in their order."""
    codes: list[str] = []
    for at in range(end - 1, max(end - _LISTED, -1), -1):
        code = _people(tokens, at)
        if code:
            codes.insert(0, code)
        elif tokens[at].kind == "n" or not (joins(tokens, at) or tokens[at].is_a("adv")):
            break
    return codes


def _listed_behind(tokens: list[Token], start: int) -> tuple[list[str], int]:
    """The peoples of the list that begins at token `start`, and the token behind the last."""
    codes: list[str] = []
    after = start
    if has(tokens, start, "prep") and tokens[start].value("prep") not in ("from", "of"):
        # "two each in Laos and Myanmar" tells where, not of whom.
        return codes, after
    for at in range(start, min(start + _LISTED, len(tokens))):
        code = _people(tokens, at)
        if code:
            codes.append(code)
            after = at + 1
        elif not (joins(tokens, at) or tokens[at].is_a("prep") or tokens[at].is_a("det")):
            break
    return codes, after


def _people(tokens: list[Token], at: int) -> str:
    return nation(tokens, at) or tokens[at].value("country")


_LISTED: Final = 24
"""Tokens that a list of peoples may have."""
