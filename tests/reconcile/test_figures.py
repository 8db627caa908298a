"""Figures of small events, in tables."""

from __future__ import annotations

from datetime import date

import pytest
from counted import at_least, count, event_of, figures, span

from headcount.errors import UsageError
from headcount.model import FOREIGN, Claim, Document, Figure, Group, Kind, Precision, Scope
from headcount.reconcile.figures import reconcile
from headcount.reconcile.officials import is_official
from headcount.reconcile.origins import origins, plain_name
from headcount.reconcile.rules import RULES

Said = list[Claim]

A, B, C = count("a", 1, 215), count("b", 1, 215), count("c", 1, 227, according_to="The police")
EARLY = count("d", 1, 190, day="2025-02-23", according_to="Ministry X")
OTHER = count("d", 2, 190, day="2025-02-23", according_to="Charity Y")
LATE = count("e", 1, 240, day="2025-02-25", according_to="ministry x")


@pytest.mark.parametrize(
    ("claims", "rule", "expected"),
    [
        ([A], "range", (215, 215, 215)),
        ([A, B, C], "range", (215, 215, 227)),
        ([A, B, C], "majority", (215, 215, 227)),
        ([A, B, C], "official-first", (215, 227, 227)),
        ([A, B], "official-first", (215, 215, 215)),
        ([A, C, LATE], "latest", (215, 240, 240)),
        ([A, B, C], "most-conservative", (215, 215, 227)),
        # A later count by one speaker replaces the earlier one.
        ([EARLY, LATE], "range", (240, 240, 240)),
        # But not what somebody else says beside that speaker.
        ([EARLY, OTHER, LATE], "range", (190, 240, 240)),
        # Exact counts fill in looser words that allow them.
        ([A, at_least("b", 1, 200)], "range", (215, 215, 215)),
        # Words that contradict the exact count widen the range.
        ([A, at_least("b", 1, 300)], "range", (215, 215, None)),
        ([at_least("a", 1, 200), at_least("b", 1, 210)], "range", (200, 210, None)),
        ([count("a", 1, 0, high=99, precision=Precision.AT_MOST)], "range", (0, 99, 99)),
        # "Up to 99" states 99, nobody a 0.
        (
            [count("a", 1, 0, high=99, precision=Precision.AT_MOST)],
            "most-conservative",
            (0, 99, 99),
        ),
        # Plans are no facts.
        ([A, count("b", 1, 900, scope=Scope.PLANNED)], "range", (215, 215, 215)),
        # Nor is a running total told beside the operation, unless it is the operation's own count.
        ([A, count("a", 2, 900, scope=Scope.CUMULATIVE)], "range", (215, 215, 215)),
        ([A, count("b", 1, 227, scope=Scope.CUMULATIVE)], "range", (215, 227, 227)),
        ([count("b", 1, 900, scope=Scope.CUMULATIVE)], "range", (900, 900, 900)),
    ],
)
def test_one_cell(claims: Said, rule: str, expected: tuple[int, int, int]) -> None:
    (figure,) = figures(claims, rule)
    assert span(figure) == expected
    assert figure.rule == rule
    assert figure.because
    assert len(figure.claims) == len(claims)


def codes(figure: Figure) -> list[str]:
    return [reason.code for reason in figure.because]


@pytest.mark.parametrize(
    ("claims", "rule", "expected"),
    [
        ([A], "range", ["one-report-gives"]),
        ([A, count("b", 1, 215)], "range", ["both-origins-give"]),
        ([A, count("b", 1, 215), count("c", 1, 215)], "range", ["all-origins-give"]),
        ([A, B, C], "range", ["most-supported-exact-count"]),
        ([A, count("b", 1, 230)], "range", ["largest-exact-count"]),
        ([A, at_least("b", 1, 300)], "range", ["only-exact-count"]),
        ([at_least("a", 1, 200), at_least("b", 1, 210)], "range", ["largest-count"]),
        ([EARLY, LATE], "range", ["one-report-gives", "earlier-counts"]),
        ([EARLY, OTHER, LATE], "range", ["latest-exact-count"]),
        ([A, B, C], "majority", ["given-by"]),
        ([A, B, C], "official-first", ["authority-quoted", "one-report-gives"]),
        ([A, B], "official-first", ["no-authority-quoted", "both-origins-give"]),
        ([A, C], "latest", ["latest-said"]),
        ([A, C], "most-conservative", ["smallest-stated"]),
    ],
)
def test_each_figure_says_why(claims: Said, rule: str, expected: list[str]) -> None:
    (figure,) = figures(claims, rule)
    assert codes(figure) == expected


def test_a_part_never_counts_as_the_total() -> None:
    claims = [
        count("a", 1, 554, nationality=("IDN",)),
        count("a", 2, 400, nationality=("IDN",), part_of=1),
        count("b", 1, 400, nationality=("IDN",)),
    ]
    (figure,) = figures(claims)
    assert span(figure) == (554, 554, 554)


def test_parts_are_figures_of_their_own() -> None:
    claims = [
        count("a", 1, 215, nationality=(FOREIGN,)),
        count("a", 2, 109, nationality=("THA",), part_of=1),
        count("a", 3, 50, group=Group.WOMEN, part_of=1),
        count("b", 1, 215),
    ]
    found = [(f.nationality, f.group, f.best) for f in figures(claims)]
    assert found == [((), None, 215), (("THA",), None, 109), ((), Group.WOMEN, 50)]


def test_an_unqualified_count_takes_the_nationality_of_the_same_number() -> None:
    (figure,) = figures([count("a", 1, 42, nationality=("VNM",)), count("b", 1, 42)])
    assert (figure.nationality, figure.best) == (("VNM",), 42)


def test_a_count_of_one_nationality_that_is_broken_down_into_others_is_of_all() -> None:
    claims = [
        count("a", 1, 1090),
        count("b", 1, 1090, nationality=("VNM",)),
        count("b", 2, 389, nationality=("VNM",), part_of=1),
        count("b", 3, 307, nationality=("CHN",), part_of=1),
        at_least("c", 1, 1000),
    ]
    found = {f.nationality: f.best for f in figures(claims)}
    assert found == {(): 1090, ("VNM",): 389, ("CHN",): 307}


def test_the_first_of_a_list_is_no_total_of_it() -> None:
    claims = [
        count("a", 1, 702, nationality=("CHN",)),
        count("a", 2, 429, nationality=("VNM",), part_of=1),
        count("b", 1, 2270),
    ]
    found = {f.nationality: f.best for f in figures(claims)}
    assert found == {(): 2270, ("CHN",): 702, ("VNM",): 429}


def test_a_total_that_one_report_breaks_down_is_of_all_in_every_report() -> None:
    claims = [
        count("a", 1, 792),
        count("a", 2, 148, nationality=("CHN",), part_of=1),
        count("b", 1, 792, nationality=("CHN",)),
        count("c", 1, 759),
    ]
    found = {f.nationality: (f.best, f.high) for f in figures(claims)}
    assert found == {(): (792, 792), ("CHN",): (148, 148)}


def test_one_agency_is_one_origin_in_a_majority() -> None:
    claims = [count("a", 1, 200), count("b", 1, 200), count("c", 1, 230), count("d", 1, 230)]
    wire = [Document("a", "", agency="AFP"), Document("b", "", agency="afp")]
    (plain,) = figures([*claims, count("e", 1, 200)], "majority")
    assert plain.best == 200
    (figure,) = figures([*claims, count("e", 1, 200)], "majority", wire)
    assert figure.best == 230
    assert codes(figure) == ["given-by"]
    assert dict(figure.because[0].values)["support"] == 2
    assert dict(figure.because[0].values)["origins"] == 4


def test_origins_by_outlet_speaker_and_words() -> None:
    claims = [
        count("a", 1, 5, according_to="Spokesman Y"),
        count("b", 1, 5, according_to="spokesman  Y".replace("  ", " ")),
        count("c", 1, 6),
        count("d", 1, 7),
        count("e", 1, 8),
    ]
    papers = {i: Document(i, "", outlet="The Daily") for i in "cd"}
    found = origins(claims, papers)
    assert found == {"a": "a", "b": "a", "c": "c", "d": "c", "e": "e"}


def test_later_publication_decides_between_equal_support() -> None:
    papers = [
        Document("a", "", published=date(2025, 2, 25)),
        Document("c", "", published=date(2025, 2, 24)),
    ]
    (figure,) = figures([A, C], "range", papers)
    assert figure.best == 215
    assert codes(figure) == ["latest-exact-count"]


def test_unknown_rule_names_the_rules() -> None:
    with pytest.raises(UsageError) as error:
        reconcile([event_of([A])], [A], "vote")
    assert all(name in str(error.value) for name in RULES)


def test_money_keeps_its_currencies_apart() -> None:
    claims = [
        count("a", 1, 10, kind=Kind.SEIZED, currency="USD"),
        count("a", 2, 10, kind=Kind.SEIZED, currency="EUR"),
    ]
    assert {f.currency for f in figures(claims)} == {"USD", "EUR"}


@pytest.mark.parametrize(
    ("name", "official"),
    [
        ("Thai police", True),
        ("le ministère de l’Intérieur", True),
        ("ตำรวจ", True),
        ("公安部", True),
        ("Công an tỉnh", True),
        ("a volunteer", False),
        ("", False),
    ],
)
def test_officials(name: str, official: bool) -> None:
    assert is_official(plain_name(name)) is official
