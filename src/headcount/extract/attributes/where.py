"""Where it happened: country and place, by the rules in the order that they are tried.

Looked for in the sentence first (by preposition, nearest to the predicate), then in the whole
that a claim belongs to, in the sentences just before, and last in the country that the report is
about. A dateline is no place of an event, nor is a country in a list of nationalities.
"""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.draft import Context, Draft, backward, in_sentences
from headcount.extract.attributes.authorities import (
    by_authority,
    freed_by,
    governed,
    led_elsewhere,
    of_the_act,
)
from headcount.extract.attributes.borders import came_to
from headcount.extract.attributes.bystanders import at_mission, on_the_ground
from headcount.extract.attributes.courts import in_court, judged
from headcount.extract.attributes.fallback import at_desk, fall_back
from headcount.extract.attributes.groups import told_of_group, worldwide
from headcount.extract.attributes.losses import lost_by
from headcount.extract.attributes.movements import ends
from headcount.extract.attributes.nearest import is_authority, nearest, put, sited
from headcount.extract.attributes.occasions import place_of_occasion
from headcount.extract.attributes.scenes import clear_place, fill_place
from headcount.extract.attributes.setting import Setting
from headcount.extract.attributes.spots import heading, speaking, told_apart, usable
from headcount.extract.families import ACTED, MOVES, STOCKS
from headcount.extract.mentions.places import Spot
from headcount.extract.mentions.respective import ORDER, places_in_order
from headcount.model import FOREIGN


def fill_where(
    draft: Draft, contexts: list[Context], setting: Setting, drafts: list[Draft]
) -> None:
    """Set country, place, origin and destination of one draft; `drafts` are all in order."""
    _fill(draft, contexts, setting, drafts)
    clear_place(draft)
    fill_place(draft, contexts, setting)


def _fill(draft: Draft, contexts: list[Context], setting: Setting, drafts: list[Draft]) -> None:
    """Country, place and ends by the rules in the order that they are tried."""
    if draft.quantity.unit == "country":
        _as_those_counted(draft, contexts, setting, drafts)
        return
    home = draft.nations[0] if len(draft.nations) == 1 and draft.nations[0] != FOREIGN else None
    seats = draft.kind != "reported"
    spots = on_the_ground(draft.context, usable(draft), setting, seats=seats)
    _in_order(draft)
    if draft.country is not None:
        draft.trace.append(f"where {draft.country}: listed with its own count")
        if draft.kind in MOVES and home is not None:
            draft.origin, draft.destination = draft.country, home
            draft.kind = "repatriated" if draft.kind == "moved" else draft.kind
        return
    head = heading(draft)
    if head is not None and draft.kind not in MOVES:
        put(draft, [head], head, "the sentence")
        return
    losers = lost_by(draft, drafts)
    if losers:
        draft.country, draft.nations = losers, (losers,)
        draft.trace.append(f"where {losers}: the people whose loss it is")
        return
    if _goes_on(draft):
        return
    if draft.kind in MOVES:
        ends(draft, spots, home, contexts, setting)
        return
    if judged(draft) and in_court(draft, spots, setting, drafts):
        return
    # "24 hail from Telangana": their home, and no place of its own for their count.
    others = [s for s in spots if s.country != home or home in setting.hosts]
    apart = told_apart(draft, spots if draft.kind in ACTED else others)
    here = [apart] if apart is not None else _here(draft, spots, home, setting)
    here = here if apart is not None else of_the_act(draft, here, spots)
    elsewhere = led_elsewhere(draft, here)
    here = [s for s in here if s not in elsewhere and not worldwide(draft, s)]
    spot = nearest(draft, here)
    if spot is not None:
        put(draft, here, _within(draft, here, spot), "the sentence")
        return
    group = not _moved_on(draft, contexts, setting)
    if (
        place_of_occasion(draft, contexts, setting)
        or (group and told_of_group(draft, spots, setting, drafts))
        or freed_by(draft, spots, setting)
    ):
        return
    if draft.kind not in ACTED or not by_authority(draft, spots, contexts, drafts):
        _elsewhere_told(draft, contexts, setting, spots, sent=bool(elsewhere))


def _moved_on(draft: Draft, contexts: list[Context], setting: Setting) -> bool:
    """Whether the sentence before took the story to another place than that of the group.

    "They found 40 in Bavet. In Kratie officers searched a house. They held 312 foreigners".
    """
    source = draft.source
    if draft.whole is not None or draft.match is None or source is None or draft.kind in MOVES:
        return False
    if draft.quantity.definite or draft.quantity.added or not draft.quantity.noun:
        return False
    index = draft.context.index
    between = contexts[source.context.index + 1 : index][-1:]
    here = [c for c in between if c.sentence.paragraph == draft.context.sentence.paragraph]
    return any(
        s.place is not None and s.link == "in" and s.country in setting.hosts
        for c in here
        for s in on_the_ground(c, c.spots, setting, seats=True)
    )


def _in_order(draft: Draft) -> None:
    """Set the place that a count has in a list told in the same order: "… respectively"."""
    context = draft.context
    if ORDER not in context.sentence.classes:
        return
    run = next((r for r in context.runs if draft.quantity in r.members), None)
    told = places_in_order(context.sentence.tokens, run.members if run else [], context.spots)
    own = told.get(draft.quantity.number.first)
    if own is not None:
        draft.country, draft.place = own.country, own.place.name if own.place else None


def _elsewhere_told(
    draft: Draft, contexts: list[Context], setting: Setting, spots: list[Spot], *, sent: bool
) -> None:
    """The place that other sentences tell; not that where suspects only had `sent` others."""
    if sent:
        at_desk(draft, contexts, setting)
    else:
        fall_back(draft, contexts, setting)
        _not_reached(draft, spots, setting)


def _not_reached(draft: Draft, spots: list[Spot], setting: Setting) -> None:
    """Those who fled "into Mae Sot" left the other country of centres that the report is about."""
    reached = {s.country for s in spots if s.link == "to" and 0 < s.at - draft.focus <= _REACHED}
    if draft.kind == "escaped" and draft.country in reached and setting.beside:
        draft.country, draft.place = setting.beside, None
        draft.trace.append(f"where {draft.country}: they fled to the other country")


_REACHED: Final = 4
"""Tokens from the verb of those who fled to where they came."""


def _within(draft: Draft, here: list[Spot], spot: Spot) -> Spot:
    """The place that the verb governs in a bare country, the spot itself where there is none."""
    if spot.place is not None:
        return spot
    governs = [s for s in here if s.place and s.country == spot.country and governed(draft, s)]
    return nearest(draft, governs) or spot


def _goes_on(draft: Draft) -> bool:
    """Let a figure without a verb share the movement that it goes on with, told in its sentence."""
    source = draft.source if draft.match is None else None
    whole = draft.whole if draft.match is None and draft.kind in MOVES else None
    if whole is not None and _shares_ends(draft, whole):
        draft.kind = whole.kind
        return _share_way(draft, whole)
    if draft.kind != "moved" or source is None:
        return False
    draft.kind = source.kind
    if source.context is not draft.context:
        return False
    return _share_way(draft, source)


def _share_way(draft: Draft, group: Draft) -> bool:
    """Give a figure the way and the place of the group that it belongs to; always True."""
    draft.origin, draft.destination = group.origin, group.destination
    draft.country, draft.place = group.country, group.place
    draft.trace.append(f"where {draft.place or draft.country}: of the group told before")
    return True


def _shares_ends(part: Draft, whole: Draft) -> bool:
    """Whether a movement is of its part too: all that the sentence names stands before the part.

    A later sentence that leads from nowhere tells something else of them: "The 45 men …".
    """
    if part.kind not in (whole.kind, "moved") or whole.kind not in MOVES or not whole.country:
        return False
    if whole.context is not part.context:
        return all(s.link not in _WAY for s in part.context.spots)
    return all(s.at < part.quantity.first for s in part.context.spots)


_WAY: Final = frozenset(("from", "to", "via"))
"""Links of a place that a way leads from, to or through."""


def _as_those_counted(
    draft: Draft, contexts: list[Context], setting: Setting, drafts: list[Draft]
) -> None:
    """Countries of origin are counted in the country where the people are who come from them."""
    index = draft.context.index
    before = backward(in_sentences(drafts, index - _ORIGINS, index), draft)
    told = next((d for d in before if d.quantity.unit == "person" and d.country), None)
    if told is not None:
        draft.country = told.country
        draft.trace.append(f"where {draft.country}: of the people counted")
    else:
        fall_back(draft, contexts, setting)
        draft.place = None


_ORIGINS: Final = 2
"""Sentences between people and the number of countries that they come from."""


def _here(draft: Draft, spots: list[Spot], home: str | None, setting: Setting) -> list[Spot]:
    """The spots that may be where it happened, by preposition and kind."""
    tokens = draft.context.sentence.tokens
    abroad = home if home not in setting.hosts and draft.kind not in ACTED else None
    spots = [s for s in spots if s.country != abroad]
    gone = {s.country for s in spots if s.link == "to"}
    inside = [s for s in spots if s.link == "in"]
    if draft.kind in STOCKS or draft.kind in ("held", "missing"):
        near = range(draft.quantity.after, draft.quantity.after + _NEAR)
        other = ("", "from") if draft.kind in STOCKS else ("",)
        inside = [
            s for s in spots if s.link in ("in", "to") or (s.link not in other and s.at in near)
        ]
        inside = [s for s in inside if draft.kind != "held" or s.link != "to" or s.at < near.stop]
    if draft.kind in ("freed", "escaped"):
        if draft.kind == "escaped":
            spots = [s for s in spots if not came_to(draft, s, setting)]
            inside = [s for s in inside if s in spots]
        left = [s for s in spots if s.link == "from" and not tokens[s.at - 1].is_a("body")]
        left = _left(draft, left, inside)
        sites = [s for s in spots if s.site]
        centres = setting.hosts - gone
        stayed = [s for s in inside if s.country in centres]
        named = [s for s in spots if s.country in centres]
        firm = [s for s in named if not s.loose]
        # They may be freed anywhere else than at home: "in Peru, 40 Malaysians …".
        abroad_too = [s for s in inside if s.country not in (setting.hosts & gone) | {home}]
        loose = named if draft.kind == "freed" else []
        return left or sites or stayed or firm or loose or abroad_too
    if draft.kind not in ACTED | {"lost"}:
        inside = _of_those_counted(draft, inside, home, setting)
    if inside:
        courts = draft.kind in ACTED and [s for s in spots if is_authority(tokens, s)]
        spoke = speaking(draft.context)
        return inside + [s for s in courts or [] if s not in inside and s.at not in spoke]
    # Those taken "from Kenya" are of Kenya, those freed from there were there.
    bare = ("",) if draft.kind in ACTED else ("", "from")
    told = draft.kind == "reported"
    rest = [
        s
        for s in spots
        if (not s.capital or sited(tokens, s) or (told and at_mission(tokens, s)))
        and (s.link in bare if s.place is None else s.link in ("from", ""))
    ]
    rest = [s for s in rest if s.place or not s.loose]
    if draft.kind not in ACTED | {"lost"} and setting.country:
        rest = [s for s in rest if s.link or s.country in setting.hosts]
    rest = rest or [s for s in spots if s.link == "of" and (s.place or s.country in setting.hosts)]
    entered = [s for s in spots if s.link == "to" and s.place]
    return rest or (entered if draft.kind in ACTED or draft.kind == "reported" else [])


def _left(draft: Draft, left: list[Spot], inside: list[Spot]) -> list[Spot]:
    """The places left, where no other place stands nearer to the verb.

    "They changed planes from Amsterdam; 43 were freed in Lima": in Lima.
    """
    if not inside:
        return left
    nearest_in = min(abs(s.at - draft.focus) for s in inside)
    return [s for s in left if abs(s.at - draft.focus) <= max(nearest_in, _NEAR)]


def _of_those_counted(
    draft: Draft, inside: list[Spot], home: str | None, setting: Setting
) -> list[Spot]:
    """The spots where people were, not where those speak or came to who tell of them."""
    tokens = draft.context.sentence.tokens
    kept = []
    for spot in inside:
        aside = spot.country == home or spot.country not in setting.hosts
        speaks = draft.kind != "reported" and is_authority(tokens, spot)
        if not speaks and (not aside or not setting.country or governed(draft, spot)):
            kept.append(spot)
    return kept


_NEAR: Final = 6
"""Tokens behind a stock in which any preposition tells where ("about 100,000 for Cambodia")."""
