"""What storing costs beside extraction: reports with their claims put into a new ledger."""

from __future__ import annotations

import argparse
import time
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import one_core
from benchmarks.reports import reports
from benchmarks.results import Goal, Result
from headcount.extract.engine import extract
from headcount.ledger.store import Ledger

NAME = "storing"
GOAL = 0.5
"""Processor time of storing, as a share of that of extraction: extraction should dominate."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this benchmark."""
    parser.add_argument("--stored", type=int, default=1_000, help="reports to store (1000)")


def run(options: argparse.Namespace) -> Result:
    """Seconds of extraction and of storing; the clock of storing holds the waits for the disk.

    Each report is on disk before the next one, so these waits cannot be saved.
    """
    one_core()
    found, extracting = [], 0.0
    for document in reports(options.stored):
        start = time.process_time()
        found.append(extract(document))
        extracting += time.process_time() - start
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db") as ledger:
        clock, processor = time.perf_counter(), time.process_time()
        for extraction in found:
            ledger.add(extraction, datetime.now(UTC))
        clock, processor = time.perf_counter() - clock, time.process_time() - processor
    result = Result(NAME, (f"{options.stored:,} reports", "wall s", "processor s"))
    result.rows.append(("extract", None, extracting))
    result.rows.append(("store", clock, processor))
    result.goals.append(Goal("storing over extraction", processor / extracting, GOAL))
    return result
