"""Accounts by nationality: one group is one group, and the books close."""

from __future__ import annotations

import random as randoms
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from counted import at_least, count, event_of
from hypothesis import given, settings
from hypothesis import strategies as st

from headcount.model import Claim, Document, Kind, Precision, Scope
from headcount.reconcile.accounts import Account, Wanted, accounts
from headcount.reconcile.amounts import Amount
from headcount.reconcile.groups import Link, Stage


def told(document: str, kind: Kind, number: int, day: str | None, **fields: Any) -> Claim:
    people, n = fields.pop("people", ("IND",)), fields.pop("n", 1)
    where = {"country": "MMR", "place": "Myawaddy", **fields}
    return count(document, n, number, day=day, kind=kind, nationality=people, **where)


def booked(
    claims: list[Claim], wanted: Wanted | None = None, documents: tuple[Document, ...] = ()
) -> tuple[Account, ...]:
    """Each document is an event of its own."""
    keys = sorted({c.document for c in claims})
    events = [event_of([c for c in claims if c.document == k], f"ev-{k}") for k in keys]
    by_key = {(c.document, c.n): c for c in claims}
    return accounts(events, by_key, {d.id: d for d in documents}, "range", wanted)


def links(account: Account) -> list[list[Link]]:
    return [[link for _, link in group.steps] for group in account.groups]


def test_one_group_in_three_states_is_one_group() -> None:
    claims = [
        told("a", Kind.FREED, 270, "2025-02-12"),
        told("b", Kind.TRANSFERRED, 270, "2025-02-14", destination="THA"),
        told("c", Kind.REPATRIATED, 270, "2025-03-10", country="THA", origin="THA"),
    ]
    (found,) = booked(claims)
    assert found.people_told == Amount(270, 270, 270)
    assert found.unaccounted == Amount(0, 0, 0)
    assert links(found) == [[Link.FIRST, Link.NUMBER, Link.NUMBER]]


@pytest.mark.parametrize(
    ("number", "day", "home"),
    [
        (549, "2025-03-11", 549),
        # A round or small number, or one weeks later, comes again by chance.
        (500, "2025-03-11", 1000),
        (60, "2025-03-11", 120),
        (549, "2025-04-20", 1098),
    ],
)
def test_home_by_way_of_another_country_in_another_word_is_home_once(
    number: int, day: str, home: int
) -> None:
    claims = [
        told("a", Kind.REPATRIATED, number, "2025-03-10"),
        told("b", Kind.DEPORTED, number, day, country="THA", place="Mae Sot", origin="THA"),
    ]
    (found,) = booked(claims)
    assert found.home.best == home


def test_batches_home_are_parts_of_those_who_came_out() -> None:
    claims = [
        told("a", Kind.ESCAPED, 500, "2025-10-22"),
        told("b", Kind.REPATRIATED, 270, "2025-11-06"),
        told("c", Kind.REPATRIATED, 197, "2025-11-10"),
    ]
    (found,) = booked(claims)
    assert (found.out.best, found.home.best, found.unaccounted.best) == (500, 467, 33)
    assert links(found) == [[Link.FIRST, Link.PART, Link.PART]]


def test_a_batch_may_be_of_several_groups() -> None:
    claims = [
        told("a", Kind.FREED, 110, "2025-02-12"),
        told("b", Kind.FREED, 95, "2025-02-20"),
        told("c", Kind.REPATRIATED, 190, "2025-03-10"),
    ]
    (found,) = booked(claims)
    assert (found.people_told.best, found.unaccounted.best) == (205, 15)
    assert links(found) == [[Link.FIRST, Link.FIRST, Link.PARTS]]


def test_who_came_home_first_is_another_group() -> None:
    claims = [
        told("a", Kind.REPATRIATED, 60, "2025-01-10"),
        told("b", Kind.FREED, 60, "2025-02-12"),
    ]
    (found,) = booked(claims)
    assert found.people_told.best == 120
    assert found.unaccounted.best == 60


def test_other_nationalities_countries_and_half_a_year_later_are_other_groups() -> None:
    first = told("a", Kind.FREED, 60, "2025-02-12")
    other_people = told("b", Kind.REPATRIATED, 60, "2025-02-20", people=("LKA",))
    other_country = told("c", Kind.REPATRIATED, 60, "2025-02-20", country="PHL")
    later = told("d", Kind.REPATRIATED, 60, "2025-10-20")
    assert [a.people for a in booked([first, other_people])] == [("IND",), ("LKA",)]
    for one in (other_country, later):
        (found,) = booked([first, one])
        assert found.people_told.best == 120


def test_a_handover_told_of_anybody_opens_the_way() -> None:
    out = told("a", Kind.ESCAPED, 500, "2025-10-22")
    home = told("b", Kind.REPATRIATED, 270, "2025-11-06", country="THA", origin="THA")
    (apart,) = booked([out, home])
    way = told("c", Kind.TRANSFERRED, 9, "2025-01-02", people=("KEN",), destination="THA")
    joined = booked([out, home, way])[0]
    assert (apart.people_told.best, joined.people_told.best) == (770, 500)


def test_the_rest_of_a_total_has_no_nationality_and_all_accounts_add_up() -> None:
    claims = [
        told("a", Kind.FREED, 215, "2025-02-22", people=("FOREIGN",)),
        told("a", Kind.FREED, 109, "2025-02-22", people=("THA",), n=2, part_of=1),
        told("a", Kind.FREED, 50, "2025-02-22", people=("PAK",), n=3, part_of=1),
    ]
    found = booked(claims)
    assert [(a.people, a.out.best) for a in found] == [(("THA",), 109), (("PAK",), 50), ((), 56)]


def test_the_last_count_of_those_held_is_taken_not_the_sum() -> None:
    claims = [
        told("a", Kind.FREED, 300, "2025-02-01"),
        told("b", Kind.HELD, 250, "2025-02-10"),
        told("c", Kind.HELD, 120, "2025-03-10"),
        told("d", Kind.REPATRIATED, 160, "2025-03-01"),
    ]
    (found,) = booked(claims)
    assert [(s.amount.best, s.day) for s in found.held] == [(120, date(2025, 3, 10))]
    assert (found.waiting.best, found.unaccounted.best) == (120, 20)
    assert found.unaccounted == Amount(20, 20, 140)


def test_a_nationality_of_which_only_a_running_total_is_told_has_an_account() -> None:
    claims = [told("d", Kind.REPATRIATED, 635, "2025-03-01", scope=Scope.CUMULATIVE)]
    (found,) = booked(claims)
    assert (found.people, found.people_told.best) == (("IND",), 0)
    assert [(stage, t.amount.best) for stage, t in found.totals] == [(Stage.HOME, 635)]


def test_totals_plans_and_what_has_no_day_are_left_out() -> None:
    claims = [
        told("a", Kind.FREED, 300, "2025-02-01"),
        told("b", Kind.REPATRIATED, 90, None),
        told("c", Kind.REPATRIATED, 95, "2025-03-01", scope=Scope.PLANNED),
        told("d", Kind.REPATRIATED, 900, "2025-03-01", scope=Scope.CUMULATIVE),
    ]
    (found,) = booked(claims)
    assert found.home.best == 0
    assert [(stage, t.amount.best) for stage, t in found.totals] == [(Stage.HOME, 900)]
    (undated,) = booked(claims, Wanted(undated=True))
    assert undated.home.best == 90 or undated.people_told.best == 390


def test_days_and_countries_choose_groups() -> None:
    claims = [
        told("a", Kind.FREED, 60, "2024-02-12"),
        told("b", Kind.FREED, 70, "2025-02-12"),
        told("c", Kind.REPATRIATED, 70, "2025-03-12"),
        told("d", Kind.FREED, 80, "2025-02-12", country="KHM", place="Poipet"),
    ]
    until = Wanted(since=date(2025, 1, 1), until=date(2025, 2, 28), country="MMR")
    (found,) = booked(claims, until)
    assert (found.people_told.best, found.home.best) == (70, 0)
    assert booked(claims, Wanted(nationality="KEN")) == ()


def test_an_open_number_leaves_the_rest_open() -> None:
    claims = [
        at_least("a", 1, 260, day="2025-02-12", nationality=("CHN",), country="MMR"),
        told("b", Kind.REPATRIATED, 200, "2025-02-20", people=("CHN",)),
    ]
    (found,) = booked(claims)
    assert found.unaccounted == Amount(60, 60, None)


KINDS = [
    Kind.REPORTED,
    Kind.FREED,
    Kind.ESCAPED,
    Kind.IDENTIFIED,
    Kind.TRANSFERRED,
    Kind.REPATRIATED,
    Kind.HELD,
]


@st.composite
def reports(draw: st.DrawFn) -> list[Claim]:
    made = []
    for document in "abcdefgh"[: draw(st.integers(1, 8))]:
        for n in range(1, draw(st.integers(1, 3)) + 1):
            low = draw(st.integers(1, 60))
            precision = draw(
                st.sampled_from([Precision.EXACT, Precision.RANGE, Precision.AT_LEAST])
            )
            high = {Precision.EXACT: low, Precision.RANGE: low + 20}.get(precision)
            day = date(2025, 2, 1) + timedelta(draw(st.integers(0, 60)))
            made.append(
                count(
                    document,
                    n,
                    low,
                    high=high,
                    precision=precision,
                    day=day.isoformat(),
                    kind=draw(st.sampled_from(KINDS)),
                    nationality=draw(st.sampled_from([(), ("IND",), ("IND",), ("FOREIGN",)])),
                    country=draw(st.sampled_from(["MMR", "KHM", None])),
                    place=draw(st.sampled_from([None, "Myawaddy"])),
                )
            )
    return made


def closes(whole: Amount, *parts: Amount) -> bool:
    both = parts[0]
    for part in parts[1:]:
        both += part
    return both.best == whole.best and both.contains(whole)


@settings(max_examples=60, deadline=None)
@given(reports())
def test_the_books_close(claims: list[Claim]) -> None:
    for found in booked(claims):
        assert closes(found.people_told, found.last_told_at(Stage.REPORTED), found.out)
        assert closes(found.out, found.home, found.waiting, found.unaccounted)
        assert closes(found.not_home, found.waiting, found.unaccounted)
        lasts = [found.last_told_at(stage) for stage in Stage]
        assert sum(a.best for a in lasts) == found.people_told.best
        for _, amount in found.lines():
            assert 0 <= amount.low <= amount.best
            assert amount.high is None or amount.best <= amount.high


@settings(max_examples=40, deadline=None)
@given(reports(), st.integers(0, 99))
def test_order_and_repetition_do_not_matter(claims: list[Claim], seed: int) -> None:
    mixed = [*claims, *claims[:2]]
    randoms.Random(seed).shuffle(mixed)  # noqa: S311
    assert [a.as_json() for a in booked(mixed)] == [a.as_json() for a in booked(claims)]


@settings(max_examples=40, deadline=None)
@given(reports(), st.integers(0, 7))
def test_a_report_told_again_changes_no_best(claims: list[Claim], which: int) -> None:
    documents = sorted({c.document for c in claims})
    chosen = documents[which % len(documents)]
    copy = [replace(c, document="z") for c in claims if c.document == chosen]
    again = [*claims, *copy]
    events = [
        event_of([c for c in again if c.document in (key, "z" if key == chosen else key)], key)
        for key in documents
    ]
    by_key = {(c.document, c.n): c for c in again}
    before = {a.people: a for a in booked(claims)}
    after = {a.people: a for a in accounts(events, by_key, {})}
    assert after.keys() == before.keys()
    for people, account in after.items():
        for name in ("people_told", "out", "home", "unaccounted"):
            assert getattr(account, name).best == getattr(before[people], name).best


@settings(max_examples=40, deadline=None)
@given(reports())
def test_stages_reached_only_shrink(claims: list[Claim]) -> None:
    for found in booked(claims):
        for group in found.groups:
            reached = [group.reached(stage).best for stage in Stage]
            assert reached == sorted(reached, reverse=True)
            assert all(group.told[s].best <= group.reached(s).best for s in group.told)


def test_thousands_are_no_two_thousand_in_an_account() -> None:
    vague = {"low": 2000, "high": 9999, "precision": Precision.VAGUE}
    claims = [
        told("a", Kind.FREED, 0, "2025-02-12", **vague),
        told("b", Kind.HELD, 0, "2025-02-14", **vague),
        told("c", Kind.FREED, 270, "2025-02-12", n=1),
    ]
    (found,) = booked(claims)
    assert (found.out, found.held) == (Amount(270, 270, 270), ())
