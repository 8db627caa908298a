"""A strand: what one document tells of one operation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from headcount.events.families import FAMILY, Family
from headcount.events.tallies import TELLING, Count, count_of, specific
from headcount.events.windows import Window, hull, window_of
from headcount.model import Claim, Kind, Scope, Unit

Key = tuple[str, int]
"""A claim's key: the document's id and the claim's number."""

Number = tuple[int, tuple[str, ...]]
"""An exact count of people that is large enough to tell, and their nationalities."""

Route = tuple[str | None, str | None]
"""Both ends of a movement."""

SWEEP = 200
"""People from here on, in no one place, make a sweep over a whole country."""

SHORT_TOTAL = 45
"""Days; an embassy's count over no more than these goes on day by day with what it leads to."""


class Told(NamedTuple):
    """A claim, and what grouping asks of it again and again."""

    claim: Claim
    window: Window | None
    family: Family | None
    countries: frozenset[str]
    count: Count


class Head(NamedTuple):
    """A count that is compared: its claim, its days and its sort of operation."""

    count: Count
    window: Window | None
    family: Family | None
    kind: Kind


@dataclass(slots=True, eq=False)
class Strand:
    """What one document tells of one operation, ready to be compared; never changed once made.

    `heads` are the claims that are no part of another; `counted` those of them whose counts are
    compared (people of the ruling scope, else whatever there is); `numbers` are the telling exact
    counts of people in it, parts included, each with its nationalities; `total` is the largest
    count among the heads in its surest reading. A node of several strands that tell the same has
    the `documents` of all.
    """

    key: Key
    documents: frozenset[str]
    claims: tuple[Claim, ...]
    heads: tuple[Claim, ...]
    counted: tuple[Head, ...]
    families: frozenset[Family]
    countries: frozenset[str]
    places: frozenset[str]
    routes: frozenset[Route]
    nationality: frozenset[str]
    numbers: frozenset[Number]
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
        large = [h for h in self.heads if h.unit is Unit.PERSON and (h.low or 0) >= SWEEP]
        return bool(large) and not any(h.place or specific(h.nationality) for h in large)


def told_of(claim: Claim, published: date | None) -> Told:
    """The claim with its days, family, countries and count."""
    return Told(
        claim,
        window_of(claim, published),
        FAMILY.get(claim.kind),
        countries_of(claim),
        count_of(claim),
    )


def strand_of(group: Sequence[Told], published: date | None) -> Strand:
    """The strand of some claims of one document; they must be in the order of the text."""
    claims = tuple([t.claim for t in group])
    inside = {c.n for c in claims}
    heads = [t for t in group if t.claim.part_of is None or t.claim.part_of not in inside]
    heads = heads or list(group)
    main = [t for t in heads if t.family] or heads
    scope = _scope({t.claim.scope for t in main})
    same = [t for t in main if t.claim.scope is scope]
    people = [t for t in same if t.claim.unit is Unit.PERSON]
    windows = [t.window for t in main if t.window and _rules(t, t.window, scope)]
    return Strand(
        key=(claims[0].document, claims[0].n),
        documents=frozenset((claims[0].document,)),
        claims=claims,
        heads=tuple([t.claim for t in main]),
        counted=tuple([Head(t.count, t.window, t.family, t.claim.kind) for t in people or same]),
        families=frozenset([t.family for t in group if t.family]),
        countries=_union([t.countries for t in main]),
        places=frozenset([t.claim.place for t in main if t.claim.place]),
        routes=frozenset(
            [
                (t.claim.origin, t.claim.destination)
                for t in main
                if t.claim.origin or t.claim.destination
            ]
        ),
        nationality=_union([t.count.people for t in main]),
        numbers=_numbers(group, scope),
        window=hull(windows),
        published=published,
        scope=scope,
        kinds=frozenset([t.claim.kind for t in main]),
        total=max([t.count.floor for t in main if t.claim.unit is not Unit.MONEY], default=0),
    )


@lru_cache(maxsize=4096)
def _three(a: str | None, b: str | None, c: str | None) -> frozenset[str]:
    return frozenset(x for x in (a, b, c) if x)


def countries_of(claim: Claim) -> frozenset[str]:
    """Where the fact happened: the country, and both ends of a movement."""
    return _three(claim.country, claim.origin, claim.destination)


def _union(sets: list[frozenset[str]]) -> frozenset[str]:
    return sets[0] if len(sets) == 1 else frozenset().union(*sets)


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


def _numbers(group: Sequence[Told], scope: Scope) -> frozenset[Number]:
    """Telling numbers. A running total beside an operation does not speak for the operation."""
    found = []
    for told in group:
        number, claim = told.count.exact, told.claim
        if number is None or number < TELLING or claim.unit not in (Unit.PERSON, Unit.CASE):
            continue
        if claim.scope is scope or claim.scope is Scope.EVENT:
            found.append((number, claim.nationality))
    return frozenset(found)
