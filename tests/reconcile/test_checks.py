"""Findings of small books, in tables."""

from __future__ import annotations

from datetime import date

import pytest
from counted import at_least, count, event_of

from headcount.model import Claim, Group, Kind, Scope, Unit
from headcount.reasons import Counted
from headcount.reconcile.checks import check

Said = list[Claim]


def codes(claims: Said) -> list[tuple[str, str]]:
    return [(f.severity, f.code) for f in check([event_of(claims)], claims)]


def people(n: int, number: int, nation: str, **fields: object) -> Claim:
    return count("a", n, number, nationality=(nation,), part_of=1, **fields)


def people_of_day(day: str) -> Claim:
    return count("a", 2, 57, nationality=("CHN",), day=day)


SEXES = [
    count("a", 1, 772),
    count("a", 2, 489, group=Group.MEN, part_of=1),
    count("a", 3, 282, group=Group.WOMEN, part_of=1),
]
TOTAL = {"scope": Scope.CUMULATIVE, "according_to": "The commission", "start": date(2025, 1, 1)}


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([count("a", 1, 215), people(2, 109, "THA"), people(3, 106, "IND")], []),
        (
            [count("a", 1, 215), people(2, 150, "THA"), people(3, 106, "IND")],
            [("error", "parts-exceed-whole")],
        ),
        ([count("a", 1, 10), people(2, 12, "THA")], [("error", "parts-exceed-whole")]),
        (
            [count("a", 1, 260), at_least("a", 2, 7000, kind=Kind.HELD, part_of=1)],
            [("error", "parts-exceed-whole")],
        ),
        ([count("a", 1, 260), count("a", 2, 7000, unit=Unit.CASE, part_of=1)], []),
        (
            [count("a", 1, 215), people(2, 109, "THA"), people(3, 50, "PAK"), people(4, 48, "IND")],
            [("note", "parts-fall-short")],
        ),
        # A few examples are no breakdown.
        ([count("a", 1, 900), people(2, 9, "THA"), people(3, 5, "PAK"), people(4, 4, "IND")], []),
        # "More than 200" allows any sum.
        ([at_least("a", 1, 200), people(2, 149, "VNM"), people(3, 80, "CHN")], []),
        (SEXES, [("warning", "sexes-fall-short")]),
        # Women and nationalities overlap: two breakdowns, no sum.
        (
            [
                count("a", 1, 100),
                count("a", 2, 60, group=Group.WOMEN, part_of=1),
                people(3, 70, "CHN"),
                people(4, 30, "THA"),
            ],
            [],
        ),
        # No word links them, and yet some cannot be more than all of the same days.
        (
            [count("a", 1, 54), count("a", 2, 107, group=Group.MEN)],
            [("warning", "parts-exceed-whole")],
        ),
        (
            [
                count("a", 1, 15),
                count("b", 1, 15),
                count("b", 2, 1440, nationality=("IDN",)),
                count("c", 2, 1450, nationality=("IDN",)),
            ],
            [
                ("warning", "parts-exceed-whole"),
                ("note", "two-counts"),
            ],
        ),
        (
            [count("a", 1, 36, day="2025-01-03"), people_of_day("2025-01-09")],
            [],
        ),
        # A running total may be more than an operation, and locals more than foreigners.
        ([count("a", 1, 36), count("a", 2, 57, nationality=("CHN",), **TOTAL)], []),
        (
            [
                count("a", 1, 36, nationality=("FOREIGN",)),
                count("a", 2, 57, nationality=("KHM",), country="KHM"),
            ],
            [],
        ),
        ([at_least("a", 1, 36), count("a", 2, 57, nationality=("CHN",))], []),
        # Of a kind of their own, parts are not summed.
        (
            [
                count("a", 1, 10),
                count("a", 2, 8, kind=Kind.CHARGED, nationality=("THA",), part_of=1),
                count("a", 3, 7, kind=Kind.CHARGED, nationality=("CHN",), part_of=1),
            ],
            [],
        ),
        (
            [count("a", 1, 215, day="2025-02-23"), count("b", 1, 240, day="2025-02-23")],
            [("warning", "two-counts")],
        ),
        ([count("a", 1, 260), count("b", 1, 261)], [("note", "two-counts")]),
        ([count("a", 1, 215, day="2025-02-23"), count("b", 1, 30, day="2025-02-26")], []),
        # Less than half is something less, and who tells both counts knows both.
        ([count("a", 1, 869, day="2025-02-23"), count("b", 1, 73, day="2025-02-23")], []),
        (
            [
                count("a", 1, 59, day="2025-02-23", according_to="army"),
                count("a", 2, 64, day="2025-02-23", according_to="police"),
                count("b", 1, 64, day="2025-02-23"),
                count("c", 1, 59, day="2025-02-23"),
            ],
            [],
        ),
        (
            [count("a", 1, 215, day="2025-02-22"), count("b", 1, 215, day="2025-02-23")],
            [("warning", "two-days")],
        ),
        (
            [
                count("a", 1, 215, start=date(2025, 2, 1), end=date(2025, 2, 28)),
                count("b", 1, 215, day="2025-02-23"),
            ],
            [],
        ),
        (
            [count("a", 1, 215, place="Poipet"), count("b", 1, 215, place="Bavet")],
            [("warning", "two-places")],
        ),
        ([count("a", 1, 215, place="KK Park"), count("b", 1, 215, place="Myawaddy")], []),
        # A movement has a place to leave and one to reach; a total is told from anywhere.
        (
            [
                count("a", 1, 64, kind=Kind.REPATRIATED, place="Phnom Penh"),
                count("b", 1, 64, kind=Kind.REPATRIATED, place="Daejeon"),
            ],
            [],
        ),
        ([count("a", 1, 215, place="Poipet", **TOTAL), count("b", 1, 215, place="Bavet")], []),
        (
            [
                count("a", 1, 3000, end=date(2025, 6, 30), **TOTAL),
                count("b", 1, 2500, end=date(2025, 9, 30), **TOTAL),
            ],
            [("warning", "total-falls")],
        ),
        (
            [
                count("a", 1, 3000, end=date(2025, 6, 30), **TOTAL),
                count("b", 1, 3455, end=date(2025, 9, 30), **TOTAL),
            ],
            [],
        ),
    ],
)
def test_findings(claims: Said, expected: list[tuple[str, str]]) -> None:
    assert codes(claims) == expected


def test_a_finding_is_data_with_its_claims() -> None:
    (finding,) = check([event_of(SEXES)], SEXES)
    assert finding.message == ""
    assert finding.as_json()["reason"] == {
        "code": "sexes-short",
        "values": {
            "total": 771,
            "parts": [489, 282],
            "whole": {
                "kind": "freed",
                "unit": "person",
                "nationality": [],
                "group": None,
                "currency": None,
                "low": 772,
                "high": 772,
            },
            "short": 1,
        },
    }
    assert finding.event == "ev-1"
    assert finding.claims == (("a", 1), ("a", 2), ("a", 3))


def test_two_counts_tell_what_where_and_when() -> None:
    told = {"day": "2025-02-23", "place": "Poipet"}
    claims = [count("a", 1, 215, **told), count("b", 1, 240, **told)]
    (finding,) = check([event_of(claims)], claims)
    assert finding.disputes
    assert finding.reason is not None
    assert finding.reason.values == (
        ("what", Counted("freed", "person")),
        ("place", "Poipet"),
        ("day", date(2025, 2, 23)),
        ("counts", (215, 240)),
    )


def test_worst_first() -> None:
    claims = [*SEXES, count("b", 1, 10), count("b", 2, 12, nationality=("THA",), part_of=1)]
    assert codes(claims)[0][0] == "error"


def test_a_count_that_its_speaker_replaced_contradicts_nobody() -> None:
    day = date(2025, 2, 23)
    told = [
        count("a", 1, 190, start=day, end=day, according_to="Ministry X"),
        count("b", 1, 240, start=day, end=date(2025, 2, 25), according_to="ministry x"),
    ]
    assert codes(told) == []
    beside = count("a", 2, 190, start=day, end=day, according_to="Charity Y")
    assert codes([*told, beside]) == [("warning", "two-counts")]
