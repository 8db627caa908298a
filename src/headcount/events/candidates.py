"""Which nodes are worth comparing: narrow blocks instead of all pairs.

Two nodes are compared if they share a telling number, a place and its days, a nationality on the
move and its days, or a country with nearly the same count in the same days. Within a block they
are put in order and each is compared with a few that follow, so that a block costs in proportion
to its size, however large it is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import Final

from headcount.events.families import Family
from headcount.events.strands import LARGE, Strand
from headcount.events.strands import Key as ClaimKey
from headcount.events.tallies import ROUND_NEAR, is_round
from headcount.events.where import roots_of
from headcount.events.windows import CAMPAIGN, SLICE_DAYS, SOFT_DAYS, Window
from headcount.model import Scope, Unit

BUCKET: Final = 7
"""Days of one block."""

TOLERANCE: Final = 2
"""Days added on both sides of a window: reports of one operation differ by a day or two."""

MAX_BUCKETS: Final = 10
"""Blocks of days that one node enters at most; of a longer window the last count."""

MONTH: Final = 30
"""Days of one block of a number: an equal number is looked for in a wider window."""

MAX_MONTHS: Final = 14
MAX_NUMBERS: Final = 12
MAX_VALUES: Final = 3
"""What one node enters of each at most, the largest first."""

ALL_PAIRS: Final = 6
"""Blocks up to this size are compared all with all."""

NEXT: Final = 3
"""In a larger block each node is compared with so many that follow it."""

LOOSE: Final = 5
"""A node without a count to go by is compared with so many of its block, the largest."""

ENDS: Final = 6
"""A slice is compared with so many of the first and of the last large raids of a country's month:
if those are one operation told by many, so are those between."""

LARGEST: Final = 2
"""A running total is compared with so many sweeps of its country and month."""

Key = tuple[str | int, ...]
Entry = tuple[float, ClaimKey, int]
"""The value by which a block is ordered, the key of a node, and its number."""

Block = tuple[Key, list[Entry]]

VAGUE: Final = -1.0
"""The value of a node without a count to go by."""


def keys(node: Strand) -> list[tuple[Key, float]]:
    """The blocks that the node is in, with its value in each."""
    window = node.window
    found: list[tuple[Key, float]] = []
    if node.said:
        found += _numbers(node, float(window.first) if window else 0.0)
    if window is None:
        return found
    if node.scope is Scope.EVENT:
        return found + _of_event(node, window)
    if node.scope is Scope.CUMULATIVE:
        found += _totals(node, _months(window), float(window.first))
        if window.length <= CAMPAIGN:
            found += _campaigns(node, _months(window), VAGUE)
    if node.nationality:
        for bucket in _buckets(window):
            found += [(("move", people, bucket), VAGUE) for people in node.nationality]
    return found


def _numbers(node: Strand, day: float) -> list[tuple[Key, float]]:
    """Blocks of its telling numbers in the months that it or one of its heads is of."""
    numbers = sorted({n for n, _ in node.said if not (n >= 1000 and is_round(n))})
    windows = {h.window for h in node.counted} | {node.window}
    months = {month for w in windows for month in _months(w)}
    return [
        (("number", number, month), day) for number in numbers[-MAX_NUMBERS:] for month in months
    ]


def _of_event(node: Strand, window: Window) -> list[tuple[Key, float]]:
    found: list[tuple[Key, float]] = []
    if node.is_sweep:
        found += _campaigns(node, _months(window), float(node.total))
    if node.is_slice or node.stands_out:
        found += _slices(node, window)
    values = _values(node)
    counts = [v for v in values if v != VAGUE]
    # A part by nationality is looked for beside its whole, which has another value, and the
    # sentences of some beside those of all: a court tells several counts on one day.
    apart = bool(node.nationality) or Family.TRIAL in node.families
    beside = [*values, VAGUE] if apart and counts else values
    roots = {root for place in node.places for root in roots_of(place)}
    wanted = [("place", root, beside) for root in roots]
    if Family.MOVE in node.families:
        wanted += [("move", people, values) for people in node.nationality]
    sorts = [(country, family) for country in node.countries for family in node.families or ("",)]
    for bucket in _buckets(window):
        for sort, name, told in wanted:
            key = (sort, name, bucket)
            found += [(key, value) for value in told]
        for country, family in sorts if counts else ():
            of = ("count", country, family, bucket)
            found += [(of, value) for value in counts]
    return found


def _campaigns(node: Strand, months: Iterable[int], value: float) -> Iterator[tuple[Key, float]]:
    for country in node.countries:
        for month in months:
            yield ("campaign", country, month), value


def _slices(node: Strand, window: Window) -> Iterator[tuple[Key, float]]:
    """Blocks of large raids with the counts of one nationality that may be a part of them."""
    around, value = (SLICE_DAYS, float(window.first)) if node.stands_out else (0, VAGUE)
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


def time_of(block: Block) -> int:
    """The day that a block begins with or around, as a number that grows by one a day."""
    sort, *_, number = block[0]
    return int(number) * (BUCKET if sort in _WEEKLY else MONTH)


def pairs_of(blocks: Iterable[Block], size: int) -> Iterable[int]:
    """The pairs of all blocks, each once, as one number: the first's times `size` + the other.

    Millions of small tuples would take much longer to make and to hold.
    """
    found: dict[int, None] = {}
    alike: set[tuple[object, ...]] = set()
    for key, entries in blocks:
        # Blocks of one sort that hold the same, as those of months on end do, give the same.
        block = (key[0], *entries)
        if block in alike:
            continue
        alike.add(block)
        for i, j in within(key, entries):
            found[i * size + j] = None
    return found


def within(key: Key, entries: Iterable[Entry]) -> set[tuple[int, int]]:
    """The pairs of one block that are compared, smaller number first.

    They depend on the block's entries and the keys of their nodes alone, not on numbers or order.
    """
    ordered = sorted(entries)
    if len(ordered) < 2:
        return set()
    if len(ordered) <= ALL_PAIRS and key[0] in _SMALL:
        found = _following(ordered, len(ordered))
    else:
        found = _ORDERS[str(key[0])](ordered)
    return {(i, j) if i < j else (j, i) for i, j in found if i != j}


def _following(ordered: list[Entry], reach: int) -> list[tuple[int, int]]:
    numbers = [entry[2] for entry in ordered]
    if len(numbers) == 2:
        return [(numbers[0], numbers[1])]
    return [(i, j) for at, i in enumerate(numbers) for j in numbers[at + 1 : at + 1 + reach]]


def _by_day(ordered: list[Entry]) -> list[tuple[int, int]]:
    return _following(ordered, NEXT)


def _by_value(ordered: list[Entry]) -> list[tuple[int, int]]:
    """Each with those that follow in value and are not far off; the vague ones with a few."""
    first = bisect_right(ordered, VAGUE, key=_value)
    vague, told = ordered[:first], ordered[first:]
    found: list[tuple[int, int]] = []
    for at, (value, _, i) in enumerate(told):
        for other, _, j in told[at + 1 : at + 1 + NEXT]:
            # A large count may be an early one of a raid that goes on.
            if value < min((1 - ROUND_NEAR) * other, LARGE):
                break
            found.append((i, j))
    if vague:
        found += _following(vague, NEXT)
        found += [(i, j) for _, _, i in vague for _, _, j in told[-LOOSE:]]
    return found


def _total_and_sweeps(ordered: list[Entry]) -> list[tuple[int, int]]:
    """Running totals (which come first) with the largest sweeps, which they are most likely of."""
    first = bisect_right(ordered, VAGUE, key=_value)
    totals, sweeps = ordered[:first], ordered[first:]
    found = [(i, j) for _, _, i in totals for _, _, j in sweeps[-LARGEST:]]
    return found + _following(sweeps, NEXT)


def _parts_and_wholes(ordered: list[Entry]) -> list[tuple[int, int]]:
    """Slices (which come first) with the first and the last large raids."""
    first = bisect_right(ordered, VAGUE, key=_value)
    parts, wholes = ordered[:first], ordered[first:]
    if len(wholes) > 2 * ENDS:
        wholes = wholes[:ENDS] + wholes[-ENDS:]
    return [(i, j) for _, _, i in parts for _, _, j in wholes]


_value = itemgetter(0)

_SMALL: Final = frozenset(("number", "total", "place", "move"))
"""Blocks that are compared all with all when they are small."""

_WEEKLY: Final = frozenset(("place", "move", "count"))
"""Blocks of BUCKET days; all others are of MONTH days."""

_ORDERS: Final[dict[str, Callable[[list[Entry]], list[tuple[int, int]]]]] = {
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
