"""When a claim's fact happened, as a window of days that may be soft.

A claim that names no day still has one: the day of publication, with a week before it, because
reports follow what they tell by some days.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from headcount.model import Claim, Scope

REPORTING_LAG: Final = 7
"""Days before publication in which an undated event is looked for."""

OPEN_EVENT: Final = 7
"""Days that an event with a first day and no last day is taken to last at most."""

OPEN_TOTAL: Final = 30
"""Days before its last day that a running total without a first day is taken to cover."""

SOFT_DAYS: Final = 10
"""Days that reports of one operation may lie apart when one of them is not dated."""

SLICE_DAYS: Final = 21
"""Days between an undated slice of one nationality and the one large operation it can belong to."""

CAMPAIGN: Final = 200
"""Days; a longer running total is history, not a campaign with operations of its own."""

LONG: Final = 14
"""Windows longer than this (a month, a half-year) say little about a day."""


class Window(NamedTuple):
    """Days from `first` to `last`, both included, as ordinals; `dated` if the text gave them."""

    first: int
    last: int
    dated: bool

    @property
    def start(self) -> date:
        """The first day."""
        return date.fromordinal(self.first)

    @property
    def end(self) -> date:
        """The last day."""
        return date.fromordinal(self.last)

    @property
    def length(self) -> int:
        """Number of days after the first."""
        return self.last - self.first

    def gap(self, other: Window) -> int:
        """Days between the two windows: 0 when they share a day."""
        if other.first > self.last:
            return other.first - self.last
        return self.first - other.last if self.first > other.last else 0

    def covers(self, other: Window) -> bool:
        """Whether `other` lies within."""
        return self.first <= other.first and other.last <= self.last


def window_of(claim: Claim, published: date | None) -> Window | None:
    """The window of a claim, from its days or from the day of publication; None without either."""
    return _window(claim.start, claim.end, claim.scope, published)


@lru_cache(maxsize=1 << 16)
def _window(
    start: date | None, end: date | None, scope: Scope, published: date | None
) -> Window | None:
    if start and end:
        return _from_to(min(start, end), max(start, end), dated=True)
    if start:
        if published and published >= start and scope is Scope.CUMULATIVE:
            return _from_to(start, published, dated=True)
        last = _shift(start, OPEN_EVENT)
        last = min(published, last) if published and published >= start else start
        return _from_to(start, last, dated=True)
    if end:
        back = OPEN_TOTAL if scope is Scope.CUMULATIVE else REPORTING_LAG
        return _from_to(_shift(end, -back), end, dated=False)
    if published:
        ahead = REPORTING_LAG if scope is Scope.PLANNED else 0
        return _from_to(_shift(published, -REPORTING_LAG), _shift(published, ahead), dated=False)
    return None


def hull(windows: list[Window]) -> Window | None:
    """One window over all: over the dated ones alone if there are any; None for none."""
    if len(windows) == 1:
        return windows[0]
    dated = [w for w in windows if w.dated]
    chosen = dated or windows
    if not chosen:
        return None
    return Window(min(w.first for w in chosen), max(w.last for w in chosen), bool(dated))


def _from_to(start: date, end: date, dated: bool) -> Window:
    return Window(start.toordinal(), end.toordinal(), dated)


def _shift(day: date, days: int) -> date:
    """`day` moved by `days`, held inside the calendar's ends."""
    ordinal = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)
