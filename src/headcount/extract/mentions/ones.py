"""A written "one": when it counts a person of a list, and when it is an article."""

from __future__ import annotations

from typing import Final

from headcount.extract.mentions.bare import numbered
from headcount.extract.mentions.distributive import of_several
from headcount.extract.mentions.frames import followed
from headcount.extract.mentions.nouns import Phrase, has
from headcount.extract.mentions.quantity import Quantity
from headcount.extract.mentions.spelled import Number, opens_list
from headcount.extract.mentions.tokens import Token


def counted_one(
    tokens: list[Token], number: Number, found: list[Quantity], phrase: Phrase, first: int
) -> bool:
    """Whether a written "one" counts: it stands in a list of counts, not as an article."""
    if of_several(tokens, number.after):
        return True
    if phrase.unit == "person" and followed(tokens, phrase.at):
        return True
    if phrase.unit == "person" and phrase.nations and opens_list(tokens, number):
        return True
    if phrase.unit == "person" and (phrase.nations or phrase.kind) and not found:
        return has(tokens, phrase.at, "conj") and _counts_on(tokens, phrase.at + 1)
    if not found:
        return False
    n = min(number.first, first) - 1
    n -= has(tokens, n, "add")
    before = tokens[n] if n >= 0 else None
    if before is None or not (before.norm in (",", ";") or before.is_a("conj")):
        return False
    at = phrase.at if phrase.unit else number.after
    placed = at + 1 < len(tokens) and tokens[at].value("prep") == "in"
    if placed and (found[-1].elliptic or _alike(tokens, found[-1].head, phrase.head)):
        return True
    if phrase.unit == "person" and (phrase.nations or phrase.group):
        return True
    if phrase.unit == "person" and phrase.kind:
        return True
    # "one {person} died" is "one died".
    bare = number.after + has(tokens, number.after, "classifier")
    return has(tokens, bare, "pred") or has(tokens, bare, "be")


def _counts_on(tokens: list[Token], n: int) -> bool:
    """Whether a count follows a conjunction, its verb before it: "one Thai and charged five"."""
    verbal = ("pred", "verb", "have", "be", "adv")
    for at in range(n, n + 1 + _VERBS):
        if numbered(tokens, at):
            return True
        if not any(has(tokens, at, cls) for cls in verbal):
            return False
    return False


_VERBS: Final = 2
"""Words of a verb between a conjunction and a count."""


def _alike(tokens: list[Token], head: int, other: int) -> bool:
    """Whether two counts have the same counting word: "nine {persons} in Myanmar, one in Laos"."""
    both = has(tokens, head, "classifier") and has(tokens, other, "classifier")
    return both and tokens[head].norm == tokens[other].norm
