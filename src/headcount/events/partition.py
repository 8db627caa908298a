"""The claims of one document, parted into the operations that it tells of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from operator import attrgetter
from typing import Final

from headcount.events.families import FOLLOWERS, Family, is_subject
from headcount.events.strands import LARGE, Strand, Told, strand_of, told_of
from headcount.events.tallies import Relation, compare, nationality_clash
from headcount.events.unions import Unions
from headcount.events.where import same_or_within
from headcount.events.windows import CAMPAIGN, LONG
from headcount.model import Claim, Kind, Scope, Unit

LOOK_BACK: Final = 40
"""A whole is compared with this many that are told before it."""

TIMES: Final = 10
"""A running total that is larger by so much is told beside an operation, and is not of it."""

MOST: Final = 0.5
"""The share of a raid's people from which on their return is told with it."""

NEIGHBOUR: Final = 45
"""Days; a longer window (a year) does not make neighbours of two operations."""


def strands(claims: Sequence[Claim], published: date | None) -> list[Strand]:
    """The operations of one document as strands, in the order of the text.

    Claims about a subject (estimates) are in none. Every other claim is in exactly one.
    """
    mine = [c for c in claims if not is_subject(c)]
    mine.sort(key=_place_in_text)
    told = [told_of(c, published) for c in mine]
    if len(told) == 1:
        return [strand_of(told, published)]
    unions = Unions(len(told))
    wholes = _join_parts(told, unions)
    for at, late in enumerate(wholes):
        right = told[late]
        for early in wholes[max(0, at - LOOK_BACK) : at]:
            if _one_operation(told[early], right):
                unions.join(early, late)
    _attach_followers(told, unions)
    if any(c.scope is Scope.PLANNED for c in mine):
        _attach_plans(told, unions)
    if any(t.family is Family.CONSULAR for t in told):
        _tie_consular(told, unions)
    return [strand_of([told[i] for i in members], published) for members in unions.sets()]


_place_in_text = attrgetter("n")


def _join_parts(told: list[Told], unions: Unions) -> list[int]:
    """Parts go with their whole; a few who moved on a day of their own are told apart from it, and
    so is the latest operation from the running total that counts it too.

    Gives the places of those that are parts of nothing told here.
    """
    at = {t.claim.n: i for i, t in enumerate(told)}
    wholes: list[int] = []
    for i, part in enumerate(told):
        named = part.claim.part_of
        whole_at = at.get(named) if named is not None else None
        if whole_at is None:
            wholes.append(i)
            continue
        whole = told[whole_at]
        if _latest_of(part, whole):
            wholes.append(i)
        elif not (_moved_later(part, whole) or _days_apart(part, whole) > LONG):
            unions.join(i, whole_at)
    return wholes


def _moved_later(part: Told, whole: Told) -> bool:
    """Whether a few of the people of a raid went on another day; where most did, it is its end."""
    if not (part.family is Family.MOVE and whole.family is Family.RAID):
        return False
    few = part.tally.floor < MOST * whole.tally.floor
    return few and (part.claim.start, part.claim.end) != (whole.claim.start, whole.claim.end)


def _latest_of(part: Told, total: Told) -> bool:
    """Whether it is an operation with days of its own of which a running total counts several."""
    if part.claim.scope is not Scope.EVENT or total.claim.scope is not Scope.CUMULATIVE:
        return False
    window = part.window if part.family else None
    return bool(window and window.dated and window.length <= LONG and window != total.window)


def _days_apart(a: Told, b: Told) -> int:
    """Days between two dated claims, 0 if one has no days of its own."""
    x, y = a.window, b.window
    return x.gap(y) if x and y and x.dated and y.dated else 0


def _same_place(a: Told, b: Told) -> bool:
    """Whether nothing says that the two happened in different places."""
    if a.claim.country and b.claim.country and not a.countries & b.countries:
        return False
    x, y = a.claim.place, b.claim.place
    return not (x and y) or same_or_within(x, y)


def _counts_clash(a: Told, b: Told) -> bool:
    return a.claim.kind is b.claim.kind and compare(a.tally, b.tally) is Relation.CONFLICT


def _one_operation(left: Told, right: Told) -> bool:
    """Whether two claims of one document, neither part of another, belong to one operation."""
    if left.family is right.family and left.claim.kind not in FOLLOWERS:
        if _neighbours(left, right):
            return True
    elif _seized_there(left, right):
        return True
    return _same_people(left, right) or _same_campaign(left, right)


def _neighbours(left: Told, right: Told) -> bool:
    """Same sort of operation, same country and place, same days."""
    a, b = left.claim, right.claim
    if not left.countries & right.countries or not _same_place(left, right):
        return False
    if left.family is Family.MOVE and _parted(left, right):
        return False
    if a.scope is not b.scope:
        return _total_covers(left, right) or _total_covers(right, left)
    wa, wb = left.window, right.window
    if wa is None or wb is None or not (wa.dated and wb.dated):
        one_dated = bool(wa and wb and (wa.dated or wb.dated))
        return a.scope is Scope.PLANNED or not (one_dated or _counts_clash(left, right))
    if max(wa.length, wb.length) > NEIGHBOUR and a.scope is Scope.EVENT:
        return False
    gap = wa.gap(wb)
    return not gap or (gap == 1 and (not _counts_clash(left, right) or _goes_on(left, right)))


def _goes_on(left: Told, right: Told) -> bool:
    """Whether both counts are of one place in such numbers that it takes days."""
    large = min(left.tally.floor, right.tally.floor) >= LARGE
    return large and left.claim.place is not None and left.claim.place == right.claim.place


def _parted(left: Told, right: Told) -> bool:
    """Whether two movements are of other people. Those told in one sentence went together."""
    a, b = left.claim, right.claim
    if _routes_clash(a, b):
        return True
    together = a.sentence == b.sentence and a.sentence.end > 0 and a.kind is b.kind
    return nationality_clash(a, b) and not together


def _total_covers(total: Told, event: Told) -> bool:
    """Whether a running total of a short campaign covers an operation of the same kind."""
    (a, wa), (b, wb) = total[:2], event[:2]
    if a.scope is not Scope.CUMULATIVE or b.scope is not Scope.EVENT:
        return False
    if wa is None or wb is None or wa.length > CAMPAIGN:
        return False
    if (a.low or 0) > TIMES * (b.low or 0) or b.part_of == a.n:
        return False
    same_words = a.kind is b.kind and (not wb.dated or a.place == b.place)
    return same_words and wa.gap(wb) == 0 and (a.high is None or (b.low or 0) <= a.high)


def _routes_clash(a: Claim, b: Claim) -> bool:
    x, y = a.origin, b.origin
    if x and y and x != y:
        return True
    x, y = a.destination, b.destination
    return bool(x and y and x != y)


def _same_people(left: Told, right: Told) -> bool:
    """The same people in two states: an equal number, or one that the other's words allow."""
    a, b = left.claim, right.claim
    if a.kind is b.kind or a.unit is not Unit.PERSON or b.unit is not Unit.PERSON:
        return False
    if left.tally.people != right.tally.people or a.group != b.group:
        return False
    wa, wb = left.window, right.window
    x, y = left.tally.exact, right.tally.exact
    if x is not None and y is not None:
        if x == y:
            return x >= 10 and (
                _days_apart(left, right) <= LONG or Scope.PLANNED in (a.scope, b.scope)
            )
        same_end = a.end == b.end or not (a.end and b.end)
        return same_end and min(x, y) >= 100 and abs(x - y) <= 0.02 * max(x, y)
    if a.high is None or b.high is None or max(_spread(a), _spread(b)) > 0.3:
        return False
    if compare(left.tally, right.tally) not in (Relation.INSIDE, Relation.NEAR):
        return False
    if wa and wb and wa.dated and wb.dated:
        return wa == wb and a.nationality == b.nationality and min(a.low or 0, b.low or 0) >= 100
    return bool(left.tally.people and left.countries & right.countries)


def _spread(claim: Claim) -> float:
    low, high = claim.low or 0, claim.high or 0
    return (high - low) / max(high, 1)


def _same_campaign(left: Told, right: Told) -> bool:
    """Running totals of one country over exactly the same days."""
    a, b = left.claim, right.claim
    if not (a.scope is b.scope is Scope.CUMULATIVE) or not (left.window and right.window):
        return False
    if not (a.end and (a.start, a.end) == (b.start, b.end)) or not _same_place(left, right):
        return False
    return bool(left.countries & right.countries) or a.nationality == b.nationality != ()


_WITH_RAIDS: Final = frozenset((Family.SEIZURE, Family.CLOSURE))


def _seized_there(left: Told, right: Told) -> bool:
    """Money seized, or a site closed, on the dated day of a raid in the same country."""
    families = (left.family, right.family)
    if Family.RAID not in families or _WITH_RAIDS.isdisjoint(families):
        return False
    wa, wb = left.window, right.window
    if wa is None or wa != wb or not left.countries & right.countries:
        return False
    return _same_place(left, right)


def _attach_followers(told: list[Told], unions: Unions) -> None:
    """Held, identified, killed, countries of origin: to the nearest operation they can go with, of
    those in the very place that is named for them if there are any."""
    loose = [i for i, t in enumerate(told) if t.claim.kind in FOLLOWERS and t.claim.part_of is None]
    if not loose:
        return
    hosts = [i for i, t in enumerate(told) if t.family and t.claim.scope is not Scope.PLANNED]
    for i in loose:
        fitting = [h for h in hosts if _hosts(told[h], told[i])]
        if fitting:
            place = told[i].claim.place
            _, _, nearest = min(
                [(place is None or told[h].claim.place != place, abs(h - i), h) for h in fitting]
            )
            unions.join(i, nearest)


def _hosts(host: Told, follower: Told) -> bool:
    a, b = host.claim, follower.claim
    if nationality_clash(a, b) or (a.country and b.country and not _same_place(host, follower)):
        return False
    wa, wb = host.window, follower.window
    return not (wa and wb and wa.dated and wb.dated and wa.gap(wb) > 3)


def _attach_plans(told: list[Told], unions: Unions) -> None:
    """What is planned goes with the operation of the same family, people and route."""
    for i, plan in enumerate(told):
        if plan.claim.scope is not Scope.PLANNED or plan.claim.part_of is not None:
            continue
        fitting = [
            (abs(h - i), h)
            for h, host in enumerate(told)
            if host.claim.scope is Scope.EVENT and _planned(plan, host)
        ]
        if fitting:
            unions.join(i, min(fitting)[1])


def _planned(plan: Told, host: Told) -> bool:
    """Whether the operation may be what was planned."""
    if host.family is not plan.family or not host.countries & plan.countries:
        return False
    # Sent over the border is another step than flown home.
    if (host.claim.kind is Kind.TRANSFERRED) is not (plan.claim.kind is Kind.TRANSFERRED):
        return False
    if _routes_clash(host.claim, plan.claim) or nationality_clash(host.claim, plan.claim):
        return False
    return not (host.window and plan.window and host.window.gap(plan.window) > LONG)


def _tie_consular(told: list[Told], unions: Unions) -> None:
    """An embassy's count of its people goes with the one return of them it leads to."""
    desks = [
        i for i, t in enumerate(told) if t.family is Family.CONSULAR and t.claim.part_of is None
    ]
    for i in desks:
        window, people = told[i].window, told[i].tally.people
        if window is None or not people:
            continue
        fitting = [
            (abs(move.window.last - window.last), m)
            for m, move in enumerate(told)
            if move.family is Family.MOVE and move.claim.scope is Scope.EVENT and move.window
            if people == move.tally.people and told[i].countries & move.countries
        ]
        if fitting and min(fitting)[0] <= 3:
            unions.join(i, min(fitting)[1])
