"""How it ended: what a later clause of the sentence tells of people said to have been lured."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from headcount.extract.assembly.clauses import passive
from headcount.extract.assembly.draft import Context
from headcount.extract.assembly.match import Match
from headcount.extract.assembly.told import Told
from headcount.extract.families import CAUGHT
from headcount.extract.mentions.frames import frame_of
from headcount.extract.mentions.quantity import Quantity
from headcount.extract.mentions.tokens import Token
from headcount.languages.scripts import caseless

_BEFORE: Final = frozenset(("trafficked", "working"))
_OUT: Final = frozenset(("freed", "escaped", "repatriated"))


def way_out(tokens: list[Token], match: Match, quantity: Quantity, others: list[Quantity]) -> Match:
    """The predicate of a later clause that tells how it ended for the same people, else `match`.

    "12 Malaysians were lured to Cambodia and rescued last week": the news is the rescue. The
    clause counts nobody and has no subject of its own.
    """
    if match.kind not in _BEFORE or quantity.unit != "person" or match.plan:
        return match
    if quantity.interval.precision != "exact":
        return match
    told = {q.number.first for q in others if q is not quantity}
    opened = -1
    for n in range(max(match.at, quantity.first) + 1, len(tokens)):
        token = tokens[n]
        if n in told or token.is_a("rel") or token.norm in _CLOSED:
            break
        if token.norm == "," or token.is_a("conj"):
            opened = n
        if opened < 0 or not token.predicates:
            continue
        kind = _ending(tokens, n, match)
        if kind:
            if _subject_between(tokens, opened + 1, n) or _denied(tokens, opened + 1, n):
                break
            reason = f"“{token.norm}” ends what “{tokens[match.at].norm}” began"
            return Match(kind, n, match.cost, reason, plan=False, passive=passive(tokens, n))
    return match


_CLOSED: Final = frozenset((";", ":", "(", "“", '"', "–", "—"))


def _ending(tokens: list[Token], n: int, match: Match) -> str:
    """The kind that the verb at `n` tells of its subject, "" for none of those that end it."""
    undergone = passive(tokens, n) or tokens[n].is_a("begins")
    undergone = undergone or (match.passive and tokens[n - 1].is_a("conj"))
    for entry in tokens[n].predicates:
        frame = frame_of(entry.extra)
        if entry.value not in _OUT or frame.plan:
            continue
        if frame.name in ("subj", "state") or (frame.name in ("both", "pp") and undergone):
            return entry.value
    return ""


def _subject_between(tokens: list[Token], start: int, end: int) -> bool:
    """Whether people or a body that no preposition leads stand there: somebody else acts."""
    for n in range(start, end):
        if not tokens[n].is_any(_ACTORS):
            continue
        led = any(t.is_a("prep") for t in tokens[max(n - _LED, start) : n])
        if not led:
            return True
    return False


_ACTORS: Final = frozenset(("head", "people", "body", "role", "capital"))
_LED: Final = 3
"""Tokens from a preposition to the noun that it leads."""


def _denied(tokens: list[Token], start: int, end: int) -> bool:
    return any(t.is_a("neg") or t.is_a("plan") for t in tokens[start:end])


def of_caught(context: Context, quantity: Quantity, match: Match, before: Told) -> Match:
    """The match of some "of those held", who are those that were arrested just before."""
    if match.kind != "held" or match.at < 1 or quantity.unit != "person":
        return match
    tokens = context.sentence.tokens
    last = before.last_group()
    if last is None or last.kind not in CAUGHT or context.index - last.context.index > _CAUGHT_BACK:
        return match
    points = tokens[match.at - 1].is_a("det") or tokens[match.at - 1].is_a("part")
    there = match.at + 1 < len(tokens) and tokens[match.at + 1].value("prep") == "in"
    fewer = (quantity.interval.low or 0) <= (last.quantity.interval.low or 0)
    return replace(match, kind=last.kind) if points and fewer and not there else match


_CAUGHT_BACK: Final = 2
"""Sentences from those who were arrested to some "of those held"."""


def by_suspects(context: Context, quantity: Quantity, match: Match) -> Match:
    """The match of people whom suspects moved: "the ringleader delivered 88 of them" trafficked."""
    tokens = context.sentence.tokens
    moved = match.kind in _SENT and 0 <= match.at < quantity.first and not match.passive
    # Without cases and articles suspects before a verb are as often whom it speaks of.
    moved = moved and not caseless(tokens[match.at].norm)
    for n in range(match.at - 1, max(match.at - _SUBJECT, -1), -1) if moved else ():
        token = tokens[n]
        if token.is_a("suspect"):
            return replace(match, kind="trafficked")
        if token.kind != "w" or token.predicates or token.is_any(_OTHERS):
            break
    return match


_SENT: Final = frozenset(("transferred", "moved"))

_OTHERS: Final = frozenset(("body", "country", "people", "rel", "say"))
"""What may be another subject before a verb, or parts it from its own."""

_SUBJECT: Final = 7
"""Tokens from the subject of a clause to its verb."""
