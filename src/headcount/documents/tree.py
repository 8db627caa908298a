"""Selecting from a parsed page."""

from __future__ import annotations

from typing import Any

MOST = 20_000
"""Nodes of one selection that are looked at; a report's page stays far below."""


def select(node: Any, css: str) -> list[Any]:
    """The elements below a resiliparse node that match, in document order, at most `MOST`.

    A slice, because iterating over the library's node list takes quadratic time: a hostile page
    with many paragraphs would hold us for hours.
    """
    return list(node.query_selector_all(css)[:MOST])
