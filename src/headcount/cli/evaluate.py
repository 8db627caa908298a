"""`headcount evaluate`."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from headcount.cli import options, wording
from headcount.cli.terminal import Column, echo, print_json, print_table
from headcount.errors import UsageError
from headcount.evaluation.floor import check_floor, load_floor, update_floor
from headcount.evaluation.gold import GoldClaim, load_gold
from headcount.evaluation.matching import Level
from headcount.evaluation.measure import measure
from headcount.evaluation.scores import ATTRIBUTES, LEVELS, Evaluation, Miss, Tally
from headcount.languages.pack import available, primary
from headcount.model import Claim

_COLUMNS = (
    Column("lang"),
    *(Column(title, "right") for title in ("docs", "gold", "found", "P", "R", "figure")),
    *(Column(at.name.lower(), "right") for at in LEVELS[1:]),
    *(Column(title, "right") for title in ("seen", "place", "by", "scope", "part")),
)


@dataclass(frozen=True, slots=True)
class Pin:
    """What to do with a floor: hold it, or renew it, perhaps lower."""

    file: Path | None
    update: bool
    allow_regression: bool


def _pin_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--floor`, `--update-floor` and `--allow-regression`, passed on as one `pin`."""

    @functools.wraps(command)
    def call(**values: Any) -> Any:
        pin = Pin(*(values.pop(name) for name in ("floor", "update_floor", "allow_regression")))
        return command(pin=pin, **values)

    decorated = click.option(
        "--allow-regression", is_flag=True, help="Let --update-floor lower a floor."
    )(call)
    decorated = click.option(
        "--update-floor", is_flag=True, help="Pin what was measured in the --floor file."
    )(decorated)
    return click.option(
        "--floor",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Fail if a score lies below the floor in this file, or the gold is another.",
    )(decorated)


@click.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--lang", metavar="TAGS", default="", help="Only these languages, as en,fr.")
@click.option(
    "--misses", type=click.IntRange(0), default=0, metavar="N", help="List the first N misses."
)
@options.format_option("table", "json")
@_pin_options
def evaluate(gold: Path, lang: str, misses: int, shape: str, pin: Pin) -> None:
    """Measure extraction against gold records.

    GOLD is a folder with documents.jsonl and for each document ID.json with its claims. P, R and
    the columns figure, who, where, when are precision, recall and F1 (each level includes the
    ones before); then the share of gold numbers
    that were taken up at all, and among the claims matched the share with the right place,
    speaker, scope and whole.

    \b
    headcount evaluate gold --lang en,fr --misses 20
    headcount evaluate gold --floor gold-floor.json
    headcount evaluate gold --floor gold-floor.json --update-floor
    """
    if (pin.update and pin.file is None) or (pin.allow_regression and not pin.update):
        raise UsageError(
            "evaluate: --allow-regression needs --update-floor, --update-floor needs --floor FILE"
        )
    pinned = load_floor(pin.file) if pin.file is not None and not pin.update else None
    loaded = load_gold(gold)
    languages = frozenset(filter(None, (tag.strip() for tag in lang.split(","))))
    evaluation = measure(loaded, languages)
    if shape == "json":
        print_json(_as_json(evaluation, loaded.digest, misses))
    else:
        _print(evaluation, misses)
    if pin.file is not None and pin.update:
        update_floor(pin.file, evaluation, loaded.digest, allow_regression=pin.allow_regression)
    elif pin.file is not None and pinned is not None:
        check_floor(pinned, evaluation, loaded.digest, pin.file)


def _print(evaluation: Evaluation, misses: int) -> None:
    rows = [_row(lang, tally) for lang, tally in evaluation.languages.items()]
    print_table(_COLUMNS, [*rows, _row("all", evaluation.total)])
    echo(f"who, mean over languages: {evaluation.macro_who:.3f}")
    if without := _without_pack(evaluation):
        echo(f"without a pack, so nothing is read: {', '.join(without)} (`headcount languages`)")
    for miss in evaluation.misses[:misses]:
        echo(f"{miss.document} {miss.what:<7}{_told(miss)}")
        if miss.quote:
            echo(f"    {miss.quote}")


def _without_pack(evaluation: Evaluation) -> list[str]:
    packs = available()
    return [lang for lang in evaluation.languages if primary(lang) not in packs]


def _row(lang: str, tally: Tally) -> list[str]:
    shares = [tally.accuracy(name) for name in ATTRIBUTES]
    return [
        lang,
        str(tally.documents),
        str(tally.gold),
        str(tally.found),
        f"{tally.precision(Level.FIGURE):.2f}",
        f"{tally.recall(Level.FIGURE):.2f}",
        *(f"{tally.f1(at):.3f}" for at in LEVELS),
        f"{tally.seen_recall:.2f}",
        *("-" if share is None else f"{share:.2f}" for share in shares),
    ]


def _told(miss: Miss) -> str:
    """What gold says and what was read, as far as each is there."""
    words = []
    if miss.gold is not None:
        words.append(f"gold {_words(miss.gold)}")
    if miss.claim is not None:
        words.append(f"read {_words(miss.claim)}")
    return " | ".join(words)


def _words(claim: GoldClaim | Claim) -> str:
    parts = (
        wording.kind(claim.kind),
        wording.interval(claim.low, claim.high),
        str(claim.unit),
        "+".join(sorted(claim.nationality)),
        ", ".join(filter(None, (claim.place, claim.country))),
        wording.days(claim.start, claim.end),
    )
    return " ".join(filter(None, parts))


def _as_json(evaluation: Evaluation, digest: str, misses: int) -> dict[str, Any]:
    return {
        "gold_sha256": digest,
        "languages": {lang: _tally_as_json(tally) for lang, tally in evaluation.languages.items()},
        "all": _tally_as_json(evaluation.total),
        "macro_who": evaluation.macro_who,
        "without_pack": _without_pack(evaluation),
        "misses": [
            {"document": miss.document, "what": miss.what, "told": _told(miss), "quote": miss.quote}
            for miss in evaluation.misses[:misses]
        ],
    }


def _tally_as_json(tally: Tally) -> dict[str, Any]:
    return {
        "documents": tally.documents,
        "gold": tally.gold,
        "found": tally.found,
        "levels": {
            at.name.lower(): {
                "precision": tally.precision(at),
                "recall": tally.recall(at),
                "f1": tally.f1(at),
            }
            for at in LEVELS
        },
        "seen_recall": tally.seen_recall,
        "attributes": {name: tally.accuracy(name) for name in ATTRIBUTES},
    }
