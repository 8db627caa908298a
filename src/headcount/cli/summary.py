"""`headcount summary`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from headcount.cli import options, wording
from headcount.cli.asking import as_of_option, books, country_option
from headcount.cli.check import rank, worded
from headcount.cli.terminal import Column, echo, print_table
from headcount.model import Event, Figure, Kind, Unit
from headcount.publish.catalogue import Catalogue
from headcount.reasons import Finding

KINDS = (Kind.FREED, Kind.ARRESTED, Kind.REPATRIATED, Kind.DEPORTED, Kind.TRANSFERRED)
"""What the summary tells, in this order."""

_COLUMNS = (
    Column("what"),
    Column("best (low–high)", "right", wide=True, least=12),
    Column("who", wide=True, least=7),
    Column("where", wide=True, least=12),
    Column("when", wide=True, least=12),
    Column("according to", wide=True, least=20),
    Column("reports", "right"),
)


@click.command()
@options.ledger_option
@options.rule_option
@as_of_option
@country_option("--country", "Only events in this country: KHM.")
@click.option("--top", type=click.IntRange(1), default=3, show_default=True, help="Rows a kind.")
def summary(ledger: Path, rule: str, as_of: date | None, country: str | None, top: int) -> None:
    """Print the largest figures and the conflicts.

    Who was freed, arrested, repatriated, deported or handed over in one operation, where,
    according to whom; the largest running totals and estimates of the same, which stand apart and
    are never added; and which figures contradict each other.

    \b
    headcount summary
    headcount summary --country KHM --top 10
    """
    made = books(ledger, rule, as_of)
    told = ((made.documents, "report"), (made.claims, "claim"), (made.events, "event"))
    counts = ", ".join(wording.several(len(each), noun) for each, noun in told)
    echo(counts if as_of is None else f"as of {as_of}: {counts}")
    catalogue = Catalogue(made)
    events = [event for event in made.events if country in (None, event.country)]
    for title, operations in (("Operations", True), ("Running totals and estimates", False)):
        rows = [
            row
            for kind in KINDS
            for row in _rows(catalogue, _largest(catalogue, events, kind, operations), top)
        ]
        if rows:
            echo(f"\n{title}")
            print_table(_COLUMNS, rows)
    names = {event.id for event in events}
    disputes = [each for each in sorted(made.findings, key=rank) if each.disputes]
    found = [each for each in disputes if country is None or each.event in names]
    _print_conflicts(found, len(made.disputed & names), top)


def _largest(
    catalogue: Catalogue, events: Sequence[Event], kind: Kind, operations: bool
) -> list[tuple[Figure, Event]]:
    """The largest figure of a kind that is of an operation, or that is not, of each event."""
    found = []
    for event in events:
        people = [f for f in event.figures if f.kind is kind and f.unit is Unit.PERSON]
        figures = [f for f in people if catalogue.is_operation(f) is operations]
        if figures:
            found.append((max(figures, key=_size), event))
    # "Thousands" may be fewer than any number, so they come last.
    vague = catalogue.is_vague
    return sorted(found, key=lambda pair: (vague(pair[0]), -_size(pair[0]), pair[1].id))


def _rows(
    catalogue: Catalogue, largest: Sequence[tuple[Figure, Event]], top: int
) -> Iterator[list[str]]:
    for figure, event in largest[:top]:
        claims = [catalogue.book.claims[key] for key in figure.claims]
        reports = {claim.document for claim in claims}
        yield [
            wording.kind(figure.kind),
            wording.figure_count(figure, catalogue.words_of(figure)),
            wording.counted(figure),
            wording.where(event),
            wording.days(event.start, event.end),
            wording.some((claim.according_to or "" for claim in claims), 1),
            str(len(reports)),
        ]
    if len(largest) > top:
        kind = wording.kind(largest[0][0].kind)
        yield [kind, f"+{len(largest) - top} more", "", "", "", "", ""]


def _size(figure: Figure) -> int:
    return figure.best if figure.best is not None else figure.low or 0


def _print_conflicts(found: Sequence[Finding], events: int, top: int) -> None:
    echo()
    if not found:
        echo("No figures contradict each other.")
        return
    conflicts = wording.several(len(found), "conflict")
    told = wording.several(events, "event")
    echo(f"{conflicts} in {told} (`headcount check` lists all):")
    for finding in found[:top]:
        echo(f"  {finding.severity}: {worded(finding)}")
