"""When two claims are one: a table for each rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headcount.evaluation.gold import GoldClaim
from headcount.evaluation.matching import Level, assign, level, same_place, same_speaker
from headcount.model import Claim, Kind, Precision, Unit

Make = Callable[..., Any]


def gold_of(claim: Claim, **other: Any) -> GoldClaim:
    made = GoldClaim(
        n=claim.n,
        kinds=frozenset({claim.kind}),
        unit=claim.unit,
        low=claim.low,
        high=claim.high,
        precision=claim.precision,
        nationality=frozenset(claim.nationality),
        country=claim.country,
        place=claim.place,
        start=claim.start,
        end=claim.end,
        according_to=claim.according_to,
        scope=claim.scope,
        part_of=claim.part_of,
        optional=False,
        kind=claim.kind,
    )
    return replace(made, **other)


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ((215, 215, "exact"), (215, 215, "exact"), True),
        ((215, 215, "exact"), (216, 216, "exact"), True),
        ((215, 215, "exact"), (217, 217, "exact"), False),
        ((30, None, "at_least"), (30, 30, "exact"), True),
        ((0, 30, "at_most"), (30, 30, "exact"), True),
        ((4500, 5500, "about"), (5000, 5000, "exact"), True),
        ((4500, 5500, "about"), (4800, 4800, "exact"), False),
        ((200, 300, "range"), (200, 200, "exact"), True),
        ((200, 999, "vague"), (200, 999, "vague"), True),
        ((200, 999, "vague"), (500, 500, "exact"), True),
        ((200, 999, "vague"), (0, 999, "at_most"), True),
        ((200, 999, "vague"), (1000, 9999, "vague"), False),
        ((20000, 99999, "vague"), (1000, 50000, "range"), False),
        ((200, 999, "vague"), (None, None, "exact"), False),
        ((None, 5, "at_most"), (None, 6, "at_most"), False),
    ],
)
def test_counts(
    make_claim: Make, gold: tuple[Any, ...], found: tuple[Any, ...], *, same: bool
) -> None:
    wanted = make_claim(low=gold[0], high=gold[1], precision=Precision(gold[2]))
    claim = make_claim(low=found[0], high=found[1], precision=Precision(found[2]))
    assert (level(gold_of(wanted), claim) > Level.NONE) is same


@pytest.mark.parametrize(
    ("change", "reached"),
    [
        ({}, Level.WHEN),
        ({"kind": Kind.ARRESTED}, Level.NONE),
        ({"unit": Unit.SITE}, Level.NONE),
        ({"nationality": ("VNM",)}, Level.FIGURE),
        ({"nationality": ("THA", "VNM")}, Level.FIGURE),
        ({"country": "MMR"}, Level.WHO),
        ({"country": None}, Level.WHO),
        ({"start": None, "end": None}, Level.WHERE),
        ({"start": date(2025, 2, 25), "end": date(2025, 2, 25)}, Level.WHERE),
        ({"start": date(2025, 2, 24), "end": None}, Level.WHEN),
        ({"start": date(2025, 1, 1), "end": date(2025, 12, 31)}, Level.WHEN),
    ],
)
def test_levels(make_claim: Make, change: dict[str, Any], reached: Level) -> None:
    claim = make_claim()
    assert level(gold_of(claim), replace(claim, **change)) is reached


def test_what_gold_leaves_open_agrees_with_anything(make_claim: Make) -> None:
    claim = make_claim()
    open_gold = gold_of(claim, country=None, start=None, end=None)
    assert level(open_gold, claim) is Level.WHEN
    either = gold_of(claim, kinds=frozenset({Kind.HELD, Kind.FREED}), kind=Kind.HELD)
    assert level(either, claim) is Level.WHEN


def test_foreign_or_nothing_is_the_same(make_claim: Make) -> None:
    foreign, bare = make_claim(nationality=("FOREIGN",)), make_claim(nationality=())
    assert level(gold_of(foreign), bare) is Level.WHEN
    assert level(gold_of(bare), foreign) is Level.WHEN
    assert level(gold_of(foreign), make_claim(nationality=("THA",))) is Level.FIGURE


def test_names_agree_without_accents_and_case() -> None:
    assert same_place("Poipet", "Poïpet")
    assert not same_place("Poipet", None)
    assert same_speaker("Anutin Charnvirakul", "Mr Charnvirakul")
    assert same_speaker("ตำรวจไทย", "ตำรวจ")
    assert not same_speaker("police", None)
    assert not same_speaker("police", "army")


@given(st.lists(st.integers(0, 3), max_size=6), st.lists(st.integers(0, 3), max_size=6))
def test_assignment_is_one_to_one_and_takes_all_it_can(wanted: list[int], found: list[int]) -> None:
    pairs = assign(wanted, found, lambda one, other: int(one == other))
    assert len({pair.gold for pair in pairs}) == len({pair.found for pair in pairs}) == len(pairs)
    possible = sum(min(wanted.count(x), found.count(x)) for x in set(wanted))
    assert len(pairs) == possible
