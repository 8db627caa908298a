"""What a page says of itself: title, outlet, address, language, day of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from headcount.documents.addresses import canonical_url, clean_url
from headcount.documents.jsonld import LinkedArticle, linked_articles, own_article
from headcount.documents.tree import select
from headcount.documents.written_days import machine_day
from headcount.model import DayFound

_DAY_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "publication_date",
    "publication-date",
    "publicationdate",
    "publish_date",
    "publish-date",
    "publishdate",
    "published_time",
    "published_date",
    "published-date",
    "pubdate",
    "pub_date",
    "bt:pubdate",
    "article.published",
    "article:create_at",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "citation_publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "dc.date",
    "dcterms.created",
    "dc.date.created",
    "date",
)
"""Names of meta elements that hold the day of publication, the most exact first."""

_TITLE_SPLIT = re.compile(r"\s+[|·•–—-]\s+|\s*[|｜]\s*|\s*[_＿](?=[^\x00-\x7f])|\s+::\s+|\s+«\s+")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The page's own words about itself; None where it says nothing."""

    title: str | None
    outlet: str | None
    url: str | None
    lang: str | None
    published: date | None
    found: DayFound
    body: str
    """`articleBody` of JSON-LD, for pages that show their text by script alone."""


def read_metadata(tree: Any, base: str | None) -> Metadata:
    """The metadata of a parsed page (resiliparse HTMLTree); `base` is the address it came from.

    The day comes from JSON-LD, else meta elements and microdata; no text is looked at here.
    """
    metas = _metas(tree)
    declared = _attribute(tree, 'link[rel~="canonical"]', "href") or metas.get("og:url", "")
    url = canonical_url(declared, base) or clean_url(base or "")
    heading = _heading(tree, metas.get("og:title") or _title_element(tree))
    articles = linked_articles(
        [node.text for node in select(tree.document, 'script[type*="ld+json"]')]
    )
    linked = own_article(articles, url, heading or metas.get("og:title"))
    outlet = (
        metas.get("og:site_name")
        or (linked.publisher if linked else "")
        or metas.get("application-name")
    )
    published, found = _day(tree, metas, linked)
    return Metadata(
        title=_title(tree, metas, linked, (heading, outlet or "", url or "")),
        outlet=outlet or None,
        url=url,
        lang=_language(tree, metas, linked),
        published=published,
        found=found,
        body=linked.body if linked else "",
    )


def _metas(tree: Any) -> dict[str, str]:
    """Content of each meta element by its lower-case name, property or itemprop; the first wins."""
    found: dict[str, str] = {}
    for node in select(tree.document, "meta[content]"):
        content = " ".join((node.getattr("content") or "").split())
        for key in ("property", "name", "itemprop"):
            name = (node.getattr(key) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _day(
    tree: Any, metas: dict[str, str], linked: LinkedArticle | None
) -> tuple[date | None, DayFound]:
    if linked and linked.published:
        return linked.published, DayFound.JSON_LD
    for name in _DAY_NAMES:
        day = machine_day(metas.get(name, ""))
        if day:
            return day, DayFound.META
    nodes = select(tree.document, '[itemprop~="datePublished"]')
    days = {machine_day(_value(node)) for node in nodes}
    # Cards of other stories carry microdata too: only a single day can be the page's.
    day = days.pop() if len(days) == 1 else None
    return (day, DayFound.META) if day else (None, DayFound.NONE)


def _value(node: Any) -> str:
    return node.getattr("content") or node.getattr("datetime") or node.text or ""


def _title(
    tree: Any, metas: dict[str, str], linked: LinkedArticle | None, known: tuple[str, str, str]
) -> str | None:
    """og:title, JSON-LD headline, h1 or title element, without the site's name."""
    heading, outlet, url = known
    for candidate in (
        metas.get("og:title", ""),
        linked.headline if linked else "",
        metas.get("twitter:title", ""),
        heading,
        _title_element(tree),
    ):
        title = _without_site(candidate, heading, outlet, url)
        if title:
            return title
    return None


def _without_site(title: str, heading: str, outlet: str, url: str) -> str:
    """The title without "| Site": the heading if it is the title's part, else known site names."""
    title = " ".join(title.split())
    flat_heading = _flat(heading)
    if len(flat_heading) >= 12 and flat_heading in _flat(title):
        return heading
    site = _flat(outlet)
    host = _flat(urlsplit(url).hostname or "")
    pieces = list(_TITLE_SPLIT.finditer(title))
    for split in reversed(pieces):
        rest = _flat(title[split.end() :])
        if not rest or rest in site or (site and site in rest) or rest in host:
            title = title[: split.start()].strip()
    return "" if _flat(title) == site else title


def _heading(tree: Any, title: str) -> str:
    """The h1 that shares most words with the page's title; the only h1 when there is no title."""
    texts = [" ".join((node.text or "").split()) for node in select(tree.document, "h1")]
    texts = [text for text in texts if text and len(text) <= 400]
    if not title:
        return texts[0] if len(texts) == 1 else ""
    flat = _flat(title)
    inside = [
        text
        for text in texts
        if len(_flat(text)) >= 8 and (_flat(text) in flat or flat in _flat(text))
    ]
    return max(inside, key=len, default="")


def _title_element(tree: Any) -> str:
    return " ".join((tree.title or "").split())


def _attribute(tree: Any, selector: str, name: str) -> str:
    node = tree.document.query_selector(selector)
    return (node.getattr(name) or "").strip() if node is not None else ""


def _language(tree: Any, metas: dict[str, str], linked: LinkedArticle | None) -> str | None:
    declared = _attribute(tree, "html", "lang") or _attribute(tree, "html", "xml:lang")
    linked_language = linked.language if linked else ""
    return declared or metas.get("og:locale") or linked_language or metas.get("language") or None


def _flat(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
