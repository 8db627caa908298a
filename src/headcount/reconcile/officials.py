"""Which speakers are authorities, by words of their names in the languages of the reports."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

from headcount.errors import DataError
from headcount.languages.tables import rows
from headcount.reconcile.origins import plain_name

_FILE: Final = "officials.tsv"


@cache
def official_words() -> tuple[str, ...]:
    """Words of authorities (`officials.tsv` beside this module), as `plain_name` gives names.

    Raises DataError for a row without a word: it would make everybody an authority.
    """
    words = [plain_name(row["word"]) for row in rows(files("headcount.reconcile") / _FILE)]
    if not words or not all(words):
        raise DataError(f"reconcile/{_FILE}: write a language, a tab and a word in each row")
    return tuple(words)


def is_official(speaker: str) -> bool:
    """Whether the name (as `plain_name` gives it) has the word of an authority in it."""
    return any(word in speaker for word in official_words())
