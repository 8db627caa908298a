"""Why two strands tell of one operation: a table of evidence with weights, and the reading of it.

The whole judgement is in `WEIGHTS`, `ENOUGH` and `_carried`; every item is a code with values,
which tables of words turn into what a person reads.
"""

from __future__ import annotations

from typing import NamedTuple

from headcount.events.families import Family
from headcount.events.strands import Head, Strand
from headcount.events.tallies import TELLING, Relation, compare, equal_strength
from headcount.events.where import same_or_within
from headcount.events.windows import CAMPAIGN, LONG, SOFT_DAYS, Window
from headcount.events.wording import Values
from headcount.model import Scope
from headcount.reasons import Counted

WEIGHTS: dict[str, float] = {
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
    "other-count": -4.0,
    # people and kind
    "same-nationality": 1.0,
    "other-nationality": -1.5,
    "same-route": 1.0,
    "same-kind": 0.5,
    # scope and text
    "running-total-of-a-campaign": 1.5,
    "same-running-total": 2.0,
    "same-text": 5.0,
}
"""What each item of evidence adds."""

ENOUGH = 4.0
"""From this sum on two strands are one operation, if their groups do not conflict."""

NEAR_DAYS = 3
FAR_DAYS = 30

Item = tuple[str, Values]
"""An item of evidence: its name in `WEIGHTS` and the values that fill its sentence."""


class Verdict(NamedTuple):
    """The evidence on two strands: its sum, the best relation of their counts, and the items."""

    score: float
    relation: Relation
    items: tuple[Item, ...]

    @property
    def by_number(self) -> bool:
        """Whether an equal telling number carries it, which overrules a clash elsewhere."""
        return self.relation >= Relation.EQUAL


Pair = tuple[Head, Head]
"""A head of one strand and a head of the other."""

NO = Verdict(float("-inf"), Relation.NONE, ())


def weigh(a: Strand, b: Strand, same_text: bool = False) -> Verdict:
    """How much says that two strands of different documents are one operation. Symmetric."""
    if b.key < a.key:
        a, b = b, a
    if _impossible(a, b):
        return NO
    relation, pair, counts = _counts(a, b)
    x, y = (pair[0].window, pair[1].window) if pair and relation >= Relation.EQUAL else (None, None)
    x, y = x or a.window, y or b.window
    if x and y and x.gap(y) > FAR_DAYS:
        return NO
    if not (same_text or _carried(a, b, relation)):
        return NO
    items = [*counts, *_days(x, y), *_place(a, b), *_people(a, b), *_scope(a, b, relation)]
    if same_text:
        items.append(("same-text", ()))
    score = sum([WEIGHTS[name] for name, _ in items])
    if score < ENOUGH:
        return Verdict(score, relation, ())
    found = [i for i in items if WEIGHTS[i[0]] > 0 or i[0] == "counts-that-allow-each-other"]
    found.sort(key=lambda i: -WEIGHTS[i[0]])
    return Verdict(score, relation, tuple(found))


def _impossible(a: Strand, b: Strand) -> bool:
    """What no sum of evidence can overrule: no country or no family in common, other people."""
    if a.countries and b.countries and a.countries.isdisjoint(b.countries):
        return True
    shared = a.families & b.families
    if not shared:
        return not _shared_number(a, b)
    if len(shared) > 1 or Family.MOVE not in shared:
        return False
    apart = bool(a.nationality and b.nationality) and a.nationality.isdisjoint(b.nationality)
    return apart or _routes_clash(a, b)


def _carried(a: Strand, b: Strand, relation: Relation) -> bool:
    """Whether something stronger than a country, a kind and some days speaks for one operation.

    A number does; so does a place on a day, and one nationality on one way on a day. That vague or
    open counts allow each other does not.
    """
    if relation >= Relation.NEAR:
        return True
    if a.scope is not b.scope:
        return _covered(a, b)
    x, y = a.window, b.window
    if not (x and y and x.dated and y.dated) or x.gap(y) > 1 or max(x.length, y.length) > LONG:
        return False
    if a.places and b.places:
        return _places_meet(a, b)
    return not a.routes.isdisjoint(b.routes) and not a.nationality.isdisjoint(b.nationality)


def _routes_clash(a: Strand, b: Strand) -> bool:
    if not (a.routes and b.routes) or not a.routes.isdisjoint(b.routes):
        return False
    return all(
        (p[0] and q[0] and p[0] != q[0]) or (p[1] and q[1] and p[1] != q[1])
        for p in a.routes
        for q in b.routes
    )


def _shared_number(a: Strand, b: Strand) -> bool:
    """Whether a head of one is a head of the other by number and named nationality."""
    return any(
        x.count.people and x.count.people == y.count.people and x.count.exact == y.count.exact
        for x in a.counted
        if (x.count.exact or 0) >= TELLING
        for y in b.counted
    )


def best_relation(a: Strand, b: Strand) -> tuple[Relation, Pair | None]:
    """The best relation between any head of one and any head of the other, and the pair.

    Of equal relations the one whose days are closest; conflict only if nothing agrees.
    """
    best, best_gap, found = Relation.NONE, 0, None
    conflict: Pair | None = None
    for x in a.counted:
        for y in b.counted:
            relation = compare(x.count, y.count)
            if relation < Relation.EQUAL and x.family is not y.family:
                continue
            if relation is Relation.CONFLICT:
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


_EQUAL = {
    Relation.EQUAL_UNUSUAL: "same-unusual-count",
    Relation.EQUAL: "same-count",
    Relation.EQUAL_SMALL: "same-small-count",
}


def _counts(a: Strand, b: Strand) -> tuple[Relation, Pair | None, list[Item]]:
    relation, pair = best_relation(a, b)
    if relation < Relation.EQUAL:
        part = _part_number(a, b)
        if part is not None:
            return equal_strength(part), None, [("same-count-as-a-part", (("number", part),))]
    if pair is None:
        return relation, None, []
    x, y = pair
    if relation in _EQUAL:
        number = x.count.exact or 0
        return relation, pair, [(_EQUAL[relation], (("number", number), ("kind", str(x.kind))))]
    if relation is Relation.CONFLICT:
        return relation, pair, [("other-count", ())]
    if relation in (Relation.NEAR, Relation.INSIDE):
        same = relation is Relation.NEAR and x.kind is y.kind
        name = "nearly-the-same-count" if same else "counts-that-allow-each-other"
        return relation, pair, [(name, (("numbers", (_counted(x), _counted(y))),))]
    return relation, pair, []


def _counted(head: Head) -> Counted:
    """The number as told, without what it counts: the sentence is about numbers."""
    count = head.count
    high = None if count.top == float("inf") else int(count.top)
    return Counted(str(head.kind), str(count.unit), low=count.floor, high=high)


def _part_number(a: Strand, b: Strand) -> int | None:
    """The largest telling number that both have with the same nationalities, parts included."""
    if a.numbers.isdisjoint(b.numbers):
        return None
    return max(n for n, _ in a.numbers & b.numbers)


def _days(a: Window | None, b: Window | None) -> list[Item]:
    if a is None or b is None:
        return []
    gap = a.gap(b)
    if a.dated and b.dated:
        return [_dated(a, b, gap)]
    if gap <= 1:
        return [("published-at-the-same-time", ())]
    if gap <= SOFT_DAYS:
        return [("published-some-days-apart", (("days", gap),))]
    return [("weeks-apart", ())]


def _dated(a: Window, b: Window, gap: int) -> Item:
    if gap == 0:
        if max(a.length, b.length) > LONG:
            return ("within-the-same-weeks", ())
        return ("same-day", ()) if a.first == b.first else ("same-days", ())
    if gap == 1:
        return ("one-day-apart", ())
    return ("days-apart", (("days", gap),)) if gap <= NEAR_DAYS else ("weeks-apart", ())


def _places_meet(a: Strand, b: Strand) -> bool:
    if not a.places.isdisjoint(b.places):
        return True
    return any(same_or_within(x, y) for x in a.places for y in b.places)


def _place(a: Strand, b: Strand) -> list[Item]:
    items: list[Item] = []
    if not a.countries.isdisjoint(b.countries):
        items.append(("same-country", ()))
    if not (a.places and b.places):
        return items
    shared = a.places & b.places
    if shared:
        items.append(("same-place", (("place", min(shared)),)))
    elif _places_meet(a, b):
        pair = (min(a.places), min(b.places))
        items.append(("one-place-within-the-other", (("within", pair),)))
    else:
        items.append(("other-place", ()))
    return items


def _people(a: Strand, b: Strand) -> list[Item]:
    items: list[Item] = []
    shared = a.nationality & b.nationality
    if shared:
        items.append(("same-nationality", (("countries", tuple(sorted(shared)[:3])),)))
    elif a.nationality and b.nationality:
        items.append(("other-nationality", ()))
    if a.routes and b.routes:
        routes = [(x, y) for x, y in a.routes & b.routes if x and y]
        if routes:
            origin, destination = min(routes)
            items.append(("same-route", (("origin", origin), ("destination", destination))))
    kinds = a.kinds & b.kinds
    if kinds:
        items.append(("same-kind", (("kind", str(min(kinds))),)))
    return items


def _scope(a: Strand, b: Strand, relation: Relation) -> list[Item]:
    if a.scope is b.scope is Scope.CUMULATIVE and relation >= Relation.EQUAL:
        return [("same-running-total", ())]
    return [("running-total-of-a-campaign", ())] if _covered(a, b) else []


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
    if a.places and b.places and not _places_meet(a, b):
        return _part_number(a, b) is None
    x, y = a.window, b.window
    if not (x and y and x.dated and y.dated) or not x.gap(y) or a.families.isdisjoint(b.families):
        return False
    return best_relation(a, b)[0] is Relation.CONFLICT and _part_number(a, b) is None

