"""Verbs of speech that also tell a deed: which of the two a sentence means.

"The militia handed over 40 people" is no speech; "…, confided the minister" hands over nobody.
"""

from __future__ import annotations

from typing import Final

from headcount.extract.families import MOVES
from headcount.extract.mentions.nouns import has
from headcount.extract.mentions.tokens import Token


def counts(tokens: list[Token], at: int) -> bool:
    """Whether the verb of speech at `at` tells a deed or a size: a count follows at once.

    "The group counts 25 women", "the militia handed 40 people over".
    """
    n = at + 1
    while n < len(tokens) and (tokens[n].is_any(_HEDGES) or has(tokens, n + 1, "month")):
        n += 1
    if n >= len(tokens) or not (tokens[n].kind == "n" or tokens[n].is_a("num")):
        return False
    if tokens[at].is_a("amount") and has(tokens, at - 1, "tally"):
        return True
    return any(e.value in _DEEDS for e in tokens[at].predicates)


_HEDGES: Final = frozenset(("hedge", "adv", "time", "month"))

_DEEDS: Final = MOVES | {"arrested", "freed"}
"""Kinds of what is done to people, which nobody does by saying so."""


def says(tokens: list[Token], at: int) -> bool:
    """Whether the verb at `at` is one of speech behind its clause: "…, confided the minister"."""
    if not tokens[at].is_a("say") or counts(tokens, at):
        return False
    n = at - 1
    while n > 0 and tokens[n].is_a("have"):
        n -= 1
    return n >= 0 and tokens[n].norm in _CLOSED


_CLOSED: Final = frozenset((",", "»", "”", '"'))
