"""Time for a character of text by language, on the bundled reports."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.measuring import one_core, processor_seconds
from benchmarks.results import Goal, Result
from headcount.extract.engine import extract
from headcount.languages.pack import available
from headcount.model import Document

NAME = "languages"
GOAL = 2.0
"""A language may take so many times English's time for a character."""

ROOT = Path(__file__).parents[1]
FOLDERS = ("gold", "examples")
YARDSTICK = "en"


def bundled() -> dict[str, list[Document]]:
    """The bundled reports of every language that has a pack."""
    texts: dict[str, list[Document]] = {lang: [] for lang in available()}
    for folder in FOLDERS:
        lines = (ROOT / folder / "documents.jsonl").read_text(encoding="utf-8").splitlines()
        for told in map(json.loads, lines):
            if told["lang"] in texts:
                day = date.fromisoformat(told["published"]) if told["published"] else None
                document = Document(
                    told["id"],
                    told["text"],
                    title=told["title"],
                    published=day,
                    lang=told["lang"],
                )
                texts[told["lang"]].append(document)
    return texts


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this benchmark."""
    parser.add_argument("--language-rounds", type=int, default=5, help="rounds; medians are shown")


def run(options: argparse.Namespace) -> Result:
    """Processor microseconds for a character; in every round all languages take their turn."""
    one_core()
    texts = bundled()
    times: dict[str, list[float]] = {lang: [] for lang in texts}
    for number in range(options.language_rounds + 1):
        for lang, documents in texts.items():
            taken = processor_seconds(partial(_extract, documents))
            # The first round loads the packs.
            if number:
                times[lang].append(taken)
    columns = ("language", "us/char", "us/claim", "chars/s", "chars/report", "claims/report")
    result = Result(NAME, columns)
    pace: dict[str, float] = {}
    for lang, documents in texts.items():
        chars = sum(len(document.text) for document in documents)
        claims = sum(len(extract(document).claims) for document in documents)
        pace[lang] = median(times[lang]) / chars
        size = len(documents)
        each = pace[lang] * chars / max(claims, 1)
        paces = (pace[lang] * 1e6, each * 1e6, 1 / pace[lang])
        result.rows.append((lang, *paces, chars / size, claims / size))
    ratio = max(pace.values()) / pace[YARDSTICK]
    result.goals.append(Goal("slowest language / English", ratio, GOAL))
    return result


def _extract(documents: Sequence[Document]) -> None:
    for document in documents:
        extract(document)
