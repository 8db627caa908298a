"""The day of publication in the lines around a title, when it stands there without doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from importlib import resources
from typing import NamedTuple

from headcount.documents.written_days import find_days

NEAR = 12
"""Lines from the top in which a byline is looked for."""

_LONGEST = 160
_OUTLET_WORDS = 6
_DAY = "\x01"
_SPLIT = re.compile(r"[|·•●–—;\t()\[\]/]|\s-{1,2}\s|\s{3,}|,\s|[.。]\s")
_TIME = re.compile(
    r"\b\d{1,2}\s?[:.h]\s?\d{2}(?::\d{2})?\s*(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?"
    r"|\b(?:GMT|UTC|[A-Z]{2,3}T|WIB|WITA|WIT)\b(?:\s?[+-]\d{1,2}(?::\d\d)?)?",
    re.IGNORECASE,
)
_DASH = r"\s*(?:--|–|—|-|\.-)\s"
_PAREN = r"\s*\([^)]{2,40}\)"
_SIDE = rf"(?:{_PAREN})?"
_WORD = r"[^\W\d][^\s\d,()–—]*"
_DATELINE = re.compile(
    # "PARIS (AFP), le 5 mars 2025 -", "5 March 2025, Thailand -", "5 de marzo de 2025. La policía"
    rf"^\W*(?:[^\W\d][^\n\d,()–—]{{1,40}}(?:{_PAREN},?|,)|{_WORD}(?: {_WORD})?{_SIDE})"
    rf"\s*{_DAY}{_SIDE}{_DASH}"
    rf"|^\W*{_DAY},\s*[^\W\d][^\n\d,()–—]{{1,40}}{_SIDE}{_DASH}"
    rf"|^\W*{_DAY}{_SIDE}(?:{_DASH}|\.\s)|^[^\n\d,]{{0,30}}{_DAY}[电電]"
)


@cache
def _words(kind: str) -> re.Pattern[str]:
    """The phrases of one kind in bylines.tsv as one pattern, longest first."""
    text = resources.files(__package__).joinpath("bylines.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    phrases = sorted((phrase for k, phrase in rows if k == kind), key=len, reverse=True)
    inner = "|".join(
        (r"\b" if phrase[0].isascii() and phrase[0].isalnum() else "")
        + re.escape(phrase)
        + (r"\b" if phrase[-1].isascii() and phrase[-1].isalnum() else "")
        for phrase in phrases
    )
    return re.compile(f"(?:{inner})", re.IGNORECASE)


def byline_day(lines: Sequence[str], outlet: str | None = None) -> date | None:
    """The one day of publication that the first `NEAR` non-empty lines state; None if in doubt.

    A line counts when it says so ("Published 24 February 2025") or consists of a day alone, or of
    a day and an outlet. A day of updating and a day in running prose never count.
    """
    said: set[date] = set()
    bare: set[date] = set()
    for line in _top(lines):
        day, worded = _line_day(line, outlet)
        if day:
            (said if worded else bare).add(day)
    for days in (said, bare):
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def is_byline(line: str) -> bool:
    """Whether the line is a date line and so no title."""
    return _line_day(line.strip(), None)[0] is not None


def _top(lines: Sequence[str]) -> Iterator[str]:
    count = 0
    for line in lines:
        if line.strip():
            yield line.strip()
            count += 1
            if count == NEAR:
                return


def _line_day(line: str, outlet: str | None) -> tuple[date | None, bool]:
    """The day a line states and whether it says "published"; `(None, False)` if it is no byline."""
    found = find_days(line[:_LONGEST])
    if not found:
        return None, False
    marked = line[:_LONGEST]
    for written in reversed(found):
        marked = marked[: written.start] + _DAY + marked[written.end :]
    if _DATELINE.match(_bare(marked)):
        return found[0].day, False
    if len(line) > _LONGEST:
        return None, False
    pieces = _pieces(marked)
    if pieces is None or not _fit(pieces.others, pieces.worded, outlet, marked):
        return None, False
    days = {found[number].day for number in pieces.numbers}
    return (days.pop(), pieces.worded) if len(days) == 1 else (None, False)


def _bare(marked: str) -> str:
    """The line without a weekday and small words before its first day, at its start or a comma."""
    before, day, behind = marked.partition(_DAY)
    for kind in ("joint", "weekday", "joint"):
        before = re.sub(
            rf"(\A\W*|,\s*)(?:{_words(kind).pattern})[\s,]*\Z", r"\1", before, flags=re.IGNORECASE
        )
    return before + day + behind


class _Pieces(NamedTuple):
    """A line taken apart: which of its days count, whether it says "published", what else."""

    numbers: list[int]
    worded: bool
    others: list[str]


def _pieces(marked: str) -> _Pieces | None:
    """The line's pieces; None when a day stands in a piece that says anything else."""
    for kind in ("published", "updated", "source"):
        marked = _words(kind).sub(lambda match: "|" + match[0], marked)
    numbers: list[int] = []
    others: list[str] = []
    worded = updating = False
    number = 0
    for piece in _SPLIT.split(marked):
        rest = _TIME.sub(" ", piece).strip(" .,:：-–")
        if not rest:
            continue
        updating = bool(_words("updated").search(rest)) or (updating and _DAY in rest)
        if updating:
            number += rest.count(_DAY)
        elif _DAY in rest:
            said = _date_piece(rest)
            if said is None:
                return None
            worded = worded or said
            numbers.append(number)
            number += 1
        elif _words("published").fullmatch(rest):
            worded = True
        elif not _words("weekday").fullmatch(rest) and not _words("joint").fullmatch(rest):
            others.append(rest)
    return _Pieces(numbers, worded, others)


def _date_piece(piece: str) -> bool | None:
    """Whether a piece with a day says "published"; None when it says anything else."""
    if piece.count(_DAY) != 1:
        return None
    rest = piece.replace(_DAY, " ")
    worded = bool(_words("published").search(rest))
    for kind in ("published", "weekday", "joint"):
        rest = _words(kind).sub(" ", rest)
    return None if re.search(r"\w", rest) else worded


def _fit(others: Sequence[str], worded: bool, outlet: str | None, marked: str) -> bool:
    """Whether what stands beside the day is no more than an outlet or an author."""
    text = " ".join(others)
    if any(c.isdigit() for c in text) or len(text) > 80:
        return False
    if worded or not others:
        return True
    if _words("author").match(others[0]) and len(text.split()) <= _OUTLET_WORDS:
        return True
    if outlet and text.casefold() == outlet.casefold():
        return True
    # "Raid, 24 February 2025" may be a caption; a stroke or a dash sets an outlet off.
    set_off = not re.search(rf"{_DAY},|,\s*{_DAY}", _words("weekday").sub("", marked))
    return len(others) == 1 and set_off and len(text.split()) <= _OUTLET_WORDS
