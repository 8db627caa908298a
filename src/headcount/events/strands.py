"""A strand: what one document tells of one operation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from headcount.events.families import FAMILY, Family
from headcount.events.tallies import TELLING, exact, specific
from headcount.events.windows import Window, hull, window_of
from headcount.model import Claim, Kind, Scope, Unit

Key = tuple[str, int]
"""A claim's key: the document's id and the claim's number."""

Dated = tuple[Claim, Window | None]
"""A claim with the days of its fact."""

Number = tuple[int, tuple[str, ...]]
"""An exact count of people that is large enough to tell, and their nationalities."""

SWEEP = 200
"""People from here on, in no one place, make a sweep over a whole country."""


SHORT_TOTAL = 45
"""Days; an embassy's count over no more than these goes on day by day with what it leads to."""


@dataclass(frozen=True, slots=True)
class Strand:
    """What one document tells of one operation, ready to be compared.

    `heads` are the claims that are no part of another, `windows` the days of each,
    `counted` the heads whose counts are compared (people, else whatever there is); `numbers` are
    the telling exact counts of people in it, parts included, each with its nationalities.
    """

    document: str
    claims: tuple[Claim, ...]
    heads: tuple[Claim, ...]
    windows: tuple[Window | None, ...]
    counted: tuple[Dated, ...]
    families: frozenset[Family]
    countries: frozenset[str]
    places: frozenset[str]
    routes: frozenset[tuple[str | None, str | None]]
    nationality: frozenset[str]
    numbers: frozenset[Number]
    window: Window | None
    published: date | None
    scope: Scope

    @property
    def key(self) -> Key:
        """The key of its first claim: no two strands share it."""
        return (self.document, self.claims[0].n)

    @property
    def total(self) -> int:
        """The largest count of people among the heads, in its surest reading."""
        return max((h.low or 0 for h in self.heads if h.unit is not Unit.MONEY), default=0)

    @property
    def is_sweep(self) -> bool:
        """Whether it tells of a large operation over a country rather than in one place."""
        large = [h for h in self.heads if h.unit is Unit.PERSON and (h.low or 0) >= SWEEP]
        return bool(large) and not any(h.place or specific(h.nationality) for h in large)


def strand_of(claims: list[Claim], published: date | None) -> Strand:
    """The strand of some claims of one document, in the order of the text."""
    ordered = tuple(sorted(claims, key=lambda c: c.n))
    heads = _heads(ordered)
    main = [h for h in heads if h.kind in FAMILY] or list(heads)
    scope = _scope(main)
    windows = [window_of(c, published) for c in main]
    dated = list(zip(main, windows, strict=True))
    ruling = [w for c, w in dated if w and _rules(c, w, scope)]
    return Strand(
        document=ordered[0].document,
        claims=ordered,
        heads=tuple(main),
        windows=tuple(windows),
        counted=tuple(d for d in dated if d[0].unit is Unit.PERSON) or tuple(dated),
        families=frozenset(FAMILY[c.kind] for c in ordered if c.kind in FAMILY),
        countries=frozenset(c for claim in main for c in countries_of(claim)),
        places=frozenset(c.place for c in main if c.place),
        routes=frozenset((c.origin, c.destination) for c in main if c.origin or c.destination),
        nationality=frozenset(n for c in main for n in specific(c.nationality)),
        numbers=_numbers(ordered),
        window=hull(ruling),
        published=published,
        scope=scope,
    )


@lru_cache(maxsize=4096)
def _pair(a: str | None, b: str | None, c: str | None) -> frozenset[str]:
    return frozenset(x for x in (a, b, c) if x)


def countries_of(claim: Claim) -> frozenset[str]:
    """Where the fact happened: the country, and both ends of a movement."""
    return _pair(claim.country, claim.origin, claim.destination)


def _heads(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    inside = {c.n for c in claims}
    heads = tuple(c for c in claims if c.part_of is None or c.part_of not in inside)
    return heads or claims


def _scope(claims: list[Claim]) -> Scope:
    """The scope that rules the strand's days: what happened, before totals, before plans."""
    found = {c.scope for c in claims}
    for scope in (Scope.EVENT, Scope.CUMULATIVE, Scope.PLANNED):
        if scope in found:
            return scope
    return Scope.ESTIMATE


def _rules(claim: Claim, window: Window, scope: Scope) -> bool:
    """Whether a head's days are the strand's: those of its scope, and a short count's at a desk."""
    if claim.scope is scope:
        return True
    short = window.dated and window.length <= SHORT_TOTAL
    return claim.scope is Scope.CUMULATIVE and claim.kind is Kind.REPORTED and short


def _numbers(claims: tuple[Claim, ...]) -> frozenset[Number]:
    found = set()
    for claim in claims:
        number = exact(claim)
        if number is not None and number >= TELLING and claim.unit in (Unit.PERSON, Unit.CASE):
            found.add((number, claim.nationality))
    return frozenset(found)
