"""`headcount events`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from headcount.cli import options, wording
from headcount.cli.asking import (
    Period,
    as_of_option,
    books,
    check_order,
    country_option,
    day_option,
)
from headcount.cli.terminal import Column, echo, echo_more, first, print_json, print_table
from headcount.model import Event, Figure
from headcount.publish import views
from headcount.publish.catalogue import Catalogue
from headcount.publish.wording import wording as words_of

_COLUMNS = (
    Column("event"),
    Column("days", wide=True, least=13),
    Column("place", wide=True, least=9),
    Column("title", wide=True, least=18),
    Column("ranges and further figures", wide=True, least=18),
    Column("reports", "right"),
)

_FIGURES = 4
"""Figures of an event that the list shows; `headcount show` has all."""

_NOTHING_READ = "no events yet; `headcount read INPUT` fills the ledger"
_NOTHING_ASKED = "no events on record by that day, or in these days and this country"
_NOTHING_TOLD = (
    "no events: no report in the ledger told a figure that could be read; `headcount summary` says "
    "what was read, `headcount explain INPUT` why a report gave none"
)

CONFLICT = "‼"
"""Marks an event whose figures contradict each other."""


@click.command()
@options.ledger_option
@options.rule_option
@as_of_option
@country_option("--country", "Events in this country: KHM.")
@day_option("--since", "Events that were not over before this day.")
@day_option("--until", "Events that had begun by this day.")
@options.all_option
@options.format_option("table", "jsonl")
def events(ledger: Path, rule: str, as_of: date | None, shape: str, **asked: Any) -> None:
    """List the events of the ledger with their figures.

    The table begins with the latest. An event marked ‼ has figures that contradict each other or
    do not add up. "Confirmed" stands behind the title of one that a person checked. A running
    total stands under the day up to which it counts. With --since or --until, events without a
    day are left out.

    \b
    headcount events --all | less
    headcount events --country KHM --since 2025-01-01 --until 2025-12-31
    headcount events --rule official-first --format jsonl
    headcount events --as-of 2025-03-01
    """
    check_order(asked["since"], asked["until"])
    period = Period(asked["since"], asked["until"])
    made = books(ledger, rule, as_of)
    catalogue = Catalogue(made)
    country: str | None = asked["country"]
    found = [
        each
        for each in made.events
        if country in (None, each.country) and period.meets(*catalogue.days_of(each))
    ]
    if shape == "jsonl":
        for event in found:
            print_json(views.record(catalogue, event))
    elif not found:
        asked_for = as_of or country or asked["since"] or asked["until"]
        told = _NOTHING_ASKED if asked_for else _NOTHING_TOLD
        echo(told if made.documents or as_of else _NOTHING_READ)
    else:
        latest = sorted(
            found, key=lambda e: (catalogue.days_of(e)[0] or date.min, e.id), reverse=True
        )
        shown = first(latest, every=asked["every"])
        print_table(_COLUMNS, (_row(catalogue, event) for event in shown))
        echo_more(len(latest) - len(shown), "event")


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
