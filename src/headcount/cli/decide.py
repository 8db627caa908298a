"""`headcount decide`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from headcount.cli import options, wording
from headcount.cli.asking import country_option, day_option
from headcount.cli.terminal import Column, clean, echo, print_json, print_table
from headcount.decisions import Action, Anchor, Decision, anchor_of
from headcount.errors import UsageError
from headcount.ledger.store import Ledger
from headcount.model import Book, Claim, Event, Kind, Scope
from headcount.pipeline.booking import book
from headcount.pipeline.deciding import Stand, stands
from headcount.settings import Settings

Command = Callable[..., Any]

_COLUMNS = (
    Column("no.", "right"),
    Column("when"),
    Column("what"),
    Column("of", wide=True, least=20),
    Column("because", wide=True, least=20),
    Column("stands"),
)

_LONGEST = 500
"""Characters of a reason."""


@click.group()
def decide() -> None:
    """Confirm, merge, split, correct or withdraw, and why.

    A decision is a row of its own beside what was read: nothing is altered. It rests on the
    words that were seen, so it holds when documents are read again; `list` shows where they have
    changed since.

    \b
    headcount decide merge ev-691 ev-4e7 --because "same raid, two spellings of the town"
    headcount decide correct r-1:3 --number 215 --because "the ministry's own release"
    headcount decide list
    """


def _because(command: Command) -> Command:
    return click.option(
        "--because",
        required=True,
        metavar="TEXT",
        callback=_reason,
        help="Why: what was looked at. No private person's name.",
    )(command)


def _reason(_: click.Context, __: click.Parameter, value: str) -> str:
    text = clean(value).strip()
    if not 0 < len(text) <= _LONGEST:
        raise UsageError(f"--because: say why, in at most {_LONGEST} characters")
    return text


@decide.command()
@click.argument("event")
@_because
@options.ledger_option
def confirm(event: str, because: str, ledger: Path) -> None:
    """Somebody looked at EVENT, and it is right as it is."""
    with Ledger.open(ledger, must_exist=True) as opened:
        made = book(opened, Settings().rule)
        seen = _seen(opened, _event(made, event).claims)
        _store(opened, Decision(Action.CONFIRM, (seen,), because))


@decide.command()
@click.argument("events", nargs=-1, required=True, metavar="EVENT EVENT...")
@_because
@options.ledger_option
def merge(events: tuple[str, ...], because: str, ledger: Path) -> None:
    """The EVENTs are one operation."""
    with Ledger.open(ledger, must_exist=True) as opened:
        made = book(opened, Settings().rule)
        found = {each.id: each for each in (_event(made, name) for name in events)}
        if len(found) < 2:
            raise UsageError("decide merge: name two events or more")
        seen = tuple(_seen(opened, each.claims) for each in found.values())
        _store(opened, Decision(Action.MERGE, seen, because))


@decide.command()
@click.argument("event")
@click.argument("what", nargs=-1, required=True, metavar="REPORT|CLAIM...")
@_because
@options.ledger_option
def split(event: str, what: tuple[str, ...], because: str, ledger: Path) -> None:
    """What these reports (r-1) or claims (r-1:3) tell in EVENT is another operation."""
    with Ledger.open(ledger, must_exist=True) as opened:
        made = book(opened, Settings().rule)
        keys = _event(made, event).claims
        parted = [key for key in keys if key[0] in what or f"{key[0]}:{key[1]}" in what]
        left = [key for key in keys if key not in parted]
        unknown = [w for w in what if not any(w in (k[0], f"{k[0]}:{k[1]}") for k in parted)]
        if unknown:
            raise UsageError(f"decide split: {unknown[0]} is not in this event")
        if not left:
            raise UsageError("decide split: nothing would be left; name fewer reports or claims")
        _store(
            opened, Decision(Action.SPLIT, (_seen(opened, parted), _seen(opened, left)), because)
        )


@decide.command()
@click.argument("claim")
@click.option("--number", type=click.IntRange(0), help="The exact count.")
@click.option("--kind", type=click.Choice([str(kind) for kind in Kind]), help="What happened.")
@click.option("--scope", type=click.Choice([str(scope) for scope in Scope]), help="Of what sort.")
@country_option("--nationality", "Of those counted.")
@country_option("--country", "Where it happened.")
@day_option("--day", "When it happened.")
@_because
@options.ledger_option
def correct(claim: str, because: str, ledger: Path, **told: Any) -> None:
    """CLAIM (r-1:3) should say something else."""
    values = _values(told)
    if not values:
        raise UsageError("decide correct: say what it should be, e.g. --number 215")
    with Ledger.open(ledger, must_exist=True) as opened:
        found = _claim(opened, claim)
        _store(opened, Decision(Action.CORRECT, ((anchor_of(found),),), because, values))


@decide.command()
@click.argument("claim")
@_because
@options.ledger_option
def withdraw(claim: str, because: str, ledger: Path) -> None:
    """CLAIM (r-1:3) should count no more."""
    with Ledger.open(ledger, must_exist=True) as opened:
        found = _claim(opened, claim)
        _store(opened, Decision(Action.WITHDRAW, ((anchor_of(found),),), because))


@decide.command()
@click.argument("number", type=int)
@options.ledger_option
def undo(number: int, ledger: Path) -> None:
    """Take back the decision of this NUMBER; it stays in the ledger as taken back."""
    with Ledger.open(ledger, must_exist=True) as opened:
        if not opened.retract(number, datetime.now(UTC)):
            raise UsageError(f"decide undo {number}: no such decision; see `headcount decide list`")
    echo(f"took back decision {number}")


@decide.command("list")
@options.ledger_option
@options.format_option("table", "jsonl")
def list_them(ledger: Path, shape: str) -> None:
    """List the decisions, and where what they rest on has changed since."""
    with Ledger.open(ledger, read_only=True) as opened:
        claims, decisions = list(opened.claims()), list(opened.decisions())
        found = stands(decisions, claims, book(opened, Settings().rule).events)
    if shape == "jsonl":
        for stand in found:
            print_json(_as_json(stand))
    elif found:
        print_table(_COLUMNS, map(_row, found))
    else:
        echo("no decisions yet; `headcount decide --help` says how")


def _event(made: Book, prefix: str) -> Event:
    """The one event whose id begins so. Raises UsageError on none and on several."""
    fits = [e for e in made.events if e.id.startswith((prefix, f"ev-{prefix}"))]
    exact = [e for e in fits if e.id == prefix] or fits
    if len(exact) != 1:
        raise UsageError(f"{prefix}: {len(exact)} events begin so; `headcount events` lists them")
    return exact[0]


def _claim(opened: Ledger, name: str) -> Claim:
    """The claim with this name, document:number, as it was read."""
    document, _, number = name.rpartition(":")
    for claim in opened.claims():
        if claim.document == document and str(claim.n) == number:
            return claim
    raise UsageError(f"{name}: no such claim; write document:number, as in `headcount claims`")


def _seen(opened: Ledger, keys: Sequence[tuple[str, int]]) -> tuple[Anchor, ...]:
    """The claims as they were read, before any correction."""
    read = {(claim.document, claim.n): claim for claim in opened.claims()}
    return tuple(anchor_of(read[key]) for key in keys)


def _values(told: dict[str, Any]) -> dict[str, Any]:
    """The fields of a claim that the options set."""
    values = {name: told[name] for name in ("kind", "scope", "country") if told[name]}
    if told["number"] is not None:
        values["low"] = values["high"] = told["number"]
    if told["nationality"]:
        values["nationality"] = [told["nationality"]]
    if isinstance(told["day"], date):
        values["start"] = values["end"] = told["day"].isoformat()
    return values


def _store(opened: Ledger, decision: Decision) -> None:
    number = opened.decide(decision, datetime.now(UTC))
    echo(f"decision {number}: {_named(decision)}")


def _named(decision: Decision) -> str:
    """merge, 3 + 2 claims: «215 foreigners» …"""
    sizes = " + ".join(str(len(group)) for group in decision.seen)
    total = sum(len(group) for group in decision.seen)
    first = decision.seen[0][0]
    changes = ", ".join(f"{name} {value}" for name, value in decision.values.items())
    words = f"{decision.action}, {sizes} {'claim' if total == 1 else 'claims'}"
    return f"{words}: {first.document} «{first.exact}»{f' → {changes}' if changes else ''}"


def _row(stand: Stand) -> list[str]:
    decision = stand.decision
    words = wording.some((f"{a.document} «{a.exact}»" for g in decision.seen for a in g), 2)
    changes = ", ".join(f"{name} {value}" for name, value in decision.values.items())
    return [
        str(decision.number),
        decision.at[:10],
        str(decision.action),
        f"{words} → {changes}" if changes else words,
        decision.because,
        f"{stand.state}: {stand.why}" if stand.why else stand.state,
    ]


def _as_json(stand: Stand) -> dict[str, Any]:
    decision = stand.decision
    seen = [[{"document": a.document, "quote": a.exact} for a in g] for g in decision.seen]
    return {
        "number": decision.number,
        "at": decision.at,
        "action": str(decision.action),
        "because": decision.because,
        "values": dict(decision.values),
        "seen": seen,
        "state": stand.state,
        "why": stand.why,
    }
