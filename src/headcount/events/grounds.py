"""What fills the sentences of the evidence that joined two strands: numbers, places, days."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from headcount.events.evidence import Pair, Verdict, counts, part_number, whole_routes
from headcount.events.strands import Head, Strand
from headcount.events.tallies import Relation
from headcount.reasons import Counted, Reason, Values

NAMED: Final = 3
"""Nationalities that a reason names at most."""


def reasons(a: Strand, b: Strand, verdict: Verdict) -> tuple[Reason, ...]:
    """The reasons of a join, the strongest first. `a` must be the strand with the smaller key."""
    told = counts(a, b)
    return tuple([_reason(item, _values(item, a, b, told)) for item in verdict.items])


# Most joins have the same few reasons: one record for all of them.
_reason = lru_cache(maxsize=1 << 16)(Reason)


Compared = tuple[Relation, Pair | None, str]
"""How the counts of two strands stand to each other, as `counts` gives it."""


def _values(item: str, a: Strand, b: Strand, told: Compared) -> Values:
    if "count" in item and item != "same-country":
        return _of_counts(item, a, b, told[1])
    if item in ("days-apart", "published-some-days-apart"):
        relation, pair, _ = told
        x, y = a.window, b.window
        if pair and relation >= Relation.EQUAL:
            x, y = pair[0].window or x, pair[1].window or y
        gap = x.gap(y) if x and y else 0
        return (("days", gap),) if gap or item == "days-apart" else ()
    if item == "same-place":
        return (("place", min(a.places & b.places)),)
    if item == "one-place-within-the-other":
        return (("within", (min(a.places), min(b.places))),)
    if item == "same-nationality":
        return (("countries", tuple(sorted(a.nationality & b.nationality)[:NAMED])),)
    if item == "same-route":
        origin, destination = min(whole_routes(a, b))
        return (("origin", origin), ("destination", destination))
    if item == "same-kind":
        return (("kind", str(min(a.kinds & b.kinds))),)
    return ()


def _of_counts(item: str, a: Strand, b: Strand, pair: Pair | None) -> Values:
    if item == "same-count-as-a-part" or pair is None:
        return (("number", part_number(a, b) or 0),)
    if item == "a-count-that-grew":
        early, late = sorted((a.total, b.total))
        return (("before", early), ("after", late))
    x, y = pair
    if item.startswith("same-"):
        return (("number", x.tally.point or 0), ("kind", str(x.kind)))
    return (("numbers", (_counted(x), _counted(y))),)


def _counted(head: Head) -> Counted:
    count = head.tally
    high = None if count.top == float("inf") else int(count.top)
    return Counted(str(head.kind), str(count.unit), low=count.floor, high=high)
