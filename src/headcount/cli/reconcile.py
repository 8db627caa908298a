"""`headcount reconcile`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from headcount.cli import options, wording
from headcount.cli.asking import as_of_option, books
from headcount.cli.terminal import Column, echo, echo_more, first, print_json, print_table
from headcount.errors import UsageError
from headcount.model import Book, Event, Figure, Unit
from headcount.publish import views
from headcount.publish.sentences import of_reasons
from headcount.publish.wording import wording as words_of
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
    Column("low–high", "right", wide=True, least=8),
    Column("why", wide=True, least=24),
)
_MOMENTS = (
    Column("  day"),
    Column("what", wide=True, least=12),
    Column("was", "right", wide=True, least=9),
    Column("became", "right", wide=True, least=9),
    Column("why, and by whom", wide=True, least=30),
)


@dataclass(frozen=True, slots=True)
class _Show:
    """In which format, and whether all rows of a table."""

    shape: str
    every: bool


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
@options.all_option
@options.format_option("table", "jsonl")
def reconcile(shape: str, ledger: Path, rule: str | None, against: str, **asked: object) -> None:
    """Show the figures by a rule, and what it changes.

    Every figure comes with the sentence that explains it. Nothing is stored: the rule in use is
    that of --against (or HEADCOUNT_RULE), and every command takes --rule. Long lists show the
    first rows; --all or --event shows the rest.

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
    show = _Show(shape, every=bool(asked["every"] or asked["event"]))
    if asked["diff"]:
        wanted = [rule] if rule else [name for name in options.RULES if name != against]
        _print_changes(made, events, (against, wanted), show)
    elif asked["told"]:
        _print_history(made, events, rule or against, show)
    else:
        _print_figures(events, show)


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


def _print_figures(events: Sequence[Event], show: _Show) -> None:
    figures = [(event, figure) for event in events for figure in event.figures]
    if show.shape == "jsonl":
        for event, figure in figures:
            print_json({"event": event.id, **views.figure_record(figure)})
        return
    echo(f"{wording.several(len(figures), 'figure')} of {wording.several(len(events), 'event')}")
    shown = first(figures, every=show.every)
    if shown:
        rows = ([event.id, _what(f), wording.figure_count(f), _why(f)] for event, f in shown)
        print_table(_FIGURES, rows)
    echo_more(len(figures) - len(shown))


def _print_changes(
    made: Book, events: Sequence[Event], rules: tuple[str, Sequence[str]], show: _Show
) -> None:
    claims = [made.claims[key] for event in events for key in event.claims]
    against, wanted = rules
    in_use = reconciled(events, claims, against, made.documents)
    found = {
        rule: list(changes(in_use, reconciled(events, claims, rule, made.documents)))
        for rule in wanted
    }
    if show.shape == "jsonl":
        for change in (change for each in found.values() for change in each):
            print_json(_change_record(change))
        return
    figures = wording.several(sum(len(event.figures) for event in in_use), "figure")
    for rule, changed in found.items():
        touched = wording.several(len({change.event.id for change in changed}), "event")
        echo(f"{rule} against {against}: {len(changed)} of {figures} would change, in {touched}")
    for rule, changed in found.items():
        if changed:
            echo()
            echo(f"By {rule}, what changes most first:")
            ordered = sorted(changed, key=lambda change: -_moved(change))
            shown = first(ordered, every=show.every)
            print_table(_CHANGES, map(_change, shown))
            echo_more(len(changed) - len(shown))


def _moved(change: Change) -> float:
    """By which part of the larger number the best moves."""
    ends = [figure.best or 0 for figure in (change.before, change.after)]
    return abs(ends[0] - ends[1]) / max(1, *ends)


def _change(change: Change) -> list[str]:
    before, after = change.before, change.after
    money = after.unit is Unit.MONEY
    return [
        change.event.id,
        _what(after),
        _best(before),
        _best(after),
        wording.interval(after.low, after.high, money=money),
        _why(after),
    ]


def _best(figure: Figure) -> str:
    best = "?" if figure.best is None else wording.number(figure.best, money=bool(figure.currency))
    return f"{figure.currency or ''} {best}".strip()


def _change_record(change: Change) -> dict[str, Any]:
    return _worded(change.as_json(), change.before, change.after)


def _worded(record: dict[str, Any], before: Figure | None, after: Figure) -> dict[str, Any]:
    """The record of a change or a moment, its two sides with their reasons in English too."""
    for name, side in (("before", before), ("after", after)):
        if side is not None:
            record[name]["reason"] = views.figure_record(side)["reason"]
    return record


def _print_history(made: Book, events: Sequence[Event], rule: str, show: _Show) -> None:
    found = [(event, moments) for event in events if (moments := _told(made, event, rule))]
    if show.shape == "jsonl":
        for event, moments in found:
            for moment in moments:
                record = _worded(moment.as_json(), moment.before, moment.figure)
                print_json({"event": event.id, **record})
        return
    if not found:
        echo("no figure changed from one day to another")
        return
    changed = sum(len({figure_key(m.figure) for m in moments}) for _, moments in found)
    told = wording.several(len(found), "event")
    echo(f"{wording.several(changed, 'figure')} of {told} changed from one day to another")
    shown = first(found, every=show.every)
    for event, moments in shown:
        echo()
        echo(" · ".join(filter(None, (event.id, wording.days(event.start, event.end)))))
        print_table(_MOMENTS, [_moment(made, moment) for moment in moments])
    echo_more(len(found) - len(shown), "event")


def _told(made: Book, event: Event, rule: str) -> list[Moment]:
    """The moments of the figures that had more than one."""
    moments = history(event, made.claims, made.documents, rule)
    changed = {figure_key(m.figure) for m in moments if m.before is not None}
    ordered = sorted(moments, key=lambda m: (repr(figure_key(m.figure)), m.day))
    return [moment for moment in ordered if figure_key(moment.figure) in changed]


def _moment(made: Book, moment: Moment) -> list[str]:
    speakers = (made.claims[key].according_to or "" for key in moment.new)
    outlets = (made.documents[key[0]].outlet or key[0] for key in moment.new)
    said = wording.some(speakers, 2) or wording.some(outlets, 2)
    return [
        f"  {moment.day.isoformat()}",
        _what(moment.figure),
        wording.figure_count(moment.before) if moment.before else "",
        wording.figure_count(moment.figure),
        f"{_why(moment.figure)} ({said})" if said else _why(moment.figure),
    ]


def _what(figure: Figure) -> str:
    return " ".join(filter(None, (wording.kind(figure.kind), wording.counted(figure))))


def _why(figure: Figure) -> str:
    return of_reasons(words_of("en").shortened(), figure.because)
