"""Two processes give what one gives, and each result once."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from headcount import sharing
from headcount.errors import LedgerError
from headcount.events import index
from headcount.extract.engine import extract
from headcount.ledger.store import Ledger
from headcount.model import Document
from headcount.pipeline import booking
from headcount.pipeline.booking import book

HERE = os.getpid()
SHARED = ((booking, "_LARGE"), (index, "_BLOCKS"))
AT = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


@pytest.fixture(autouse=True)
def _forked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test runner has threads of its own, which would forbid the fork."""
    if not hasattr(os, "fork"):
        pytest.skip("this system has no fork")
    monkeypatch.setattr(sharing, "_forks", lambda: True)


def _square(share: Sequence[int]) -> list[tuple[int, bool]]:
    return [(n * n, os.getpid() == HERE) for n in share]


@pytest.mark.parametrize("count", [0, 1, 2, 7, 500])
def test_shares_come_back_in_order(count: int) -> None:
    found = sharing.in_shares(_square, range(count))
    assert [n for n, _ in found] == [n * n for n in range(count)]
    assert sum(here for _, here in found) == (count // 2 or count)


def test_a_large_result_does_not_block() -> None:
    def heavy(share: Sequence[int]) -> list[str]:
        return ["x" * 100_000 for _ in share]

    assert sum(map(len, sharing.in_shares(heavy, range(40)))) == 4_000_000


def _refusing(share: Sequence[int]) -> list[int]:
    if os.getpid() != HERE:
        raise LedgerError("not here")
    return [*share]


def _dying(share: Sequence[int]) -> list[int]:
    if os.getpid() != HERE:
        os._exit(1)
    return [*share]


@pytest.mark.parametrize("work", [_refusing, _dying])
def test_what_the_fork_fails_to_give_is_worked_out_here(work: sharing.Work[int, int]) -> None:
    assert sharing.in_shares(work, range(9)) == [*range(9)]


def test_a_book_by_two_processes_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger.open(tmp_path / "book.db") as ledger:
        for number in range(1, 6):
            day = date(2025, 3 * (number % 3) + 1, number)
            text = f"On {day:%d %B %Y} police freed {number * 30} people from a scam compound."
            paper = Document(f"r{number}", f"{text} In Poipet.", published=day, lang="en")
            ledger.add(extract(paper), AT)
        alone = book(ledger, "majority")
        for module, name in SHARED:
            monkeypatch.setattr(module, name, 0)
        assert book(ledger, "majority") == alone
    assert len(alone.events) > 2
    assert all(event.figures for event in alone.events)
