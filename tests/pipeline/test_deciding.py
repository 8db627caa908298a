"""Decisions rest on words, and decide the same in whatever order claims come."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from headcount.decisions import Action, Decision, anchor_of, as_record, find, from_record
from headcount.events.records import event_of_subject
from headcount.model import Claim, Kind, Precision, Quote, Unit
from headcount.pipeline.deciding import corrected, regrouped, stands

QUOTES = ("215 foreigners", "three", "three", "31 suspects")


def claim(document: str, n: int, number: int = 5, start: int = 0) -> Claim:
    quote = Quote(QUOTES[n % len(QUOTES)], start, start + 1)
    return Claim(document, n, Kind.FREED, Unit.PERSON, number, number, Precision.EXACT, quote)


CLAIMS = [claim(d, n, start=100 * n) for d in "ab" for n in range(1, 4)]


def test_a_decision_reads_back_as_it_was_written() -> None:
    seen = (tuple(map(anchor_of, CLAIMS[:2])), tuple(map(anchor_of, CLAIMS[2:3])))
    made = Decision(Action.SPLIT, seen, "because", {"low": 3})
    assert from_record(7, "2025-02-24", as_record(made)) == replace(made, number=7, at="2025-02-24")


def test_of_equal_words_the_claim_that_says_the_same_is_found_then_the_nearest() -> None:
    one, other = claim("a", 1, 3, start=10), claim("a", 2, 4, start=300)
    later = [replace(one, n=8, quote=Quote("three", 310, 311)), replace(other, n=9)]
    assert find(anchor_of(one), later) == later[0]
    assert find(anchor_of(claim("a", 2, 77, start=301)), later) == later[1]
    assert find(anchor_of(claim("b", 1)), later) is None


@given(st.permutations(CLAIMS))
def test_order_does_not_matter(mixed: list[Claim]) -> None:
    out = Decision(Action.WITHDRAW, ((anchor_of(CLAIMS[0]),),), "x")
    mend = Decision(Action.CORRECT, ((anchor_of(CLAIMS[1]),),), "x", {"low": 9, "high": 9})
    key = [(c.document, c.n, c.low) for c in corrected(CLAIMS, [out, mend])]
    assert sorted((c.document, c.n, c.low) for c in corrected(mixed, [out, mend])) == key
    assert len(key) == len(CLAIMS) - 1
    assert key[0] == ("a", 2, 9)


def test_a_merge_takes_the_events_that_hold_what_was_seen() -> None:
    events = [event_of_subject(CLAIMS[:3]), event_of_subject(CLAIMS[3:])]
    by_key = {(c.document, c.n): c for c in CLAIMS}
    seen = tuple((anchor_of(CLAIMS[at]),) for at in (0, 3))
    (merged,) = regrouped(events, by_key, [Decision(Action.MERGE, seen, "x")])
    assert set(merged.claims) == set(by_key)
    assert merged.id == events[0].id
    (again,) = regrouped([merged], by_key, [Decision(Action.MERGE, seen, "x")])
    assert again == merged


def test_no_claim_is_lost_by_a_split() -> None:
    whole = event_of_subject(CLAIMS)
    by_key = {(c.document, c.n): c for c in CLAIMS}
    parted = tuple(map(anchor_of, CLAIMS[:2]))
    made = regrouped([whole], by_key, [Decision(Action.SPLIT, (parted,), "x")])
    assert sorted(k for e in made for k in e.claims) == sorted(by_key)
    assert len({e.id for e in made}) == 2


def test_a_confirmed_event_that_grew_is_changed() -> None:
    event = event_of_subject(CLAIMS)
    decision = Decision(Action.CONFIRM, (tuple(map(anchor_of, CLAIMS[:-1])),), "x")
    (stand,) = stands([decision], CLAIMS, [event])
    assert (stand.state, stand.why) == ("changed", "of 5 claims seen: 1 new beside them")
