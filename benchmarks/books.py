"""Claims into events, events into figures, figures into findings."""

from __future__ import annotations

import argparse

from benchmarks.measuring import exponent, one_core, processor_seconds
from benchmarks.reports import reports
from benchmarks.results import Goal, Result
from headcount.events.grouping import group_events
from headcount.extract.engine import extract
from headcount.model import Claim, Document, Event
from headcount.reconcile.checks import check
from headcount.reconcile.figures import reconcile

NAME = "books"
LINEAR = 1.3
"""Grouping compares reports of near days, of which there are more in a larger ledger."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this benchmark."""
    parser.add_argument(
        "--claim-steps",
        type=lambda text: tuple(sorted(int(step) for step in text.split(","))),
        default=(1_000, 3_000, 10_000, 20_000),
        help="numbers of claims, with commas between (1000,3000,10000,20000)",
    )


def run(options: argparse.Namespace) -> Result:
    """Processor seconds of each stage; claims are extracted from generated reports beforehand."""
    one_core()
    result = Result(
        NAME,
        ("claims", "reports", "events", "findings", "group s", "reconcile s", "check s", "all s"),
    )
    batches = _batches(options.claim_steps)
    totals: list[float] = []
    for claims, documents in batches:
        row = _measured(claims, documents)
        totals.append(row[-1])
        result.rows.append((len(claims), len(documents), *row))
    slope = exponent([len(claims) for claims, _ in batches], totals)
    result.goals.append(Goal("growth exponent of the book", slope, LINEAR))
    return result


def _measured(
    claims: list[Claim], documents: dict[str, Document]
) -> tuple[int, int, float, float, float, float]:
    """Events, findings, and the seconds of the three stages and of all."""
    events: tuple[Event, ...] = ()
    found: list[object] = []

    def group() -> None:
        nonlocal events
        events = group_events(claims, documents)

    def count() -> None:
        nonlocal events
        events = reconcile(events, claims, "range", documents)

    times = (
        processor_seconds(group),
        processor_seconds(count),
        processor_seconds(lambda: found.extend(check(events, claims, documents))),
    )
    return len(events), len(found), *times, sum(times)


def _batches(steps: tuple[int, ...]) -> list[tuple[list[Claim], dict[str, Document]]]:
    """The claims of the first reports until there are enough, for each step."""
    out: list[tuple[list[Claim], dict[str, Document]]] = []
    claims: list[Claim] = []
    documents: dict[str, Document] = {}
    # No report is without a claim, so there are always enough.
    for document in reports(steps[-1]):
        documents[document.id] = document
        claims.extend(extract(document).claims)
        if len(claims) >= steps[len(out)]:
            out.append((claims[: steps[len(out)]], dict(documents)))
            if len(out) == len(steps):
                break
    return out
