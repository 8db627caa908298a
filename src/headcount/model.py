"""The records that flow through headcount: plain, frozen, and the same at every stage.

Field names and meanings of `Claim` are the contract of docs/CLAIM.md; nothing here behaves
beyond building, checking and writing itself as JSON.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any, Final

from headcount.books import Confirmed, Kept
from headcount.reasons import Finding, Join, Reason
from headcount.spans import Span


class Kind(StrEnum):
    """What happened to those counted."""

    FREED = "freed"
    ESCAPED = "escaped"
    HELD = "held"
    MISSING = "missing"
    REPORTED = "reported"
    ARRESTED = "arrested"
    CHARGED = "charged"
    CONVICTED = "convicted"
    REPATRIATED = "repatriated"
    DEPORTED = "deported"
    TRANSFERRED = "transferred"
    IDENTIFIED = "identified"
    CLEARED_NOT = "cleared_not"
    KILLED = "killed"
    INJURED = "injured"
    TRAFFICKED = "trafficked"
    WORKING = "working"
    RAIDED = "raided"
    CLOSED = "closed"
    OPERATING = "operating"
    LOST = "lost"
    PROCEEDS = "proceeds"
    SEIZED = "seized"
    ORIGINS = "origins"


class Unit(StrEnum):
    """What is counted."""

    PERSON = "person"
    SITE = "site"
    CASE = "case"
    COUNTRY = "country"
    MONEY = "money"


class Precision(StrEnum):
    """How the words hedge the number."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"
    VAGUE = "vague"


class Group(StrEnum):
    """Sex or age of the people counted, when the text says it."""

    WOMEN = "women"
    MEN = "men"
    CHILDREN = "children"


class Scope(StrEnum):
    """One operation, a running total, an estimate nobody counted, or not yet happened."""

    EVENT = "event"
    CUMULATIVE = "cumulative"
    ESTIMATE = "estimate"
    PLANNED = "planned"


class DayFound(StrEnum):
    """How a document's day of publication was found, best first."""

    GIVEN = "given"
    JSON_LD = "json-ld"
    META = "meta"
    FEED = "feed"
    URL = "url"
    BYLINE = "byline"
    NONE = "none"


FOREIGN: Final = "FOREIGN"
"""The nationality of people who are only called foreigners."""

_NO_SENTENCE: Final = Span(0, 0)
"""The sentence of a claim that was made without reading one."""


@dataclass(frozen=True, slots=True)
class RawItem:
    """Bytes of one input before anything is read into them.

    `locator` names it for people (path, URL, or path#line); `media_type` is one of
    `text/plain`, `text/html`, `application/pdf`, `application/json` (one JSONL document);
    `given` holds what came with it: id, url, outlet, published, title, found; `lang` if a person
    said it, `declared_lang` if a feed or a page did.
    """

    locator: str
    content: bytes
    media_type: str
    charset: str | None = None
    given: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """One report: its text and what is known of it.

    All offsets of claims count characters of `text`. `lang` is a BCP 47 primary tag or None when
    it could not be told; `published` is None when the page has no date (we abstain).
    """

    id: str
    text: str
    locator: str = ""
    url: str | None = None
    outlet: str | None = None
    agency: str | None = None
    title: str | None = None
    published: date | None = None
    published_found: DayFound = DayFound.NONE
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """The words that carry the figure, as W3C Web Annotation selectors.

    `exact == document.text[start:end]`; `prefix` and `suffix` are up to 32 characters around it.
    """

    exact: str
    start: int
    end: int
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure that one document asserts (docs/CLAIM.md gives each field's meaning)."""

    document: str
    n: int
    kind: Kind
    unit: Unit
    low: int | None
    high: int | None
    precision: Precision
    quote: Quote
    currency: str | None = None
    nationality: tuple[str, ...] = ()
    group: Group | None = None
    country: str | None = None
    place: str | None = None
    origin: str | None = None
    destination: str | None = None
    start: date | None = None
    end: date | None = None
    according_to: str | None = None
    scope: Scope = Scope.EVENT
    part_of: int | None = None
    sentence: Span = _NO_SENTENCE
    rule: str = ""
    trace: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The record as the contract names it (`from` and `to` are `origin`, `destination`)."""
        return {
            "document": self.document,
            "n": self.n,
            "kind": str(self.kind),
            "unit": str(self.unit),
            "low": self.low,
            "high": self.high,
            "precision": str(self.precision),
            "currency": self.currency,
            "nationality": list(self.nationality),
            "group": str(self.group) if self.group else None,
            "country": self.country,
            "place": self.place,
            "from": self.origin,
            "to": self.destination,
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "according_to": self.according_to,
            "scope": str(self.scope),
            "part_of": self.part_of,
            "quote": {
                "exact": self.quote.exact,
                "start": self.quote.start,
                "end": self.quote.end,
                "prefix": self.quote.prefix,
                "suffix": self.quote.suffix,
            },
            "sentence": list(self.sentence),
            "rule": self.rule,
            "trace": list(self.trace),
        }


_kind, _unit, _precision, _scope = cache(Kind), cache(Unit), cache(Precision), cache(Scope)
_day = lru_cache(maxsize=1 << 14)(date.fromisoformat)
_RECURRING: Final = ("currency", "country", "place", "according_to")


def claim_from_json(record: dict[str, Any]) -> Claim:
    """The claim that `Claim.as_json` wrote. Days, names and lists that recur are one object.

    Raises KeyError, TypeError or ValueError on a record that breaks the contract.
    """
    recurring: dict[str, Any] = {name: _same(record[name]) for name in _RECURRING}
    return Claim(
        document=record["document"],
        n=record["n"],
        kind=_kind(record["kind"]),
        unit=_unit(record["unit"]),
        low=record["low"],
        high=record["high"],
        precision=_precision(record["precision"]),
        quote=Quote(**record["quote"]),
        nationality=_same(tuple(record["nationality"])),
        group=Group(record["group"]) if record["group"] else None,
        origin=_same(record["from"]),
        destination=_same(record["to"]),
        start=_day(record["start"]) if record["start"] else None,
        end=_day(record["end"]) if record["end"] else None,
        scope=_scope(record["scope"]),
        part_of=record["part_of"],
        sentence=Span(*record.get("sentence", _NO_SENTENCE)),
        rule=_same(record.get("rule", "")),
        trace=tuple(record.get("trace", ())),
        **recurring,
    )


@lru_cache(maxsize=1 << 14)
def _same(value: Any) -> Any:
    """The first of equal values: a ledger tells few names very often."""
    return value


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A number that was seen in the text and is no claim, with the reason in words."""

    exact: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document gave: its claims in the order of the text, and the numbers left out."""

    document: Document
    claims: tuple[Claim, ...]
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """What an event's claims of one kind, unit and nationality come to.

    `low <= best <= high`; `high` None is an open end; `claims` are `(document, n)` pairs;
    `because` says why `best` is best, a reason for each sentence.
    """

    kind: Kind
    unit: Unit
    nationality: tuple[str, ...]
    low: int | None
    best: int | None
    high: int | None
    rule: str
    claims: tuple[tuple[str, int], ...]
    group: Group | None = None
    currency: str | None = None
    because: tuple[Reason, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The figure as `headcount events --format jsonl` prints it, but for its `reason`."""
        return {
            "kind": str(self.kind),
            "unit": str(self.unit),
            "nationality": list(self.nationality),
            "group": str(self.group) if self.group else None,
            "currency": self.currency,
            "low": self.low,
            "best": self.best,
            "high": self.high,
            "rule": self.rule,
            "because": [reason.as_json() for reason in self.because],
            "claims": [{"document": d, "n": n} for d, n in self.claims],
        }


@dataclass(frozen=True, slots=True)
class Event:
    """One operation as all its reports tell it.

    `id` depends on the claims alone, so the same ledger gives the same ids; `lat`, `lon` are
    degrees (WGS 84) of `place`, or of the country's label point, as `precision` says
    (`site`, `town`, `district`, `province`, `country`, or "" when unknown). `joined` says why its
    reports belong together.
    """

    id: str
    title: str
    kinds: tuple[Kind, ...]
    country: str | None
    place: str | None
    lat: float | None
    lon: float | None
    precision: str
    start: date | None
    end: date | None
    documents: tuple[str, ...]
    claims: tuple[tuple[str, int], ...]
    figures: tuple[Figure, ...] = ()
    joined: tuple[Join, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The event as `headcount events --format jsonl` prints it, but for what words say it."""
        return {
            "id": self.id,
            "title": self.title,
            "kinds": [str(k) for k in self.kinds],
            "country": self.country,
            "place": self.place,
            "lat": self.lat,
            "lon": self.lon,
            "precision": self.precision,
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "documents": list(self.documents),
            "claims": [{"document": d, "n": n} for d, n in self.claims],
            "figures": [f.as_json() for f in self.figures],
            "joined": [join.as_json() for join in self.joined],
        }


@dataclass(frozen=True, slots=True)
class Book:
    """Everything that is published: documents and claims by key, events with figures, findings.

    `kept` holds totals, accounts, estimates and origins where they were worked out. `as_of` is the
    day up to which reports count, None if all do; `confirmed` what people checked.
    """

    documents: dict[str, Document]
    claims: dict[tuple[str, int], Claim]
    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
    kept: Kept = field(default_factory=Kept)
    as_of: date | None = None
    confirmed: tuple[Confirmed, ...] = ()

    def confirmation(self, event: Event) -> Confirmed | None:
        """The last word of a person who checked the event, if anybody did."""
        return next((c for c in reversed(self.confirmed) if c.event == event.id), None)

    @property
    def disputed(self) -> frozenset[str]:
        """Ids of the events whose figures contradict each other or do not add up.

        The one definition that the site and every command go by.
        """
        return frozenset(f.event for f in self.findings if f.event and f.disputes)


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that gave no document: which one, why in one line, and the exit code it earns."""

    locator: str
    reason: str
    exit_code: int
