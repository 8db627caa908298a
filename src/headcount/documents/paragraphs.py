"""Paragraph rules that win back precision: what of an extracted page is not the report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

from headcount.documents.agencies import find_agency

_LONGEST_PHRASE_LINE = 200
_PROSE = 60
"""Characters from which a paragraph with a sentence end counts as prose."""

_SHORT_SENTENCE = 15
"""Characters from which a last line with a full stop counts as a sentence."""

_UNPUNCTUATED_PROSE = 90
"""The same for scripts that end no sentence with a mark (Thai, Lao, Khmer, Burmese)."""

_SENTENCE_END = re.compile(r"[.!?…。！？।។။۔؟][\"'”’»」』)\]）]*\s*$")
_FULL_STOP = re.compile(r"[.。။។।۔][\"'”’»」』)\]）]*\s*$")
_UNPUNCTUATED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


def split_blocks(text: str) -> list[str]:
    """The text's paragraphs (parted by blank lines), each without bullets and extra spaces."""
    blocks = []
    for block in re.split(r"\n\s*\n", text):
        lines = (" ".join(line.split()).lstrip("•◦▪*>- ") for line in block.split("\n"))
        kept = "\n".join(line for line in lines if line)
        if kept:
            blocks.append(kept)
    return blocks


def is_prose(block: str) -> bool:
    """Whether a paragraph is running text rather than a label, a headline or a list entry."""
    if _SENTENCE_END.search(block):
        # Scripts without spaces say in 25 characters what Latin says in 60.
        wide = sum(1 for char in block if ord(char) > 0x2E80)
        return len(block) + wide >= _PROSE
    return len(_UNPUNCTUATED.findall(block)) >= _UNPUNCTUATED_PROSE


def is_table(block: str) -> bool:
    """Whether a block is a table of labels and numbers: a row a line, one line may head it."""
    lines = block.split("\n")
    rows = sum(_ROW.match(line) is not None for line in lines)
    return rows > 1 and rows >= len(lines) - 1


_ROW = re.compile(r"[^\d\W][^\d]{0,60} \d[\d.,]{0,12}$")
"""A line that is a label in letters and a number."""


def _is_sentence(block: str) -> bool:
    """Prose, or a short last sentence; headlines in lists end with no full stop."""
    short = len(block) >= _SHORT_SENTENCE and _FULL_STOP.search(block) is not None
    return short or is_prose(block)


def report_only(blocks: Sequence[str]) -> list[str]:
    """The paragraphs that belong to the report, in order.

    Left out: labels of buttons, calls to read or subscribe elsewhere, a paragraph said before,
    what follows a heading such as "Related articles" up to the next prose, and every headline or
    label after the last prose paragraph (an agency's credit stays, and a table of numbers).
    """
    kept = list(_without_labels(blocks))
    last = max((n for n, block in enumerate(kept) if _is_sentence(block)), default=None)
    if last is None:
        return kept
    if kept[last + 1 : last + 2] and kept[last + 1].endswith((":", "：")):
        last += 2  # a list that a line announces is part of the report
    elif kept[last + 1 : last + 2] and is_table(kept[last + 1]):
        last += 1
    credits_after = [b for b in kept[last + 1 : last + 4] if len(b) < 80 and find_agency(b)]
    return [*kept[: last + 1], *credits_after]


def _without_labels(blocks: Sequence[str]) -> Iterator[str]:
    seen: set[str] = set()
    in_tail = False
    for block in blocks:
        flat = " ".join(block.casefold().split()).strip(" :»>|-–—")
        if _is("tail", flat):
            in_tail = True
            continue
        if in_tail and not is_prose(block):
            continue
        in_tail = False
        if _is("whole", flat) or _starts(flat) or not any(c.isalnum() for c in flat):
            continue
        if flat in seen:
            continue
        if len(flat) >= 20:
            seen.add(flat)
        yield block


@cache
def _phrases(kind: str) -> tuple[str, ...]:
    text = resources.files(__package__).joinpath("boilerplate.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return tuple(phrase.casefold() for k, phrase in rows if k == kind)


@cache
def _set(kind: str) -> frozenset[str]:
    return frozenset(_phrases(kind))


def _is(kind: str, flat: str) -> bool:
    return flat in _set(kind)


def _starts(flat: str) -> bool:
    return len(flat) <= _LONGEST_PHRASE_LINE and flat.startswith(_phrases("start"))
