"""The counted noun: what a phrase collects while it is read, and what a token is at a place."""

from __future__ import annotations

from typing import Final

from headcount.extract.mentions.frames import frame_of
from headcount.extract.mentions.tokens import Token
from headcount.languages.scripts import caseless
from headcount.model import FOREIGN


class Phrase:
    """What a noun phrase behind a number says, while it is being read.

    `at` is the token after the phrase; `unit` "" means that no counted noun was found;
    `reason` tells why the number is out, "" when it is in; `classifier` is the token of a
    counting word, -1 without one.
    """

    currency: str = ""
    group: str = ""
    foreign: bool = False
    kind: str = ""
    weak: str = ""
    origins: bool = False
    added: bool = False
    reason: str = ""
    noun: bool = False
    native: str = ""

    def __init__(self, at: int, unit: str = "", head: int = -1, classifier: int = -1) -> None:
        self.at = at
        self.unit = unit
        self.head = head
        self.classifier = classifier
        self.nations: list[str] = []
        self.attributes: list[int] = []

    def peoples(self) -> tuple[str, ...]:
        """The nationalities in order, each once."""
        return tuple(dict.fromkeys(self.nations)) if len(self.nations) > 1 else (*self.nations,)


def has(tokens: list[Token], n: int, cls: str) -> bool:
    """Whether token `n` exists and has an entry of that class."""
    return 0 <= n < len(tokens) and cls in tokens[n].entries


def joins(tokens: list[Token], n: int) -> bool:
    """Whether `n` is "and", "or" or a comma."""
    return 0 <= n < len(tokens) and (tokens[n].norm == "," or tokens[n].is_a("conj"))


def nation(tokens: list[Token], n: int) -> str:
    """The country code of a demonym at `n`, "" when it is none."""
    if not 0 <= n < len(tokens):
        return ""
    token = tokens[n]
    if token.is_a("people") or not token.is_a("adjective"):
        return token.value("people")
    return "" if token.is_a("country") and _gone_to(tokens, n) else token.value("adjective")


def describes(tokens: list[Token], n: int) -> bool:
    """Whether the people at `n` only is an adjective of a thing before it: "opération thaïe"."""
    noun = tokens[n - 1] if n else None
    if noun is None or tokens[n].proper or noun.value("head") == "person":
        return False
    return noun.is_a("head") or noun.is_a("bad") or noun.is_a("body")


def _gone_to(tokens: list[Token], n: int) -> bool:
    """Whether a preposition or a verb of movement before the country at `n` makes it a place.

    So does a verb that people undergo, or a site, right before it in a script without spaces.
    """
    if n < 1:
        return False
    before = tokens[n - 1]
    if before.value("prep") in ("in", "to") or before.value("ends") in ("in", "to", "from"):
        return True
    if not (tokens[n].glued and caseless(tokens[n].norm)):
        return False
    if before.value("head") == "site":
        return True
    return bool(before.predicates) and all(
        frame_of(entry.extra).name in ("subj", "state", "pp") for entry in before.predicates
    )


def note_head(token: Token, phrase: Phrase) -> None:
    """Take over unit, group and kind that a counted noun carries."""
    head = token.entries["head"]
    phrase.unit, phrase.reason, phrase.noun = head.value, "", True
    phrase.origins = head.extra == "origins"
    for part in head.extra.split():
        name, _, value = part.partition("=")
        if name == "nat":
            phrase.foreign = value == FOREIGN
            phrase.native = "" if phrase.foreign else value
        elif name == "group":
            phrase.group = value
        elif name == "kind":
            phrase.kind = value
        elif name == "weak":
            phrase.weak = value


def owned(tokens: list[Token], at: int) -> bool:
    """Whether it is said whose the people before `at` are: "12 of its nationals | from Kenya"."""
    if not has(tokens, at - 1, "citizen"):
        return False
    return any(has(tokens, n, "own") for n in range(max(at - _OWNED, 0), at - 1))


_OWNED: Final = 4
"""Tokens from "its" to behind the noun for citizens, a number between them."""
