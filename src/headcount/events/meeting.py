"""How two strands may meet: people on their way, raids that go on, places told for one another."""

from __future__ import annotations

from typing import Final

from headcount.events.families import STAGE, Family
from headcount.events.strands import LARGE, Head, Strand
from headcount.events.tallies import TELLING, Relation, compare, count_of, is_of_all, is_round
from headcount.events.where import is_site, only_seats, same_or_within
from headcount.events.windows import SLICE_DAYS, SOFT_DAYS

FEW: Final = 10
"""A smaller count shuts out no other one of those days: it may be a part of it."""

NEWS_DAYS: Final = 3
"""Days between two reports of one piece of news at most."""

GROWTH: Final = 4
"""A count of one stretch of days does not grow to more than so many times the first."""

SWEEP_GROWTH: Final = 12
"""The same for a sweep over a country, which goes on from town to town."""


def moved_on(x: Head, y: Head) -> bool:
    """Whether one count is of a later stage than the other, and not told of an earlier day.

    People who are freed on one day are handed over and flown home on others.
    """
    at, then = STAGE.get(x.kind, 0), STAGE.get(y.kind, 0)
    early, late = (x.window, y.window) if at < then else (y.window, x.window)
    return at != then and bool(early and late and early.first <= late.last + 1)


def on_the_way(a: Strand, b: Strand) -> bool:
    """Whether both tell of a movement, which has a place to leave, one to pass and one to reach."""
    return Family.MOVE in a.families and Family.MOVE in b.families


def grew(a: Strand, b: Strand) -> bool:
    """Whether the later report of one sweep, one site or one embassy has the larger count."""
    if not (a.window and b.window and a.published and b.published) or a.scope is not b.scope:
        return False
    early, late = (a, b) if (a.published, a.total) <= (b.published, b.total) else (b, a)
    if early.total >= late.total:
        return False
    if Family.CONSULAR in a.families & b.families:
        same = not a.nationality.isdisjoint(b.nationality) and places_meet(a, b)
        return same and a.window.gap(b.window) <= SOFT_DAYS
    if not (a.window.dated and b.window.dated):
        return False
    if a.window.gap(b.window):
        return late.total <= GROWTH * early.total and goes_on(a, b)
    if a.window.length + b.window.length == 0:
        return False
    if a.is_sweep and b.is_sweep:
        return late.total <= SWEEP_GROWTH * early.total
    return late.total <= GROWTH * early.total and one_site(a, b)


def goes_on(a: Strand, b: Strand) -> bool:
    """Whether both may be of one raid on one site that is so large that it takes many days."""
    if min(a.total, b.total) < LARGE or not (a.window and b.window):
        return False
    if a.window.gap(b.window) > SOFT_DAYS:
        return False
    pairs = [(x, y) for x in a.places for y in b.places if is_site(x) or is_site(y)]
    return any(same_or_within(x, y) for x, y in pairs)


def one_site(a: Strand, b: Strand) -> bool:
    """Whether both are of one site, whose count grows from day to day; towns have many sites."""
    return any(is_site(place) for place in a.places & b.places)


def places_meet(a: Strand, b: Strand) -> bool:
    """Whether a place of one may be told for a place of the other."""
    if not a.places.isdisjoint(b.places):
        return True
    return any(same_or_within(x, y) for x in a.places for y in b.places)


def told_from_afar(a: Strand, b: Strand) -> bool:
    """Whether one of the two names no place but a seat of government, where it may only be told."""
    return only_seats(a.places) is not only_seats(b.places)


def told_together(a: Strand, b: Strand, equal: tuple[Head, Head]) -> bool:
    """Whether reports of the same days tell a number of one kind that hardly two operations share.

    A smaller one must be of one people and not round, and no place may speak against it.
    """
    x, y = equal
    if x.kind is not y.kind or not (a.published and b.published):
        return False
    if abs((a.published - b.published).days) > NEWS_DAYS:
        return False
    if compare(x.tally, y.tally) is Relation.EQUAL_UNUSUAL:
        return True
    number = x.tally.exact or 0
    if number < TELLING or is_round(number) or x.tally.people.isdisjoint(y.tally.people):
        return False
    return not (a.places and b.places) or places_meet(a, b)


def routes_clash(a: Strand, b: Strand) -> bool:
    """Whether each way that one tells leaves or ends elsewhere than those of the other.

    Who is flown home from the country of transit left the one before it too.
    """
    if not (a.routes and b.routes) or not a.routes.isdisjoint(b.routes):
        return False
    return all(
        (x and y and x != y and x not in b.countries and y not in a.countries)
        or (to and then and to != then)
        for x, to in a.routes
        for y, then in b.routes
    )


def sliced(part: Strand, whole: Strand) -> bool:
    """Whether `part` may be what one nationality is in a large raid of the weeks before it."""
    if not (part.is_slice and whole.stands_out and part.window and whole.window):
        return False
    if part.window.gap(whole.window) > SLICE_DAYS or part.window.last < whole.window.first:
        return False
    if part.places and whole.places and not places_meet(part, whole):
        return False
    counts = [h.tally for h in part.counted] + [count_of(c) for c in part.claims]
    return any(is_of_all(p, h.tally) for p in counts for h in whole.counted)


def one_place_and_day(a: Strand, b: Strand) -> bool:
    """Whether both are told of one place on the same days."""
    x, y = a.window, b.window
    if not (x and y and x.dated and y.dated) or a.places.isdisjoint(b.places):
        return False
    return x == y


def shared_number(a: Strand, b: Strand) -> bool:
    """Whether a head of one is a head of the other by number: one group in other states.

    A small number needs a nationality too, or one place and day. In one place a part of one
    nationality is as good as a head: of 77 who were arrested 22 are sentenced.
    """
    least = FEW if one_place_and_day(a, b) else TELLING
    if any(
        x.tally.exact == y.tally.exact
        and (
            least < TELLING
            or compare(x.tally, y.tally) is Relation.EQUAL_UNUSUAL
            or (x.tally.people and x.tally.people == y.tally.people)
        )
        for x in a.counted
        if (x.tally.exact or 0) >= least
        for y in b.counted
        if x.tally.unit is y.tally.unit
    ):
        return True
    if a.said.isdisjoint(b.said) or a.places.isdisjoint(b.places):
        return False
    return any(people for _, people in a.said & b.said)
