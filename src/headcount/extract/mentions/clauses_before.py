"""Clauses that stand between a counting word and its noun, closed by a particle."""

from __future__ import annotations

from typing import Final

from headcount.extract.mentions.nouns import Phrase, has, joins
from headcount.extract.mentions.places import hosts
from headcount.extract.mentions.tokens import Token

CLAUSE: Final = 12
"""Tokens that a clause between a counting word and its noun may have."""


def from_countries(tokens: list[Token], n: int, phrase: Phrase) -> int:
    """Take "from China, Laos and India" before its noun, up to the particle that closes the clause.

    The token behind it, `n` where nothing is taken: one of the centres may be where they left.
    """
    at = n + has(tokens, n, "classifier")
    if at >= len(tokens) or not any(e.value == "origins" for e in tokens[at].predicates):
        return n
    codes: list[str] = []
    at += 1
    while has(tokens, at, "country"):
        codes.append(tokens[at].value("country"))
        at += 1
        if joins(tokens, at) and has(tokens, at + 1, "country"):
            at += 1
    if not codes or not has(tokens, at, "attr") or (len(codes) == 1 and codes[0] in hosts()):
        return n
    if has(tokens, n, "classifier"):
        phrase.classifier = n
    phrase.nations.extend(codes)
    phrase.at = at + 1
    return at + 1


def behind_clause(tokens: list[Token], at: int, phrase: Phrase) -> int:
    """Where the noun may stand behind a clause that begins at `at`, 0 where none is skipped.

    A nationality read on the way belongs to the clause, unless its end follows right behind.
    """
    if phrase.noun:
        return 0
    if not phrase.nations:
        return _modifier_end(tokens, at, phrase)
    clause = tokens[phrase.classifier + 1 : at] if phrase.classifier >= 0 else []
    in_clause = any(t.predicates or t.is_a("prep") for t in clause)
    if not in_clause and not tokens[at].is_a("attr"):
        return 0
    end = _modifier_end(tokens, at, phrase)
    if end and in_clause:
        phrase.nations.clear()
    return end


def _modifier_end(tokens: list[Token], n: int, phrase: Phrase) -> int:
    """The token behind the particle that closes a clause before its noun, 0 without one.

    Two clauses may share a noun that is people: "13 [deceived, trapped there] -s Malaysians".
    """
    comma = False
    for at in range(n, min(len(tokens), n + CLAUSE)):
        if tokens[at].is_a("attr"):
            people = has(tokens, at + 1, "people") and not has(tokens, at + 2, "head")
            return at + 1 if people or not comma else 0
        if tokens[at].kind != "w":
            if comma or tokens[at].norm != "," or not _verb_before(tokens, phrase, at):
                return 0
            comma = True
    return 0


def _verb_before(tokens: list[Token], phrase: Phrase, comma: int) -> bool:
    """Whether a verb stands between the counting word and a comma, as in a clause before a noun."""
    return phrase.classifier >= 0 and any(
        t.predicates for t in tokens[phrase.classifier + 1 : comma]
    )
