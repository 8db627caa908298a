"""An index that takes in reports one by one gives what grouping them all at once gives."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from telling import report, told
from test_grouping_properties import claims, papers

from headcount.events.grouping import event_index, group_events
from headcount.model import Claim, Document, Event
from headcount.reconcile.figures import reconcile

WIRE = " ".join(f"Sentence {n} of the wire story tells at length of the raid." for n in range(9))


def texts(draw_from: Random, documents: dict[str, Document]) -> dict[str, Document]:
    """Some documents are copies of one wire story."""
    return {
        d: replace(doc, text=WIRE if draw_from.random() < 0.4 else f"Text of {d}.")
        for d, doc in documents.items()
    }


def of(told_claims: list[Claim], document: str) -> list[Claim]:
    return [c for c in told_claims if c.document == document]


def sorted_ids(events: list[Event]) -> list[str]:
    return sorted(e.id for e in events)


@settings(max_examples=60, deadline=None)
@given(claims(), st.randoms(use_true_random=False))
def test_one_by_one_in_any_order_is_all_at_once(made: list[Claim], random: Random) -> None:
    documents = texts(random, papers(made))
    order = sorted(documents)
    random.shuffle(order)
    index = event_index([], {})
    for document in order:
        index.change(documents[document], of(made, document))
    assert index.events() == group_events(made, documents)


@settings(max_examples=60, deadline=None)
@given(claims(), st.randoms(use_true_random=False))
def test_a_report_that_changes_and_one_that_goes(made: list[Claim], random: Random) -> None:
    documents = texts(random, papers(made))
    index = event_index(made, documents)
    before = index.events()
    one = random.choice(sorted(documents))
    gone, _ = index.change(documents[one], [])
    without = [c for c in made if c.document != one]
    assert index.events() == group_events(without, documents)
    assert {e.id for e in gone} <= {e.id for e in before}
    index.change(documents[one], of(made, one))
    assert index.events() == before


@settings(max_examples=40, deadline=None)
@given(claims(), st.randoms(use_true_random=False))
def test_a_duplicate_report_changes_no_best_figure(made: list[Claim], random: Random) -> None:
    """A copy of a report, in the same paper or over the same agency, adds no origin."""
    documents = {
        d: replace(doc, text=f"Text of {d}.", agency=f"Agency {d}")
        for d, doc in papers(made).items()
    }
    one = random.choice(sorted(documents))
    copy = replace(documents[one], id="zz")
    copied = [replace(c, document="zz") for c in of(made, one)]
    before = best(made, documents)
    after = best([*made, *copied], {**documents, "zz": copy})
    for key, figures in after.items():
        if key in before:
            assert figures == before[key]


def best(made: list[Claim], documents: dict[str, Document]) -> dict[object, object]:
    events = reconcile(group_events(made, documents), made, "range", documents)
    return {
        e.id: {(f.kind, f.unit, f.nationality, f.group): f.best for f in e.figures} for e in events
    }


def test_only_the_neighbourhood_is_told() -> None:
    made = [
        told("a", 1, "freed", 215, day="2025-02-23", country="KHM", place="Poipet"),
        told("b", 1, "arrested", 44, day="2024-05-02", country="PHL", place="Manila"),
    ]
    index = event_index(made, {})
    new = told("c", 1, "freed", 215, day="2025-02-23", country="KHM", place="Poipet")
    gone, came = index.change(report("c", "2025-02-24"), [new])
    assert [e.documents for e in gone] == [("a",)]
    assert [e.documents for e in came] == [("a", "c")]
