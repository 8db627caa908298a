"""Where a group is of which the sentence tells no place: as told before, "there", nowhere."""

from __future__ import annotations

from itertools import islice
from typing import Final

from headcount.extract.assembly.draft import Draft, backward, in_sentences
from headcount.extract.attributes.authorities import acting
from headcount.extract.attributes.courts import judged
from headcount.extract.attributes.datelines import dateline
from headcount.extract.attributes.nearest import nearest
from headcount.extract.attributes.occasions import OCCASION
from headcount.extract.attributes.setting import Setting
from headcount.extract.attributes.spots import allied
from headcount.extract.families import ACTED, STOCKS
from headcount.extract.mentions.places import Spot
from headcount.model import FOREIGN


def told_of_group(draft: Draft, spots: list[Spot], setting: Setting, drafts: list[Draft]) -> bool:
    """Where the group is told to be: brought there, "there", nowhere in particular, the whole's."""
    home_again = _brought(draft, drafts)
    if home_again is not None:
        draft.country = home_again.destination
        draft.trace.append(f"where {draft.country}: where they had been brought")
        return True
    if _in_the_country(draft, spots, setting, drafts):
        return True
    source = draft.whole or draft.source
    if source is not None and judged(source) and not judged(draft):
        source = None
    inherits = source is not None and bool(source.country) and draft.kind not in STOCKS
    if draft.match is None and draft.whole is not None and draft.whole.place:
        # A part of those told of at a place is there, whatever region the report is about.
        inherits = True
    settled = inherits or (draft.kind in ACTED and bool(acting(draft, spots)))
    if not settled and draft.kind in ACTED and allied(draft):
        draft.trace.append("country none: several countries acted together")
        return True
    regional = not settled and _regional(draft)
    if regional or _nowhere(draft):
        draft.trace.append("country none: the text speaks of a region")
        return True
    if source is not None and (source.country or source.place):
        draft.country = source.country
        draft.place = None if _later_stage(draft, source) else source.place
        draft.trace.append(f"where {draft.place or draft.country}: of the group told before")
        return True
    return False


def _later_stage(draft: Draft, source: Draft) -> bool:
    """Whether another sentence tells what became of a group: that may have been anywhere else."""
    own = draft.whole is None and draft.match is not None
    return own and source.kind != draft.kind and source.context is not draft.context


def _regional(draft: Draft) -> bool:
    """Whether a region tells where: not that of a paper, nor of what those counted are said to do.

    "… arrested 40 people who worked for a gang active all over the world": they were somewhere.
    """
    if "region" not in draft.context.sentence.classes:
        return False
    tokens = draft.context.sentence.tokens
    after = draft.quantity.after
    for n in range(dateline(tokens), len(tokens)):
        whose = tokens[n].is_a("peoples") and n > 0 and tokens[n - 1].is_a("head")
        whose = whose or draft.quantity.first <= n < after
        if (
            tokens[n].is_a("region")
            and not whose
            and (draft.kind in STOCKS or not any(t.is_a("rel") for t in tokens[after:n]))
        ):
            return True
    return False


def worldwide(draft: Draft, spot: Spot) -> bool:
    """Whether a clause of its own puts what was lost in a region, behind one that names a place.

    "The trade thrives in Laos, and people all over the world lose billions": nobody says where.
    """
    if draft.quantity.unit != "money" or "region" not in draft.context.sentence.classes:
        return False
    between = draft.context.sentence.tokens[spot.at + 1 : draft.quantity.first]
    parted = next((n for n, t in enumerate(between) if t.norm in (",", ";")), len(between))
    return any(t.is_a("region") for t in between[parted:])


def _in_the_country(draft: Draft, spots: list[Spot], setting: Setting, drafts: list[Draft]) -> bool:
    """Set the country that “there”, “in the country” or “nationwide” means, if one is said.

    "On the spot" is where what was told just before happened. "Nationwide" is all over the country
    of the authority named, else that of the people counted.
    """
    sentence = draft.context.sentence
    said = [t for t in sentence.tokens if t.is_a("there")] if "there" in sentence.classes else []
    if any(t.value("there") == "town" for t in said) and _in_the_town(draft, spots, drafts):
        return True
    said = [t for t in said if t.value("there") not in _OTHERS]
    if not said or not (spots or setting.country):
        return False
    country = None
    if any(t.value("there") == "land" for t in said):
        actors = acting(draft, spots)
        own = draft.kind not in ACTED and FOREIGN not in draft.nations
        country = actors[0].country if actors else (setting.home if own else None)
    spot = any(t.value("there") == "spot" for t in said)
    told = next(backward(drafts, draft), None) if spot and not spots else None
    if told is not None and told.country and draft.context.index - told.context.index <= _THERE:
        draft.country, draft.place = told.country, told.place
        draft.trace.append(f"where {draft.place or draft.country}: “there”")
        return True
    loose = nearest(draft, [s for s in spots if s.country in setting.hosts])
    draft.country = country or (loose.country if loose else setting.country)
    draft.trace.append(f"where {draft.country}: “in the country”")
    return True


def _in_the_town(draft: Draft, spots: list[Spot], drafts: list[Draft]) -> bool:
    """Set the town that "in the city" means, where the sentence names none: the one told last."""
    index = draft.context.index
    before = in_sentences(drafts, index - _TOWN, index)
    told = next((d for d in backward(before, draft) if d.place and d.country), None)
    if told is None or any(s.place is not None for s in spots):
        return False
    draft.country, draft.place = told.country, told.place
    draft.trace.append(f"where {draft.place}: “there”")
    return True


_OTHERS: Final = frozenset(("town", OCCASION))
"""What points back to something else than a country."""

_TOWN: Final = 6
"""Sentences from "in the city" back to where its name was told."""

_THERE: Final = 2
"""Sentences from "there" back to what was told of that place."""


def _nowhere(draft: Draft) -> bool:
    """Whether money has no country of its own: losses, and what an industry earns a year."""
    if draft.quantity.unit != "money" or draft.kind not in STOCKS:
        return False
    yearly = any(token.is_a("yearly") for token in draft.context.sentence.tokens)
    return draft.kind == "lost" or yearly or draft.quantity.interval.precision == "vague"


_SCREENED: Final = frozenset(("identified", "cleared_not"))
"""What an authority finds of people who were brought to it."""


def _brought(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The movement told just before that brought people to where this was done to them."""
    if draft.kind not in _SCREENED or draft.quantity.unit != "person":
        return None
    told = draft.whole or draft.source
    group = [told] if told is not None else []
    if not group and draft.quantity.definite:
        group = list(islice(backward(drafts, draft), 1))
    mine = draft.quantity.interval.low or 0
    moved = [
        d
        for d in group
        if d.kind in ("repatriated", "transferred", "deported")
        and mine <= (d.quantity.interval.high or mine)
    ]
    return moved[0] if moved and moved[0].destination else None
