"""Which reports of an event are one origin, and why, as reasons that a language can word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from headcount.books import Origin
from headcount.model import Claim, Document, Event
from headcount.reasons import Key, Reason
from headcount.reconcile.origins import origins, plain_name

SHOWN = 3
"""Reasons that are told of one origin at most."""

COMPARED = 12
"""Reports of one origin that are compared for its reasons; a wire story may be in thousands."""


def event_origins(
    event: Event, claims: Mapping[Key, Claim], documents: Mapping[str, Document]
) -> tuple[Origin, ...]:
    """The origins of the event's reports, those with most reports first.

    Only reports with claims in the event are looked at, by the rule of `reconcile.origins`.
    """
    told: dict[str, list[Claim]] = {}
    for key in event.claims:
        if key in claims:
            told.setdefault(key[0], []).append(claims[key])
    leader = origins([c for mine in told.values() for c in mine], documents)
    groups: dict[str, list[str]] = {}
    for document in sorted(leader):
        groups.setdefault(leader[document], []).append(document)
    made = [Origin(tuple(g), _reasons(g, told, documents)) for g in groups.values()]
    return tuple(sorted(made, key=lambda o: (-len(o.documents), o.documents)))


def _reasons(
    group: Sequence[str], told: Mapping[str, list[Claim]], documents: Mapping[str, Document]
) -> tuple[Reason, ...]:
    """Why the reports of the group are linked, each different reason once."""
    found: dict[Reason, None] = {}
    for one, other in combinations(group[:COMPARED], 2):
        pair = told[one] + told[other]
        if len(set(origins(pair, documents).values())) > 1:
            # Linked only through a third report.
            continue
        found.setdefault(_why((one, other), told, documents))
        if len(found) >= SHOWN:
            break
    return tuple(found)


def _why(
    pair: tuple[str, str], told: Mapping[str, list[Claim]], documents: Mapping[str, Document]
) -> Reason:
    mine, others = told[pair[0]], told[pair[1]]
    known = [documents[name] for name in pair if name in documents]
    if len(known) == len(pair):
        one, other = known
        if one.outlet and plain_name(one.outlet) == plain_name(other.outlet):
            return Reason("one-outlet", (("outlet", one.outlet),), "one outlet")
        agency = _agency(one, other)
        if agency:
            return Reason("one-agency", (("agency", agency),), "one agency")
    for claim in mine:
        if claim.according_to and claim.low is not None:
            name = plain_name(claim.according_to)
            same = [c for c in others if plain_name(c.according_to) == name and _same(c, claim)]
            if name and same:
                values = (("speaker", claim.according_to), ("number", claim.high or claim.low))
                return Reason("one-speaker", values, "one speaker gives the same number")
    if len(set(origins(mine + others, {}).values())) == 1:
        return Reason("same-run", (), "the same figures in the same order")
    agency = next((d.agency or d.outlet or "" for d in known if d.agency), "")
    if agency and not any(d.text for d in known):
        return Reason("one-agency", (("agency", agency),), "one agency")
    return Reason("same-sentences", (), "the same sentences, or one credit")


def _agency(one: Document, other: Document) -> str:
    """The agency that one credits and the other credits too, or names in its outlet: "X (AFP)"."""
    for document in (one, other):
        rest = other if document is one else one
        if not document.agency:
            continue
        name = plain_name(document.agency)
        in_outlet = plain_name(rest.outlet).split()
        if name and (plain_name(rest.agency) == name or name.split()[-1] in in_outlet):
            return document.agency
    first, second = (d.outlet or "" for d in (one, other))
    if first.endswith(")") and first.rpartition("(")[2] == second.rpartition("(")[2]:
        return first.rpartition("(")[2].rstrip(")")
    return ""


def _same(a: Claim, b: Claim) -> bool:
    return (a.kind, a.low, a.high) == (b.kind, b.low, b.high)
