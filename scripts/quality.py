"""Measure extraction on the bundled reports and write the tables in docs/QUALITY.md.

Run it from the repository's root, in the environment that `make` makes:

    python scripts/quality.py

Each table stands between two marks and holds what `headcount evaluate` prints by language.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from headcount.documents.language import detect
from headcount.evaluation.gold import load_gold
from headcount.evaluation.matching import Level
from headcount.evaluation.measure import measure
from headcount.evaluation.scores import Evaluation
from headcount.languages.pack import available

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "QUALITY.md"
FOLDERS = {"gold": "development", "examples": "development", "held-out": "**held out**"}
"""What is measured, and whether rules were written while looking at it."""
DEVELOPMENT = ("gold", "examples")
HELD_OUT = "held-out"
LANGUAGES = frozenset(available())
LEVELS = (Level.FIGURE, Level.WHO, Level.WHERE, Level.WHEN)
_NAMES = tuple(f"{level.name.lower()} F1" for level in LEVELS)


@cache
def measured_on(folder: str) -> Evaluation:
    """The evaluation on one folder of annotated reports, worked out once."""
    return measure(load_gold(ROOT / folder), LANGUAGES)


def rows() -> Iterator[str]:
    """The lines of the table."""
    heads = ("reports", "used for", "language", "claims", "figure P", "figure R", *_NAMES)
    yield f"| {' | '.join(heads)} |"
    yield "|---" * len(heads) + "|"
    for folder, use in FOLDERS.items():
        measured = measured_on(folder)
        for lang, tally in measured.languages.items():
            shares = [tally.precision(Level.FIGURE), tally.recall(Level.FIGURE)]
            shares += [tally.f1(level) for level in LEVELS]
            cells = [folder, use, lang, str(tally.gold), *(f"{share:.3f}" for share in shares)]
            yield f"| {' | '.join(cells)} |"


_WHAT = ("missed", "extra", "who", "where", "when")


def misses() -> Iterator[str]:
    """The lines of the table of what is missed in the development reports."""
    yield f"| language | claims | {' | '.join(_WHAT)} | kinds missed most |"
    yield "|---" * (len(_WHAT) + 3) + "|"
    claims: Counter[str] = Counter()
    counts: dict[str, Counter[str]] = {}
    kinds: dict[str, Counter[str]] = {}
    for folder in DEVELOPMENT:
        measured = measured_on(folder)
        for lang, tally in measured.languages.items():
            claims[lang] += tally.gold
        for miss in measured.misses:
            counts.setdefault(miss.lang, Counter())[miss.what] += 1
            if miss.what == "missed" and miss.gold is not None:
                kinds.setdefault(miss.lang, Counter())[str(miss.gold.kind)] += 1
    for lang in sorted(counts):
        often = ", ".join(f"{kind} {n}" for kind, n in kinds.get(lang, Counter()).most_common(4))
        cells = [lang, str(claims[lang]), *(str(counts[lang][what]) for what in _WHAT), often]
        yield f"| {' | '.join(cells)} |"


_LENGTHS = {"the text": None, "its first 80 characters": 80, "its first 40": 40, "the headline": 0}


def identified() -> Iterator[str]:
    """The lines of the table of how often a report's language is told, by what is read of it."""
    yield f"| language | reports | {' | '.join(_LENGTHS)} |"
    yield "|---" * (len(_LENGTHS) + 2) + "|"
    right: dict[str, Counter[str]] = {}
    reports: Counter[str] = Counter()
    for folder in FOLDERS:
        lines = (ROOT / folder / "documents.jsonl").read_text(encoding="utf-8").splitlines()
        for told in map(json.loads, lines):
            reports.update((told["lang"], "all"))
            for name, length in _LENGTHS.items():
                text = told["title"] if length == 0 else told["text"][:length]
                if detect(text) == told["lang"]:
                    for lang in (told["lang"], "all"):
                        right.setdefault(lang, Counter())[name] += 1
    for lang in (*sorted(reports.keys() - {"all"}), "all"):
        shares = [f"{right[lang][name] / reports[lang]:.2f}" for name in _LENGTHS]
        yield f"| {lang} | {reports[lang]} | {' | '.join(shares)} |"


def between(page: str, mark: str, lines: Iterator[str]) -> str:
    """The page with the lines between the two marks of that name."""
    begin, end = f"<!-- {mark}: written by scripts/quality.py -->\n", f"<!-- /{mark} -->\n"
    before, _, rest = page.partition(begin)
    _, _, after = rest.partition(end)
    return f"{before}{begin}{''.join(f'{line}' + chr(10) for line in lines)}{end}{after}"


def write_scores() -> None:
    """Writes the held-out scores of every language beside its pack."""
    measured = measured_on(HELD_OUT)
    for lang, tally in measured.languages.items():
        lines = ["# Measured on the reports held out; written by scripts/quality.py"]
        lines += [f"claims = {tally.gold}"]
        lines += [f"{level.name.lower()} = {tally.f1(level):.3f}" for level in LEVELS]
        path = ROOT / "src" / "headcount" / "languages" / lang / "scores.toml"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Rewrites the tables in place."""
    write_scores()
    page = PAGE.read_text(encoding="utf-8")
    page = between(page, "quality", rows())
    page = between(page, "misses", misses())
    PAGE.write_text(between(page, "identified", identified()), encoding="utf-8")


if __name__ == "__main__":
    main()
