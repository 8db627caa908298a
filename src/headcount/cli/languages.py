"""`headcount languages`."""

from __future__ import annotations

from typing import Any

import click

from headcount.cli import options
from headcount.cli.terminal import Column, echo, echo_wrapped, print_json, print_table
from headcount.errors import FloorError
from headcount.evaluation.examples import Outcome, PackReport, check_pack
from headcount.languages.pack import available, load_pack

_COLUMNS = (
    Column("tag"),
    Column("language"),
    Column("level"),
    Column("forms", "right"),
    Column("examples passed", "right"),
    Column("figure", "right"),
    Column("who", "right"),
    Column("where", "right"),
    Column("when", "right"),
)


@click.group(invoke_without_command=True)
@options.format_option("table", "jsonl")
@click.pass_context
def languages(context: click.Context, shape: str) -> None:
    """List the language packs.

    With the number of their words, how many of the examples that they ship with are read rightly,
    and F1 of figure, who, where and when on reports held back (docs/QUALITY.md). A pack's level is
    draft, tested or trusted; docs/ADD-A-LANGUAGE.md says what each promises.

    \b
    headcount languages
    headcount languages --format jsonl
    headcount languages check fr
    """
    if context.invoked_subcommand is not None:
        return
    reports = [check_pack(tag) for tag in available()]
    if shape == "jsonl":
        for report in reports:
            print_json(_head(report))
    else:
        print_table(_COLUMNS, (_row(report) for report in reports))
        echo_wrapped(
            "Figure, who, where, when: F1 on reports held back, each with those before it right "
            "too; 1.00 is all right. What a level promises: docs/ADD-A-LANGUAGE.md."
        )


@languages.command()
@click.argument("tag", required=False)
@options.format_option("table", "jsonl")
def check(tag: str | None, shape: str) -> None:
    """Run the examples of the packs.

    Of all, or of the pack TAG: prints each example that is read wrongly, the known gaps, and what
    the examples leave untried. Fails with exit code 8 if an example fails.

    \b
    headcount languages check
    headcount languages check fr --format jsonl
    """
    reports = [check_pack(each) for each in ([tag] if tag else available())]
    for report in reports:
        if shape == "jsonl":
            print_json(_as_json(report))
        else:
            _print(report)
    if failed := {report.tag: len(report.failed) for report in reports if report.failed}:
        counts = ", ".join(f"{count} of {key}" for key, count in failed.items())
        raise FloorError(f"languages check: examples fail ({counts}); mend the tables or the text")


def _head(report: PackReport) -> dict[str, Any]:
    return {
        "tag": report.tag,
        "name": report.name,
        "level": report.level,
        "forms": report.forms,
        "examples": report.total,
        "passed": len(report.passed),
        "failed": len(report.failed),
        "gaps": len(report.gaps),
        "held_out": _scores(report.tag) or None,
    }


def _row(report: PackReport) -> list[str]:
    examples = f"{len(report.passed)} of {report.total}"
    scores = [f"{score:.2f}" for score in _scores(report.tag).values()] or ["–"] * len(_LEVELS)
    return [report.tag, report.name, report.level, str(report.forms), examples, *scores]


_LEVELS = ("figure", "who", "where", "when")


def _scores(tag: str) -> dict[str, float]:
    """F1 by level on reports held back; empty for a pack that was never measured."""
    pack = load_pack(tag)
    if pack is None or pack.scores is None:
        return {}
    return {level: getattr(pack.scores, level) for level in _LEVELS}


def _as_json(report: PackReport) -> dict[str, Any]:
    return {
        **_head(report),
        "problems": [_problem(outcome) for outcome in (*report.failed, *report.gaps)],
        "untried": {
            "kinds": list(report.untried_kinds),
            "numbers": list(report.untried_numbers),
            "words": list(report.untried_words),
        },
    }


def _problem(outcome: Outcome) -> dict[str, Any]:
    return {
        "line": outcome.example.line,
        "text": outcome.example.text,
        "known_gap": outcome.example.known_gap,
        "problems": list(outcome.problems),
    }


def _print(report: PackReport) -> None:
    head = f"{report.name} ({report.tag}): {len(report.passed)} of {report.total} examples passed"
    echo(f"{head}, {len(report.failed)} failed, {len(report.gaps)} known gaps")
    for mark, outcomes in (("FAILED", report.failed), ("gap", report.gaps)):
        for outcome in outcomes:
            echo(f"  {mark} line {outcome.example.line}: {outcome.example.text}")
            for problem in outcome.problems:
                echo(f"      {problem}")
    untried = {
        "kinds": report.untried_kinds,
        "classes of numbers": report.untried_numbers,
        "classes of words": report.untried_words,
    }
    for what, names in untried.items():
        if names:
            echo(f"  {what} that no example tries: {', '.join(names)}")
