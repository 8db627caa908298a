"""The book as pages need it: who is told where, which figures are disputed, what the sums are."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from headcount.counts import stated
from headcount.model import (
    FOREIGN,
    Book,
    Claim,
    Document,
    Event,
    Figure,
    Kind,
    Precision,
    Scope,
    Unit,
)
from headcount.publish.guards import slugs
from headcount.reasons import Finding

Key = tuple[str, int]

FAMILIES: dict[str, tuple[Kind, ...]] = {
    "freed": (Kind.FREED, Kind.ESCAPED, Kind.IDENTIFIED, Kind.CLEARED_NOT),
    "home": (Kind.REPATRIATED, Kind.DEPORTED, Kind.TRANSFERRED),
    "law": (Kind.ARRESTED, Kind.CHARGED, Kind.CONVICTED),
    "held": (Kind.HELD, Kind.MISSING, Kind.REPORTED),
    "harm": (Kind.KILLED, Kind.INJURED),
    "sites": (Kind.RAIDED, Kind.CLOSED, Kind.OPERATING),
    "other": (Kind.TRAFFICKED, Kind.WORKING, Kind.LOST, Kind.PROCEEDS, Kind.SEIZED, Kind.ORIGINS),
}
"""Kinds that are drawn in one lane and one colour."""

FAMILY_OF = {kind: family for family, kinds in FAMILIES.items() for kind in kinds}

TOTALLED = (
    Kind.FREED,
    Kind.ARRESTED,
    Kind.REPATRIATED,
    Kind.DEPORTED,
    Kind.TRANSFERRED,
    Kind.ESCAPED,
    Kind.IDENTIFIED,
    Kind.KILLED,
)
"""Kinds of people whose operations are summed on the overview, in this order."""

TWO_COUNTS = "two-counts"
"""The code of findings that say that one figure has two counts."""

_NO_NUMBER = (Precision.VAGUE, Precision.RANGE)
"""Words that tell no single number: "thousands", "200 to 300"."""

_TELLING = 10
"""From this number on, an equal number of one nationality is summed once."""


@dataclass(frozen=True, slots=True)
class Total:
    """A sum over operations: low, best and high (None: open), and the events summed."""

    kind: Kind
    low: int
    best: int
    high: int | None
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """One point of the map and the events there."""

    lat: float
    lon: float
    place: str | None
    country: str | None
    precision: str
    events: tuple[Event, ...]


class Catalogue:
    """Look-ups over one book; everything is in a fixed order, so pages come out the same."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.documents = dict(sorted(book.documents.items()))
        self.claims = dict(sorted(book.claims.items()))
        self.report_names = slugs(self.documents)
        self.event_names = slugs(e.id for e in book.events)
        self.event_by_id = {e.id: e for e in book.events}
        self.origins = dict(book.kept.origins)
        self.by_document: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            self.by_document[claim.document].append(claim)
        self.event_of: dict[Key, Event] = {}
        for event in book.events:
            for key in event.claims:
                self.event_of.setdefault(key, event)
        self._main_of: dict[str, tuple[Figure, ...]] = {}
        self.findings_of: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            if finding.event:
                self.findings_of[finding.event].append(finding)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """All events, newest first by `days_of`, those without a day last."""
        return tuple(sorted(self.book.events, key=lambda e: (_newest(self.days_of(e)[0]), e.id)))

    def days_of(self, event: Event) -> tuple[date | None, date | None]:
        """The first and the last day under which an event stands in lists; both None for none.

        An operation has its own. A running total or an estimate stands under its last day: its
        number is of that day, however early its count began. If it only tells since when, that is
        the day of its newest report.
        """
        first, last = event.start or event.end, event.end or event.start
        if not event.figures or any(self.is_operation(f) for f in event.figures):
            return first, last
        known = [self.documents[d].published for d in event.documents if d in self.documents]
        told = event.end or max((day for day in known if day), default=None) or first
        return (told, told) if first else (None, None)

    @cached_property
    def reports(self) -> tuple[Document, ...]:
        """All documents, newest first, those without a day last."""
        return tuple(sorted(self.documents.values(), key=lambda d: (_newest(d.published), d.id)))

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, gravest first."""
        order = {"error": 0, "warning": 1}
        return tuple(
            sorted(
                self.book.findings,
                key=lambda f: (order.get(f.severity, 2), f.code, f.event or "", f.claims),
            )
        )

    @cached_property
    def as_of(self) -> date | None:
        """The day of which the book is: as asked for, else that of the newest report."""
        return self.book.as_of or max(
            (d.published for d in self.documents.values() if d.published), default=None
        )

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Tags of the languages that the reports are written in."""
        return tuple(sorted({d.lang for d in self.documents.values() if d.lang}))

    def claims_at(self, keys: tuple[Key, ...]) -> list[Claim]:
        """The claims at these keys that the book holds, in the order given."""
        return [self.claims[key] for key in keys if key in self.claims]

    def is_operation(self, figure: Figure) -> bool:
        """Whether the figure's best is told of an operation, not of a longer period or a stock.

        Most of the claims that it rests on must tell of one: a single report that takes a running
        total for an operation does not make it one.
        """
        told = _rested_on(figure.best, self.claims_at(figure.claims))
        of_operations = sum(c.scope is Scope.EVENT for c in told)
        return not told or 2 * of_operations > len(told)

    def scope_of(self, figure: Figure) -> Scope:
        """The scope of most claims that the best rests on, `event` if that is an operation."""
        if self.is_operation(figure):
            return Scope.EVENT
        told = [c.scope for c in _rested_on(figure.best, self.claims_at(figure.claims))]
        return max(told, key=lambda scope: (told.count(scope), scope))

    def is_dated_operation(self, event: Event) -> bool:
        """Whether the event has a day and at least one figure of an operation, or no figure."""
        dated = (event.start or event.end) is not None
        return dated and (not event.figures or any(self.is_operation(f) for f in event.figures))

    def is_part(self, claim: Claim) -> bool:
        """Whether the claim breaks down another one; what is larger than its whole does not."""
        if claim.part_of is None:
            return False
        whole = self.claims.get((claim.document, claim.part_of))
        return whole is None or whole.high is None or (claim.low or 0) <= whole.high

    @cached_property
    def disputed(self) -> frozenset[str]:
        """Ids of the disputed events, as every command counts them too."""
        return self.book.disputed

    def is_disputed(self, event: Event, figure: Figure) -> bool:
        """Whether a finding on the event, more than a note, says that this figure has two counts.

        Such a finding rests on claims of this figure alone.
        """
        mine = set(figure.claims)
        return any(
            f.code == TWO_COUNTS and f.disputes and f.claims and mine.issuperset(f.claims)
            for f in self.findings_of.get(event.id, ())
        )

    def words_of(self, figure: Figure) -> Claim | None:
        """The claim whose words tell the best number where no report gives a number.

        Best of "thousands" is 2,000, which nobody said. None when a report does give the number.
        """
        told = _rested_on(figure.best, self.claims_at(figure.claims))
        if figure.best is None or any(c.precision not in _NO_NUMBER for c in told):
            return None
        return told[0] if told else None

    def main_figures(self, event: Event) -> tuple[Figure, ...]:
        """The event's figures worth telling first, each kind and unit by its whole.

        Where no whole is told, or only one that is less than a part, each nationality is. Figures
        of operations go before those of longer periods. Worked out once an event, which many pages
        name.
        """
        main = self._main_of.get(event.id)
        if main is None:
            main = self._main_of[event.id] = self._led(event)
        return main

    def _led(self, event: Event) -> tuple[Figure, ...]:
        slots: dict[tuple[Kind, Unit, str | None], list[Figure]] = {}
        for figure in event.figures:
            slots.setdefault((figure.kind, figure.unit, figure.currency), []).append(figure)
        main = [f for figures in slots.values() for f in self._main(figures)]
        wanted = [f for f in main if self.is_operation(f)] or main
        lead = event.kinds[0] if event.kinds else None
        return tuple(sorted(wanted, key=lambda f: (f.kind is not lead, *_importance(f))))

    def _main(self, figures: list[Figure]) -> list[Figure]:
        """The main ones of one kind and unit: parts of a longer period's whole do not lead."""
        told = [f for f in figures if self.is_operation(f)]
        whole = any(_covers_all(f) for f in told) or not any(_covers_all(f) for f in figures)
        return _main(told if told and whole else figures)

    @cached_property
    def conflicts(self) -> tuple[tuple[Event, Figure], ...]:
        """Figures with two counts, at most one an event, the newest event first."""
        found = []
        for event in self.events:
            disputed = [f for f in event.figures if self.is_disputed(event, f)]
            if disputed:
                found.append((event, max(disputed, key=_weight)))
        return tuple(found)

    @cached_property
    def totals(self) -> tuple[Total, ...]:
        """The sums over operations with a day of each kind in TOTALLED that has any.

        What has no day may be told of any time and place, and be another event once more; what
        has only a last day ("by December") sums up all that came before it. Nor is a number summed
        that nobody said: of "tens of thousands".
        """
        return tuple(t for kind in TOTALLED if (t := self._total(kind)) is not None)

    def _total(self, kind: Kind) -> Total | None:
        low = best = 0
        high: int | None = 0
        events = []
        told: set[tuple[tuple[str, ...], int]] = set()
        for event in self.events:
            if not event.start:
                continue
            figures = [
                f
                for f in event.figures
                if f.kind is kind and f.unit is Unit.PERSON and self.is_operation(f)
                if not self.is_vague(f)
            ]
            # Reports that no day or place brought together may tell of one operation.
            chosen = [f for f in _whole(figures) if (f.nationality, _size(f)) not in told]
            for figure in chosen:
                low += figure.low or 0
                best += _size(figure)
                high = None if high is None or figure.high is None else high + figure.high
            told.update((f.nationality, n) for f in chosen if (n := _size(f)) >= _TELLING)
            if chosen:
                events.append(event)
        return Total(kind, low, best, high, tuple(events)) if events else None

    def is_vague(self, figure: Figure) -> bool:
        """Whether nobody gives a number, as of "thousands"."""
        return (c := self.words_of(figure)) is not None and c.precision is Precision.VAGUE

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """The points of the map, most events first."""
        return _spots(self.events)

    def spots_of(self, event: Event) -> tuple[Spot, ...]:
        """The event's own point, if it has one."""
        return _spots((event,))

    @cached_property
    def apart(self) -> tuple[Claim, ...]:
        """Running totals and estimates about people or money, newest report first."""
        kept = [c for c in self.claims.values() if c.scope in (Scope.CUMULATIVE, Scope.ESTIMATE)]
        kept = [c for c in kept if not self.is_part(c) and c.document in self.documents]
        return tuple(
            sorted(
                kept,
                key=lambda c: (
                    _newest(self.documents[c.document].published),
                    -(c.high or c.low or 0),
                    c.document,
                    c.n,
                ),
            )
        )

    def families(self, event: Event) -> tuple[str, ...]:
        """The families of the event's kinds, the main figure's first."""
        kinds = [f.kind for f in self.main_figures(event)] + list(event.kinds)
        return tuple(dict.fromkeys(FAMILY_OF[k] for k in kinds)) or ("other",)


def _rested_on(best: int | None, claims: list[Claim]) -> list[Claim]:
    """The claims that state the number, else those whose words allow it, else all."""
    if best is None:
        return claims
    saying = [c for c in claims if best in (c.low, c.high, _told(c))]
    return saying or [c for c in claims if _allows(c, best)] or claims


def _told(claim: Claim) -> int | None:
    """The number in "about 5,000", whose interval does not end there."""
    if claim.low is None or claim.high is None:
        return None
    return (stated(claim.low, claim.high) or ("", None))[1]


def _allows(claim: Claim, number: int) -> bool:
    return (claim.low or 0) <= number and (claim.high is None or number <= claim.high)


def _newest(day: date | None) -> int:
    return -day.toordinal() if day else 1


def _size(figure: Figure) -> int:
    return figure.best if figure.best is not None else (figure.low or figure.high or 0)


def _covers_all(figure: Figure) -> bool:
    return figure.group is None and figure.nationality in ((), (FOREIGN,))


def _weight(figure: Figure) -> tuple[bool, int, int]:
    return (_covers_all(figure), _size(figure), len(figure.claims))


def _importance(figure: Figure) -> tuple[int, int, int]:
    return (
        list(Unit).index(figure.unit),
        -_size(figure),
        list(Kind).index(figure.kind),
    )


def _main(figures: list[Figure]) -> list[Figure]:
    """The whole among figures of one kind and unit, else those of each nationality, else the
    largest. A total that is less than one of its parts is no whole."""
    totals = [f for f in figures if _covers_all(f)]
    peoples = [f for f in figures if f.group is None and not _covers_all(f)]
    whole = max(totals, key=_weight) if totals else None
    if whole is not None and all(_holds(whole, f) for f in peoples):
        return [whole]
    return peoples or [max(figures, key=_weight)]


def _holds(whole: Figure, part: Figure) -> bool:
    return whole.high is None or (part.low or 0) <= whole.high


def _whole(figures: list[Figure]) -> list[Figure]:
    """The figures of one event and kind that sum to its people: the total, else its parts."""
    found = _main(figures) if figures else []
    if len(found) < 2:
        return found
    single = {f.nationality: f for f in found if len(f.nationality) == 1}
    return [single[n] for n in sorted(single)] or [max(found, key=_weight)]


def _spots(events: tuple[Event, ...]) -> tuple[Spot, ...]:
    groups: dict[tuple[float, float], list[Event]] = defaultdict(list)
    for event in events:
        if event.lat is not None and event.lon is not None:
            groups[(round(event.lat, 3), round(event.lon, 3))].append(event)
    spots = [
        Spot(lat, lon, e[0].place, e[0].country, e[0].precision, tuple(e))
        for (lat, lon), e in groups.items()
    ]
    return tuple(sorted(spots, key=lambda s: (-len(s.events), s.lat, s.lon)))
