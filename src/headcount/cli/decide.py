"""`headcount decide`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from headcount.cli import options
from headcount.cli.corrections import new_values, unknown_place
from headcount.cli.rulings import Desk, as_json, print_standings, row_of
from headcount.cli.terminal import clean, echo, print_json
from headcount.decisions import Action, Decision
from headcount.errors import UsageError
from headcount.ledger.store import Ledger
from headcount.model import Kind, Scope
from headcount.pipeline.gathering import as_decided, by_rules, gather

Command = Callable[..., Any]

_LONGEST = 1000
"""Characters of a reason or a name."""


@click.group()
def decide() -> None:
    """Confirm, merge, split, correct or withdraw, and why.

    A decision is a row of its own beside what was read; nothing is altered. It rests on the words
    that were seen, so it holds when reports are read again. Where words or count have changed it
    is not applied, and `list` and `headcount check` say so. All commands print figures by it.

    EVENT is an id from `headcount events`, CLAIM is report:number as `headcount show` prints them;
    of both the first characters will do. What --why says is published, who decided (--by) is not.

    \b
    headcount decide merge ev-691 ev-4e7 --why "same raid, two spellings of the town"
    headcount decide correct r-1:3 --count 215 --why "the ministry's own release says so"
    headcount decide list
    """


def _reasons(command: Command) -> Command:
    """`--why`, `--by` and `--ledger`."""
    why = click.option(
        "--why", required=True, metavar="TEXT", callback=_text, help="The reason; published."
    )
    return why(_by(options.ledger_option(command)))


def _text(_: click.Context, option: click.Parameter, value: str | None) -> str:
    text = clean(value or "").strip()
    name = option.opts[0]
    if len(text) > _LONGEST:
        raise UsageError(f"{name}: is longer than {_LONGEST} characters; say it shorter")
    if value is not None and not text:
        raise UsageError(f"{name}: is empty; say it in a few words")
    return text


_by = click.option(
    "--by", metavar="NAME", callback=_text, help="Who decided; kept in the ledger, not published."
)


@decide.command()
@click.argument("event")
@_reasons
def confirm(event: str, ledger: Path, why: str, by: str) -> None:
    """Somebody checked EVENT: its figures are right as they are.

    \b
    headcount decide confirm ev-691 --why "read all four reports" --by "desk 2"
    """
    with Desk.open(ledger) as desk:
        found = desk.event(event)
        desk.take(Decision(Action.CONFIRM, (desk.seen(found.claims),), why, by))


@decide.command()
@click.argument("events", nargs=-1, required=True, metavar="EVENT EVENT...")
@_reasons
def merge(events: tuple[str, ...], ledger: Path, why: str, by: str) -> None:
    """The EVENTs are one operation.

    \b
    headcount decide merge ev-691 ev-4e7 --why "same raid, two spellings of the town"
    """
    with Desk.open(ledger) as desk:
        found = {each.id: each for each in map(desk.event, events)}
        if len(found) < 2:
            raise UsageError("decide merge: name two events or more")
        if len({desk.is_subject(each) for each in found.values()}) > 1:
            raise UsageError("decide merge: one is an estimate and no operation; see --scope")
        seen = tuple(desk.seen(each.claims) for each in found.values())
        desk.take(Decision(Action.MERGE, seen, why, by))


@decide.command()
@click.argument("event")
@click.argument("what", nargs=-1, required=True, metavar="REPORT|CLAIM...")
@_reasons
def split(event: str, what: tuple[str, ...], ledger: Path, why: str, by: str) -> None:
    """What these reports (r-1) or claims (r-1:3) tell in EVENT is another operation.

    \b
    headcount decide split ev-691 r-4 r-7:2 --why "the raid of the week after"
    """
    with Desk.open(ledger) as desk:
        held = desk.event(event).claims
        parted = {key for name in what for key in desk.told(name, held)}
        left = [key for key in held if key not in parted]
        if not left:
            raise UsageError("decide split: nothing would be left; name fewer reports or claims")
        seen = (desk.seen(parted), desk.seen(left))
        desk.take(Decision(Action.SPLIT, seen, why, by))


@decide.command()
@click.argument("claim")
@click.option("--count", metavar="COUNT", help="215, 200-300, 200+, or about, at least, at most N.")
@click.option("--kind", type=click.Choice([str(kind) for kind in Kind]), help="What happened.")
@click.option("--nationality", metavar="CODE", multiple=True, help="Of those counted; repeatable.")
@click.option("--place", metavar="NAME", help="Where, with its country if the gazetteer has it.")
@click.option("--country", metavar="CODE", help="In which country: KHM.")
@click.option("--day", metavar="DAY", help="2025-02-24, or 2025-02-20..2025-02-24.")
@click.option("--scope", type=click.Choice([str(scope) for scope in Scope]), help="Of what sort.")
@_reasons
def correct(claim: str, ledger: Path, why: str, by: str, **told: Any) -> None:
    """CLAIM (r-1:3) should say something else.

    What was read is kept, and shown beside it. "none" clears nationality, place, country or day.

    \b
    headcount decide correct r-1:3 --count 215 --why "the ministry's own release says so"
    headcount decide correct r-1:3 --kind deported --day 2025-02-24 --why "it was the day after"
    """
    with Desk.open(ledger) as desk:
        key = desk.claim(claim)
        values = new_values(desk.claims[key], told)
        if not values:
            raise UsageError(
                "decide correct: say what it should be, e.g. --count 215"
                if not any(told.values())
                else f"decide correct: {claim} says that already"
            )
        made = desk.take(Decision(Action.CORRECT, (desk.seen([key]),), why, by, values))
        if told["place"] and (unknown := unknown_place(values)):
            echo(f"note: {unknown}`headcount decide undo {made}` takes it back")


@decide.command()
@click.argument("claim")
@_reasons
def withdraw(claim: str, ledger: Path, why: str, by: str) -> None:
    """CLAIM (r-1:3) counts no more.

    \b
    headcount decide withdraw r-1:3 --why "the report speaks of another country"
    """
    with Desk.open(ledger) as desk:
        desk.take(Decision(Action.WITHDRAW, (desk.seen([desk.claim(claim)]),), why, by))


@decide.command()
@click.argument("decision")
@click.option("--why", metavar="TEXT", callback=_text, help="The reason.")
@_by
@options.ledger_option
def undo(decision: str, ledger: Path, **told: str) -> None:
    """Take back a DECISION by a further row; both stay in the ledger.

    \b
    headcount decide undo dec-3f2
    headcount decide undo dec-3f2 --why "the other one was the copy"
    """
    with Ledger.open(ledger, must_exist=True) as opened:
        ids = [each.id for each in opened.decisions()]
        fits = [each for each in ids if each.startswith((decision, f"dec-{decision}"))]
        if len(fits) != 1:
            many = f"fits {len(fits)} decisions" if fits else "no decision that stands begins so"
            raise UsageError(f"decide undo {decision}: {many}; see `headcount decide list`")
        opened.retract(fits[0], datetime.now(UTC), told)
    echo(f"took back {fits[0]}")


@decide.command("list")
@click.option("--all", "undone", is_flag=True, help="Also those that were taken back.")
@options.ledger_option
@options.format_option("table", "jsonl")
def list_them(undone: bool, ledger: Path, shape: str) -> None:
    """List the decisions, and where what they rest on has changed.

    A decision holds, holds partly (of what it rests on some is gone), or is stale: then it is not
    applied.

    \b
    headcount decide list
    headcount decide list --all --format jsonl
    """
    with Ledger.open(ledger, read_only=True) as opened:
        told = gather(opened)
        _, found = as_decided(told, by_rules(told))
        taken_back = [d for d in opened.decisions(undone=True) if d.undone] if undone else []
    rows = sorted([row_of(s) for s in found] + [row_of(d) for d in taken_back], key=lambda r: r.at)
    if shape == "jsonl":
        for row in rows:
            print_json(as_json(row))
    elif rows:
        print_standings(rows)
    else:
        echo("no decisions; `headcount decide --help` says how to take one")
