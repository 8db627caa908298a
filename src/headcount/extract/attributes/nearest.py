"""Which name of a sentence is nearest to what happened, and a draft set there."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.assembly.joints import ANOTHER_CLAUSE, own_clause
from headcount.extract.families import ACTED
from headcount.extract.mentions.places import Spot, best_place, in_body
from headcount.extract.mentions.tokens import Token
from headcount.places.gazetteer import is_within


def put(draft: Draft, spots: list[Spot], spot: Spot, how: str) -> None:
    """Set country and place from `spot`, with the most precise name of `spots` beside it."""
    draft.country = spot.country
    clause = own_clause(draft)
    near = [
        s
        for s in spots
        if s.country == spot.country
        and abs(s.at - spot.at) <= 8
        and (s.at in clause or spot.at not in clause)
        and not _counted_apart(draft, s, spot)
    ]
    place = spot.place or best_place(near, spot.country)
    if spot.place is not None and len(near) > 1:
        place = best_place(near, spot.country) or place
    named = next((s for s in near if s.place is place), None)
    if named is not None and one_of_several(draft.context, named):
        # "in Phnom Penh, Kratie and Kampong Speu": it was in none of them alone.
        place = None
    draft.place = place.name if place else None
    draft.trace.append(f"where {draft.place or draft.country}: {how}")


def one_of_several(context: Context, spot: Spot) -> bool:
    """Whether a place stands in a list of places of its country, of which none lies in another.

    "The capital and the provinces" are several too.
    """
    tokens = context.sentence.tokens
    n = spot.at + 1
    n += any(t.is_a("conj") for t in tokens[n : n + 1])
    while n > spot.at + 1 and n < len(tokens) and tokens[n].is_a("det"):
        n += 1
    if n > spot.at + 1 and n < len(tokens) and tokens[n].value("bad") == NO_CENTRES:
        return True
    return any(_listed(tokens, spot, other) for other in context.spots)


def _listed(tokens: list[Token], spot: Spot, other: Spot) -> bool:
    if spot.place is None or other.place is None or other.country != spot.country:
        return False
    inner, outer = other.place.id, spot.place.id
    if is_within(inner, outer) or is_within(outer, inner):
        return False
    low, high = sorted((spot.at, other.at))
    between = tokens[low + 1 : high]
    joined = any(t.norm == "," or t.is_a("conj") for t in between)
    return joined and all(t.norm == "," or t.is_any(_LIST) for t in between)


_LIST: Final = frozenset(("conj", "prep", "det", "place", "bad"))
"""Classes of words between two places of a list: "in Bavet and in the provinces of"."""

NO_CENTRES: Final = "places that are no centres"
"""Reason that the packs give for numbers of provinces, towns and the like."""


def _counted_apart(draft: Draft, other: Spot, spot: Spot) -> bool:
    """Whether a count stands between two places of which none lies in the other one."""
    if other is spot or other.place is None or spot.place is None:
        return False
    low, high = sorted((other.at, spot.at))
    inner, outer = other.place.id, spot.place.id
    if is_within(inner, outer) or is_within(outer, inner):
        return False
    counts = draft.context.quantities
    return len(counts) > 1 and any(low < q.first and q.after <= high for q in counts)


def nearest(draft: Draft, spots: list[Spot]) -> Spot | None:
    """The spot nearest to the predicate or the number, a named place before a country."""
    if not spots:
        return None
    tokens = draft.context.sentence.tokens
    clause = own_clause(draft)
    parted = any(spot.at in clause for spot in spots)

    def distance(spot: Spot) -> float:
        ends = (draft.focus, draft.quantity.after, draft.quantity.first)
        gap = min(abs(spot.at - end) for end in ends)
        low, high = sorted((spot.at, draft.focus))
        between = tokens[low:high]
        marks = sum(1 for t in between if t.kind == "m" and t.norm in ";:—–")
        clauses = sum(1 for t in between if t.is_a("rel"))
        actor = draft.kind in ACTED and is_authority(tokens, spot)
        gap += ANOTHER_CLAUSE * (parted and spot.at not in clause)
        return gap + 6 * marks + 4 * clauses - (2 if spot.place else 0) - (6 if actor else 0)

    return min(spots, key=distance)


def is_authority(tokens: list[Token], spot: Spot) -> bool:
    """Whether a place names an authority: "the Shenzhen Intermediate People's Court"."""
    for token in tokens[spot.at + 1 : spot.at + 4]:
        if token.kind == "m" and not token.joined:
            break
        if token.is_a("body") or token.is_a("role"):
            return True
    if spot.place is not None and not spot.link and spot.at and tokens[spot.at - 1].is_a("body"):
        return True
    if in_body(tokens, spot.at):
        return True
    if spot.link != "of" or spot.place is None:
        return False
    # "the people's court of the province of Dong Nai"
    for n in range(spot.at - 1, max(spot.at - _CHAIN, -1), -1):
        if tokens[n].is_a("body"):
            return True
        verb = bool(tokens[n].predicates) and not tokens[n].is_a("prep")
        if tokens[n].kind != "w" or verb or tokens[n].is_a("rel"):
            return False
    return False


_CHAIN: Final = 6
"""Tokens from an authority to the place in its name."""


def leaves_site(draft: Draft) -> bool:
    """Whether what was left is a compound: "left the centres", "ont quitté les complexes"."""
    tokens = draft.context.sentence.tokens
    if draft.focus < draft.quantity.first:
        # "a plane carrying 40 people freed from the centres": others were left there.
        return False
    timed = {n for time in draft.context.times for n in range(time.first, time.after)}
    behind = [n for n in range(draft.focus + 1, len(tokens)) if n not in timed][:_LEFT]
    if any(tokens[n].value("prep") == "to" for n in behind):
        return False
    if any(tokens[n].value("head") == "site" for n in behind):
        return True
    return any(spot.site for spot in draft.context.spots if spot.at in behind)


_LEFT: Final = 5
"""Tokens from a verb of leaving to what was left, without those that tell when."""


def sited(tokens: list[Token], spot: Spot) -> bool:
    """Whether a seat of government stands before a site: "in Manila a compound", no government."""
    behind = tokens[spot.at + 1 : spot.at + 4]
    return spot.place is not None and any(t.value("head") == "site" for t in behind)
