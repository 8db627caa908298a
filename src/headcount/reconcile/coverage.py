"""An authority's running total against the operations on record for its country and period.

A total says "5,000 arrested in six months"; the record holds the operations that somebody told one
by one. How much of the total they explain is its coverage. The record is no better than its
reports: what is missing may never have been told, or not by a report that was read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from headcount.days import Days
from headcount.model import Claim, Document, Event, Kind, Unit
from headcount.reconcile.amounts import NOBODY, Amount, total
from headcount.reconcile.operations import Told, counted_once, operations, taken_in
from headcount.reconcile.origins import plain_name
from headcount.reconcile.totals import Total, running_totals, without_totals

Key = tuple[str, int]

TOO_MUCH: Final = 2
"""An operation of more than so many times an open total is no part of it."""

RAIDS: Final = frozenset({Kind.RAIDED, Kind.FREED, Kind.ARRESTED})
"""An operation of these kinds is a raid, whether or not somebody told a number of sites."""


ANYWHERE: Final = ""
"""Where a total is looked up that tells a people and no country."""


class Standing(StrEnum):
    """How an operation stands to the total that it is held against."""

    SURE = "in the period"
    EDGE = "some of its days lie in the period"
    UNDATED = "no day, reported in the period"
    WITHIN = "in a larger count of the same days"
    VAGUE = "told without a number"
    UNCOUNTED = "a raid without a number of sites"
    TOO_LARGE = "larger than the total, not counted"


@dataclass(frozen=True, slots=True)
class Counted:
    """An operation held against a total, what it adds to the record, and whether the authority
    of the total is quoted for it too."""

    told: Told
    standing: Standing
    same_authority: bool

    @property
    def adds(self) -> Amount:
        """All of what is sure; none to all of what is not, and the best is all where it has a day
        and a number and no larger count holds it."""
        amount, standing = self.told.amount, self.standing
        if standing is Standing.SURE:
            return amount
        if standing is Standing.UNCOUNTED:
            return Amount(0, 1, 1)
        if standing is Standing.TOO_LARGE:
            return NOBODY
        return Amount(0, amount.best if standing is Standing.EDGE else 0, amount.high)

    def as_json(self) -> dict[str, Any]:
        """The operation as `headcount coverage --format jsonl` prints it."""
        return {
            "event": self.told.event,
            **self.told.amount.as_json(),
            "start": self.told.days.start.isoformat() if self.told.days.start else None,
            "end": self.told.days.end.isoformat() if self.told.days.end else None,
            "standing": self.standing.name.lower(),
            "adds": self.adds.as_json(),
            "same_authority": self.same_authority,
            "claims": [{"document": d, "n": n} for d, n in self.told.claims],
        }


@dataclass(frozen=True, slots=True)
class Coverage:
    """A total, what the operations on record come to, and what is missing of it.

    `low`, `best`, `high` are shares of the total, 1.0 being all of it; `high` None is open.
    """

    total: Total
    recorded: Amount
    counted: tuple[Counted, ...]

    @property
    def missing(self) -> Amount:
        """What of the total no operation on record explains."""
        return self.total.amount.less(self.recorded)

    @property
    def low(self) -> float:
        """The least share: the surest operations of the largest total."""
        most = self.total.amount.high
        return 0.0 if most is None else _share(self.recorded.low, most)

    @property
    def best(self) -> float:
        """The share of the bests."""
        return _share(self.recorded.best, self.total.amount.best)

    @property
    def high(self) -> float | None:
        """The largest share: all that may belong of the smallest total."""
        if self.recorded.high is None:
            return None
        return _share(self.recorded.high, self.total.amount.low)

    def as_json(self) -> dict[str, Any]:
        """The record of `headcount coverage --format jsonl`."""
        about = self.total
        return {
            "kind": str(about.kind),
            "unit": str(about.unit),
            "nationality": list(about.people),
            "country": about.country,
            "to": about.destination,
            "start": about.days.start.isoformat() if about.days.start else None,
            "end": about.days.end.isoformat() if about.days.end else None,
            "according_to": list(about.authorities),
            "total": about.amount.as_json(),
            "recorded": self.recorded.as_json(),
            "missing": self.missing.as_json(),
            "coverage": {"low": self.low, "best": self.best, "high": self.high},
            "events": [each.as_json() for each in self.counted],
            "claims": [{"document": d, "n": n} for d, n in about.claims],
        }


def coverage(
    events: Sequence[Event],
    claims: Mapping[Key, Claim],
    documents: Mapping[str, Document],
    rule: str = "range",
) -> tuple[Coverage, ...]:
    """Each running total of a country or a people against the operations on record.

    Newest first, wholes before their parts. Estimates, plans and totals themselves are never
    counted; one operation counts once. Raises UsageError on an unknown rule.
    """
    record = operations(events, claims, documents, rule)
    totals = running_totals(claims, documents)
    news = without_totals(record, totals)
    by_kind: dict[tuple[Kind, Unit, str], list[Told]] = {}
    raids: dict[str, list[Told]] = {}
    for told in news:
        for country in (*told.countries, ANYWHERE):
            by_kind.setdefault((told.kind, told.unit, country), []).append(told)
            if told.kind in RAIDS and told.unit is Unit.PERSON:
                raids.setdefault(country, []).append(told)
    found = []
    for each in totals:
        where = each.country or ANYWHERE
        counted = tuple(_counted(each, by_kind.get((each.kind, each.unit, where), ())))
        if each.kind is Kind.RAIDED:
            counted += tuple(_raids_without_number(each, raids.get(where, ()), counted))
        found.append(Coverage(each, total(c.adds for c in counted), counted))
    return tuple(sorted(found, key=_order))


def _counted(about: Total, record: Sequence[Told]) -> Iterator[Counted]:
    """The operations that the total may cover, once each, by their first day."""
    names = frozenset(plain_name(name) for name in about.authorities)
    by_event: dict[str, list[Told]] = {}
    for told in record:
        if _where(about, told) and _when(about.days, told) is not None:
            by_event.setdefault(told.event, []).append(told)
    matching: list[Told] = []
    for told_here in by_event.values():
        matching.extend(_of_the_people(about.people, told_here))
    once = [t for t in counted_once(matching) if not _exceeds(t.amount, about.amount)]
    inside = taken_in(once)
    for told in sorted(matching, key=lambda t: (t.days.start or date.max, t.event, t.people)):
        standing = _when(about.days, told)
        if _exceeds(told.amount, about.amount):
            standing = Standing.TOO_LARGE
        elif told.slot in inside:
            standing = Standing.WITHIN
        elif told not in once:
            continue
        elif told.vague and standing is not None:
            standing = Standing.VAGUE
        if standing is not None:
            yield Counted(told, standing, bool(names & told.speakers))


def _raids_without_number(
    about: Total, raids: Sequence[Told], counted: Sequence[Counted]
) -> Iterator[Counted]:
    """One for each raid on record of which nobody told how many sites were searched."""
    told_of = {c.told.event for c in counted}
    for told in raids:
        if told.event in told_of or not told.places or not _where(about, told):
            continue
        if _when(about.days, told) is Standing.SURE:
            told_of.add(told.event)
            yield Counted(told, Standing.UNCOUNTED, False)


def _exceeds(amount: Amount, whole: Amount) -> bool:
    """Whether it is more than the total can be."""
    most = whole.best * TOO_MUCH if whole.high is None else whole.high
    return amount.best > most


def _where(about: Total, told: Told) -> bool:
    if about.country is not None and about.country not in told.countries:
        return False
    return not (about.destination and told.destinations) or about.destination in told.destinations


def _when(period: Days, told: Told) -> Standing | None:
    """How the days of an operation lie to the period, None if it is told of another time."""
    start, end = told.days.start or told.days.end, told.days.end or told.days.start
    if start is None or end is None:
        seen = told.published
        return Standing.UNDATED if seen is not None and _meets(period, seen, seen) else None
    if not _meets(period, start, end):
        return None
    first, last = period
    inside = (first is None or start >= first) and (last is None or end <= last)
    return Standing.SURE if inside else Standing.EDGE


def _meets(period: Days, start: date, end: date) -> bool:
    first, last = period
    return (first is None or end >= first) and (last is None or start <= last)


def _of_the_people(people: tuple[str, ...], told: Sequence[Told]) -> list[Told]:
    """What one event tells of these nationalities; of all, its whole, or else its parts."""
    if people:
        return [t for t in told if t.people == people]
    whole = [t for t in told if not t.people]
    parts = [t for t in told if t.people]
    if whole and total(p.amount for p in parts).best <= whole[0].amount.best:
        return whole
    return parts or whole


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _order(found: Coverage) -> tuple[object, ...]:
    about = found.total
    end = about.days.end or date.min
    return (
        -end.toordinal(),
        about.country or "",
        str(about.kind),
        -about.amount.best,
        about.people,
        about.claims,
    )
