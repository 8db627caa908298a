"""Interval arithmetic that closes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from headcount.reconcile.amounts import NOBODY, Amount, largest, total


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    low, best, high = sorted(draw(st.lists(st.integers(0, 500), min_size=3, max_size=3)))
    return Amount(low, best, draw(st.sampled_from([high, None])))


def sound(amount: Amount) -> bool:
    return 0 <= amount.low <= amount.best and (amount.high is None or amount.best <= amount.high)


@given(amounts(), amounts())
def test_part_and_rest_make_the_whole(whole: Amount, other: Amount) -> None:
    part = other.at_most(whole)
    rest = whole.less(part)
    assert sound(rest)
    assert (part + rest).best == whole.best
    assert (part + rest).contains(whole)


@given(amounts(), amounts())
def test_every_result_is_an_interval_around_its_best(a: Amount, b: Amount) -> None:
    for made in (a + b, a.less(b), a.at_most(b), a.or_more(b)):
        assert sound(made)


@given(st.lists(amounts(), max_size=5))
def test_sum_and_largest_hold_each(told: list[Amount]) -> None:
    assert total(told).best == sum(a.best for a in told)
    assert all(largest(told).best >= a.best for a in told)
    assert total([]) == largest([]) == NOBODY


def test_an_open_end_stays_open() -> None:
    assert Amount(30, 30, None) + Amount(5, 5, 5) == Amount(35, 35, None)
    assert Amount(30, 30, None).less(Amount(5, 10, 10)) == Amount(20, 20, None)
    assert Amount(30, 30, 30).less(Amount(5, 10, None)) == Amount(0, 20, 25)


def test_as_json_has_null_for_an_open_end() -> None:
    assert Amount(1, 2, None).as_json() == {"low": 1, "best": 2, "high": None}
