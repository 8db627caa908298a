"""`headcount show`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from headcount.cli import options, wording
from headcount.cli.asking import as_of_option, books
from headcount.cli.check import worded
from headcount.cli.formerly import now_called
from headcount.cli.terminal import Column, echo, print_json, print_table
from headcount.errors import UsageError
from headcount.model import Book, Claim, Event, Figure, Scope
from headcount.publish import sentences, views
from headcount.publish.catalogue import Catalogue
from headcount.publish.wording import wording as words_of
from headcount.reasons import Finding
from headcount.reconcile.origins import explained

_FIGURES = (
    Column("figure"),
    Column("best (low–high)", "right"),
    Column("who", wide=True, least=8),
    Column("why", wide=True, least=30),
)

_CANDIDATES = 5
"""Events named when a prefix fits several."""


@click.command()
@click.argument("event")
@options.ledger_option
@options.rule_option
@as_of_option
@options.format_option("table", "jsonl")
def show(event: str, ledger: Path, rule: str, as_of: date | None, shape: str) -> None:
    """Show one event with each source's figure.

    EVENT is an id from `headcount events`, or its first characters. An id that an event had before
    a claim of it was parted or withdrawn leads to the event that it has become.

    \b
    headcount show ev-69104754ab57
    headcount show ev-691 --format jsonl
    headcount show 691 --rule majority
    """
    made = books(ledger, rule, as_of)
    found = _find(made, event)
    findings = [finding for finding in made.findings if finding.event == found.id]
    if shape == "jsonl":
        print_json(_as_json(made, found, findings))
    else:
        _print_event(made, found, findings)


def _find(made: Book, prefix: str) -> Event:
    """The one event whose id, with or without its `ev-`, begins so or did once."""
    events = made.events
    fits = [
        event
        for event in events
        if event.id.startswith(prefix) or event.id.partition("-")[2].startswith(prefix)
    ]
    exact = [event for event in fits if event.id == prefix]
    if len(exact or fits) == 1:
        return (exact or fits)[0]
    if not fits and (now := now_called(prefix, events, made.documents)):
        return now
    if not fits:
        raise UsageError(f"show {prefix}: no event begins so; `headcount events` lists them")
    names = ", ".join(event.id for event in fits[:_CANDIDATES])
    raise UsageError(f"show {prefix}: fits {len(fits)} events ({names} …); give more of the id")


def _as_json(made: Book, event: Event, findings: list[Finding]) -> dict[str, Any]:
    record = views.record(Catalogue(made), event)
    if found := made.confirmation(event):
        record["confirmed"]["by"] = found.by or None
    return {
        **record,
        "sources": [_source(made, made.claims[key]) for key in event.claims],
        "findings": [sentences.record(finding) for finding in findings],
    }


def _source(made: Book, claim: Claim) -> dict[str, Any]:
    """A claim with where it was published."""
    document = made.documents[claim.document]
    day = document.published.isoformat() if document.published else None
    known = {"outlet": document.outlet, "published": day, "url": document.url}
    return {**claim.as_json(), **known, "title": document.title}


def _print_event(made: Book, event: Event, findings: list[Finding]) -> None:
    catalogue, w = Catalogue(made), words_of("en")
    echo(views.headline(catalogue, w, event))
    echo(wording.event_line(event))
    if found := made.confirmation(event):
        by = f" (by {found.by})" if found.by else ""
        echo(f"{views.confirmation(w, found)}{by}")
    print_table(
        _FIGURES,
        (
            [
                wording.kind(figure.kind),
                wording.figure_count(figure, catalogue.words_of(figure)),
                wording.counted(figure),
                _why(catalogue, figure),
            ]
            for figure in event.figures
        ),
    )
    print()
    for document in event.documents:
        _print_source(made, event, document)
    _print_list("Why these belong together", _joins(event))
    _print_list("Reports that pass on one source, so one origin", _origins(made, event))
    words = [f"{finding.severity}: {worded(finding)}" for finding in findings]
    _print_list("Findings", words)


def _why(catalogue: Catalogue, figure: Figure) -> str:
    """Why the best is what it is; first of which scope it is, if not of the operation itself."""
    w = words_of("en").shortened()
    said = sentences.of_reasons(w, figure.because)
    scope = catalogue.scope_of(figure)
    return said if scope is Scope.EVENT else f"{w.t(f'scope.{scope}').capitalize()}. {said}"


def _print_source(made: Book, event: Event, key: str) -> None:
    """One report: who, when, where to find it, and each of its figures with its words."""
    document = made.documents[key]
    day = document.published.isoformat() if document.published else "no day"
    names = (document.outlet or document.locator, document.agency, day, document.id)
    echo(" · ".join(filter(None, names)))
    if document.url:
        echo(f"  {document.url}")
    for claim in (made.claims[pair] for pair in event.claims if pair[0] == key):
        words = [wording.kind(claim.kind), wording.count(claim), wording.counted(claim)]
        speaker = f", according to {claim.according_to}" if claim.according_to else ""
        named = f"{claim.n}. {' '.join(filter(None, words))}{_standing(claim)}"
        echo(f"  {named}{speaker}: {_words(made, claim)}")


def _standing(claim: Claim) -> str:
    """Why it may be no figure of its own: a part of which claim, or no count of the operation."""
    told = [f"part of {claim.part_of}"] if claim.part_of is not None else []
    if claim.scope is not Scope.EVENT:
        told.append(words_of("en").t(f"scope.{claim.scope}"))
    return f" ({', '.join(told)})" if told else ""


def _words(made: Book, claim: Claim) -> str:
    """The sentence of the claim with its words marked."""
    text, quote = made.documents[claim.document].text, claim.quote
    start = min(claim.sentence.start, quote.start) if claim.sentence.length else quote.start
    end = max(claim.sentence.end, quote.end)
    return f"{text[start : quote.start]}«{quote.exact}»{text[quote.end : end]}"


def _joins(event: Event) -> list[str]:
    """Which two reports were taken to tell of one operation, and why."""
    w = words_of("en")
    return [f"{' + '.join(join.documents)}: {sentences.of_join(w, join)}" for join in event.joined]


def _origins(made: Book, event: Event) -> list[str]:
    """Which reports count as one origin, and why."""
    w = words_of("en")
    found = explained([made.claims[key] for key in event.claims], made.documents)
    told = [each for each in found if len(each.documents) > 1]
    whys = [", ".join(sentences.of_reason(w, why) for why in each.reasons) for each in told]
    return [f"{' + '.join(each.documents)}: {why}" for each, why in zip(told, whys, strict=True)]


def _print_list(title: str, lines: tuple[str, ...] | list[str]) -> None:
    if lines:
        echo()
        echo(f"{title}:")
    for line in lines:
        echo(f"  {line}")
