"""What operations on record come to: figures of events without totals, estimates and plans.

The books (coverage, accounts) add up operations. Three things keep one operation from counting
twice: reports of one operation are one event; a claim that covers more than a month is taken for
a running total whatever it calls itself; and an equal number that two events tell of one kind and
nationality within some days counts once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from headcount.days import Days
from headcount.model import FOREIGN, Claim, Document, Event, Figure, Kind, Precision, Scope, Unit
from headcount.reconcile.amounts import Amount, value_of
from headcount.reconcile.figures import reconcile
from headcount.reconcile.origins import plain_name

Key = tuple[str, int]
Slot = tuple[str, Kind, Unit, tuple[str, ...]]

LONGEST: Final = 31
"""Days of one operation; a claim that covers more is a running total."""

TELLING: Final = 10
"""From here on an equal number of one kind and nationality is taken for one operation."""

APART: Final = timedelta(days=7)
"""Equal numbers that lie further apart are two operations."""

UNUSUAL: Final = 100
"""From here on no number comes twice by chance, unless it is round."""

LONG_APART: Final = timedelta(days=183)
"""The same for an unusual number, which is told with a wrong day sooner than it comes again."""

A_FEW: Final = timedelta(days=3)
"""A count of a whole country on so few days is often that of a campaign that began before."""

COUNTED: Final = frozenset(Kind) - {
    Kind.TRAFFICKED,
    Kind.WORKING,
    Kind.OPERATING,
    Kind.LOST,
    Kind.PROCEEDS,
    Kind.ORIGINS,
}
"""Kinds that somebody counts one by one."""


STOCKS: Final = frozenset({Kind.HELD, Kind.MISSING})
"""Kinds that are counted at a moment; numbers of different days are never added."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one event tells of one kind, unit and nationality, as an operation.

    `people` are nationalities, empty if none is told; `days` those of its claims; `countries`
    where it happened or where those moved had been; `destinations` where they went; `published`
    the first day on which it was reported; `speakers` as `plain_name` gives them; `places` those
    named, none where only a country is. It is `vague` if nobody gives a number ("thousands"): no
    sum takes the least of the words for one.
    """

    event: str
    kind: Kind
    unit: Unit
    people: tuple[str, ...]
    amount: Amount
    days: Days
    countries: frozenset[str]
    destinations: frozenset[str]
    published: date | None
    speakers: frozenset[str]
    places: frozenset[str]
    claims: tuple[Key, ...]
    vague: bool = False

    @property
    def slot(self) -> Slot:
        """What no other figure of the record has in common with it."""
        return (self.event, self.kind, self.unit, self.people)


def operations(
    events: Sequence[Event],
    claims: Mapping[Key, Claim],
    documents: Mapping[str, Document],
    rule: str,
    wanted: Callable[[Claim], bool] | None = None,
) -> tuple[Told, ...]:
    """What the events tell as operations, in their order, one for each figure without a group.

    Figures are made anew by the named rule from the `wanted` claims, which are by default those of
    scope `event` that cover at most `LONGEST` days. Raises UsageError on an unknown rule.
    """
    told = []
    chosen = wanted or is_operation
    for event in events:
        keys = tuple(k for k in event.claims if k in claims and chosen(claims[k]))
        if keys:
            told.append(replace(event, claims=keys))
    mine = [claims[key] for event in told for key in event.claims]
    return tuple(
        _told(event, figure, claims, documents)
        for event in reconcile(told, mine, rule, documents)
        for figure in event.figures
        if figure.group is None and figure.unit is not Unit.MONEY
    )


def is_operation(claim: Claim) -> bool:
    """Whether the claim counts what one operation did, no total, estimate or plan."""
    if claim.scope is not Scope.EVENT or claim.kind not in COUNTED:
        return False
    length = Days(claim.start, claim.end).length
    return length is None or length <= LONGEST


def amount_of(figure: Figure) -> Amount:
    """Low, best and high of a figure."""
    best = figure.best if figure.best is not None else figure.low or 0
    low = min(figure.low or 0, best)
    return Amount(low, best, None if figure.high is None else max(figure.high, best))


def counted_once(told: Sequence[Told]) -> tuple[Told, ...]:
    """The operations without those that another event tells too.

    Equal are the best number (ten or more), kind, unit and nationality; the days lie at most a
    week apart (half a year, if the number is unusual) or one has none; no country says otherwise.
    Repatriated and deported are one kind here, and an unusual number of one nationality may be
    told to leave from the country where they were held and from the one that they flew from.
    The one whose event tells most else stays. How many reports tell it decides nothing: a copy of
    a report must not change the books.
    """
    kept: dict[tuple[object, ...], list[Told]] = {}
    left = set()
    telling = Counter(one.event for one in told)
    for one in sorted(told, key=lambda t: (-telling[t.event], not t.days.start, t.event)):
        what = "home" if one.kind in _HOME else one.kind
        same = kept.setdefault((what, one.unit, one.people, one.amount.best), [])
        if one.amount.best >= TELLING and any(_may_be_one(one, other) for other in same):
            continue
        same.append(one)
        left.add(one.slot)
    return tuple(t for t in told if t.slot in left)


def taken_in(told: Sequence[Told]) -> dict[Slot, Slot]:
    """The operations that a larger count on record most likely holds, each with that count.

    Such a count is of the same kind and unit, and of all nationalities or of the same. Either it
    names no place but the country and covers the first day of the smaller one (of its week, if it
    is told of a few days only), or it covers all days and places of the smaller one and is of the
    same nationality.
    """
    wide: dict[tuple[object, ...], list[Told]] = {}
    for one in told:
        if one.days.start and (not one.places or _long(one.days)):
            for country in one.countries:
                for month in _months(one.days):
                    wide.setdefault((one.kind, one.unit, country, month), []).append(one)
    found: dict[Slot, Slot] = {}
    for small in told:
        day = small.days.start
        at = day.toordinal() // LONGEST if day else None
        for country in sorted(small.countries):
            larger = wide.get((small.kind, small.unit, country, at), ())
            holding = [w for w in larger if _takes_in(w, small)]
            if holding:
                # The one of the same nationality, else the smallest, says most.
                best = min(holding, key=lambda w: (not w.people, w.amount.best, w.event))
                found.setdefault(small.slot, best.slot)
    return found


def _long(days: Days) -> bool:
    return bool(days.start and days.end and days.end - days.start > A_FEW)


def _months(days: Days) -> range:
    """The months (of `LONGEST` days) in which a count may take in a smaller one."""
    first = days.start or date.min
    last = (days.end or first) + timedelta(days=1)
    return range((first - APART).toordinal() // LONGEST, last.toordinal() // LONGEST + 1)


def _takes_in(wide: Told, small: Told) -> bool:
    if wide.amount.best <= small.amount.best or wide.event == small.event:
        return False
    first, day = wide.days.start, small.days.start
    if first is None or day is None or wide.people not in ((), small.people):
        return False
    last = wide.days.end or first
    if wide.places:
        covered = first <= day and (small.days.end or day) <= last and last - first > A_FEW
        return covered and wide.people == small.people and small.places <= wide.places
    early = APART if last - first <= A_FEW else timedelta(days=1)
    return first - early <= day <= last + timedelta(days=1)


_HOME: Final = frozenset((Kind.REPATRIATED, Kind.DEPORTED))
"""Two words for being sent home: which one is told depends on who tells."""


def _may_be_one(a: Told, b: Told) -> bool:
    """Whether two equal numbers can be of one operation, by country and by day."""
    number = a.amount.best
    unusual = number >= UNUSUAL and number % 100
    elsewhere = bool(a.countries and b.countries) and not a.countries & b.countries
    # People of one nationality fly home from the country that they were held in, or from the next.
    by_way = a.kind in _HOME and unusual and len(a.people) == 1
    if elsewhere and not by_way:
        return False
    first, second = a.days, b.days
    if not first.start or not second.start:
        return not elsewhere
    apart = LONG_APART if unusual and not elsewhere else APART
    return first.start - apart <= (second.end or second.start) and second.start - apart <= (
        first.end or first.start
    )


def _told(
    event: Event,
    figure: Figure,
    claims: Mapping[Key, Claim],
    documents: Mapping[str, Document],
) -> Told:
    mine = [claims[key] for key in figure.claims]
    dated = [c for c in mine if c.start or c.end]
    starts = [d for c in dated if (d := c.start or c.end)]
    ends = [d for c in dated if (d := c.end or c.start)]
    known = [documents[c.document].published for c in mine if c.document in documents]
    telling = [c for c in mine if value_of(c) == figure.best]
    return Told(
        event=event.id,
        kind=figure.kind,
        unit=figure.unit,
        people=tuple(n for n in figure.nationality if n != FOREIGN),
        amount=amount_of(figure),
        days=Days(min(starts), max(ends)) if dated else Days(event.start, event.end),
        countries=frozenset(where for c in mine if (where := c.origin or c.country))
        or frozenset(filter(None, [event.country])),
        destinations=frozenset(c.destination for c in mine if c.destination),
        published=min((day for day in known if day), default=None),
        speakers=frozenset(plain_name(c.according_to) for c in mine if c.according_to),
        places=frozenset(c.place for c in mine if c.place),
        claims=figure.claims,
        vague={c.precision for c in telling} == {Precision.VAGUE},
    )
