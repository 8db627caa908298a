"""A ledger of up to a million claims: grouped, reconciled, and one more report taken in."""

from __future__ import annotations

import argparse
import gc
import os
import time
from collections.abc import Callable
from dataclasses import replace
from statistics import median

from benchmarks.measuring import exponent, peak_mb, processor_seconds
from benchmarks.operations import extractions
from benchmarks.results import Goal, Result
from headcount.events.grouping import event_index
from headcount.events.index import EventIndex
from headcount.model import Claim, Document, Event
from headcount.pipeline.booking import reconciled
from headcount.reconcile.figures import reconcile

NAME = "grouping"
FULL = 1_000_000
LINEAR = 1.15
"""An exponent up to this counts as near-linear: the same five years hold ever more operations."""

SECONDS = 60.0
MB = 4000.0
ONE = 1.0
AGAIN = 9
"""Reports taken in one after the other; the median is told."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this benchmark."""
    parser.add_argument(
        "--ledger-steps",
        type=lambda text: tuple(sorted(int(step) for step in text.split(","))),
        default=(10_000, 30_000, 100_000),
        help="numbers of claims, with commas between (10000,30000,100000)",
    )
    parser.add_argument(
        "--million", action="store_true", help="go on to a million claims (some minutes, 3.5 GB)"
    )


def run(options: argparse.Namespace) -> Result:
    """Processor seconds of grouping and of reconciling, seconds of both, memory, one more report.

    Both by the clock on the wall too: large books are reconciled by two processes, of which the
    processor seconds are added up.
    """
    steps: tuple[int, ...] = options.ledger_steps
    if options.million:
        steps = tuple(sorted({*steps, FULL}))
    result = Result(
        NAME,
        (
            "claims",
            "reports",
            "events",
            "group s",
            "reconcile s",
            "clock s",
            "one more s",
            "peak MB",
        ),
    )
    totals: list[float] = []
    for step in steps:
        row = _measured(step)
        result.rows.append(row)
        totals.append(row[3] + row[4])
    result.goals.append(
        Goal(
            "growth exponent of grouping", exponent([row[0] for row in result.rows], totals), LINEAR
        )  # type: ignore[misc]
    )
    last = result.rows[-1]
    result.goals.append(Goal("seconds for one more report", float(last[6] or 0), ONE))
    if options.million:
        result.goals.append(Goal("seconds for a million claims", float(last[5] or 0), SECONDS))
        result.goals.append(Goal("MB for a million claims", float(last[7] or 0), MB))
    return result


def _measured(step: int) -> tuple[int, int, int, float, float, float, float, float]:
    claims: list[Claim] = []
    documents: dict[str, Document] = {}
    for extraction in extractions(step):
        documents[extraction.document.id] = extraction.document
        claims.extend(extraction.claims)
    # What was made up is not to be looked through for cycles again and again.
    gc.collect()
    gc.freeze()
    index: list[EventIndex] = []
    events: list[Event] = []
    start = time.perf_counter()
    grouped = processor_seconds(lambda: index.append(event_index(claims, documents)))
    events.extend(index[0].events())
    counted = _of_all_processes(lambda: reconciled(events, claims, "range", documents))
    clock = time.perf_counter() - start
    one = _one_more(index[0], claims, documents)
    return len(claims), len(documents), len(events), grouped, counted, clock, one, peak_mb()


def _of_all_processes(work: Callable[[], object]) -> float:
    """Processor seconds of this process and of those that it started and that ended."""
    before = os.times()
    work()
    after = os.times()
    return sum(after[:4]) - sum(before[:4])


def _one_more(index: EventIndex, claims: list[Claim], documents: dict[str, Document]) -> float:
    """Median seconds to take in a copy of a report by another outlet, figures and all."""
    names = sorted(documents)
    by_key = {(c.document, c.n): c for c in claims}
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        told.setdefault(claim.document, []).append(claim)
    times = []
    for number in range(AGAIN):
        known = documents[names[(number * 2 + 1) * len(names) // (2 * AGAIN)]]
        new = replace(known, id=f"{known.id}-again", outlet="One more")
        copied = [replace(c, document=new.id) for c in told[known.id]]
        start = time.perf_counter()
        _, made = index.change(new, copied)
        by_key.update({(c.document, c.n): c for c in copied})
        touched = [by_key[key] for event in made for key in event.claims]
        reconcile(made, touched, "range", {**{c.document: known for c in touched}, new.id: new})
        times.append(time.perf_counter() - start)
    return median(times)
