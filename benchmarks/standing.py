"""A large ledger on disk: one more report read into it, and its books made."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import processor_seconds, seconds
from benchmarks.operations import extractions
from benchmarks.reports import as_line, report
from benchmarks.results import Goal, Result
from headcount.collector import collector_at_rest
from headcount.ledger.store import Ledger
from headcount.model import Claim, Extraction
from headcount.pipeline.booking import book
from headcount.pipeline.gathering import by_rules, gather

NAME = "standing"
ONE = 1.0
AT = datetime(2026, 1, 1, tzinfo=UTC)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this benchmark."""
    parser.add_argument(
        "--standing-claims", type=int, default=20_000, help="claims of the ledger (20000)"
    )


def run(options: argparse.Namespace) -> Result:
    """Seconds of `headcount read` of one report, into an empty ledger and a large one, and of
    loading, grouping and all of the books of the large one."""
    result = Result(NAME, ("what", "seconds", "processor s"))
    with TemporaryDirectory() as name:
        empty, large = Path(name, "empty.db"), Path(name, "large.db")
        claims = _fill(large, options.standing_claims)
        result.notes.append(f"the large ledger holds {claims:,} claims")
        bare = _read(empty, Path(name))
        result.rows.append(("read one report, empty ledger", *bare))
        more = _read(large, Path(name))
        result.rows.append(("read one report, large ledger", *more))
        goal = "processor seconds that the large ledger adds to reading"
        result.goals.append(Goal(goal, more[1] - bare[1], ONE))
        with Ledger.open(large, read_only=True) as ledger, collector_at_rest():
            told = gather(ledger)
            result.rows.append(("load", *_both(lambda: gather(ledger))))
            result.rows.append(("group", *_both(lambda: by_rules(told))))
            result.rows.append(("all of the book", *_both(lambda: book(ledger, "range"))))
    return result


def _both(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock, and of the processor."""
    taken: list[float] = []
    used = processor_seconds(lambda: taken.append(seconds(work)))
    return taken[0], used


def _fill(path: Path, claims: int) -> int:
    """A ledger of so many claims, whose quotes stand in the texts as the ledger asks."""
    with Ledger.open(path) as ledger:
        for made in extractions(claims):
            ledger.add(_quoted(made), AT)
        return ledger.counts().claims


def _quoted(made: Extraction) -> Extraction:
    text = [made.document.text]
    claims = tuple(_at_the_end(made.claims, text))
    return Extraction(replace(made.document, text=" ".join(text)), claims)


def _at_the_end(claims: tuple[Claim, ...], text: list[str]) -> Iterator[Claim]:
    at = len(text[0]) + 1
    for claim in claims:
        words = claim.quote.exact
        text.append(words)
        yield replace(claim, quote=replace(claim.quote, start=at, end=at + len(words)))
        at += len(words) + 1


def _read(ledger: Path, folder: Path) -> tuple[float, float]:
    """Seconds on the clock and of the processor, the shortest of three reports."""
    found = []
    for number in range(3):
        line = as_line(report(number, "en"))
        (folder / "one.jsonl").write_text(line + "\n", encoding="utf-8")
        before = os.times()
        command = ("read", "--quiet", "--ledger", str(ledger), str(folder / "one.jsonl"))
        taken = seconds(
            lambda command=command: subprocess.run(  # type: ignore[misc]
                [sys.executable, "-m", "headcount", *command], check=True
            )
        )
        after = os.times()
        used = after.children_user + after.children_system
        found.append((taken, used - before.children_user - before.children_system))
    return min(found)
