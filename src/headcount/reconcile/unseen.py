"""How many operations no source reported, estimated from how the lists of those that did overlap.

Two estimators, both with the log-normal interval of Chao (1987) at 95 %, which never falls below
what was seen:

- Chao1, bias-corrected (Chao 1984; Chao 1987; interval and variance as in Colwell et al. 2012, J.
  Plant Ecology 5:3-21): from the operations told by one and by two independent origins.
- Lincoln-Petersen with Chapman's correction (Chapman 1951; variance by Seber 1970): from two lists,
  here the operations told in each of two languages.

An origin, not a report, is a witness: twelve papers that print one wire story saw once.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final

from headcount.languages.pack import primary
from headcount.model import Claim, Document, Event, Unit
from headcount.reconcile.operations import STOCKS, Key, is_operation
from headcount.reconcile.origins import origins

ENOUGH: Final = 7
"""Operations on both lists, or told by exactly two origins, below which nothing is estimated: with
fewer, Chapman's estimate is biased (Robson and Regier 1964) and its interval says nothing."""

COVERED: Final = 0.1
"""The least share of a smaller list that must be on the other, or of tellings that are repeats."""

NORMAL: Final = 1.959964
"""95 % of a normal distribution lie within so many standard deviations."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One operation on record: in how many languages and by how many origins it is told."""

    event: str
    origins: int
    languages: frozenset[str]


@dataclass(frozen=True, slots=True)
class Estimate:
    """How many operations there were: `seen`, all, and those that nobody reported.

    `refused` says why there is none, "" if there is one; then the numbers are 0. `method` is
    `chao1` or `chapman`; `lists` names the two lists; `counts` are what it was computed from.
    """

    method: str
    lists: tuple[str, ...]
    seen: int
    counts: tuple[tuple[str, int], ...]
    best: float = 0.0
    low: float = 0.0
    high: float = 0.0
    refused: str = ""

    @property
    def unseen(self) -> tuple[int, int, int]:
        """Low, best and high of the operations that no source reported, as whole numbers."""
        low, best, high = (max(0, round(n) - self.seen) for n in (self.low, self.best, self.high))
        return low, best, high

    def as_json(self) -> dict[str, Any]:
        """The record of `headcount unseen --format jsonl`."""
        low, best, high = self.unseen
        unseen = None if self.refused else {"low": low, "best": best, "high": high}
        return {
            "method": self.method,
            "lists": list(self.lists),
            "seen": self.seen,
            "counts": dict(self.counts),
            "unseen": unseen,
            "refused": self.refused or None,
        }


def seen_operations(
    events: Sequence[Event], claims: Mapping[Key, Claim], documents: Mapping[str, Document]
) -> tuple[Seen, ...]:
    """The operations with a day: what an event tells of people or sites, in scope `event`.

    An origin counts in the language of its first report, so that a wire story and its translation
    are one witness on one list. Counts of a moment (held, missing), totals, estimates and plans
    make no operation.
    """
    found = []
    for event in events:
        mine = [claims[key] for key in event.claims if key in claims and _is_witness(claims[key])]
        if not mine or not any(c.start or c.end for c in mine):
            continue
        leader = origins(mine, documents)
        first: dict[str, Document | None] = {}
        for document in sorted(leader, key=lambda d: _published(documents, d)):
            first.setdefault(leader[document], documents.get(document))
        languages = frozenset(primary(d.lang) for d in first.values() if d is not None and d.lang)
        found.append(Seen(event.id, len(first), languages))
    return tuple(found)


def by_origins(seen: Collection[Seen]) -> Estimate:
    """Chao1 over the number of independent origins of each operation."""
    tally = Counter(s.origins for s in seen)
    once, twice = tally[1], tally[2]
    told = sum(s.origins for s in seen)
    counts = (("one_origin", once), ("two_origins", twice), ("tellings", told))
    basis = Estimate("chao1", (), len(seen), counts)
    if twice < ENOUGH:
        why = f"operations told by exactly two origins: {twice}; it takes {ENOUGH}"
        return _refused(basis, why)
    if told - once < COVERED * told:
        share = f"{(told - once) / told:.0%}"
        why = f"only {share} of the tellings are of an operation that another origin tells too"
        return _refused(basis, why)
    factor = (told - 1) / told
    missing = factor * once * (once - 1) / (2 * (twice + 1))
    variance = (
        factor * once * (once - 1) / (2 * (twice + 1))
        + factor**2 * once * (2 * once - 1) ** 2 / (4 * (twice + 1) ** 2)
        + factor**2 * once**2 * twice * (once - 1) ** 2 / (4 * (twice + 1) ** 4)
    )
    return _with_interval(basis, missing, variance)


def by_languages(seen: Collection[Seen], one: str, other: str) -> Estimate:
    """Chapman's estimate from the operations told in each of two languages."""
    first = sum(one in s.languages for s in seen)
    second = sum(other in s.languages for s in seen)
    both = sum({one, other} <= s.languages for s in seen)
    counts = ((one, first), (other, second), ("both", both))
    basis = Estimate("chapman", (one, other), first + second - both, counts)
    if both < ENOUGH:
        return _refused(basis, f"operations on both lists: {both}; it takes {ENOUGH}")
    if both < COVERED * min(first, second):
        return _refused(basis, f"{both} of {min(first, second)} operations are on both lists")
    every = (first + 1) * (second + 1) / (both + 1) - 1
    variance = (
        (first + 1)
        * (second + 1)
        * (first - both)
        * (second - both)
        / ((both + 1) ** 2 * (both + 2))
    )
    return _with_interval(basis, max(0.0, every - basis.seen), variance)


def language_pairs(seen: Collection[Seen]) -> list[tuple[str, str]]:
    """The pairs of languages that tell of an operation in common, the most first."""
    both: Counter[tuple[str, str]] = Counter()
    for one in seen:
        both.update(combinations(sorted(one.languages), 2))
    return sorted(both, key=lambda pair: (-both[pair], pair))


def _with_interval(basis: Estimate, missing: float, variance: float) -> Estimate:
    """The estimate with Chao's log-normal interval, which lies above what was seen."""
    if missing <= 0:
        return _made(basis, 0.0, (0.0, 0.0))
    spread = math.exp(NORMAL * math.sqrt(math.log(1 + variance / missing**2)))
    return _made(basis, missing, (missing / spread, missing * spread))


def _made(basis: Estimate, missing: float, ends: tuple[float, float]) -> Estimate:
    low, high = (basis.seen + end for end in ends)
    return Estimate(
        basis.method, basis.lists, basis.seen, basis.counts, basis.seen + missing, low, high
    )


def _refused(basis: Estimate, why: str) -> Estimate:
    return Estimate(basis.method, basis.lists, basis.seen, basis.counts, refused=why)


def _is_witness(claim: Claim) -> bool:
    told = claim.unit in (Unit.PERSON, Unit.SITE, Unit.CASE)
    return told and claim.kind not in STOCKS and is_operation(claim)


def _published(documents: Mapping[str, Document], key: str) -> tuple[bool, str, str]:
    document = documents.get(key)
    day = document.published if document else None
    return (day is None, day.isoformat() if day else "", key)
