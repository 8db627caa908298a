"""Where a figure is of whose sentence names no place: what was told just before, else the report's
country.
"""

from __future__ import annotations

from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.attributes.betweens import joined
from headcount.extract.attributes.bystanders import on_the_ground
from headcount.extract.attributes.datelines import dateline
from headcount.extract.attributes.nearest import put
from headcount.extract.attributes.scenes import carrying
from headcount.extract.attributes.setting import Setting
from headcount.extract.families import ACTED, MOVES, VICTIMS


def fall_back(draft: Draft, contexts: list[Context], setting: Setting) -> None:
    """The place of the sentences just before, else the main country of the document."""
    for context in carrying(draft, contexts):
        border = joined(context)
        tokens = context.sentence.tokens
        spots = on_the_ground(context, context.spots, setting, seats=True)
        named = [s for s in spots if not (s.at and tokens[s.at - 1].is_a("body"))]
        hosted = [s for s in named if s.country in setting.hosts and s.at not in border]
        sites = [s for s in hosted if s.site]
        here = sites or [s for s in hosted if s.link in ("in", "from")]
        if here:
            put(draft, here, here[-1], "the sentence before")
            return
    country = setting.country or setting.scene
    if draft.kind in ACTED and setting.scene not in setting.hosts:
        country = setting.scene or setting.country
    abroad = country in draft.nations and country not in setting.hosts
    if country is None or (abroad and draft.kind in VICTIMS):
        return
    if draft.kind in VICTIMS - MOVES | {"repatriated"} and _at_home(country, contexts, setting):
        return
    draft.country = country
    draft.trace.append(f"where {draft.country}: the country that the report is about")


def _at_home(country: str, contexts: list[Context], setting: Setting) -> bool:
    """Whether a report is about its own people in several countries of the centres alike."""
    if country in setting.hosts:
        return False
    return any(s.country in setting.hosts for c in contexts for s in c.spots)


def at_desk(draft: Draft, contexts: list[Context], setting: Setting) -> None:
    """Set the country without centres that a report is written from, where its police acted.

    Nobody is named of a country, and the crime alone is told to have been elsewhere.
    """
    opening = contexts[0]
    begins = dateline(opening.sentence.tokens)
    desks = {s.country for s in opening.spots if s.at < begins} - setting.hosts
    if len(desks) == 1:
        draft.country = desks.pop()
        draft.trace.append(f"where {draft.country}: the country that the report is written from")
