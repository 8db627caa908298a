"""What people decided, held against what is read today: which decisions hold, and on which claims.

Pure. A decision whose words or count have changed is stale: it is not applied, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from headcount.decisions import Action, Anchor, Decision, anchor_of, find, in_order, typed
from headcount.ledger.records import document_digest
from headcount.model import Claim, Document
from headcount.reasons import Key, Reason

RULE = "decision"
"""The rule of a claim that a person corrected."""

_SIDES = (Action.MERGE, Action.SPLIT)
"""Decisions about two sides: they hold as long as something is left of each."""


class State(StrEnum):
    """Whether a decision is applied: wholly, to what is left of what it rests on, or not."""

    HOLDS = "holds"
    PARTLY = "partly"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a decision stands today; `why` says what has changed.

    `keys` are the claims that it rests on as far as they are there, group by group.
    """

    decision: Decision
    state: State
    why: tuple[Reason, ...]
    keys: tuple[frozenset[Key], ...]


def standings(
    decisions: Iterable[Decision], claims: Iterable[Claim], documents: Mapping[str, Document]
) -> tuple[Standing, ...]:
    """How each decision stands, in the order in which they were taken, however they come.

    `claims` are all that was read, before any correction, and `documents` the reports by id.
    """
    made = in_order(decisions)
    named = {anchor.document for d in made for group in d.seen for anchor in group}
    told: dict[str, list[Claim]] = {name: [] for name in named}
    for claim in claims if named else ():
        if claim.document in told:
            told[claim.document].append(claim)
    versions = {name: document_digest(documents[name]) for name in named if name in documents}
    return tuple(_standing(decision, told, versions) for decision in made)


def anchored(
    keys: Iterable[Key], claims: Mapping[Key, Claim], documents: Mapping[str, Document]
) -> tuple[Anchor, ...]:
    """The claims at these keys as they are seen now, in order. Raises KeyError on unknown ones."""
    wanted = sorted(set(keys))
    told: dict[str, list[Claim]] = {document: [] for document, _ in wanted}
    for claim in claims.values():
        if claim.document in told:
            told[claim.document].append(claim)
    versions = {name: document_digest(documents[name]) for name in told}
    return tuple(anchor_of(claims[key], told[key[0]], versions[key[0]]) for key in wanted)


def revised(claims: Sequence[Claim], found: Iterable[Standing]) -> list[Claim]:
    """The claims as people corrected them, in their order, without those that they withdrew.

    Of two corrections of one field the later one counts. The original values stay in the trace.
    """
    out: set[Key] = set()
    changes: dict[Key, list[Decision]] = {}
    for standing in found:
        if standing.state is State.STALE:
            continue
        for key in standing.keys[0]:
            if standing.decision.action is Action.WITHDRAW:
                out.add(key)
            elif standing.decision.action is Action.CORRECT:
                changes.setdefault(key, []).append(standing.decision)
    if not out and not changes:
        return list(claims)
    return [
        _without_whole(_corrected(claim, changes.get((claim.document, claim.n), ())), out)
        for claim in claims
        if (claim.document, claim.n) not in out
    ]


def _standing(
    decision: Decision, told: Mapping[str, Sequence[Claim]], versions: Mapping[str, str]
) -> Standing:
    fields = tuple(decision.values)
    keys: list[frozenset[Key]] = []
    lost: list[Reason] = []
    for group in decision.seen:
        there: set[Key] = set()
        for anchor in group:
            found = find(anchor, told[anchor.document], versions.get(anchor.document), fields)
            if found.why is not None:
                lost.append(_missed(anchor, found.why))
            elif found.claim is not None:
                there.add((found.claim.document, found.claim.n))
        keys.append(frozenset(there))
    if not lost:
        return Standing(decision, State.HOLDS, (), tuple(keys))
    left = decision.action in _SIDES and all(keys)
    state = State.PARTLY if left else State.STALE
    return Standing(decision, state, _of_all(lost, decision), tuple(keys))


def _missed(anchor: Anchor, why: Reason) -> Reason:
    return Reason("claim-changed", (("claim", f"{anchor.document}:{anchor.n}"), ("because", why)))


def _of_all(lost: Sequence[Reason], decision: Decision) -> tuple[Reason, ...]:
    """How many claims changed, and the first thing that did."""
    total = sum(map(len, decision.seen))
    if total == 1:
        return (lost[0],)
    return (Reason("claims-changed", (("n", len(lost)), ("total", total))), lost[0])


def _corrected(claim: Claim, decisions: Iterable[Decision]) -> Claim:
    for decision in decisions:
        fields = typed(decision.values)
        was = claim.as_json()
        now = replace(claim, **fields)
        lines = [
            f"{name}: {value}, corrected by {decision.id} from {was[name]}"
            for name, value in decision.values.items()
        ]
        claim = replace(now, rule=RULE, trace=(*claim.trace, *lines))
    return claim


def _without_whole(claim: Claim, out: set[Key]) -> Claim:
    """A part whose whole was withdrawn stands for itself."""
    if claim.part_of is None or (claim.document, claim.part_of) not in out:
        return claim
    return replace(claim, part_of=None)
