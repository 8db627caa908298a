"""`headcount coverage`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from headcount.cli import options, wording
from headcount.cli.asking import as_of_option, books, country_option
from headcount.cli.terminal import Column, echo, echo_wrapped, print_json, print_table, width
from headcount.model import Book, Kind, Unit
from headcount.reconcile.amounts import Amount
from headcount.reconcile.coverage import Counted, Coverage
from headcount.reconcile.coverage import coverage as covered
from headcount.reconcile.origins import plain_name

_COLUMNS = (
    Column("total", wide=True, least=16),
    Column("where"),
    Column("period", wide=True, least=10),
    Column("on record", "right", wide=True, least=9),
    Column("covered", "right", wide=True, least=8),
    Column("missing", "right", wide=True, least=8),
)
_EVENTS = (
    Column("  event"),
    Column("days", wide=True, least=10),
    Column("count", "right"),
    Column("who"),
    Column("counted", wide=True, least=20),
)

_FULL, _LIKELY, _MAY, _NONE = "█", "▓", "░", "·"
"""On record for certain, likely, perhaps; and not on record."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which totals to show."""

    country: str | None
    nationality: str | None
    kind: str | None
    authority: str | None
    least: int

    def wants(self, found: Coverage) -> bool:
        about = found.total
        name = plain_name(self.authority)
        return (
            self.country in (None, about.country)
            and (self.nationality is None or self.nationality in about.people)
            and self.kind in (None, str(about.kind))
            and (not name or any(name in plain_name(a) for a in about.authorities))
            and about.amount.best >= self.least
        )


_MORE = (
    "More than 100%: more is on record than the total tells. It may be of a part only (a rank, one "
    "campaign), or operations on record may overlap."
)


_NO_TOTAL = (
    "no running total of a country or a nationality; `headcount claims --ledger FILE` lists the "
    "claims"
)


@click.command()
@options.ledger_option
@options.rule_option
@country_option("--country", "Only totals of this country: KHM.")
@country_option("--nationality", "Only totals of this nationality: IDN.")
@click.option("--kind", type=click.Choice([str(k) for k in Kind]), help="Only totals of a kind.")
@click.option("--authority", metavar="NAME", help="Only totals whose speaker has this in the name.")
@click.option(
    "--min",
    "least",
    type=click.IntRange(1),
    default=20,
    show_default=True,
    help="Only totals of so many or more.",
)
@click.option("--events", is_flag=True, help="List the operations counted, and how.")
@as_of_option
@options.format_option("table", "plot", "jsonl")
def coverage(
    ledger: Path, rule: str, shape: str, events: bool, as_of: date | None, **asked: object
) -> None:
    """Hold authorities' totals against the record.

    Those of a ministry on its country, and those of an embassy on its own nationals. "5,000
    arrested in six months" against the operations on record for its country, kind and period:
    how much of the total they explain, and what is missing. Estimates and plans never count, and
    one operation counts once. What is missing may never have been told.

    \b
    headcount coverage --country KHM
    headcount coverage --country KHM --kind arrested --events
    headcount coverage --format plot
    """
    made = books(ledger, rule, as_of)
    wanted = _Asked(**asked)  # type: ignore[arg-type]
    every = covered(made.events, made.claims, made.documents, rule)
    found = [each for each in every if wanted.wants(each)]
    if shape == "jsonl":
        for each in found:
            print_json(each.as_json())
        return
    if not found:
        others = f"no running total like that; {len(every):,} without these options"
        echo(others if every else _NO_TOTAL)
        return
    if shape == "plot":
        _plot(found)
    elif events:
        for each in found:
            _print_events(made, each)
    else:
        print_table(_COLUMNS, map(_row, found))
    if any(each.best > 1 for each in found):
        echo_wrapped(_MORE)
    if shape == "table" and not events:
        totals = wording.several(len(found), "total")
        echo(f"{totals}; --events says by whom, and lists the operations counted")


def amount(value: Amount) -> str:
    """An amount as best (low–high), or as one number."""
    whole = wording.interval(value.low, value.high)
    if (value.low, value.high) == (value.best, value.best):
        return wording.number(value.best)
    return f"{wording.number(value.best)} ({whole})"


def _row(found: Coverage) -> list[str]:
    return [
        _total(found),
        _where(found),
        wording.days(*found.total.days),
        amount(found.recorded),
        _share(found),
        wording.interval(found.missing.low, found.missing.high),
    ]


def _total(found: Coverage) -> str:
    """98 sites raided; ≥7,000 freed; 2,520–2,800 repatriated IDN."""
    about = found.total
    size = wording.interval(about.amount.low, about.amount.high)
    unit = {Unit.SITE: "sites", Unit.CASE: "cases"}.get(about.unit, "")
    people = "+".join(about.people)
    return " ".join(filter(None, (size, unit, wording.kind(about.kind), people)))


def _where(found: Coverage) -> str:
    return found.total.country or "any"


def _share(found: Coverage) -> str:
    """72%, 67% (60%–72%), about 60% where the total or the record is open."""
    if found.high is None or found.total.amount.high is None:
        return f"≈{found.best:.0%}"
    if round(found.low, 2) == round(found.high, 2):
        return f"{found.best:.0%}"
    return f"{found.best:.0%} ({found.low:.0%}–{found.high:.0%})"


def _print_events(made: Book, found: Coverage) -> None:
    by = f", according to {wording.some(found.total.authorities, 2)}"
    echo(
        f"{_total(found)}, {_where(found)}, {wording.days(*found.total.days)}"
        + (by if found.total.authorities else "")
    )
    for key in found.total.claims:
        echo(f"  {key[0]}: «{made.claims[key].quote.exact}»")
    echo(
        f"  on record {amount(found.recorded)}, covered {_share(found)}, "
        f"missing {amount(found.missing)}"
    )
    if found.counted:
        print_table(_EVENTS, map(_event, found.counted))
    else:
        echo("  no operation on record")
    echo()


def _event(counted: Counted) -> list[str]:
    told = counted.told
    same = "; same authority" if counted.same_authority else ""
    return [
        f"  {told.event}",
        wording.days(*told.days),
        amount(told.amount),
        "+".join(told.people),
        f"{counted.standing}{same}",
    ]


def _plot(found: Sequence[Coverage]) -> None:
    """One bar a total, as long as the total: what is on record, likely, perhaps and not at all."""
    labels = [f"{_total(each)}, {_where(each)}, {wording.days(*each.total.days)}" for each in found]
    room = max(10, width() - 12)
    for label, each in zip(labels, found, strict=True):
        echo(label)
        echo(f"  {bar(each, room - 2)} {each.best:.0%}")
    echo(f"{_FULL} on record for certain  {_LIKELY} likely  {_MAY} perhaps  {_NONE} not on record")


def bar(found: Coverage, length: int) -> str:
    """The bar of a total, `length` characters for all of it; what exceeds the total ends in +."""
    whole = found.total.amount.best
    recorded = found.recorded
    high = recorded.high if recorded.high is not None else whole
    ends = [min(length, round(length * n / whole)) for n in (recorded.low, recorded.best, high)]
    low, best, most = ends
    text = _FULL * low + _LIKELY * (best - low) + _MAY * (most - best)
    over = "+" if recorded.best > whole else ""
    return text + _NONE * (length - most) + over
