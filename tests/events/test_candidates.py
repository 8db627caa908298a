"""Blocking: a giant event costs a few comparisons a report, not all pairs."""

from __future__ import annotations

from datetime import date

from telling import report, told

from headcount.events.candidates import NEXT, Entry, keys, within
from headcount.events.candidates import Key as BlockKey
from headcount.events.grouping import group_events
from headcount.events.partition import strands
from headcount.events.strands import Strand
from headcount.model import Claim

REPORTS = 300


def news(i: int) -> Claim:
    """One of many reports of one raid: some without the day, some without the town."""
    where = {"country": "KHM", "place": None if i % 3 == 0 else "Poipet"}
    day = None if i % 5 == 0 else "2025-02-23"
    return told(f"d{i:04d}", 1, "freed", 215 + (i % 7 == 0), day=day, **where)


def compared(nodes: list[Strand]) -> set[tuple[int, int]]:
    blocks: dict[BlockKey, list[Entry]] = {}
    for i, node in enumerate(nodes):
        for key, value in keys(node):
            blocks.setdefault(key, []).append((value, node.key, i))
    return {pair for key, entries in blocks.items() for pair in within(key, entries)}


def test_a_giant_event_is_compared_sparsely_and_stays_one() -> None:
    claims = [news(i) for i in range(REPORTS)]
    found = [s for c in claims for s in strands([c], date(2025, 2, 24))]
    assert len(compared(found)) < 8 * NEXT * REPORTS
    documents = {c.document: report(c.document, "2025-02-24") for c in claims}
    (event,) = group_events(claims, documents)
    assert len(event.documents) == REPORTS
    assert len(event.joined) == REPORTS - 1


def test_equal_numbers_meet_without_country_or_family() -> None:
    claims = [
        told("a", 1, "repatriated", 283, day="2025-03-10", nationality=("IND",), origin="MMR"),
        told("b", 1, "freed", 283, day="2025-03-11", nationality=("IND",)),
    ]
    assert compared([s for c in claims for s in strands([c], None)]) == {(0, 1)}


def test_neighbours_over_a_border_meet() -> None:
    claims = [
        told("a", 1, "transferred", 260, day="2025-02-12", place="Mae Sot", country="THA"),
        told("b", 1, "transferred", 251, day="2025-02-12", place="Myawaddy", country="MMR"),
    ]
    assert compared([s for c in claims for s in strands([c], None)]) == {(0, 1)}
