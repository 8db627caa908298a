"""The claims of one document, parted into the operations that it tells of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from headcount.events.families import FOLLOWERS, Family, family_of, is_subject
from headcount.events.strands import Dated, Strand, countries_of, strand_of
from headcount.events.tallies import Relation, exact, nationality_clash, relate, specific
from headcount.events.unions import Unions
from headcount.events.where import same_or_within
from headcount.events.windows import CAMPAIGN, LONG, window_of
from headcount.model import Claim, Scope, Unit

LOOK_BACK = 40
"""A whole is compared with this many that are told before it."""

NEIGHBOUR = 45
"""Days; a longer window (a year) does not make neighbours of two operations."""


def strands(claims: Sequence[Claim], published: date | None) -> list[Strand]:
    """The operations of one document as strands, in the order of the text.

    Claims about a subject (estimates) are in none. Every other claim is in exactly one.
    """
    told: list[Dated] = [
        (c, window_of(c, published)) for c in sorted(claims, key=lambda c: c.n) if not is_subject(c)
    ]
    known = {c.n for c, _ in told}
    unions = Unions(len(told))
    _join_parts(told, unions)
    wholes = [i for i, (c, _) in enumerate(told) if c.part_of is None or c.part_of not in known]
    for at, late in enumerate(wholes):
        for early in wholes[max(0, at - LOOK_BACK) : at]:
            if any(rule(told[early], told[late]) for rule in PAIR_RULES):
                unions.join(early, late)
    _attach_followers(told, unions)
    _attach_plans(told, unions)
    _tie_consular(told, unions)
    groups = [[told[i][0] for i in members] for members in unions.sets()]
    return [strand_of(group, published) for group in groups]


def _join_parts(told: list[Dated], unions: Unions) -> None:
    """Parts go with their whole, but a movement with days of its own is told apart from it."""
    at = {claim.n: i for i, (claim, _) in enumerate(told)}
    for i, (part, _) in enumerate(told):
        whole_at = at.get(part.part_of) if part.part_of is not None else None
        if whole_at is None:
            continue
        whole = told[whole_at][0]
        moved_later = (
            family_of(part) is Family.MOVE
            and family_of(whole) is Family.RAID
            and (part.start, part.end) != (whole.start, whole.end)
        )
        if not moved_later:
            unions.join(i, whole_at)


def _same_place(a: Claim, b: Claim) -> bool:
    """Whether nothing says that the two happened in different places."""
    if a.country and b.country and not countries_of(a) & countries_of(b):
        return False
    return not (a.place and b.place) or same_or_within(a.place, b.place)


def _counts_clash(a: Claim, b: Claim) -> bool:
    return a.kind is b.kind and relate(a, b) is Relation.CONFLICT


def _neighbours(left: Dated, right: Dated) -> bool:
    """Same sort of operation, same country and place, same days."""
    (a, wa), (b, wb) = left, right
    if a.kind in FOLLOWERS or family_of(a) is not family_of(b) or not _same_place(a, b):
        return False
    if not countries_of(a) & countries_of(b):
        return False
    if family_of(a) is Family.MOVE and (_routes_clash(a, b) or nationality_clash(a, b)):
        return False
    if a.scope is not b.scope:
        return _total_covers(left, right) or _total_covers(right, left)
    if wa is None or wb is None or not (wa.dated and wb.dated):
        one_dated = bool(wa and wb and (wa.dated or wb.dated))
        return a.scope is Scope.PLANNED or not (one_dated or _counts_clash(a, b))
    if max(wa.length, wb.length) > NEIGHBOUR and a.scope is Scope.EVENT:
        return False
    gap = wa.gap(wb)
    return gap == 0 or (gap == 1 and not _counts_clash(a, b))


def _total_covers(total: Dated, event: Dated) -> bool:
    """Whether a running total of a short campaign covers an operation of the same kind."""
    (a, wa), (b, wb) = total, event
    if a.scope is not Scope.CUMULATIVE or b.scope is not Scope.EVENT:
        return False
    if wa is None or wb is None or wa.length > CAMPAIGN:
        return False
    same_words = a.kind is b.kind and (not wb.dated or a.place == b.place)
    return same_words and wa.gap(wb) == 0 and (a.high is None or (b.low or 0) <= a.high)


def _routes_clash(a: Claim, b: Claim) -> bool:
    ends = ((a.origin, b.origin), (a.destination, b.destination))
    return any(x and y and x != y for x, y in ends)


def _same_people(left: Dated, right: Dated) -> bool:
    """The same people in two states: an equal number, or one that the other's words allow."""
    (a, wa), (b, wb) = left, right
    if a.kind is b.kind or a.unit is not Unit.PERSON or b.unit is not Unit.PERSON:
        return False
    if specific(a.nationality) != specific(b.nationality) or a.group != b.group:
        return False
    apart = wa.gap(wb) if wa and wb and (wa.dated and wb.dated) else 0
    x, y = exact(a), exact(b)
    if x is not None and y is not None:
        if x == y:
            return x >= 10 and (apart <= LONG or Scope.PLANNED in (a.scope, b.scope))
        same_end = a.end == b.end or not (a.end and b.end)
        return same_end and min(x, y) >= 100 and abs(x - y) <= 0.02 * max(x, y)
    undated = not (wa and wa.dated) or not (wb and wb.dated)
    within = relate(a, b) is Relation.INSIDE and a.high is not None and b.high is not None
    narrow = within and max(_spread(a), _spread(b)) <= 0.3
    shared = bool(specific(a.nationality) and countries_of(a) & countries_of(b))
    return narrow and undated and shared


def _spread(claim: Claim) -> float:
    low, high = claim.low or 0, claim.high or 0
    return (high - low) / max(high, 1)


def _same_campaign(left: Dated, right: Dated) -> bool:
    """Running totals of one country over exactly the same days."""
    (a, wa), (b, wb) = left, right
    if not (a.scope is b.scope is Scope.CUMULATIVE) or not (wa and wb) or not _same_place(a, b):
        return False
    if not (a.end and (a.start, a.end) == (b.start, b.end)):
        return False
    return bool(countries_of(a) & countries_of(b)) or a.nationality == b.nationality != ()


def _seized_there(left: Dated, right: Dated) -> bool:
    """Money seized on the dated day of a raid in the same country."""
    (a, wa), (b, wb) = left, right
    if {family_of(a), family_of(b)} not in (
        {Family.RAID, Family.SEIZURE},
        {Family.RAID, Family.CLOSURE},
    ):
        return False
    if not (wa and wb) or wa.dated != wb.dated or not countries_of(a) & countries_of(b):
        return False
    return (wa.start, wa.end) == (wb.start, wb.end) and _same_place(a, b)


PAIR_RULES: tuple[Callable[[Dated, Dated], bool], ...] = (
    _neighbours,
    _same_people,
    _same_campaign,
    _seized_there,
)
"""Two claims of one document belong to one operation if any of these says so."""


def _attach_followers(told: list[Dated], unions: Unions) -> None:
    """Held, identified, killed, countries of origin: to the nearest operation they can go with."""
    hosts = [i for i, (c, _) in enumerate(told) if family_of(c) and c.scope is not Scope.PLANNED]
    for i, (claim, window) in enumerate(told):
        if claim.kind not in FOLLOWERS or claim.part_of is not None:
            continue
        fitting = [h for h in hosts if _hosts(told[h], (claim, window))]
        if fitting:
            unions.join(i, min(fitting, key=lambda h: (abs(h - i), h)))


def _hosts(host: Dated, follower: Dated) -> bool:
    (a, wa), (b, wb) = host, follower
    if nationality_clash(a, b) or (a.country and b.country and not _same_place(a, b)):
        return False
    return not (wa and wb and wa.dated and wb.dated and wa.gap(wb) > 3)


def _attach_plans(told: list[Dated], unions: Unions) -> None:
    """What is planned goes with the operation of the same family, people and route."""
    for i, (claim, window) in enumerate(told):
        if claim.scope is not Scope.PLANNED or claim.part_of is not None:
            continue
        fitting = [
            h
            for h, (c, w) in enumerate(told)
            if c.scope is Scope.EVENT
            and family_of(c) is family_of(claim)
            and not _routes_clash(c, claim)
            and not nationality_clash(c, claim)
            and countries_of(c) & countries_of(claim)
            and not (w and window and w.gap(window) > LONG)
        ]
        if fitting:
            unions.join(i, min(fitting, key=lambda h: (abs(h - i), h)))


def _tie_consular(told: list[Dated], unions: Unions) -> None:
    """An embassy's count of its people goes with the one return of them it leads to."""
    moves = [
        i
        for i, (c, w) in enumerate(told)
        if family_of(c) is Family.MOVE and c.scope is Scope.EVENT and w
    ]
    for i, (claim, window) in enumerate(told):
        if family_of(claim) is not Family.CONSULAR or window is None or claim.part_of is not None:
            continue
        fitting = [
            (abs((told[m][1].end - window.end).days), m)  # type: ignore[union-attr]
            for m in moves
            if specific(claim.nationality)
            and specific(claim.nationality) == specific(told[m][0].nationality)
            and countries_of(claim) & countries_of(told[m][0])
        ]
        if fitting and min(fitting)[0] <= 3:
            unions.join(i, min(fitting)[1])
