"""Claims of many documents into events: one event is one operation as all its reports tell it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from headcount.events.index import EventIndex
from headcount.model import Claim, Document, Event


def group_events(claims: Sequence[Claim], documents: Mapping[str, Document]) -> tuple[Event, ...]:
    """The events that the claims tell of, `figures` empty, by first day and then id.

    Every claim is in exactly one event. Operations are joined across documents by the evidence
    of `headcount.events.evidence`; estimates are grouped by their figure. Pure: the order of
    `claims` and their repetition do not matter. `documents` gives days of publication and texts;
    a document that is not in it counts as undated.
    """
    return event_index(claims, documents).events()


def event_index(claims: Sequence[Claim], documents: Mapping[str, Document]) -> EventIndex:
    """The same events as an index that takes in further reports one by one."""
    told: dict[str, list[Claim]] = {}
    for claim in _once(claims):
        told.setdefault(claim.document, []).append(claim)
    return EventIndex(told, documents)


def _once(claims: Sequence[Claim]) -> list[Claim]:
    """Each claim once, by key; of two records with one key the same one whatever the order."""
    kept: dict[tuple[str, int], Claim] = {}
    for claim in claims:
        key = (claim.document, claim.n)
        known = kept.get(key)
        if known is None or (known is not claim and known != claim and _text(claim) < _text(known)):
            kept[key] = claim
    return [kept[key] for key in sorted(kept)]


def _text(claim: Claim) -> str:
    return json.dumps(claim.as_json(), sort_keys=True, ensure_ascii=False)
