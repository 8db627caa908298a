"""The record of an event: its id, title, place, days and reasons, from its claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from headcount.events.clusters import Cluster
from headcount.events.families import FAMILY
from headcount.events.strands import Strand
from headcount.events.tallies import specific
from headcount.events.titles import title
from headcount.events.where import locate, only_seats
from headcount.ids import short_id
from headcount.model import Claim, Event, Kind, Precision, Scope, Unit
from headcount.reasons import Join, Reason

_SAME_FIGURE: Final = (Reason("same-figure"),)

_SCOPES: Final = (Scope.EVENT, Scope.CUMULATIVE, Scope.PLANNED, Scope.ESTIMATE)


def event_of_cluster(cluster: Cluster) -> Event:
    """The event of an operation.

    Its id comes from the key of the first head of its anchor: the strand that is published first
    among those that count people exactly in one event (else among the best there are). So a later
    report that joins does not change the id.
    """
    strands = sorted(cluster.strands, key=lambda s: s.key)
    anchor = min(strands, key=_anchor_rank)
    claims = [c for s in strands for c in s.claims]
    lead = _lead([h for s in strands for h in s.heads])
    return _event(event_id(anchor.document, anchor.heads[0].n), claims, lead, cluster.joins)


def event_of_subject(claims: Sequence[Claim]) -> Event:
    """The event that stands for an estimate: all claims that pass on one figure."""
    ordered = sorted(claims, key=lambda c: (c.document, c.n))
    first = ordered[0]
    others = sorted({c.document for c in ordered} - {first.document})
    joins = [Join((first.document, other), _SAME_FIGURE) for other in others]
    return _event(event_id(first.document, first.n), ordered, first, joins)


def event_id(document: str, n: int) -> str:
    """The id of an event of which this claim is the first."""
    return short_id("ev", document, str(n))


def _anchor_rank(strand: Strand) -> tuple[int, bool, date, tuple[str, int]]:
    exact = any(h.precision is Precision.EXACT for h in strand.heads)
    return (_SCOPES.index(strand.scope), not exact, strand.published or date.max, strand.key)


def _lead(heads: Sequence[Claim]) -> Claim:
    """The head that the title is built from: an exact count of people that most documents tell.

    A count of one nationality gives way to a larger one of all.
    """
    wholes: dict[tuple[object, ...], int] = {}
    for head in heads:
        if not specific(head.nationality):
            slot = (head.kind, head.unit, head.scope)
            wholes[slot] = max(wholes.get(slot, 0), head.low or 0)
    support: dict[tuple[object, ...], set[str]] = {}
    for head in heads:
        support.setdefault(_fact(head), set()).add(head.document)

    def rank(head: Claim) -> tuple[object, ...]:
        return (
            _SCOPES.index(head.scope),
            head.unit is not Unit.PERSON,
            head.kind not in FAMILY,
            _is_of_some(head, wholes),
            -len(support[_fact(head)]),
            head.precision is not Precision.EXACT,
            -(head.low or 0),
            head.document,
            head.n,
        )

    return min(heads, key=rank)


def _is_of_some(head: Claim, wholes: Mapping[tuple[object, ...], int]) -> bool:
    """Whether it counts one nationality, and as many are told of all."""
    whole = wholes.get((head.kind, head.unit, head.scope), -1)
    return bool(specific(head.nationality)) and whole >= (head.low or 0)


def _fact(claim: Claim) -> tuple[object, ...]:
    return (claim.kind, claim.unit, claim.low, claim.high)


def _event(event_id: str, claims: Sequence[Claim], lead: Claim, joins: Sequence[Join]) -> Event:
    days = _days(claims, lead)
    country = lead.country or _most(c.country for c in claims) or lead.origin
    place = lead.place or _most(c.place for c in claims if _tells_place(c, lead))
    if place and _told_from(place, lead):
        place = None
    spot = locate(place, country)
    return Event(
        id=event_id,
        title=title(lead, country, place, days),
        kinds=_kinds(claims, lead),
        country=country,
        place=place,
        lat=spot.lat,
        lon=spot.lon,
        precision=spot.precision,
        start=days[0],
        end=days[1],
        documents=tuple(sorted({c.document for c in claims})),
        claims=tuple((c.document, c.n) for c in claims),
        joined=tuple(joins),
    )


def _tells_place(claim: Claim, lead: Claim) -> bool:
    """Whether the claim's place may stand for the whole: as large a count, in the same country."""
    large = 2 * (claim.low or 0) >= (lead.low or 0)
    at_home = not (claim.country and lead.country) or claim.country == lead.country
    return claim.unit is lead.unit and claim.kind in FAMILY and large and at_home


def _told_from(place: str, lead: Claim) -> bool:
    """Whether a total of a whole country is only told from its seat of government.

    Those who came to an embassy came to the capital.
    """
    whole = lead.scope in (Scope.CUMULATIVE, Scope.ESTIMATE) and lead.kind is not Kind.REPORTED
    return whole and only_seats(frozenset((place,)))


def _kinds(claims: Sequence[Claim], lead: Claim) -> tuple[Kind, ...]:
    """The kinds told, the lead's first, the others by name."""
    return (lead.kind, *sorted({c.kind for c in claims} - {lead.kind}))


def _days(claims: Sequence[Claim], lead: Claim) -> tuple[date | None, date | None]:
    """First and last day: over the dated claims of the lead's scope and kind, else of its scope."""
    same_scope = [c for c in claims if c.scope is lead.scope]
    for chosen in ([c for c in same_scope if c.kind is lead.kind], same_scope):
        starts = [c.start for c in chosen if c.start]
        # "Since November" has no last day: a running total goes on.
        last = [c.end or (None if c.scope is Scope.CUMULATIVE else c.start) for c in chosen]
        ends = [day for day in last if day]
        if starts or ends:
            return (min(starts) if starts else None, max(ends) if ends else None)
    return (None, None)


def _most(values: Iterable[str | None]) -> str | None:
    """The value told most often; of equals the first by name."""
    counts: dict[str, int] = {}
    for value in values:
        if value:
            counts[value] = counts.get(value, 0) + 1
    return min(counts, key=lambda v: (-counts[v], v), default=None)
