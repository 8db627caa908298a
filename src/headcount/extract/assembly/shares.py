"""Shares of a whole told by country: "Malaysia gave 68 of them", "Chinese came first, with 432"."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.draft import Draft
from headcount.extract.assembly.told import Told
from headcount.extract.mentions.quantity import Quantity
from headcount.extract.mentions.tokens import Token
from headcount.model import FOREIGN


def share_of(
    tokens: list[Token], quantity: Quantity, before: Told, index: int
) -> tuple[Draft, str] | None:
    """The whole that a count without a predicate is a share of, None when it is none.

    With it the country that the share is counted in, "" where the opener tells whose they are.

    A country or people opens the clause, nothing counted nor any other noun lies between it and
    the number, and a larger count of the same unit was told in this sentence or just before.
    Fills the nationality.
    """
    opener = _opener(tokens, quantity)
    if opener < 0 or quantity.unit not in ("person", "case", "site"):
        return None
    low = quantity.interval.low
    for draft in reversed(before.since(index - _BACK)):
        whole = draft.quantity
        if whole.unit != quantity.unit or draft.rule == "part":
            continue
        if low is None or (whole.interval.low or 0) <= low:
            continue
        return draft, _settle(tokens[opener], quantity, whole)
    return None


_BACK: Final = 2
"""Sentences from a share back to its whole."""


def _opener(tokens: list[Token], quantity: Quantity) -> int:
    """The country or people that opens the clause of a count, -1 for none."""
    for n in range(quantity.first - 1, max(quantity.first - _REACH, -1), -1):
        token = tokens[n]
        if token.is_a("country") or token.is_a("people"):
            return n if _opens(tokens, n) else -1
        if token.kind == "n" or token.norm in ";:." or token.is_any(_NOUNS):
            return -1
    return -1


_REACH: Final = 9
"""Tokens from a country to the number that it has."""

_NOUNS: Final = frozenset(("head", "bad", "body", "role", "place", "rel"))


def _opens(tokens: list[Token], n: int) -> bool:
    """Whether nothing but an article or a word of listing stands before the token at `n`."""
    before = n - 1
    while before >= 0 and tokens[before].is_any(_LEADING):
        before -= 1
    return before < 0 or tokens[before].norm in ",;" or tokens[before].is_a("conj")


_LEADING: Final = frozenset(("det", "hedge", "adv"))


def _settle(token: Token, quantity: Quantity, whole: Quantity) -> str:
    """Let the opener give the nationality, or the country where the whole has one nationality."""
    code = token.value("people")
    if not code and (len(whole.nations) != 1 or FOREIGN in whole.nations):
        code = token.value("country") if quantity.unit == "person" else ""
    if code and not quantity.nations:
        quantity.nations = (code,)
    return "" if code else token.value("country")
