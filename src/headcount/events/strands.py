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

LARGE = 500
"""People of an operation that stands out in a country's weeks."""

SHORT_TOTAL = 45
"""Days; an embassy's count over no more than these goes on day by day with what it leads to."""


class Told(NamedTuple):
    """A claim, and what grouping asks of it again and again."""

    claim: Claim
    window: Window | None
    family: Family | None
    countries: frozenset[str]
    tally: Count


class Head(NamedTuple):
    """A count that is compared: its claim, its days and its sort of operation."""

    tally: Count
    window: Window | None
    family: Family | None
    kind: Kind


@dataclass(slots=True, eq=False)
class Strand:
    """What one document tells of one operation, ready to be compared; never changed once made.

    `heads` are the claims that are no part of another; `counted` those of them whose counts are
    compared (people and other telling counts of the ruling scope, else whatever there is).
    `numbers` are the telling exact counts of people in it, parts included, each with its
    nationalities, and `said` those of its plans too; `total` is the largest count among the
    heads in its surest reading. A node of several strands that tell the same has
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
        large = [h for h in self.heads if h.unit is Unit.PERSON and (h.low or 0) >= SWEEP]
        return bool(large) and not any(h.place or specific(h.nationality) for h in large)

    @property
    def stands_out(self) -> bool:
        """Whether it tells of a raid so large that others tell of a part of it alone."""
        large = self.total >= LARGE and self.scope is Scope.EVENT and Family.RAID in self.families
        return large and not self.nationality

    @property
    def is_slice(self) -> bool:
        """Whether it counts one nationality in a raid and says neither day nor place."""
        dated = self.window is None or self.window.dated
        told = self.scope is Scope.EVENT and Family.RAID in self.families
        return told and bool(self.nationality) and not (dated or self.places)


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
    first = claims[0]
    main = _main(group)
    scope = main[0].claim.scope if len(main) == 1 else _scope({t.claim.scope for t in main})
    numbers, said = _numbers(group, scope)
    windows = [t.window for t in main if t.window and _rules(t, t.window, scope)]
    kinds = frozenset([t.claim.kind for t in main])
    return Strand(
        key=(first.document, first.n),
        documents=frozenset((first.document,)),
        claims=claims,
        heads=claims if len(claims) == len(main) else tuple([t.claim for t in main]),
        counted=_counted(main, scope),
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
        nationality=_union([t.tally.people for t in main]),
        numbers=numbers,
        said=said,
        window=_whole_window(windows, group, scope),
        published=published,
        scope=scope,
        kinds=kinds,
        total=max([t.tally.floor for t in main if t.claim.unit is not Unit.MONEY], default=0),
    )


def _main(group: Sequence[Told]) -> Sequence[Told]:
    """The heads whose kind makes an operation, else all heads, else all."""
    if len(group) == 1:
        return group
    inside = {t.claim.n for t in group}
    heads = [t for t in group if t.claim.part_of not in inside] or group
    return [t for t in heads if t.family] or heads


def _counted(main: Sequence[Told], scope: Scope) -> tuple[Head, ...]:
    """The heads of the ruling scope: people and other telling counts, else whatever there is."""
    same = [t for t in main if t.claim.scope is scope]
    chosen = [t for t in same if t.claim.unit is Unit.PERSON]
    if chosen and len(chosen) < len(same):
        chosen += [t for t in same if t.claim.unit is not Unit.PERSON and _tells(t.tally)]
    return tuple([Head(t.tally, t.window, t.family, t.claim.kind) for t in chosen or same])


@lru_cache(maxsize=4096)
def _three(a: str | None, b: str | None, c: str | None) -> frozenset[str]:
    return frozenset(x for x in (a, b, c) if x)


def countries_of(claim: Claim) -> frozenset[str]:
    """Where the fact happened: the country, and both ends of a movement."""
    return _three(claim.country, claim.origin, claim.destination)


def _union(sets: list[frozenset[str]]) -> frozenset[str]:
    if len(sets) == 1 or sets.count(sets[0]) == len(sets):
        return sets[0]
    return frozenset().union(*sets)


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


def _numbers(group: Sequence[Told], scope: Scope) -> tuple[frozenset[Number], frozenset[Number]]:
    """Telling numbers of the ruling scope, and those with what is planned; no total beside them."""
    told = [
        (t.claim.scope, (t.tally.exact or 0, t.claim.nationality))
        for t in group
        if (t.tally.exact or 0) >= TELLING and t.claim.unit in (Unit.PERSON, Unit.CASE)
    ]
    if not told:
        return frozenset(), frozenset()
    own = frozenset([n for found, n in told if found is scope or found is Scope.EVENT])
    planned = [n for found, n in told if found is Scope.PLANNED]
    return own, own.union(planned) if planned else own
