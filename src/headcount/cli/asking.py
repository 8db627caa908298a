"""What the commands that look at books ask for: days, countries, and the books of a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from headcount.cli.terminal import clean, echo
from headcount.cli.wording import several
from headcount.errors import UsageError
from headcount.ledger.store import Ledger
from headcount.model import Book
from headcount.pipeline.booking import book
from headcount.places.gazetteer import countries_like, country_named

Command = Callable[..., Any]


def day_option(name: str, text: str) -> Callable[[Command], Command]:
    """An option that takes a day; UsageError on anything else."""
    return click.option(name, metavar="DAY", callback=_day, help=text)


def country_option(name: str, text: str) -> Callable[[Command], Command]:
    """An option that takes a country's code of three letters or name; UsageError on any other."""
    return click.option(name, metavar="CODE", callback=_country, help=text)


def _day(_: click.Context, option: click.Parameter, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        name = option.opts[0]
        raise UsageError(f"{name} {value}: is not a day; write it as 2025-02-24") from error


def _country(_: click.Context, option: click.Parameter, value: str | None) -> str | None:
    return None if value is None else country_code(option.opts[0], value)


def country_code(option: str, told: str) -> str:
    """The code of three letters of the country that an option names.

    Raises UsageError, with the countries that may be meant, if there is none.
    """
    found = country_named(told)
    if found is not None:
        return found.alpha3
    like = " or ".join(f"{each.alpha3} ({each.name})" for each in countries_like(told))
    hint = f"is {like} meant?" if like else "write its code, as KHM, or its English name"
    raise UsageError(f"{option} {clean(told)}: is no country; {hint}")


@dataclass(frozen=True, slots=True)
class Period:
    """The days asked for, open where no day is given."""

    since: date | None
    until: date | None

    def meets(self, start: date | None, end: date | None) -> bool:
        """Whether some day from `start` to `end` is in it; what has no day is in no bounded one."""
        if self.since is None and self.until is None:
            return True
        if start is None and end is None:
            return False
        ended = end is not None and self.since is not None and end < self.since
        begun = start is None or self.until is None or start <= self.until
        return begun and not ended


def check_order(since: date | None, until: date | None) -> None:
    """Raises UsageError if `--until` is before `--since`."""
    if since and until and until < since:
        raise UsageError(
            f"--until {until}: is before --since {since}; write the earlier as --since"
        )


as_of_option = day_option("--as-of", "The books as they stood: only reports up to that day.")
"""`--as-of DAY`, for every command that takes its book from `books`."""


def books(ledger: Path, rule: str, as_of: date | None) -> Book:
    """The book of the ledger, as it stood on a day if one is given.

    Says on stderr how many reports are left out because nobody knows their day.
    """
    with Ledger.open(ledger, read_only=True) as opened:
        made = book(opened, rule, as_of)
        undated = 0
        if as_of is not None:
            undated = sum(document.published is None for document in opened.documents())
    if undated:
        echo(f"left out: {several(undated, 'report')} without a day of publication", err=True)
    return made
