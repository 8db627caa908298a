"""What a ledger says before and after it is grouped: claims as they count, events as decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from headcount.decisions import Decision
from headcount.events.grouping import group_events
from headcount.events.news import counted_as_totals
from headcount.ledger.store import Ledger
from headcount.model import Claim, Document, Event
from headcount.pipeline.deciding import RULE, Standing, revised, standings
from headcount.pipeline.regrouping import regrouped
from headcount.reasons import Key


@dataclass(frozen=True, slots=True)
class Gathered:
    """Reports, claims as they were read and as they count today, and how the decisions stand."""

    documents: Mapping[str, Document]
    read: Mapping[Key, Claim]
    claims: Mapping[Key, Claim]
    found: tuple[Standing, ...]

    def with_decisions(self, decisions: Iterable[Decision]) -> Gathered:
        """The same with these decisions in place of those that stood, as if gathered again."""
        found = standings(decisions, self.read.values(), self.documents)
        counted = _counted(revised([*self.read.values()], found), self.documents)
        return replace(self, claims=counted, found=found)


def gather(ledger: Ledger, as_of: date | None = None) -> Gathered:
    """What the ledger says today; with `as_of`, only of reports published up to that day.

    Raises LedgerError if the ledger cannot be read.
    """
    with ledger.snapshot():
        documents = {document.id: document for document in ledger.documents()}
        claims = list(ledger.claims())
        decisions = list(ledger.decisions())
    found = standings(decisions, claims, documents)
    if as_of is not None:
        documents = {k: d for k, d in documents.items() if d.published and d.published <= as_of}
        claims = [claim for claim in claims if claim.document in documents]
    counted = _counted(revised(claims, found), documents)
    return Gathered(documents, _by_key(claims), counted, found)


def by_rules(told: Gathered) -> tuple[Event, ...]:
    """The events as rules make them of the claims that count, `figures` empty."""
    return group_events([*told.claims.values()], told.documents)


def as_decided(
    told: Gathered, events: Sequence[Event]
) -> tuple[tuple[Event, ...], tuple[Standing, ...]]:
    """The events of `by_rules` as people decided on them, and how the decisions stand then."""
    return regrouped(events, told.claims, told.documents, told.found)


def _counted(claims: Sequence[Claim], documents: Mapping[str, Document]) -> dict[Key, Claim]:
    """The claims as the books count them. What a person corrected stands as corrected."""
    decided = [(c.document, c.n) for c in claims if c.rule == RULE]
    return counted_as_totals(_by_key(claims), documents, decided)


def _by_key(claims: Sequence[Claim]) -> dict[Key, Claim]:
    return {(claim.document, claim.n): claim for claim in claims}
