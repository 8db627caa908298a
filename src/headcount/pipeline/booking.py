"""From the ledger to the book: claims grouped into events, reconciled and checked."""

from __future__ import annotations

from datetime import date

from headcount.events.grouping import group_events
from headcount.ledger.store import Ledger
from headcount.model import Book
from headcount.reconcile.checks import check
from headcount.reconcile.figures import reconcile


def book(ledger: Ledger, rule: str, as_of: date | None = None) -> Book:
    """All that the ledger says today, with figures by the rule of this name.

    With `as_of`, only reports that were published up to that day count; those without a day of
    publication do not. The same ledger, rule and day give the same book. Raises LedgerError if the
    ledger cannot be read, UsageError if there is no such rule.
    """
    with ledger.snapshot():
        documents = {document.id: document for document in ledger.documents()}
        claims = list(ledger.claims())
    if as_of is not None:
        documents = {k: d for k, d in documents.items() if d.published and d.published <= as_of}
        claims = [claim for claim in claims if claim.document in documents]
    events = reconcile(group_events(claims, documents), claims, rule, documents)
    by_key = {(claim.document, claim.n): claim for claim in claims}
    return Book(documents, by_key, events, check(events, claims))
