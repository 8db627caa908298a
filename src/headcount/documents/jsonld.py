"""The article that a page describes in JSON-LD, however broken or nested it stands there."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from headcount.documents.written_days import machine_day

_ARTICLE = re.compile(
    r"^(?:https?://schema\.org/|schema:)?(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report"
    r"|\w*PressRelease|SocialMediaPosting|AdvertiserContentArticle|ScholarlyArticle)$"
)
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "@list")
"""Where a page's own article may be nested; `hasPart`, `itemListElement` hold other articles."""

_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """What JSON-LD says of one article; empty strings and None where it says nothing."""

    headline: str
    url: str
    published: date | None
    publisher: str
    language: str
    body: str


def linked_articles(scripts: Sequence[str]) -> list[LinkedArticle]:
    """Every article described at the page's own level, in order; broken scripts are passed over."""
    return [_article(node) for script in scripts for node in _nodes(_load(script), 0)]


def own_article(
    articles: Sequence[LinkedArticle], url: str | None, title: str | None
) -> LinkedArticle | None:
    """The article that the page is: the only one, else the one with its address or its title.

    None when several are described and none of them can be told to be the page's.
    """
    if len(articles) <= 1 or len({a.published for a in articles}) == 1:
        return articles[0] if articles else None
    flat_title, flat_url = _flat(title or ""), _flat_url(url or "")
    for article in articles:
        if flat_url and _flat_url(article.url) == flat_url:
            return article
    for article in articles:
        headline = _flat(article.headline)
        if flat_title and headline and (headline in flat_title or flat_title in headline):
            return article
    return None


def _load(script: str) -> Any:
    """The JSON, after repairing what pages break: comments, CDATA, trailing commas."""
    text = re.sub(
        r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$", "", script
    )
    for attempt in (text, re.sub(r",\s*([}\]])", r"\1", text).strip().rstrip(";")):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return _salvage(text)


def _salvage(text: str) -> Any:
    """The plain string fields of a script that no repair makes valid, if it has one article."""
    kinds = re.findall(r'"@type"\s*:\s*"([^"]{1,60})"', text)
    days = re.findall(r'"datePublished"\s*:\s*"([^"]{1,60})"', text)
    if sum(1 for kind in kinds if _ARTICLE.match(kind)) != 1 or len(set(days)) != 1:
        return None
    headline = re.search(r'"headline"\s*:\s*"([^"\n]{1,300})"', text)
    return {
        "@type": "NewsArticle",
        "datePublished": days[0],
        "headline": headline[1] if headline else "",
    }


def _nodes(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for inner in value[:200]:
            yield from _nodes(inner, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type", "")
        if any(_ARTICLE.match(k) for k in _strings(kinds)):
            yield value
            return
        for name in _INSIDE:
            yield from _nodes(value.get(name), depth + 1)


def _article(node: dict[str, Any]) -> LinkedArticle:
    url = (
        _first(node.get("url"))
        or _name(node.get("mainEntityOfPage"), "@id")
        or _first(node.get("@id"))
    )
    days = {machine_day(value) for value in _strings(node.get("datePublished"))}
    return LinkedArticle(
        headline=_text(_first(node.get("headline")) or _first(node.get("name"))),
        url=url,
        published=days.pop() if len(days) == 1 else None,
        publisher=_text(_name(node.get("publisher"), "name")),
        language=_name(node.get("inLanguage"), "alternateName", "name"),
        body=_first(node.get("articleBody")),
    )


def _strings(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [v for v in values if isinstance(v, str)]


def _first(value: Any) -> str:
    return next(iter(_strings(value)), "").strip()


def _name(value: Any, *keys: str) -> str:
    """A string, or the named field of an object, or of the first object of a list."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        return next((_first(value[key]) for key in keys if _first(value.get(key))), "")
    return value.strip() if isinstance(value, str) else ""


def _text(value: str) -> str:
    return " ".join(html.unescape(value).split())


def _flat(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _flat_url(url: str) -> str:
    return re.sub(r"^https?://(?:www\.|m\.|amp\.)?|[?#].*$|/+$", "", url.strip().lower())
