"""Time for a character of text by language."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial
from statistics import median

from benchmarks.measuring import one_core, processor_seconds
from benchmarks.reports import LANGS, report
from benchmarks.results import Goal, Result
from headcount.extract.engine import extract
from headcount.model import Document

NAME = "languages"
GOAL = 2.0
"""The slowest language may take so many times the fastest's time for a character."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this benchmark."""
    parser.add_argument("--language-reports", type=int, default=40, help="reports each")
    parser.add_argument("--language-rounds", type=int, default=5, help="rounds; medians are shown")


def run(options: argparse.Namespace) -> Result:
    """Processor microseconds for a character; in every round all languages take their turn."""
    one_core()
    texts = {
        lang: [report(number, lang) for number in range(options.language_reports)] for lang in LANGS
    }
    times: dict[str, list[float]] = {lang: [] for lang in LANGS}
    for number in range(options.language_rounds + 1):
        for lang, documents in texts.items():
            taken = processor_seconds(partial(_extract, documents))
            # The first round loads the packs.
            if number:
                times[lang].append(taken)
    columns = ("language", "microseconds/char", "chars/s", "chars/report", "claims/report")
    result = Result(NAME, columns)
    pace: dict[str, float] = {}
    for lang, documents in texts.items():
        chars = sum(len(document.text) for document in documents)
        claims = sum(len(extract(document).claims) for document in documents)
        pace[lang] = median(times[lang]) / chars
        size = len(documents)
        result.rows.append((lang, pace[lang] * 1e6, 1 / pace[lang], chars / size, claims / size))
    ratio = max(pace.values()) / min(pace.values())
    result.goals.append(Goal("slowest language / fastest", ratio, GOAL))
    return result


def _extract(documents: Sequence[Document]) -> None:
    for document in documents:
        extract(document)
