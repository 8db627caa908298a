"""`headcount reconcile`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

import click

from headcount.cli import options, wording
from headcount.cli.asking import as_of_option, books
from headcount.cli.terminal import Column, echo, print_json, print_table
from headcount.errors import UsageError
from headcount.model import Book, Event, Figure
from headcount.reconcile.figures import reconcile as reconciled
from headcount.reconcile.history import Change, Moment, changes, figure_key, history
from headcount.settings import Settings

_FIGURES = (
    Column("event"),
    Column("what", wide=True, least=14),
    Column("best (low–high)", "right"),
    Column("why", wide=True, least=30),
)
_CHANGES = (
    Column("event"),
    Column("what", wide=True, least=12),
    Column("in use", "right"),
    Column("would be", "right"),
    Column("why", wide=True, least=24),
)
_MOMENTS = (
    Column("  day"),
    Column("what", wide=True, least=12),
    Column("was", "right"),
    Column("became", "right"),
    Column("why, and by whom", wide=True, least=30),
)


@click.command()
@options.ledger_option
@click.option(
    "--rule",
    type=click.Choice(options.RULES),
    help="Reconcile by this rule; with --diff and without a rule, by all others.",
)
@click.option(
    "--against",
    type=click.Choice(options.RULES),
    default=Settings().rule,
    show_default=True,
    envvar="HEADCOUNT_RULE",
    show_envvar=True,
    help="The rule in use.",
)
@click.option("--diff", is_flag=True, help="Only what would change against the rule in use.")
@click.option("--history", "told", is_flag=True, help="Only figures that changed, day by day.")
@click.option("--event", metavar="EVENT", help="Only this event: its id or first characters.")
@as_of_option
@options.format_option("table", "jsonl")
def reconcile(shape: str, ledger: Path, rule: str | None, against: str, **asked: object) -> None:
    """Show the figures by a rule, and what it changes.

    Every figure comes with the sentence that explains it. Nothing is stored: the rule in use is
    that of --against (or HEADCOUNT_RULE), and every command takes --rule.

    \b
    headcount reconcile --rule official-first --diff
    headcount reconcile --diff --format jsonl
    headcount reconcile --history --event ev-691
    headcount reconcile --as-of 2025-03-01
    """
    if asked["diff"] and asked["told"]:
        raise UsageError("reconcile: give --diff or --history, not both")
    as_of = asked["as_of"]
    made = books(ledger, rule or against, as_of if isinstance(as_of, date) else None)
    events = _chosen(made.events, str(asked["event"] or ""))
    if asked["diff"]:
        wanted = [rule] if rule else [name for name in options.RULES if name != against]
        _print_changes(made, events, (against, wanted), shape)
    elif asked["told"]:
        _print_history(made, events, rule or against, shape)
    else:
        _print_figures(events, shape)


def _chosen(events: Sequence[Event], prefix: str) -> list[Event]:
    """The events whose id begins so. Raises UsageError if none does."""
    fits = [
        event
        for event in events
        if event.id.startswith(prefix) or event.id.partition("-")[2].startswith(prefix)
    ]
    if prefix and not fits:
        raise UsageError(f"--event {prefix}: no event begins so; `headcount events` lists them")
    return fits


def _print_figures(events: Sequence[Event], shape: str) -> None:
    figures = [(event, figure) for event in events for figure in event.figures]
    if shape == "jsonl":
        for event, figure in figures:
            print_json({"event": event.id, **figure.as_json()})
        return
    rows = ([event.id, _what(f), wording.figure_count(f), f.reason] for event, f in figures)
    if figures:
        print_table(_FIGURES, rows)
    echo(f"{wording.several(len(figures), 'figure')} of {wording.several(len(events), 'event')}")


def _print_changes(
    made: Book, events: Sequence[Event], rules: tuple[str, Sequence[str]], shape: str
) -> None:
    claims = [made.claims[key] for event in events for key in event.claims]
    against, wanted = rules
    in_use = reconciled(events, claims, against, made.documents)
    for rule in wanted:
        other = reconciled(events, claims, rule, made.documents)
        found = list(changes(in_use, other))
        if shape == "jsonl":
            for change in found:
                print_json(change.as_json())
            continue
        if found:
            print_table(_CHANGES, map(_change, found))
        figures = wording.several(sum(len(event.figures) for event in in_use), "figure")
        touched = wording.several(len({change.event.id for change in found}), "event")
        echo(f"{rule} against {against}: {len(found)} of {figures} would change, in {touched}")
        echo()


def _change(change: Change) -> list[str]:
    return [
        change.event.id,
        _what(change.after),
        wording.figure_count(change.before),
        wording.figure_count(change.after),
        change.after.reason,
    ]


def _print_history(made: Book, events: Sequence[Event], rule: str, shape: str) -> None:
    found = [(event, moment) for event in events for moment in _told(made, event, rule)]
    if shape == "jsonl":
        for event, moment in found:
            print_json({"event": event.id, **moment.as_json()})
        return
    if not found:
        echo("no figure changed from one day to another")
    for event, moments in groupby(found, key=lambda pair: pair[0]):
        echo(" · ".join(filter(None, (event.id, wording.days(event.start, event.end)))))
        print_table(_MOMENTS, [_moment(made, moment) for _, moment in moments])
        echo()


def _told(made: Book, event: Event, rule: str) -> Iterator[Moment]:
    """The moments of the figures that had more than one."""
    moments = history(event, made.claims, made.documents, rule)
    changed = {figure_key(m.figure) for m in moments if m.before is not None}
    ordered = sorted(moments, key=lambda m: (repr(figure_key(m.figure)), m.day))
    yield from (moment for moment in ordered if figure_key(moment.figure) in changed)


def _moment(made: Book, moment: Moment) -> list[str]:
    speakers = (made.claims[key].according_to or "" for key in moment.new)
    outlets = (made.documents[key[0]].outlet or key[0] for key in moment.new)
    said = wording.some(speakers, 2) or wording.some(outlets, 2)
    return [
        f"  {moment.day.isoformat()}",
        _what(moment.figure),
        wording.figure_count(moment.before) if moment.before else "",
        wording.figure_count(moment.figure),
        f"{moment.figure.reason} ({said})" if said else moment.figure.reason,
    ]


def _what(figure: Figure) -> str:
    return " ".join(filter(None, (wording.kind(figure.kind), wording.counted(figure))))
