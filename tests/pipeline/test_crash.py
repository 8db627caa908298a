"""kill -9 in the middle of `read`: nothing acknowledged is lost, nothing is half there."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

import headcount
from headcount.ledger.store import Ledger
from headcount.model import Claim, Document, Extraction
from headcount.pipeline.batch import Batch
from headcount.pipeline.reading import read_into
from headcount.pipeline.stages import extractions
from headcount.settings import Settings

DOCUMENTS = 400

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")


def write_batch(path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        for number in range(1, DOCUMENTS + 1):
            text = (
                f"Police freed {number + 20} foreigners from a scam centre in Poipet on Sunday. "
                f"They included {number + 3} Thais and 12 Indians. "
                + "Nothing else is known. "
                * 40
            )
            record = {"id": f"r-{number}", "text": text, "published": "2025-02-24", "lang": "en"}
            file.write(json.dumps(record) + "\n")


def read_and_kill(batch: Path, ledger: Path, acknowledged: int, delay: float) -> list[str]:
    """The ids that one killed run had acknowledged."""
    source = Path(headcount.__file__).parents[1]
    path = os.pathsep.join(filter(None, (str(source), os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-m", "headcount", "read", str(batch), "--ledger", str(ledger)]
    with subprocess.Popen(
        [*command, "--format", "jsonl"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    ) as process:
        assert process.stdout is not None
        lines: list[str] = []
        while len(lines) < acknowledged and (line := process.stdout.readline()):
            lines.append(line)
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        lines += process.stdout.readlines()
    # The last line may have been cut off in the middle: not acknowledged.
    steps = [json.loads(line) for line in lines if line.endswith("\n")]
    assert all(step["outcome"] in ("new", "same") for step in steps)
    return [step["document"] for step in steps]


def contents(ledger: Path) -> dict[str, tuple[Document, list[Claim]]]:
    with Ledger.open(ledger, read_only=True) as opened:
        found: dict[str, tuple[Document, list[Claim]]] = {
            document.id: (document, []) for document in opened.documents()
        }
        for claim in opened.claims():
            found[claim.document][1].append(claim)
    with closing(sqlite3.connect(ledger)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return found


def test_what_was_acknowledged_outlives_kill_9(tmp_path: Path) -> None:
    batch, ledger = tmp_path / "batch.jsonl", tmp_path / "book.db"
    write_batch(batch)
    wanted = {
        result.document.id: (result.document, list(result.claims))
        for result in extractions([str(batch)], Settings())
        if isinstance(result, Extraction)
    }
    assert len(wanted) == DOCUMENTS
    chance = random.Random(20250224)  # noqa: S311
    safe: set[str] = set()
    for _ in range(5):
        safe |= set(read_and_kill(batch, ledger, chance.randint(1, 70), chance.random() / 50))
        found = contents(ledger)
        assert safe <= found.keys()
        for key, stored in found.items():
            assert stored == wanted[key]
    assert len(safe) < DOCUMENTS, "the batch is too small to be killed in the middle"
    with Ledger.open(ledger) as opened:
        summary = read_into(opened, Batch((str(batch),)), datetime.now(UTC))
    assert summary.new + summary.same == DOCUMENTS
    assert summary.changed == 0
    assert contents(ledger) == wanted
    assert sorted(path.name for path in tmp_path.iterdir()) == ["batch.jsonl", "book.db"]


def test_a_kill_at_the_very_start_leaves_no_broken_file(tmp_path: Path) -> None:
    batch, ledger = tmp_path / "batch.jsonl", tmp_path / "book.db"
    write_batch(batch)
    for tenth in range(0, 8, 2):
        read_and_kill(batch, ledger, 0, tenth / 10)
        if ledger.exists():
            contents(ledger)
    with Ledger.open(ledger) as opened:
        assert read_into(opened, Batch((str(batch),)), datetime.now(UTC)).exit_code == 0
