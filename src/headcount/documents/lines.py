"""Joining the lines of a printed page to paragraphs."""

from __future__ import annotations

import re
from statistics import median

_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u9fff\uff00-\uffef]")
_END = (".", "!", "?", "…", "。", "！", "？", ":", "：", "។", "။", "।", "۔", '"', "”", "»", "」")
_PAGE_NUMBER = re.compile(r"\s*(?:[-–—]\s*)?\d{1,4}(?:\s*[/|]\s*\d{1,4})?(?:\s*[-–—])?\s*")


def join_lines(text: str) -> str:
    """Paragraphs parted by blank lines; a word broken at a line's end is put together again.

    A line that is much shorter than its neighbours, or ends a sentence well before the margin,
    ends a paragraph. Page numbers are dropped.
    """
    lines = [line.strip() for line in text.split("\n")]
    lines = [line for line in lines if not line or not _PAGE_NUMBER.fullmatch(line)]
    filled = [len(line) for line in lines if line]
    if not filled:
        return ""
    margin = median(sorted(filled)[len(filled) // 2 :])
    paragraphs: list[str] = []
    current = ""
    previous = 0
    for line in lines:
        if not line or _ends(current, previous, margin):
            if current:
                paragraphs.append(current)
            current, previous = "", 0
        if line:
            current = _joined(current, line)
            previous = len(line)
    if current:
        paragraphs.append(current)
    return "\n\n".join(paragraphs)


def _ends(current: str, last_line: int, margin: float) -> bool:
    """Whether a paragraph ends with the line just added, `last_line` characters long."""
    if not current:
        return False
    return last_line < 0.6 * margin or (current.endswith(_END) and last_line < 0.85 * margin)


def _joined(before: str, line: str) -> str:
    if not before:
        return line
    if before.endswith("\u00ad"):
        return before[:-1] + line
    if before.endswith("-") and before[-2:-1].isalpha():
        return (before[:-1] if line[:1].islower() else before) + line
    if _UNSPACED.match(before[-1]) and _UNSPACED.match(line[0]):
        return before + line
    return f"{before} {line}"
