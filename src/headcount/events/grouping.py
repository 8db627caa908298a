"""Claims of many documents into events: one event is one operation as all its reports tell it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from headcount.events.clusters import cluster
from headcount.events.families import is_subject
from headcount.events.partition import strands
from headcount.events.records import event_of_cluster, event_of_subject
from headcount.events.strands import Strand
from headcount.events.subjects import subjects
from headcount.events.texts import near_duplicates
from headcount.model import Claim, Document, Event


def group_events(claims: Sequence[Claim], documents: Mapping[str, Document]) -> tuple[Event, ...]:
    """The events that the claims tell of, `figures` empty, by first day and then id.

    Every claim is in exactly one event. Operations are joined across documents by the evidence
    of `headcount.events.evidence`; estimates are grouped by their figure. Pure: the order of
    `claims` and their repetition do not matter. `documents` gives days of publication and texts;
    a document that is not in it counts as undated.
    """
    told: dict[str, list[Claim]] = {}
    for claim in _once(claims):
        told.setdefault(claim.document, []).append(claim)
    found: list[Strand] = []
    for document in sorted(told):
        known = documents.get(document)
        found.extend(strands(told[document], known.published if known else None))
    copies = near_duplicates(documents, told)
    events = [event_of_cluster(c) for c in cluster(found, copies)]
    estimates = [c for document in sorted(told) for c in told[document] if is_subject(c)]
    events.extend(event_of_subject(group) for group in subjects(estimates))
    return tuple(sorted(events, key=_by_day))


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


def _by_day(event: Event) -> tuple[str, str]:
    return (event.start.isoformat() if event.start else "9999-99-99", event.id)
