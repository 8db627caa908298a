"""When a claim's fact happened, as a window of days that may be soft.

A claim that names no day still has one: the day of publication, with a week before it, because
reports follow what they tell by some days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from headcount.model import Claim, Scope

REPORTING_LAG = 7
"""Days before publication in which an undated event is looked for."""

OPEN_EVENT = 7
"""Days that an event with a first day and no last day is taken to last at most."""

OPEN_TOTAL = 30
"""Days before its last day that a running total without a first day is taken to cover."""

SOFT_DAYS = 10
"""Days that reports of one operation may lie apart when one of them is not dated."""

CAMPAIGN = 200
"""Days; a longer running total is history, not a campaign with operations of its own."""

LONG = 14
"""Windows longer than this (a month, a half-year) say little about a day."""


@dataclass(frozen=True, slots=True)
class Window:
    """Days from `start` to `end`, both included; `dated` if the text gave them."""

    start: date
    end: date
    dated: bool

    @property
    def length(self) -> int:
        """Number of days after the first."""
        return (self.end - self.start).days

    def gap(self, other: Window) -> int:
        """Days between the two windows: 0 when they share a day."""
        return max((other.start - self.end).days, (self.start - other.end).days, 0)

    def covers(self, other: Window) -> bool:
        """Whether `other` lies within."""
        return self.start <= other.start and other.end <= self.end


def window_of(claim: Claim, published: date | None) -> Window | None:
    """The window of a claim, from its days or from the day of publication; None without either."""
    start, end = claim.start, claim.end
    if start and end:
        return Window(min(start, end), max(start, end), dated=True)
    if start:
        if published and published >= start and claim.scope is Scope.CUMULATIVE:
            return Window(start, published, dated=True)
        last = _shift(start, OPEN_EVENT)
        return Window(
            start, min(published, last) if published and published >= start else last, True
        )
    if end:
        back = OPEN_TOTAL if claim.scope is Scope.CUMULATIVE else REPORTING_LAG
        return Window(_shift(end, -back), end, dated=False)
    if published:
        ahead = REPORTING_LAG if claim.scope is Scope.PLANNED else 0
        return Window(_shift(published, -REPORTING_LAG), _shift(published, ahead), dated=False)
    return None


def hull(windows: list[Window]) -> Window | None:
    """One window over all: over the dated ones alone if there are any; None for none."""
    dated = [w for w in windows if w.dated]
    chosen = dated or windows
    if not chosen:
        return None
    return Window(min(w.start for w in chosen), max(w.end for w in chosen), bool(dated))


def _shift(day: date, days: int) -> date:
    """`day` moved by `days`, held inside the calendar's ends."""
    ordinal = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)
