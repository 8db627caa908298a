"""How large and how deep a page may be before it is taken apart.

The libraries that parse a page and take its text need time that grows with the square of how
deeply elements lie in each other, and a parser repeats every formatting element left open in each
paragraph after it, as HTML says: a page of some kilobytes could hold us for minutes or fill the
memory. The limits are far above any page that a newspaper publishes.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import Any

from headcount.errors import InputError

DEPTH = 256
"""Levels of elements; a browser stops at 512, a report's page has 20 to 60."""

ELEMENTS = 100_000
"""Elements of one page; a report's page has 500 to 5,000."""

_REPEATED = 2_000_000
"""Elements that the parser may have to make by repeating formatting that was left open."""

_SAME = 3
"""Formatting elements with the same attributes that a parser repeats at most (HTML, 13.2.4.3)."""

_FORMATTING = re.compile(
    r"<(/?)(b|big|code|em|font|i|s|small|strike|strong|tt|u)(?=[\s/>])([^<>]*)", re.IGNORECASE
)
_TOO_DEEP = "html>body" + ">*" * (DEPTH - 2)


def check_markup(markup: str, locator: str) -> None:
    """Raises InputError when parsing the markup could make it many times larger; linear time."""
    if _most_open(markup) * markup.count("<") > _REPEATED:
        raise _refused(locator, "leaves formatting open over too many elements")


def _most_open(markup: str) -> int:
    """How many formatting elements are open at once at most, counted as a parser keeps them."""
    stacks: defaultdict[str, list[str]] = defaultdict(list)
    kept: Counter[tuple[str, str]] = Counter()
    now = most = 0
    for found in _FORMATTING.finditer(markup):
        name, attributes = found[2].lower(), found[3]
        if not found[1]:
            stacks[name].append(attributes)
            now += kept[name, attributes] < _SAME
            kept[name, attributes] += 1
            most = max(most, now)
        elif stacks[name]:
            attributes = stacks[name].pop()
            kept[name, attributes] -= 1
            now -= kept[name, attributes] < _SAME
    return most


def check_tree(tree: Any, locator: str) -> None:
    """Raises InputError when the page (resiliparse HTMLTree) is too deep or too large to read."""
    document = tree.document
    # Anchored at the root, so that the selector looks at each element once.
    if document.query_selector(_TOO_DEEP) is not None:
        raise _refused(locator, f"nests its elements more than {DEPTH} deep")
    if len(document.query_selector_all("*")) > ELEMENTS:
        raise _refused(locator, f"has more than {ELEMENTS:,} elements")


def _refused(locator: str, what: str) -> InputError:
    return InputError(
        f"{locator}: {what}, which no report's page does; save its text and give that"
    )
