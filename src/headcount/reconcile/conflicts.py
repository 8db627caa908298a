"""One fact told in two ways: two counts, two days, two places; and totals that fall."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from headcount.model import FOREIGN, Claim, Document, Kind, Precision, Scope, Unit
from headcount.places.gazetteer import is_within, place_by_name
from headcount.reasons import Counted, Finding, Key, Reason, Values
from headcount.reconcile.origins import origins, plain_name
from headcount.reconcile.statements import (
    Cell,
    Sources,
    cells,
    counted,
    gave_way,
    larger_than_whole,
    partial_claims,
    people_of,
)

TELLING: Final = 20
"""An exact number from here on, told twice of one event, is one fact."""

MOVES: Final = frozenset({Kind.TRANSFERRED, Kind.REPATRIATED, Kind.DEPORTED})

PART: Final = 2
"""A count that goes so many times into another one is no second count of the same."""

SLIGHT: Final = 0.02
"""Counts that differ by no more than this share are a note, not a warning."""


def two_counts(
    claims: Sequence[Claim], event: str | None, documents: Mapping[str, Document]
) -> Iterator[Finding]:
    """Different exact counts of one thing by different reports of one event.

    A count that its speaker replaced by a later one is none, as in the figure itself.
    """
    partial = partial_claims(claims)
    for cell, told in cells(claims).items():
        exact = [
            c
            for c in told
            if c.precision is Precision.EXACT
            and c.scope is Scope.EVENT
            and (c.document, c.n) not in partial
        ]
        for together in _same_days(exact):
            values = _disputed(together)
            if values:
                sources = Sources(origins(claims, documents), documents)
                gone = gave_way(together, sources)
                together = [c for c in together if (c.document, c.n) not in gone]
                values = _disputed(together)
            if not values:
                continue
            group = [c for c in together if c.low in values]
            slight = values[-1] - values[0] <= SLIGHT * values[-1]
            told_as: Values = (("what", _what(cell)), *_where(group), ("counts", tuple(values)))
            severity = "note" if slight else "warning"
            yield _finding("two-counts", severity, told_as, (event, group))


def _disputed(group: Sequence[Claim]) -> list[int]:
    """The counts that cannot stand beside another one, in order.

    One that is less than half of another counts something less. Of two that one report tells, that
    report knows both.
    """
    told: dict[int, set[str]] = {}
    for c in group:
        told.setdefault(c.low or 0, set()).add(c.document)
    counts = sorted(told)
    found: set[int] = set()
    for at, few in enumerate(counts):
        for many in counts[at + 1 :]:
            if many < PART * few and not told[few] & told[many]:
                found.update((few, many))
    return sorted(found)


def two_days(claims: Sequence[Claim], event: str | None) -> Iterator[Finding]:
    """One exact count of one event on days that do not meet."""
    for cell, number, group in _same_numbers(claims):
        spans = sorted(
            {(c.start, c.end or c.start) for c in group if c.start and c.scope is Scope.EVENT}
        )
        apart = [s for s in spans if not any(_meet(s, t) for t in spans if t != s)]
        if len(spans) > 1 and apart:
            days: Values = (("what", _what(cell, number)), *_where(group), ("days", tuple(spans)))
            yield _finding("two-days", "warning", days, (event, group))


def two_places(claims: Sequence[Claim], event: str | None) -> Iterator[Finding]:
    """One exact count of one event in places of which neither lies within the other.

    A movement has several: one to leave, one to pass, one to reach. So has what is no operation.
    """
    told_of_operations = [c for c in claims if c.scope is Scope.EVENT and c.kind not in MOVES]
    for cell, number, group in _same_numbers(told_of_operations):
        places = sorted({c.place for c in group if c.place})
        apart = [p for p in places if not any(_nested(p, q) for q in places if q != p)]
        if len(places) > 1 and len(apart) > 1:
            where: Values = (("what", _what(cell, number)), ("places", tuple(places)))
            yield _finding("two-places", "warning", where, (event, group))


def larger_parts(claims: Sequence[Claim], event: str | None) -> Iterator[Finding]:
    """Counts of one people or one sex that no total of the event, of those days, can hold.

    A warning, since no report says that the one breaks down the other: either may be of others. A
    running total is held against running totals alone; locals are no part of foreigners.
    """
    if not _may_exceed(claims):
        return
    told = [
        (cell, [c for c in mine if c.scope in _COUNTED]) for cell, mine in cells(claims).items()
    ]
    by_key = {(c.document, c.n): c for c in claims}
    for whole, totals in told:
        for cell, mine in told:
            if _contains(whole, cell):
                yield from _larger([p for p in mine if not _linked(p, by_key)], totals, event)


def _may_exceed(claims: Sequence[Claim]) -> bool:
    """Whether a count of some is more than another count of the kind: mostly none is."""
    some: dict[tuple[Kind, Unit], int] = {}
    sexes: dict[tuple[Kind, Unit], int] = {}
    for c in claims:
        if c.group or people_of(c):
            slot = (c.kind, c.unit)
            some[slot] = max(some.get(slot, 0), c.low or 0)
            if c.group:
                sexes[slot] = max(sexes.get(slot, 0), c.low or 0)
    return bool(some) and any(
        c.high < (sexes if people_of(c) else some).get((c.kind, c.unit), 0)
        for c in claims
        if c.high is not None
    )


def _linked(part: Claim, by_key: Mapping[Key, Claim]) -> bool:
    """Whether the part is larger than the very whole that its report tells, which is found so."""
    whole = by_key.get((part.document, part.part_of or 0))
    return whole is not None and larger_than_whole(part, whole)


_COUNTED: Final = (Scope.EVENT, Scope.CUMULATIVE)


def _contains(whole: Cell, part: Cell) -> bool:
    """Whether the one counts people of whom the other counts some."""
    if (whole.kind, whole.unit, whole.currency) != (part.kind, part.unit, part.currency):
        return False
    of_all = whole.nationality in ((), (FOREIGN,)) or whole.nationality == part.nationality
    return of_all and whole.group in (None, part.group) and whole != part


def _beside(total: Claim, part: Claim) -> bool:
    """Whether the total is of the days and the sort that the part is of."""
    if part.scope is Scope.CUMULATIVE and total.scope is not Scope.CUMULATIVE:
        return False
    if FOREIGN in total.nationality and part.country in part.nationality:
        return False
    spans = [(c.start or c.end, c.end or c.start) for c in (total, part)]
    (a, b), (c, d) = spans
    return not (a and b and c and d) or _meet((a, b), (c, d))


def _larger(
    parts: Sequence[Claim], totals: Sequence[Claim], event: str | None
) -> Iterator[Finding]:
    """The largest of the parts that are more than all totals beside them, with those totals."""
    held = [(part, [c for c in totals if _beside(c, part)]) for part in parts]
    over = [(part, beside) for part, beside in held if _exceeds(part, beside)]
    if not over:
        return
    part, beside = max(over, key=lambda each: (each[0].low or 0, each[0].document, each[0].n))
    most = max(beside, key=lambda c: (c.high or 0, c.document, c.n))
    keys = {(c.document, c.n) for p, besides in over for c in (p, *besides)}
    reason = Reason("part-over-total", (("part", counted(part)), ("whole", counted(most))))
    yield Finding("parts-exceed-whole", "warning", "", event, tuple(sorted(keys)), reason)


def _exceeds(part: Claim, totals: Sequence[Claim]) -> bool:
    """Whether a part is more than each total; one many times as large is of something else."""
    low = part.low or 0
    over = bool(totals) and all(c.high is not None and c.high < low for c in totals)
    return over and any(low <= _OF_ANOTHER * (c.high or 0) for c in totals)


_OF_ANOTHER: Final = 1000
"""So many times a total is no part of it: a nation's count of years beside one raid."""


def falling_totals(claims: Sequence[Claim]) -> Iterator[Finding]:
    """Running totals of one speaker, from one first day, that are smaller on a later day."""
    told: dict[tuple[object, ...], list[Claim]] = {}
    for c in claims:
        speaker = plain_name(c.according_to)
        if c.scope is Scope.CUMULATIVE and speaker and c.end and c.low is not None:
            where = (c.country, c.place, c.origin, c.destination)
            what = (c.kind, c.unit, c.currency, people_of(c), c.group)
            told.setdefault((speaker, c.start, *where, *what), []).append(c)
    for group in told.values():
        ordered = sorted(group, key=lambda c: (c.end or date.min, c.document, c.n))
        for before, after in pairwise(ordered):
            if (
                before.end != after.end
                and after.high is not None
                and after.high < (before.low or 0)
            ):
                yield _finding(
                    "total-falls", "warning", _fall(before, after), (None, [before, after])
                )


def _same_numbers(claims: Sequence[Claim]) -> Iterator[tuple[Cell, int, list[Claim]]]:
    """The exact telling numbers that more than one report gives of one cell."""
    for cell, told in cells(claims).items():
        if cell.unit in (Unit.MONEY, Unit.COUNTRY):
            continue
        by_number: dict[int, list[Claim]] = {}
        for c in told:
            if c.precision is Precision.EXACT and c.low is not None and c.low >= TELLING:
                by_number.setdefault(c.low, []).append(c)
        for number, group in sorted(by_number.items()):
            if len({c.document for c in group}) > 1:
                yield cell, number, group


def _same_days(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Claims whose days meet, chained; those without days go with the first group."""
    dated = sorted(
        (c for c in claims if c.start), key=lambda c: (c.start or date.min, c.document, c.n)
    )
    undated = [c for c in claims if not c.start]
    groups: list[list[Claim]] = []
    until: date | None = None
    for c in dated:
        if until is None or c.start is None or c.start > until:
            groups.append([])
            until = c.end or c.start
        groups[-1].append(c)
        last = c.end or c.start
        until = max(until, last) if until and last else last
    if undated and not groups:
        return [undated]
    if undated:
        groups[0].extend(undated)
    return groups


def _meet(a: tuple[date, date], b: tuple[date, date]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _nested(a: str, b: str) -> bool:
    x, y = place_by_name(a), place_by_name(b)
    if x is None or y is None:
        return False
    return is_within(x.id, y.id) or is_within(y.id, x.id)


def _what(cell: Cell, number: int | None = None) -> Counted:
    return Counted(
        cell.kind, cell.unit, cell.nationality, cell.group, cell.currency, number, number
    )


def _where(claims: Sequence[Claim]) -> Values:
    """The one place and the one first day that the claims tell, as far as there is one."""
    places = {c.place for c in claims if c.place}
    days = {c.start for c in claims if c.start}
    place: Values = tuple(("place", p) for p in places if len(places) == 1)
    day: Values = tuple(("day", d) for d in days if len(days) == 1)
    return place + day


def _fall(before: Claim, after: Claim) -> Values:
    what = Counted(before.kind, before.unit, before.nationality, before.group, before.currency)
    days: Values = tuple(
        (name, c.end) for name, c in (("before_day", before), ("after_day", after)) if c.end
    )
    return (
        ("what", what),
        ("speaker", before.according_to or ""),
        ("before", before.low or 0),
        ("after", after.high or 0),
        *days,
    )


def _finding(
    code: str, severity: str, values: Values, where: tuple[str | None, Sequence[Claim]]
) -> Finding:
    event, claims = where
    keys = tuple(sorted((c.document, c.n) for c in claims))
    return Finding(code, severity, "", event, keys, Reason(code, values))
