"""What must hold for the figures of any claims."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from unittest import mock

import pytest
from counted import BASE, event_of, figures
from hypothesis import given, settings
from hypothesis import strategies as st

from headcount.model import Claim, Group, Kind, Precision, Quote, Scope
from headcount.reconcile import conflicts
from headcount.reconcile.checks import check
from headcount.reconcile.rules import RULES

SPEAKERS = [None, "Police", "A spokesman"]


@st.composite
def claims(draw: st.DrawFn) -> list[Claim]:
    made = []
    for document in "abcde"[: draw(st.integers(1, 5))]:
        for n in range(1, draw(st.integers(1, 3)) + 1):
            low = draw(st.integers(0, 40))
            precision = draw(st.sampled_from(Precision))
            high: int | None = low
            if precision is Precision.AT_LEAST:
                high = None
            elif precision is not Precision.EXACT:
                high = low + draw(st.integers(0, 20))
            start = draw(
                st.none() | st.integers(0, 5).map(lambda d: date(2025, 2, 20) + timedelta(d))
            )
            made.append(
                replace(
                    BASE,
                    document=document,
                    n=n,
                    kind=draw(st.sampled_from([Kind.FREED, Kind.ARRESTED])),
                    low=low,
                    high=high,
                    precision=precision,
                    nationality=draw(st.sampled_from([(), (), ("THA",), ("FOREIGN",)])),
                    group=draw(st.sampled_from([None, None, Group.WOMEN, Group.MEN])),
                    start=start,
                    end=start,
                    scope=draw(st.sampled_from([Scope.EVENT, Scope.CUMULATIVE])),
                    according_to=draw(st.sampled_from(SPEAKERS)),
                    part_of=draw(st.sampled_from([None, 1])) if n > 1 else None,
                    quote=Quote(f"{document}{n}", 0, 1),
                )
            )
    return made


@pytest.mark.parametrize("rule", list(RULES))
@settings(max_examples=25, deadline=None)
@given(told=claims(), random=st.randoms(use_true_random=False))
def test_order_does_not_matter(rule: str, told: list[Claim], random: object) -> None:
    mixed = [*told, *told[:1]]
    random.shuffle(mixed)  # type: ignore[attr-defined]
    event = event_of(told)
    assert figures(mixed, rule) == figures(told, rule)
    assert check([event], mixed) == check([event], told)


@pytest.mark.parametrize("rule", list(RULES))
@settings(max_examples=25, deadline=None)
@given(told=claims())
def test_best_lies_between_low_and_high(rule: str, told: list[Claim]) -> None:
    for figure in figures(told, rule):
        assert figure.low is not None
        assert figure.best is not None
        assert figure.low <= figure.best
        assert figure.high is None or figure.best <= figure.high


@settings(max_examples=25, deadline=None)
@given(told=claims())
def test_the_range_is_one_for_all_rules(told: list[Claim]) -> None:
    found = {frozenset((f.claims, f.low, f.high) for f in figures(told, r)) for r in RULES}
    assert len(found) == 1


@settings(max_examples=25, deadline=None)
@given(told=claims())
def test_exact_wholes_of_the_largest_lie_in_the_range(told: list[Claim]) -> None:
    """The range contains each cell's largest count of every report unless it was replaced."""
    plain = {"according_to": None, "part_of": None, "nationality": (), "scope": Scope.EVENT}
    single = [replace(c, **plain) for c in told if c.n == 1]  # type: ignore[arg-type]
    for figure in figures(single):
        for claim in single:
            if (claim.document, claim.n) in figure.claims and claim.precision is Precision.EXACT:
                assert figure.low is not None
                assert figure.low <= (claim.low or 0)
                assert figure.high is None or (claim.high or 0) <= figure.high


@pytest.mark.parametrize("rule", list(RULES))
@settings(max_examples=25, deadline=None)
@given(told=claims(), which=st.integers(0, 4))
def test_an_identical_report_changes_no_best(rule: str, told: list[Claim], which: int) -> None:
    documents = sorted({c.document for c in told})
    chosen = documents[which % len(documents)]
    copy = [replace(c, document="z") for c in told if c.document == chosen]
    before = {(f.kind, f.nationality, f.group): f.best for f in figures(told, rule)}
    after = {(f.kind, f.nationality, f.group): f.best for f in figures([*told, *copy], rule)}
    people = {(k, frozenset(n) - {"FOREIGN"}, g): b for (k, n, g), b in before.items()}
    assert {(k, frozenset(n) - {"FOREIGN"}, g): b for (k, n, g), b in after.items()} == people


@settings(max_examples=100, deadline=None)
@given(told=claims())
def test_the_quick_look_for_larger_parts_hides_none(told: list[Claim]) -> None:
    found = list(conflicts.larger_parts(told, "ev-1"))
    with mock.patch.object(conflicts, "_may_exceed", return_value=True):
        assert list(conflicts.larger_parts(told, "ev-1")) == found
