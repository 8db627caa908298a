"""Texts that are near-duplicates: they share whole sentences, as copies of one wire story do.

A text is told by a few of its sentences, chosen by their checksum, which copies share with great
chance. The texts of each such sentence are put in order and compared with their neighbours, so
that boiler-plate in a hundred thousand texts costs no more than each of them once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final
from zlib import crc32

SHARED: Final = 0.5
"""Share of the shorter text's sentences that a copy has in common."""

AT_LEAST: Final = 2
"""Sentences in common, however short the text is."""

SKETCH: Final = 6
"""Sentences by which a text is looked for."""

MAX_TEXT: Final = 40_000
"""Characters looked at, so that one huge page cannot slow the rest."""

_SENTENCE: Final = re.compile(r"[^.!?。！？।။។\n]{40,}")


def fingerprints(text: str) -> frozenset[int]:
    """A number for each sentence of 40 characters or more (shorter ones are shared by chance)."""
    found = _SENTENCE.findall(text[:MAX_TEXT].casefold())
    return frozenset([crc32(s.strip().encode("utf-8", "surrogatepass")) for s in found])


def sketch(prints: Iterable[int]) -> list[int]:
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
