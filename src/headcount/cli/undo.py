"""`headcount undo`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from headcount.cli import options
from headcount.cli.terminal import echo
from headcount.cli.wording import several
from headcount.ledger.store import Ledger


@click.command()
@options.ledger_option
@options.quiet_option
def undo(ledger: Path, quiet: bool) -> None:
    """Take back the last read.

    The read is retracted, not deleted: its documents and claims no longer count, what stood
    before stands again, and `headcount claims --withdrawn` still shows what was taken back. Say
    it again for the read before. A read that changed nothing is not counted.

    \b
    headcount undo
    headcount undo --ledger mine.db
    """
    with Ledger.open(ledger, must_exist=True) as opened:
        done = opened.undo(datetime.now(UTC))
        counts = opened.counts()
    if quiet:
        return
    if done is None:
        echo(f"{ledger}: there is no read to take back")
        return
    echo(
        f"took back the read of {done.at:%Y-%m-%d %H:%M} UTC: "
        f"{several(done.documents, 'document')}, {several(done.claims, 'claim')}"
    )
    echo(f"{ledger}: {several(counts.documents, 'document')}, {several(counts.claims, 'claim')}")
