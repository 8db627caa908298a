"""What stands of the claims in one cell of an event, before a rule chooses.

A cell is kind × unit × nationality × group × currency. A statement is one count by one origin.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from headcount.model import FOREIGN, Claim, Document, Group, Kind, Precision, Scope, Unit
from headcount.reasons import Counted
from headcount.reconcile.origins import plain_name

Key = tuple[str, int]

NAMED_FROM = 10
"""From here on an equal number is no chance: the unqualified count is that of the nationality."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What is counted: one figure of an event."""

    kind: Kind
    unit: Unit
    nationality: tuple[str, ...]
    group: Group | None
    currency: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """One count by one origin, with the claims that tell it.

    `low`, `high` are the interval of the words (None: open); `value` the number that stands for
    it; `day` the first day on which it was said, as far as known; `speakers` as compared; `what`
    what is counted, without a number.
    """

    low: int | None
    high: int | None
    value: int
    exact: bool
    origin: str
    speakers: tuple[str, ...]
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
        if self.high is None:
            return replace(self.what, low=self.value)
        if self.exact or self.low == self.high:
            return replace(self.what, low=self.value, high=self.value)
        return replace(self.what, low=self.floor, high=self.high)


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
    count with the one nationality of which the same number is told.
    """
    named: dict[tuple[object, ...], set[tuple[str, ...]]] = {}
    for claim in claims:
        if people_of(claim) and claim.low == claim.high and (claim.low or 0) >= NAMED_FROM:
            named.setdefault(_number(claim), set()).add(people_of(claim))
    found: dict[Cell, list[Claim]] = {}
    for claim in claims:
        same = named.get(_number(claim), set()) if claim.low == claim.high else set()
        people = people_of(claim) or (min(same) if len(same) == 1 else ())
        cell = Cell(claim.kind, claim.unit, people, claim.group, claim.currency)
        found.setdefault(cell, []).append(claim)
    return {_labelled(cell, told): told for cell, told in found.items()}


def people_of(claim: Claim) -> tuple[str, ...]:
    """The nationalities in order, without the word foreign."""
    return tuple(sorted(n for n in claim.nationality if n != FOREIGN))


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
    foreign = sum(FOREIGN in c.nationality for c in claims)
    if cell.nationality or 2 * foreign <= len(claims):
        return cell
    return Cell(cell.kind, cell.unit, (FOREIGN,), cell.group, cell.currency)


def value_of(claim: Claim) -> int:
    """The number that stands for the words: the bound of a bound, the middle of "about"."""
    low, high = claim.low, claim.high
    if low is None or high is None:
        return low if low is not None else (high or 0)
    if claim.precision is Precision.AT_MOST:
        return high
    if claim.precision is Precision.ABOUT:
        # "nearly N" ends at N; "about N" is N less and more a tenth.
        return high if low * 10 == high * 9 else (low + high) // 2
    return low


def statements(claims: Sequence[Claim], partial: set[Key], sources: Sources) -> list[Statement]:
    """The statements of one cell that stand, in a fixed order.

    Left out: plans beside facts, parts beside wholes (`partial`), repetition by one origin, what
    a later count by the same speaker replaced, and words that an exact count fills in.
    """
    chosen = [c for c in claims if c.low is not None or c.high is not None]
    chosen = [c for c in chosen if c.scope is not Scope.PLANNED] or chosen
    chosen = [c for c in chosen if (c.document, c.n) not in partial] or chosen
    said = _by_origin(chosen, sources)
    said = [s for s in said if not any(_replaces(t, s) for t in said)]
    return [s for s in said if s.exact or not any(t.exact and _fills(t, s) for t in said)]


def _by_origin(claims: Sequence[Claim], sources: Sources) -> list[Statement]:
    found: dict[tuple[str, int | None, int | None, Precision], list[Claim]] = {}
    for claim in claims:
        origin = sources.origin.get(claim.document, claim.document)
        found.setdefault((origin, claim.low, claim.high, claim.precision), []).append(claim)
    made = []
    for (origin, _, _, precision), told in found.items():
        days = [d for d in map(sources.day, told) if d]
        made.append(
            Statement(
                low=told[0].low,
                high=told[0].high,
                value=value_of(told[0]),
                exact=precision is Precision.EXACT,
                origin=origin,
                speakers=tuple(sorted({plain_name(c.according_to) for c in told} - {""})),
                day=min(days, default=None),
                claims=tuple(sorted((c.document, c.n) for c in told)),
                what=Counted(told[0].kind, told[0].unit, currency=told[0].currency),
            )
        )
    return sorted(made, key=lambda s: (s.value, s.origin, s.claims))


def _replaces(later: Statement, earlier: Statement) -> bool:
    """Whether a later count by the same speaker takes the place of an earlier one."""
    if later is earlier or not later.exact or later.day is None or earlier.day is None:
        return False
    return later.day > earlier.day and bool(set(later.speakers) & set(earlier.speakers))


def _fills(exact: Statement, words: Statement) -> bool:
    """Whether an exact count lies in what looser words allow."""
    return words.floor <= exact.value and (words.high is None or exact.value <= words.high)


def partial_claims(claims: Sequence[Claim]) -> set[Key]:
    """The claims of an event that count a part of what their cell counts.

    A part of a whole in the same cell; a count that another report tells as such a part; a lesser
    count by the same speaker of the same document.
    """
    by_key = {(c.document, c.n): c for c in claims}
    found: set[Key] = set()
    part_numbers: set[tuple[object, ...]] = set()
    for claim in claims:
        whole = by_key.get((claim.document, claim.part_of)) if claim.part_of is not None else None
        if whole is None or larger_than_whole(claim, whole):
            continue
        if _same_cell(claim, whole):
            found.add((claim.document, claim.n))
            if claim.precision is Precision.EXACT and (claim.low or 0) >= 20:
                part_numbers.add(_fact(claim))
    found.update((c.document, c.n) for c in claims if _fact(c) in part_numbers)
    return found | _lesser(claims)


def larger_than_whole(part: Claim, whole: Claim) -> bool:
    """Whether the least that the part can be is more than all of its whole: then it is none."""
    if (part.unit, part.currency) != (whole.unit, whole.currency) or whole.high is None:
        return False
    return (part.low or 0) > whole.high


def _fact(claim: Claim) -> tuple[object, ...]:
    return (claim.kind, claim.unit, claim.low, people_of(claim), claim.group)


def _same_cell(a: Claim, b: Claim) -> bool:
    return (a.kind, a.unit, people_of(a), a.group) == (b.kind, b.unit, people_of(b), b.group)


def _lesser(claims: Sequence[Claim]) -> set[Key]:
    """Counts that one document tells beside a larger one of the same cell by the same speaker
    (some of its days, a share of it), or of several places one by one."""
    told: dict[tuple[object, ...], list[Claim]] = {}
    for c in claims:
        if c.precision is Precision.EXACT:
            cell = (c.document, c.kind, c.unit, people_of(c), c.group)
            told.setdefault(cell, []).append(c)
    found: set[Key] = set()
    for group in told.values():
        scattered = len({c.place for c in group if c.place}) > 1
        largest: dict[str | None, int] = {}
        for c in group:
            largest[c.according_to] = max(largest.get(c.according_to, 0), c.low or 0)
        found.update(
            (c.document, c.n)
            for c in group
            if (c.low or 0) < largest[c.according_to] or (scattered and c.place)
        )
    return found
