"""How many operations nobody reported."""

from __future__ import annotations

from datetime import date

import pytest
from counted import count, event_of
from hypothesis import given
from hypothesis import strategies as st

from headcount.model import Claim, Document, Kind, Scope
from headcount.reconcile.unseen import (
    ENOUGH,
    Seen,
    by_languages,
    by_origins,
    language_pairs,
    seen_operations,
)

ONE, OTHER = "xx", "yy"


def lists(first: int, second: int, both: int) -> list[Seen]:
    """So many operations on each list, `both` of them on the two."""
    made = [Seen(f"b{n}", 2, frozenset({ONE, OTHER})) for n in range(both)]
    made += [Seen(f"f{n}", 1, frozenset({ONE})) for n in range(first - both)]
    return made + [Seen(f"s{n}", 1, frozenset({OTHER})) for n in range(second - both)]


def test_chapman_is_as_computed_by_hand() -> None:
    found = by_languages(lists(50, 40, 20), ONE, OTHER)
    assert found.best == pytest.approx(51 * 41 / 21 - 1)
    assert (found.seen, found.unseen) == (70, (13, 29, 61))


def test_chao1_is_as_computed_by_hand() -> None:
    found = by_origins([Seen(str(n), 1 if n < 50 else 2, frozenset()) for n in range(70)])
    assert found.best == pytest.approx(70 + 89 / 90 * 50 * 49 / (2 * 21))
    assert found.low < found.best < found.high


def test_full_overlap_leaves_nothing_unseen() -> None:
    assert by_languages(lists(30, 30, 30), ONE, OTHER).unseen == (0, 0, 0)


def test_lists_that_hardly_overlap_are_refused() -> None:
    few = by_languages(lists(50, 40, ENOUGH - 1), ONE, OTHER)
    thin = by_languages(lists(900, 800, 20), ONE, OTHER)
    alone = by_origins([Seen(str(n), 1, frozenset()) for n in range(100)])
    for found in (few, thin, alone, by_origins([])):
        assert found.refused
        assert found.as_json()["unseen"] is None


@given(st.integers(0, 60), st.integers(0, 60), st.integers(ENOUGH, 60))
def test_the_interval_holds_the_estimate_and_never_less_than_was_seen(
    first: int, second: int, both: int
) -> None:
    for found in (
        by_languages(lists(first + both, second + both, both), ONE, OTHER),
        by_origins(lists(first + both, second + both, both)),
    ):
        if not found.refused:
            assert found.seen <= found.low <= found.best <= found.high


def raid(document: str, number: int, **fields: object) -> Claim:
    return count(document, 1, number, **{"day": "2025-02-01", "according_to": None, **fields})


def report(key: str, lang: str, day: int, agency: str | None = None) -> Document:
    outlet = f"outlet {key}"
    return Document(key, "", outlet=outlet, agency=agency, published=date(2025, 2, day), lang=lang)


def test_a_wire_story_and_its_translation_are_one_witness() -> None:
    claims = [raid("a", 215), raid("b", 215)]
    apart = {"a": report("a", ONE, 2), "b": report("b", OTHER, 3)}
    wire = {"a": report("a", ONE, 2, "AFP"), "b": report("b", OTHER, 3, "AFP")}
    by_key = {(c.document, c.n): c for c in claims}
    (two,) = seen_operations([event_of(claims)], by_key, apart)
    (one,) = seen_operations([event_of(claims)], by_key, wire)
    assert (two.origins, two.languages) == (2, frozenset({ONE, OTHER}))
    assert (one.origins, one.languages) == (1, frozenset({ONE}))
    assert language_pairs([one, two]) == [(ONE, OTHER)]


@pytest.mark.parametrize(
    "fields",
    [
        {"day": None},
        {"scope": Scope.CUMULATIVE},
        {"scope": Scope.PLANNED},
        {"kind": Kind.TRAFFICKED},
        {"kind": Kind.HELD},
    ],
)
def test_what_is_no_operation_is_on_no_list(fields: dict[str, object]) -> None:
    claims = [raid("a", 215, **fields)]
    assert seen_operations([event_of(claims)], {("a", 1): claims[0]}, {}) == ()
