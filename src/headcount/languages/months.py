"""The names of the months as the language packs write them (`<tag>/months.tsv`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Final

from headcount.errors import DataError

_FILE: Final = "months.tsv"


@cache
def month_names() -> Mapping[str, int]:
    """Every form of every pack, case-folded, with its month (1 to 12).

    A form that two languages use for different months is left out: it could not be read without
    knowing the language. Raises DataError for a row that is not `form<TAB>month`.
    """
    names: dict[str, int] = {}
    torn: set[str] = set()
    for folder in sorted(resources.files("headcount.languages").iterdir(), key=lambda f: f.name):
        source = folder.joinpath(_FILE)
        if not folder.is_dir() or not source.is_file():
            continue
        for form, month in _rows(source.read_text(encoding="utf-8"), folder.name):
            if names.setdefault(form, month) != month:
                torn.add(form)
    return MappingProxyType({form: month for form, month in names.items() if form not in torn})


def _rows(text: str, tag: str) -> list[tuple[str, int]]:
    rows = []
    for number, line in enumerate(text.splitlines()[1:], start=2):
        form, _, month = line.partition("\t")
        if not form.strip() or month not in {str(n) for n in range(1, 13)}:
            raise DataError(f"languages/{tag}/{_FILE}:{number}: write a form, a tab and 1 to 12")
        rows.append((form.strip().casefold(), int(month)))
    return rows
