"""Authorities' totals against the operations on record."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from counted import at_least, count, event_of
from hypothesis import given, settings
from hypothesis import strategies as st

from headcount.model import Claim, Document, Kind, Precision, Scope, Unit
from headcount.reconcile.amounts import Amount
from headcount.reconcile.coverage import Coverage, Standing, coverage

PERIOD = {
    "start": date(2025, 1, 1),
    "end": date(2025, 6, 30),
    "scope": Scope.CUMULATIVE,
    "kind": Kind.ARRESTED,
    "country": "KHM",
}


def the_total(number: int = 1000, **fields: object) -> Claim:
    return count("t", 1, number, **{**PERIOD, **fields})


def arrests(document: str, number: int, day: str | None, **fields: object) -> Claim:
    return count(
        document,
        1,
        number,
        **{"day": day, "kind": Kind.ARRESTED, "country": "KHM", "place": "Poipet", **fields},
    )


def covered(claims: list[Claim], documents: tuple[Document, ...] = ()) -> tuple[Coverage, ...]:
    """Each document is an event of its own."""
    keys = sorted({c.document for c in claims})
    events = [event_of([c for c in claims if c.document == k], f"ev-{k}") for k in keys]
    by_key = {(c.document, c.n): c for c in claims}
    return coverage(events, by_key, {d.id: d for d in documents})


def test_operations_in_the_period_are_added_up() -> None:
    claims = [the_total(), arrests("a", 100, "2025-02-01"), arrests("b", 50, "2025-03-01")]
    (found,) = covered([*claims, arrests("c", 70, "2025-09-01")])
    assert found.recorded == Amount(150, 150, 150)
    assert found.missing == Amount(850, 850, 850)
    assert (found.low, found.best, found.high) == (0.15, 0.15, 0.15)
    assert [c.told.event for c in found.counted] == ["ev-a", "ev-b"]


@pytest.mark.parametrize("scope", [Scope.ESTIMATE, Scope.PLANNED, Scope.CUMULATIVE])
def test_what_is_no_operation_never_counts(scope: Scope) -> None:
    found = covered([the_total(), arrests("a", 100, "2025-02-01", scope=scope)])
    (whole,) = [each for each in found if each.total.amount.best == 1000]
    assert whole.recorded.best == 0


def test_another_country_kind_or_unit_does_not_count() -> None:
    claims = [
        the_total(),
        arrests("a", 100, "2025-02-01", country="MMR"),
        arrests("b", 100, "2025-02-01", kind=Kind.FREED),
        arrests("c", 100, "2025-02-01", unit=Unit.CASE),
    ]
    (found,) = covered(claims)
    assert found.counted == ()


def test_one_operation_in_two_events_counts_once() -> None:
    claims = [the_total(), arrests("a", 127, "2025-02-01"), arrests("b", 127, "2025-02-03")]
    (found,) = covered(claims)
    assert found.recorded.best == 127


def test_an_unusual_number_counts_once_in_half_a_year() -> None:
    claims = [the_total(), arrests("a", 127, "2025-02-01"), arrests("b", 127, "2025-06-03")]
    (found,) = covered(claims)
    assert found.recorded.best == 127
    claims = [the_total(), arrests("a", 200, "2025-02-01"), arrests("b", 200, "2025-06-03")]
    (found,) = covered(claims)
    assert found.recorded.best == 400


def test_the_total_told_as_news_is_no_operation() -> None:
    (found,) = covered([the_total(), arrests("a", 1000, "2025-06-30")])
    assert found.counted == ()


def test_what_is_larger_than_the_total_is_shown_and_not_counted() -> None:
    (found,) = covered([the_total(), arrests("a", 1400, "2025-06-01")])
    assert [c.standing for c in found.counted] == [Standing.TOO_LARGE]
    assert found.recorded == Amount(0, 0, 0)


EMBASSY = {"scope": Scope.CUMULATIVE, "country": "LAO", "nationality": ("IND",)}


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        # "The embassy has so far helped 635 home": up to the day of the report.
        ([count("t", 1, 635, **EMBASSY)], [(635, date(2025, 6, 30))]),
        # A people without a country: "since 2022 more than 600 Taiwanese came home".
        ([count("t", 1, 600, **EMBASSY | {"country": None})], [(600, date(2025, 6, 30))]),
        ([count("t", 1, 600, **EMBASSY | {"country": None, "nationality": ()})], []),
        # What is told of some of them in another kind or country is a total of its own …
        (
            [
                count("t", 1, 924, **EMBASSY),
                count("t", 2, 857, **EMBASSY, kind=Kind.REPATRIATED, part_of=1),
                count("t", 3, 80, **EMBASSY | {"country": "MMR"}, part_of=1),
            ],
            [(924, date(2025, 6, 30)), (857, date(2025, 6, 30)), (80, date(2025, 6, 30))],
        ),
        # … and "63 of them leaders" is none.
        (
            [count("t", 1, 924, **EMBASSY), count("t", 2, 63, **EMBASSY, part_of=1)],
            [(924, date(2025, 6, 30))],
        ),
    ],
)
def test_totals_of_an_embassy(claims: list[Claim], expected: list[tuple[int, date]]) -> None:
    report = Document("t", "", published=date(2025, 6, 30))
    found = covered(claims, (report,))
    told = [(each.total.amount.best, each.total.days.end) for each in found]
    assert sorted(told) == sorted(expected)


def test_a_total_of_a_people_is_held_against_them_wherever_they_were() -> None:
    total = count("t", 1, 600, **EMBASSY | {"country": None})
    some = count("a", 1, 67, nationality=("IND",), country="LAO", day="2025-03-01")
    others = count("b", 1, 33, nationality=("THA",), country="LAO", day="2025-03-01")
    report = Document("t", "", published=date(2025, 6, 30))
    (found,) = covered([total, some, others], (report,))
    assert found.recorded == Amount(67, 67, 67)


def test_an_operation_of_other_people_with_the_number_of_a_total_counts() -> None:
    total = count("t", 1, 127, **EMBASSY, day="2025-06-30")
    of_all = count("u", 1, 500, **{**PERIOD, "kind": Kind.FREED, "country": "LAO"})
    others = count("a", 1, 127, nationality=("THA",), country="LAO", day="2025-03-01")
    found = covered([total, of_all, others])
    (whole,) = [each for each in found if each.total.amount.best == 500]
    assert whole.recorded.best == 127


def test_a_claim_of_more_than_a_month_is_no_operation() -> None:
    long = arrests("a", 300, None, start=date(2025, 2, 1), end=date(2025, 4, 30))
    (found,) = covered([the_total(), long])
    assert found.counted == ()


def test_days_on_the_edge_count_to_best_and_high_but_not_to_low() -> None:
    edge = arrests("a", 80, None, start=date(2024, 12, 25), end=date(2025, 1, 5))
    (found,) = covered([the_total(), edge])
    assert found.recorded == Amount(0, 80, 80)


def test_undated_operations_count_to_high_alone_if_reported_in_the_period() -> None:
    told = [the_total(), arrests("a", 80, None), arrests("b", 40, None)]
    known = (Document("a", "", published=date(2025, 3, 1)), Document("b", "", published=None))
    (found,) = covered(told, known)
    assert found.recorded == Amount(0, 0, 80)


def test_a_count_without_a_number_counts_to_high_alone() -> None:
    vague = {"low": 200, "high": 999, "precision": Precision.VAGUE}
    (found,) = covered([the_total(), arrests("a", 0, "2025-02-01", **vague)])
    assert (found.counted[0].standing, found.recorded) == (Standing.VAGUE, Amount(0, 0, 999))


def test_a_count_of_the_country_takes_in_those_of_its_week() -> None:
    wide = arrests("a", 500, "2025-03-08", place=None)
    (found,) = covered([the_total(), wide, arrests("b", 90, "2025-03-05")])
    assert found.recorded == Amount(500, 500, 590)
    assert {c.told.event: c.standing for c in found.counted}["ev-b"] is Standing.WITHIN


def test_a_total_of_one_nationality_is_held_against_its_own() -> None:
    claims = [
        the_total(nationality=("VNM",)),
        arrests("a", 100, "2025-02-01"),
        arrests("b", 60, "2025-02-20", nationality=("VNM",)),
    ]
    (found,) = covered(claims)
    assert [c.told.event for c in found.counted] == ["ev-b"]


def test_one_total_in_two_reports_is_one_and_ends_where_it_was_told_first() -> None:
    again = count("u", 1, 1000, **{**PERIOD, "end": date(2025, 8, 1)})
    (found,) = covered([the_total(), again])
    assert found.total.days.end == date(2025, 6, 30)
    assert found.total.claims == (("t", 1), ("u", 1))


def test_raids_without_a_number_of_sites_are_one_site_each() -> None:
    total = count("t", 1, 40, **{**PERIOD, "kind": Kind.RAIDED, "unit": Unit.SITE})
    raid = count("b", 1, 5, day="2025-02-10", kind=Kind.RAIDED, unit=Unit.SITE, country="KHM")
    (found,) = covered([total, arrests("a", 30, "2025-02-01"), raid])
    assert found.recorded == Amount(5, 6, 6)


def test_an_open_total_has_an_open_rest() -> None:
    total = at_least("t", 1, 1000, **PERIOD)
    (found,) = covered([total, arrests("a", 100, "2025-02-01")])
    assert found.missing == Amount(900, 900, None)
    assert found.low == 0.0


def test_the_same_authority_is_marked() -> None:
    total = the_total(according_to="Police")
    mine = arrests("a", 100, "2025-02-01", according_to="police")
    (found,) = covered([total, mine, arrests("b", 50, "2025-03-01")])
    assert [c.same_authority for c in found.counted] == [True, False]
    assert found.as_json()["events"][0]["same_authority"] is True


@st.composite
def records(draw: st.DrawFn) -> list[Claim]:
    made = [the_total(draw(st.integers(50, 400)))]
    for document in "abcdef"[: draw(st.integers(1, 6))]:
        day = draw(st.sampled_from(["2024-12-30", "2025-02-01", "2025-02-04", "2025-06-30", None]))
        place = draw(st.sampled_from([None, "Poipet", "Bavet"]))
        people = draw(st.sampled_from([(), ("VNM",), ("CHN",)]))
        number = draw(st.integers(1, 120))
        made.append(arrests(document, number, day, place=place, nationality=people))
    return made


@settings(max_examples=60, deadline=None)
@given(records(), st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(claims: list[Claim], random: Any) -> None:
    mixed = [*claims, *claims[:2]]
    random.shuffle(mixed)
    assert [c.as_json() for c in covered(mixed)] == [c.as_json() for c in covered(claims)]


@settings(max_examples=60, deadline=None)
@given(records())
def test_record_and_missing_make_the_total_or_more(claims: list[Claim]) -> None:
    for found in covered(claims):
        recorded, missing, whole = found.recorded, found.missing, found.total.amount
        assert recorded.low <= recorded.best
        assert recorded.high is None or recorded.best <= recorded.high
        assert recorded.best + missing.best == max(whole.best, recorded.best)
        most = (recorded + missing).high
        assert most is None or most >= whole.best
