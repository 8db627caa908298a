"""From the ledger to the book: claims grouped into events, reconciled and checked."""

from __future__ import annotations

from headcount.events.grouping import group_events
from headcount.ledger.store import Ledger
from headcount.model import Book
from headcount.reconcile.checks import check
from headcount.reconcile.figures import reconcile


def book(ledger: Ledger, rule: str) -> Book:
    """All that the ledger says today, with figures by the rule of this name.

    The same ledger and rule give the same book. Raises LedgerError if the ledger cannot be read,
    UsageError if there is no such rule.
    """
    with ledger.snapshot():
        documents = {document.id: document for document in ledger.documents()}
        claims = list(ledger.claims())
    events = reconcile(group_events(claims, documents), claims, rule, documents)
    by_key = {(claim.document, claim.n): claim for claim in claims}
    return Book(documents, by_key, events, check(events, claims))
