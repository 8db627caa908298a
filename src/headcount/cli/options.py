"""The options that several commands share, and the ledger that they name."""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import click

from headcount.cli.terminal import clean
from headcount.errors import UsageError
from headcount.pipeline.batch import Batch

_EAST = timezone(timedelta(hours=14))
"""Where a day begins first."""

Command = Callable[..., Any]

RULES = ("range", "majority", "official-first", "latest", "most-conservative")
"""Names of the rules that make a figure of several claims (docs/METHOD.md)."""


LEDGER = Path("headcount.db")
"""The ledger where none is chosen."""

LEDGER_VARIABLE = "HEADCOUNT_LEDGER"
"""What chooses it in the environment."""


def default_ledger() -> Path:
    """The ledger of a command whose `--ledger` has no default of its own."""
    return Path(os.environ.get(LEDGER_VARIABLE) or LEDGER)


def ledger_option(command: Command) -> Command:
    """`--ledger FILE`."""
    return click.option(
        "--ledger",
        type=click.Path(path_type=Path),
        default=LEDGER,
        show_default=True,
        envvar=LEDGER_VARIABLE,
        show_envvar=True,
        help="The ledger file.",
    )(command)


def format_option(*formats: str) -> Callable[[Command], Command]:
    """`--format` with these choices, the first as default."""
    return click.option(
        "--format",
        "shape",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="How to print.",
    )


def rule_option(command: Command) -> Command:
    """`--rule NAME`."""
    return click.option(
        "--rule",
        type=click.Choice(RULES),
        default=RULES[0],
        show_default=True,
        envvar="HEADCOUNT_RULE",
        show_envvar=True,
        help="How an event's figure follows from its claims.",
    )(command)


def all_option(command: Command) -> Command:
    """`--all`, for lists that show their first rows (`terminal.SHOWN`) and say how many more."""
    return click.option(
        "--all", "every", is_flag=True, help="Show all, not only the first; other formats have all."
    )(command)


def quiet_option(command: Command) -> Command:
    """`--quiet`."""
    return click.option(
        "--quiet", "-q", is_flag=True, help="Print neither progress nor summary, only errors."
    )(command)


def batch_options(*, required: bool = True, jobs: bool = True) -> Callable[[Command], Command]:
    """INPUT..., `--jobs` and what the user knows of a single input, passed on as one `batch`."""

    def wrap(command: Command) -> Command:
        @functools.wraps(command)
        def call(**values: Any) -> Any:
            inputs = values.pop("inputs")
            told = {name: values.pop(name) for name in ("published", "lang", "outlet")}
            batch = Batch(inputs, jobs=values.pop("jobs", 1), given=_given(inputs, told))
            return command(batch=batch, **values)

        options = [
            click.argument("inputs", nargs=-1, required=required, metavar="INPUT..."),
            click.option("--published", metavar="DAY", help="Day of a single input: 2025-02-24."),
            click.option("--lang", metavar="TAG", help="Language of a single input, e.g. fr."),
            click.option("--outlet", metavar="NAME", help="Who published a single input."),
        ]
        if jobs:
            options.append(_JOBS)
        decorated: Command = call
        for option in reversed(options):
            decorated = option(decorated)
        return decorated

    return wrap


_JOBS = click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=1,
    show_default=True,
    help="Processes to read with.",
)


def _given(inputs: tuple[str, ...], told: dict[str, str | None]) -> dict[str, str]:
    """The fields that the user told, checked.

    Raises UsageError if they are told of more than one input, or are no day or language tag.
    """
    given = {name: value for name, value in told.items() if value}
    if given and (len(inputs) != 1 or Path(inputs[0]).is_dir()):
        raise UsageError(
            f"--{next(iter(given))}: goes with a single file or URL only; read each by itself"
        )
    if published := given.get("published"):
        given["published"] = _past(published).isoformat()
    if lang := given.get("lang"):
        given["lang"] = language_tag("--lang", lang)
    return given


def language_tag(option: str, told: str) -> str:
    """The primary tag of the language that an option names: "zh" for "zh-Hans", "fr" for "fr-FR".

    UsageError if there is no such language.
    """
    # Loaded here: the detector costs more than the rest of a command's start.
    from headcount.documents.language import known_tags

    tag, *subtags = told.strip().casefold().replace("_", "-").split("-")
    if tag not in known_tags() or not all(_SUBTAG.fullmatch(each) for each in subtags):
        raise UsageError(
            f"{option} {clean(told)}: is no language's tag; write it as fr or en, two letters of "
            "ISO 639; `headcount languages` lists those with a pack"
        )
    return tag


_SUBTAG = re.compile("[a-z0-9]{2,8}")
"""A script or a region behind a language, by BCP 47."""


def _past(published: str) -> date:
    """A day of publication; UsageError if it is no day, or is still to come everywhere on earth."""
    try:
        day = date.fromisoformat(published)
    except ValueError as error:
        raise UsageError(
            f"--published {published}: is not a day; write it as 2025-02-24"
        ) from error
    if day > datetime.now(_EAST).date():
        raise UsageError(f"--published {published}: is still to come; write a day up to today")
    return day
