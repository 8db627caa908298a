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
from headcount.events.windows import CAMPAIGN, SLICE_DAYS, SOFT_DAYS, Window
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

ALL_PAIRS = 6
"""Blocks up to this size are compared all with all."""

NEXT = 3
"""In a larger block each node is compared with so many that follow it."""

LOOSE = 5
"""A node without a count to go by is compared with so many of its block, the largest."""

MAX_WHOLES = 12
"""With more large raids in a country's month there is no telling which a slice is of."""

LARGEST = 2
"""A running total is compared with so many sweeps of its country and month."""

Key = tuple[str | int, ...]
Entry = tuple[float, int]
"""The value by which a block is ordered, and the number of a node."""

VAGUE = -1.0
"""The value of a node without a count to go by."""


def keys(node: Strand) -> Iterator[tuple[Key, float]]:
    """The blocks that the node is in, with its value in each."""
    window = node.window
    if node.said:
        yield from _numbers(node, float(window.first) if window else 0.0)
    if window is None:
        return
    if node.scope is Scope.EVENT:
        yield from _of_event(node, window)
        return
    if node.scope is Scope.CUMULATIVE:
        yield from _totals(node, _months(window), float(window.first))
        if window.length <= CAMPAIGN:
            yield from _campaigns(node, _months(window), VAGUE)
    for bucket in _buckets(window):
        for nationality in node.nationality:
            yield ("move", nationality, bucket), VAGUE


def _numbers(node: Strand, day: float) -> Iterator[tuple[Key, float]]:
    """Blocks of its telling numbers in the months that it or one of its heads is of."""
    numbers = sorted({n for n, _ in node.said if not (is_round(n) and n >= 1000)})
    windows = {h.window for h in node.counted} | {node.window}
    months = {month for w in windows for month in _months(w)}
    for number in numbers[-MAX_NUMBERS:]:
        for month in months:
            yield ("number", number, month), day


def _of_event(node: Strand, window: Window) -> Iterator[tuple[Key, float]]:
    if node.is_sweep:
        yield from _campaigns(node, _months(window), float(node.total))
    if node.is_slice or node.stands_out:
        yield from _slices(node, window)
    values = _values(node)
    counts = [v for v in values if v != VAGUE]
    roots = {root for place in node.places for root in roots_of(place)}
    movers = node.nationality if Family.MOVE in node.families else ()
    sorts = [(country, family) for country in node.countries for family in node.families or ("",)]
    # A part by nationality is looked for beside its whole, which has another value.
    beside = [*values, VAGUE] if node.nationality and counts else values
    for bucket in _buckets(window):
        for root in roots:
            for value in beside:
                yield ("place", root, bucket), value
        for nationality in movers:
            for value in values:
                yield ("move", nationality, bucket), value
        for value in counts:
            for country, family in sorts:
                yield ("count", country, family, bucket), value


def _campaigns(node: Strand, months: Iterable[int], value: float) -> Iterator[tuple[Key, float]]:
    for country in node.countries:
        for month in months:
            yield ("campaign", country, month), value


def _slices(node: Strand, window: Window) -> Iterator[tuple[Key, float]]:
    """Blocks of large raids with the counts of one nationality that may be a part of them."""
    around, value = (SLICE_DAYS, 0.0) if node.stands_out else (0, VAGUE)
    last = (window.last + around) // MONTH
    for month in range(max((window.first - around) // MONTH, last - MAX_MONTHS + 1), last + 1):
        for country in node.countries:
            yield ("slice", country, month), value


def _totals(node: Strand, months: Iterable[int], day: float) -> Iterator[tuple[Key, float]]:
    """Blocks of a running total that is hedged or round: the number that its words turn on."""
    for head in node.counted[:MAX_VALUES]:
        if head.tally.point and head.family:
            for country in node.countries:
                for month in months:
                    yield ("total", country, head.family, head.tally.point, month), day


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
    if len(ordered) <= ALL_PAIRS and key[0] in ("number", "total", "place", "move"):
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
    for i in vague:
        for _, j in told[-LOOSE:]:
            yield i, j


def _total_and_sweeps(ordered: list[Entry]) -> Iterator[tuple[int, int]]:
    """Running totals (which come first) with the largest sweeps, which they are most likely of."""
    totals = [n for value, n in ordered if value == VAGUE]
    sweeps = [n for _, n in ordered[len(totals) :]]
    for i in totals:
        for j in sweeps[-LARGEST:]:
            yield i, j
    yield from _following(sweeps, NEXT)


def _parts_and_wholes(ordered: list[Entry]) -> Iterator[tuple[int, int]]:
    """Slices (which come first) with all large raids, unless there are so many that it is vain."""
    parts = [n for value, n in ordered if value == VAGUE]
    wholes = [n for _, n in ordered[len(parts) :]]
    if len(wholes) <= MAX_WHOLES:
        for i in parts:
            for j in wholes:
                yield i, j


_ORDERS: dict[str, Callable[[list[Entry]], Iterator[tuple[int, int]]]] = {
    "number": _by_day,
    "total": _by_day,
    "place": _by_value,
    "move": _by_value,
    "count": _by_value,
    "campaign": _total_and_sweeps,
    "slice": _parts_and_wholes,
}


def _values(node: Strand) -> list[float]:
    """The counts that the node is ordered by, the largest first; `VAGUE` if it has none."""
    found = {
        float(h.tally.point)
        for h in node.counted
        if h.tally.point and h.tally.unit is not Unit.MONEY
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
