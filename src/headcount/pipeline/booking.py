"""From the ledger to the book: claims grouped into events, reconciled and checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from headcount.events.grouping import group_events
from headcount.ledger.store import Ledger
from headcount.model import Book
from headcount.pipeline.deciding import Standing, revised, standings
from headcount.pipeline.keeping import keep
from headcount.pipeline.noting import notes
from headcount.pipeline.regrouping import regrouped
from headcount.reconcile.checks import check
from headcount.reconcile.figures import reconcile


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
    with ledger.snapshot():
        documents = {document.id: document for document in ledger.documents()}
        claims = list(ledger.claims())
        decisions = list(ledger.decisions())
    found = standings(decisions, claims, documents)
    if as_of is not None:
        documents = {k: d for k, d in documents.items() if d.published and d.published <= as_of}
        claims = [claim for claim in claims if claim.document in documents]
    claims = revised(claims, found)
    by_key = {(claim.document, claim.n): claim for claim in claims}
    grouped, found = regrouped(group_events(claims, documents), by_key, documents, found)
    events = reconcile(grouped, claims, rule, documents)
    findings = (*check(events, claims), *notes(found, events))
    return Decided(Book(documents, by_key, events, findings), found)


def published_book(ledger: Ledger, rule: str) -> Book:
    """The book of `book`, with all that is kept beside its events. Raises what `book` raises."""
    made = book(ledger, rule)
    return replace(made, kept=keep(made, rule))
