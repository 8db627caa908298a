"""The places of the overview's list, country by country: a capital is no country beside its own."""

from __future__ import annotations

from dataclasses import dataclass

from headcount.model import Event
from headcount.publish.catalogue import Catalogue, Spot

PLACES = 12
"""Places of a country that the list names at most."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country with the events on the map in it, newest first, and its named places, those with
    most events first; `code` is None where only a place is known."""

    code: str | None
    events: tuple[Event, ...]
    places: tuple[Spot, ...]


def by_country(catalogue: Catalogue) -> tuple[Country, ...]:
    """The countries of the map's points, those with most events first."""
    groups: dict[str | None, list[Spot]] = {}
    for spot in catalogue.spots:
        groups.setdefault(spot.country, []).append(spot)
    rank = {event.id: at for at, event in enumerate(catalogue.events)}
    found = []
    for code, spots in groups.items():
        events = {event.id: event for spot in spots for event in spot.events}
        ordered = tuple(sorted(events.values(), key=lambda event: rank[event.id]))
        found.append(Country(code, ordered, tuple(s for s in spots if s.place)[:PLACES]))
    return tuple(sorted(found, key=lambda each: (-len(each.events), each.code or "")))
