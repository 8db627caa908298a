"""From the ledger to the book: claims grouped into events, reconciled and checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from headcount.collector import collector_at_rest
from headcount.ledger.store import Ledger
from headcount.model import Book, Claim, Document, Event, Figure
from headcount.pipeline.deciding import Standing
from headcount.pipeline.gathering import Gathered, as_decided, by_rules, gather
from headcount.pipeline.keeping import keep
from headcount.pipeline.noting import confirmations, notes
from headcount.reconcile.checks import check
from headcount.reconcile.figures import reconcile
from headcount.sharing import in_shares


class Decided(NamedTuple):
    """A book, and how each decision stands that was taken on it."""

    book: Book
    standings: tuple[Standing, ...]


def book(ledger: Ledger, rule: str, as_of: date | None = None) -> Book:
    """All that the ledger says today, with figures by the rule of this name.

    With `as_of`, only reports that were published up to that day count; those without a day of
    publication do not. The same ledger, rule and day give the same book. What people decided is
    applied, on whatever day; it is among the findings, and so is what is stale. Raises LedgerError
    if the ledger cannot be read, UsageError if there is no such rule.
    """
    return decided_book(ledger, rule, as_of).book


def decided_book(ledger: Ledger, rule: str, as_of: date | None = None) -> Decided:
    """The book of `book`, and how the decisions stand. Raises what `book` raises."""
    with collector_at_rest():
        return _decided(gather(ledger, as_of), rule, as_of)


def _decided(told: Gathered, rule: str, as_of: date | None) -> Decided:
    grouped, found = as_decided(told, by_rules(told))
    claims = [*told.claims.values()]
    events = reconciled(grouped, claims, rule, told.documents)
    made = Book(
        documents=dict(told.documents),
        claims=dict(told.claims),
        events=events,
        findings=(*check(events, claims, told.documents), *notes(found, events)),
        as_of=as_of,
        confirmed=tuple(confirmations(found, events)),
    )
    return Decided(made, found)


def reconciled(
    grouped: Sequence[Event],
    claims: Sequence[Claim],
    rule: str,
    documents: Mapping[str, Document],
) -> tuple[Event, ...]:
    """What `reconcile` gives, of large books worked out by two processes."""
    if len(claims) < _LARGE:
        return reconcile(grouped, claims, rule, documents)

    def figures(share: Sequence[Event]) -> list[tuple[Figure, ...]]:
        return [event.figures for event in reconcile(share, claims, rule, documents)]

    made = in_shares(figures, grouped)
    return tuple(replace(e, figures=found) for e, found in zip(grouped, made, strict=True))


_LARGE = 200_000
"""Claims from which on a second process is worth its start."""


def complete(made: Book, rule: str) -> Book:
    """The book with all that is kept beside its events, as it is published."""
    return replace(made, kept=keep(made, rule))
