"""A strand: what one document tells of one operation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple, TypeVar

from headcount.events.families import FAMILY, Family
from headcount.events.tallies import TELLING, Count, count_of, specific
from headcount.events.windows import Window, hull, window_of
from headcount.model import Claim, Kind, Scope, Unit

Key = tuple[str, int]
"""A claim's key: the document's id and the claim's number."""

Number = tuple[int, frozenset[str]]
"""An exact count of people that is large enough to tell, and their nationalities."""

T = TypeVar("T")

Route = tuple[str | None, str | None]
"""Both ends of a movement."""

SWEEP: Final = 200
"""People from here on, in no one place, make a sweep over a whole country."""

LARGE: Final = 500
"""People of an operation that stands out in a country's weeks."""

NEARLY_ALL: Final = 0.98
"""A part of this share of its whole is the same people once more."""

SHORT_TOTAL: Final = 45
"""Days; an embassy's count over no more than these goes on day by day with what it leads to."""


class Told(NamedTuple):
    """A claim, and what grouping asks of it again and again."""

    claim: Claim
    window: Window | None
    family: Family | None
    countries: frozenset[str]
    tally: Count


class Head(NamedTuple):
    """A count that is compared: its claim, its days and its sort of operation.

    One that is `planned` beside what happened may agree with another, and shuts out none.
    """

    tally: Count
    window: Window | None
    family: Family | None
    kind: Kind
    planned: bool = False


@dataclass(slots=True, eq=False)
class Strand:
    """What one document tells of one operation, ready to be compared; never changed once made.

    `heads` are the claims that are no part of another; `counted` those of them whose counts are
    compared (people and other telling counts of the ruling scope, else whatever there is).
    `said` are the telling exact counts of people in it, parts and plans included, each with its
    nationalities; `total` is the largest count among the heads in its surest reading. A node of
    several strands that tell the same has the `documents` of all.
    """

    key: Key
    documents: tuple[str, ...]
    claims: tuple[Claim, ...]
    heads: tuple[Claim, ...]
    counted: tuple[Head, ...]
    families: frozenset[Family]
    countries: frozenset[str]
    places: frozenset[str]
    routes: frozenset[Route]
    nationality: frozenset[str]
    said: frozenset[Number]
    window: Window | None
    published: date | None
    scope: Scope
    kinds: frozenset[Kind]
    total: int

    @property
    def document(self) -> str:
        """The document of its first claim."""
        return self.key[0]

    @property
    def is_sweep(self) -> bool:
        """Whether it tells of a large operation over a country rather than in one place."""
        if self.total < SWEEP:
            return False
        people = [h for h in self.heads if h.unit is Unit.PERSON and h.scope is self.scope]
        large = [h for h in people if (h.low or 0) >= SWEEP]
        return bool(large) and not any(h.place or specific(h.nationality) for h in large)

    @property
    def stands_out(self) -> bool:
        """Whether it tells of a raid so large that others tell of a part of it alone."""
        if self.total < LARGE or self.nationality:
            return False
        return self.scope is Scope.EVENT and Family.RAID in self.families

    @property
    def is_slice(self) -> bool:
        """Whether it counts one nationality in a raid and does not say when."""
        if self.window is None or self.window.dated or not self.nationality:
            return False
        return self.scope is Scope.EVENT and Family.RAID in self.families


def told_of(claim: Claim, published: date | None) -> Told:
    """The claim with its days, family, countries and count."""
    return Told(
        claim,
        window_of(claim, published),
        FAMILY.get(claim.kind),
        _set_of(claim.country, claim.origin, claim.destination),
        count_of(claim),
    )


def strand_of(group: Sequence[Told], published: date | None) -> Strand:
    """The strand of some claims of one document; they must be in the order of the text."""
    if len(group) == 1:
        return _of_one(group[0], published)
    claims = tuple([t.claim for t in group])
    first = claims[0]
    main = _main(group)
    if len(main) == 1:
        return _of_one(main[0], published, claims, group)
    scope = _scope({t.claim.scope for t in main})
    windows = [t.window for t in main if t.window and _rules(t, t.window, scope)]
    return Strand(
        key=(first.document, first.n),
        documents=(first.document,),
        claims=claims,
        heads=claims if len(claims) == len(main) else tuple([t.claim for t in main]),
        counted=_counted(main, scope),
        families=_kept(frozenset([t.family for t in group if t.family])),
        countries=union([t.countries for t in main]),
        places=_set_of(*[t.claim.place for t in main]),
        routes=_routes(main),
        nationality=union([t.tally.people for t in main]),
        said=_said(group, scope),
        window=_whole_window(windows, group, scope),
        published=published,
        scope=scope,
        kinds=_kept(frozenset([t.claim.kind for t in main])),
        total=max([t.tally.floor for t in main if t.claim.unit is not Unit.MONEY], default=0),
    )


def _of_one(
    head: Told,
    published: date | None,
    claims: tuple[Claim, ...] = (),
    group: Sequence[Told] = (),
) -> Strand:
    """The strand of one head, alone or with its parts: the same, with less work."""
    claim, window, family, countries, tally = head
    scope = claim.scope
    claims = claims or (claim,)
    if group:
        families = _kept(frozenset([t.family for t in group if t.family]))
        first = claims[0]
        window = _whole_window([window] if window else [], group, scope)
    else:
        families = _set_of(family)
        first = claim
    return Strand(
        (first.document, first.n),
        (first.document,),
        claims,
        claims if len(claims) == 1 else (claim,),
        (Head(tally, head.window, family, claim.kind),),
        families,
        countries,
        _set_of(claim.place),
        _route(claim.origin, claim.destination),
        tally.people,
        _said(group or (head,), scope),
        window,
        published,
        scope,
        _set_of(claim.kind),
        0 if claim.unit is Unit.MONEY else tally.floor,
    )


def _main(group: Sequence[Told]) -> Sequence[Told]:
    """The heads whose kind makes an operation, else all heads, else all."""
    if len(group) == 1:
        return group
    inside = {t.claim.n for t in group}
    heads = [t for t in group if t.claim.part_of not in inside or _the_same(t, group)] or group
    return [t for t in heads if t.family] or heads


def _the_same(part: Told, group: Sequence[Told]) -> bool:
    """Whether a part is nearly all of its whole: the same people in another state or place.

    Or a sentence is told of some: "16 stood trial, eight of them were convicted".
    """
    whole = next(t for t in group if t.claim.n == part.claim.part_of)
    if part.family is Family.TRIAL and part.claim.kind is not whole.claim.kind:
        return True
    few, all_ = part.tally.exact or 0, whole.tally.exact or 0
    return all_ >= TELLING and NEARLY_ALL * all_ <= few <= all_


def _counted(main: Sequence[Told], scope: Scope) -> tuple[Head, ...]:
    """The heads of the ruling scope: people and other telling counts, else whatever there is.

    Beside what happened also how many more people are to come, if the number tells.
    """
    same = [t for t in main if t.claim.scope is scope]
    chosen = [t for t in same if t.claim.unit is Unit.PERSON]
    if chosen and len(chosen) < len(same):
        chosen += [t for t in same if t.claim.unit is not Unit.PERSON and _tells(t.tally)]
    found = [Head(t.tally, t.window, t.family, t.claim.kind) for t in chosen or same]
    if scope is Scope.EVENT and len(same) < len(main):
        found += [
            Head(t.tally, t.window, t.family, t.claim.kind, planned=True)
            for t in main
            if t.claim.scope is Scope.PLANNED and (t.tally.exact or 0) >= TELLING
            if t.claim.unit is Unit.PERSON
        ]
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def _set_of(*values: T | None) -> frozenset[T]:
    """The values that there are; the same set for the same values, which saves memory."""
    return _kept(frozenset([x for x in values if x]))


@lru_cache(maxsize=1 << 14)
def _kept(found: frozenset[T]) -> frozenset[T]:
    """The first of equal sets."""
    return found


@lru_cache(maxsize=1 << 14)
def _route(origin: str | None, destination: str | None) -> frozenset[Route]:
    return _kept(frozenset(((origin, destination),) if origin or destination else ()))


def _routes(main: Sequence[Told]) -> frozenset[Route]:
    found = [_route(t.claim.origin, t.claim.destination) for t in main]
    return found[0] if found.count(found[0]) == len(found) else frozenset().union(*found)


def union(sets: list[frozenset[T]]) -> frozenset[T]:
    """All that is in any of the sets, of which there must be one."""
    if sets.count(sets[0]) == len(sets):
        return sets[0]
    return _kept(frozenset().union(*sets))


def _scope(found: set[Scope]) -> Scope:
    """The scope that rules the strand: what happened, before totals, before plans."""
    for scope in (Scope.EVENT, Scope.CUMULATIVE, Scope.PLANNED):
        if scope in found:
            return scope
    return Scope.ESTIMATE


def _rules(told: Told, window: Window, scope: Scope) -> bool:
    """Whether a head's days are the strand's: those of its scope, and a short count's at a desk."""
    claim = told.claim
    if claim.scope is scope:
        return True
    short = window.dated and window.length <= SHORT_TOTAL
    return claim.scope is Scope.CUMULATIVE and claim.kind is Kind.REPORTED and short


def _tells(count: Count) -> bool:
    return count.unit is not Unit.MONEY and (count.point or 0) >= TELLING


def _whole_window(windows: list[Window], group: Sequence[Told], scope: Scope) -> Window | None:
    """The days of the heads; if none is dated, those of their parts that are."""
    if not any(w.dated for w in windows) and len(group) > 1:
        parts = [t.window for t in group if t.window and t.window.dated and t.claim.scope is scope]
        windows = parts or windows
    return hull(windows)


_COUNTED: Final = (Unit.PERSON, Unit.CASE)
_SURE: Final = (Scope.EVENT, Scope.PLANNED)


@lru_cache(maxsize=1 << 14)
def _only(number: Number) -> frozenset[Number]:
    return frozenset((number,))


def _said(group: Sequence[Told], scope: Scope) -> frozenset[Number]:
    """Telling numbers of the ruling scope, and of what is planned; no total beside them."""
    told = [
        (t.tally.exact or 0, t.tally.people)
        for t in group
        if (t.tally.exact or 0) >= TELLING
        and t.tally.unit in _COUNTED
        and (t.claim.scope is scope or t.claim.scope in _SURE)
    ]
    if not told:
        return frozenset()
    return _only(told[0]) if len(told) == 1 else frozenset(told)
