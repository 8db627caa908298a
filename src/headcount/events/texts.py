"""Texts that are near-duplicates: they share whole sentences, as copies of one wire story do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import combinations
from zlib import crc32

from headcount.model import Document

MIN_SENTENCE = 40
"""Characters; shorter sentences are shared by chance."""

SHARED = 0.5
"""Share of the shorter text's sentences that a copy has in common."""

COMMON = 30
"""A sentence in more documents than this is boiler-plate."""

MAX_TEXT = 40_000
"""Characters looked at, so that one huge page cannot slow the rest."""

_ENDS = re.compile(r"[.!?。！？।။។\n]+\s*")


def fingerprints(text: str) -> frozenset[int]:
    """A number for each longer sentence of the text."""
    found = set()
    for sentence in _ENDS.split(text[:MAX_TEXT]):
        plain = " ".join(sentence.split()).casefold()
        if len(plain) >= MIN_SENTENCE:
            found.add(crc32(plain.encode("utf-8", "surrogatepass")))
    return frozenset(found)


def near_duplicates(documents: Mapping[str, Document], ids: Iterable[str]) -> set[tuple[str, str]]:
    """The pairs of documents (smaller id first) that share at least half of their sentences."""
    prints = {i: fingerprints(documents[i].text) for i in sorted(set(ids)) if i in documents}
    holders: dict[int, list[str]] = {}
    for i, numbers in prints.items():
        for number in numbers:
            holders.setdefault(number, []).append(i)
    shared: dict[tuple[str, str], int] = {}
    for members in holders.values():
        if 2 <= len(members) <= COMMON:
            for pair in combinations(members, 2):
                shared[pair] = shared.get(pair, 0) + 1
    return {
        (a, b)
        for (a, b), count in shared.items()
        if count >= 2 and count >= SHARED * min(len(prints[a]), len(prints[b]))
    }
