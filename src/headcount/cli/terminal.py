"""What is printed: text from outside made harmless, JSON lines, CSV and tables."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any, Literal, TypeVar

import click

Row = TypeVar("Row")

_ESCAPES = re.compile(
    # OSC, DCS, SOS, PM and APC strings to their end; CSI sequences; other two-character escapes.
    r"\x1b[\]PX^_].*?(?:\x1b\\|\x07|\x9c|$)|[\x90\x98\x9d-\x9f].*?(?:\x1b\\|\x07|\x9c|$)"
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?|\x1b[ -/]*[0-~]?",
    re.DOTALL,
)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# Marks that turn the direction of what follows can make a line read as what it does not say.
_HIDDEN = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_UNSAFE_IN_JSON = re.compile(r"[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

_BETWEEN = 2
"""Columns of the terminal that stand between two columns of a table."""

WIDTH = 100
"""Columns of a table that does not go to a terminal."""

SHOWN = 10
"""Rows of a long list that are shown unless all are asked for."""

_NARROW = 8
"""A wide column is never narrower, were others to be cut for it."""

_LONG_WORD = 20
"""Characters of a word from which on a column may break it."""


def clean(text: str) -> str:
    """Text in one line without terminal escapes, control characters or direction marks."""
    return _HIDDEN.sub("", _CONTROLS.sub(" ", _ESCAPES.sub("", text)))


def json_line(record: Any) -> str:
    """One line of JSON in UTF-8 that says exactly the record, also to a terminal."""
    return _UNSAFE_IN_JSON.sub(
        lambda found: f"\\u{ord(found[0]):04x}", json.dumps(record, ensure_ascii=False)
    )


def print_json(record: Any) -> None:
    """Prints one record as a line and hands it on at once."""
    print(json_line(record), flush=True)


def csv_line(values: Iterable[object]) -> str:
    """One CSV row without its line end; a cell that a spreadsheet would run as a formula is quoted.

    Such a cell gets an apostrophe in front. None is an empty cell.
    """
    cells = [_csv_cell(value) for value in values]
    row = io.StringIO()
    csv.writer(row, lineterminator="").writerow(cells)
    return row.getvalue()


def _csv_cell(value: object) -> object:
    if value is None or isinstance(value, int | float):
        return value
    text = clean(str(value))
    return f"'{text}" if text.startswith(_FORMULA) else text


def echo(text: str = "", *, err: bool = False) -> None:
    """Prints one line of text that may hold words from outside."""
    click.echo(clean(text), err=err)


def echo_wrapped(text: str, indent: str = "") -> None:
    """Prints a paragraph in lines that fit the terminal."""
    for line in wrap(clean(text), width(), initial_indent=indent, subsequent_indent=indent):
        echo(line)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: `wide` columns share what room the others leave, and wrap."""

    title: str
    justify: Literal["left", "right"] = "left"
    wide: bool = False
    least: int | None = None


def width() -> int:
    """Columns of the terminal, at most 200; `WIDTH` where there is none."""
    return min(shutil.get_terminal_size().columns, 200) if sys.stdout.isatty() else WIDTH


def first(rows: Sequence[Row], *, every: bool) -> Sequence[Row]:
    """The rows of a long list that are shown: all if `every`, else the first `SHOWN`."""
    return rows if every else rows[:SHOWN]


def echo_more(hidden: int, noun: str = "") -> None:
    """Says how many rows of a long list are not shown, if any, and which option shows them."""
    if hidden > 0:
        named = f" {noun}{'' if hidden == 1 else 's'}" if noun else ""
        echo(f"… {hidden:,} more{named}; --all shows them")


def print_table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """Prints a table that is never wider than the terminal; cells may hold text from outside."""
    # Loaded here: rich costs a tenth of a second that JSON output need not wait for.
    from rich.box import SIMPLE_HEAD
    from rich.cells import cell_len
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    cells = [[clean(cell) for cell in row] for row in rows]
    lengths = [
        sorted(cell_len(text) for text in (column.title, *(row[n] for row in cells)))
        for n, column in enumerate(columns)
    ]
    words = [_longest_word([c.title, *(row[n] for row in cells)]) for n, c in enumerate(columns)]
    widths = shared(columns, lengths, words, width())
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for column, wanted in zip(columns, widths, strict=True):
        table.add_column(
            column.title,
            justify=column.justify,
            no_wrap=not column.wide,
            overflow="fold" if column.wide else "ellipsis",
            width=wanted,
        )
    for row in cells:
        table.add_row(*map(Text, row))
    console = Console(width=width(), markup=False, highlight=False, emoji=False)
    with console.capture() as captured:
        console.print(table)
    lines = (line.rstrip() for line in captured.get().splitlines())
    print("\n".join(line for line in lines if line))


def _longest_word(cells: Iterable[str]) -> int:
    """The width of the longest word that a column should not break."""
    from rich.cells import cell_len

    sizes = (cell_len(word) for cell in cells for word in cell.split())
    return max((size for size in sizes if size <= _LONG_WORD), default=1)


def shared(
    columns: Sequence[Column], lengths: Sequence[Sequence[int]], words: Sequence[int], room: int
) -> list[int]:
    """The width of each column in `room`, from the sorted lengths of its cells.

    A wide column keeps its least, unless others would have to be cut. What room is left goes to
    the narrowest first, until its longest word (of `words`) fits, then until nine of ten of its
    cells do, then until all do.
    """
    widths = [
        min(cells[-1], column.least or 1) if column.wide else cells[-1]
        for column, cells in zip(columns, lengths, strict=True)
    ]
    left = room - sum(widths) - _BETWEEN * len(columns)
    wide = [n for n, column in enumerate(columns) if column.wide]
    while left < 0 and (able := [n for n in wide if widths[n] > _NARROW]):
        widths[max(able, key=lambda n: widths[n])] -= 1
        left += 1
    shares = ([cells[int(share * (len(cells) - 1))] for cells in lengths] for share in (0.9, 1.0))
    for goals in (words, *shares):
        while left > 0 and (lacking := [n for n, goal in enumerate(goals) if goal > widths[n]]):
            widths[min(lacking, key=lambda n: widths[n])] += 1
            left -= 1
    return widths
