"""`headcount unseen`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from headcount.cli import options
from headcount.cli.asking import as_of_option, books, country_option, day_option
from headcount.cli.terminal import (
    Column,
    echo,
    echo_more,
    echo_wrapped,
    first,
    print_json,
    print_table,
)
from headcount.cli.wording import several
from headcount.errors import UsageError
from headcount.model import Book, Event
from headcount.publish.wording import wording as words_of
from headcount.reconcile.unseen import (
    Estimate,
    by_languages,
    by_origins,
    language_pairs,
    seen_operations,
)

_PAIRS = (
    Column("languages", wide=True, least=16),
    Column("on record", "right"),
    Column("in both", "right"),
    Column("not reported", "right"),
    Column("share on record", "right"),
)

_METHODS = {
    "chao1": "Chao1 (Chao 1984, 1987), bias-corrected, log-normal interval of 95 %",
    "chapman": "Lincoln-Petersen with Chapman's correction (1951), log-normal interval of 95 %",
}

_ASSUMES = {
    "chao1": (
        "Assumes that origins report independently of each other, and that every operation has "
        "the same chance of being told. Small and remote ones have less, so the number is rather "
        "a lower bound."
    ),
    "chapman": (
        "Assumes that whether an operation is told in one language says nothing about whether it "
        "is told in the other. Large ones are told in both, so the number is rather too low."
    ),
}

_ALWAYS = (
    "An operation that was not recognised as one in two reports makes the number too high. It "
    "holds for reports like those that were read: a selection by hand says little about the world."
)


@click.command()
@options.ledger_option
@click.option(
    "--by",
    type=click.Choice(["origins", "languages"]),
    default="origins",
    show_default=True,
    help="What overlaps: independent origins, or the operations told in two languages.",
)
@click.option("--pair", metavar="TAG,TAG", help="The two languages: en,fr (default: all pairs).")
@country_option("--country", "Only operations in this country: KHM.")
@day_option("--since", "Only operations from this day on.")
@day_option("--until", "Only operations up to this day.")
@as_of_option
@options.all_option
@options.format_option("table", "jsonl")
def unseen(
    ledger: Path, shape: str, by: str, pair: str | None, as_of: date | None, **asked: object
) -> None:
    """Estimate how many operations no source reported.

    From how the lists of those that reported them overlap: the less two independent lists share,
    the more there is that neither has. Refuses where they hardly overlap.

    \b
    headcount unseen
    headcount unseen --by languages --pair en,fr
    headcount unseen --country KHM --since 2025-01-01 --format jsonl
    """
    made = books(ledger, options.RULES[0], as_of)
    events = [event for event in made.events if _wanted(event, asked)]
    found = _estimates(made, events, by if pair is None else "languages", pair)
    if shape == "jsonl":
        for each in found:
            print_json(each.as_json())
        return
    if not found:
        echo("no estimate: no operation is told in two languages by two origins")
        return
    if len(found) == 1:
        _print(found[0])
    else:
        _print_pairs(found, every=bool(asked["every"]))
    if any(not each.refused for each in found):
        echo_wrapped(_ALWAYS)


def _wanted(event: Event, asked: dict[str, object]) -> bool:
    country, since, until = asked["country"], asked["since"], asked["until"]
    if country not in (None, event.country):
        return False
    first = event.start or event.end
    last = event.end or event.start
    if first is None or last is None:
        return True
    early = isinstance(since, date) and last < since
    return not early and not (isinstance(until, date) and first > until)


def _estimates(made: Book, events: list[Event], by: str, pair: str | None) -> list[Estimate]:
    seen = seen_operations(events, made.claims, made.documents)
    if by == "origins":
        return [by_origins(seen)]
    if pair is None:
        return [by_languages(seen, *each) for each in language_pairs(seen)]
    tags = [tag.strip() for tag in pair.split(",")]
    if len(tags) == 2 and all(tags):
        tags = [options.language_tag("--pair", tag) for tag in tags]
    if len(tags) != 2 or tags[0] == tags[1] or not all(tags):
        raise UsageError(f"--pair {pair}: name two languages: en,fr")
    return [by_languages(seen, tags[0], tags[1])]


def _print(found: Estimate) -> None:
    names = " and ".join(words_of("en").language(tag) for tag in found.lists)
    echo(f"Operations on record{f', {names}' if names else ''}: {found.seen:,}")
    echo(f"  {', '.join(f'{_count(name)} {number:,}' for name, number in found.counts)}")
    if found.refused:
        echo(f"  no estimate: {found.refused}")
    else:
        low, best, high = found.unseen
        echo(f"  not reported by any source: {best:,} ({low:,}–{high:,})")
        echo(f"  so of {several(found.seen + best, 'operation')} {_share(found)} are on record")
        echo(f"  {_METHODS[found.method]}")
        echo_wrapped(_ASSUMES[found.method], "  ")
    echo()


def _print_pairs(found: list[Estimate], *, every: bool) -> None:
    """The pairs of languages as a table, without --all only those with an estimate."""
    told = [each for each in found if not each.refused]
    pairs = several(len(found), "pair")
    echo(f"{pairs} of languages, {len(told)} with enough in common for an estimate")
    rows = [*told, *(each for each in found if each.refused)] if every else first(told, every=False)
    if rows:
        print_table(_PAIRS, map(_row, rows))
    echo_more(len(found) - len(rows), "pair")
    if told:
        echo_wrapped(f"{_METHODS[told[0].method]}. {_ASSUMES[told[0].method]}")


def _row(found: Estimate) -> list[str]:
    one, other = (words_of("en").language(tag) for tag in found.lists)
    counts = dict(found.counts)
    cells = [f"{one}, {other}", f"{found.seen:,}", f"{counts['both']:,}"]
    if found.refused:
        return [*cells, "no estimate", ""]
    low, best, high = found.unseen
    return [*cells, f"{best:,} ({low:,}–{high:,})", _share(found)]


def _share(found: Estimate) -> str:
    low, best, high = (found.seen / (found.seen + n) for n in found.unseen)
    return f"{best:.0%} ({high:.0%}–{low:.0%})"


def _count(name: str) -> str:
    """What a count of the estimate is of, in words."""
    told = {
        "one_origin": "told by one origin",
        "two_origins": "by two",
        "tellings": "tellings in all",
        "both": "in both",
    }
    return told.get(name) or f"in {words_of('en').language(name)}"
