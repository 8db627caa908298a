"""The figures of an event: low, best and high for everything that its claims count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from headcount.collector import collector_at_rest
from headcount.model import Claim, Document, Event, Figure, Precision
from headcount.reasons import Reason
from headcount.reconcile.amounts import value_of
from headcount.reconcile.origins import origins, plain_name
from headcount.reconcile.rules import Rule, bounds, rule_named
from headcount.reconcile.statements import (
    NEAR,
    Cell,
    Sources,
    Statement,
    cells,
    latest_by_speaker,
    partial_claims,
    statements,
)


def reconcile(
    events: Sequence[Event],
    claims: Sequence[Claim],
    rule: str = "range",
    documents: Mapping[str, Document] | None = None,
) -> tuple[Event, ...]:
    """The events in their order, each with its figures by the named rule.

    One figure for every kind × unit × nationality × group × currency. `documents`, if given, say
    which reports credit one agency or come from one outlet, and when each was published; without
    them speakers and numbers alone tell origins apart. The order of `claims` does not matter.
    Raises UsageError, naming the rules, on an unknown `rule`.
    """
    choose = rule_named(rule)
    by_key = {(c.document, c.n): c for c in claims}
    known = documents or {}
    with collector_at_rest():
        return tuple(
            [
                replace(
                    event,
                    figures=_figures(
                        [by_key[key] for key in sorted(set(event.claims)) if key in by_key],
                        known,
                        (rule, choose),
                    ),
                )
                for event in events
            ]
        )


def _figures(
    claims: Sequence[Claim], documents: Mapping[str, Document], rule: tuple[str, Rule]
) -> tuple[Figure, ...]:
    sources = Sources(origins(claims, documents), documents)
    partial = partial_claims(claims)
    found = []
    for cell, told in cells(claims).items():
        figure = _figure(cell, told, (partial, sources), rule)
        if figure is not None:
            found.append(figure)
    return tuple(sorted(found, key=_order))


def _figure(
    cell: Cell,
    told: Sequence[Claim],
    known: tuple[set[tuple[str, int]], Sources],
    rule: tuple[str, Rule],
) -> Figure | None:
    said = _wholes(statements(told, *known))
    if not said:
        return None
    name, choose = rule
    low, high = bounds(said)
    choice = choose(said)
    before = _replaced(told, said, known)
    return Figure(
        kind=cell.kind,
        unit=cell.unit,
        nationality=cell.nationality,
        low=low,
        best=choice.best,
        high=high,
        rule=name,
        claims=tuple(sorted([(c.document, c.n) for c in told])),
        group=cell.group,
        currency=cell.currency,
        because=(*choice.because, before) if before else choice.because,
    )


def _wholes(said: Sequence[Statement]) -> list[Statement]:
    """The statements without those that a larger exact one of the same report holds as a part.

    "571 were handed over … three were leaders": who tells both contradicts nobody. Two named
    speakers with two counts in one report do, and both stand.
    """
    if len(said) < 2:
        return list(said)
    largest: dict[str, list[Statement]] = {}
    for one in said:
        if one.exact:
            for document in {key[0] for key in one.claims}:
                largest.setdefault(document, []).append(one)
    return [one for one in said if not any(_holds(other, one) for other in _beside(one, largest))]


def _replaced(
    told: Sequence[Claim],
    said: Sequence[Statement],
    known: tuple[set[tuple[str, int]], Sources],
) -> Reason | None:
    """What later counts by the same speakers took the place of, if anything."""
    latest = latest_by_speaker(said)
    if not latest:
        return None
    partial, sources = known
    stands = {one.value for one in said}
    before: set[int] = set()
    for claim in told:
        if claim.precision is not Precision.EXACT or not claim.according_to:
            continue
        value = value_of(claim)
        if value in stands or (claim.document, claim.n) in partial:
            continue
        day, later = sources.day(claim), latest.get(plain_name(claim.according_to))
        if day is not None and later is not None and later > day:
            before.add(value)
    if not before:
        return None
    what = said[0].what
    counts = tuple(replace(what, low=number, high=number) for number in sorted(before))
    return Reason("earlier-counts", (("earlier", counts),))


def _beside(one: Statement, told: Mapping[str, list[Statement]]) -> list[Statement]:
    """The exact statements of the first report that tells this one."""
    return told.get(one.claims[0][0], [])


def _holds(whole: Statement, part: Statement) -> bool:
    if not (part.exact and 0 < part.value <= NEAR * whole.value):
        return False
    reports = {key[0] for key in part.claims} <= {key[0] for key in whole.claims}
    two_voices = whole.speakers and part.speakers and not {*whole.speakers} & {*part.speakers}
    return reports and not two_voices


def _order(figure: Figure) -> tuple[object, ...]:
    """Totals before parts, larger before smaller."""
    part = bool(figure.nationality and figure.nationality != ("FOREIGN",)) or bool(figure.group)
    return (
        part,
        str(figure.kind),
        str(figure.unit),
        -(figure.best or 0),
        figure.nationality,
        str(figure.group or ""),
        figure.currency or "",
    )
