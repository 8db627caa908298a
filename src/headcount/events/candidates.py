"""Which nodes are worth comparing: narrow blocks instead of all pairs.

Two nodes are compared if they share a telling number, a place and its days, a nationality on the
move and its days, or a country with nearly the same count in the same days. Within a block they
are put in order and each is compared with a few that follow, so that a block costs in proportion
to its size, however large it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from headcount.events.families import Family
from headcount.events.strands import Strand
from headcount.events.tallies import ROUND_NEAR, is_round
from headcount.events.where import roots_of
from headcount.events.windows import CAMPAIGN, SOFT_DAYS, Window
from headcount.model import Scope, Unit

BUCKET = 7
"""Days of one block."""

TOLERANCE = 2
"""Days added on both sides of a window: reports of one operation differ by a day or two."""

MAX_BUCKETS = 10
"""Blocks of days that one node enters at most; of a longer window the last count."""

MONTH = 30
"""Days of one block of a number: an equal number is looked for in a wider window."""

MAX_MONTHS = 14
MAX_NUMBERS = 12
MAX_VALUES = 3
"""What one node enters of each at most, the largest first."""

ALL_PAIRS = 8
"""Blocks up to this size are compared all with all."""

NEXT = 4
"""In a larger block each node is compared with so many that follow it."""

LOOSE = 8
"""A node without a count to go by is compared with so many of the same days in its block."""

Key = tuple[str | int, ...]
Entry = tuple[float, int]
"""The value by which a block is ordered, and the number of a node."""

VAGUE = -1.0
"""The value of a node without a count to go by."""


def keys(node: Strand) -> Iterator[tuple[Key, float]]:
    """The blocks that the node is in, with its value in each."""
    window = node.window
    day = float(window.first) if window else 0.0
    numbers = sorted({n for n, _ in node.numbers if not (is_round(n) and n >= 1000)})
    months = _months(window)
    for number in numbers[-MAX_NUMBERS:]:
        for month in months:
            yield ("number", number, month), day
    if window is None:
        return
    if node.scope is not Scope.EVENT:
        if node.scope is Scope.CUMULATIVE and window.length <= CAMPAIGN:
            yield from _campaigns(node, months, VAGUE)
        return
    if node.is_sweep:
        yield from _campaigns(node, months, day)
    values = _values(node)
    for bucket in _buckets(window):
        for root in {root for place in node.places for root in roots_of(place)}:
            for value in values:
                yield ("place", root, bucket), value
        if Family.MOVE in node.families:
            for nationality in node.nationality:
                for value in values:
                    yield ("move", nationality, bucket), value
        for value in values:
            if value != VAGUE:
                for country in node.countries:
                    for family in node.families:
                        yield ("count", country, family, bucket), value


def _campaigns(node: Strand, months: Iterable[int], value: float) -> Iterator[tuple[Key, float]]:
    for country in node.countries:
        for month in months:
            yield ("campaign", country, month), value


def within(
    key: Key, entries: list[Entry], nodes: Sequence[Strand] | dict[int, Strand]
) -> Iterator[tuple[int, int]]:
    """The pairs of one block that are compared, smaller number first; some more than once.

    They depend on the block's entries and the keys of their nodes alone, not on numbers or order.
    """
    if len(entries) < 2:
        return
    ordered = sorted(entries, key=lambda e: (e[0], nodes[e[1]].key))
    numbers = [n for _, n in ordered]
    if len(ordered) <= ALL_PAIRS and key[0] in ("number", "place", "move"):
        found = _following(numbers, len(numbers))
    else:
        found = _ORDERS[str(key[0])](ordered)
    for i, j in found:
        if i != j:
            yield (i, j) if i < j else (j, i)


def _following(numbers: list[int], reach: int) -> Iterator[tuple[int, int]]:
    for at, i in enumerate(numbers):
        for j in numbers[at + 1 : at + 1 + reach]:
            yield i, j


def _by_day(ordered: list[Entry]) -> Iterator[tuple[int, int]]:
    return _following([n for _, n in ordered], NEXT)


def _by_value(ordered: list[Entry]) -> Iterator[tuple[int, int]]:
    """Each with those that follow in value and are not far off; the vague ones with a few."""
    vague = [n for value, n in ordered if value == VAGUE]
    told = ordered[len(vague) :]
    for at, (value, i) in enumerate(told):
        for other, j in told[at + 1 : at + 1 + NEXT]:
            if value < (1 - ROUND_NEAR) * other:
                break
            yield i, j
    yield from _following(vague, NEXT)
    # The vague ones have a value in no order: they are spread over the block evenly.
    step = max(len(told) // LOOSE, 1)
    for i in vague:
        for _, j in told[::step]:
            yield i, j


def _total_and_sweeps(ordered: list[Entry]) -> Iterator[tuple[int, int]]:
    """Running totals (which come first) with the sweeps that they may cover."""
    totals = [n for value, n in ordered if value == VAGUE]
    sweeps = [n for _, n in ordered[len(totals) :]]
    step = max(len(sweeps) // LOOSE, 1)
    for i in totals:
        for j in sweeps[::step]:
            yield i, j


_ORDERS: dict[str, Callable[[list[Entry]], Iterator[tuple[int, int]]]] = {
    "number": _by_day,
    "place": _by_value,
    "move": _by_value,
    "count": _by_value,
    "campaign": _total_and_sweeps,
}


def _values(node: Strand) -> list[float]:
    """The counts that the node is ordered by, the largest first; `VAGUE` if it has none."""
    found = {
        float(h.count.point)
        for h in node.counted
        if h.count.point and h.count.unit in (Unit.PERSON, Unit.CASE)
    }
    return sorted(found, reverse=True)[:MAX_VALUES] or [VAGUE]


def _months(window: Window | None) -> range:
    if window is None:
        return range(-1, 0)
    last = (window.last + SOFT_DAYS) // MONTH
    return range(max((window.first - SOFT_DAYS) // MONTH, last - MAX_MONTHS + 1), last + 1)


def _buckets(window: Window) -> range:
    last = (window.last + TOLERANCE) // BUCKET
    return range(max((window.first - TOLERANCE) // BUCKET, last - MAX_BUCKETS + 1), last + 1)
