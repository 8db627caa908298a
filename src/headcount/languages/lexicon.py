"""The words of one language as the engine sees them: forms, each with typed entries.

Only tables fill a lexicon; the engine asks an entry for its class and value and never for the
language. docs/ADD-A-LANGUAGE.md lists the classes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

WORD = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)*)(?P<tail>[^\W\d_]+)?"
    r"|(?P<word>[^\W\d_][^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W\d_]*)*)"
    r"|(?P<mark>[%$€£¥฿₱₩₹₫°#]|[^\w\s])"
)
"""One token: a number with what is glued to it, a word, or a single mark."""


def normal(text: str) -> str:
    """The form under which a word is looked up: NFC, lower case, straight apostrophes."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).replace("’", "'")
    return text.lower()


JOINERS = frozenset("-'’‐‑")
"""Marks that only hold two words together: forms are looked up without them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning of a form: `cls` says what it is for, `value` and `extra` what it carries.

    `exact` holds the spelling when case decides ("US" is no pronoun), else "".
    """

    cls: str
    value: str
    extra: str = ""
    exact: str = ""


@dataclass(slots=True)
class Lexicon:
    """Forms of one or several words, looked up longest first.

    `forms` maps the normal words joined by one space to their entries; `longest` maps a first
    word to the number of words of the longest form that begins with it.
    """

    forms: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)

    def add(self, form: str, entry: Entry) -> None:
        """Add one form; the same entry twice is kept once."""
        words = split_form(form)
        if not words:
            return
        key = " ".join(words)
        have = self.forms.get(key, ())
        if entry not in have:
            self.forms[key] = (*have, entry)
        if self.longest.get(words[0], 0) < len(words):
            self.longest[words[0]] = len(words)

    def update(self, items: Iterable[tuple[str, Entry]]) -> None:
        """Add many forms."""
        for form, entry in items:
            self.add(form, entry)


def split_form(form: str) -> list[str]:
    """The normal words of a form as the tokenizer would cut it, joiners dropped."""
    return [normal(found.group()) for found in WORD.finditer(form) if found.group() not in JOINERS]
