"""Where a court sits: what judges do happens there, not where the centres were."""

from __future__ import annotations

from collections import Counter

from headcount.extract.assembly.draft import Context
from headcount.extract.mentions.places import Spot
from headcount.extract.mentions.tokens import Token


def court_of(contexts: list[Context]) -> tuple[str, str | None]:
    """The country whose authorities a report names most, with the place of one; "" for none."""
    named = [
        s
        for c in contexts
        for s in c.spots
        if s.loose or is_authority(c.sentence.tokens, s) or _of_authority(c.sentence.tokens, s)
    ]
    ranked = Counter(s.country for s in named).most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return "", None
    country = ranked[0][0]
    towns = [s.place.name for s in named if s.place is not None and s.country == country]
    return country, towns[0] if towns else None


def is_authority(tokens: list[Token], spot: Spot) -> bool:
    """Whether a place names an authority: "the Shenzhen Intermediate People's Court"."""
    near = tokens[spot.at + 1 : spot.at + 4]
    return any(t.is_a("body") or t.is_a("role") for t in near)


def _of_authority(tokens: list[Token], spot: Spot) -> bool:
    """Whether a place stands right behind an authority: "the court of Shenzhen", "in Shenzhen"."""
    near = tokens[max(spot.at - 2, 0) : spot.at]
    return spot.place is not None and any(t.is_a("body") for t in near)
