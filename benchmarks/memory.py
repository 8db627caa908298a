"""Peak memory of `headcount` as a process of its own."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.reports import report, write_lines
from benchmarks.results import Goal, Result

NAME = "memory"
GOAL = 300.0


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this benchmark."""
    parser.add_argument("--memory-reports", type=int, default=1000, help="reports to read")
    parser.add_argument("--memory-words", type=int, default=50_000, help="words of one long text")


def run(options: argparse.Namespace) -> Result:
    """MB (10^6 bytes) held at most, for many short reports and for one long text."""
    result = Result(NAME, ("command", "peak MB"))
    count, words = options.memory_reports, options.memory_words
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_lines(folder / "reports.jsonl", count)
        (folder / "long.txt").write_text(report(0, "en", words).text, encoding="utf-8")
        ledger = str(folder / "ledger.db")
        reports, long = str(folder / "reports.jsonl"), str(folder / "long.txt")
        held = _peak("read", "--quiet", "--ledger", ledger, reports)
        result.rows.append(("headcount --help", _peak("--help")))
        result.rows.append((f"headcount read, {count:,} reports", held))
        result.goals.append(Goal("MB of reading reports", held, GOAL))
        long_held = _peak("read", "--quiet", "--ledger", ledger, long)
        result.rows.append((f"headcount read, one text of {words:,} words", long_held))
        result.goals.append(Goal("MB of reading a long text", long_held, GOAL))
        result.rows.append(("headcount events", _peak("events", "--ledger", ledger)))
    return result


def _peak(*arguments: str) -> float:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.peak", *arguments],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    return float(done.stderr.split()[-1])
