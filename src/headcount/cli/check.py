"""`headcount check`."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import click

from headcount.cli import options
from headcount.cli.asking import as_of_option, books
from headcount.cli.terminal import Column, echo, print_json, print_table
from headcount.cli.wording import several
from headcount.publish.sentences import of_finding, record
from headcount.publish.wording import wording
from headcount.reasons import Finding

SEVERITIES = ("error", "warning", "note")
"""Most severe first."""

_COLUMNS = (
    Column("severity"),
    Column("what"),
    Column("finding", wide=True, least=40),
    Column("event"),
)


@click.command()
@options.ledger_option
@options.rule_option
@as_of_option
@options.format_option("table", "jsonl")
@click.option("--strict", is_flag=True, help="Exit with 1 if there is an error or a warning.")
def check(ledger: Path, rule: str, as_of: date | None, shape: str, strict: bool) -> int:
    """List figures that do not add up or contradict each other.

    An error cannot be true as it stands, a warning is a conflict to look at, a note is worth
    knowing. `headcount show EVENT` shows the sources.

    \b
    headcount check
    headcount check --strict --ledger mine.db
    headcount check --format jsonl | jq .message
    """
    found = sorted(books(ledger, rule, as_of).findings, key=rank)
    if shape == "jsonl":
        for finding in found:
            print_json(record(finding))
    else:
        _print(found)
    serious = any(finding.disputes for finding in found)
    return 1 if strict and serious else 0


def rank(finding: Finding) -> int:
    """The place of a finding's severity, most severe first."""
    return SEVERITIES.index(finding.severity)


def worded(finding: Finding) -> str:
    """What the finding says, in English."""
    return of_finding(wording("en"), finding).text


def _print(found: list[Finding]) -> None:
    if not found:
        echo("nothing to report: no figures contradict each other")
        return
    print_table(
        _COLUMNS,
        ([each.severity, each.code, worded(each), each.event or ""] for each in found),
    )
    counts = Counter(finding.severity for finding in found)
    echo(", ".join(several(counts[name], name) for name in SEVERITIES if counts[name]))
