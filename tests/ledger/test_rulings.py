"""Decisions are appended, read back as they were written, and taken back by a further row."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from headcount.decisions import Action, Decision, anchor_of
from headcount.errors import LedgerError
from headcount.ledger.schema import MIGRATIONS
from headcount.ledger.store import Ledger
from headcount.model import Extraction

Report = Callable[..., Extraction]


@pytest.fixture
def decision(report: Report) -> Decision:
    claims = report().claims
    seen = (anchor_of(claims[0], claims, "v"),)
    return Decision(Action.CORRECT, (seen,), "misprint", "desk", {"low": 3, "start": "2025-02-01"})


def test_a_decision_comes_back_whole(tmp_path: Path, decision: Decision, at: datetime) -> None:
    with Ledger.open(tmp_path / "book.db") as ledger:
        key = ledger.decide(decision, at)
        (back,) = ledger.decisions()
    assert key.startswith("dec-")
    assert back == replace(decision, id=key, at="2025-03-01T12:00:00.000000+00:00")


def test_what_is_taken_back_stays_as_a_row(
    tmp_path: Path, decision: Decision, at: datetime
) -> None:
    path = tmp_path / "book.db"
    with Ledger.open(path) as ledger:
        key = ledger.decide(decision, at)
        later = at + timedelta(days=1)
        assert ledger.retract(key, later, {"by": "desk", "why": "wrong claim"})
        assert not ledger.retract(key, later, {})
        assert not ledger.retract("dec-none", later, {})
        assert list(ledger.decisions()) == []
        (back,) = ledger.decisions(undone=True)
        assert back.undone.startswith("2025-03-02")
        again = ledger.decide(decision, later)
        assert [each.id for each in ledger.decisions()] == [again] != [key]
    with closing(sqlite3.connect(path)) as raw:
        rows = raw.execute("SELECT record FROM decision WHERE retracts = 1").fetchall()
    assert rows == [('{"by":"desk","why":"wrong claim"}',)]


@pytest.mark.parametrize("query", ["UPDATE decision SET at = ''", "DELETE FROM decision"])
def test_decisions_are_only_appended(
    tmp_path: Path, decision: Decision, at: datetime, query: str
) -> None:
    path = tmp_path / "book.db"
    with Ledger.open(path) as ledger:
        ledger.decide(decision, at)
    with (
        closing(sqlite3.connect(path)) as raw,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        raw.execute(query)


@pytest.mark.parametrize(
    ("column", "value", "complaint"),
    [
        ("at", "2020-01-01", "is not what was stored"),
        ("record", "{}", "is not what was stored"),
        ("digest", "x", "is not what was stored"),
    ],
)
def test_a_harmed_decision_is_refused(
    tmp_path: Path, decision: Decision, at: datetime, column: str, value: str, complaint: str
) -> None:
    path = tmp_path / "book.db"
    with Ledger.open(path) as ledger:
        ledger.decide(decision, at)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DROP TRIGGER decision_no_update")
        raw.execute(f"UPDATE decision SET {column} = ?", (value,))  # noqa: S608
        raw.commit()
    with Ledger.open(path) as ledger, pytest.raises(LedgerError, match=complaint):
        list(ledger.decisions())


def test_a_ledger_from_before_decisions_is_read_as_it_is_and_brought_up_to_decide(
    tmp_path: Path, report: Report, decision: Decision, at: datetime
) -> None:
    path = tmp_path / "old.db"
    with Ledger.open(path) as ledger:
        ledger.add(report(), at)
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(
            "DROP TABLE decision; DELETE FROM migration WHERE position > 1; PRAGMA user_version = 1"
        )
    with Ledger.open(path, read_only=True) as ledger:
        assert ledger.counts().documents == 1
        assert list(ledger.decisions()) == []
    with Ledger.open(path) as ledger:
        ledger.decide(decision, at)
        assert len(list(ledger.decisions())) == 1
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
