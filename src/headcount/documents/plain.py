"""Plain text: its title line, its byline and its paragraphs."""

from __future__ import annotations

import re
from itertools import takewhile

from headcount.documents.bylines import byline_day, is_byline
from headcount.documents.charset import decode
from headcount.documents.draft import Draft
from headcount.model import DayFound, RawItem

_SENTENCE_END = (".", "!", "?", "…", "。", "！", "？", "។", "။", "|", "।", "۔")
_LONGEST_TITLE = 220
_SHORTEST_TITLE = 12
_SHORT = 0.6
"""Share of the longest line below it that a title right above its report may take."""

_TOP = 6
"""Non-empty lines among which a title is looked for."""


def read_plain(item: RawItem) -> Draft:
    """The text as it stands, with blank lines between paragraphs and a title in front if given.

    Raises InputError when the bytes are wrongly encoded.
    """
    text = tidy(decode(item.content, item.locator, item.charset))
    return draft_of(text, item.given.get("title"), item.given.get("outlet"))


def draft_of(text: str, given_title: str | None, outlet: str | None) -> Draft:
    """A draft of a tidy text: title line, byline day."""
    lines = text[:20_000].split("\n")
    day = byline_day(lines, outlet)
    title = given_title or title_line(lines)
    return Draft(
        text=with_title(text, given_title),
        title=title,
        published=day,
        found=DayFound.BYLINE if day else DayFound.NONE,
    )


def tidy(text: str) -> str:
    """The text without spaces at line ends and with at most one blank line in a row."""
    text = re.sub(r"[^\S\n]+(?=\n|\Z)", "", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")


def title_line(lines: list[str]) -> str | None:
    """The line near the top that reads like a title; None when the text starts with prose."""
    bare = [line.strip().lstrip("#").strip() for line in lines]
    top = [number for number, line in enumerate(bare) if line][:_TOP]
    for number in top:
        line = bare[number]
        if _ends_sentence(line) or len(line) > _LONGEST_TITLE:
            return None
        if _words(line) >= 4 and len(line) >= _SHORTEST_TITLE and not is_byline(line):
            return line if _stands_apart(line, bare[number + 1 :]) else None
    return None


def _stands_apart(line: str, below: list[str]) -> bool:
    """Whether the line is no first line of a paragraph that was broken at a margin.

    A title has an empty line below it, or only other headings, or lines much longer than it is.
    """
    block = list(takewhile(bool, below))
    if not block:
        return True
    if block[0][0].islower():
        return False
    return not _ends_sentence(block[-1]) or len(line) <= _SHORT * max(map(len, block))


def _ends_sentence(line: str) -> bool:
    """Whether a line ends as prose does; a title may ask, cry out or trail off."""
    return line.endswith(_SENTENCE_END) and not line.endswith(("?", "!", "…", "？", "！"))


def _words(line: str) -> int:
    """Words of a line; in scripts that write no spaces three letters pass for one."""
    spaced = len(line.split())
    unspaced = sum(1 for char in line if ord(char) > 0x0E00) // 3
    return max(spaced, unspaced)


def with_title(text: str, title: str | None) -> str:
    """The text with the title as its first paragraph, unless it stands near the top already."""
    if not title:
        return text
    flat = _flat(title)
    if flat and any(_flat(line) == flat for line in text[:3000].split("\n")[:_TOP]):
        return text
    return f"{title}\n\n{text}"


def _flat(line: str) -> str:
    return "".join(char for char in line.casefold() if char.isalnum())
