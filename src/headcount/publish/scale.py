"""One logarithmic scale for figures from 3 to 7,000, and what stands on it, in per cent."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from headcount.model import Claim, Figure, Precision

_MOST_TICKS = 7
_ROWS = 5


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps numbers onto 0..100; `ticks` are round numbers inside with their places."""

    low: float
    high: float
    ticks: tuple[tuple[int, float], ...]

    def at(self, value: float) -> float:
        """Where the number stands, kept within 0..100 (zero and below stand at the left end)."""
        if value <= self.low:
            return 0.0
        share = math.log(value / self.low) / math.log(self.high / self.low)
        return round(min(1.0, share) * 100, 2)


@dataclass(frozen=True, slots=True)
class Mark:
    """One source's figure: its point, its own interval, its row among equals, and its claim."""

    claim: Claim
    x: float
    left: float
    right: float
    open_end: bool
    row: int


@dataclass(frozen=True, slots=True)
class Strip:
    """A figure's range, best and source marks on a scale; `rows` is how high the marks pile up."""

    left: float
    right: float
    open_end: bool
    best: float | None
    marks: tuple[Mark, ...]
    rows: int


def scale(values: Iterable[int | None]) -> Scale:
    """The scale over the positive numbers given, with a margin either side."""
    known = [v for v in values if v]
    low, high = (min(known), max(known)) if known else (1, 10)
    margin = 1.12 if high / low > 1.5 else 1.6
    bottom, top = low / margin, high * margin
    line = Scale(bottom, top, ())
    return Scale(bottom, top, tuple((tick, line.at(tick)) for tick in _ticks(bottom, top)))


def _ticks(bottom: float, top: float) -> list[int]:
    for steps in ((1, 2, 5), (1, 3), (1,)):
        powers = range(math.floor(math.log10(max(bottom, 1))), math.ceil(math.log10(top)) + 1)
        ticks = [s * 10**p for p in powers for s in steps if bottom <= s * 10**p <= top]
        if len(ticks) <= _MOST_TICKS:
            break
    ticks = ticks[:: math.ceil(len(ticks) / _MOST_TICKS)] if ticks else ticks
    return ticks if len(ticks) >= 2 else _even_ticks(bottom, top)


def _even_ticks(bottom: float, top: float) -> list[int]:
    rough = max(1.0, (top - bottom) / 4)
    power = 10 ** math.floor(math.log10(rough))
    step = max(1, int(next(s for s in (1, 2, 5, 10) if s * power >= rough) * power))
    first = math.ceil(bottom / step) * step
    return [v for v in range(first, math.floor(top) + 1, step) if v > 0]


def point(claim: Claim) -> int | None:
    """The number that stands for a claim: its own, the middle of a hedge, the end that is known."""
    if claim.low is None or claim.high is None:
        return claim.high if claim.low is None else claim.low
    nearly = claim.precision is Precision.ABOUT and claim.low * 10 == claim.high * 9
    if nearly or claim.precision is Precision.AT_MOST:
        return claim.high
    return round((claim.low + claim.high) / 2)


def strip(line: Scale, figure: Figure, claims: Iterable[Claim]) -> Strip:
    """The figure and its sources' claims, placed on the scale."""
    marks: list[Mark] = []
    for claim in sorted(claims, key=lambda c: (point(c) or 0, c.document, c.n)):
        value = point(claim)
        if value is None:
            continue
        x = line.at(value)
        taken = {m.row for m in marks if abs(m.x - x) < 2.2}
        row = next((r for r in range(_ROWS) if r not in taken), _ROWS - 1)
        left = line.at(claim.low or 0)
        right = 100.0 if claim.high is None else line.at(claim.high)
        marks.append(Mark(claim, x, left, right, claim.high is None, row))
    return Strip(
        left=line.at(figure.low or 0),
        right=100.0 if figure.high is None else line.at(figure.high),
        open_end=figure.high is None,
        best=None if figure.best is None else line.at(figure.best),
        marks=tuple(marks),
        rows=max((m.row for m in marks), default=0) + 1,
    )


def numbers(figures: Iterable[Figure], claims: Iterable[Claim]) -> list[int | None]:
    """Every number that must find room on the scale of these figures and claims."""
    found: list[int | None] = []
    for figure in figures:
        found += [figure.low, figure.best, figure.high]
    for claim in claims:
        found += [claim.low, claim.high]
    return found
