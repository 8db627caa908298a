"""`headcount publish`."""

from __future__ import annotations

from pathlib import Path

import click

from headcount.cli import options
from headcount.cli.terminal import echo
from headcount.cli.wording import several
from headcount.ledger.store import Ledger
from headcount.pipeline.booking import published_book
from headcount.publish import site


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@options.ledger_option
@options.rule_option
@options.quiet_option
def publish(folder: Path, ledger: Path, rule: str, quiet: bool) -> None:
    """Write the static site and the downloads.

    DIR is made new or renewed as a whole. The site works from disk without a network; it holds
    the quoted sentences of the reports, never their whole text.

    \b
    headcount publish site
    headcount publish --ledger mine.db --rule majority public/
    """
    with Ledger.open(ledger, read_only=True) as opened:
        made = published_book(opened, rule)
    done = site.publish(made, folder)
    if not quiet:
        amounts = ((done.events, "event"), (done.reports, "report"), (done.pages, "page"))
        echo(", ".join(several(amount, noun) for amount, noun in amounts))
        echo(f"open {done.index.absolute()}")
