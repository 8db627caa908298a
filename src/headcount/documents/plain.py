"""Plain text: its title line, its byline and its paragraphs."""

from __future__ import annotations

import re

from headcount.documents.bylines import byline_day, is_byline
from headcount.documents.charset import decode
from headcount.documents.draft import Draft
from headcount.model import DayFound, RawItem

_SENTENCE_END = (".", "!", "?", "…", "。", "！", "？", "។", "။", "|", "।", "۔")
_LONGEST_TITLE = 220
_SHORTEST_TITLE = 12
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
    top = [line.strip().lstrip("#").strip() for line in lines if line.strip()][:_TOP]
    for line in top:
        if line.endswith(_SENTENCE_END) and not line.endswith(("?", "!", "…", "？", "！")):
            return None
        if len(line) > _LONGEST_TITLE:
            return None
        if _words(line) >= 4 and len(line) >= _SHORTEST_TITLE and not is_byline(line):
            return line
    return None


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
