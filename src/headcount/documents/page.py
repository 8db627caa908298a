"""Web pages: the report's text without what stands around it, and what the page says of itself."""

from __future__ import annotations

import html
import re
from datetime import date
from typing import Any

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from headcount.documents.addresses import outlet_of
from headcount.documents.bounds import check_markup, check_tree
from headcount.documents.bylines import byline_day
from headcount.documents.charset import clean, decode
from headcount.documents.draft import Draft
from headcount.documents.metadata import Metadata, read_metadata
from headcount.documents.paragraphs import is_prose, report_only, split_blocks
from headcount.documents.plain import with_title
from headcount.documents.prune import prune
from headcount.documents.tree import select
from headcount.documents.written_days import machine_day
from headcount.errors import InputError
from headcount.model import DayFound, RawItem

_NEAR = 9
"""Lines after the title among which a byline may stand."""

_SHORT = 120


def read_page(item: RawItem) -> Draft:
    """The report of an HTML page, or of a feed entry's fragment, with the page's metadata.

    Raises InputError when it is wrongly encoded, has no text, or is no page that a person wrote
    (`headcount.documents.bounds`).
    """
    markup = decode(item.content, item.locator, item.charset, html=True)
    check_markup(markup, item.locator)
    tree = HTMLTree.parse(markup)
    check_tree(tree, item.locator)
    if tree.body is None:
        raise InputError(f"{item.locator}: has no text; give a report")
    if item.given.get("found") == "feed":
        return _fragment(tree, item)
    meta = read_metadata(tree, item.given.get("url"))
    prune(tree)
    blocks = _report(tree, meta)
    if not blocks:
        raise InputError(
            f"{item.locator}: no report found on the page; open it in a browser and save its text"
        )
    title = item.given.get("title") or meta.title
    blocks = _from_title(blocks, title)
    published, found = meta.published, meta.found
    if published is None:
        published = _visible_day(tree, title, meta.outlet)
        found = DayFound.BYLINE if published else DayFound.NONE
    return Draft(
        text=with_title("\n\n".join(blocks), title),
        title=title,
        url=meta.url,
        outlet=meta.outlet or outlet_of(meta.url),
        published=published,
        found=found,
        lang=meta.lang,
        page=True,
    )


def _fragment(tree: Any, item: RawItem) -> Draft:
    text = extract_plain_text(tree, main_content=False, alt_texts=False, list_bullets=False)
    blocks = split_blocks(clean(text))
    title = item.given.get("title")
    return Draft(
        text=with_title("\n\n".join(report_only(blocks) or blocks), title), title=title, page=True
    )


def _report(tree: Any, meta: Metadata) -> list[str]:
    """The paragraphs of the report; JSON-LD's own copy when the page shows next to nothing."""
    text = extract_plain_text(
        tree, main_content=True, alt_texts=False, list_bullets=False, comments=False
    )
    blocks = report_only(split_blocks(clean(text)))
    if sum(len(b) for b in blocks if is_prose(b)) < _SHORT < len(meta.body):
        plain = re.sub(r"<[^>]{0,200}>", "\n\n", html.unescape(meta.body))
        return split_blocks(clean(plain))
    return blocks


def _from_title(blocks: list[str], title: str | None) -> list[str]:
    """The paragraphs from the title on, when only labels (a menu, a rubric) stand before it."""
    for number, block in enumerate(blocks[:8]):
        if _flat(block) == _flat(title or ""):
            return blocks[number:]
        if is_prose(block):
            break
    return blocks


def _visible_day(tree: Any, title: str | None, outlet: str | None) -> date | None:
    """The day that stands beside the title: a time element, or a byline before the first prose."""
    timed = _timed_day(tree)
    if timed:
        return timed
    text = extract_plain_text(tree, main_content=False, alt_texts=False, list_bullets=False)
    lines = [line for line in (raw.strip() for raw in clean(text).split("\n")) if line]
    at = _title_at(lines, title)
    if at is None:
        return None
    near = []
    for line in lines[at + 1 : at + 1 + _NEAR]:
        near.append(line)
        if is_prose(line):
            break  # a dateline may open the first paragraph
    above = [line for line in lines[max(0, at - 2) : at] if not is_prose(line)]
    return byline_day(near, outlet) or byline_day(above, outlet)


def _title_at(lines: list[str], title: str | None) -> int | None:
    flat = _flat(title or "")
    if not flat:
        return None
    places = [n for n, line in enumerate(lines) if _flat(line) == flat]
    # The last before any prose: breadcrumbs repeat the title above the heading.
    first_prose = next((n for n, line in enumerate(lines) if is_prose(line)), len(lines))
    early = [n for n in places if n <= first_prose]
    if early:
        return early[-1]
    return places[0] if places else None


def _timed_day(tree: Any) -> date | None:
    """The day of the time elements in the block around the only h1, if they agree."""
    headings = select(tree.body, "h1")
    if len(headings) != 1:
        return None
    node = headings[0]
    for _ in range(3):
        node = node.parent
        if node is None or node.tag in ("body", "html"):
            return None
        times = [t for t in select(node, "time[datetime]") if not _is_update(t)]
        if times:
            days = {machine_day(t.getattr("datetime") or "") for t in times}
            return days.pop() if len(days) == 1 else None
    return None


def _is_update(node: Any) -> bool:
    around = f"{node.getattr('class') or ''} {node.getattr('itemprop') or ''}".lower()
    parent = (node.parent.getattr("class") or "").lower() if node.parent else ""
    return any(word in around + parent for word in ("updat", "modif"))


def _flat(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
