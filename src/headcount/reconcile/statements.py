"""What stands of the claims in one cell of an event, before a rule chooses.

A cell is kind × unit × nationality × group × currency. A statement is one count by one origin.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from headcount.model import FOREIGN, Claim, Document, Group, Kind, Precision, Scope, Unit
from headcount.reasons import Counted
from headcount.reconcile.amounts import value_of
from headcount.reconcile.origins import plain_name

Key = tuple[str, int]

NEAR: Final = 0.75
"""Counts that come nearer than this are two counts of one fact, no whole and its part."""

NAMED_FROM: Final = 10
"""From here on an equal number is no chance: the unqualified count is that of the nationality."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What is counted: one figure of an event."""

    kind: Kind
    unit: Unit
    nationality: tuple[str, ...]
    group: Group | None
    currency: str | None


class Statement(NamedTuple):
    """One count by one origin, with the claims that tell it.

    `low`, `high` are the interval of the words (None: open); `value` the number that stands for
    it; `day` the first day on which it was said, as far as known; `speakers` as compared, `heard`
    the first day of each; `what` what is counted, without a number.
    """

    low: int | None
    high: int | None
    value: int
    exact: bool
    origin: str
    speakers: tuple[str, ...]
    heard: tuple[date | None, ...]
    day: date | None
    claims: tuple[Key, ...]
    what: Counted

    @property
    def floor(self) -> int:
        """The least that the words allow, 0 if they set no bound."""
        return self.low if self.low is not None else 0

    @property
    def counted(self) -> Counted:
        """The number, or the interval, with what it counts: for a reason."""
        what = self.what
        if self.high is None:
            low, high = self.value, what.high
        elif self.exact or self.low == self.high:
            low = high = self.value
        else:
            low, high = self.floor, self.high
        return Counted(what.kind, what.unit, what.nationality, what.group, what.currency, low, high)


@dataclass(frozen=True, slots=True)
class Sources:
    """What is known of the reports: the origin of each and its record (may be missing)."""

    origin: Mapping[str, str]
    documents: Mapping[str, Document]

    def day(self, claim: Claim) -> date | None:
        """When it was said: publication, else the last day that it speaks of."""
        document = self.documents.get(claim.document)
        if document is not None and document.published:
            return document.published
        return claim.end or claim.start


def cells(claims: Sequence[Claim]) -> dict[Cell, list[Claim]]:
    """The claims by cell.

    Totals of "foreigners" and unqualified totals of one kind are one cell. So is an unqualified
    count with the one nationality of which the same number is told. A count that some report
    breaks down into nationalities is of none, whatever the words before it say elsewhere.
    """
    named: dict[tuple[object, ...], set[tuple[str, ...]]] = {}
    mixed = _mixed(claims)
    for claim in claims:
        if claim.nationality and claim.low == claim.high and (claim.low or 0) >= NAMED_FROM:
            people = people_of(claim)
            if people and _number(claim) not in mixed:
                named.setdefault(_number(claim), set()).add(people)
    found: dict[tuple[Kind, Unit, tuple[str, ...], Group | None, str | None], list[Claim]] = {}
    for claim in claims:
        people = people_of(claim) if claim.nationality else ()
        if people and mixed and claim.low == claim.high and _number(claim) in mixed:
            people = ()
        if named and not people and claim.low == claim.high:
            same = named.get(_number(claim), ())
            people = min(same) if len(same) == 1 else ()
        cell = (claim.kind, claim.unit, people, claim.group, claim.currency)
        told = found.get(cell)
        if told is None:
            found[cell] = [claim]
        else:
            told.append(claim)
    return {_labelled(Cell(*cell), told): told for cell, told in found.items()}


def _mixed(claims: Sequence[Claim]) -> set[tuple[object, ...]]:
    """The exact numbers told of no one nationality that a report breaks down into some.

    Somebody must tell the number without a nationality: a list that is read wrongly ("702 Chinese,
    then 429 Vietnamese") makes no total of its first member.
    """
    parts = [c for c in claims if c.part_of is not None and c.nationality]
    if not parts:
        return set()
    exact = [c for c in claims if c.low == c.high and (c.low or 0) >= NAMED_FROM]
    wholes = {(c.document, c.n): c for c in exact}
    found: set[tuple[object, ...]] = set()
    for part in parts:
        whole = wholes.get((part.document, part.part_of or 0))
        people = people_of(part)
        if whole is None or whole.kind is not part.kind or not people:
            continue
        if people != people_of(whole) and (part.low or 0) < (whole.low or 0):
            found.add(_number(whole))
    return found & {_number(c) for c in exact if not people_of(c)}


def people_of(claim: Claim) -> tuple[str, ...]:
    """The nationalities in order, without the word foreign."""
    return _people(claim.nationality) if claim.nationality else ()


@lru_cache(maxsize=1 << 14)
def _people(nationality: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(n for n in nationality if n != FOREIGN))


def counted(claim: Claim) -> Counted:
    """What the claim counts and its number, for a reason."""
    return Counted(
        claim.kind,
        claim.unit,
        claim.nationality,
        claim.group,
        claim.currency,
        claim.low,
        claim.high,
    )


def _number(claim: Claim) -> tuple[object, ...]:
    return (claim.kind, claim.unit, claim.group, claim.low)


def _labelled(cell: Cell, claims: list[Claim]) -> Cell:
    """The cell, called foreign if most of its claims say so."""
    if cell.nationality:
        return cell
    foreign = sum([FOREIGN in c.nationality for c in claims if c.nationality])
    if 2 * foreign <= len(claims):
        return cell
    return Cell(cell.kind, cell.unit, (FOREIGN,), cell.group, cell.currency)


def statements(claims: Sequence[Claim], partial: set[Key], sources: Sources) -> list[Statement]:
    """The statements of one cell that stand, in a fixed order.

    Left out: plans beside facts, running totals beside counts of the operation, parts beside
    wholes (`partial`), repetition by one origin, what a later count by the same speaker replaced,
    and words that an exact count fills in.
    """
    chosen = [c for c in claims if c.low is not None or c.high is not None]
    chosen = [c for c in chosen if c.scope is not Scope.PLANNED] or chosen
    chosen = _without_totals(chosen)
    if partial:
        chosen = [c for c in chosen if (c.document, c.n) not in partial] or chosen
    said = _by_origin(chosen, sources)
    if len(said) < 2:
        return said
    latest = latest_by_speaker(said)
    if latest:
        said = [s for s in said if not _replaced(s, latest)]
    exact = [s.value for s in said if s.exact]
    return [s for s in said if s.exact or not _filled(s, exact)]


def _without_totals(claims: list[Claim]) -> list[Claim]:
    """The claims without the running totals that no count of the operation comes near."""
    counts = [value_of(c) for c in claims if c.scope is Scope.EVENT]
    if not counts or len(counts) == len(claims):
        return claims
    most = max(counts) / NEAR
    return [c for c in claims if c.scope is not Scope.CUMULATIVE or value_of(c) <= most]


def _by_origin(claims: Sequence[Claim], sources: Sources) -> list[Statement]:
    found: dict[tuple[str, int | None, int | None, Precision], list[Claim]] = {}
    origin_of = sources.origin.get
    for claim in claims:
        document = claim.document
        key = (origin_of(document, document), claim.low, claim.high, claim.precision)
        told = found.get(key)
        if told is None:
            found[key] = [claim]
        else:
            told.append(claim)
    if not found:
        return []
    first = claims[0]
    what = Counted(first.kind, first.unit, currency=first.currency)
    made = [
        Statement(
            low,
            high,
            value_of(told[0]),
            precision is Precision.EXACT,
            origin,
            *_voices(told, sources),
            min([d for d in map(sources.day, told) if d], default=None),
            tuple(sorted([(c.document, c.n) for c in told])),
            what,
        )
        for (origin, low, high, precision), told in found.items()
    ]
    made.sort(key=_by_value)
    return made


def _by_value(said: Statement) -> tuple[int, str, tuple[Key, ...]]:
    return (said.value, said.origin, said.claims)


def _voices(
    told: Sequence[Claim], sources: Sources
) -> tuple[tuple[str, ...], tuple[date | None, ...]]:
    """The speakers in order, and the first day on which each said it."""
    heard: dict[str, date | None] = {}
    for claim in told:
        name = plain_name(claim.according_to) if claim.according_to else ""
        if name:
            day, known = sources.day(claim), heard.get(name)
            heard[name] = min(day, known) if day and known else day or known
    names = tuple(sorted(heard))
    return names, tuple([heard[name] for name in names])


def latest_by_speaker(said: Sequence[Statement]) -> dict[str, date]:
    """The last day on which each speaker gave an exact count, as far as days are known."""
    found: dict[str, date] = {}
    for one in said:
        if one.exact:
            for speaker, day in zip(one.speakers, one.heard, strict=True):
                known = found.get(speaker)
                if day is not None and (known is None or day > known):
                    found[speaker] = day
    return found


def gave_way(claims: Sequence[Claim], sources: Sources) -> set[Key]:
    """The claims of one cell that later counts by the same speakers took the place of."""
    said = _by_origin(claims, sources)
    latest = latest_by_speaker(said)
    return {key for one in said if _replaced(one, latest) for key in one.claims}


def _replaced(earlier: Statement, latest: Mapping[str, date]) -> bool:
    """Whether everybody who is named for this one gave a later count: it took its place."""
    for name, day in zip(earlier.speakers, earlier.heard, strict=True):
        if day is None or latest.get(name, day) <= day:
            return False
    return bool(earlier.speakers)


def _filled(words: Statement, exact: Sequence[int]) -> bool:
    """Whether an exact count (given in order) lies in what looser words allow."""
    at = bisect_left(exact, words.floor)
    return at < len(exact) and (words.high is None or exact[at] <= words.high)


def partial_claims(claims: Sequence[Claim]) -> set[Key]:
    """The claims of an event that count a part of what their cell counts.

    A part of a whole in the same cell; a count that another report tells as such a part; a lesser
    count by the same speaker of the same document.
    """
    parts = [c for c in claims if c.part_of is not None]
    by_key = {(c.document, c.n): c for c in claims} if parts else {}
    found: set[Key] = set()
    part_numbers: set[tuple[object, ...]] = set()
    for claim in parts:
        whole = by_key.get((claim.document, claim.part_of or 0))
        if whole is None or larger_than_whole(claim, whole):
            continue
        if _same_cell(claim, whole):
            found.add((claim.document, claim.n))
            if claim.precision is Precision.EXACT and (claim.low or 0) >= 20:
                part_numbers.add(_fact(claim))
    if part_numbers:
        found.update([(c.document, c.n) for c in claims if _fact(c) in part_numbers])
    found.update(_lesser(claims))
    return found


def larger_than_whole(part: Claim, whole: Claim) -> bool:
    """Whether the least that the part can be is more than all of its whole: then it is none."""
    if (part.unit, part.currency) != (whole.unit, whole.currency) or whole.high is None:
        return False
    return (part.low or 0) > whole.high


def _fact(claim: Claim) -> tuple[object, ...]:
    return (claim.kind, claim.unit, claim.low, people_of(claim), claim.group)


def _same_cell(a: Claim, b: Claim) -> bool:
    return (a.kind, a.unit, people_of(a), a.group) == (b.kind, b.unit, people_of(b), b.group)


def _lesser(claims: Sequence[Claim]) -> list[Key]:
    """Counts that one document tells beside a larger one of the same cell by the same speaker
    (some of its days, a share of it), or of several places one by one."""
    told: dict[tuple[object, ...], list[Claim]] = {}
    for c in claims:
        if c.precision is Precision.EXACT:
            people = people_of(c) if c.nationality else ()
            cell = (c.document, c.kind, c.unit, people, c.group, c.scope is Scope.CUMULATIVE)
            beside = told.get(cell)
            if beside is None:
                told[cell] = [c]
            else:
                beside.append(c)
    found: list[Key] = []
    for group in told.values():
        if len(group) == 1:
            continue
        scattered = len({c.place for c in group if c.place}) > 1
        largest: dict[str | None, int] = {}
        for c in group:
            largest[c.according_to] = max(largest.get(c.according_to, 0), c.low or 0)
        found += [
            (c.document, c.n)
            for c in group
            if (c.low or 0) < largest[c.according_to] or (scattered and c.place)
        ]
    return found
