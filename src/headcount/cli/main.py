"""The command line: each command is loaded only when it is called."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper, UnsupportedOperation
from typing import Any, TextIO

import click

from headcount.cli.terminal import clean
from headcount.errors import HeadcountError, UsageError

COMMANDS: dict[str, tuple[str, str]] = {
    "read": ("headcount.cli.read", "Read reports into the ledger."),
    "claims": ("headcount.cli.claims", "Print the claims of reports, or those of the ledger."),
    "explain": ("headcount.cli.explain", "Show how each figure of a report was read."),
    "events": ("headcount.cli.events", "List the events of the ledger with their figures."),
    "show": ("headcount.cli.show", "Show one event with each source's figure."),
    "check": ("headcount.cli.check", "List figures that do not add up or contradict each other."),
    "reconcile": ("headcount.cli.reconcile", "Show the figures by a rule, and what it changes."),
    "account": ("headcount.cli.account", "Account for people from reported to home."),
    "coverage": ("headcount.cli.coverage", "Hold authorities' totals against the record."),
    "unseen": ("headcount.cli.unseen", "Estimate how many operations no source reported."),
    "summary": ("headcount.cli.summary", "Print the largest figures and the conflicts."),
    "decide": ("headcount.cli.decide", "Confirm, merge, split, correct or withdraw, and why."),
    "publish": ("headcount.cli.publish", "Write the static site and the downloads."),
    "undo": ("headcount.cli.undo", "Take back the last read."),
    "evaluate": ("headcount.cli.evaluate", "Measure extraction against gold records."),
    "languages": ("headcount.cli.languages", "List the language packs."),
}
"""Each command's module (its click command has the command's name) and its line in the help."""

INTERRUPTED = 130
PIPE_CLOSED = 141
"""Exit codes for Ctrl-C and for a reader that went away, as shells count signals 2 and 13."""


_HELP: Any = getattr(click.exceptions, "NoArgsIsHelpError", ())
"""A group called without a command: newer clicks raise it, older ones print the help themselves."""


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is called, not before."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(COMMANDS[cmd_name][0]), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Carries out the command; a reader that went away ends it quietly."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # Caught here, since click would exit with 1 on its own.
            _silence(sys.stdout)
            ctx.exit(PIPE_CLOSED)
        return code

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    # Loaded here: it takes half as long as everything else that `--help` needs.
    from importlib.metadata import PackageNotFoundError, version

    try:
        number = version("headcount")
    except PackageNotFoundError:
        number = "(not installed)"
    click.echo(f"headcount {number}")
    ctx.exit()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Print the version and exit.",
)
def headcount() -> None:
    """Turn press reports on scam centres into a ledger of sourced figures.

    \b
    headcount read reports/ https://example.org/news/page
    headcount events
    headcount publish site
    """


def run(arguments: Sequence[str]) -> int:
    """Carries out one command line and gives its exit code (docs/ERRORS.md lists them).

    What goes wrong is one line on stderr. Prints to stdout and stderr only.
    """
    try:
        code = headcount.main(list(arguments), prog_name="headcount", standalone_mode=False)
    except _HELP as error:
        error.show()
        return UsageError.exit_code
    except click.ClickException as error:
        _complain(_in_one_line(error, arguments))
        return error.exit_code
    except HeadcountError as error:
        _complain(str(error))
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        _complain("stopped; what was stored stays stored")
        return INTERRUPTED
    except OSError as error:
        _silence(sys.stdout)
        what = error.filename or "the output"
        _complain(f"{what}: cannot be read or written ({error.strerror or error})")
        return 1
    return code if isinstance(code, int) else 0


def main() -> None:
    """The program."""
    for stream in (sys.stdout, sys.stderr):
        # Claims are in many scripts; what a terminal or a pipe was set to does not matter.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def _complain(message: str) -> None:
    click.echo(f"headcount: {clean(message)}", err=True)


def _in_one_line(error: click.ClickException, arguments: Sequence[str]) -> str:
    """Which command was called how wrongly, and where its options are told."""
    told = " ".join(error.format_message().split()).rstrip(".")
    context = error.ctx if isinstance(error, click.UsageError) else None
    path = context.command_path if context else "headcount"
    if context is None and arguments and arguments[0] in COMMANDS:
        # An option without its argument is found before the command is known.
        path = f"headcount {arguments[0]}"
    command = path.partition(" ")[2]
    said = f"{told[:1].lower()}{told[1:]}; see `{path} --help`"
    return f"{command}: {said}" if command else said


def _silence(stream: TextIO) -> None:
    """Sends what is still buffered nowhere, so that Python's last flush cannot fail."""
    with open(os.devnull, "w") as nowhere, suppress(UnsupportedOperation):
        os.dup2(nowhere.fileno(), stream.fileno())
