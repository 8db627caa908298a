"""Cutting out of a page's tree what is not its report, before any text is taken from it."""

from __future__ import annotations

import re
from typing import Any

from headcount.documents.tree import select

_ALWAYS = (
    "nav, footer, aside, form, button, select, dialog, figcaption, noscript, template, iframe, svg,"
    " [hidden], [aria-hidden=true] p, [role=navigation], [role=complementary], [role=dialog],"
    " [role=alertdialog], [role=search], [role=contentinfo]"
)

_STEMS = (
    "related",
    "recommend",
    "recirc",
    "readmore",
    "read-more",
    "also-read",
    "alsoread",
    "baca-juga",
    "lire-aussi",
    "most-read",
    "mostread",
    "popular",
    "trending",
    "latest-",
    "newsletter",
    "subscri",
    "signup",
    "sign-up",
    "cookie",
    "consent",
    "gdpr",
    "share",
    "sharing",
    "social",
    "comment",
    "disqus",
    "respond",
    "breadcrumb",
    "sidebar",
    "widget-area",
    "promo",
    "advert",
    "sponsor",
    "teaser",
    "taglist",
    "tag-list",
    "post-tags",
    "article-tags",
    "entry-tags",
    "author-bio",
    "about-author",
    "authorbox",
    "author-box",
    "outbrain",
    "taboola",
    "caption",
    "slideshow",
    "pagination",
    "modal",
    "popup",
    "lightbox",
    "skip-link",
    "toolbar",
    "masthead",
    "footer",
    "follow-us",
    "carousel",
    "copyright",
    "disclaimer",
    "print-only",
    "you-may",
    "more-news",
    "more-stories",
    "other-news",
    "lienquan",
)
"""Stems of class names and ids under which sites put what is not the report."""

_TOKEN = re.compile(
    r"(?:^|[-_\s])(?:" + "|".join(re.escape(stem) for stem in _STEMS) + r")", re.IGNORECASE
)
_STATE = re.compile(
    r"^(?:has|with|without|no|is|show|hide|enable|open|closed|single|page|js)[-_]", re.I
)
_CANDIDATES = ", ".join(f'[class*="{stem}"], [id*="{stem}"]' for stem in _STEMS)
_NEVER = frozenset({"html", "body", "main", "head"})
_LONG = 80
_ENOUGH = 250


def prune(tree: Any) -> None:
    """Removes from the tree (resiliparse HTMLTree) what does not belong to the report.

    A part is kept in spite of its name when the page would be left without long paragraphs, or
    when it holds the page's main heading.
    """
    body = tree.body
    if body is None:
        return
    left = _long_text(body)
    whole = len(body.text)
    for node in (*select(body, _ALWAYS), *_named_junk(body)):
        if not body.contains(node) or node.query_selector("h1") is not None:
            continue  # its parent went before, or it holds the heading
        inside = _long_text(node)
        spared = left - inside < _ENOUGH if inside else not left and len(node.text) * 2 >= whole
        if not spared:
            node.decompose()
            left -= inside


def _named_junk(body: Any) -> list[Any]:
    found = []
    for node in select(body, _CANDIDATES):
        if node.tag in _NEVER:
            continue
        names = f"{node.getattr('class') or ''} {node.getattr('id') or ''}".split()
        if any(_TOKEN.search(name) and not _STATE.match(name) for name in names):
            found.append(node)
    return found


def _long_text(node: Any) -> int:
    """Characters in the node's long paragraphs."""
    lengths = (len(p.text) for p in select(node, "p"))
    return sum(length for length in lengths if length >= _LONG)
