"""Two countries told as one: the border, the talks or the way between them."""

from __future__ import annotations

from itertools import pairwise

from headcount.extract.assembly.draft import Context
from headcount.extract.mentions.tokens import Token


def joined(context: Context) -> set[int]:
    """Tokens of two countries that a hyphen joins: the border or the talks between them.

    So does "between": "on the border between Laos and Myanmar".
    """
    tokens = context.sentence.tokens
    bare = [s.at for s in context.spots if s.place is None]
    found: set[int] = set()
    for left, right in pairwise(bare):
        if (
            (right == left + 1 and tokens[right].joined)
            or (right == left + 2 and tokens[left + 1].norm in "-–")
            or _between(tokens, left, right)
        ):
            found |= {left, right}
    return found


def _between(tokens: list[Token], left: int, right: int) -> bool:
    """Whether "between" leads to two countries, with nothing but "and" standing between them."""
    words = tokens[left + 1 : right]
    if not words or not all(t.is_a("conj") or t.is_a("det") for t in words):
        return False
    led = left - 1
    while led > 0 and tokens[led].is_a("det"):
        led -= 1
    return led >= 0 and tokens[led].value("range") == "between"
