"""Running the command line in this process, and small inputs to run it on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from headcount.cli.main import run

REPORT = (
    "Police freed 215 foreigners from a scam centre in Poipet on Sunday, officials said on Monday. "
    "They included 109 Thais, 50 Pakistanis and 48 Indians. "
    "The building has 12 floors."
)


class Result(NamedTuple):
    """What a command line gave."""

    code: int
    out: str
    err: str


Call = Callable[..., Result]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Runs one command line."""

    def run_it(*arguments: object) -> Result:
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return run_it


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """One English report as plain text."""
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    """Three reports of one operation that do not agree."""
    path = tmp_path / "batch.jsonl"
    lines = []
    for number, count in enumerate((215, 215, 260), 1):
        record = {
            "id": f"r-{number}",
            "url": f"https://example.org/{number}",
            "outlet": f"Gazette {number}",
            "published": "2025-02-24",
            "title": "Foreigners freed in Poipet",
            "text": REPORT.replace("215", str(count)) + f" This is report {number}.",
            "lang": "en",
        }
        lines.append(json.dumps(record))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def ledger(tmp_path: Path, batch: Path, call: Call) -> Path:
    """A ledger with the three reports."""
    path = tmp_path / "book.db"
    assert call("read", batch, "--ledger", path, "--quiet").code == 0
    return path
