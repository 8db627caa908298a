"""Running totals told like news: which figures the books take for totals, and which they leave."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telling import report, told

from headcount.events.news import counted_as_totals
from headcount.model import Claim, Document, Precision, Scope, Unit

KHM: dict[str, Any] = {"country": "KHM"}
SEAT: dict[str, Any] = {"country": "KHM", "place": "Phnom Penh"}
BAVET: dict[str, Any] = {"country": "KHM", "place": "Bavet"}
TOTAL: dict[str, Any] = {"scope": Scope.CUMULATIVE}
DAY = {"a": "2026-01-24", "b": "2026-02-01", "c": "2026-02-04", "late": "2027-06-01"}
MONTH = {"start": report("x", "2026-01-01").published, "end": report("x", "2026-01-31").published}
PAPERS = {name: report(name, day) for name, day in DAY.items()}

Keys = set[tuple[str, int]]


def taken(claims: list[Claim], papers: dict[str, Document] | None = None) -> Keys:
    """The claims told like news that the books take for totals."""
    by_key = {(c.document, c.n): c for c in claims}
    counted = counted_as_totals(by_key, PAPERS if papers is None else papers)
    assert list(counted) == list(by_key)
    return {k for k, c in counted.items() if c.scope is not by_key[k].scope}


NEWS: list[tuple[str, list[Claim], Keys]] = [
    (
        "another report tells the number as a total",
        [
            told("a", 1, "arrested", 5106, day="2026-01-22", **KHM),
            told("b", 1, "arrested", 5106, **TOTAL, **KHM),
        ],
        {("a", 1)},
    ),
    (
        "told from the seat of government it is of no place either",
        [
            told("a", 1, "arrested", 700, day="2026-01-22", **SEAT),
            told("b", 1, "arrested", 700, **TOTAL, **KHM),
        ],
        {("a", 1)},
    ),
    (
        "repatriated and deported are one",
        [
            told("a", 1, "deported", 2825, day="2026-01-22", **KHM),
            told("b", 1, "repatriated", 2825, **TOTAL, **KHM),
        ],
        {("a", 1)},
    ),
    (
        "years later it is another number",
        [
            told("late", 1, "arrested", 700, day="2027-05-30", **KHM),
            told("b", 1, "arrested", 700, **TOTAL, **KHM),
        ],
        set(),
    ),
    (
        "small numbers come twice",
        [
            told("a", 1, "arrested", 39, day="2026-01-22", **KHM),
            told("b", 1, "arrested", 39, **TOTAL, **KHM),
        ],
        set(),
    ),
    (
        "another country, other people",
        [
            told("a", 1, "arrested", 700, day="2026-01-22", country="MMR"),
            told("a", 2, "arrested", 700, day="2026-01-22", nationality=("VNM",), **KHM),
            told("b", 1, "arrested", 700, **TOTAL, **KHM),
        ],
        set(),
    ),
    (
        "of one place in one week, told by two, it is an operation whatever a third says",
        [
            told("a", 1, "arrested", 2044, day="2026-01-22", **BAVET),
            told("b", 1, "arrested", 2044, day="2026-01-22", **BAVET),
            told("b", 2, "arrested", 2044, day="2026-01-22", **KHM),
            told("c", 1, "arrested", 2044, **TOTAL, **KHM),
        ],
        set(),
    ),
    (
        "a large number with a place that one alone tells of it",
        [
            told("a", 1, "freed", 7000, day="2026-01-22", **BAVET),
            told("b", 1, "freed", 7000, **TOTAL, **KHM),
        ],
        {("a", 1)},
    ),
    (
        "a part of what is told with its place stays with its whole",
        [
            told("a", 1, "arrested", 2044, day="2026-01-22", **BAVET),
            told(
                "a", 2, "arrested", 1792, day="2026-01-22", nationality=("CHN",), part_of=1, **BAVET
            ),
            told("c", 1, "arrested", 1792, nationality=("CHN",), **TOTAL, **KHM),
        ],
        set(),
    ),
    (
        "a thousand of a whole country, without a day",
        [told("a", 1, "arrested", 1028, **KHM)],
        {("a", 1)},
    ),
    ("and of a month", [told("a", 1, "arrested", 1028, **MONTH, **KHM)], {("a", 1)}),
    ("but not of a day", [told("a", 1, "arrested", 1028, day="2026-01-22", **KHM)], set()),
    ("nor of a place", [told("a", 1, "arrested", 1028, **MONTH, **BAVET)], set()),
    ("nor fewer", [told("a", 1, "arrested", 928, **MONTH, **KHM)], set()),
    (
        "so many are not brought home on a day",
        [told("a", 1, "deported", 11000, day="2026-01-22", **SEAT)],
        {("a", 1)},
    ),
    (
        "those of one nationality may be, in many planes",
        [told("a", 1, "repatriated", 1041, day="2026-01-22", nationality=("CHN",), **KHM)],
        set(),
    ),
    (
        "a row of totals that grows",
        [
            told("a", 1, "arrested", 2137, **TOTAL, **KHM),
            told("b", 1, "arrested", 2270, day="2026-01-30", **KHM),
            told("c", 1, "arrested", 3075, **TOTAL, **KHM),
        ],
        {("b", 1)},
    ),
    (
        "a later number that is smaller is in no row",
        [
            told("a", 1, "arrested", 2137, **TOTAL, **KHM),
            told("b", 1, "arrested", 1900, day="2026-01-30", **KHM),
        ],
        set(),
    ),
    (
        "an embassy's queue grows and is one event",
        [told("a", 1, "reported", 1440, **KHM), told("b", 1, "reported", 1440, **TOTAL, **KHM)],
        set(),
    ),
    (
        "vague words are no number",
        [told("a", 1, "freed", 2000, high=9999, precision=Precision.VAGUE, **KHM)],
        set(),
    ),
    (
        "what is told in one breath with it",
        [
            told("a", 1, "arrested", 3455, **MONTH, **KHM),
            told("a", 2, "arrested", 424, part_of=1, **MONTH, **KHM),
            told("a", 3, "arrested", 271, nationality=("IDN",), **MONTH, **KHM),
            told("a", 4, "raided", 92, unit=Unit.SITE, **MONTH, **KHM),
            told("a", 5, "raided", 4, unit=Unit.SITE, day="2026-01-22", **KHM),
            told("a", 6, "held", 40, nationality=("IDN",), part_of=1, **MONTH, **KHM),
            told("b", 1, "raided", 92, unit=Unit.SITE, **MONTH, **KHM),
        ],
        {("a", 1), ("a", 2), ("a", 3), ("a", 4)},
    ),
]


@pytest.mark.parametrize(("claims", "expected"), [n[1:] for n in NEWS], ids=[n[0] for n in NEWS])
def test_news(claims: list[Claim], expected: Keys) -> None:
    assert taken(claims) == expected
    assert taken(claims[::-1]) == expected


def test_the_same_total_of_one_nationality_grows_from_season_to_season() -> None:
    papers = {"a": report("a", "2022-11-08"), "b": report("b", "2022-12-13")}
    home = {"nationality": ("TWN",), **KHM}
    claims = [
        told("a", 1, "repatriated", 378, day="2022-11-07", **home),
        told("b", 1, "repatriated", 403, day="2022-12-13", **home),
    ]
    assert taken(claims, papers) == {("a", 1), ("b", 1)}
    a_flight_a_week = {**papers, "b": report("b", "2022-11-15")}
    assert taken(claims, a_flight_a_week) == set()
    with_places = [replace(c, place="Mae Sot", country="THA") for c in claims]
    assert taken(with_places, papers) == set()


def test_the_trace_says_why_and_nothing_else_changes() -> None:
    claim = replace(told("a", 1, "deported", 11000, **KHM), trace=("kind deported: “deported”",))
    (found,) = counted_as_totals({("a", 1): claim}, PAPERS).values()
    assert found.trace == (
        *claim.trace,
        "scope cumulative: so many people are not brought home at once",
    )
    assert replace(found, scope=claim.scope, trace=claim.trace) == claim


def test_what_a_person_decided_stays() -> None:
    claims = {("a", 1): told("a", 1, "deported", 11000, **KHM)}
    assert counted_as_totals(claims, PAPERS, [("a", 1)]) == claims


CLAIMS = st.builds(
    lambda document, n, kind, number, scope, place, people: told(
        document, n, kind, number, scope=scope, place=place, nationality=people, **KHM
    ),
    st.sampled_from(["a", "b", "c"]),
    st.integers(1, 4),
    st.sampled_from(["arrested", "freed", "deported", "repatriated", "raided"]),
    st.sampled_from([20, 150, 160, 600, 700, 1200]),
    st.sampled_from([Scope.EVENT, Scope.CUMULATIVE]),
    st.sampled_from([None, "Bavet", "Phnom Penh"]),
    st.sampled_from([(), ("VNM",), ("FOREIGN",)]),
)


@given(st.lists(CLAIMS, max_size=12))
def test_order_does_not_matter_and_only_news_becomes_totals(claims: list[Claim]) -> None:
    by_key = {(c.document, c.n): c for c in claims}
    counted = counted_as_totals(by_key, PAPERS)
    other = counted_as_totals(dict(reversed(by_key.items())), PAPERS)
    assert counted == other
    for key, claim in by_key.items():
        if counted[key] != claim:
            assert (claim.scope, counted[key].scope) == (Scope.EVENT, Scope.CUMULATIVE)
