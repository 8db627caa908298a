"""Where a court sits: what judges do happens there, not where the centres were."""

from __future__ import annotations

from collections import Counter
from typing import Final

from headcount.extract.assembly.draft import Context, Draft, backward
from headcount.extract.attributes.authorities import acting
from headcount.extract.attributes.nearest import is_authority, nearest, put
from headcount.extract.attributes.setting import Setting
from headcount.extract.mentions.frames import frame_of
from headcount.extract.mentions.places import Spot
from headcount.extract.mentions.tokens import Token

_OPENING: Final = 100
"""Sentences in which a report names the authorities that it is about."""

_CLEAR: Final = 1.5
"""How often more than those of any other country its authorities must be named."""


def judged(draft: Draft) -> bool:
    """Whether a court did it: convicted them, or had them put to death."""
    if draft.kind == "convicted":
        return True
    if draft.match is None or draft.match.at < 0:
        return False
    told = draft.context.sentence.tokens[draft.match.at].predicates
    return any(e.value == draft.kind and frame_of(e.extra).court for e in told)


def court_of(contexts: list[Context]) -> tuple[str, str | None]:
    """The country whose authorities a report names most, with the place of one; "" for none."""
    named = [
        s
        for c in contexts[:_OPENING]
        for s in c.spots
        if s.loose or is_authority(c.sentence.tokens, s) or _of_authority(c.sentence.tokens, s)
    ]
    ranked = Counter(s.country for s in named).most_common()[:2]
    if not ranked or (len(ranked) == 2 and ranked[0][1] < _CLEAR * ranked[1][1]):
        return "", None
    country = ranked[0][0]
    towns = [s.place.name for s in named if s.place is not None and s.country == country]
    return country, towns[0] if towns else None


def in_court(draft: Draft, spots: list[Spot], setting: Setting, drafts: list[Draft]) -> bool:
    """Set where the court is, for what courts do; False if no authority is named."""
    country, town = setting.court
    actors = acting(draft, spots)
    before = (d.country for d in backward(drafts, draft) if judged(d) and d.country)
    here = actors[0].country if actors else _acting_alone(draft, spots, country)
    own = here or next(before, country)
    if own and own != country:
        country, town = own, None
    if not country:
        return False
    tokens = draft.context.sentence.tokens
    told = [s for s in spots if s.country == country]
    seats = [s for s in told if s.place and (is_authority(tokens, s) or _of_authority(tokens, s))]
    at = nearest(draft, seats or told)
    if at is not None:
        put(draft, [at], at, "the court")
    else:
        draft.country = country
        draft.trace.append(f"where {country}: the court")
    draft.place = draft.place or _judged_at(draft, drafts, country) or town
    return True


def _acting_alone(draft: Draft, spots: list[Spot], country: str) -> str:
    """The one country that opens a sentence as its subject, no other court's: "Zambia broke up …".

    Empty where the people convicted are of it, or it is where the centres were.
    """
    opening = [s for s in spots if not s.link and s.place is None and not s.loose and s.at <= 1]
    if len(opening) != 1 or opening[0].country == country or opening[0].country in draft.nations:
        return ""
    verbs = draft.context.sentence.tokens[opening[0].at + 1 : draft.quantity.first]
    acts = any(t.is_a("have") or t.is_a("obj") for t in verbs[:1])
    return opening[0].country if acts else ""


def _judged_at(draft: Draft, drafts: list[Draft], country: str) -> str | None:
    """The place of the last judgement told before in a country."""
    alike = (d for d in backward(drafts, draft) if judged(d) and d.country == country)
    return next((d.place for d in alike if d.place), None)


def _of_authority(tokens: list[Token], spot: Spot) -> bool:
    """Whether a place stands right behind an authority: "the court of Shenzhen", "in Shenzhen"."""
    near = tokens[max(spot.at - 2, 0) : spot.at]
    return spot.place is not None and any(t.is_a("body") for t in near)
