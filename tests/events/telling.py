"""Short ways to write claims and documents for the tests of this folder."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from headcount.model import Claim, Document, Kind, Precision, Quote, Unit

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


def told(document: str, n: int, kind: str, count: int, **fields: Any) -> Claim:
    """An exact claim; `day` sets both ends of its days."""
    day = fields.pop("day", None)
    if day:
        fields["start"] = fields["end"] = date.fromisoformat(day)
    fields = {"low": count, "high": count, **fields}
    return replace(BASE, document=document, n=n, kind=Kind(kind), **fields)


def report(ident: str, published: str | None = None, text: str = "") -> Document:
    """A document of which only the day and the text matter."""
    day = date.fromisoformat(published) if published else None
    return Document(ident, text, published=day)
