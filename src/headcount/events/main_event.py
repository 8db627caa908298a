"""Which event a document is mainly about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from headcount.events.families import FAMILY, is_subject
from headcount.events.windows import CAMPAIGN, Window, window_of
from headcount.model import Claim, Document, Event, Scope

WEIGHT: Final[dict[Scope, float]] = {Scope.EVENT: 1.0, Scope.CUMULATIVE: 0.75, Scope.PLANNED: 0.75}
"""What a claim adds to its event, by scope."""

HISTORY: Final = 0.25
"""What a running total over more than a campaign adds."""

SUBJECT: Final = 0.01
"""What an estimate adds, once more if it is about a country: it decides among estimates only."""

LEAD: Final = 1.5
"""What the first claim of an operation adds, and the first that is no estimate: the headline's."""

NEWS: Final = 1.0
"""What days within `NEWS_DAYS` of publication add, once an event."""

NEWS_DAYS: Final = 4

OLD_DAYS: Final = 12
"""Days before publication from which on an operation is background."""

PASSED_DAYS: Final = 14
"""Days before publication from which on a report that tells nothing later of it only looks back."""

WIDE: Final = 30
"""Days; what is told of a longer stretch may be of any day in it."""

OLD: Final = 0.3
"""What a claim of background adds, of what it would."""


def main_events(
    events: Sequence[Event], claims: Sequence[Claim], documents: Mapping[str, Document]
) -> dict[str, str]:
    """The id of the event that each document is mainly about, for documents with claims.

    It is the event with most of the document's claims, where the first claim that is no estimate
    and news (days close to publication) count more, estimates hardly count, and a part counts with
    its whole. A document that only looks back at it (all that it tells of it is background) is
    mainly about none.
    """
    event_of = {key: event.id for event in events for key in event.claims}
    told: dict[str, dict[int, Claim]] = {}
    for claim in claims:
        told.setdefault(claim.document, {})[claim.n] = claim
    first = {event.id: _first(event, documents) for event in events}
    reports = {event.id: len(event.documents) for event in events}
    found: dict[str, str] = {}
    for document, by_n in told.items():
        mine = [by_n[n] for n in sorted(by_n)]
        if any((document, n) in event_of for n in by_n):
            published = _day(documents, document)
            best = _main(mine, event_of, reports, published)
            of_it = [c for c in mine if event_of.get((document, c.n)) == best]
            lead = next((c.n for c in mine if _is_operation(c)), None)
            if not _looks_back(of_it, published, first[best], lead):
                found[document] = best
    return found


def _first(event: Event, documents: Mapping[str, Document]) -> date | None:
    """The day of the first report that tells of it."""
    return min((day for d in event.documents if (day := _day(documents, d))), default=None)


def _looks_back(
    claims: Sequence[Claim], published: date | None, first: date | None, lead: int | None
) -> bool:
    """Whether a report tells of an event only what lies long before it.

    Who is the first to tell of it looks back on nothing. What is told of no day says nothing, but
    for the first operation of the report. An estimate is of the day on which it was first told,
    and so is an operation of "this year". A plan looks ahead.
    """
    if published is None or first is None or (published - first).days <= PASSED_DAYS:
        return False
    if all(is_subject(c) for c in claims):
        return True
    if any(c.scope is Scope.PLANNED for c in claims):
        return False
    windows = [w for c in claims if (w := window_of(c, published)) and (w.dated or c.n == lead)]
    passed = all(c.scope is Scope.EVENT for c in claims)
    return bool(windows) and all(
        _is_old(w, published, PASSED_DAYS) or (passed and w.length >= WIDE) for w in windows
    )


def _day(documents: Mapping[str, Document], document: str) -> date | None:
    found = documents.get(document)
    return found.published if found else None


def _main(
    claims: list[Claim],
    event_of: Mapping[tuple[str, int], str],
    reports: Mapping[str, int],
    published: date | None,
) -> str:
    """The event with the highest score, of those that any of the claims is in.

    Of several with the same, as the estimates of a survey, the one that most `reports` tell of.
    """
    scores: dict[str, float] = {}
    news: set[str] = set()
    windows = [window_of(c, published) for c in claims]
    told = list(zip(claims, windows, strict=True))
    counted = [c for c, w in told if not is_subject(c) and not _is_history(c, w)]
    lead = next((c for c in counted if _is_operation(c)), counted[0] if counted else None)
    opening = next((c for c in claims if not is_subject(c)), None)
    for claim, window in told:
        event = event_of.get((claim.document, claim.n))
        if event is None:
            continue
        share = OLD if _is_old(window, published, OLD_DAYS) else 1.0
        worth = LEAD if claim is lead or claim is opening else 0.0
        if claim.part_of is None:  # a table of nationalities is long
            worth += _weight(claim, window)
        scores[event] = scores.get(event, 0.0) + share * worth
        if not _is_history(claim, window) and _is_news(window, published):
            news.add(event)
    for event in news:
        scores[event] += NEWS
    return min(scores, key=lambda e: (-scores[e], -reports[e], e))


def _is_operation(claim: Claim) -> bool:
    """Whether it counts what was done, not who is held, found or hurt after it."""
    return claim.kind in FAMILY and claim.scope is Scope.EVENT


def _weight(claim: Claim, window: Window | None) -> float:
    if is_subject(claim):
        return SUBJECT * (2 if claim.country else 1)
    return HISTORY if _is_history(claim, window) else WEIGHT[claim.scope]


def _is_history(claim: Claim, window: Window | None) -> bool:
    return claim.scope is Scope.CUMULATIVE and window is not None and window.length > CAMPAIGN


def _is_old(window: Window | None, published: date | None, days: int) -> bool:
    if window is None or published is None or not window.dated:
        return False
    return published.toordinal() - window.last > days


def _is_news(window: Window | None, published: date | None) -> bool:
    if window is None or published is None or not window.dated:
        return False
    return abs(published.toordinal() - window.last) <= NEWS_DAYS
