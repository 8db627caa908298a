"""Attributes behind a counted noun: they give way to the verb of the sentence."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.match import Match
from headcount.extract.mentions.frames import frame_of
from headcount.extract.mentions.tokens import Token


def yields(tokens: list[Token], after: int, near: Match, later: Match) -> bool:
    """Whether what `near` says only describes those of whom `later` is told.

    "Forty Kenyans stranded in Myanmar came home": a state right behind the noun that ends at
    `after`, without an auxiliary, and a verb in the same clause.
    """
    if near.at < 0:
        return _found_again(tokens, after, near, later)
    if not after <= near.at < later.at or near.kind not in _CONDITIONS:
        return False
    if later.kind == near.kind or later.kind not in _NEWS or tokens[later.at - 1].is_a("prep"):
        return False
    if any(not t.is_a("adv") for t in tokens[after : near.at]) or tokens[near.at].is_a("begins"):
        return False
    if tokens[later.at].is_a("prep") and later.kind == "moved":
        return False
    stated = any(frame_of(e.extra).name in _DESCRIBING for e in tokens[near.at].predicates)
    between = tokens[near.at + 1 : later.at]
    if stated and _object_of(tokens, between, later):
        return True
    if not stated or any(t.kind == "m" or _breaks(t) for t in between):
        return False
    return later.passive or any(
        frame_of(e.extra).name == "subj" and e.value == later.kind
        for e in tokens[later.at].predicates
    )


def _object_of(tokens: list[Token], between: list[Token], later: Match) -> bool:
    """Whether a relative clause tells what others did: "workers exploited whom police freed"."""
    opens = next((n for n, t in enumerate(between) if t.is_a("rel")), -1)
    clause = between[opens + 1 :]
    if opens < 0 or later.passive or any(t.kind == "m" or _breaks(t) for t in clause):
        return False
    frames = {frame_of(e.extra).name for e in tokens[later.at].predicates}
    plain = all(t.kind == "w" and not t.is_a("pron") for t in between[:opens])
    return plain and bool(frames & {"act", "both"}) and any(t.is_a("body") for t in clause)


def _found_again(tokens: list[Token], after: int, near: Match, later: Match) -> bool:
    """Whether those whom the noun calls missing are no longer: "28 disappeared were freed"."""
    if near.kind != "missing" or later.kind not in _NEWS or not later.passive:
        return False
    between = tokens[after : later.at]
    return later.at >= after and not any(t.kind == "m" or _breaks(t) for t in between)


_CONDITIONS: Final = frozenset(("held", "trafficked", "working", "missing", "identified"))
_NEWS: Final = frozenset(
    (
        *("freed", "escaped", "repatriated", "deported", "transferred", "moved", "killed"),
        *("arrested", "charged", "convicted"),
    )
)
_DESCRIBING: Final = frozenset(("state", "pp", "both", "subj"))


def _breaks(token: Token) -> bool:
    """Whether a word opens another clause or is told of somebody else."""
    return bool(token.predicates) or token.is_any(_OPENS)


_OPENS: Final = frozenset(("conj", "rel", "pron", "neg"))
