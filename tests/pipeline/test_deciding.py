"""Decisions rest on what was seen, hold when it is read again, and come in any order."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headcount.books import Confirmed
from headcount.decisions import Action, Decision, anchor_of, as_record, find, from_record
from headcount.ledger.store import Ledger
from headcount.model import Book, Claim, Document, Extraction, Kind, Precision, Quote, Unit
from headcount.pipeline.booking import book, decided_book
from headcount.pipeline.deciding import RULE, Standing, State, anchored, revised, standings
from headcount.publish.sentences import of_finding, of_join, of_reason
from headcount.publish.wording import wording
from headcount.reasons import Finding, Key
from headcount.spans import Span

AT = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)

TOLD = {
    "a": ("Poipet", 23, (215, 109)),
    "b": ("Poipet", 23, (215,)),
    "c": ("Poipet", 24, (215, 48)),
    "d": ("Bavet", 3, (31,)),
    "e": ("Bavet", 3, (31, 7)),
}
"""Reports: where, on which day of February, and the counts; those after the first are parts."""


def report(key: str, lead: str = "", first: int = 1, **fields: Any) -> Extraction:
    """A report with its claims, made without reading; `first` is the number of the first claim."""
    place, day, counts = TOLD[key]
    text = lead + " ".join(f"Police freed {count} people in {place}." for count in counts)
    claims = []
    for n, count in enumerate(counts):
        start = text.index(f" {count} people") + 1
        claims.append(
            Claim(
                key,
                first + n,
                Kind.FREED,
                Unit.PERSON,
                count,
                count,
                Precision.EXACT,
                Quote(f"{count} people", start, start + len(f"{count} people")),
                country="KHM",
                place=place,
                start=date(2025, 2, day),
                end=date(2025, 2, day),
                part_of=first if n else None,
                sentence=Span(0, len(text)),
            )
        )
    claims[0] = replace(claims[0], **fields)
    document = Document(key, text, outlet=key.upper(), published=date(2025, 2, 25), lang="en")
    return Extraction(document, tuple(claims))


READ = {key: report(key) for key in TOLD}
CLAIMS = {(c.document, c.n): c for each in READ.values() for c in each.claims}
DOCUMENTS = {key: each.document for key, each in READ.items()}
KEYS = sorted(CLAIMS)


def seen(*groups: Sequence[Key]) -> tuple[Any, ...]:
    return tuple(anchored(group, CLAIMS, DOCUMENTS) for group in groups)


def decision(action: Action, *groups: Sequence[Key], **values: Any) -> Decision:
    return Decision(action, seen(*groups), f"why {action}", values=values)


def fill(ledger: Ledger, extractions: Sequence[Extraction] = tuple(READ.values())) -> None:
    for extraction in extractions:
        ledger.add(extraction, AT)


def parts(made: Book) -> set[frozenset[Key]]:
    return {frozenset(event.claims) for event in made.events}


def message(finding: Finding) -> str:
    return of_finding(wording("en"), finding).text


def why(standing: Standing) -> str:
    return "; ".join(of_reason(wording("en"), reason) for reason in standing.why)


def joins_of(made: Book) -> list[str]:
    return [of_join(wording("en"), join) for join in made.events[0].joined]


@pytest.fixture
def ledger(tmp_path: Path) -> Any:
    with Ledger.open(tmp_path / "book.db") as opened:
        fill(opened)
        yield opened


def test_a_decision_reads_back_as_it_was_written() -> None:
    made = decision(Action.CORRECT, [("a", 1)], low=3, start="2025-02-01", nationality=["THA"])
    back = from_record(as_record(made), "2025-02-24", None)
    assert replace(back, id="", at="") == made
    with pytest.raises(ValueError, match="not a valid Kind"):
        from_record(as_record(replace(made, values={"kind": "x"})), "", None)
    with pytest.raises(KeyError):
        from_record(as_record(replace(made, values={"document": "x"})), "", None)


def test_merge_split_and_back(ledger: Ledger) -> None:
    before = book(ledger, "range")
    poipet = {key for key in KEYS if key[0] in "abc"}
    bavet = {key for key in KEYS if key[0] in "de"}
    assert parts(before) == {frozenset(poipet), frozenset(bavet)}
    merge = ledger.decide(decision(Action.MERGE, sorted(poipet), sorted(bavet)), AT)
    merged = book(ledger, "range")
    assert parts(merged) == {frozenset(KEYS)}
    assert "a person decided so: why merge" in joins_of(merged)[-1]
    assert merged.events[0].id in {event.id for event in before.events}
    parted = [("b", 1), ("d", 1)]
    left = [key for key in KEYS if key not in parted]
    ledger.decide(decision(Action.SPLIT, parted, left), AT + timedelta(hours=1))
    assert parts(book(ledger, "range")) == {frozenset(parted), frozenset(left)}
    ledger.retract(merge, AT, {})
    apart = parts(book(ledger, "range"))
    assert {("b", 1)} in apart
    assert {("d", 1)} in apart
    assert len(apart) == 4


def test_a_claim_nobody_saw_goes_to_its_own_side_of_a_split(ledger: Ledger) -> None:
    parted = [key for key in KEYS if key[0] == "c"]
    left = [key for key in KEYS if key[0] in "ab"]
    ledger.decide(decision(Action.SPLIT, parted, left), AT)
    for key, like in (("f", "c"), ("g", "b")):
        told = report(like, lead="Told anew. ")
        document = replace(told.document, id=key, outlet=key.upper())
        claims = tuple(replace(c, document=key) for c in told.claims)
        ledger.add(Extraction(document, claims), AT)
    both = book(ledger, "range")
    holding = {key: event.id for event in both.events for key in event.claims}
    assert holding["c", 1] == holding["f", 1] == holding["f", 2]
    assert holding["a", 1] == holding["b", 1] == holding["g", 1]
    assert holding["a", 1] != holding["c", 1]


def test_correct_keeps_what_was_read(ledger: Ledger) -> None:
    values = {"low": 220, "high": 220, "place": "Sihanoukville", "nationality": ["THA"]}
    key = ledger.decide(decision(Action.CORRECT, [("d", 1)], **values), AT)
    made = book(ledger, "range")
    claim = made.claims["d", 1]
    assert (claim.low, claim.place, claim.nationality) == (220, "Sihanoukville", ("THA",))
    assert claim.rule == RULE
    assert f"low: 220, corrected by {key} from 31" in claim.trace
    assert [c.low for c in ledger.claims() if c.document == "d"] == [31]
    (note,) = (finding for finding in made.findings if finding.code == "decided")
    assert "count 220 (read as 31)" in message(note)
    assert "place Sihanoukville (read as Bavet)" in message(note)
    assert "nationality Thailand (read as none)" in message(note)
    assert note.event in {event.id for event in made.events if ("d", 1) in event.claims}


def test_the_later_correction_of_a_field_counts(ledger: Ledger) -> None:
    late = AT + timedelta(microseconds=1)
    ledger.decide(decision(Action.CORRECT, [("d", 1)], low=7, high=7), late)
    ledger.decide(decision(Action.CORRECT, [("d", 1)], low=9, high=9, place="Poipet"), AT)
    claim = book(ledger, "range").claims["d", 1]
    assert (claim.low, claim.high, claim.place) == (7, 7, "Poipet")


def test_withdraw_takes_a_whole_out_and_leaves_its_parts(ledger: Ledger) -> None:
    ledger.decide(decision(Action.WITHDRAW, [("a", 1)]), AT)
    made = book(ledger, "range")
    assert ("a", 1) not in made.claims
    assert made.claims["a", 2].part_of is None
    assert all(("a", 1) not in event.claims for event in made.events)
    (note,) = (finding for finding in made.findings if finding.code == "decided")
    assert "215" not in message(note)
    assert note.claims == ()


def test_confirm_marks_the_event_until_something_comes_beside_it(ledger: Ledger) -> None:
    (bavet,) = (e for e in book(ledger, "range").events if e.place == "Bavet")
    ledger.decide(decision(Action.CONFIRM, sorted(bavet.claims)), AT)
    made, (standing,) = decided_book(ledger, "range")
    assert standing.state is State.HOLDS
    assert [(f.event, f.severity) for f in made.findings if f.code == "decided"] == [
        (bavet.id, "note")
    ]
    late = report("d", lead="New. ")
    document = replace(late.document, id="g", outlet="G")
    late = Extraction(document, tuple(replace(c, document="g") for c in late.claims))
    ledger.add(late, AT)
    _, (standing,) = decided_book(ledger, "range")
    assert (standing.state, "not there when it was checked" in why(standing)) == (
        State.PARTLY,
        True,
    )


def test_a_confirmed_event_says_when_by_whom_and_why(ledger: Ledger) -> None:
    (bavet,) = (e for e in book(ledger, "range").events if e.place == "Bavet")
    assert book(ledger, "range").confirmation(bavet) is None
    keys = sorted(bavet.claims)
    ledger.decide(replace(decision(Action.CONFIRM, keys), by="desk 2"), AT)
    found = book(ledger, "range").confirmation(bavet)
    assert found == Confirmed(bavet.id, "2025-03-01", "desk 2", "why confirm", True)
    again = replace(decision(Action.CONFIRM, keys), why="read again")
    ledger.decide(again, AT + timedelta(days=1))
    late = book(ledger, "range").confirmation(bavet)
    assert late == Confirmed(bavet.id, "2025-03-02", "", "read again", True)


def test_what_was_confirmed_with_more_than_counts_holds_in_part(ledger: Ledger) -> None:
    """A claim that was checked and no longer counts leaves figures that nobody checked."""
    (bavet,) = (e for e in book(ledger, "range").events if e.place == "Bavet")
    ledger.decide(decision(Action.CONFIRM, sorted(bavet.claims)), AT)
    ledger.decide(decision(Action.WITHDRAW, [("e", 2)]), AT + timedelta(hours=1))
    made, (standing, _) = decided_book(ledger, "range")
    assert (standing.state, why(standing)) == (
        State.PARTLY,
        "1 claim that was checked is not there",
    )
    (event,) = (e for e in made.events if e.place == "Bavet")
    found = made.confirmation(event)
    assert found is not None
    assert not found.whole


CASES = [
    decision(Action.CONFIRM, [("d", 1), ("e", 1), ("e", 2)]),
    decision(Action.MERGE, [("a", 1), ("a", 2)], [("d", 1)]),
    decision(Action.SPLIT, [("a", 1), ("a", 2)], [("b", 1)]),
    decision(Action.CORRECT, [("a", 2)], low=110, high=110),
    decision(Action.WITHDRAW, [("a", 2)]),
]


@pytest.mark.parametrize("made", CASES, ids=[str(case.action) for case in CASES])
def test_a_decision_holds_when_reports_are_read_again(ledger: Ledger, made: Decision) -> None:
    """Other numbers, other offsets, other text around: the same words and counts."""
    ledger.decide(made, AT)
    before = sorted(event.title for event in book(ledger, "range").events)
    fill(ledger, [report(key, lead="Officials spoke on Monday. ", first=4) for key in TOLD])
    again, (standing,) = decided_book(ledger, "range")
    assert (standing.state, standing.why) == (State.HOLDS, ())
    assert sorted(event.title for event in again.events) == before


@pytest.mark.parametrize("made", CASES, ids=[str(case.action) for case in CASES])
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"low": 9, "high": 9}, "now read as low 9 and not"),
        ({"kind": Kind.ESCAPED}, "now read as kind escaped and not freed"),
        ({"quote": Quote("Police", 0, 6)}, "no longer"),
    ],
)
def test_a_decision_on_what_has_changed_is_not_applied_silently(
    ledger: Ledger, made: Decision, change: dict[str, Any], words: str
) -> None:
    ledger.decide(made, AT)
    for key in TOLD:
        claims = tuple(replace(claim, **change) for claim in READ[key].claims)
        ledger.add(replace(READ[key], claims=claims), AT)
    told, (standing,) = decided_book(ledger, "range")
    assert standing.state is State.STALE
    assert words in why(standing)
    (finding,) = (f for f in told.findings if f.code == "decision-stale")
    assert finding.severity == "warning"
    assert standing.decision.id in message(finding)
    fill(ledger)
    assert decided_book(ledger, "range").standings[0].state is State.HOLDS


def test_a_correction_rests_on_what_it_corrects(ledger: Ledger) -> None:
    ledger.decide(decision(Action.CORRECT, [("d", 1)], place="Poipet"), AT)
    ledger.decide(decision(Action.WITHDRAW, [("e", 2)]), AT)
    ledger.add(report("d", place="Sihanoukville"), AT)
    ledger.add(report("e", place="Sihanoukville"), AT)
    told, (corrected, withdrawn) = decided_book(ledger, "range")
    assert told.claims["d", 1].place == "Sihanoukville"
    assert "place Sihanoukville and not Bavet" in why(corrected)
    assert withdrawn.state is State.HOLDS


def test_a_side_that_is_left_keeps_a_merge_in_part(ledger: Ledger) -> None:
    groups = [k for k in KEYS if k[0] in "abc"], [k for k in KEYS if k[0] in "de"]
    ledger.decide(decision(Action.MERGE, *groups), AT)
    ledger.add(report("a", low=9, high=9), AT)
    told, (standing,) = decided_book(ledger, "range")
    assert standing.state is State.PARTLY
    assert "1 of 8 claims changed; a:1: now read as low 9" in why(standing)
    holding = {key: event.id for event in told.events for key in event.claims}
    assert holding["b", 1] == holding["d", 1]
    assert [f.code for f in told.findings if f.code.startswith("decision")] == ["decision-partly"]


def test_a_report_that_was_taken_back_makes_it_stale(ledger: Ledger) -> None:
    ledger.decide(decision(Action.WITHDRAW, [("a", 1)]), AT)
    ledger.undo(AT)
    (standing,) = decided_book(ledger, "range").standings
    assert (standing.state, "no longer in the ledger" in why(standing)) == (State.STALE, True)


def test_the_books_of_a_day_hold_decisions_on_what_was_there(ledger: Ledger) -> None:
    groups = [k for k in KEYS if k[0] in "abc"], [k for k in KEYS if k[0] in "de"]
    ledger.decide(decision(Action.MERGE, *groups), AT)
    assert len(book(ledger, "range", date(2025, 2, 25)).events) == 1
    early = book(ledger, "range", date(2025, 2, 1))
    assert (early.events, early.findings) == ((), ())


def words(n: int, start: int, prefix: str = "", number: int = 3) -> Claim:
    quote = Quote("three", start, start + 5, prefix, "")
    return Claim("x", n, Kind.FREED, Unit.PERSON, number, number, Precision.EXACT, quote)


@pytest.mark.parametrize(
    ("now", "version", "found"),
    [
        ([(8, 10, ""), (9, 300, "")], "v", 8),
        ([(8, 410, "so "), (9, 700, "and ")], "w", 8),
        ([(8, 410, ""), (9, 700, "")], "w", 8),
        ([(8, 410, "")], "w", None),
        ([(7, 1, ""), (8, 410, ""), (9, 700, "")], "w", None),
        ([], "w", None),
    ],
)
def test_of_equal_words_the_same_is_found_or_none(
    now: list[tuple[int, int, str]], version: str, found: int | None
) -> None:
    told = [words(1, 10, "so "), words(2, 300, "and ")]
    anchor = anchor_of(told[0], told, "v")
    again = find(anchor, [words(*each) for each in now], version)
    assert (again.claim.n if again.claim else None) == found
    assert bool(again.why) == (found is None)


keys = st.lists(st.sampled_from(KEYS), min_size=1, max_size=4, unique=True)


@st.composite
def decided(draw: st.DrawFn) -> Decision:
    action = draw(st.sampled_from(list(Action)))
    if action in (Action.MERGE, Action.SPLIT):
        one = draw(keys)
        other = [key for key in draw(keys) if key not in one] or [k for k in KEYS if k not in one]
        return decision(action, one, other)
    if action is Action.CORRECT:
        number = draw(st.integers(1, 300))
        place = draw(st.sampled_from(["Poipet", "Bavet"]))
        group = [draw(st.sampled_from(KEYS))]
        return decision(action, group, low=number, high=number, place=place)
    return decision(action, draw(keys)[: 1 if action is Action.WITHDRAW else None])


@given(st.lists(decided(), min_size=2, max_size=6), st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_decisions_in_any_order_give_the_same_book(made: list[Decision], shuffle: Any) -> None:
    """Rows, reports and claims come as they like: each decision was taken when it was taken."""
    timed = [(each, AT + timedelta(minutes=at)) for at, each in enumerate(made)]
    found = []
    for _ in range(2):
        with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "b.db") as opened:
            reports = list(READ.values())
            shuffle.shuffle(reports)
            fill(opened, reports)
            for each, at in timed:
                opened.decide(each, at)
            found.append(decided_book(opened, "range"))
        shuffle.shuffle(timed)
    assert found[0] == found[1]
    told = sorted(key for event in found[0].book.events for key in event.claims)
    assert told == sorted(found[0].book.claims)
    assert len({event.id for event in found[0].book.events}) == len(found[0].book.events)


@given(st.lists(decided(), max_size=5), st.permutations(sorted(CLAIMS)))
@settings(max_examples=30, deadline=None)
def test_the_order_of_claims_does_not_matter(made: list[Decision], mixed: list[Key]) -> None:
    claims = [CLAIMS[key] for key in mixed]
    found = standings(made, claims, DOCUMENTS)
    assert found == standings(made[::-1], CLAIMS.values(), DOCUMENTS)
    assert {s.state for s in found} <= {State.HOLDS}
    plain = revised(list(CLAIMS.values()), found)
    assert sorted(revised(claims, found), key=lambda c: (c.document, c.n)) == plain
