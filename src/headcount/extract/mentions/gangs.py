"""Nouns between people and their count that only tell where they were: "Thais from gangs 20"."""

from __future__ import annotations

from typing import Final

from headcount.extract.mentions.frames import frame_of
from headcount.extract.mentions.tokens import Token
from headcount.model import FOREIGN


def person(token: Token) -> bool:
    """Whether a word names persons: a noun, a people, "foreign"."""
    named = token.value("head") == "person" or token.is_a("people")
    return named or token.value("adj") == FOREIGN


def beside_gang(tokens: list[Token], at: int) -> int:
    """How many tokens up to `at` tell where those before them were, 0 for none.

    "Thais from the gang 20 persons", "Thais lured to work for the gang 20 persons": the noun at
    `at` hangs on a preposition or on what was done to them.
    """
    if at < 2 or not tokens[at].is_a("head") or not tokens[at].glued:
        return 0
    led = tokens[at - 1]
    relative = at > 2 and tokens[at - 2].is_a("rel")
    if not person(tokens[at - 2 - relative]):
        return 0
    undergone = {frame_of(e.extra).name for e in led.predicates}
    told = bool(undergone) and undergone <= _UNDERGONE and led.glued and tokens[at].is_a("topic")
    return 2 + relative if told or led.value("prep") in ("in", "from") else 0


_UNDERGONE: Final = frozenset(("subj", "pp"))
"""Frames of what people did themselves or what was done to them."""
