"""The ledger keeps versions, withdraws what went away, and changes nothing twice."""

from __future__ import annotations

import gc
import sqlite3
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headcount.errors import GroundingError, InputError
from headcount.ledger.history import Cause
from headcount.ledger.store import Added, Ledger, Outcome
from headcount.model import Extraction

Report = Callable[..., Extraction]
Begin = Callable[[Ledger], AbstractContextManager[None]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "book.db"


def test_what_was_added_comes_back_whole(path: Path, report: Report, at: datetime) -> None:
    extraction = report()
    with Ledger.open(path) as ledger:
        assert ledger.add(extraction, at) == Added(Outcome.NEW, 2, 0)
    with Ledger.open(path, read_only=True) as ledger:
        assert list(ledger.documents()) == [extraction.document]
        assert tuple(ledger.claims()) == extraction.claims
        assert ledger.document("d-1") == extraction.document
        assert ledger.document("d-2") is None
        assert list(ledger.withdrawn()) == []


def test_the_same_again_changes_not_one_byte(path: Path, report: Report, at: datetime) -> None:
    with Ledger.open(path) as ledger:
        ledger.add(report(), at)
    before = path.read_bytes()
    with Ledger.open(path) as ledger:
        assert ledger.add(report(), at + timedelta(days=1)).outcome is Outcome.SAME
        moved = replace(report(), document=replace(report().document, locator="elsewhere.txt"))
        assert ledger.add(moved, at).outcome is Outcome.SAME
    assert path.read_bytes() == before


def test_a_day_told_once_stays_when_the_same_text_comes_without_it(
    path: Path, report: Report, at: datetime
) -> None:
    told = report()
    untold = replace(told, document=replace(told.document, published=None), claims=told.claims[:1])
    renamed = replace(untold, document=replace(untold.document, outlet="Courier"))
    with Ledger.open(path) as ledger:
        ledger.add(told, at)
        assert ledger.add(untold, at).outcome is Outcome.SAME
        assert tuple(ledger.claims()) == told.claims
        assert ledger.add(renamed, at).outcome is Outcome.CHANGED


def test_a_changed_page_is_a_new_version(path: Path, report: Report, at: datetime) -> None:
    later = at + timedelta(days=1)
    with Ledger.open(path) as ledger:
        ledger.add(report(counts=(215, 109)), at)
        assert ledger.add(report(counts=(215, 120)), later) == Added(Outcome.CHANGED, 1, 1)
        assert [claim.low for claim in ledger.claims()] == [215, 120]
        (gone,) = ledger.withdrawn()
        assert (gone.claim.low, gone.since, gone.version) == (109, later, 2)
        assert gone.cause is Cause.PAGE
        assert ledger.counts().versions == 2


def test_words_that_only_moved_withdraw_nothing(path: Path, report: Report, at: datetime) -> None:
    with Ledger.open(path) as ledger:
        ledger.add(report(counts=(215, 109)), at)
        added = ledger.add(report(counts=(109, 215), extra=" More follows."), at)
        assert added == Added(Outcome.CHANGED, 0, 0)
        assert list(ledger.withdrawn()) == []


def test_newer_rules_are_a_new_reading_of_the_same_version(
    path: Path, report: Report, at: datetime
) -> None:
    first = report()
    newer = replace(first, claims=first.claims[:1])
    with Ledger.open(path) as ledger:
        ledger.add(first, at)
        assert ledger.add(newer, at) == Added(Outcome.CHANGED, 0, 1)
        (gone,) = ledger.withdrawn()
        assert (gone.claim, gone.version, gone.cause) == (first.claims[1], 1, Cause.RULES)
        assert ledger.counts().versions == 1


def test_a_claim_that_comes_back_is_not_withdrawn(path: Path, report: Report, at: datetime) -> None:
    with Ledger.open(path) as ledger:
        for counts in ((215, 109), (215,), (215, 109)):
            ledger.add(report(counts=counts), at)
        assert list(ledger.withdrawn()) == []
        assert ledger.counts().versions == 3


def test_undo_takes_back_read_by_read_and_deletes_nothing(
    path: Path, report: Report, at: datetime
) -> None:
    with Ledger.open(path) as ledger:
        ledger.add(report("a"), at)
    with Ledger.open(path) as ledger:
        ledger.add(report("a", (215, 120)), at)
        ledger.add(report("b"), at)
    with Ledger.open(path) as ledger:
        undone = ledger.undo(at + timedelta(days=1))
        assert undone is not None
        assert (undone.documents, undone.claims) == (2, 4)
        assert [claim.low for claim in ledger.claims()] == [215, 109]
        causes = {(gone.claim.document, gone.claim.low, gone.cause) for gone in ledger.withdrawn()}
        assert causes == {
            ("a", 120, Cause.UNDONE),
            ("b", 215, Cause.UNDONE),
            ("b", 109, Cause.UNDONE),
        }
        assert ledger.undo(at) is not None
        assert ledger.undo(at) is None
        assert ledger.counts().documents == 0
        assert ledger.counts().versions == 3
        # What was undone may be read again.
        assert ledger.add(report("a"), at).outcome is Outcome.NEW


def test_rows_cannot_be_changed_or_deleted(path: Path, report: Report, at: datetime) -> None:
    with Ledger.open(path) as ledger:
        ledger.add(report(), at)
    with closing(sqlite3.connect(path)) as raw:
        for statement in (
            "DELETE FROM claim",
            "UPDATE version SET record = '{}'",
            "DELETE FROM run",
            "UPDATE reading SET version = 9",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                raw.execute(statement)


def test_the_gate_lets_no_ungrounded_claim_in(path: Path, report: Report, at: datetime) -> None:
    good = report()
    first, second = good.claims
    bad = [
        replace(good, claims=(replace(first, quote=replace(first.quote, exact="999")),)),
        replace(good, claims=(replace(first, quote=replace(first.quote, start=0)),)),
        replace(good, claims=(replace(first, document="other"),)),
        replace(good, claims=(first, replace(second, n=1))),
    ]
    with Ledger.open(path) as ledger:
        for extraction in bad:
            with pytest.raises(GroundingError):
                ledger.add(extraction, at)
        with pytest.raises(InputError):
            ledger.add(report("\ud800"), at)
        assert ledger.counts().documents == 0


def test_a_moment_without_zone_is_refused_and_nothing_stays(path: Path, report: Report) -> None:
    with Ledger.open(path) as ledger:
        with pytest.raises(ValueError, match="time zone"):
            ledger.add(report(), datetime(2025, 1, 1))  # noqa: DTZ001
        assert ledger.counts() == ledger.counts().__class__(0, 0, 0, 0)


@pytest.mark.parametrize("begin", [Ledger.snapshot, Ledger._transaction])
def test_what_an_interrupt_left_open_is_thrown_away_without_a_word(
    path: Path, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may fall right behind the lock; the file is let go of before Python throws that away."""
    said: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", said.append)
    with Ledger.open(path) as ledger:
        left = begin(ledger)
        left.__enter__()
    del left
    gc.collect()
    assert said == []
    with Ledger.open(path) as ledger, begin(ledger):
        assert not ledger.holds("0")


def test_odd_text_survives(path: Path, report: Report, at: datetime) -> None:
    odd = report(extra=" \ud83d lone \x00 nul \x1b]0;x\x07 ไทย\u2028")
    with Ledger.open(path) as ledger:
        ledger.add(odd, at)
        assert ledger.document("d-1") == odd.document


def test_the_last_document_from_a_source_is_known(path: Path, report: Report, at: datetime) -> None:
    with Ledger.open(path) as ledger:
        ledger.add(report("a"), at, "/one.txt")
        assert ledger.document_from("/one.txt") == "a"
        assert ledger.document_from("/two.txt") is None
        assert ledger.holds("a")
        ledger.undo(at)
        assert ledger.document_from("/one.txt") is None
        assert not ledger.holds("a")


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(
        st.tuples(st.sampled_from("ab"), st.lists(st.integers(1, 6), max_size=4, unique=True)),
        max_size=8,
    )
)
def test_what_stands_is_the_last_of_each_and_nothing_is_lost(
    tmp_path_factory: pytest.TempPathFactory,
    report: Report,
    at: datetime,
    steps: list[tuple[str, list[int]]],
) -> None:
    path = tmp_path_factory.mktemp("ledger") / "book.db"
    stands: dict[str, set[int]] = {}
    told: dict[str, set[int]] = {}
    with Ledger.open(path) as ledger:
        for key, counts in steps:
            ledger.add(report(key, tuple(counts)), at)
            stands[key] = set(counts)
            told.setdefault(key, set()).update(counts)
        for key, counts_now in stands.items():
            assert {c.low for c in ledger.claims() if c.document == key} == counts_now
            gone = {w.claim.low for w in ledger.withdrawn() if w.claim.document == key}
            assert gone == told[key] - counts_now
