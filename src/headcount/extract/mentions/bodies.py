"""The words that name a body, an office or a paper as a source."""

from __future__ import annotations

from typing import Final

from headcount.extract.mentions.nouns import has
from headcount.extract.mentions.tokens import Token


def marked(token: Token) -> bool:
    """Whether a token is a role or a body; a title of courtesy ("Mr") is no office."""
    entries = token.entries
    if "body" in entries:
        return True
    role = entries.get("role")
    return role is not None and role.value not in _NO_OFFICE


_NO_OFFICE: Final = frozenset(("title", "heads"))
"""A title of courtesy, and "who heads", which only says of a name that it is in office."""


def of_mission(token: Token) -> bool:
    """Whether a word is for an embassy or who heads it, which lies in another country than its."""
    return token.value("aside") == "seat"


def paper(tokens: list[Token], start: int, end: int) -> tuple[int, int] | None:
    """The tokens of a paper's name of which a country or a place is a part, so that it is nobody's.

    The span from `start` to `end` must hold the name alone, but for an article.
    """
    first = start + tokens[min(start, len(tokens) - 1)].is_a("det")
    words = tokens[first:end]
    if len(words) < 2 or not all(t.kind == "w" and t.capital for t in words):
        return None
    return (first, end) if any(t.is_any(_PLACED) for t in words) else None


_PLACED: Final = frozenset(("adjective", "capital", "country", "people", "place"))


def belongs(tokens: list[Token], n: int, earliest: int) -> bool:
    """Whether the word at `n` is part of the body's name that goes on behind it.

    A modifier is, and inside a longer name ("spokesman of the Interior Ministry", from `earliest`
    on) the small words between its parts are.
    """
    clitic = tokens[n].joined and len(tokens[n].norm) == 1
    if clitic or _modifies(tokens[n]) or _one(tokens, n):
        return True
    small = tokens[n].value("prep") in ("of", "in") or tokens[n].is_a("det")
    return small and n > earliest and tokens[n].kind == "w" and not tokens[n].is_a("say")


def _one(tokens: list[Token], n: int) -> bool:
    """Whether "one" and its counting word before an office stand at `n`: one officer, unnamed."""
    if tokens[n].is_a("classifier") and has(tokens, n - 1, "num"):
        return True
    return tokens[n].value("num") == "1" and has(tokens, n + 1, "classifier") and n > 0


def _modifies(token: Token) -> bool:
    """Whether a word before a body's name belongs to it: "the Rescue Foundation"."""
    if token.is_any(_NO_MODIFIER):
        return token.capital and _NO_MODIFIER.intersection(token.entries) == {"pred"}
    return token.kind == "w" and (token.capital or bool(token.entries))


_NO_MODIFIER: Final = frozenset(
    ("pred", "be", "have", "rel", "conj", "det", "prep", "time", "num", "classifier", "break")
)


_BEHIND_NAME: Final = frozenset(("be", "have", "conj", "adv"))
_TOLD: Final = frozenset(("pred", "time", "verb"))
"""Classes of words that no name goes on with."""


def continues(tokens: list[Token], n: int) -> bool:
    """Whether the body's name goes on: "… of Foreign Affairs", "… in Phnom Penh"."""
    token = tokens[n]
    if token.kind == "m" or token.is_any(_BEHIND_NAME):
        return False
    if not token.entries and not token.capital and has(tokens, n + 1, "det"):
        # "the task force patrolled the border"
        return False
    if "prep" not in token.entries and token.is_any(_TOLD):
        return False
    if "prep" in token.entries and token.value("prep") not in ("of", "in"):
        return False
    ahead = tokens[n : n + 6]
    stop = next((k for k, t in enumerate(ahead) if t.kind == "m" or t.is_a("say")), len(ahead))
    named = any(t.capital or "adjective" in t.entries or marked(t) for t in ahead[:stop])
    if token.joined and len(token.norm) == 1:
        return named
    return named or token.capital or "adjective" in token.entries
