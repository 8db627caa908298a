"""What is told in parts: by nationality, by sentence, by flight. Parts find their whole."""

from __future__ import annotations

from telling import report, told

from headcount.events.grouping import group_events
from headcount.model import Claim, Document, Event

WENZHOU = {"country": "CHN", "place": "Wenzhou", "day": "2025-09-29"}


def grouped(claims: list[Claim], *papers: Document) -> list[tuple[str, ...]]:
    """The documents of each event that counts people, in order."""
    events: tuple[Event, ...] = group_events(claims, {p.id: p for p in papers})
    return sorted(e.documents for e in events)


def verdicts(document: str, *counts: int) -> list[Claim]:
    return [told(document, n, "convicted", count, **WENZHOU) for n, count in enumerate(counts, 1)]


def test_the_sentences_of_some_meet_those_of_all_however_many_tell_of_that_day() -> None:
    whole, some = verdicts("a", 39), verdicts("b", 11, 5, 12)
    others = [told(f"o{n}", 1, "convicted", 8 + n, **WENZHOU) for n in range(9)]
    (first, *_) = grouped([*whole, *some, *others], report("a", "2025-09-30"))
    assert {"a", "b"} <= set(first)
