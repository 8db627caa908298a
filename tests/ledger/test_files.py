"""Files that cannot be used: each gives one line that names the file and what to do."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from headcount.errors import LedgerError
from headcount.ledger import opening
from headcount.ledger.schema import APPLICATION_ID, MIGRATIONS
from headcount.ledger.store import Ledger
from headcount.model import Extraction

Report = Callable[..., Extraction]


def refusal(path: Path, *, read_only: bool = False) -> str:
    """The one line with which the file is refused."""
    with pytest.raises(LedgerError) as caught:
        Ledger.open(path, read_only=read_only).close()
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    return message


def database(path: Path, *statements: str) -> Path:
    with closing(sqlite3.connect(path)) as raw:
        for statement in ("CREATE TABLE x (y)", *statements):
            raw.execute(statement)
    return path


@pytest.fixture
def book(tmp_path: Path, report: Report, at: datetime) -> Path:
    path = tmp_path / "book.db"
    with Ledger.open(path) as ledger:
        for i in range(50):
            ledger.add(report(f"d-{i}", (215, 109), " Words." * i * 7), at)
    return path


@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_no_ledger_is_refused_untouched(tmp_path: Path, *, read_only: bool) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("x" * 500)
    empty = tmp_path / "empty.db"
    empty.touch()
    foreign = database(tmp_path / "foreign.db")
    other = database(tmp_path / "other.db", "PRAGMA application_id = 77")
    table = {
        tmp_path: "is a folder",
        text: "is not a headcount ledger",
        empty: "is empty (0 bytes)",
        foreign: "is a database of another program",
        other: "is a database of another program",
    }
    for path, words in table.items():
        before = path.read_bytes() if path.is_file() else b""
        assert words in refusal(path, read_only=read_only)
        assert (path.read_bytes() if path.is_file() else b"") == before
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(
        p.name for p in table if p != tmp_path
    )


def test_a_newer_schema_is_refused(book: Path) -> None:
    with closing(sqlite3.connect(book)) as raw:
        raw.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    assert "newer headcount" in refusal(book)
    assert "newer headcount" in refusal(book, read_only=True)


def test_an_older_schema_is_brought_up_to_date(tmp_path: Path) -> None:
    path = database(tmp_path / "old.db", f"PRAGMA application_id = {APPLICATION_ID}")
    assert "older headcount" in refusal(path, read_only=True)
    with Ledger.open(path) as ledger:
        assert ledger.counts().documents == 0
    with closing(sqlite3.connect(path)) as raw:
        names = [name for (name,) in raw.execute("SELECT name FROM migration ORDER BY position")]
        assert names == [migration.name for migration in MIGRATIONS]
        assert raw.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)


def test_a_missing_ledger_is_made_only_for_writing(tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    assert "no such ledger" in refusal(path, read_only=True)
    with pytest.raises(LedgerError, match="no such ledger"):
        Ledger.open(path, must_exist=True)
    assert list(tmp_path.iterdir()) == []
    Ledger.open(path).close()
    assert [p.name for p in tmp_path.iterdir()] == ["none.db"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    refusal(tmp_path / "no" / "book.db")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do anything")
def test_a_folder_that_cannot_be_written(book: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        refusal(tmp_path / "new.db")
        with Ledger.open(book, read_only=True) as ledger:
            assert ledger.counts().documents == 50
    finally:
        tmp_path.chmod(0o700)


def test_a_read_only_ledger_reads_and_refuses_to_write(
    book: Path, report: Report, at: datetime
) -> None:
    with Ledger.open(book, read_only=True) as ledger:
        assert ledger.counts().documents == 50
        with pytest.raises(LedgerError, match="cannot be written"):
            ledger.add(report("new"), at)


def test_a_ledger_at_rest_is_read_where_nothing_can_be_written(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Ledger.open(book, read_only=True) as ledger:
        assert ledger.counts().documents == 50
    assert [p.name for p in book.parent.iterdir()] == [book.name]


def test_a_locked_ledger_is_one_line(
    book: Path, report: Report, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(book, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Ledger.open(book) as ledger:
            with pytest.raises(LedgerError, match="in use by another program"):
                ledger.add(report("new"), at)
            # Readers do not wait for a writer.
            assert ledger.counts().documents == 50
        other.execute("ROLLBACK")
    with Ledger.open(book) as ledger:
        ledger.add(report("new"), at)


def test_a_full_disk_keeps_what_was_stored(book: Path, report: Report, at: datetime) -> None:
    with Ledger.open(book) as ledger:
        (pages,) = ledger._connection.execute("PRAGMA page_count").fetchone()
        ledger._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        stored = 0
        message = ""
        while not message:
            try:
                ledger.add(report(f"new-{stored}", tuple(range(1, 60))), at)
            except LedgerError as error:
                message = str(error)
            else:
                stored += 1
        assert "disk is full" in message
        assert ledger.counts().documents == 50 + stored
    with Ledger.open(book) as ledger:
        assert ledger.counts().documents == 50 + stored
        assert ledger.add(report("after"), at).claims_new == 2


def test_damage_never_passes_for_data(book: Path) -> None:
    """A row may be lost with its page, but what is read is what was stored."""
    whole = book.read_bytes()
    with Ledger.open(book, read_only=True) as ledger:
        texts = {document.id: document.text for document in ledger.documents()}
        claims = set(ledger.claims())
    refused = 0
    for where in range(110, len(whole), 997):
        harmed = bytearray(whole)
        harmed[where : where + 8] = b"\xa5" * 8
        book.write_bytes(harmed)
        try:
            with Ledger.open(book, read_only=True) as ledger:
                found = {document.id: document.text for document in ledger.documents()}
                assert found.items() <= texts.items(), f"byte {where}"
                assert set(ledger.claims()) <= claims, f"byte {where}"
        except LedgerError:
            refused += 1
    assert refused > 20


def test_a_truncated_file_is_damaged(book: Path) -> None:
    whole = book.read_bytes()
    book.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(LedgerError, match="is damaged"), Ledger.open(book) as ledger:
        list(ledger.documents())
    book.write_bytes(whole[:50])
    assert "is not a headcount ledger" in refusal(book)
