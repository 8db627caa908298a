"""Where authorities acted, when no place is told: their own country."""

from __future__ import annotations

from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.attributes.nearest import nearest, put
from headcount.extract.mentions.places import Spot
from headcount.extract.mentions.tokens import Token


def by_authority(
    draft: Draft, spots: list[Spot], contexts: list[Context], drafts: list[Draft]
) -> bool:
    """Where authorities acted: their own country, that of the sentence before, or as told."""
    tokens = draft.context.sentence.tokens
    acting = [s for s in spots if s.link == "" or s.capital]
    actor = nearest(draft, [s for s in acting if not s.loose or _acts(tokens, s)])
    if actor is not None:
        put(draft, [actor], actor, "the authority named")
        return True
    told = [d for d in drafts if d.kind == draft.kind and d.position < draft.position]
    if _followed(draft, contexts, told[-1] if told else None):
        return True
    if told and told[-1].country:
        draft.country, draft.place = told[-1].country, told[-1].place
        draft.trace.append(f"where {draft.place or draft.country}: as told just before")
        return True
    return False


def _acts(tokens: list[Token], spot: Spot) -> bool:
    """Whether an adjective stands beside an authority, not beside a thing: "Chinese passports"."""
    near = tokens[max(spot.at - 2, 0) : spot.at + 3]
    return any(t.is_a("body") or t.is_a("role") for t in near)


def _followed(draft: Draft, contexts: list[Context], told: Draft | None) -> bool:
    """Set the one country of the sentence just before, unless what was `told` is more precise."""
    before = contexts[max(draft.context.index - 1, 0) : draft.context.index]
    near = [c for c in before if c.sentence.paragraph == draft.context.sentence.paragraph]
    named = [s for c in near for s in c.spots if s.loose or s.place or not s.link]
    if len({s.country for s in named}) != 1:
        return False
    if told is not None and told.country == named[-1].country and told.place:
        return False
    put(draft, named, named[-1], "the sentence before")
    return True
