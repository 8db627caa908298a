"""Why two strands tell of one operation: a table of evidence with weights, and the reading of it.

The whole judgement is in `WEIGHTS` and `ENOUGH`; every item has the words that a person reads.
"""

from __future__ import annotations

from dataclasses import dataclass

from headcount.events.families import Family, family_of
from headcount.events.strands import Strand
from headcount.events.tallies import (
    TELLING,
    Relation,
    equal_strength,
    exact,
    plain,
    relate,
    specific,
)
from headcount.events.where import same_or_within
from headcount.events.windows import CAMPAIGN, LONG, SOFT_DAYS, Window
from headcount.model import Claim, Scope

WEIGHTS: dict[str, float] = {
    # days
    "same day": 3.0,
    "same days": 2.5,
    "one day apart": 2.0,
    "days apart": 0.5,
    "within the same weeks": 1.5,
    "published at the same time": 1.0,
    "published some days apart": 0.5,
    "weeks apart": -2.0,
    # place
    "same place": 3.0,
    "one place within the other": 2.0,
    "other place": -3.0,
    "same country": 0.5,
    # counts
    "same unusual count": 4.0,
    "same count": 2.5,
    "same small count": 1.0,
    "same count as a part": 2.5,
    "nearly the same count": 1.5,
    "counts that allow each other": 0.5,
    "a count that grew": 0.5,
    "other count": -4.0,
    # people and kind
    "same nationality": 1.0,
    "other nationality": -1.5,
    "same route": 1.0,
    "same kind": 0.5,
    # scope and text
    "running total of a campaign": 1.5,
    "same running total": 2.0,
    "same text": 5.0,
}
"""What each item of evidence adds."""

ENOUGH = 4.0
"""From this sum on two strands are one operation, if their groups do not conflict."""

GROWTH = 4
"""A count of one stretch of days does not grow to more than so many times the first."""

NEAR_DAYS = 3
FAR_DAYS = 30

Item = tuple[str, str]
"""An item of evidence: its name in `WEIGHTS` and the words for people."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The evidence on two strands: its sum, the best relation of their counts, and the words."""

    score: float
    relation: Relation
    reasons: tuple[str, ...]

    @property
    def by_number(self) -> bool:
        """Whether an equal telling number carries it, which overrules a clash elsewhere."""
        return self.relation >= Relation.EQUAL


Pair = tuple[Claim, Claim]
"""A head of one strand and a head of the other."""

NO = Verdict(float("-inf"), Relation.NONE, ())


def weigh(a: Strand, b: Strand, same_text: bool = False) -> Verdict:
    """How much says that two strands of different documents are one operation. Symmetric."""
    if hopeless(a, b) and not same_text:
        return NO
    if b.key < a.key:
        a, b = b, a
    relation, pair, count_items = _counts(a, b)
    windows = _windows(a, b, relation, pair)
    if _impossible(a, b) or _far(windows):
        return NO
    items = [*count_items, *_days(*windows), *_place(a, b), *_people(a, b), *_scope(a, b, relation)]
    if same_text:
        items.append(("same text", "nearly the same text"))
    score = sum(WEIGHTS[name] for name, _ in items)
    if score < ENOUGH:
        return Verdict(score, relation, ())
    order = sorted((i for i in items if WEIGHTS[i[0]] > 0), key=lambda i: -WEIGHTS[i[0]])
    return Verdict(score, relation, tuple(words for _, words in order))


def hopeless(a: Strand, b: Strand) -> bool:
    """Whether a glance rules the pair out: no number in common, and other days or another place."""
    if not a.numbers.isdisjoint(b.numbers):
        return False
    x, y = a.window, b.window
    if x and y and x.dated and y.dated and x.gap(y) > NEAR_DAYS and a.scope is b.scope:
        return True
    return bool(a.places and b.places) and not _places_meet(a, b)


def _impossible(a: Strand, b: Strand) -> bool:
    """What no sum of evidence can overrule: no country or no family in common, years apart."""
    if a.countries and b.countries and not a.countries & b.countries:
        return True
    if not a.families & b.families and not _shared_number(a, b):
        return True
    return bool("move" in a.families & b.families and len(a.families & b.families) == 1) and (
        _routes_clash(a, b)
        or bool(a.nationality and b.nationality and not a.nationality & b.nationality)
    )


def _windows(
    a: Strand, b: Strand, relation: Relation, pair: Pair | None
) -> tuple[Window | None, Window | None]:
    """The days to compare: those of the two heads that an equal number brings together."""
    if relation < Relation.EQUAL or pair is None:
        return a.window, b.window
    return a.windows[a.heads.index(pair[0])], b.windows[b.heads.index(pair[1])]


def _far(windows: tuple[Window | None, Window | None]) -> bool:
    a, b = windows
    return a is not None and b is not None and a.gap(b) > FAR_DAYS


def _routes_clash(a: Strand, b: Strand) -> bool:
    def clash(x: tuple[str | None, str | None], y: tuple[str | None, str | None]) -> bool:
        return any(p and q and p != q for p, q in zip(x, y, strict=True))

    return bool(a.routes and b.routes) and all(clash(x, y) for x in a.routes for y in b.routes)


def _shared_number(a: Strand, b: Strand) -> bool:
    """Whether a head of one is a head of the other by number and named nationality."""
    numbers = {(exact(h), h.nationality) for h in a.heads if specific(h.nationality)}
    return any((exact(h), h.nationality) in numbers and (exact(h) or 0) >= TELLING for h in b.heads)


def best_relation(a: Strand, b: Strand) -> tuple[Relation, Pair | None]:
    """The best relation between any head of one and any head of the other, and the pair.

    Of equal relations the one whose days are closest; conflict only if nothing agrees.
    """
    best: tuple[Relation, int, Pair | None] = (Relation.NONE, 0, None)
    conflict: Pair | None = None
    for x, x_days in a.counted:
        for y, y_days in b.counted:
            relation = relate(x, y)
            if relation < Relation.EQUAL and family_of(x) is not family_of(y):
                continue
            gap = x_days.gap(y_days) if x_days and y_days else FAR_DAYS
            if relation is Relation.CONFLICT:
                conflict = conflict or (x, y)
            elif (relation, -gap) > (best[0], -best[1]) or best[2] is None:
                best = (relation, gap, (x, y))
    if best[0] <= Relation.NONE and conflict:
        return Relation.CONFLICT, conflict
    return best[0], best[2]


def _counts(a: Strand, b: Strand) -> tuple[Relation, Pair | None, list[Item]]:
    relation, pair = best_relation(a, b)
    part = _part_number(a, b)
    if relation < Relation.EQUAL and part is not None:
        words = f"same {part} in both"
        return equal_strength(part), None, [("same count as a part", words)]
    if pair is None:
        return relation, None, []
    x, y = pair
    said, other = plain(x), plain(y)
    items: dict[Relation, Item] = {
        Relation.EQUAL_UNUSUAL: ("same unusual count", f"same {said} {x.kind}"),
        Relation.EQUAL: ("same count", f"same {said} {x.kind}"),
        Relation.EQUAL_SMALL: ("same small count", f"same {said} {x.kind}"),
        Relation.NEAR: ("nearly the same count", f"{said} and {other} are nearly the same"),
        Relation.INSIDE: ("counts that allow each other", f"{said} and {other} allow each other"),
    }
    if relation is Relation.NEAR and x.kind is not y.kind:
        return relation, pair, [("counts that allow each other", items[relation][1])]
    if relation in items:
        return relation, pair, [items[relation]]
    if relation is Relation.CONFLICT:
        if _grew(a, b):
            grown = f"count grew from {min(a.total, b.total)} to {max(a.total, b.total)}"
            return Relation.NONE, pair, [("a count that grew", grown)]
        return relation, pair, [("other count", "")]
    return relation, pair, []


def _part_number(a: Strand, b: Strand) -> int | None:
    """The largest telling number that both have with the same nationalities, parts included."""
    return max((n for n, _ in a.numbers & b.numbers), default=None)


def _grew(a: Strand, b: Strand) -> bool:
    """Whether the later report of one stretch of days in one place has the larger count."""
    at_desk = Family.CONSULAR in a.families & b.families
    if not (a.window and b.window) or a.window.gap(b.window) > (SOFT_DAYS if at_desk else 0):
        return False
    if a.window.length == 0 and b.window.length == 0:
        return False
    if not a.published or not b.published or not _places_meet(a, b):
        return False
    early, late = sorted((a, b), key=lambda s: (s.published, s.total))
    return early.total < late.total and (at_desk or late.total <= GROWTH * early.total)


def _days(a: Window | None, b: Window | None) -> list[Item]:
    if a is None or b is None:
        return []
    gap = a.gap(b)
    if a.dated and b.dated:
        if gap == 0:
            if max(a.length, b.length) > LONG:
                return [("within the same weeks", "within the same weeks")]
            same = a.start == b.start
            return [("same day", "same day") if same else ("same days", "same days")]
        if gap == 1:
            return [("one day apart", "one day apart")]
        near = gap <= NEAR_DAYS
        return [("days apart", f"{gap} days apart")] if near else [("weeks apart", "")]
    if gap <= 1:
        return [("published at the same time", "reported at that time")]
    if gap <= SOFT_DAYS:
        return [("published some days apart", f"reported {gap} days apart")]
    return [("weeks apart", "")]


def _places_meet(a: Strand, b: Strand) -> bool:
    return any(same_or_within(x, y) for x in a.places for y in b.places)


def _place(a: Strand, b: Strand) -> list[Item]:
    items: list[Item] = []
    if a.countries & b.countries:
        items.append(("same country", "same country"))
    if not (a.places and b.places):
        return items
    shared = sorted(a.places & b.places)
    if shared:
        items.append(("same place", f"same place ({shared[0]})"))
    elif _places_meet(a, b):
        pair = f"{min(a.places)}, {min(b.places)}"
        items.append(("one place within the other", f"one place within the other ({pair})"))
    else:
        items.append(("other place", ""))
    return items


def _people(a: Strand, b: Strand) -> list[Item]:
    items: list[Item] = []
    shared = sorted(a.nationality & b.nationality)
    if shared:
        items.append(("same nationality", f"same nationality ({', '.join(shared[:3])})"))
    elif a.nationality and b.nationality:
        items.append(("other nationality", ""))
    routes = {r for r in a.routes & b.routes if r[0] and r[1]}
    if routes:
        origin, destination = min(r for r in routes if r[0] and r[1])
        items.append(("same route", f"same route ({origin} to {destination})"))
    kinds = sorted({h.kind for h in a.heads} & {h.kind for h in b.heads})
    if kinds:
        items.append(("same kind", f"both tell of {kinds[0]}"))
    return items


def _scope(a: Strand, b: Strand, relation: Relation) -> list[Item]:
    scopes = {a.scope, b.scope}
    if scopes == {Scope.CUMULATIVE} and relation >= Relation.EQUAL:
        return [("same running total", "same running total")]
    if scopes != {Scope.CUMULATIVE, Scope.EVENT} or not (a.window and b.window):
        return []
    total, event = (a, b) if a.scope is Scope.CUMULATIVE else (b, a)
    if not total.window or not event.window or total.window.length > CAMPAIGN:
        return []
    if total.window.covers(event.window) and event.is_sweep:
        return [("running total of a campaign", "running total of the campaign covers these days")]
    return []


def conflict(a: Strand, b: Strand) -> bool:
    """Whether the two cannot be one operation: other totals on other days, or two places."""
    if Scope.EVENT is not a.scope or Scope.EVENT is not b.scope:
        return False
    if _other_days(a, b) and a.families & b.families and _totals_clash(a, b):
        return True
    if a.places and b.places and not _places_meet(a, b):
        return _part_number(a, b) is None
    return False


def _other_days(a: Strand, b: Strand) -> bool:
    x, y = a.window, b.window
    return x is not None and y is not None and x.dated and y.dated and x.gap(y) > 0


def _totals_clash(a: Strand, b: Strand) -> bool:
    relation, _ = best_relation(a, b)
    return relation is Relation.CONFLICT and _part_number(a, b) is None
