"""Whether a report without an address of its own is a changed version of one that is known.

A page has its URL as identity, a JSONL record its id. The id of a plain file follows from its
text, so a corrected file would pass for a second report. What tells is where it was read from,
and that most of its words are still there: a download under a used name is another report.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from headcount.ids import digest, short_id
from headcount.ledger.store import Ledger
from headcount.model import Document, Extraction

_ALIKE = 0.5
"""Share of the words, in order, that a new version must share with the one before."""

_COMPARED = 3000
"""Words compared at most: the comparison takes the square of their number at worst."""

_LONG_WORD = 20
"""Characters a word on average above which the script has no spaces, and characters are words."""


def source_of(document: Document) -> str | None:
    """Where a document comes from, the same on every call: its URL or the path of its own file.

    None for standard input and for a line of a JSONL file, whose number says nothing.
    """
    if document.url:
        return document.url
    _, _, line = document.locator.rpartition("#")
    if document.locator in ("", "-") or line.isdecimal():
        return None
    return os.path.abspath(document.locator)


def under_known_id(ledger: Ledger, extraction: Extraction) -> Extraction:
    """The extraction with the id of the report that it is a new version of, else as it is.

    Raises LedgerError if the ledger cannot be read.
    """
    document = extraction.document
    source = source_of(document)
    if source is None or not _named_by_text(document):
        return extraction
    key = ledger.document_from(source)
    if key is None or key == document.id or ledger.holds(document.id):
        return extraction
    before = ledger.document(key)
    if before is None or not alike(before.text, document.text):
        return extraction
    claims = tuple(replace(claim, document=key) for claim in extraction.claims)
    return replace(extraction, document=replace(document, id=key), claims=claims)


def is_older_copy(ledger: Ledger, document: Document) -> bool:
    """Whether this is the text that a report had before it was corrected elsewhere.

    Storing it would take the correction back. Raises LedgerError if the ledger cannot be read.
    """
    if not _named_by_text(document):
        return False
    stands = ledger.document(document.id)
    if stands is None or stands.text == document.text:
        return False
    source = source_of(document)
    return source is None or ledger.document_from(source) != document.id


def _named_by_text(document: Document) -> bool:
    """Whether the id was made of the text, so that a changed text changed the id."""
    return document.id == short_id("doc", document.url or "", digest(document.text))


def alike(one: str, other: str) -> bool:
    """Whether two texts are versions of one: at least half of their words agree in order."""
    matcher = SequenceMatcher(None, _words(one), _words(other), autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _words(text: str) -> Sequence[str]:
    head = text[: _COMPARED * _LONG_WORD]
    words: Sequence[str] = head.split()
    if len(words) * _LONG_WORD < len(head):
        words = head
    return words[:_COMPARED]
