"""Parts against their whole, within one document.

Overlapping groups are separate breakdowns: the parts by nationality are one, women and men are
another. Only parts of one breakdown are summed, and only those of the whole's own kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from headcount.model import Claim, Group, Precision, Scope
from headcount.reasons import Finding, Reason, Values
from headcount.reconcile.statements import counted, larger_than_whole, people_of

COMPLETE: Final = 0.9
"""A breakdown by nationality that reaches this share of its whole looks complete."""

MIN_PARTS: Final = 3
"""A breakdown by nationality with fewer parts is a few examples, not a breakdown."""


def breakdown_findings(claims: Sequence[Claim], event: str | None) -> Iterator[Finding]:
    """The findings on every whole with parts among the claims of one document."""
    parts: dict[int, list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: c.n):
        if claim.part_of is not None:
            parts.setdefault(claim.part_of, []).append(claim)
    for whole in sorted(claims, key=lambda c: c.n):
        yield from _single(whole, parts.get(whole.n, ()), event)
        mine = [p for p in parts.get(whole.n, ()) if _comparable(p, whole)]
        if mine:
            yield from _by_nationality(whole, mine, event)
            yield from _by_sex(whole, mine, event)


def _comparable(part: Claim, whole: Claim) -> bool:
    same = (part.kind, part.unit, part.currency) == (whole.kind, whole.unit, whole.currency)
    return same and part.low is not None and part.scope is not Scope.PLANNED


def _single(whole: Claim, parts: Sequence[Claim], event: str | None) -> Iterator[Finding]:
    """Whatever was done with some of those counted, they cannot be more than all."""
    for part in parts:
        if larger_than_whole(part, whole):
            reason = Reason("part-larger", (("part", counted(part)), ("whole", counted(whole))))
            yield _finding("parts-exceed-whole", "error", reason, (event, [whole, part]))


def _by_nationality(whole: Claim, parts: Sequence[Claim], event: str | None) -> Iterator[Finding]:
    """Parts that name other people than their whole does."""
    mine = _distinct(
        [p for p in parts if people_of(p) not in ((), people_of(whole)) and not p.group]
    )
    if len(mine) < 2:
        return
    low = sum(p.low or 0 for p in mine)
    looks_complete = len(mine) >= MIN_PARTS and _exact(mine, whole)
    if whole.high is not None and low > whole.high:
        reason = _sum("nationalities-exceed", whole, mine)
        yield _finding("parts-exceed-whole", "error", reason, (event, [whole, *mine]))
    elif looks_complete and COMPLETE * (whole.low or 0) <= low < (whole.low or 0):
        reason = _sum("nationalities-short", whole, mine)
        yield _finding("parts-fall-short", "note", reason, (event, [whole, *mine]))


def _by_sex(whole: Claim, parts: Sequence[Claim], event: str | None) -> Iterator[Finding]:
    """Women and men of the same people as the whole."""
    mine = _distinct(
        [p for p in parts if p.group in (Group.WOMEN, Group.MEN) and _same_people(p, whole)]
    )
    if len(mine) < 2 or whole.group is not None:
        return
    low = sum(p.low or 0 for p in mine)
    if whole.high is not None and low > whole.high:
        reason = _sum("sexes-exceed", whole, mine)
        yield _finding("parts-exceed-whole", "error", reason, (event, [whole, *mine]))
    elif _exact(mine, whole) and low < (whole.low or 0):
        reason = _sum("sexes-short", whole, mine)
        yield _finding("sexes-fall-short", "warning", reason, (event, [whole, *mine]))


def _same_people(part: Claim, whole: Claim) -> bool:
    return people_of(part) in ((), people_of(whole))


def _distinct(parts: Sequence[Claim]) -> list[Claim]:
    """One part for each people, sex and place: the largest, as a smaller one is a share of it."""
    kept: dict[tuple[object, ...], Claim] = {}
    for part in parts:
        key = (people_of(part), part.group, part.place)
        if key not in kept or (part.low or 0) > (kept[key].low or 0):
            kept[key] = part
    return sorted(kept.values(), key=lambda c: c.n)


def _exact(parts: Sequence[Claim], whole: Claim) -> bool:
    return all(c.precision is Precision.EXACT for c in (*parts, whole))


def _sum(code: str, whole: Claim, parts: Sequence[Claim]) -> Reason:
    """What the parts come to beside their whole; `short` is what a lesser sum lacks."""
    numbers = tuple(p.low or 0 for p in parts)
    values: Values = (
        ("total", sum(numbers)),
        ("parts", numbers),
        ("whole", counted(whole)),
        ("short", max(0, (whole.low or 0) - sum(numbers))),
    )
    return Reason(code, values)


def _finding(
    code: str, severity: str, reason: Reason, where: tuple[str | None, Sequence[Claim]]
) -> Finding:
    event, claims = where
    return Finding(code, severity, "", event, tuple((c.document, c.n) for c in claims), reason)
