"""`headcount summary`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import click

from headcount.cli import options, wording
from headcount.cli.asking import as_of_option, books
from headcount.cli.check import rank, worded
from headcount.cli.terminal import Column, echo, print_table
from headcount.model import Book, Figure, Kind, Unit
from headcount.publish.catalogue import Catalogue

KINDS = (Kind.FREED, Kind.ARRESTED, Kind.REPATRIATED, Kind.DEPORTED, Kind.TRANSFERRED)
"""What the summary tells, in this order."""

_COLUMNS = (
    Column("what"),
    Column("best (low–high)", "right", wide=True, least=12),
    Column("who", wide=True, least=7),
    Column("where", wide=True, least=10),
    Column("when", wide=True, least=13),
    Column("according to", wide=True, least=12),
    Column("reports", "right"),
)


@click.command()
@options.ledger_option
@options.rule_option
@as_of_option
@click.option("--top", type=click.IntRange(1), default=3, show_default=True, help="Rows a kind.")
def summary(ledger: Path, rule: str, as_of: date | None, top: int) -> None:
    """Print the largest figures and the conflicts.

    Who was freed, arrested, repatriated, deported or handed over in one operation, where,
    according to whom; the largest running totals and estimates of the same, which stand apart and
    are never added; and which figures contradict each other.

    \b
    headcount summary
    headcount summary --top 10 --ledger mine.db
    """
    made = books(ledger, rule, as_of)
    told = ((made.documents, "report"), (made.claims, "claim"), (made.events, "event"))
    counts = ", ".join(wording.several(len(each), noun) for each, noun in told)
    echo(counts if as_of is None else f"as of {as_of}: {counts}")
    catalogue = Catalogue(made)
    for title, operations in (("Operations", True), ("Running totals and estimates", False)):
        rows = [row for kind in KINDS for row in _rows(catalogue, kind, top, operations)]
        if rows:
            echo(f"\n{title}")
            print_table(_COLUMNS, rows)
    _print_conflicts(made, top)


def _rows(catalogue: Catalogue, kind: Kind, top: int, operations: bool) -> Iterator[list[str]]:
    """The largest figures of a kind that are of operations, or that are not; one an event."""
    made = catalogue.book
    largest = []
    for event in made.events:
        figures = [f for f in event.figures if catalogue.is_operation(f) is operations]
        figure = _largest(figures, kind)
        if figure is not None:
            largest.append((figure, event))
    largest.sort(key=lambda pair: (-_size(pair[0]), pair[1].id))
    for figure, event in largest[:top]:
        claims = [made.claims[key] for key in figure.claims]
        reports = {claim.document for claim in claims}
        yield [
            wording.kind(kind),
            wording.figure_count(figure, catalogue.words_of(figure)),
            wording.counted(figure),
            wording.where(event),
            wording.days(event.start, event.end),
            wording.some((claim.according_to or "" for claim in claims), 2),
            str(len(reports)),
        ]
    if len(largest) > top:
        yield [wording.kind(kind), f"+{len(largest) - top} more", "", "", "", "", ""]


def _largest(figures: Iterable[Figure], kind: Kind) -> Figure | None:
    people = [each for each in figures if each.kind is kind and each.unit is Unit.PERSON]
    return max(people, key=_size, default=None)


def _size(figure: Figure) -> int:
    return figure.best if figure.best is not None else figure.low or 0


def _print_conflicts(made: Book, top: int) -> None:
    found = [each for each in sorted(made.findings, key=rank) if each.disputes]
    echo()
    if not found:
        echo("No figures contradict each other.")
        return
    conflicts, events = (
        wording.several(len(found), "conflict"),
        wording.several(len(made.disputed), "event"),
    )
    echo(f"{conflicts} in {events} (`headcount check` lists all):")
    for finding in found[:top]:
        echo(f"  {finding.severity}: {worded(finding)}")
