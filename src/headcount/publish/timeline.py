"""Where the marks of the timeline stand: one lane a family of kinds, one mark an event or month.

Places along the time axis are per cent of the width, so that the drawing fits any screen.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from headcount.model import Event, Unit
from headcount.publish.catalogue import FAMILIES, Catalogue

MOST_MARKS = 160
"""Events drawn one by one; with more, the months are counted."""

LANE = 56
"""Height of a lane in pixels; its middle is the base line."""

_SMALLEST, _LARGEST = 4.0, 14.0
_USUAL_WIDTH = 860.0
_OFFSETS = (0, -11, 11, -17, 17)


@dataclass(frozen=True, slots=True)
class Dot:
    """An event's mark: its day in per cent, its middle and radius in pixels."""

    event: Event
    x: float
    y: float
    r: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A month's count of events in one lane; `x` and `width` in per cent, `height` in pixels."""

    month: date
    count: int
    x: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Lane:
    """One family of kinds and its marks."""

    family: str
    dots: tuple[Dot, ...]
    bars: tuple[Bar, ...]
    events: int


_GAP = timedelta(days=300)
"""Without an event for so long, what lies before is no part of the story that is drawn."""

_FEW = 0.02
"""Of the events, so many at most are left out as earlier ones."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A month on the axis; `major` ones keep their label on a narrow screen."""

    month: date
    x: float
    major: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole drawing; `earlier` events lie so long before the others that it leaves them out."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    by_month: bool
    earlier: int = 0


_Place = Callable[[date], float]
_Dated = list[tuple[date, Event]]


def timeline(catalogue: Catalogue) -> Timeline | None:
    """The timeline of all operations that have a day, or None when there are none."""
    # What is no operation (a running total, an estimate) has a period, not a day to stand on.
    operations = [e for e in catalogue.events if catalogue.is_dated_operation(e)]
    dated = [(e.start or e.end, e) for e in operations]
    known = sorted(((d, e) for d, e in dated if d), key=lambda p: (p[0], p[1].id))
    if not known:
        return None
    earlier = _earlier([day for day, _ in known])
    known = known[earlier:]
    first = known[0][0].replace(day=1)
    last = _next_month(known[-1][0])
    span = max(1, (last - first).days)

    def at(day: date) -> float:
        return round(1.5 + 97 * (day - first).days / span, 2)

    lanes: dict[str, _Dated] = defaultdict(list)
    for day, event in known:
        lanes[catalogue.families(event)[0]].append((day, event))
    by_month = len(known) > MOST_MARKS
    tallest = max(n for m in lanes.values() for n in _by_month(m).values())
    drawn = tuple(
        Lane(
            family,
            () if by_month else _dots(catalogue, lanes[family], at),
            _bars(lanes[family], at, tallest) if by_month else (),
            len(lanes[family]),
        )
        for family in FAMILIES
        if family in lanes
    )
    return Timeline(drawn, _ticks(first, last, at), by_month, earlier)


def _earlier(days: list[date]) -> int:
    """How many of the days, in order, are a few before a long gap: they would squeeze the rest."""
    most = int(len(days) * _FEW)
    gaps = (at for at in range(most, 0, -1) if days[at] - days[at - 1] > _GAP)
    return next(gaps, 0)


def _dots(catalogue: Catalogue, members: _Dated, at: _Place) -> tuple[Dot, ...]:
    placed: list[Dot] = []
    for day, event in members:
        r = _radius(catalogue, event)
        x = at(day)
        offsets = sorted(_OFFSETS, key=lambda dy: (_crowd(placed, x, LANE / 2 + dy, r), abs(dy)))
        placed.append(Dot(event, x, LANE / 2 + offsets[0], r))
    # The largest first, so that small ones stay on top and can be chosen.
    return tuple(sorted(placed, key=lambda d: (-d.r, d.x, d.event.id)))


def _crowd(placed: list[Dot], x: float, y: float, r: float) -> float:
    crowd = 0.0
    for other in placed[-12:]:
        gap = math.hypot((other.x - x) * _USUAL_WIDTH / 100, other.y - y)
        crowd += max(0.0, r + other.r - gap)
    return round(crowd, 1)


def _radius(catalogue: Catalogue, event: Event) -> float:
    people = [f for f in catalogue.main_figures(event) if f.unit is Unit.PERSON]
    size = max((f.best or f.low or 0 for f in people), default=0)
    share = math.log10(max(1, size)) / 4
    return round(_SMALLEST + (_LARGEST - _SMALLEST) * min(1.0, share), 1)


def _by_month(members: _Dated) -> Counter[date]:
    return Counter(day.replace(day=1) for day, _ in members)


def _bars(members: _Dated, at: _Place, tallest: int) -> tuple[Bar, ...]:
    bars = []
    for month, count in sorted(_by_month(members).items()):
        x, end = at(month), at(_next_month(month))
        height = round(max(3.0, (LANE - 10) * count / tallest), 1)
        bars.append(Bar(month, count, x, round(max(0.4, (end - x) * 0.82), 2), height))
    return tuple(bars)


def _ticks(first: date, last: date, at: _Place) -> tuple[Tick, ...]:
    months = []
    month = first
    while month <= last:
        months.append(month)
        month = _next_month(month)
    step = next((s for s in (1, 2, 3, 6, 12, 24, 60) if len(months) / s <= 9), 120)
    shown = [m for m in months if (m.year * 12 + m.month - 1) % step == 0 and at(m) < 97]
    shown = shown or months[:1]
    keep = max(1, math.ceil(len(shown) / 4))
    return tuple(Tick(m, at(m), i % keep == 0) for i, m in enumerate(shown))


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)
