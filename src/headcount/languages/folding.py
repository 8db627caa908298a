"""Rows of tables, kept folded until a word of a text asks for them.

A row stands for many forms, and most forms of a pack are never met in a report. So a row becomes a
template (normal words apart by spaces, alternatives in braces), is filed under the first words of
its forms, and unfolded when one of these words is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from headcount.languages.scripts import WORD, mixed, normal, one_run
from headcount.languages.tables import expand

JOINERS: Final = frozenset("-'’‐‑")
"""Marks that only hold two words together: forms are looked up without them."""

_BRACES: Final = frozenset("{}")
_STRUCTURE: Final = re.compile("[{}, ]")

_HEAD: Final = re.compile(r"(?:[^ {]|\{[^{}]*\})+")
"""What stands before the first space outside braces."""


def plain_templates(written: Sequence[str]) -> list[str | None]:
    """Each template of a table in normal words, so that its forms need no cutting.

    None where a form holds more than letters and joiners, or where scripts meet. All are looked
    through in one go, which is many times as fast as one by one.
    """
    flat = "\n".join(written)
    for joiner in sorted(JOINERS):
        flat = flat.replace(joiner, " ")
    letters = _STRUCTURE.sub("", flat).split("\n")
    return [
        text if (only.isalpha() and not mixed(only)) or one_run(only) else None
        for text, only in zip(normal(flat).split("\n"), letters, strict=True)
    ]


def literal(form: str) -> str:
    """One form in normal words as the tokenizer would cut it; joiners and braces are dropped."""
    if form.isalpha() and not mixed(form):
        return normal(form)
    pieces = [found.group() for found in WORD.finditer(form)]
    return " ".join([normal(p) for p in pieces if p not in JOINERS and p not in _BRACES])


def by_first_word(template: str) -> list[tuple[str, str]]:
    """The first words of a template's forms, each with the template of the forms it begins."""
    text = template.strip()
    if "{" not in text:
        return [(text.partition(" ")[0], text)] if text else []
    found = _HEAD.match(text)
    head = found.group() if found else text
    rest = text[len(head) :]
    if "{" not in head:
        return [(head, text)]
    parted: list[tuple[str, str]] = []
    for opening in expand(head):
        if opening:
            parted.append((opening.partition(" ")[0], opening + rest))
        else:
            parted.extend(by_first_word(rest))
    return parted
