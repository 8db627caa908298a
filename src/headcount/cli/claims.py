"""`headcount claims`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import click

from headcount.cli import options, wording
from headcount.cli.terminal import Column, clean, csv_line, echo, print_json, print_table
from headcount.errors import UsageError
from headcount.languages.pack import available, primary
from headcount.model import Claim, Document, Extraction, Skipped
from headcount.pipeline.batch import Batch
from headcount.pipeline.stages import extractions
from headcount.publish.confidence import confidence

Print = Callable[[Extraction], None]

CSV_FIELDS = (
    "document", "n", "kind", "unit", "low", "high", "precision", "currency", "nationality",
    "group", "country", "place", "from", "to", "start", "end", "according_to", "scope", "part_of",
    "quote", "quote_start", "quote_end", "rule", "confidence",
)  # fmt: skip
"""The columns of the CSV: a claim's fields, its quote spread over three, and how sure it is."""

_COLUMNS = (
    Column("n", "right"),
    Column("kind"),
    Column("count", "right"),
    Column("who", wide=True, least=9),
    Column("where", wide=True, least=10),
    Column("when", wide=True, least=10),
    Column("according to", wide=True, least=12),
    Column("scope"),
    Column("part of", "right"),
)


@click.command()
@options.batch_options(required=False)
@options.format_option("table", "jsonl", "csv")
@click.option(
    "--ledger",
    type=click.Path(path_type=Path),
    help="Print the claims that stand in this ledger instead of reading inputs.",
)
@click.option(
    "--withdrawn",
    is_flag=True,
    help="With --ledger: print the claims that stood once and no longer do.",
)
def claims(batch: Batch, shape: str, ledger: Path | None, withdrawn: bool) -> int:
    """Print the claims of reports, or those of the ledger.

    Reads the INPUTs as `headcount read` does and stores nothing. docs/CLAIM.md says what each
    field means.

    \b
    headcount claims report.txt --published 2025-02-24
    headcount claims reports/*.html --format jsonl > claims.jsonl
    headcount claims --ledger headcount.db --withdrawn
    """
    if withdrawn and ledger is None and not batch.inputs:
        ledger = options.default_ledger()
    if (ledger is None) == (not batch.inputs):
        raise UsageError("claims: give INPUTs to read, or --ledger FILE, one of both")
    if withdrawn and ledger is None:
        raise UsageError("--withdrawn: goes with --ledger FILE")
    show = _printer(shape)
    if ledger is not None:
        if withdrawn:
            _print_withdrawn(ledger, shape)
        else:
            _print_stored(ledger, show)
        return 0
    worst = 0
    for result in extractions(batch.inputs, batch.settings, batch.jobs, batch.given):
        if isinstance(result, Skipped):
            worst = max(worst, result.exit_code)
            click.echo(f"headcount: {clean(result.reason)}", err=True)
        else:
            show(result)
            if not result.claims:
                why = f"{result.document.locator}: no claims: {why_none(result)}"
                click.echo(f"headcount: {clean(why)}", err=True)
    return worst


def why_none(extraction: Extraction) -> str:
    """Why a document gives no claims, in one line: its language, its subject or its numbers."""
    lang = extraction.document.lang
    if lang is None:
        return "its language could not be told; name it with --lang"
    if primary(lang) not in available():
        return (
            f"there is no language pack for {lang!r}; `headcount languages` lists those there are"
        )
    reasons = Counter(left.reason for left in extraction.left_out)
    if not reasons:
        return "it tells no number"
    seen = wording.several(reasons.total(), "number")
    shown = [
        reason if len(reasons) == 1 else f"{reason} ({n})" for reason, n in reasons.most_common(3)
    ]
    more = f"; {len(reasons) - 3} other reasons" if len(reasons) > 3 else ""
    return f"{seen} left out: {'; '.join(shown)}{more}"


def _printer(shape: str) -> Print:
    """What prints the claims of one document."""
    if shape == "jsonl":
        return _print_jsonl
    if shape == "csv":
        print(csv_line(CSV_FIELDS))
        return _print_csv
    return _print_table


def _print_jsonl(extraction: Extraction) -> None:
    for claim in extraction.claims:
        print_json({**claim.as_json(), "confidence": confidence(claim)})


def _print_csv(extraction: Extraction) -> None:
    for claim in extraction.claims:
        print(csv_line(csv_values(claim)), flush=True)


def csv_values(claim: Claim) -> list[object]:
    """The cells of a claim in the order of `CSV_FIELDS`; nationalities are parted by spaces."""
    record = claim.as_json()
    quote = record["quote"]
    record.update(
        nationality=" ".join(claim.nationality),
        quote=quote["exact"],
        quote_start=quote["start"],
        quote_end=quote["end"],
        confidence=confidence(claim),
    )
    return [record[name] for name in CSV_FIELDS]


def _print_table(extraction: Extraction) -> None:
    document = extraction.document
    echo(heading(document))
    if extraction.claims:
        print_table(_COLUMNS, map(_row, extraction.claims))
    else:
        echo("  no claims")
    print(flush=True)


def heading(document: Document) -> str:
    """A document in one line: title, outlet, day, language, id."""
    day = document.published.isoformat() if document.published else "no day"
    words = (document.title or document.locator, document.outlet, day, document.lang, document.id)
    return " · ".join(filter(None, words))


def _row(claim: Claim) -> list[str]:
    return [
        str(claim.n),
        wording.kind(claim.kind),
        wording.count(claim),
        wording.counted(claim),
        wording.where(claim),
        wording.days(claim.start, claim.end),
        claim.according_to or "",
        str(claim.scope),
        str(claim.part_of or ""),
    ]


def _print_stored(path: Path, show: Print) -> None:
    # Loaded here: without --ledger no database is needed.
    from headcount.ledger.store import Ledger

    with Ledger.open(path, read_only=True) as ledger, ledger.snapshot():
        by_document: dict[str, list[Claim]] = {}
        for claim in ledger.claims():
            by_document.setdefault(claim.document, []).append(claim)
        for document in ledger.documents():
            if found := by_document.get(document.id):
                show(Extraction(document, tuple(found)))


def _print_withdrawn(path: Path, shape: str) -> None:
    rows = list(_withdrawn_rows(path))
    if shape == "jsonl":
        for claim, since, cause in rows:
            print_json({**claim.as_json(), "withdrawn": since.isoformat(), "cause": cause})
    elif shape == "csv":
        for claim, since, cause in rows:
            print(csv_line([*csv_values(claim), since.isoformat(), cause]))
    elif rows:
        columns = (*(Column(title) for title in ("document", "kind", "count", "who", "withdrawn")),)
        print_table(
            (*columns, Column("because", wide=True)),
            (
                [
                    claim.document,
                    wording.kind(claim.kind),
                    wording.count(claim),
                    wording.counted(claim),
                    since.date().isoformat(),
                    cause,
                ]
                for claim, since, cause in rows
            ),
        )
    else:
        echo("no claim was withdrawn")


def _withdrawn_rows(path: Path) -> Iterator[tuple[Claim, datetime, str]]:
    from headcount.ledger.store import Ledger

    with Ledger.open(path, read_only=True) as ledger:
        for gone in ledger.withdrawn():
            yield gone.claim, gone.since, f"{gone.cause} (version {gone.version})"
