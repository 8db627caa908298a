"""Running totals that a report tells like news of the day, found by what other reports tell.

A sentence such as "5,106 were arrested" may count one raid or half a year. Its words alone do not
tell, so it is read as news. Beside other figures it shows: another report tells the same number as
a running total; or it lies in a row of totals that grows; or it is so large, of no place, that no
operation on record is like it. The books take such a figure for the running total that it is, so
that it is in no sum. What was read stays in the ledger, and the claim's trace says why.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from headcount.days import Days
from headcount.events.families import FAMILY, Family
from headcount.events.tallies import count_of
from headcount.events.where import SEATS
from headcount.model import Claim, Document, Kind, Precision, Scope, Unit

Key = tuple[str, int]
Slot = tuple[str, Unit, frozenset[str], str]
"""Kind, unit, nationalities and country."""

TELLING: Final = 500
"""A smaller figure may be one operation, however the number recurs."""

LARGE: Final = 1000
"""People; so many no operation counts that names neither a place nor a stretch of days."""

FLIGHTS: Final = 100
"""People of one nationality; so many that came home may be those of several flights."""

GROWTH: Final = 1.5
"""The next total of a row is no more than so many times the one before."""

SLOW_GROWTH: Final = 1.25
"""The same where no report calls any of them a total."""

A_WEEK: Final = 7
"""Days of one operation at most; a figure of more days, or of none, says no time of its own."""

TWO_WEEKS: Final = 14
A_MONTH: Final = 31
A_SEASON: Final = 100
PASSED_ON: Final = 400
"""Days between two reports of one total at most."""

WITNESSES: Final = 2
"""So many reports that tell a number of one place in one week make it an operation's."""

HOME: Final = frozenset({Kind.REPATRIATED, Kind.DEPORTED})

ASKED: Final = frozenset(
    k for k, f in FAMILY.items() if f not in (Family.CONSULAR, Family.SEIZURE)
) | {
    Kind.IDENTIFIED,
    Kind.CLEARED_NOT,
}
"""Kinds that are asked about. A queue at an embassy grows from day to day and is one event."""

TOLD_WITH: Final = ASKED | {Kind.ORIGINS, Kind.KILLED, Kind.INJURED}


@dataclass(slots=True)
class _Record:
    """What all reports tell, by slot; days of publication as ordinals, in order.

    `told` are the days on which a number was told as a running total; `totals` and `homeward` the
    numbers that were told on a day as running totals, and as having come home; `placed` the reports
    that tell a number of one place in one week.
    """

    told: dict[tuple[Slot, int], list[int]] = field(default_factory=dict)
    totals: dict[tuple[Slot, int], list[int]] = field(default_factory=dict)
    homeward: dict[tuple[Slot, int], list[int]] = field(default_factory=dict)
    placed: dict[tuple[Slot, int], set[str]] = field(default_factory=dict)


def counted_as_totals(
    claims: Mapping[Key, Claim],
    documents: Mapping[str, Document],
    decided: Iterable[Key] = (),
) -> dict[Key, Claim]:
    """The claims in their order, those that the books take for running totals with that scope.

    The trace of such a claim ends with the reason. `decided` are claims on which a person decided:
    they stay as they are. Pure; the order of the claims does not matter.
    """
    left_alone = set(decided)
    asked = [k for k, c in claims.items() if _may_be(c) and k not in left_alone]
    if not asked:
        return dict(claims)
    record = _record(claims, documents)
    why: dict[Key, str] = {}
    for key in asked:
        reason = _reason(claims[key], _published(claims[key], documents), record)
        if reason:
            why[key] = reason
    for key, reason in list(_told_with(claims, why)):
        if key not in left_alone:
            why.setdefault(key, reason)
    return {k: _as_total(c, why[k]) if k in why else c for k, c in claims.items()}


def _as_total(claim: Claim, why: str) -> Claim:
    line = f"scope cumulative: {why}"
    return replace(claim, scope=Scope.CUMULATIVE, trace=(*claim.trace, line))


def _may_be(claim: Claim) -> bool:
    """Whether the claim is told like news and large enough, of no place or as a whole."""
    if claim.scope is not Scope.EVENT or claim.kind not in ASKED:
        return False
    if claim.unit in (Unit.MONEY, Unit.COUNTRY) or claim.precision is Precision.VAGUE:
        return False
    value = _value(claim)
    if _has_place(claim):
        return value >= LARGE and claim.part_of is None
    return value >= (FLIGHTS if _is_flight(claim) else TELLING)


def _has_place(claim: Claim) -> bool:
    """Whether it names more than a country or its seat of government."""
    return claim.place is not None and claim.place not in SEATS


def _is_flight(claim: Claim) -> bool:
    """Whether people of one nationality came home."""
    return claim.kind in HOME and bool(_people(claim)) and claim.unit is Unit.PERSON


def _is_wide(claim: Claim) -> bool:
    length = Days(claim.start, claim.end).length
    return length is None or length > A_WEEK


def _record(claims: Mapping[Key, Claim], documents: Mapping[str, Document]) -> _Record:
    found = _Record()
    for claim in claims.values():
        if claim.kind not in ASKED or claim.precision is Precision.VAGUE:
            continue
        value = _value(claim)
        if value < FLIGHTS:
            continue
        day = _published(claim, documents)
        for slot in _slots(claim):
            if claim.scope is Scope.CUMULATIVE:
                insort(found.told.setdefault((slot, value), []), day)
                insort(found.totals.setdefault((slot, day), []), value)
            elif claim.scope is Scope.EVENT and not _has_place(claim) and _is_flight(claim):
                insort(found.homeward.setdefault((slot, day), []), value)
            elif claim.scope is Scope.EVENT and _has_place(claim) and not _is_wide(claim):
                found.placed.setdefault((slot, value), set()).add(claim.document)
    return found


def _value(claim: Claim) -> int:
    """The number that the words turn on."""
    count = count_of(claim)
    return count.point if count.point is not None else count.floor


def _people(claim: Claim) -> frozenset[str]:
    return count_of(claim).people


def _slots(claim: Claim) -> Iterator[Slot]:
    """The claim's slot in each country that it is told of."""
    kind = "home" if claim.kind in HOME else str(claim.kind)
    for country in {claim.origin or claim.country, claim.country or claim.origin}:
        if country:
            yield kind, claim.unit, _people(claim), country


def _published(claim: Claim, documents: Mapping[str, Document]) -> int:
    """The day of publication as an ordinal, 0 if it is not known."""
    document = documents.get(claim.document)
    return document.published.toordinal() if document and document.published else 0


def _reason(claim: Claim, day: int, record: _Record) -> str:
    """Why the claim is a running total, empty if nothing says so."""
    value, slots = _value(claim), list(_slots(claim))
    if any(len(record.placed.get((slot, value), ())) >= WITNESSES for slot in slots):
        return ""
    if value >= TELLING and any(_told_near(record, slot, value, day) for slot in slots):
        return f"another report tells {value} as a running total"
    if _has_place(claim):
        return ""
    if claim.unit is Unit.PERSON and value >= LARGE:
        if claim.kind in HOME and not _people(claim):
            return "so many people are not brought home at once"
        if _is_wide(claim):
            return "so many people, and neither a place nor a day"
    if _is_flight(claim):
        row, reach, growth = record.homeward, (TWO_WEEKS, A_SEASON), SLOW_GROWTH
    else:
        row, reach, growth = record.totals, (0, A_MONTH), GROWTH
    if any(_in_a_row(row, slot, (value, day), reach, growth) for slot in slots):
        return "one of a row of numbers that grows from report to report"
    return ""


def _told_near(record: _Record, slot: Slot, value: int, day: int) -> bool:
    """Whether a report of about that time, or one without a day, tells the number as a total."""
    days = record.told.get((slot, value))
    if not days:
        return False
    at = bisect_left(days, day - PASSED_ON)
    return not day or not days[0] or (at < len(days) and days[at] <= day + PASSED_ON)


def _in_a_row(
    row: Mapping[tuple[Slot, int], list[int]],
    slot: Slot,
    told: tuple[int, int],
    reach: tuple[int, int],
    growth: float,
) -> bool:
    """Whether so many days before a somewhat smaller number was told, or after a larger one."""
    value, day = told
    if not day:
        return False
    for apart in range(reach[0], reach[1] + 1):
        before, after = row.get((slot, day - apart)), row.get((slot, day + apart))
        if before and bisect_left(before, value) > bisect_left(before, value / growth):
            return True
        if after and bisect_right(after, value * growth) > bisect_right(after, value):
            return True
    return False


def _told_with(claims: Mapping[Key, Claim], why: Mapping[Key, str]) -> Iterator[tuple[Key, str]]:
    """What a report tells in one breath with such a total: its parts, its nationalities, sites."""
    wholes: dict[str, list[Claim]] = {}
    for document, n in sorted(why):
        wholes.setdefault(document, []).append(claims[document, n])
    for key, claim in claims.items():
        if key in why or claim.document not in wholes or claim.scope is not Scope.EVENT:
            continue
        for whole in wholes[claim.document]:
            if _belongs(claim, whole):
                yield key, f"told with the running total {_value(whole)}"
                break


def _belongs(claim: Claim, whole: Claim) -> bool:
    if (claim.start, claim.end) != (whole.start, whole.end) or _has_place(claim):
        return False
    if claim.kind not in TOLD_WITH:
        return False
    if claim.part_of == whole.n:
        return True
    if claim.country != whole.country:
        return False
    if claim.unit is not Unit.PERSON:
        return claim.unit is not Unit.MONEY and whole.unit is Unit.PERSON
    named = bool(_people(claim)) and not _people(whole)
    return named and claim.kind is whole.kind and _value(claim) < _value(whole)
