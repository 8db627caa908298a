"""Texts that are near-duplicates: they share whole sentences, as copies of one wire story do.

A text is told by a few of its sentences, chosen by their checksum, which copies share with great
chance. The texts of each such sentence are put in order and compared with their neighbours, so
that boiler-plate in a hundred thousand texts costs no more than each of them once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from zlib import crc32

from headcount.model import Document

MIN_SENTENCE = 40
"""Characters; shorter sentences are shared by chance."""

SHARED = 0.5
"""Share of the shorter text's sentences that a copy has in common."""

AT_LEAST = 2
"""Sentences in common, however short the text is."""

SKETCH = 6
"""Sentences by which a text is looked for."""

MAX_TEXT = 40_000
"""Characters looked at, so that one huge page cannot slow the rest."""

_ENDS = re.compile(r"[.!?。！？।။។\n]+\s*")


def fingerprints(text: str) -> frozenset[int]:
    """A number for each longer sentence of the text."""
    found = []
    for sentence in _ENDS.split(text[:MAX_TEXT].casefold()):
        if len(sentence) >= MIN_SENTENCE:
            plain = " ".join(sentence.split())
            if len(plain) >= MIN_SENTENCE:
                found.append(crc32(plain.encode("utf-8", "surrogatepass")))
    return frozenset(found)


def sketch(prints: frozenset[int]) -> list[int]:
    """The few fingerprints by which a text is looked for."""
    return sorted(prints)[:SKETCH]


def alike(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two texts share at least half of the sentences of the shorter."""
    shared = len(one & other)
    return shared >= AT_LEAST and shared >= SHARED * min(len(one), len(other))


def neighbours(members: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The texts that share a sentence, each with the next by id."""
    before = ""
    for ident in sorted(members):
        if before:
            yield before, ident
        before = ident


def near_duplicates(documents: Mapping[str, Document], ids: Iterable[str]) -> set[tuple[str, str]]:
    """Pairs of documents (smaller id first) with nearly the same text; through them, all copies."""
    prints = {i: fingerprints(documents[i].text) for i in sorted(set(ids)) if i in documents}
    holders: dict[int, list[str]] = {}
    for ident, numbers in prints.items():
        for number in sketch(numbers):
            holders.setdefault(number, []).append(ident)
    pairs = {pair for members in holders.values() for pair in neighbours(members)}
    return {(a, b) for a, b in pairs if alike(prints[a], prints[b])}
