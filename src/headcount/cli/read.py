"""`headcount read`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from headcount.cli import options
from headcount.cli.terminal import clean, echo, print_json
from headcount.cli.wording import several
from headcount.ledger.store import Ledger, Outcome
from headcount.model import Skipped
from headcount.pipeline.batch import Batch
from headcount.pipeline.reading import ReadSummary, Repeated, Step, Stored, read_into
from headcount.sources.items import count_items

Report = Callable[[Step], None]

_SHOWN = 20
"""Skipped inputs listed in the summary; all of them are in `--format jsonl`."""


@click.command()
@options.batch_options()
@options.ledger_option
@options.format_option("table", "jsonl")
@options.quiet_option
def read(batch: Batch, ledger: Path, shape: str, quiet: bool) -> int:
    """Read reports into the ledger.

    INPUT is a file, a folder, a glob, - for standard input, a URL or a feed: plain text, HTML,
    PDF, JSONL, RSS or Atom. Reading the same again changes nothing; a page that changed becomes a
    new version, and the claims that went away are kept as withdrawn. Each document is on disk
    before the next is read; --format jsonl prints a line for each as soon as it is.

    \b
    headcount read reports/
    headcount read --published 2025-02-24 --outlet "Le Monde" page.html
    headcount read https://example.org/feed.xml --ledger mine.db
    """
    with Ledger.open(ledger) as opened, _reporting(batch, shape, quiet=quiet) as report:
        summary = read_into(opened, batch, datetime.now(UTC), report)
        counts = opened.counts()
    _print_skipped(summary, quiet=quiet)
    _print_emptied(summary)
    if shape == "table" and not quiet:
        _print_summary(summary)
        documents = several(counts.documents, "document")
        echo(f"{ledger}: {documents}, {several(counts.claims, 'claim')}")
    return summary.exit_code


@contextmanager
def _reporting(batch: Batch, shape: str, *, quiet: bool) -> Iterator[Report]:
    """What is said of each document: a line of JSON, a step of the bar, or nothing."""
    if shape == "jsonl":
        yield lambda step: print_json(_as_json(step))
    elif quiet or not sys.stderr.isatty():
        yield lambda step: None
    else:
        with _progress_bar(count_items(batch.inputs)) as report:
            yield report


@contextmanager
def _progress_bar(total: int | None) -> Iterator[Report]:
    """A bar on stderr with counts and the time left."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as TimeLeft

    summary = ReadSummary()
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("left:"),
        TimeLeft(),
    )
    console = Console(stderr=True, markup=False, highlight=False, emoji=False)
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("reading", total=total)

        def report(step: Step) -> None:
            summary.count(step, frozenset())
            words = f"{summary.new} new, {summary.changed} changed, {len(summary.skipped)} skipped"
            bar.update(task, advance=1, description=words)

        yield report


def _as_json(step: Step) -> dict[str, object]:
    if isinstance(step, Skipped):
        return {"outcome": "skipped", "locator": step.locator, "reason": step.reason}
    if isinstance(step, Repeated):
        return {"outcome": "repeated", "document": step.document, "locator": step.locator}
    return _stored_as_json(step)


def _stored_as_json(step: Stored) -> dict[str, object]:
    return {
        "outcome": str(step.added.outcome),
        "document": step.document,
        "locator": step.locator,
        "claims_new": step.added.claims_new,
        "claims_withdrawn": step.added.claims_withdrawn,
    }


def _print_skipped(summary: ReadSummary, *, quiet: bool) -> None:
    """Each input that was not read, on stderr, in one line."""
    shown = summary.skipped if quiet else summary.skipped[:_SHOWN]
    for skip in shown:
        click.echo(f"headcount: {clean(skip.reason)}", err=True)
    if len(shown) < len(summary.skipped):
        more = len(summary.skipped) - len(shown)
        click.echo(f"headcount: and {more} more; --quiet or --format jsonl lists all", err=True)


def _print_emptied(summary: ReadSummary) -> None:
    """Each report that lost all its claims since it is said to be in another language."""
    for step in summary.emptied:
        gone = several(step.added.claims_withdrawn, "claim")
        lang = f"in {step.lang}, which has no pack" if step.lang else "in an unknown language"
        echo(
            f"headcount: {step.locator}: is now {lang}: all its {gone} withdrawn; "
            "`headcount undo` takes this reading back",
            err=True,
        )


def _print_summary(summary: ReadSummary) -> None:
    lines = [
        (summary.new, "new"),
        (summary.changed, "changed"),
        (summary.same, "the same as before"),
        (summary.repeated, "there already (twice in this batch, or an older version)"),
        (len(summary.skipped), "skipped"),
    ]
    for amount, words in lines:
        if amount or words == str(Outcome.NEW):
            echo(f"{amount:>7,} {words}")
    echo(f"{summary.claims_new:>7,} claims new, {summary.claims_withdrawn:,} withdrawn")
    if summary.without_pack:
        langs = ", ".join(f"{lang} {amount}" for lang, amount in summary.without_pack.most_common())
        total = summary.without_pack.total()
        echo(f"{total:>7,} in languages without a pack, which give no claims: {langs}")
