"""Short ways to write claims and events for the tests of this folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from headcount.model import Claim, Document, Event, Figure, Kind, Precision, Quote, Unit
from headcount.reconcile.figures import reconcile

BASE = Claim(
    document="d",
    n=1,
    kind=Kind.FREED,
    unit=Unit.PERSON,
    low=0,
    high=0,
    precision=Precision.EXACT,
    quote=Quote("x", 0, 1),
)


def count(document: str, n: int, number: int, **fields: Any) -> Claim:
    """An exact count of people freed, unless the fields say otherwise; `day` sets both days."""
    day = fields.pop("day", None)
    if day:
        fields["start"] = fields["end"] = date.fromisoformat(day)
    fields = {"low": number, "high": number, "quote": Quote(f"{document}{n}", 0, 1), **fields}
    return replace(BASE, document=document, n=n, **fields)


def at_least(document: str, n: int, number: int, **fields: Any) -> Claim:
    """More than so many."""
    return count(document, n, number, high=None, precision=Precision.AT_LEAST, **fields)


def event_of(claims: Sequence[Claim], ident: str = "ev-1") -> Event:
    """One event that holds all the claims."""
    return Event(
        id=ident,
        title="",
        kinds=(Kind.FREED,),
        country="KHM",
        place=None,
        lat=None,
        lon=None,
        precision="",
        start=None,
        end=None,
        documents=tuple(sorted({c.document for c in claims})),
        claims=tuple((c.document, c.n) for c in claims),
    )


def figures(
    claims: Sequence[Claim], rule: str = "range", documents: Sequence[Document] = ()
) -> tuple[Figure, ...]:
    """The figures of one event with all the claims."""
    known = {d.id: d for d in documents}
    return reconcile([event_of(claims)], claims, rule, known)[0].figures


def span(figure: Figure) -> tuple[int | None, int | None, int | None]:
    """low, best, high."""
    return (figure.low, figure.best, figure.high)
