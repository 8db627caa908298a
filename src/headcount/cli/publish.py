"""`headcount publish`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from headcount.cli import options
from headcount.cli.asking import as_of_option, books
from headcount.cli.terminal import echo
from headcount.cli.wording import several
from headcount.pipeline.booking import complete
from headcount.publish import site


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@options.ledger_option
@options.rule_option
@as_of_option
@options.quiet_option
def publish(folder: Path, ledger: Path, rule: str, as_of: date | None, quiet: bool) -> None:
    """Write the static site and the downloads.

    DIR is made new or renewed as a whole. The site works from disk without a network; it holds
    the quoted sentences of the reports, never their whole text.

    \b
    headcount publish site
    headcount publish --ledger mine.db --rule majority public/
    headcount publish --as-of 2025-03-01 site-of-march
    """
    made = complete(books(ledger, rule, as_of), rule)
    done = site.publish(made, folder)
    if not quiet:
        amounts = ((done.events, "event"), (done.reports, "report"), (done.pages, "page"))
        echo(", ".join(several(amount, noun) for amount, noun in amounts))
        echo(f"open {done.index.absolute()}")
