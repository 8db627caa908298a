"""Time from a thousand reports up: extraction alone, and reading into a ledger."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.measuring import exponent, one_core, peak_mb
from benchmarks.reports import report, reports, write_lines
from benchmarks.results import Goal, Result
from headcount.extract.engine import extract
from headcount.ledger.store import Ledger
from headcount.pipeline.batch import Batch
from headcount.pipeline.reading import Step, read_into

NAME = "growth"
LINEAR = 1.1
"""An exponent up to this counts as linear: 1.1 is 58 % more than linear over a factor of 100."""


class Mark(NamedTuple):
    """Seconds since the start when so many `reports` were done, on the clock and of processor."""

    reports: int
    clock: float
    processor: float
    peak: float


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this benchmark."""
    parser.add_argument(
        "--steps",
        type=lambda text: tuple(sorted(int(step) for step in text.split(","))),
        default=(1_000, 3_000, 10_000),
        help="numbers of reports, with commas between (1000,3000,10000)",
    )
    parser.add_argument(
        "--full", action="store_true", help="go on to 30,000 and 100,000 reports (half an hour)"
    )
    parser.add_argument(
        "--folder", type=Path, help="where the ledger is written (the system's temporary folder)"
    )


def run(options: argparse.Namespace) -> Result:
    """One pass through the largest number of reports; the time is noted at each step.

    The first n reports of a longer batch take what a batch of n takes: `read` stores one report
    after the other into a ledger that was empty at the start. The exponent is that of processor
    seconds, which a busy machine changes least.
    """
    one_core()
    steps: tuple[int, ...] = options.steps
    if options.full:
        steps = tuple(sorted({*steps, 30_000, 100_000}))
    extract(report(0, "en"))
    extract(report(0, "fr"))
    result = Result(
        NAME, ("reports", "wall s", "reports/s", "processor s", "wall s/1000 since last", "peak MB")
    )
    for work, marks in (("extract", _extracting(steps)), ("read", _reading(steps, options.folder))):
        before = Mark(0, 0.0, 0.0, 0.0)
        for mark in marks:
            pace = (mark.clock - before.clock) / (mark.reports - before.reports) * 1000
            speed = mark.reports / mark.clock
            row = (f"{work} {mark.reports:,}", mark.clock, speed, mark.processor, pace, mark.peak)
            result.rows.append(row)
            before = mark
        slope = exponent([mark.reports for mark in marks], [mark.processor for mark in marks])
        result.goals.append(Goal(f"growth exponent of {work}", slope, LINEAR))
    return result


class _Clock:
    """Notes marks; time spent outside the measured work can be taken out with `pause`."""

    def __init__(self, steps: tuple[int, ...]) -> None:
        self._steps = frozenset(steps)
        self.marks: list[Mark] = []
        self._done = 0
        self.clock = 0.0
        self.processor = 0.0

    def add(self, clock: float, processor: float) -> None:
        """One more report is done; it took so many seconds."""
        self._done += 1
        self.clock += clock
        self.processor += processor
        if self._done in self._steps:
            self.marks.append(Mark(self._done, self.clock, self.processor, peak_mb()))


def _extracting(steps: tuple[int, ...]) -> list[Mark]:
    """Marks of extraction alone; making the reports up is not counted."""
    clock = _Clock(steps)
    for document in reports(steps[-1]):
        start, processor = time.perf_counter(), time.process_time()
        extract(document)
        clock.add(time.perf_counter() - start, time.process_time() - processor)
    return clock.marks


def _reading(steps: tuple[int, ...], folder: Path | None) -> list[Mark]:
    """Marks of `read` from a JSONL file into a new ledger, in this one process."""
    clock = _Clock(steps)
    with TemporaryDirectory(dir=folder) as name:
        source = Path(name) / "reports.jsonl"
        write_lines(source, steps[-1])
        with Ledger.open(Path(name) / "ledger.db") as ledger:
            laps = _laps()
            next(laps)

            def report_step(_: Step) -> None:
                clock.add(*next(laps))

            read_into(ledger, Batch((str(source),)), datetime.now(UTC), report_step)
    return clock.marks


def _laps() -> Iterator[tuple[float, float]]:
    """Seconds since the call before, on the clock and of processor."""
    start, processor = time.perf_counter(), time.process_time()
    yield 0.0, 0.0
    while True:
        now, used = time.perf_counter(), time.process_time()
        yield now - start, used - processor
        start, processor = now, used
