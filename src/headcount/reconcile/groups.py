"""Groups of people as they move: freed, then handed over, then home is one group, not three.

A step is what one event tells of one stage and one nationality. Steps of one nationality are
linked into a group, stage by stage and by day, by the first of these rules that holds:

1. the same event tells both;
2. the same number, in order of days;
3. a part: the number fits into what an earlier stage left of a group, the oldest first;
4. a part of several groups together, which then are one.

The later step must not begin before the earlier one, nor more than half a year after it. Its
country must be one where the group was, or one to which some report tells of a handover from
there. Steps whose nationality nobody told are linked by 1 and 2 only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Final

from headcount.days import Days
from headcount.model import Kind, Unit
from headcount.reconcile.amounts import NOBODY, Amount, largest, total
from headcount.reconcile.operations import Key, Slot, Told, counted_once, taken_in


class Stage(StrEnum):
    """Where people are on their way, in this order."""

    REPORTED = "reported"
    OUT = "out"
    IDENTIFIED = "identified"
    TRANSFERRED = "transferred"
    HOME = "home"


STAGES: Final = tuple(Stage)

STAGE_OF: Final[dict[Kind, Stage]] = {
    Kind.REPORTED: Stage.REPORTED,
    Kind.FREED: Stage.OUT,
    Kind.ESCAPED: Stage.OUT,
    Kind.IDENTIFIED: Stage.IDENTIFIED,
    Kind.TRANSFERRED: Stage.TRANSFERRED,
    Kind.REPATRIATED: Stage.HOME,
    Kind.DEPORTED: Stage.HOME,
}
"""The stage that each kind tells of."""

LATE: Final = timedelta(days=1)
"""So much earlier than the stage before it may a stage be told to be: reports err by a day."""

LONGEST_WAY: Final = timedelta(days=183)
"""People who come home later than this are taken for others."""

SAME_FROM: Final = 5
"""From here on an equal number of one nationality is taken for the same people."""

SAME_UNNAMED: Final = 20
"""The same where nobody told a nationality."""


class Link(StrEnum):
    """Why a step belongs to its group."""

    FIRST = "the first that is told of them"
    EVENT = "told of the same operation"
    NUMBER = "the same number, later"
    PART = "fits into those told before"
    PARTS = "fits into several groups told before, taken together"


@dataclass(frozen=True, slots=True)
class Step:
    """What one event tells of one stage and one nationality (empty: nobody told it)."""

    stage: Stage
    event: str
    people: tuple[str, ...]
    amount: Amount
    days: Days
    countries: frozenset[str]
    destinations: frozenset[str]
    claims: tuple[Key, ...]

    @property
    def day(self) -> date | None:
        """The first day, or the last if only that is told."""
        return self.days.start or self.days.end


@dataclass(slots=True)
class Group:
    """People of one nationality on their way, with what each stage comes to.

    `countries` are where they were, and where they were brought to on their way.
    """

    people: tuple[str, ...]
    told: dict[Stage, Amount] = field(default_factory=dict)
    steps: list[tuple[Step, Link]] = field(default_factory=list)
    countries: set[str] = field(default_factory=set)

    def add(self, step: Step, link: Link) -> None:
        """Takes in a step; steps of one stage are batches and add up."""
        self.told[step.stage] = self.told.get(step.stage, Amount()) + step.amount
        self.steps.append((step, link))
        self.countries |= step.countries
        if step.stage is Stage.TRANSFERRED:
            self.countries |= step.destinations

    def reached(self, stage: Stage) -> Amount:
        """How many are told of at this stage or a later one."""
        return largest(a for s, a in self.told.items() if STAGES.index(s) >= STAGES.index(stage))

    @property
    def last_day(self) -> date | None:
        """The last day that is told of them."""
        return max((d for step, _ in self.steps if (d := step.days.end or step.day)), default=None)

    def left(self, stage: Stage, after: Stage) -> Amount:
        """How many reached `stage` and are not told of at `after` or later."""
        between = STAGES[STAGES.index(stage) : STAGES.index(after)]
        if not any(s in self.told for s in between):
            # Nothing was told between: both are one number, however uncertain it is.
            return NOBODY
        return self.reached(stage).less(self.reached(after))

    def room(self, stage: Stage) -> int:
        """How many of those told of before this stage are not yet told of at it."""
        before = largest(a for s, a in self.told.items() if STAGES.index(s) < STAGES.index(stage))
        return before.best - self.told.get(stage, Amount()).best


class Shelves:
    """Groups of one nationality where a later step will look for them: by country and half-year."""

    def __init__(self, routes: Routes) -> None:
        """`routes` say in which other countries a group may turn up."""
        self.routes = routes
        self._rank: dict[int, int] = {}
        self._groups: list[Group] = []
        self._events: dict[str, list[Group]] = {}
        self._shelves: dict[tuple[str, int | None], dict[int, Group]] = {}

    def put(self, group: Group, step: Step, link: Link) -> None:
        """Gives the group the step and puts it where that makes it turn up."""
        if id(group) not in self._rank:
            self._rank[id(group)] = len(self._groups)
            self._groups.append(group)
        group.add(step, link)
        self._events.setdefault(step.event, []).append(group)
        countries = set(group.countries)
        countries.update(there for here in group.countries for there in self.routes.get(here, ()))
        for country in countries or {_ANY}:
            for period in {None, *(_period(s.day) for s, _ in group.steps)}:
                shelf = self._shelves.setdefault((country, period), {})
                shelf[self._rank[id(group)]] = group
        for period in {None, *(_period(s.day) for s, _ in group.steps)}:
            shelf = self._shelves.setdefault((_ALL, period), {})
            shelf[self._rank[id(group)]] = group

    def groups(self) -> list[Group]:
        """All groups that were not taken into another, in the order in which they began."""
        return [group for group in self._groups if group.steps]

    def of_event(self, event: str) -> list[Group]:
        """The groups that have a step of this event."""
        return sorted(self._events.get(event, ()), key=lambda g: self._rank[id(g)])

    def near(self, step: Step) -> list[Group]:
        """The groups that the step may carry on by country and half-year, the oldest first."""
        day = step.day
        periods: list[int | None] = [None]
        if day is not None:
            first, last = day - LONGEST_WAY, (step.days.end or day) + LATE
            periods = [_UNDATED, *range(_period(first), _period(last) + 1)]
        countries = {*step.countries, _ANY} if step.countries else {_ALL}
        found: dict[int, Group] = {}
        for country in countries:
            for period in periods:
                found.update(self._shelves.get((country, period), {}))
        return [found[rank] for rank in sorted(found) if found[rank].steps]


_ANY, _ALL = "", "*"
"""The shelf of groups without a country, and that of all groups."""

_UNDATED: Final = -1
"""The half-year of a step without a day; None is the shelf of all half-years."""


def _period(day: date | None) -> int:
    return _UNDATED if day is None else day.toordinal() // (LONGEST_WAY.days + 1)


def steps_of(told: Sequence[Told]) -> list[Step]:
    """The steps that the operations on record make, what nobody gave a nationality last.

    Of the total of an event that names nationalities too, only the rest that they leave is a step
    of its own; the same holds for a count of a whole country that takes in smaller ones.
    """
    people = [t for t in told if t.kind in STAGE_OF and t.unit is Unit.PERSON]
    once = counted_once(people)
    inside = taken_in(once)
    held: dict[Slot, list[Amount]] = {}
    for one in once:
        holder = inside.get(one.slot)
        if holder is not None and one.people and not holder[3]:
            held.setdefault(holder, []).append(one.amount)
    found: dict[tuple[str, Stage, tuple[str, ...]], list[Told]] = {}
    named: dict[tuple[str, Stage], list[Amount]] = {}
    for one in once:
        if one.people:
            named.setdefault((one.event, STAGE_OF[one.kind]), []).append(one.amount)
        holder = inside.get(one.slot)
        if holder is None or holder[3] != one.people:
            found.setdefault((one.event, STAGE_OF[one.kind], one.people), []).append(one)
    steps = []
    for (event, stage, who), mine in found.items():
        step = _step(stage, mine)
        if not who:
            parts = named.get((event, stage), []) + [a for t in mine for a in held.get(t.slot, ())]
            step = replace(step, amount=step.amount.less(total(parts)))
        if step.amount.best or step.amount.high != 0:
            steps.append(step)
    return sorted(steps, key=_order)


Routes = Mapping[str, Set[str]]
"""To which countries people are told to be handed over from each."""


def routes_of(steps: Iterable[Step]) -> dict[str, set[str]]:
    """The routes that the handovers among the steps tell."""
    found: dict[str, set[str]] = {}
    for step in steps:
        if step.stage is Stage.TRANSFERRED:
            for country in step.countries:
                found.setdefault(country, set()).update(step.destinations)
    return found


def linked(steps: Sequence[Step]) -> list[Group]:
    """The groups that the steps make. The order of the steps does not matter."""
    routes = routes_of(steps)
    by_people: dict[tuple[str, ...], Shelves] = {}
    for step in sorted(steps, key=_order):
        shelves = by_people.setdefault(step.people, Shelves(routes))
        chosen, link = _choose(shelves, step)
        first = chosen[0] if chosen else Group(step.people)
        for other in chosen[1:]:
            for taken, why in other.steps:
                shelves.put(first, taken, why)
            other.steps, other.told = [], {}
        shelves.put(first, step, link)
    return [group for people in sorted(by_people) for group in by_people[people].groups()]


def _choose(shelves: Shelves, step: Step) -> tuple[list[Group], Link]:
    """The groups that the step carries on, none if it begins one."""
    for group in shelves.of_event(step.event):
        if any(s.event == step.event and s.stage != step.stage for s, _ in group.steps):
            return [group], Link.EVENT
    number = step.amount.best
    same_from = SAME_FROM if step.people else SAME_UNNAMED
    open_to = [
        g
        for g in shelves.near(step)
        if g.room(step.stage) > 0 and _follows(g, step, shelves.routes)
    ]
    for group in open_to:
        equal = any(a.best == number for a in group.told.values())
        if equal and number >= same_from and group.room(step.stage) >= number:
            return [group], Link.NUMBER
    if not step.people or step.day is None or not number:
        return [], Link.FIRST
    for group in open_to:
        if group.room(step.stage) >= number:
            return [group], Link.PART
    taken, room = [], 0
    for group in open_to:
        taken.append(group)
        room += group.room(step.stage)
        if room >= number:
            return taken, Link.PARTS
    return [], Link.FIRST


def _follows(group: Group, step: Step, routes: Routes) -> bool:
    """Whether the step may come after an earlier stage of the group, by day and country."""
    onward = {there for here in group.countries for there in routes.get(here, ())}
    if group.countries and step.countries and not (group.countries | onward) & step.countries:
        return False
    days = [s.day for s, _ in group.steps if STAGES.index(s.stage) < STAGES.index(step.stage)]
    if not days:
        return False
    known = [day for day in days if day is not None]
    if step.day is None or not known:
        return True
    last = step.days.end or step.day
    return any(day - LATE <= last and step.day - day <= LONGEST_WAY for day in known)


def _step(stage: Stage, mine: Sequence[Told]) -> Step:
    """One step of what an event tells in several kinds of one stage.

    Freed and escaped (or sent home and deported) are two groups if one report tells both with
    different numbers; else they may be two words for one.
    """
    amount = mine[0].amount
    for before, told in pairwise(mine):
        both = amount + told.amount
        reports = {d for d, _ in before.claims} & {d for d, _ in told.claims}
        if reports and before.amount.best != told.amount.best:
            amount = both
        else:
            larger = amount.or_more(told.amount)
            amount = Amount(larger.low, larger.best, both.high)
    days = [t.days for t in mine if t.days.start or t.days.end]
    return Step(
        stage,
        mine[0].event,
        mine[0].people,
        amount,
        min(days, key=lambda d: d.start or d.end or date.max) if days else mine[0].days,
        frozenset().union(*(t.countries for t in mine)),
        frozenset().union(*(t.destinations for t in mine)),
        tuple(sorted({key for t in mine for key in t.claims})),
    )


def _order(step: Step) -> tuple[object, ...]:
    return (
        not step.people,
        step.people,
        STAGES.index(step.stage),
        step.day or date.max,
        step.event,
    )
