"""Which strands are worth comparing: blocks instead of all pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from headcount.events.strands import Strand
from headcount.events.tallies import TELLING, is_round
from headcount.events.windows import SOFT_DAYS, Window

BUCKET = 5
"""Days of one block; a strand is in the block of each bucket its window touches, and its ends."""

TOLERANCE = 4
"""Days added on both sides of a window that is not dated."""

DATED_TOLERANCE = 3
"""Days added on both sides of a dated window."""

MAX_BUCKETS = 48
"""Blocks of days that one strand enters at most (a half-year)."""

MONTH = 6
"""Buckets that make one block of a number: an equal number is looked for in a wider window."""

ALL_PAIRS = 32
"""Blocks up to this size are compared all with all."""

CHAIN = 3
"""Strands of one total are compared with this many that follow by day."""

NEXT = 10
"""In a larger block each strand is compared with this many that follow it by place and day."""

BlockKey = tuple[str, ...]


def pairs(strands: Sequence[Strand]) -> Iterator[tuple[int, int]]:
    """Pairs of positions (smaller first) to be weighed, each once, in no order that matters."""
    blocks: dict[BlockKey, list[int]] = {}
    for i, strand in enumerate(strands):
        for key in _keys(strand):
            blocks.setdefault(key, []).append(i)
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        for pair in _within(strands, members):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _keys(strand: Strand) -> Iterator[BlockKey]:
    for bucket in _buckets(strand.window):
        for family in strand.families or ("",):
            for country in strand.countries or ("",):
                yield (family, country, str(bucket))
    months = {b // MONTH for w in (strand.window, *strand.windows) for b in _ends(w)}
    for number, nationality in strand.numbers:
        if not (is_round(number) and number >= 1000):
            for month in months:
                yield ("number", str(number), ",".join(nationality), str(month))


def _ends(window: Window | None) -> tuple[int, ...]:
    if window is None:
        return (-1,)
    return (_bucket(window.start, -SOFT_DAYS), _bucket(window.end, SOFT_DAYS))


def _buckets(window: Window | None) -> list[int]:
    if window is None:
        return [-1]
    tolerance = DATED_TOLERANCE if window.dated else TOLERANCE
    first = _bucket(window.start, -tolerance)
    last = _bucket(window.end, tolerance)
    return list(range(max(first, last - MAX_BUCKETS + 1), last + 1))


def _bucket(day: date, shift: int) -> int:
    return (day.toordinal() + shift) // BUCKET


def _within(strands: Sequence[Strand], members: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs of one block. Those of one total hold together in a chain and send two to the rest."""
    by_total: dict[int, list[int]] = {}
    for i in members:
        by_total.setdefault(strands[i].total, []).append(i)
    delegates: list[int] = []
    for total, same in by_total.items():
        if total < TELLING or len(same) <= CHAIN:
            delegates.extend(same)
            continue
        same.sort(key=lambda i: _by_day(strands[i]))
        yield from _following(strands, same, CHAIN)
        delegates.extend((same[0], same[-1]))
    if len(delegates) <= ALL_PAIRS:
        yield from _following(strands, delegates, len(delegates))
        return
    for order in (_by_day, _by_total):
        yield from _following(strands, sorted(delegates, key=lambda i: order(strands[i])), NEXT)


def _following(
    strands: Sequence[Strand], ranked: list[int], reach: int
) -> Iterator[tuple[int, int]]:
    """Each with the next `reach` of another document."""
    for at, i in enumerate(ranked):
        for j in ranked[at + 1 : at + 1 + reach]:
            if strands[i].document != strands[j].document:
                yield (min(i, j), max(i, j))


def _by_day(strand: Strand) -> tuple[int, str, int, tuple[str, int]]:
    start = strand.window.start.toordinal() if strand.window else 0
    return (start, min(strand.places, default=""), strand.total, strand.key)


def _by_total(strand: Strand) -> tuple[int, int, tuple[str, int]]:
    return (strand.total, strand.window.start.toordinal() if strand.window else 0, strand.key)
