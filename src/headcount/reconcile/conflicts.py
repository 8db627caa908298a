"""One fact told in two ways: two counts, two days, two places; and totals that fall."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from headcount.model import Claim, Finding, Precision, Scope, Unit
from headcount.places.gazetteer import is_within, place_by_name
from headcount.reconcile.origins import plain_name
from headcount.reconcile.statements import Cell, cells, partial_claims, people_of

TELLING = 20
"""An exact number from here on, told twice of one event, is one fact."""

SLIGHT = 0.02
"""Counts that differ by no more than this share are a note, not a warning."""

SHOWN = 6
"""Values that one message names at most."""


def two_counts(claims: Sequence[Claim], event: str | None) -> Iterator[Finding]:
    """Different exact counts of one thing by different reports of one event."""
    partial = partial_claims(claims)
    for cell, told in cells(claims).items():
        exact = [
            c
            for c in told
            if c.precision is Precision.EXACT
            and c.scope is Scope.EVENT
            and (c.document, c.n) not in partial
        ]
        for group in _same_days(exact):
            values = sorted({c.low or 0 for c in group})
            if len(values) < 2 or len({c.document for c in group}) < 2:
                continue
            slight = values[-1] - values[0] <= SLIGHT * values[-1]
            message = f"{_what(cell)}{_where(group)}: told as {_list(f'{v:,}' for v in values)}."
            yield _finding("two-counts", "note" if slight else "warning", message, (event, group))


def two_days(claims: Sequence[Claim], event: str | None) -> Iterator[Finding]:
    """One exact count of one event on days that do not meet."""
    for cell, number, group in _same_numbers(claims):
        spans = sorted(
            {(c.start, c.end or c.start) for c in group if c.start and c.scope is Scope.EVENT}
        )
        apart = [s for s in spans if not any(_meet(s, t) for t in spans if t != s)]
        if len(spans) > 1 and apart:
            days = _list(_span(s) for s in spans)
            message = f"{number:,} {_what(cell)}{_where(group)}: told for {days}."
            yield _finding("two-days", "warning", message, (event, group))


def two_places(claims: Sequence[Claim], event: str | None) -> Iterator[Finding]:
    """One exact count of one event in places of which neither lies within the other."""
    for cell, number, group in _same_numbers(claims):
        places = sorted({c.place for c in group if c.place})
        apart = [p for p in places if not any(_nested(p, q) for q in places if q != p)]
        if len(places) > 1 and len(apart) > 1:
            message = f"{number:,} {_what(cell)}: told of {_list(places)}."
            yield _finding("two-places", "warning", message, (event, group))


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
                message = (
                    f"The running total of {before.kind} by {before.according_to} falls from "
                    f"{before.low:,} (to {before.end}) to {after.high:,} (to {after.end})."
                )
                yield _finding("total-falls", "warning", message, (None, [before, after]))


def _same_numbers(claims: Sequence[Claim]) -> Iterator[tuple[Cell, int, list[Claim]]]:
    """The exact telling numbers that more than one report gives of one cell."""
    for cell, told in cells(claims).items():
        if cell.unit is Unit.MONEY:
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


def _meet(a: tuple[date | None, date | None], b: tuple[date | None, date | None]) -> bool:
    if a[0] is None or a[1] is None or b[0] is None or b[1] is None:
        return True
    return a[0] <= b[1] and b[0] <= a[1]


def _nested(a: str, b: str) -> bool:
    x, y = place_by_name(a), place_by_name(b)
    if x is None or y is None:
        return False
    return is_within(x.id, y.id) or is_within(y.id, x.id)


def _what(cell: Cell) -> str:
    who = f"{'/'.join(cell.nationality[:3])} " if cell.nationality else ""
    return f"{who}{cell.group or cell.unit} {cell.kind}"


def _where(claims: Sequence[Claim]) -> str:
    places = sorted({c.place for c in claims if c.place})
    days = sorted({c.start for c in claims if c.start})
    words = f" in {places[0]}" if len(places) == 1 else ""
    return words + (f" on {days[0]}" if len(days) == 1 else "")


def _span(days: tuple[date | None, date | None]) -> str:
    return str(days[0]) if days[0] == days[1] else f"{days[0]} to {days[1]}"


def _list(values: Iterable[str]) -> str:
    shown = list(values)
    more = f" and {len(shown) - SHOWN} more" if len(shown) > SHOWN else ""
    return " or ".join(shown[:SHOWN]) + more


def _finding(
    code: str, severity: str, message: str, where: tuple[str | None, Sequence[Claim]]
) -> Finding:
    event, claims = where
    keys = tuple(sorted((c.document, c.n) for c in claims))
    return Finding(code, severity, message, event, keys)
