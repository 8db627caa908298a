"""`headcount events`."""

from __future__ import annotations

from pathlib import Path

import click

from headcount.cli import options, wording
from headcount.cli.terminal import Column, echo, print_json, print_table
from headcount.ledger.store import Ledger
from headcount.model import Book, Event
from headcount.pipeline.booking import book

_COLUMNS = (
    Column("event"),
    Column("days", wide=True, least=10),
    Column("place", wide=True, least=10),
    Column("title", wide=True, least=20),
    Column("figures: best (low–high)", wide=True, least=24),
    Column("reports", "right"),
)

_FIGURES = 4
"""Figures of an event that the list shows; `headcount show` has all."""

CONFLICT = "‼"
"""Marks an event whose figures contradict each other."""


@click.command()
@options.ledger_option
@options.rule_option
@options.format_option("table", "jsonl")
def events(ledger: Path, rule: str, shape: str) -> None:
    """List the events of the ledger with their figures.

    An event marked ‼ has figures that contradict each other or do not add up.

    \b
    headcount events
    headcount events --rule official-first --format jsonl
    headcount events --ledger mine.db | less
    """
    with Ledger.open(ledger, read_only=True) as opened:
        made = book(opened, rule)
    if shape == "jsonl":
        for event in made.events:
            print_json(event.as_json())
        return
    if not made.events:
        echo("no events yet; `headcount read INPUT` fills the ledger")
        return
    marked = conflicting(made)
    print_table(_COLUMNS, (_row(event, marked=event.id in marked) for event in made.events))


def conflicting(made: Book) -> frozenset[str]:
    """Ids of the events with a finding that is more than a note."""
    return frozenset(
        finding.event for finding in made.findings if finding.event and finding.severity != "note"
    )


def _row(event: Event, *, marked: bool) -> list[str]:
    figures = [
        " ".join(filter(None, (wording.kind(f.kind), wording.figure_count(f), wording.counted(f))))
        for f in event.figures
    ]
    more = len(figures) - _FIGURES
    shown = "; ".join(figures[:_FIGURES]) + (f"; +{more} more" if more > 0 else "")
    return [
        f"{event.id} {CONFLICT}" if marked else event.id,
        wording.days(event.start, event.end),
        wording.where(event),
        event.title,
        shown,
        str(len(event.documents)),
    ]
