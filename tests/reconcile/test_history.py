"""What a rule changes, and how figures came about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from counted import count, event_of, figures, span

from headcount.model import Claim, Document, Unit
from headcount.reasons import Counted
from headcount.reconcile.figures import reconcile
from headcount.reconcile.history import changes, history

DOCUMENTS = {
    key: Document(key, "", outlet=f"outlet {key}", published=date(2025, 2, day))
    for key, day in (("a", 23), ("b", 24), ("c", 26))
}
CLAIMS = [
    count("a", 1, 200, according_to="Police"),
    count("b", 1, 215, according_to="a charity"),
    count("c", 1, 210, according_to="Police"),
]


def by_key(claims: list[Claim]) -> dict[tuple[str, int], Claim]:
    return {(c.document, c.n): c for c in claims}


def test_each_day_that_changes_a_figure_is_a_moment() -> None:
    found = history(event_of(CLAIMS), by_key(CLAIMS), DOCUMENTS, "latest")
    assert [(m.day.day, span(m.figure), m.new) for m in found] == [
        (23, (200, 200, 200), (("a", 1),)),
        (24, (200, 215, 215), (("b", 1),)),
        (26, (210, 210, 215), (("c", 1),)),
    ]
    assert found[2].before == found[1].figure
    assert found[2].as_json()["before"]["best"] == 215


def test_a_report_that_says_the_same_is_no_moment() -> None:
    again = [*CLAIMS[:1], count("b", 1, 200, according_to="Police")]
    assert len(history(event_of(again), by_key(again), DOCUMENTS, "range")) == 1


def test_a_rule_changes_only_what_differs() -> None:
    told = [CLAIMS[0], replace(CLAIMS[1], document="c"), count("b", 2, 9, unit=Unit.SITE)]
    event = event_of(told)
    in_use = reconcile([event], told, "range", DOCUMENTS)
    assert list(changes(in_use, in_use)) == []
    (change,) = changes(in_use, reconcile([event], told, "official-first", DOCUMENTS))
    assert (change.before.best, change.after.best) == (215, 200)
    assert change.as_json()["after"]["rule"] == "official-first"


def test_a_lesser_count_beside_a_larger_of_one_report_is_a_part() -> None:
    (found,) = figures([count("a", 1, 571), count("a", 2, 3, according_to="the ministry")])
    assert span(found) == (571, 571, 571)


def test_a_count_of_none_stands_beside_others() -> None:
    (found,) = figures([count("a", 1, 1), count("b", 1, 0)])
    assert span(found) == (0, 1, 1)


def test_two_named_voices_in_one_report_both_stand() -> None:
    claims = [
        count("a", 1, 571, according_to="Police"),
        count("a", 2, 300, according_to="a charity"),
    ]
    (found,) = figures(claims)
    assert span(found) == (300, 571, 571)


def test_the_reason_says_what_a_later_count_by_the_same_speaker_replaced() -> None:
    found = history(event_of(CLAIMS), by_key(CLAIMS), DOCUMENTS, "range")
    gave_way = found[-1].figure.because[-1]
    assert gave_way.code == "earlier-counts"
    assert gave_way.values == (("earlier", (Counted("freed", "person", low=200, high=200),)),)
    assert all(reason.code != "earlier-counts" for reason in found[0].figure.because)
