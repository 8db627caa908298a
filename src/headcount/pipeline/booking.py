"""From the ledger to the book: claims grouped into events, reconciled and checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from headcount.events.grouping import group_events
from headcount.ledger.store import Ledger
from headcount.model import Book
from headcount.pipeline.deciding import corrected, regrouped
from headcount.pipeline.keeping import keep
from headcount.reconcile.checks import check
from headcount.reconcile.figures import reconcile


def book(ledger: Ledger, rule: str, as_of: date | None = None) -> Book:
    """All that the ledger says today, with figures by the rule of this name.

    With `as_of`, only reports that were published up to that day count; those without a day of
    publication do not. The same ledger, rule and day give the same book. Raises LedgerError if the
    ledger cannot be read, UsageError if there is no such rule. What people decided is applied.
    """
    with ledger.snapshot():
        documents = {document.id: document for document in ledger.documents()}
        claims = list(ledger.claims())
        decisions = list(ledger.decisions())
    if as_of is not None:
        documents = {k: d for k, d in documents.items() if d.published and d.published <= as_of}
        claims = [claim for claim in claims if claim.document in documents]
    claims = corrected(claims, decisions)
    by_key = {(claim.document, claim.n): claim for claim in claims}
    grouped = regrouped(group_events(claims, documents), by_key, decisions)
    events = reconcile(grouped, claims, rule, documents)
    return Book(documents, by_key, events, check(events, claims))


def published_book(ledger: Ledger, rule: str) -> Book:
    """The book of `book`, with all that is kept beside its events. Raises what `book` raises."""
    made = book(ledger, rule)
    return replace(made, kept=keep(made, rule))
