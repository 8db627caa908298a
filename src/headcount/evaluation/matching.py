"""When a claim that was read is the one that a careful reader took: four levels. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from enum import IntEnum
from math import inf
from typing import NamedTuple, TypeVar

from headcount.evaluation.gold import GoldClaim
from headcount.model import FOREIGN, Claim, Precision

_ROUNDING = 0.005
"""Two counts are one if they differ by no more than this share of the larger."""

_DAY = timedelta(days=1)

Wanted = TypeVar("Wanted")
Found = TypeVar("Found")


class Level(IntEnum):
    """How much of a claim agrees; each level includes the ones before."""

    NONE = 0
    FIGURE = 1
    WHO = 2
    WHERE = 3
    WHEN = 4


class Pair(NamedTuple):
    """Positions of a gold claim and of the claim matched to it, and how well they agree."""

    gold: int
    found: int
    weight: int


def level(gold: GoldClaim, claim: Claim) -> Level:
    """How far the claim agrees with the gold one; what gold leaves open agrees with anything."""
    if claim.kind not in gold.kinds or claim.unit != gold.unit or not same_count(gold, claim):
        return Level.NONE
    if not same_people(gold.nationality, frozenset(claim.nationality)):
        return Level.FIGURE
    if gold.country and gold.country != claim.country:
        return Level.WHO
    if not same_days((gold.start, gold.end), (claim.start, claim.end)):
        return Level.WHERE
    return Level.WHEN


def same_count(gold: GoldClaim, claim: Claim) -> bool:
    """Whether both have the same number, though perhaps another hedge.

    Vague words ("hundreds") agree when the intervals meet and the claim's lower end is of the
    same order of magnitude.
    """
    if gold.precision is Precision.VAGUE:
        return _same_magnitude(gold, claim)
    if (gold.low, gold.high) == (claim.low, claim.high):
        return True
    return any(
        abs(one - other) <= max(one, other) * _ROUNDING
        for one in _stated(gold)
        for other in _stated(claim)
    )


def _same_magnitude(gold: GoldClaim, claim: Claim) -> bool:
    if claim.low is None and claim.high is None:
        return False
    least, most = gold.low or 0, inf if gold.high is None else gold.high
    low, high = claim.low or 0, inf if claim.high is None else claim.high
    meet = max(least, low) <= min(most, high)
    return meet and (low == 0 or least / 3 <= low <= max(least, 1) * 10)


def _stated(claim: GoldClaim | Claim) -> set[int]:
    """The numbers that the words may have stated: the ends, and the middle of an "about"."""
    ends = {end for end in (claim.low, claim.high) if end}
    if claim.precision is Precision.ABOUT and claim.low and claim.high:
        ends.add(round((claim.low + claim.high) / 2))
    return ends


def same_people(gold: frozenset[str], found: frozenset[str]) -> bool:
    """Whether the nationalities agree; to say "foreign" or nothing is the same."""
    return gold == found or gold | found == {FOREIGN}


def same_days(
    gold: tuple[date | None, date | None], found: tuple[date | None, date | None]
) -> bool:
    """Whether the days meet within one day; gold without days agrees with any."""
    gold_start, gold_end = gold[0] or gold[1], gold[1] or gold[0]
    start, end = found[0] or found[1], found[1] or found[0]
    if gold_start is None or gold_end is None:
        return True
    if start is None or end is None:
        return False
    return start <= gold_end + _DAY and gold_start - _DAY <= end


def same_place(gold: str, found: str | None) -> bool:
    """Whether the names agree without accents, case and marks."""
    return plain(gold) == plain(found)


def same_speaker(gold: str, found: str | None) -> bool:
    """Whether the names share a word, or one is within the other (scripts without spaces)."""
    one, other = plain(gold), plain(found)
    if not one or not other:
        return False
    return bool(set(one.split()) & set(other.split())) or one in other or other in one


def plain(name: str | None) -> str:
    """The name folded to bare letters, digits and spaces."""
    folded = unicodedata.normalize("NFKD", name or "").casefold()
    return "".join(char for char in folded if char.isalnum() or char.isspace())


def assign(
    wanted: Sequence[Wanted], found: Sequence[Found], weigh: Callable[[Wanted, Found], int]
) -> list[Pair]:
    """Pairs each at most once, best first; among equals those at the nearest positions.

    Weights are small whole numbers, 0 for no match, so that greedy choice is as good as an
    optimal one but for rare ties.
    """
    pairs = [
        (weight, -abs(i - j), i, j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(found)
        if (weight := weigh(one, other)) > 0
    ]
    used_wanted: set[int] = set()
    used_found: set[int] = set()
    chosen = []
    for weight, _, i, j in sorted(pairs, reverse=True):
        if i not in used_wanted and j not in used_found:
            used_wanted.add(i)
            used_found.add(j)
            chosen.append(Pair(i, j, weight))
    return chosen
