"""Counts of people that make no claim, whatever their sentence says: pointed at, denied, acting."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.denials import denied
from headcount.extract.assembly.homelands import FEW
from headcount.extract.assembly.told import Told
from headcount.extract.mentions.quantity import Quantity
from headcount.extract.mentions.tokens import Token

DENIED: Final = "denied by the text"
"""Why a count that the text rejects is left out."""


def nobody(tokens: list[Token], quantity: Quantity, before: Told) -> str:
    """Why a quantity makes no claim whatever is said of it, "" when it may."""
    if _points_only(quantity, before):
        return "points to a few named before, counts nobody"
    if denied(tokens, quantity):
        return DENIED
    if _agent(tokens, quantity):
        return "tells who did it, not to whom"
    return "a few who speak" if _speak(tokens, quantity) else ""


def _speak(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether a few people are only the subject of a verb of speech: "two men said"."""
    after = quantity.after
    few = quantity.number.value < _FEW_SPEAK and quantity.unit == "person"
    few = few and bool(quantity.nations or quantity.group)
    if not few or after >= len(tokens) or quantity.attributes:
        return False
    verb = tokens[after]
    return verb.is_a("say") and not verb.predicates and not verb.is_a("prep")


_FEW_SPEAK: Final = 10
"""So many may be quoted; that more say so rather tells of a group."""


def _agent(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether people stand between a passive marker and its verb: they are who did it.

    Only scripts without spaces have such a marker, and nothing between it and the number.
    """
    n, after = quantity.first - 1, quantity.after
    if n < 1 or quantity.unit != "person" or quantity.head < 0 or after >= len(tokens):
        return False
    marker = tokens[n].is_a("be") and not tokens[n].is_a("amount") and tokens[n + 1].glued
    return marker and any(e.extra.startswith(("both", "act")) for e in tokens[after].predicates)


def _points_only(quantity: Quantity, before: Told) -> bool:
    """Whether a small definite number without a noun is a pronoun: "the two met in July"."""
    small = quantity.number.value <= FEW and not quantity.number.digits
    if not (quantity.elliptic and quantity.definite and small and not quantity.added):
        return False
    return not before.numbers(quantity)
