"""`headcount account`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import click

from headcount.cli import options, wording
from headcount.cli.asking import as_of_option, books, check_order, country_option, day_option
from headcount.cli.coverage import amount
from headcount.cli.terminal import Column, csv_line, echo, echo_wrapped, print_json, print_table
from headcount.publish.wording import wording as words_of
from headcount.reconcile.accounts import Account, Stock, Wanted, accounts
from headcount.reconcile.amounts import NOBODY, Amount, total
from headcount.reconcile.groups import Group, Stage

_ALL = "all"
_UNNAMED = "not told"

_OVERVIEW = (
    Column("who", wide=True, least=13),
    Column("reported", "right"),
    Column("missing", "right"),
    Column("came out", "right"),
    Column("home", "right"),
    Column("held", "right"),
    Column("no later report", "right", wide=True, least=9),
    Column("largest running total", wide=True, least=18),
)
_SHOWN = ("told_reported", "missing", "came_out", "home", "held", "not_accounted_for")

_TOLD = (
    ("told_reported", "  reported, or asked for help"),
    ("told_out", "  freed or escaped"),
    ("told_identified", "  identified as victims"),
    ("told_transferred", "  handed over or moved"),
    ("told_home", "  repatriated or deported"),
    ("missing", "  missing, at the last count"),
    ("held", "  held or waiting, at the last count"),
)
"""What operations on record tell, stage by stage; these lines do not add up."""

_BOOKS = (
    ("people", "all, each once"),
    ("only_reported", "  only reported"),
    ("came_out", "  came out"),
    ("home", "    home"),
    ("waiting", "    still held at the last count"),
    ("not_accounted_for", "    no later report"),
)
"""The books: lines that are further in add up to the one above them."""

_LAST = (
    ("last_out", "  freed or escaped"),
    ("last_identified", "  identified as victims"),
    ("last_transferred", "  handed over or moved"),
)
"""Those who are not home, by what was last told of them."""

_GROUPS = (
    Column("group", "right"),
    Column("stage"),
    Column("count", "right"),
    Column("days", wide=True, least=10),
    Column("where", wide=True, least=5),
    Column("event"),
    Column("linked because", wide=True, least=18),
)


@click.command()
@options.ledger_option
@options.rule_option
@country_option("--nationality", "The people of one country: IND.")
@country_option("--country", "Those who were in this country: KHM.")
@day_option("--since", "Groups of whom something is told on or after this day.")
@day_option("--until", "What happened up to this day.")
@click.option("--undated", is_flag=True, help="Also operations that nobody dates.")
@click.option("--groups", is_flag=True, help="List the groups, their steps and why they are one.")
@as_of_option
@options.format_option("table", "csv", "jsonl")
def account(ledger: Path, rule: str, shape: str, as_of: date | None, **asked: object) -> None:
    """Account for people from reported to home.

    Reported, freed or escaped, identified, handed over, repatriated or deported; who was still
    held or missing at the last count; and of whom no later report was read, who may well be home.
    A group that moves on is one group. Running totals stand beside and are never added.

    \b
    headcount account --country MMR
    headcount account --nationality IND --groups
    headcount account --since 2025-01-01 --until 2025-12-31 --format csv
    """
    groups = bool(asked.pop("groups"))
    wanted = Wanted(**asked)  # type: ignore[arg-type]
    check_order(wanted.since, wanted.until)
    made = books(ledger, rule, as_of)
    found = accounts(made.events, made.claims, made.documents, rule, wanted)
    if shape == "jsonl":
        for each in found:
            print_json(each.as_json())
    elif shape == "csv":
        _print_csv(found)
    elif not found:
        echo("no report on record tells of people in these days and countries")
    elif wanted.nationality is None:
        _print_overview(found)
    else:
        _print_account(found[0])
    if groups and shape == "table":
        _print_groups(found)


def _print_overview(found: Sequence[Account]) -> None:
    rows = [[_name(each), *_cells(dict(each.lines())), _largest(each)] for each in found]
    print_table(_OVERVIEW, [*rows, [_ALL, *_cells(_sums(found)), ""]])
    echo_wrapped(
        "Best numbers of people, from single operations; empty: nothing told. Missing, held: at "
        "the last count. No later report: they came out, and no report that was read says that "
        "they are home or held; they may well be. Held is everybody who was held that day; where "
        "that is more than those not home, nobody is left for the next column. Counts without a "
        "number (thousands) are left out. A running total, as an embassy gives it, is never added. "
        "--nationality CODE shows one account, --groups what it is made of."
    )


def _largest(mine: Account) -> str:
    """The largest running total that is told of any stage."""
    if not mine.totals:
        return ""
    _, about = max(mine.totals, key=lambda each: each[1].amount.best)
    size = wording.interval(about.amount.low, about.amount.high)
    return f"{size} {wording.kind(about.kind)}"


def _cells(lines: dict[str, Amount]) -> list[str]:
    bests = [wording.number(lines[n].best) if lines[n].best else "" for n in _SHOWN[:-1]]
    return [*bests, _short(lines[_SHOWN[-1]])]


def _short(value: Amount) -> str:
    return "" if value == NOBODY else amount(value)


def _print_csv(found: Sequence[Account]) -> None:
    """One row for each nationality and line; those of all nationalities last."""
    print("nationality,line,low,best,high")
    named = [("+".join(each.people) or "unknown", dict(each.lines())) for each in found]
    for name, lines in [*named, (_ALL, _sums(found))] if found else []:
        for line, value in lines.items():
            print(csv_line((name, line, value.low, value.best, value.high)))


def _sums(found: Sequence[Account]) -> dict[str, Amount]:
    """Line by line what all accounts come to; nobody is in two of them."""
    lines = [dict(each.lines()) for each in found]
    return {name: total(each[name] for each in lines) for name in lines[0]} if lines else {}


def _print_account(mine: Account) -> None:
    lines = dict(mine.lines())
    echo(_name(mine))
    _print_lines(
        "What reports tell of each stage; these do not add up",
        mine,
        [n for n in _TOLD if lines[n[0]] != NOBODY],
    )
    _print_lines(
        "The same people, each once; lines further in add up to the one above", mine, _BOOKS
    )
    if mine.not_home != NOBODY:
        echo_wrapped(words_of("en").t("accounts.waiting_note"), "  ")
        echo()
        _print_lines(
            "Came out, not told to be home; when last told of",
            mine,
            [n for n in _LAST if lines[n[0]] != NOBODY],
        )
    for _, about in mine.totals:
        size = wording.interval(about.amount.low, about.amount.high)
        by = f", according to {wording.some(about.authorities, 2)}" if about.authorities else ""
        days = wording.days(*about.days)
        echo(f"Running total, not added: {size} {wording.kind(about.kind)}, {days}{by}")


def _print_lines(title: str, mine: Account, names: Iterable[tuple[str, str]]) -> None:
    lines = dict(mine.lines())
    echo(f"{title}:")
    for name, words in names:
        echo(f"  {words:<36} {amount(lines[name]):>22}{_note(mine, name)}")
    echo()


def _note(mine: Account, name: str) -> str:
    """Of which day and country a stock is."""
    stocks: Sequence[Stock] = {"missing": mine.missing, "held": mine.held}.get(name, ())
    told = [f"{stock.country or '?'} {stock.day.isoformat()}" for stock in stocks]
    return f"  {wording.some(told, 3)}" if told else ""


def _print_groups(found: Iterable[Account]) -> None:
    for mine in found:
        echo()
        echo(f"Groups: {_name(mine)}")
        ordered = sorted(mine.groups, key=lambda g: -g.reached(Stage.REPORTED).best)
        print_table(_GROUPS, [row for n, group in enumerate(ordered, 1) for row in _rows(n, group)])


def _rows(number: int, group: Group) -> list[list[str]]:
    return [
        [
            str(number) if at == 0 else "",
            str(step.stage),
            amount(step.amount),
            wording.days(*step.days),
            ", ".join(sorted(step.countries)),
            step.event,
            str(link) if at else "",
        ]
        for at, (step, link) in enumerate(group.steps)
    ]


def _name(mine: Account) -> str:
    """India (IND); several nationalities by their codes; those of whom nobody told it."""
    if not mine.people:
        return _UNNAMED
    codes = wording.some(mine.people, 3)
    return f"{words_of('en').country(codes)} ({codes})" if len(mine.people) == 1 else codes
