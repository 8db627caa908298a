"""`headcount check`: what cannot both be true, and what a person should look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from headcount.model import Claim, Document, Event
from headcount.reasons import Finding
from headcount.reconcile.breakdowns import breakdown_findings
from headcount.reconcile.conflicts import (
    falling_totals,
    larger_parts,
    two_counts,
    two_days,
    two_places,
)

SEVERITIES: Final = ("error", "warning", "note")

EVENT_CHECKS: Final[tuple[Callable[[Sequence[Claim], str | None], Iterator[Finding]], ...]] = (
    two_days,
    two_places,
    larger_parts,
)
"""Checks over all claims of one event, beside that for two counts."""


def check(
    events: Sequence[Event],
    claims: Sequence[Claim],
    documents: Mapping[str, Document] | None = None,
) -> tuple[Finding, ...]:
    """All findings, worst first, then by event and claims; each with the claims it rests on.

    Parts are held against their whole within each document, counts, days and places against each
    other and parts against every total within each event, running totals of one speaker across
    everything. `documents`, if given, say when each count was told. The order of the arguments
    does not matter.
    """
    by_key = {(c.document, c.n): c for c in claims}
    event_of = {key: event.id for event in events for key in event.claims}
    told: dict[str, list[Claim]] = {}
    for key in sorted(by_key):
        told.setdefault(key[0], []).append(by_key[key])
    found: set[Finding] = set()
    for mine in told.values():
        for finding in breakdown_findings(mine, None):
            found.add(replace(finding, event=event_of.get(finding.claims[0])))
    for event in events:
        mine = [by_key[key] for key in sorted(set(event.claims)) if key in by_key]
        found.update(two_counts(mine, event.id, documents or {}))
        for one in EVENT_CHECKS:
            found.update(one(mine, event.id))
    for finding in falling_totals([by_key[key] for key in sorted(by_key)]):
        found.add(replace(finding, event=event_of.get(finding.claims[0])))
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[object, ...]:
    rank = SEVERITIES.index(finding.severity)
    said = repr(finding.reason) if finding.reason else finding.message
    return (rank, finding.event or "", finding.code, finding.claims, said)
