"""Why two strands tell of one operation: a table of evidence with weights, and the reading of it.

The whole judgement is in `WEIGHTS`, `ENOUGH` and `_carried`. Every item is a code; what fills its
sentence is worked out by `headcount.events.grounds` for the pairs that are joined.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from headcount.events.families import Family
from headcount.events.meeting import (
    FEW,
    goes_on,
    grew,
    moved_on,
    on_the_way,
    one_site,
    places_meet,
    routes_clash,
    shared_number,
    sliced,
    told_from_afar,
    told_together,
)
from headcount.events.strands import Head, Strand
from headcount.events.tallies import UNUSUAL, Relation, compare, equal_strength
from headcount.events.windows import CAMPAIGN, LONG, SOFT_DAYS, Window
from headcount.model import Scope

WEIGHTS: Final[dict[str, float]] = {
    # days
    "same-day": 3.0,
    "same-days": 2.5,
    "one-day-apart": 2.0,
    "days-apart": 0.5,
    "within-the-same-weeks": 1.0,
    "published-at-the-same-time": 1.0,
    "published-some-days-apart": 0.5,
    "weeks-apart": -2.0,
    # place
    "same-place": 3.0,
    "one-place-within-the-other": 2.0,
    "other-place": -3.0,
    "same-country": 0.5,
    # counts
    "same-unusual-count": 4.0,
    "same-count": 2.5,
    "same-small-count": 1.0,
    "same-count-as-a-part": 2.5,
    "nearly-the-same-count": 1.5,
    "counts-that-allow-each-other": 0.0,
    "a-count-that-grew": 0.5,
    "other-count": -4.0,
    # people and kind
    "same-nationality": 1.0,
    "other-nationality": -2.5,
    "same-route": 1.0,
    "same-kind": 0.5,
    # scope and text
    "running-total-of-a-campaign": 2.0,
    "same-running-total": 2.0,
    "same-text": 5.0,
    "only-large-operation": 4.0,
}
"""What each item of evidence adds."""

GREW: Final = "a-count-that-grew"
NEARLY: Final = "nearly-the-same-count"
ALLOWED: Final = "counts-that-allow-each-other"

ENOUGH: Final = 4.0
"""From this sum on two strands are one operation, if their groups do not conflict."""

NEAR_DAYS: Final = 3
FAR_DAYS: Final = 30


class Verdict(NamedTuple):
    """The evidence on two strands: its sum, the best relation of their counts, and the items.

    `items` are names in `WEIGHTS`, the heaviest first, of evidence that speaks for one operation.
    """

    score: float
    relation: Relation
    items: tuple[str, ...]

    @property
    def by_number(self) -> bool:
        """Whether an equal telling number carries it, which overrules a clash elsewhere."""
        return self.relation >= Relation.EQUAL


Pair = tuple[Head, Head]
"""A head of one strand and a head of the other."""

NO: Final = Verdict(float("-inf"), Relation.NONE, ())

SLICE: Final = Verdict(WEIGHTS["only-large-operation"], Relation.SLICE, ("only-large-operation",))
"""One may be a nationality's part of the other; it is if there is no other large one."""


def weigh(a: Strand, b: Strand, same_text: bool = False) -> Verdict:
    """How much says that two strands of different documents are one operation. Symmetric."""
    if b.key < a.key:
        a, b = b, a
    if not _plainly_possible(a, b) and _impossible(a, b):
        return NO
    relation, pair, name = counts(a, b)
    x, y = a.window, b.window
    equal = pair if relation >= Relation.EQUAL else None
    if equal:
        x, y = equal[0].window or x, equal[1].window or y
    if x and y and x.gap(y) > FAR_DAYS:
        return NO
    if not (same_text or _carried(a, b, relation)):
        return SLICE if sliced(a, b) or sliced(b, a) else NO
    if name == NEARLY and x and y and x.dated and y.dated and x.gap(y) > 1:
        name = ALLOWED  # a count of other days that is only near may be any
    items = [name] if name else []
    if x and y and not (equal and moved_on(*equal)) and not (x.gap(y) and name == GREW):
        items.append(_days(x, y))
    if not a.countries.isdisjoint(b.countries):
        items.append("same-country")
    if a.places and b.places and not (equal and (on_the_way(a, b) or told_from_afar(a, b))):
        items.append(_place(a, b))
    if equal:
        items = [item for item in items if not _overruled(item, a, b, equal)]
    _add_people(items, a, b)
    _add_scope(items, a, b, relation)
    if same_text:
        items.append("same-text")
    return _verdict(tuple(items), relation)


def _overruled(item: str, a: Strand, b: Strand, equal: Pair) -> bool:
    """Whether an equal number goes before days or places that speak against it.

    People who went on are elsewhere; and of a number that reports of the same days tell, one of
    them has the day or the place wrong.
    """
    if item == "other-place" and moved_on(*equal):
        return True
    return item in ("weeks-apart", "other-place") and told_together(a, b, equal)


@lru_cache(maxsize=1 << 14)
def _verdict(items: tuple[str, ...], relation: Relation) -> Verdict:
    """The sum of the evidence, and what of it speaks for one operation."""
    score = 0.0
    for item in items:
        score += WEIGHTS[item]
    if score < ENOUGH:
        return Verdict(score, relation, ())
    told = [i for i in items if WEIGHTS[i] >= 0]
    told.sort(key=_HEAVIEST)
    return Verdict(score, relation, tuple(told))


_HEAVIEST: Final = {name: -weight for name, weight in WEIGHTS.items()}.__getitem__


def _plainly_possible(a: Strand, b: Strand) -> bool:
    """Whether both are of one country and one sort of operation that is no movement.

    Most pairs are, and equal sets of most strands are one, so that this is cheaply told.
    """
    families = a.families
    if families is not b.families or a.countries is not b.countries:
        return False
    return bool(families) and (len(families) > 1 or Family.MOVE not in families)


def _impossible(a: Strand, b: Strand) -> bool:
    """What no sum of evidence can overrule: no country or no family in common, other people."""
    abroad = a.countries and b.countries and a.countries.isdisjoint(b.countries)
    if abroad and not _over_the_border(a, b):
        return True
    shared = a.families & b.families
    if not shared:
        alike = not (a.families or b.families or a.kinds.isdisjoint(b.kinds))
        return not (alike or shared_number(a, b))
    if len(shared) > 1 or Family.MOVE not in shared:
        return False
    apart = bool(a.nationality and b.nationality) and a.nationality.isdisjoint(b.nationality)
    return apart or (routes_clash(a, b) and not shared_number(a, b))


def _carried(a: Strand, b: Strand, relation: Relation) -> bool:
    """Whether something stronger than a country, a kind and some days speaks for one operation.

    A number does; so does a place on a day, and one nationality on one way on a day. That vague or
    open counts allow each other does not.
    """
    if relation >= Relation.NEAR:
        return True
    if a.scope is not b.scope:
        return _covered(a, b) or _planned(a, b)
    x, y = a.window, b.window
    if x and y and a.is_sweep and b.is_sweep and relation > Relation.CONFLICT:
        return x.dated and y.dated and not x.gap(y)
    if not (x and y and x.dated and y.dated) or x.gap(y) > 1 or max(x.length, y.length) > LONG:
        return False
    if a.places and b.places:
        return places_meet(a, b)
    return not a.routes.isdisjoint(b.routes) and not a.nationality.isdisjoint(b.nationality)


def _over_the_border(a: Strand, b: Strand) -> bool:
    """Whether the two name towns on both sides of a border, and one number."""
    return bool(a.places and b.places) and shared_number(a, b) and places_meet(a, b)


def _relation_of(x: Head, y: Head) -> tuple[Relation, Pair | None]:
    """The same where each has one head, as most have."""
    relation = compare(x.tally, y.tally)
    if relation < Relation.EQUAL:
        if x.family is not y.family:
            return Relation.NONE, None
        if relation is Relation.CONFLICT and x.family is Family.TRIAL:
            return Relation.NONE, None
    return relation, (x, y)


def best_relation(a: Strand, b: Strand) -> tuple[Relation, Pair | None]:
    """The best relation between any head of one and any head of the other, and the pair.

    Of equal relations the one whose days are closest; conflict only if nothing agrees.
    """
    if len(a.counted) == 1 == len(b.counted):
        return _relation_of(a.counted[0], b.counted[0])
    best, best_gap, found = Relation.NONE, 0, None
    conflict: Pair | None = None
    for x in a.counted:
        for y in b.counted:
            relation = compare(x.tally, y.tally)
            if relation < Relation.EQUAL and x.family is not y.family:
                continue
            if relation is Relation.CONFLICT:
                # A court has several verdicts on one day: eight of sixteen, five and then eleven.
                if x.family is not Family.TRIAL and not (x.planned or y.planned):
                    conflict = conflict or (x, y)
                continue
            if found is not None and relation < best:
                continue
            gap = x.window.gap(y.window) if x.window and y.window else FAR_DAYS
            if found is None or relation > best or gap < best_gap:
                best, best_gap, found = relation, gap, (x, y)
    if best <= Relation.NONE and conflict:
        return Relation.CONFLICT, conflict
    return best, found


_EQUAL: Final = {
    Relation.EQUAL_UNUSUAL: "same-unusual-count",
    Relation.EQUAL: "same-count",
    Relation.EQUAL_SMALL: "same-small-count",
}


def counts(a: Strand, b: Strand) -> tuple[Relation, Pair | None, str]:
    """The best relation of their counts, the two heads that it is between, and its evidence."""
    relation, pair = best_relation(a, b)
    if relation < Relation.EQUAL:
        part = part_number(a, b)
        if part is not None:
            return equal_strength(part), None, "same-count-as-a-part"
    if pair is None:
        return relation, None, ""
    if relation in _EQUAL:
        return relation, pair, _EQUAL[relation]
    if relation in (Relation.CONFLICT, Relation.INSIDE) and grew(a, b):
        return Relation.NEAR, pair, GREW
    if relation is Relation.CONFLICT:
        return relation, pair, "" if _planned(a, b) or _covered(a, b) else "other-count"
    if relation is Relation.NEAR:
        x, y = pair
        if x.tally.point == y.tally.point and (x.tally.point or 0) >= UNUSUAL:
            return relation, pair, "same-count"
        if x.kind is y.kind:
            return relation, pair, NEARLY
    if relation in (Relation.NEAR, Relation.INSIDE):
        return relation, pair, ALLOWED
    return relation, pair, ""


def part_number(a: Strand, b: Strand) -> int | None:
    """The largest telling number that both have with the same nationalities, parts included.

    A running total told beside an operation is none of its numbers; what was planned is.
    """
    if a.said.isdisjoint(b.said):
        return None
    return max(n for n, _ in a.said & b.said)


def _days(a: Window, b: Window) -> str:
    gap = a.gap(b)
    if not (a.dated and b.dated):
        # What is told of a month or a half-year was not told on any day of it.
        if gap <= 1 and max(a.length, b.length) <= LONG:
            return "published-at-the-same-time"
        return "published-some-days-apart" if gap <= SOFT_DAYS else "weeks-apart"
    if gap == 0:
        if a.length > LONG or b.length > LONG:
            return "within-the-same-weeks"
        return "same-day" if a.first == b.first else "same-days"
    if gap == 1:
        return "one-day-apart"
    return "days-apart" if gap <= NEAR_DAYS else "weeks-apart"


def _place(a: Strand, b: Strand) -> str:
    if not a.places.isdisjoint(b.places):
        return "same-place"
    return "one-place-within-the-other" if places_meet(a, b) else "other-place"


def _add_people(items: list[str], a: Strand, b: Strand) -> None:
    if a.nationality and b.nationality:
        apart = a.nationality.isdisjoint(b.nationality)
        items.append("other-nationality" if apart else "same-nationality")
    if whole_routes(a, b):
        items.append("same-route")
    if not a.kinds.isdisjoint(b.kinds):
        items.append("same-kind")


def whole_routes(a: Strand, b: Strand) -> list[tuple[str, str]]:
    """The routes with both ends that the two have in common."""
    if not a.routes or a.routes.isdisjoint(b.routes):
        return []
    return [(x, y) for x, y in a.routes & b.routes if x and y]


def _add_scope(items: list[str], a: Strand, b: Strand, relation: Relation) -> None:
    if a.scope is b.scope is Scope.CUMULATIVE:
        if relation >= Relation.EQUAL or _same_point(a, b):
            items.append("same-running-total")
    elif a.scope is not b.scope and _covered(a, b):
        items.append("running-total-of-a-campaign")


def _planned(a: Strand, b: Strand) -> bool:
    """Whether one is the plan of the other's movement: the same people on the same way."""
    if {a.scope, b.scope} != {Scope.PLANNED, Scope.EVENT} or not (a.window and b.window):
        return False
    same = bool(whole_routes(a, b)) and not a.nationality.isdisjoint(b.nationality)
    return same and a.window.gap(b.window) <= SOFT_DAYS


def _same_point(a: Strand, b: Strand) -> bool:
    """Whether two hedged totals turn on one number: at least 7,000 and about 7,000."""
    return any(
        x.tally.point and x.tally.point == y.tally.point and x.family is y.family
        for x in a.counted
        for y in b.counted
    )


def _covered(a: Strand, b: Strand) -> bool:
    """Whether one is the running total of a campaign and the other a sweep in its days."""
    if {a.scope, b.scope} != {Scope.CUMULATIVE, Scope.EVENT} or not (a.window and b.window):
        return False
    total, event = (a, b) if a.scope is Scope.CUMULATIVE else (b, a)
    if not total.window or not event.window or total.window.length > CAMPAIGN:
        return False
    return total.window.covers(event.window) and event.is_sweep


def conflict(a: Strand, b: Strand) -> bool:
    """Whether the two cannot be one operation: other totals on other days, or two places."""
    if Scope.EVENT is not a.scope or Scope.EVENT is not b.scope:
        return False
    if a.places and b.places and not (places_meet(a, b) or told_from_afar(a, b)):
        return part_number(a, b) is None
    x, y = a.window, b.window
    if not (x and y and x.dated and y.dated) or a.families.isdisjoint(b.families):
        return False
    gap = x.gap(y)
    if not gap or (gap <= NEAR_DAYS and one_site(a, b)) or goes_on(a, b):
        return False
    if min(a.total, b.total) < FEW and gap <= NEAR_DAYS:
        return False
    return best_relation(a, b)[0] is Relation.CONFLICT and part_number(a, b) is None
