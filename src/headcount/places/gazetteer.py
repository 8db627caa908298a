"""Places and countries of the reports, immutable; `data/README.md` documents the files."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import resources
from typing import Final

from headcount.errors import DataError

PLACE_COLUMNS: Final = (
    "id\tname\tcountry\tkind\tlat\tlon\tprecision\twithin\tsource\taliases\tambiguous"
)
COUNTRY_COLUMNS: Final = "alpha3\talpha2\tname\tcurrency\tlat\tlon\tcapital"
AUTHORITY_COLUMNS: Final = "country\tnames"
KINDS: Final = {
    "province",
    "district",
    "city",
    "town",
    "zone",
    "island",
    "compound",
    "shelter",
    "crossing",
}
PRECISIONS: Final = {"site", "town", "district", "province"}
# Of several places with one name: a site set by hand, then the larger place.
KIND_ORDER: Final = {"compound": 0, "shelter": 0, "zone": 1, "city": 2, "town": 3, "province": 4}


@dataclass(frozen=True, slots=True)
class Place:
    """One place; `lat` and `lon` in degrees (WGS 84), as near as `precision` says, not nearer."""

    id: str
    name: str
    country: str
    kind: str
    lat: float
    lon: float
    precision: str
    within: str
    source: str
    aliases: tuple[str, ...]
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class Country:
    """One country or territory of ISO 3166-1 (and Kosovo), with a label point in degrees.

    `capital` is the id of a place, empty where the gazetteer has none.
    """

    alpha3: str
    alpha2: str
    name: str
    currency: str
    lat: float
    lon: float
    capital: str


def parse_places(text: str, file: str = "places.tsv") -> tuple[Place, ...]:
    """The places of a table in the format of `data/README.md`, in its order.

    Raises DataError naming file and line for a wrong header, a row that breaks the format, an id
    given twice, a `within` that no row has or that leads back to itself.
    """
    rows = _rows(text, PLACE_COLUMNS, file)
    places = tuple(_place(row, file, number) for number, row in rows)
    outer: dict[str, str] = {}
    for (number, _), place in zip(rows, places, strict=True):
        if place.id in outer:
            raise DataError(f"{file}:{number}: the id {place.id!r} is given twice")
        outer[place.id] = place.within
    for ident in _unsound(outer):
        number = next(n for n, row in rows if row.startswith(f"{ident}\t"))
        within = outer[ident]
        raise DataError(f"{file}:{number}: within {within!r} is no id, or leads back to {ident!r}")
    return places


def parse_countries(text: str, file: str = "countries.tsv") -> tuple[Country, ...]:
    """The countries of a table in the format of `data/README.md`; DataError names file and line."""
    found = []
    for number, row in _rows(text, COUNTRY_COLUMNS, file):
        cells = _cells(row, COUNTRY_COLUMNS, file, number)
        alpha3, alpha2, name, currency, lat, lon, capital = cells
        if len(alpha3) != 3 or len(alpha2) != 2 or not name:
            raise DataError(f"{file}:{number}: codes of three and two letters and a name needed")
        point = _point(lat, lon, file, number)
        found.append(Country(alpha3, alpha2, name, currency, *point, capital))
    return tuple(found)


@cache
def load_places() -> tuple[Place, ...]:
    """All places, sorted by id; read once. Sources: GeoNames and work by hand, see `Place.source`.

    Raises DataError naming file and line when the file breaks its format.
    """
    return parse_places(_read("places.tsv"))


@cache
def countries() -> tuple[Country, ...]:
    """All countries and territories, sorted by alpha-3 code; read once.

    Codes and currencies are GeoNames's, names CLDR's, label points set by hand. Raises DataError.
    """
    return parse_countries(_read("countries.tsv"))


@cache
def capital_of(alpha3: str) -> Place | None:
    """The capital of a country; None for an unknown country, or one of which none is known."""
    country = next((c for c in countries() if c.alpha3 == alpha3), None)
    return place_by_id(country.capital) if country and country.capital else None


@cache
def authorities() -> tuple[tuple[str, str], ...]:
    """Names of authorities that are of one country whoever names them, each with its alpha-3 code.

    In the order of the table, which is set by hand. Raises DataError naming file and line.
    """
    file = "authorities.tsv"
    named: list[tuple[str, str]] = []
    for number, row in _rows(_read(file), AUTHORITY_COLUMNS, file):
        country, names = _cells(row, AUTHORITY_COLUMNS, file, number)
        if len(country) != 3 or not all(names.split("|")):
            raise DataError(f"{file}:{number}: country (alpha-3) and names needed")
        named += [(name, country) for name in names.split("|")]
    return tuple(named)


def country_named(told: str) -> Country | None:
    """The country with this code of three or two letters or this English name, case ignored."""
    asked = told.casefold()
    for country in countries():
        if asked in (each.casefold() for each in (country.alpha3, country.alpha2, country.name)):
            return country
    return None


def countries_like(told: str) -> tuple[Country, ...]:
    """At most two countries whose English name is nearly this, the nearest first."""
    names = {country.name.casefold(): country for country in countries()}
    near = get_close_matches(told.casefold(), names, n=2, cutoff=_NEARLY)
    return tuple(names[name] for name in near)


_NEARLY: Final = 0.7
"""How alike two names are (`difflib`'s ratio) of which one may be meant by the other."""


@cache
def place_by_id(ident: str) -> Place | None:
    """The place with this id, or None. Only its own row is parsed; DataError if that one is bad."""
    found = _rows_by_id().get(ident)
    return _place(found[1], "places.tsv", found[0]) if found else None


def place_by_name(name: str, country: str | None = None) -> Place | None:
    """The place with this name or alias (case ignored), within a country (alpha-3) if given.

    Main names go before aliases, then compound, zone, city, town, province, other kinds. None when
    there is no such place. Which of two homonyms a report means is the caller's question.
    """
    for table in _by_name():
        for place in table.get(name.casefold(), ()):
            if country is None or place.country == country:
                return place
    return None


def places_like(told: str) -> tuple[Place, ...]:
    """At most two places with a name or alias that is nearly this, the nearest first."""
    names = [name for table in _by_name() for name in table]
    near = get_close_matches(told.casefold(), names, n=4, cutoff=_NEARLY_SO)
    found = {place.id: place for name in near if (place := place_by_name(name)) is not None}
    return tuple(found.values())[:2]


_NEARLY_SO: Final = 0.8
"""The same for places, which have many names."""


@cache
def border_places() -> frozenset[str]:
    """The ids of crossings and of the towns and districts that hold one or lie beside one."""
    gates = [p for p in load_places() if p.kind == "crossing"]
    exact = [gate for gate in gates if gate.precision != "province"]
    towns = [p for p in load_places() if p.kind in ("town", "city", "district")]
    near = {t.id for t in towns for gate in exact if _beside(t, gate)}
    return frozenset(near | {gate.id for gate in gates})


def _beside(place: Place, gate: Place) -> bool:
    """Whether a crossing is within a few kilometres of a place."""
    return abs(place.lat - gate.lat) <= _BESIDE and abs(place.lon - gate.lon) <= _BESIDE


_BESIDE: Final = 0.06
"""Degrees from a town to its border gate."""


def is_within(inner: str, outer: str) -> bool:
    """Whether the place with the id `inner` is the place `outer` (an id) or lies within it.

    `outer` may be a country's alpha-3 code. An id that is not known lies nowhere: False.
    """
    place = place_by_id(inner)
    while place is not None:
        if outer in (place.id, place.country):
            return True
        place = place_by_id(place.within)
    return False


@cache
def _rows_by_id() -> dict[str, tuple[int, str]]:
    rows = _rows(_read("places.tsv"), PLACE_COLUMNS, "places.tsv")
    return {row[: row.index("\t")]: (number, row) for number, row in rows if "\t" in row}


@cache
def _by_name() -> tuple[dict[str, list[Place]], dict[str, list[Place]]]:
    names: dict[str, list[Place]] = {}
    aliases: dict[str, list[Place]] = {}
    for place in sorted(load_places(), key=lambda p: (KIND_ORDER.get(p.kind, 9), p.id)):
        names.setdefault(place.name.casefold(), []).append(place)
        for alias in place.aliases:
            aliases.setdefault(alias.casefold(), []).append(place)
    return names, aliases


def _read(name: str) -> str:
    return resources.files("headcount.places").joinpath("data", name).read_text("utf-8")


def _rows(text: str, columns: str, file: str) -> list[tuple[int, str]]:
    """The rows with their line numbers, not yet split: most commands look at a few of them."""
    header, *lines = text.rstrip("\n").split("\n")
    if header != columns:
        raise DataError(f"{file}:1: the header must be {columns!r}")
    return [(n, line) for n, line in enumerate(lines, start=2) if line[:1] != "#"]


def _cells(row: str, columns: str, file: str, number: int) -> list[str]:
    cells = row.split("\t")
    if len(cells) != columns.count("\t") + 1:
        raise DataError(f"{file}:{number}: {len(cells)} columns; needed: {columns!r}")
    return cells


def _place(row: str, file: str, number: int) -> Place:
    cells = _cells(row, PLACE_COLUMNS, file, number)
    ident, name, country, kind, lat, lon, precision, within, source, aliases, mark = cells
    if not (ident and name and source and len(country) == 3):
        raise DataError(f"{file}:{number}: id, name, country (alpha-3) and source needed")
    if kind not in KINDS or precision not in PRECISIONS or mark not in ("0", "1"):
        raise DataError(f"{file}:{number}: unknown kind, precision or mark of ambiguity")
    y, x = _point(lat, lon, file, number)
    others = tuple(aliases.split("|")) if aliases else ()
    flag = mark == "1"
    return Place(ident, name, country, kind, y, x, precision, within, source, others, flag)


def _point(lat: str, lon: str, file: str, number: int) -> tuple[float, float]:
    try:
        y, x = float(lat), float(lon)
    except ValueError:
        y = x = 999.0
    if not (-90 <= y <= 90 and -180 <= x <= 180):
        raise DataError(f"{file}:{number}: {lat!r}, {lon!r} is no point in degrees")
    return y, x


def _unsound(outer: dict[str, str]) -> list[str]:
    """The ids whose chain of `within` does not end."""
    sound = {""}
    todo = list(outer)
    while todo:
        left = [ident for ident in todo if outer[ident] not in sound]
        if len(left) == len(todo):
            return left
        sound.update(todo)
        sound.difference_update(left)
        todo = left
    return []
