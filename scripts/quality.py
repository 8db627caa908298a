"""Measure extraction on the bundled reports and write the table in docs/METHOD.md.

Run it from the repository's root, in the environment that `make` makes:

    python scripts/quality.py

The table stands between two marks and holds what `headcount evaluate` prints for seven languages.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from headcount.evaluation.gold import load_gold
from headcount.evaluation.matching import Level
from headcount.evaluation.measure import measure

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "METHOD.md"
FOLDERS = {"gold": "development", "examples": "development", "held-out": "**held out**"}
"""What is measured, and whether rules were written while looking at it."""
LANGUAGES = frozenset(("en", "es", "fr", "id", "th", "vi", "zh"))
BEGIN, END = "<!-- quality: written by scripts/quality.py -->\n", "<!-- /quality -->\n"
LEVELS = (Level.FIGURE, Level.WHO, Level.WHERE, Level.WHEN)
_NAMES = tuple(f"{level.name.lower()} F1" for level in LEVELS)


def rows() -> Iterator[str]:
    """The lines of the table."""
    heads = ("reports", "used for", "language", "claims", "figure P", "figure R", *_NAMES)
    yield f"| {' | '.join(heads)} |"
    yield "|---" * len(heads) + "|"
    for folder, use in FOLDERS.items():
        measured = measure(load_gold(ROOT / folder), LANGUAGES)
        for lang, tally in measured.languages.items():
            shares = [tally.precision(Level.FIGURE), tally.recall(Level.FIGURE)]
            shares += [tally.f1(level) for level in LEVELS]
            cells = [folder, use, lang, str(tally.gold), *(f"{share:.3f}" for share in shares)]
            yield f"| {' | '.join(cells)} |"


def main() -> None:
    """Rewrites the table in place."""
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    table = "".join(f"{row}\n" for row in rows())
    PAGE.write_text(f"{before}{BEGIN}{table}{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
