"""Running totals as reports tell them: since when, until when, of whom, where and by whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from headcount.days import Days
from headcount.model import Claim, Document, Kind, Precision, Scope, Unit
from headcount.reconcile.amounts import Amount, value_of
from headcount.reconcile.operations import COUNTED, STOCKS, Told
from headcount.reconcile.statements import people_of

Key = tuple[str, int]

TELLING: Final = 20
"""An operation whose number is that of a total, and no smaller, is the total told as news."""


@dataclass(frozen=True, slots=True)
class Total:
    """A running total as its reports tell it.

    `days.start` is None if it does not say since when, `country` None where only a people is told:
    "since 2022 more than 600 Taiwanese came home".
    """

    kind: Kind
    unit: Unit
    people: tuple[str, ...]
    amount: Amount
    days: Days
    country: str | None
    destination: str | None
    authorities: tuple[str, ...]
    claims: tuple[Key, ...]


def running_totals(
    claims: Mapping[Key, Claim], documents: Mapping[str, Document]
) -> tuple[Total, ...]:
    """The running totals of a country or a people, each once however many reports pass it on.

    A total that says of no day ("has so far helped 635 home") goes up to the day on which it was
    published; the earliest last day that is told of a number is its last day. A part of the same
    kind, people and country ("11 of them are leaders") is no total of its own; "924 were freed, 857
    of them are home" are two.
    """
    found: dict[tuple[object, ...], Total] = {}
    for key in sorted(claims):
        claim = claims[key]
        whole = claims.get((claim.document, claim.part_of)) if claim.part_of is not None else None
        made = _total(claim, documents.get(claim.document))
        if made is None or (whole is not None and _same_count(whole, made)):
            continue
        slot = (made.kind, made.unit, made.people, made.amount, made.country, made.destination)
        known = found.get(slot)
        found[slot] = made if known is None else _both(known, made)
    return tuple(found.values())


def without_totals(told: Iterable[Told], totals: Iterable[Total]) -> list[Told]:
    """The operations whose number is not that of a running total of the same kind, unit and people.

    A total or an operation that names no people may be of any.
    """
    spoken: dict[tuple[Kind, Unit, int], set[tuple[str, ...]]] = {}
    for each in totals:
        if each.amount.best >= TELLING:
            spoken.setdefault((each.kind, each.unit, each.amount.best), set()).add(each.people)
    return [
        one
        for one in told
        if not (peoples := spoken.get((one.kind, one.unit, one.amount.best)))
        or (one.people and peoples.isdisjoint(((), one.people)))
    ]


def _same_count(whole: Claim, part: Total) -> bool:
    """Whether the whole counts the same of the same people in the same country."""
    same = (whole.kind, people_of(whole)) == (part.kind, part.people)
    return same and _country(whole) in (None, part.country)


def _country(claim: Claim) -> str | None:
    return claim.origin or claim.country


def _total(claim: Claim, document: Document | None) -> Total | None:
    """The total that a claim tells, None if it tells none that operations can be held against."""
    if claim.scope is not Scope.CUMULATIVE or claim.kind not in COUNTED - STOCKS or claim.group:
        return None
    published = document.published if document else None
    end, people, country = claim.end or published, people_of(claim), _country(claim)
    if end is None or not (country or people) or (claim.low is None and claim.high is None):
        return None
    value = value_of(claim)
    if claim.precision is Precision.VAGUE or not value:
        return None
    amount = Amount(min(claim.low or 0, value), value, claim.high)
    authority = (claim.according_to,) if claim.according_to else ()
    return Total(
        claim.kind,
        claim.unit,
        people,
        amount,
        Days(claim.start, end),
        country,
        claim.destination,
        authority,
        ((claim.document, claim.n),),
    )


def _both(a: Total, b: Total) -> Total:
    starts = [d.start for d in (a.days, b.days) if d.start]
    ends = [d.end for d in (a.days, b.days) if d.end]
    return replace(
        a,
        days=Days(min(starts, default=None), min(ends, default=None)),
        authorities=tuple(sorted({*a.authorities, *b.authorities})),
        claims=a.claims + b.claims,
    )
