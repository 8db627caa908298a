"""RSS (0.9x, 1.0, 2.0) and Atom feeds: each entry a raw item with what the feed says of it.

Entries are not fetched: the text is what the feed itself carries.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_tz
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from headcount.errors import InputError
from headcount.model import RawItem, Skipped
from headcount.sources.media import HTML, PLAIN

_BODIES = ("encoded", "content", "body", "description", "summary")
_DAYS = ("pubDate", "published", "date", "issued")
"""Only days of publication; `updated` and `modified` tell of a later change."""
_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_MARKUP = re.compile(
    r"<(?:p|br|div|a|ul|ol|li|img|h\d|em|strong|b|i|span|figure|blockquote)\b", re.I
)


def read_feed(content: bytes, locator: str) -> Iterator[RawItem | Skipped]:
    """Each entry as a RawItem: `given` has url, title, published (ISO), outlet, declared_lang, and
    `found` = "feed", which also says that the HTML is a fragment without a page around it.

    Raises InputError when the bytes are no well-formed feed, declare entities, or hold no entry.
    """
    try:
        root = fromstring(content)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        # LookupError and ValueError: an XML declaration with an unknown encoding.
        raise InputError(f"{locator}: is not well-formed XML; save the feed again") from error
    if _name(root) not in ("rss", "feed", "RDF"):
        raise InputError(f"{locator}: is XML but no RSS or Atom feed; give a feed, page or text")
    channel = _child(root, "channel")
    about = root if channel is None else channel
    entries = [e for e in root.iter() if _name(e) in ("item", "entry")]
    if not entries:
        raise InputError(f"{locator}: the feed has no entries; nothing to read")
    shared = {"outlet": _text(about, "title"), "declared_lang": _text(about, "language")}
    for number, entry in enumerate(entries, start=1):
        yield _item(entry, f"{locator}#{number}", shared)


def _item(entry: Element, where: str, shared: dict[str, str]) -> RawItem | Skipped:
    title = " ".join(_plain(_text(entry, "title")).split())
    bodies = [_body(child) for child in entry if _name(child) in _BODIES]
    body = max(bodies, key=len, default="")
    if not body.strip() and not title:
        return Skipped(
            where, f"{where}: the entry has no text; open its link", InputError.exit_code
        )
    days = [_day(_text(entry, name)) for name in _DAYS]
    given = {
        "found": "feed",
        "url": _link(entry),
        "title": title,
        "published": next((d.isoformat() for d in days if d), ""),
        **shared,
    }
    kind = HTML if _MARKUP.search(body) else PLAIN
    text = body if kind == HTML else _plain(body)
    return RawItem(
        where, text.encode(), kind, "utf-8", {key: value for key, value in given.items() if value}
    )


def _name(element: Element) -> str:
    """The tag without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _child(element: Element, name: str) -> Element | None:
    return next((child for child in element if _name(child) == name), None)


def _text(element: Element, name: str) -> str:
    child = _child(element, name)
    return "" if child is None else "".join(child.itertext()).strip()


def _body(element: Element) -> str:
    """The markup or text inside; Atom's `xhtml` content is written out block by block."""
    if len(element) == 0:
        return element.text or ""
    blocks = [
        " ".join("".join(child.itertext()).split()) for child in element.iter() if _is_leaf(child)
    ]
    return "".join(f"<p>{html.escape(block)}</p>" for block in blocks if block)


def _is_leaf(element: Element) -> bool:
    """Whether the element is a paragraph, or a block that holds none."""
    blocks = {"p", "li", "h1", "h2", "h3", "h4", "blockquote", "pre", "div", "td"}
    return _name(element) in blocks and not any(
        _name(inner) in blocks for inner in element.iter() if inner is not element
    )


def _plain(text: str) -> str:
    return html.unescape(text)


def _link(entry: Element) -> str:
    """The entry's address: Atom's alternate link, RSS's link, or a guid that is an address."""
    for child in entry:
        if _name(child) == "link":
            address = child.get("href") or child.text or ""
            if child.get("rel", "alternate") == "alternate" and address.strip():
                return address.strip()
    guid = _text(entry, "guid")
    return guid if guid.startswith(("http://", "https://")) else ""


def _day(words: str) -> date | None:
    """The calendar day as written, whatever the time zone."""
    iso = _ISO_DAY.match(words)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        parsed = parsedate_tz(words)
        return date(*parsed[:3]) if parsed else None
    except ValueError:
        return None
