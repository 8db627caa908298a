"""Places as grouping asks for them; the only door of this room to the gazetteer.

Names that the gazetteer does not know are tolerated: such a place is only the same as itself.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from headcount.places.gazetteer import (
    Place,
    countries,
    is_within,
    load_places,
    place_by_id,
    place_by_name,
)

NEAR_KM = 15.0
"""Two places that are no provinces and lie no further apart are told for one another."""

SEAT_KM = 25.0
"""The same where one is a seat of government, whose name stands for the towns around it."""

EARTH_KM = 6371.0


class Spot(NamedTuple):
    """Degrees (WGS 84), None when unknown, and how precise they are."""

    lat: float | None
    lon: float | None
    precision: str


@lru_cache(maxsize=65536)
def same_or_within(a: str, b: str) -> bool:
    """Whether two place names may tell of one spot: same, one within the other, or neighbours."""
    if a == b:
        return True
    x, y = _known(a), _known(b)
    if x is None or y is None:
        return _bare(a) == _bare(b)
    if is_within(x.id, y.id) or is_within(y.id, x.id):
        return True
    return "province" not in (x.precision, y.precision) and _near(x, y)


@lru_cache(maxsize=65536)
def roots_of(name: str) -> tuple[str, ...]:
    """The outermost places that hold the place or a neighbour: those that may be told for one
    another share one. A name that is not known is its own."""
    place = _known(name)
    if place is None:
        return (_bare(name),)
    found = {_root(place)}
    if place.precision != "province":
        found.update(
            _root(p)
            for p in load_places()
            if p.precision != "province" and abs(p.lat - place.lat) < 0.25 and _near(p, place)
        )
    return tuple(sorted(found))


SEATS = frozenset(
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


def _bare(name: str) -> str:
    return name.removesuffix(" City")


def _root(place: Place) -> str:
    while place.within:
        outer = place_by_id(place.within)
        if outer is None:
            break
        place = outer
    return place.id


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
