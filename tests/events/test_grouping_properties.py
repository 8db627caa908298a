"""What must hold for any claims: order, repetition and completeness."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from telling import BASE

from headcount.events.evidence import conflict, weigh
from headcount.events.grouping import group_events
from headcount.events.partition import strands
from headcount.model import Claim, Document, Group, Kind, Precision, Scope, Unit

DAYS = st.none() | st.integers(0, 12).map(lambda n: date(2025, 2, 20) + timedelta(days=n))


@st.composite
def claims(draw: st.DrawFn) -> list[Claim]:
    made = []
    for document in "abcdef"[: draw(st.integers(1, 6))]:
        for n in range(1, draw(st.integers(1, 4)) + 1):
            low = draw(st.sampled_from([None, 3, 30, 109, 215, 227, 1000]))
            precision = Precision.AT_MOST if low is None else draw(st.sampled_from(Precision))
            made.append(
                replace(
                    BASE,
                    document=document,
                    n=n,
                    kind=draw(st.sampled_from(Kind)),
                    unit=draw(st.sampled_from(Unit)),
                    low=low,
                    high=draw(st.sampled_from([low, None, 5000])) if low else 400,
                    precision=precision,
                    nationality=draw(st.sampled_from([(), ("THA",), ("FOREIGN",), ("IND", "PAK")])),
                    group=draw(st.none() | st.sampled_from(Group)),
                    country=draw(st.sampled_from([None, "KHM", "MMR", "THA"])),
                    place=draw(st.sampled_from([None, "Poipet", "KK Park", "Myawaddy", "?"])),
                    origin=draw(st.sampled_from([None, "MMR"])),
                    start=draw(DAYS),
                    end=draw(DAYS),
                    scope=draw(st.sampled_from(Scope)),
                    part_of=draw(st.sampled_from([None, None, 1])) if n > 1 else None,
                )
            )
    return made


def papers(told: list[Claim]) -> dict[str, Document]:
    """Half of the documents are dated."""
    return {
        c.document: Document(
            c.document,
            "",
            published=date(2025, 2, 24) if c.document in "ace" else None,
        )
        for c in told
    }


@settings(max_examples=40, deadline=None)
@given(claims(), st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(told: list[Claim], random: object) -> None:
    mixed = [*told, *told[::2]]
    random.shuffle(mixed)  # type: ignore[attr-defined]
    documents = papers(told)
    backwards = dict(reversed(list(documents.items())))
    assert group_events(mixed, backwards) == group_events(told, documents)


@settings(max_examples=40, deadline=None)
@given(claims())
def test_every_claim_is_in_exactly_one_event(told: list[Claim]) -> None:
    events = group_events(told, papers(told))
    keys = [key for event in events for key in event.claims]
    assert sorted(keys) == sorted((c.document, c.n) for c in told)
    assert len({event.id for event in events}) == len(events)
    assert all(event.title and not event.figures for event in events)


@settings(max_examples=40, deadline=None)
@given(claims())
def test_evidence_is_symmetric(told: list[Claim]) -> None:
    found = [
        strand
        for document in sorted({c.document for c in told})
        for strand in strands([c for c in told if c.document == document], date(2025, 2, 24))
    ]
    for a in found:
        for b in found:
            if a.document != b.document:
                assert weigh(a, b) == weigh(b, a)
                assert conflict(a, b) == conflict(b, a)


@settings(max_examples=40, deadline=None)
@given(claims())
def test_a_copy_of_a_report_makes_no_new_operation(told: list[Claim]) -> None:
    exact = [
        replace(c, precision=Precision.EXACT, high=c.low or 400, low=c.low or 400) for c in told
    ]
    copy = [replace(c, document="z") for c in exact if c.document == "a"]
    documents = papers(exact)
    documents["z"] = replace(documents["a"], id="z")
    before = group_events(exact, documents)
    after = group_events([*exact, *copy], documents)
    assert len(after) <= len(before) + len(copy)
