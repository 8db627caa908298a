"""Where it happened: country, place and the ends of a movement.

Looked for in the sentence first (by preposition, nearest to the predicate), then in the whole
that a claim belongs to, in the sentences just before, and last in the country that the report is
about. A dateline is no place of an event, nor is a country in a list of nationalities.
"""

from __future__ import annotations

from headcount.extract.assembly.draft import Context, Draft, backward, in_sentences
from headcount.extract.attributes.authorities import (
    another_sends,
    by_authority,
    freed_by,
    governed,
    of_the_act,
)
from headcount.extract.attributes.borders import (
    at_border,
    at_gate,
    by_the_gate,
    came_to,
    crossings,
    handover,
    receiver,
    route,
    site_left,
    taker,
)
from headcount.extract.attributes.courts import in_court
from headcount.extract.attributes.groups import told_of_group
from headcount.extract.attributes.losses import lost_by
from headcount.extract.attributes.nearest import is_authority, leaves_site, nearest, put, sited
from headcount.extract.attributes.scenes import carrying, clear_place, fill_place
from headcount.extract.attributes.setting import Setting
from headcount.extract.attributes.spots import heading, joined, speaking, told_apart, usable
from headcount.extract.families import ACTED, BACKGROUND, MOVES, STOCKS, VICTIMS
from headcount.extract.mentions.places import Spot
from headcount.extract.mentions.tokens import Token
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
    spots = usable(draft)
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
        draft.country = losers
        draft.trace.append(f"where {losers}: the people whose loss it is")
        return
    if _goes_on(draft):
        return
    if draft.kind in MOVES:
        _ends(draft, spots, home, contexts, setting)
        return
    if draft.kind == "convicted" and in_court(draft, spots, setting, drafts):
        return
    apart = told_apart(draft, spots)
    here = [apart] if apart is not None else _here(draft, spots, home, setting)
    here = here if apart is not None else of_the_act(draft, here, spots)
    spot = nearest(draft, here)
    if spot is not None:
        put(draft, here, _within(draft, here, spot), "the sentence")
    elif told_of_group(draft, spots, setting, drafts) or freed_by(draft, spots, setting):
        return
    elif draft.kind not in ACTED or not by_authority(draft, spots, contexts, drafts):
        _default(draft, contexts, setting)


def _within(draft: Draft, here: list[Spot], spot: Spot) -> Spot:
    """The place that the verb governs in a bare country, the spot itself where there is none."""
    if spot.place is not None:
        return spot
    governs = [s for s in here if s.place and s.country == spot.country and governed(draft, s)]
    return nearest(draft, governs) or spot


def _goes_on(draft: Draft) -> bool:
    """Let a figure without a verb share the movement that it goes on with, told in its sentence."""
    source = draft.source if draft.match is None else None
    if draft.kind != "moved" or source is None:
        return False
    draft.kind = source.kind
    if source.context is not draft.context:
        return False
    draft.origin, draft.destination = source.origin, source.destination
    draft.country, draft.place = source.country, source.place
    return True


def _as_those_counted(
    draft: Draft, contexts: list[Context], setting: Setting, drafts: list[Draft]
) -> None:
    """Countries of origin are counted where the people are who come from them."""
    index = draft.context.index
    before = backward(in_sentences(drafts, index - _ORIGINS, index), draft)
    told = next((d for d in before if d.quantity.unit == "person" and d.country), None)
    if told is not None:
        draft.country, draft.place = told.country, told.place
        draft.trace.append(f"where {draft.place or draft.country}: of the people counted")
    else:
        _default(draft, contexts, setting)


_ORIGINS = 2
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
        sites = [s for s in spots if s.site]
        stayed = [s for s in inside if s.country in setting.hosts - gone]
        named = [s for s in spots if s.country in setting.hosts - gone]
        firm = [s for s in named if not s.loose]
        # They may be freed anywhere else than at home: "in Peru, 40 Malaysians …".
        abroad_too = [s for s in inside if s.country not in gone | {home}]
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
    rest = [
        s
        for s in spots
        if (not s.capital or sited(tokens, s))
        and (s.link in bare if s.place is None else s.link in ("from", ""))
    ]
    rest = [s for s in rest if s.place or not s.loose]
    if draft.kind not in ACTED | {"lost"} and setting.country:
        rest = [s for s in rest if s.link or s.country in setting.hosts]
    rest = rest or [s for s in spots if s.link == "of" and (s.place or s.country in setting.hosts)]
    entered = [s for s in spots if s.link == "to" and s.place]
    return rest or (entered if draft.kind in ACTED else [])


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


_NEAR = 6
"""Tokens behind a stock in which any preposition tells where ("about 100,000 for Cambodia")."""


def _default(draft: Draft, contexts: list[Context], setting: Setting) -> None:
    """The place of the sentences just before, else the main country of the document."""
    for context in carrying(draft, contexts):
        border = joined(context)
        tokens = context.sentence.tokens
        named = [s for s in context.spots if not (s.at and tokens[s.at - 1].is_a("body"))]
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
    draft.country = country
    draft.trace.append(f"where {draft.country}: the country that the report is about")
    if (
        country == setting.country
        and draft.scope == "event"
        and draft.kind not in STOCKS
        and len(setting.places) == 1
    ):
        draft.place = setting.places[0]


def _ends(
    draft: Draft,
    spots: list[Spot],
    home: str | None,
    contexts: list[Context],
    setting: Setting,
) -> None:
    """Origin and destination of a movement, and with them country and place."""
    homeward = any(t.is_a("homeward") for t in draft.context.sentence.tokens)
    way = route(spots)
    goal = way[1] if way is not None else _goal(draft, spots, home)
    source = draft.whole or draft.source
    if draft.kind == "moved":
        _settle(draft, goal, home, homeward, setting)
        if goal is None and not homeward and source is not None and source.kind == "deported":
            draft.kind = "deported"
    if draft.kind == "repatriated":
        draft.destination = home or (goal.country if goal else None)
        if home is None and draft.destination and not draft.nations:
            draft.nations = (draft.destination,)
            draft.trace.append(f"nationality {draft.destination}: brought home there")
    elif goal is not None:
        draft.destination = goal.country
    others = [s for s in spots if s is not goal]
    held = way[0] if way is not None else _left(draft, others, home, setting)
    if held is not None and held.country != draft.destination:
        site = site_left(draft, spots, held)
        draft.origin = site.country if site is not None else held.country
        put(draft, [held], held, "where they were brought from")
    elif (
        source is not None
        and source.country
        and not _home_already(draft, source, home)
        and not another_sends(draft, source, spots, setting.hosts)
    ):
        draft.origin, draft.country, draft.place = source.origin, source.country, source.place
        draft.destination = draft.destination or source.destination
    else:
        _actor(draft, spots, home, contexts, setting)
    gate = crossings(spots)
    over = [s for s in at_border(draft, spots) if s.link == "to"]
    if draft.kind == "transferred":
        handover(draft, spots)
        draft.destination = draft.destination or taker(draft, spots)
    elif gate and gate[-1].country in (draft.destination, home) and not _apart(draft, held, gate):
        put(draft, gate, gate[-1], "the crossing where they came home")
    elif any(s.country != home for s in over):
        put(draft, over, over[-1], "the border that they crossed on their way")
    by_the_gate(draft, contexts)
    if draft.origin is None:
        _came_from(draft, setting)


def _came_from(draft: Draft, setting: Setting) -> None:
    """Set where people come from of whom is told where they are, or only who took them over.

    Those handed over come from the other country of centres that the report is about.
    """
    if draft.country != draft.destination:
        draft.origin = draft.country
    elif draft.kind == "transferred":
        hosts = (setting.country, setting.beside)
        draft.origin = next((c for c in hosts if c != draft.destination), None)


def _home_already(draft: Draft, source: Draft, home: str | None) -> bool:
    """Whether what a movement goes on with was told of its own goal: nobody leaves from there."""
    return source.country in (home, draft.destination) and source.kind not in MOVES


def _apart(draft: Draft, held: Spot | None, gate: list[Spot]) -> bool:
    """Whether another count stands between where people left and a crossing: it is that one's."""
    if held is None or held.link != "from":
        return False
    others = [q for q in draft.context.quantities if q is not draft.quantity]
    return any(held.at < q.first < gate[-1].at for q in others)


def _goal(draft: Draft, spots: list[Spot], home: str | None) -> Spot | None:
    """Where people were moved to: by preposition, their home, or right behind the verb."""
    tokens = draft.context.sentence.tokens
    to = nearest(draft, [s for s in spots if s.link == "to" and not _lured_to(tokens, s.at)])
    if to is not None:
        return to
    taker = receiver(draft, spots)
    if taker is not None:
        return taker
    inside = [s for s in spots if s.link == "in"]
    at_home = nearest(draft, [s for s in inside if s.country == home])
    if at_home is not None or draft.kind != "moved":
        return at_home
    others = {s.country for s in spots if s.link in ("from", "of")}
    behind = [s for s in inside if 0 < _words(tokens, draft.focus, s.at) <= 4]
    return nearest(draft, [s for s in behind if others - {s.country}])


def _words(tokens: list[Token], start: int, end: int) -> int:
    """The tokens from a verb on to a place behind it, but for those that tell a time."""
    dated = ("time", "month", "dayart")
    between = tokens[start + 1 : end]
    return end - start - sum(t.kind == "n" or any(map(t.is_a, dated)) for t in between)


def _lured_to(tokens: list[Token], at: int) -> bool:
    """Whether a verb of trafficking governs the place at `at`: it is where they had been sent."""
    for n in range(at - 1, max(at - 4, -1), -1):
        if tokens[n].predicates:
            return any(e.value in BACKGROUND for e in tokens[n].predicates)
    return False


def _left(draft: Draft, spots: list[Spot], home: str | None, setting: Setting) -> Spot | None:
    """Where people who were moved had been held."""
    tokens = draft.context.sentence.tokens
    abroad = [s for s in spots if s.country != home and not (s.link == "in" and at_gate(s, spots))]
    hosts = [s for s in abroad if s.country in setting.hosts]
    return (
        nearest(draft, [s for s in abroad if s.link == "from"])
        or nearest(draft, [s for s in hosts if s.site and s.link != "to"])
        or nearest(draft, [s for s in hosts if s.link == "in"])
        or nearest(draft, [s for s in hosts if s.link == "of"])
        or nearest(draft, [s for s in abroad if s.link == "in"])
        or nearest(draft, [s for s in abroad if s.link == "to" and _lured_to(tokens, s.at)])
    )


def _actor(
    draft: Draft,
    spots: list[Spot],
    home: str | None,
    contexts: list[Context],
    setting: Setting,
) -> None:
    """The country that moves people, where the sentence does not say from where."""
    actor = nearest(
        draft,
        [
            s
            for s in spots
            if s.country in setting.hosts and s.country not in (home, draft.destination)
        ],
    )
    if actor is not None:
        put(draft, [actor], actor, "the country named in the sentence")
    else:
        _default(draft, contexts, setting)
    if draft.country != draft.destination:
        draft.origin = draft.country


def _settle(
    draft: Draft, goal: Spot | None, home: str | None, homeward: bool, setting: Setting
) -> None:
    """Whether people who were moved came home or only over a border.

    A goal that is not their home is a transfer; without a nationality, a country of the centres
    or a place in one is no home.
    """
    abroad = goal is not None and home is not None and goal.country != home
    transit = (
        goal is not None
        and home is None
        and (goal.place is not None or goal.link == "in" or goal.country in setting.hosts)
    )
    if goal is None and not homeward and leaves_site(draft):
        draft.kind = "escaped"
    else:
        nowhere = goal is None and home is None and setting.home == ""
        passed = not homeward and (abroad or transit or nowhere)
        draft.kind = "transferred" if passed else "repatriated"
    draft.rule = "movement"
    draft.trace.append(f"kind {draft.kind}: by the ends of the movement")
