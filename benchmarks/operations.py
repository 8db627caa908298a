"""Claims made up for measuring, without texts to read: a ledger of any size in seconds.

Operations of five years are told by about ten reports each, in several languages, by outlets that
copy agencies. Reports lose days and places, hedge, round, count early, repeat running totals and
estimates, and survey several operations, as real ones do. Nothing in it is real, and the same
number of claims gives the same claims on every machine.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from headcount.model import Claim, Document, Extraction, Kind, Precision, Quote, Scope, Unit
from headcount.spans import Span

TELLINGS = (1, 1, 2, 3, 4, 6, 8, 11, 16, 24, 34)
"""Reports of one operation: ten on average, a few operations are told by everybody."""

LANGS = ("en", "fr", "es", "id", "vi", "th", "zh", "km")
AGENCIES = ("Agency A", "Agency B", "Agency C")
FIRST_DAY = date(2021, 1, 4)
DAYS = 1825
NATIONS = ("CHN", "THA", "IND", "PAK", "IDN", "VNM", "PHL", "KEN", "ETH", "BGD", "NPL", "KOR")
PLACES = {
    "KHM": ("Poipet", "Sihanoukville", "Bavet", "Kampot", "Phnom Penh", "Chrey Thum", "Koh Kong"),
    "MMR": ("Myawaddy", "Shwe Kokko", "KK Park", "Laukkai", "Tachileik"),
    "LAO": ("Golden Triangle Special Economic Zone", "Vientiane", "Boten"),
    "PHL": ("Bamban", "Porac", "Manila", "Las Piñas", "Cebu"),
    "THA": ("Mae Sot", "Bangkok", "Chiang Rai"),
}
WIDER = {"KK Park": "Myawaddy", "Shwe Kokko": "Myawaddy"}
ESTIMATES = tuple(
    (kind, country, count)
    for kind in (Kind.TRAFFICKED, Kind.WORKING)
    for country in ("MMR", "KHM", "LAO", "PHL")
    for count in (20_000, 85_000, 100_000, 120_000, 150_000)
)
SPEAKERS = ("police", "the ministry", "the embassy", "a spokesman", None, None)


@dataclass(frozen=True, slots=True)
class Made:
    """An operation as it happened: what its reports tell, each in its own way."""

    number: int
    kind: Kind
    country: str
    place: str
    day: date
    total: int
    parts: tuple[tuple[str, int], ...]
    home: str | None


def extractions(claims: int) -> Iterator[Extraction]:
    """Reports in the order of operations until there are so many claims, or a few more.

    The five years are the same for every number of claims: a larger ledger is a denser one.
    """
    made = 0
    operations = max(claims // 60, 1)
    number = 0
    while made < claims:
        pick = random.Random(f"{operations} {number}")
        operation = _operation(number, pick)
        for told in range(pick.choice(TELLINGS)):
            extraction = report(operation, told, operations)
            made += len(extraction.claims)
            yield extraction
        number += 1


def report(operation: Made, told: int, operations: int) -> Extraction:
    """The report of this number (from 0) on an operation, in a ledger of so many operations."""
    pick = random.Random(f"{operations} {operation.number} {told}")
    lang = pick.choice(LANGS)
    agency = pick.choice(AGENCIES) if pick.random() < 0.4 else None
    published = operation.day + timedelta(days=pick.choice((0, 1, 1, 1, 2, 2, 3, 5)))
    ident = f"{operation.number:06d}-{told:03d}"
    claims = _main(ident, operation, pick)
    if pick.random() < 0.3:
        claims += _main(ident, _earlier(operation, operations, pick), pick)[:2]
    if pick.random() < 0.02:
        for _ in range(4):
            claims += _main(ident, _earlier(operation, operations, pick), pick)[:1]
    for _ in range(3):
        claims += _background(ident, operation, published, pick)
    claims = [replace(c, n=n) for n, c in enumerate(claims, 1)]
    document = Document(
        id=ident,
        text=_text(operation, told, lang, agency),
        outlet=f"Outlet {pick.randrange(200)}",
        agency=agency,
        published=published,
        lang=lang,
    )
    return Extraction(document, tuple(_numbered(claims)))


def _operation(number: int, pick: random.Random) -> Made:
    kind = pick.choice((Kind.FREED, Kind.ARRESTED, Kind.ARRESTED, Kind.REPATRIATED, Kind.DEPORTED))
    country = pick.choice(tuple(PLACES))
    total = round(2.718281828 ** pick.uniform(1.5, 7.3))
    if pick.random() < 0.2 and total > 50:
        total = round(total, -1 if total < 500 else -2)
    moved = kind in (Kind.REPATRIATED, Kind.DEPORTED)
    nations = pick.sample(NATIONS, 1 if moved else pick.choice((0, 3, 5, 7)))
    shares = [max(total * 3 ** -(n + 1) // 1 + pick.randint(0, 3), 1) for n in range(len(nations))]
    return Made(
        number=number,
        kind=kind,
        country=country,
        place=pick.choice(PLACES[country]),
        day=FIRST_DAY + timedelta(days=pick.randrange(DAYS)),
        total=total,
        parts=() if moved else tuple(zip(nations, map(int, shares), strict=True)),
        home=nations[0] if moved else None,
    )


def _earlier(operation: Made, operations: int, pick: random.Random) -> Made:
    """Another operation, as background."""
    number = pick.randrange(operations)
    return _operation(number, random.Random(f"{operations} {number}"))


def _main(ident: str, operation: Made, pick: random.Random) -> list[Claim]:
    """What one report tells of one operation: the total, some parts, a follower, a second kind."""
    count, precision = operation.total, Precision.EXACT
    low: int | None = count
    high: int | None = count
    luck = pick.random()
    if luck < 0.08:
        low = high = max(count - pick.randint(1, 12), 2)
    elif luck < 0.18:
        low, high, precision = max(count // 10 * 10, 2), None, Precision.AT_LEAST
    elif luck < 0.24:
        low, high, precision = count * 9 // 10, count * 11 // 10, Precision.ABOUT
    day = operation.day + timedelta(days=1) if pick.random() < 0.06 else operation.day
    dated = pick.random() > 0.2
    place: str | None = operation.place
    if pick.random() < 0.2:
        place = WIDER.get(operation.place)
    base = Claim(
        document=ident,
        n=1,
        kind=operation.kind,
        unit=Unit.PERSON,
        low=low,
        high=high,
        precision=precision,
        quote=_quote(ident, count, pick),
        nationality=(operation.home,) if operation.home else (),
        country=operation.country,
        place=place,
        origin=operation.country if operation.home else None,
        destination=operation.home,
        start=day if dated else None,
        end=day if dated else None,
        according_to=pick.choice(SPEAKERS),
        sentence=Span(0, 80),
        rule="made",
        trace=("made up",),
    )
    claims = [base]
    for nation, share in operation.parts:
        if pick.random() < 0.9:
            part = replace(base, low=share, high=share, precision=Precision.EXACT, part_of=1)
            quote = _quote(ident, share, pick)
            claims.append(replace(part, nationality=(nation,), quote=quote))
    if pick.random() < 0.3:
        screened = max(count // 3, 1)
        held = replace(base, kind=Kind.HELD, low=screened, high=screened, nationality=())
        claims.append(replace(held, precision=Precision.EXACT))
    return claims


def _background(ident: str, operation: Made, published: date, pick: random.Random) -> list[Claim]:
    """Running totals that grow by the week, and the estimates that everybody repeats."""
    base = Claim(
        document=ident,
        n=1,
        kind=Kind.ARRESTED,
        unit=Unit.PERSON,
        low=1,
        high=1,
        precision=Precision.EXACT,
        quote=_quote(ident, 1, pick),
        country=operation.country,
        rule="made",
        trace=("made up",),
    )
    claims = []
    if pick.random() < 0.3:
        since = date(published.year, 1, 1)
        week = (published - since).days // 7
        total = 40 + 97 * week + 13 * len(operation.country)
        claims.append(
            replace(base, low=total, high=total, scope=Scope.CUMULATIVE, start=since, end=published)
        )
    if pick.random() < 0.2:
        kind, country, count = pick.choice(ESTIMATES)
        claims.append(
            replace(base, kind=kind, country=country, low=count, high=None, scope=Scope.ESTIMATE)
        )
    return claims


def _numbered(claims: list[Claim]) -> Iterator[Claim]:
    """The claims with each part told which claim is its whole."""
    whole = 1
    for claim in claims:
        if claim.part_of is None:
            whole = claim.n if claim.kind is not Kind.HELD else whole
            yield claim
        else:
            yield replace(claim, part_of=whole)


def _quote(ident: str, count: int, pick: random.Random) -> Quote:
    start = pick.randrange(900)
    exact = f"{count} people ({ident})"
    return Quote(exact, start, start + len(exact), f"before {start} in {ident}", f"after {start}")


def _text(operation: Made, told: int, lang: str, agency: str | None) -> str:
    """About 250 words; those of one agency in one language are nearly the same."""
    teller = agency or f"outlet {told}"
    seed = f"{operation.number} {lang} {teller}"
    lines = [
        f"Sentence {n} of the report {seed} tells of the operation in {operation.place} at length."
        for n in range(14)
    ]
    if agency:
        lines[told % 14] = f"A line that the outlet {told} of {operation.number} put in by itself."
    return " ".join(lines)
