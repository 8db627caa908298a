"""`headcount events`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from headcount.cli import options, wording
from headcount.cli.asking import as_of_option, books
from headcount.cli.terminal import Column, echo, print_json, print_table
from headcount.model import Event, Figure
from headcount.publish import views
from headcount.publish.catalogue import Catalogue
from headcount.publish.wording import wording as words_of

_COLUMNS = (
    Column("event"),
    Column("days", wide=True, least=10),
    Column("place", wide=True, least=9),
    Column("title", wide=True, least=24),
    Column("ranges and further figures", wide=True, least=18),
    Column("reports", "right"),
)

_FIGURES = 4
"""Figures of an event that the list shows; `headcount show` has all."""

CONFLICT = "‼"
"""Marks an event whose figures contradict each other."""


@click.command()
@options.ledger_option
@options.rule_option
@as_of_option
@options.format_option("table", "jsonl")
def events(ledger: Path, rule: str, as_of: date | None, shape: str) -> None:
    """List the events of the ledger with their figures.

    An event marked ‼ has figures that contradict each other or do not add up. "Confirmed" stands
    behind the title of one that a person checked.

    \b
    headcount events
    headcount events --rule official-first --format jsonl
    headcount events --ledger mine.db | less
    headcount events --as-of 2025-03-01
    """
    made = books(ledger, rule, as_of)
    catalogue = Catalogue(made)
    if shape == "jsonl":
        for event in made.events:
            print_json(views.record(catalogue, event))
        return
    if not made.events:
        echo("no events yet; `headcount read INPUT` fills the ledger")
        return
    print_table(_COLUMNS, (_row(catalogue, event) for event in made.events))


def _row(catalogue: Catalogue, event: Event) -> list[str]:
    figures = [_figure(catalogue, f) for f in event.figures if not _in_title(catalogue, event, f)]
    more = len(figures) - _FIGURES
    shown = "; ".join(figures[:_FIGURES]) + (f"; +{more} more" if more > 0 else "")
    return [
        f"{event.id} {CONFLICT}" if event.id in catalogue.disputed else event.id,
        wording.days(event.start, event.end),
        wording.where(event),
        _titled(catalogue, event),
        shown,
        str(len(event.documents)),
    ]


def _titled(catalogue: Catalogue, event: Event) -> str:
    """The title, and that a person confirmed the event."""
    w = words_of("en").shortened()
    title = views.headline(catalogue, w, event)
    found = catalogue.book.confirmation(event)
    return f"{title} · {views.confirmed(w, found)}" if found else title


def _in_title(catalogue: Catalogue, event: Event, figure: Figure) -> bool:
    """Whether the title tells all of the figure: it is one of its numbers and has no range."""
    told = catalogue.main_figures(event)[: views.IN_TITLE]
    return figure in told and figure.low == figure.best == figure.high


def _figure(catalogue: Catalogue, figure: Figure) -> str:
    count = wording.figure_count(figure, catalogue.words_of(figure))
    return " ".join(filter(None, (wording.kind(figure.kind), count, wording.counted(figure))))
