"""`headcount explain`."""

from __future__ import annotations

import sys

import click

from headcount.cli import options, wording
from headcount.cli.claims import why_none
from headcount.cli.terminal import clean
from headcount.model import Claim, Document, Extraction, LeftOut, Skipped
from headcount.pipeline.batch import Batch
from headcount.pipeline.stages import extractions
from headcount.publish.confidence import MEASURED
from headcount.publish.traces import plain

_AROUND = 40
"""Characters shown on each side of a number that was left out."""


@click.command()
@options.batch_options(jobs=False)
def explain(batch: Batch) -> int:
    """Show how each figure of a report was read.

    For each figure its sentence with the words marked, the rule, and how kind, nationality,
    place, day and speaker were found; then the numbers that were seen and left out, and why.

    \b
    headcount explain report.txt
    headcount explain --lang fr --published 2025-02-24 page.html
    headcount explain https://example.org/news/page | less
    """
    worst = 0
    for result in extractions(batch.inputs, batch.settings, 1, batch.given):
        if isinstance(result, Skipped):
            worst = max(worst, result.exit_code)
            click.echo(f"headcount: {clean(result.reason)}", err=True)
        else:
            print("\n".join(_lines(result, colour=sys.stdout.isatty())), flush=True)
    return worst


def _lines(extraction: Extraction, *, colour: bool) -> list[str]:
    document = extraction.document
    lines = [*_heading(document), ""]
    for claim in extraction.claims:
        lines += [*_claim_lines(document, claim, colour=colour), ""]
    if not extraction.claims:
        lines += [f"No figure was read: {clean(why_none(extraction))}.", ""]
    if extraction.left_out:
        lines.append("Seen and left out:")
        lines += [_left_out_line(document, left, colour=colour) for left in extraction.left_out]
        lines.append("")
    return lines


def _heading(document: Document) -> list[str]:
    day = document.published.isoformat() if document.published else "unknown"
    found = f" ({document.published_found})" if document.published else ""
    facts = [
        ("report", document.title or document.locator),
        ("id", document.id),
        ("outlet", document.outlet),
        ("agency", document.agency),
        ("day", day + found),
        ("language", document.lang or "unknown"),
    ]
    return [f"{name + ':':<10}{clean(value)}" for name, value in facts if value]


def _claim_lines(document: Document, claim: Claim, *, colour: bool) -> list[str]:
    title = " ".join(
        filter(None, (wording.kind(claim.kind), wording.count(claim), wording.counted(claim)))
    )
    quote = claim.quote
    start, end = claim.sentence if claim.sentence.length else (quote.start, quote.end)
    sentence = _marked(document.text, (start, end), (quote.start, quote.end), colour=colour)
    facts = [
        ("sentence", sentence),
        ("rule", _rule(claim)),
        ("where", clean(wording.where(claim))),
        ("from, to", clean(" → ".join(filter(None, (claim.origin, claim.destination))))),
        ("when", wording.days(claim.start, claim.end)),
        ("speaker", clean(claim.according_to or "")),
        ("scope", str(claim.scope)),
        ("part of", f"figure {claim.part_of}" if claim.part_of else ""),
    ]
    lines = [f"{claim.n}. {clean(title)}"]
    lines += [f"   {name + ':':<10}{value}" for name, value in facts if value]
    lines += [f"   · {clean(plain(line))}" for line in claim.trace]
    return lines


def _rule(claim: Claim) -> str:
    """The rule that read the figure, and how often it was right in reports nobody had read."""
    measured = MEASURED.get(claim.rule)
    if measured is None:
        return clean(claim.rule)
    told = f"{measured.right} of {measured.read} unseen figures, all languages together"
    return f"{claim.rule} (right in {told})"


def _left_out_line(document: Document, left: LeftOut, *, colour: bool) -> str:
    around = (max(0, left.start - _AROUND), left.end + _AROUND)
    words = _marked(document.text, around, (left.start, left.end), colour=colour)
    return f"   {clean(left.reason)}: …{words}…"


def _marked(text: str, around: tuple[int, int], marked: tuple[int, int], *, colour: bool) -> str:
    """Words of the text with some of them marked, by colour or by «»."""
    start, end = min(around[0], marked[0]), max(around[1], marked[1])
    words = clean(text[marked[0] : marked[1]])
    words = click.style(words, fg="yellow", bold=True) if colour else f"«{words}»"
    return clean(text[start : marked[0]]) + words + clean(text[marked[1] : end])
