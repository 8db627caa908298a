"""The drafts kept so far, by what another one can be compared with."""

from __future__ import annotations

from datetime import date
from typing import Final

from headcount.counts import Interval
from headcount.extract.assembly.draft import Draft

Like = tuple[str, str, str, str]


def like(draft: Draft) -> Like:
    """What two drafts must have in common for one to restate the other."""
    quantity = draft.quantity
    return draft.kind, quantity.unit, draft.group, quantity.currency


Fact = tuple[int | None, tuple[str, ...], date | None, date | None, str | None]


def fact(draft: Draft) -> Fact:
    """How many of which people, when and where."""
    return draft.quantity.interval.low, draft.nations, draft.start, draft.end, draft.country


class Alike:
    """The drafts kept of one sort, in order, by what they can be compared with.

    Two exact counts restate each other only if they are the same, and a rough one only an exact
    one in its reach: so a report of many counts is not compared each with each.
    """

    def __init__(self) -> None:
        self._kept = 0
        self._same: dict[tuple[int | None, int | None], list[tuple[int, Draft]]] = {}
        self._few: dict[Fact, list[tuple[int, Draft]]] = {}
        self._exact: list[tuple[int, int, Draft]] = []
        self._rough: list[tuple[int, int, float, Draft]] = []

    def add(self, draft: Draft) -> None:
        """Keep one more."""
        interval = draft.quantity.interval
        self._kept += 1
        n, low = self._kept, interval.low or 0
        self._same.setdefault((interval.low, interval.high), []).append((n, draft))
        if draft.nations and low < SMALL:
            self._few[fact(draft)] = [(n, draft)]
        if interval.precision != "exact":
            self._rough.append((n, low, reach_of(interval), draft))
        elif interval.low is not None:
            self._exact.append((n, low, draft))

    def may_restate(self, draft: Draft) -> list[Draft]:
        """Those, in order, that may restate this one or be restated by it."""
        interval = draft.quantity.interval
        low = interval.low or 0
        found: dict[int, Draft] = {}
        if draft.quantity.definite or low >= SMALL:
            found.update(self._same.get((interval.low, interval.high), ()))
        elif draft.nations:
            found.update(self._few.get(fact(draft), ()))
        if interval.precision != "exact":
            reach = reach_of(interval)
            found.update([(n, other) for n, its, other in self._exact if low <= its <= reach])
        else:
            found.update([(n, d) for n, least, most, d in self._rough if least <= low <= most])
        return [found[n] for n in sorted(found)]


def reach_of(interval: Interval) -> float:
    """The largest exact count that a rough one may stand for; its `low` is the smallest."""
    if interval.precision == "vague":
        return interval.high or float("inf")
    if interval.precision in ("at_least", "about"):
        return _above(interval.low or 0) if interval.high is None else interval.high
    return -1


def _above(low: int) -> float:
    """The largest count that is told as "more than" a round one: 677 as more than 600."""
    step = 1
    while low and low % (step * 10) == 0:
        step *= 10
    return low + step - 1 if _FINE * step <= low else low * _ROUND


_ROUND: Final = 1.12
"""A count may be so many times the round number that it is "more than"."""

_FINE: Final = 5
"""A round number of so many steps or more is told for what lies below the next step."""

SMALL: Final = 10
"""Smaller equal counts are hardly one fact, unless the text points back or all is alike."""
