"""What people decided, applied to what was read: claims first, then the events made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from headcount.decisions import Action, Anchor, Decision, find, said_by
from headcount.events.records import event_of_subject
from headcount.ids import short_id
from headcount.model import Claim, Event, Kind, Precision, Scope
from headcount.reasons import Join, Reason

Key = tuple[str, int]

RULE = "decision"
"""The rule of a claim that a person corrected."""


@dataclass(frozen=True, slots=True)
class Stand:
    """How a decision stands today: `state` is `stands`, `changed` or `gone`; `why` in words."""

    decision: Decision
    state: str
    why: str


class Told:
    """The claims by document, to find those that decisions rest on."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._by_document: dict[str, list[Claim]] = {}
        for claim in claims:
            self._by_document.setdefault(claim.document, []).append(claim)

    def find(self, anchor: Anchor) -> Claim | None:
        """The claim with the words of the anchor, if there is one."""
        return find(anchor, self._by_document.get(anchor.document, ()))

    def keys(self, anchors: Iterable[Anchor]) -> set[Key]:
        """The claims that stand of those that were seen."""
        found = (self.find(anchor) for anchor in anchors)
        return {(c.document, c.n) for c in found if c is not None}


def corrected(claims: Sequence[Claim], decisions: Iterable[Decision]) -> list[Claim]:
    """The claims as people corrected them, without those that they withdrew."""
    told = Told(claims)
    changed: dict[Key, Claim | None] = {}
    for decision in decisions:
        if decision.action not in (Action.CORRECT, Action.WITHDRAW):
            continue
        for anchor in decision.seen[0]:
            claim = told.find(anchor)
            if claim is None:
                continue
            key = (claim.document, claim.n)
            now = changed.get(key, claim)
            if decision.action is Action.WITHDRAW or now is None:
                changed[key] = None
            else:
                changed[key] = _correct(now, decision)
    made = (changed.get((c.document, c.n), c) for c in claims)
    return [claim for claim in made if claim is not None]


def regrouped(
    events: Sequence[Event], claims: Mapping[Key, Claim], decisions: Iterable[Decision]
) -> tuple[Event, ...]:
    """The events as people merged and split them, in the order of their days."""
    wanted = [d for d in decisions if d.action in (Action.MERGE, Action.SPLIT)]
    if not wanted:
        return tuple(events)
    told = Told(claims.values())
    now = {event.id: event for event in events}
    for decision in wanted:
        groups = [told.keys(group) for group in decision.seen]
        if decision.action is Action.MERGE:
            _merge(now, groups, decision)
        else:
            _split(now, groups[0], claims)
    return tuple(sorted(now.values(), key=lambda e: (str(e.start or e.end or "9"), e.id)))


def stands(
    decisions: Iterable[Decision], claims: Sequence[Claim], events: Sequence[Event]
) -> list[Stand]:
    """How each decision stands: whether what was seen is still there and still says the same.

    `claims` are those that were read, before any correction; `events` those of today.
    """
    told = Told(claims)
    by_key = {(c.document, c.n): c for c in claims}
    return [_stand(decision, told, by_key, events) for decision in decisions]


def _stand(
    decision: Decision, told: Told, claims: Mapping[Key, Claim], events: Sequence[Event]
) -> Stand:
    seen = [anchor for group in decision.seen for anchor in group]
    found = [(anchor, told.find(anchor)) for anchor in seen]
    gone = sum(claim is None for _, claim in found)
    other = sum(claim is not None and said_by(claim) != anchor.said for anchor, claim in found)
    if gone == len(seen):
        return Stand(decision, "gone", "no report says any of it any more")
    new = 0
    if decision.action in (Action.CONFIRM, Action.MERGE):
        keys = told.keys(seen)
        holding = _holding(events, keys)
        new = len(set(holding.claims) - keys) if holding else 0
    told_of = [
        f"{number} {words}"
        for number, words in (
            (gone, "no longer said"),
            (other, "read otherwise"),
            (new, "new beside them"),
        )
        if number
    ]
    if not told_of:
        return Stand(decision, "stands", "")
    return Stand(decision, "changed", f"of {len(seen)} claims seen: {', '.join(told_of)}")


def _holding(events: Iterable[Event], keys: set[Key]) -> Event | None:
    """The event that holds most of the claims."""
    counts = Counter({event.id: len(keys & set(event.claims)) for event in events})
    best = max(counts, key=lambda name: (counts[name], name), default=None)
    if best is None or not counts[best]:
        return None
    return next(event for event in events if event.id == best)


def _correct(claim: Claim, decision: Decision) -> Claim:
    fields: dict[str, Any] = {}
    for name, value in decision.values.items():
        if name == "kind":
            fields[name] = Kind(value)
        elif name == "scope":
            fields[name] = Scope(value)
        elif name == "nationality":
            fields[name] = tuple(value)
        elif name in ("start", "end"):
            fields[name] = date.fromisoformat(value) if value else None
        else:
            fields[name] = value
    if "low" in fields:
        fields["precision"] = Precision.EXACT
    trace = (*claim.trace, f"corrected by decision {decision.number}: {decision.because}")
    return replace(claim, rule=RULE, trace=trace, **fields)


def _merge(now: dict[str, Event], groups: Sequence[set[Key]], decision: Decision) -> None:
    found = [_holding(list(now.values()), group) for group in groups if group]
    events = list({event.id: event for event in found if event is not None}.values())
    if len(events) < 2:
        return
    first = events[0]
    for other in events[1:]:
        first = _joined(first, other, decision)
        del now[other.id]
    now[first.id] = first


def _joined(first: Event, other: Event, decision: Decision) -> Event:
    words = f"a person decided so: {decision.because}"
    join = Join((first.documents[0], other.documents[0]), (Reason("decided", (), words),))
    starts = [day for day in (first.start, other.start) if day]
    ends = [day for day in (first.end, other.end) if day]
    return replace(
        first,
        kinds=tuple(dict.fromkeys(first.kinds + other.kinds)),
        country=first.country or other.country,
        start=min(starts, default=None),
        end=max(ends, default=None),
        documents=tuple(sorted({*first.documents, *other.documents})),
        claims=tuple(sorted({*first.claims, *other.claims})),
        joins=(*first.joins, f"{join.documents[0]} + {join.documents[1]}: {words}", *other.joins),
        joined=(*first.joined, join, *other.joined),
    )


def _split(now: dict[str, Event], parted: set[Key], claims: Mapping[Key, Claim]) -> None:
    for event in list(now.values()):
        mine = sorted(parted & set(event.claims))
        rest = [key for key in event.claims if key not in parted]
        if not mine or not rest:
            continue
        new = _event_of(mine, claims, short_id("ev", "split", mine[0][0], str(mine[0][1])))
        now[new.id] = new
        kept = _event_of(rest, claims, event.id)
        left = set(kept.documents)
        now[event.id] = replace(
            kept,
            joined=tuple(join for join in event.joined if set(join.documents) <= left),
        )


def _event_of(keys: Sequence[Key], claims: Mapping[Key, Claim], name: str) -> Event:
    made = event_of_subject([claims[key] for key in keys])
    return replace(made, id=name, joins=(), joined=())
