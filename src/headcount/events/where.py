"""Places as grouping asks for them; the only door of this room to the gazetteer.

Names that the gazetteer does not know are tolerated: such a place is only the same as itself.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import Final, NamedTuple

from headcount.places.gazetteer import (
    Place,
    countries,
    is_within,
    load_places,
    place_by_id,
    place_by_name,
)

NEAR_KM: Final = 15.0
"""Two places that are no provinces and lie no further apart are told for one another."""

SEAT_KM: Final = 25.0
"""The same where one is a seat of government, whose name stands for the towns around it."""

PROVINCE_KM: Final = 50.0
"""A town that the tables put in no province lies in the nearest, if its point is no further."""

EARTH_KM: Final = 6371.0


class Spot(NamedTuple):
    """Degrees (WGS 84), None when unknown, and how precise they are."""

    lat: float | None
    lon: float | None
    precision: str


@lru_cache(maxsize=65536)
def same_or_within(a: str, b: str) -> bool:
    """Whether two place names may tell of one spot: same, one within the other, or neighbours.

    Of a name that several places bear, any may be meant; countries are compared elsewhere.
    """
    if a == b:
        return True
    these, those = _meant(a), _meant(b)
    if not (these and those):
        return _bare(a) == _bare(b)
    return any(_meet(x, y) for x in these for y in those)


def _meet(x: Place, y: Place) -> bool:
    if is_within(x.id, y.id) or is_within(y.id, x.id):
        return True
    if "province" in (x.precision, y.precision):
        return x.id == _province(y) or y.id == _province(x)
    return _near(x, y)


@lru_cache(maxsize=65536)
def roots_of(name: str) -> tuple[str, ...]:
    """The outermost places that hold the place or a neighbour: those that may be told for one
    another share one. A name that is not known is its own."""
    found = {root for place in _meant(name) for root in _roots(place)}
    return tuple(sorted(found)) or (_bare(name),)


def _roots(place: Place) -> set[str]:
    """The outermost places that hold it or a neighbour, and the province that it may lie in."""
    found = {_root(place).id}
    if place.precision == "province":
        return found
    near = [p for p in load_places() if abs(p.lat - place.lat) < 0.25]
    found.update(_root(p).id for p in near if p.precision != "province" and _near(p, place))
    home = _province(place)
    return found | {home} if home else found


SEATS: Final = frozenset(
    {
        *("Phnom Penh", "Naypyidaw", "Bangkok", "Vientiane", "Hanoi", "Manila", "Jakarta"),
        *("Kuala Lumpur", "Singapore", "Beijing", "Taipei", "Seoul", "Tokyo", "New Delhi"),
        *("Dhaka", "Islamabad", "Colombo", "Kathmandu", "Nairobi", "Kampala", "Addis Ababa"),
    }
)
"""Seats of government. Much is told from there that happened elsewhere, or in the whole country."""


def only_seats(places: frozenset[str]) -> bool:
    """Whether there are places, and all of them are seats of government."""
    return bool(places) and places <= SEATS


@lru_cache(maxsize=65536)
def is_site(name: str) -> bool:
    """Whether the place is one site, as a compound is, and no town."""
    place = _known(name)
    return place is not None and place.precision == "site"


def _known(name: str) -> Place | None:
    """The place of this name, or of the name without the word city at its end."""
    return place_by_name(name) or place_by_name(_bare(name))


@cache
def _meant(name: str) -> tuple[Place, ...]:
    """All places that bear the name as their main one, else the one that it is an alias of."""
    known = _known(name)
    return tuple([p for p in load_places() if p.name == known.name]) if known else ()


def _bare(name: str) -> str:
    return name.removesuffix(" City")


def _root(place: Place) -> Place:
    """The outermost place that holds it."""
    while place.within:
        outer = place_by_id(place.within)
        if outer is None:
            break
        place = outer
    return place


@cache
def _province(place: Place) -> str | None:
    """The province that a place is taken to lie in where the tables put it in none."""
    root = _root(place)
    if root.precision == "province":
        return None
    around = [(_km(p, root), p.id) for p in _provinces(root.country)]
    distance, nearest = min(around, default=(PROVINCE_KM, None))
    return nearest if distance < PROVINCE_KM else None


@cache
def _provinces(country: str) -> tuple[Place, ...]:
    return tuple([p for p in load_places() if p.country == country and p.kind == "province"])


@lru_cache(maxsize=65536)
def locate(place: str | None, country: str | None) -> Spot:
    """The point of a place, else of the country's label, else nothing."""
    known = (place_by_name(place, country) or place_by_name(place)) if place else None
    if known is not None:
        return Spot(known.lat, known.lon, known.precision)
    label = _labels().get(country or "")
    return Spot(label[1], label[2], "country") if label else Spot(None, None, "")


def country_name(code: str | None) -> str | None:
    """The English name of an alpha-3 code; the code itself when it is not known."""
    if code is None:
        return None
    label = _labels().get(code)
    return label[0] if label else code


@cache
def _labels() -> dict[str, tuple[str, float, float]]:
    return {c.alpha3: (c.name, c.lat, c.lon) for c in countries()}


def _near(a: Place, b: Place) -> bool:
    around_seat = a.country == b.country and (a.name in SEATS or b.name in SEATS)
    return _km(a, b) <= (SEAT_KM if around_seat else NEAR_KM)


def _km(a: Place, b: Place) -> float:
    """Great-circle distance (haversine)."""
    lat1, lat2 = radians(a.lat), radians(b.lat)
    half = sin((lat2 - lat1) / 2) ** 2
    half += cos(lat1) * cos(lat2) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))
