"""Where it happened: country, place and the ends of a movement.

Looked for in the sentence first (by preposition, nearest to the predicate), then in the whole
that a claim belongs to, in the sentences just before, and last in the country that the report is
about. A dateline is no place of an event, nor is a country in a list of nationalities.
"""

from __future__ import annotations

from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.attributes.setting import Setting
from headcount.extract.families import ACTED, MOVES, STOCKS, VICTIMS
from headcount.extract.mentions.places import Spot, best_place


def fill_where(
    draft: Draft, contexts: list[Context], setting: Setting, drafts: list[Draft]
) -> None:
    """Set country, place, origin and destination of one draft; `drafts` are all in order."""
    if draft.quantity.unit == "country":
        return
    home = draft.nations[0] if len(draft.nations) == 1 and draft.nations[0] != "FOREIGN" else None
    spots = _usable(draft)
    source = draft.source if draft.match is None else None
    if draft.kind == "moved" and source is not None:
        draft.kind = source.kind
        if source.context is draft.context:
            draft.origin, draft.destination = source.origin, source.destination
            draft.country, draft.place = source.country, source.place
            return
    if draft.kind in MOVES:
        _ends(draft, spots, home, contexts, setting)
        return
    here = _here(draft, spots, home, setting)
    spot = _nearest(draft, here)
    if spot is not None:
        _put(draft, here, spot, "the sentence")
        return
    tokens = draft.context.sentence.tokens
    if any(token.is_a("there") for token in tokens) and (spots or setting.country):
        loose = _nearest(draft, [s for s in spots if s.country in setting.hosts])
        draft.country = loose.country if loose else setting.country
        draft.trace.append(f"where {draft.country}: “in the country”")
        return
    source = draft.whole or draft.source
    inherits = source is not None and bool(source.country) and draft.kind not in STOCKS
    regional = not inherits and any(token.is_a("region") for token in tokens)
    if regional or (draft.quantity.unit == "money" and draft.kind in STOCKS):
        draft.trace.append("country none: the text speaks of a region")
        return
    if source is not None and (source.country or source.place):
        draft.country, draft.place = source.country, source.place
        return
    if draft.kind in ACTED:
        actor = _nearest(draft, [s for s in spots if s.loose or s.link == "" or s.capital])
        if actor is not None:
            _put(draft, [actor], actor, "the authority named")
            return
        told = [d for d in drafts if d.kind == draft.kind and d.position < draft.position]
        if told and told[-1].country:
            draft.country, draft.place = told[-1].country, told[-1].place
            draft.trace.append(f"where {draft.place or draft.country}: as told just before")
            return
    _default(draft, contexts, setting)


def _usable(draft: Draft) -> list[Spot]:
    """The spots of the sentence that can tell where: no dateline, no list of nationalities."""
    context = draft.context
    tokens = context.sentence.tokens
    dateline = _dateline(draft)
    quantities = context.quantities
    listed = _listed(draft)
    return [
        s
        for s in context.spots
        if s.at >= dateline
        and s.at not in listed
        and not any(q.first <= s.at < q.after for q in quantities)
        and not tokens[s.at].is_a("airport")
    ]


def _dateline(draft: Draft) -> int:
    """The token behind a dateline ("BANGKOK (AP) —"), 0 where the sentence has none."""
    tokens = draft.context.sentence.tokens
    for n, token in enumerate(tokens[:14]):
        if token.kind == "m" and (token.norm in "–—" or (token.norm in "-:" and n <= 8)):
            return n + 1 if tokens[0].capital else 0
    return 0


def _listed(draft: Draft) -> set[int]:
    """Tokens of countries that stand in a list of at least three, as nationalities do."""
    tokens = draft.context.sentence.tokens
    countries = [s.at for s in draft.context.spots if s.place is None and not s.loose]
    runs: list[list[int]] = []
    for at in countries:
        joined = runs and all(
            t.norm == "," or t.is_a("conj") or t.is_a("det") or t.is_a("prep")
            for t in tokens[runs[-1][-1] + 1 : at]
        )
        if joined:
            runs[-1].append(at)
        else:
            runs.append([at])
    return {at for run in runs if len(run) >= 3 for at in run}


def _here(draft: Draft, spots: list[Spot], home: str | None, setting: Setting) -> list[Spot]:
    """The spots that may be where it happened, by preposition and kind."""
    abroad = home if home not in setting.hosts and draft.kind not in ACTED else None
    spots = [s for s in spots if s.country != abroad]
    gone = {s.country for s in spots if s.link == "to"}
    inside = [s for s in spots if s.link == "in"]
    if draft.kind in STOCKS or draft.kind in ("held", "missing"):
        near = range(draft.quantity.after, draft.quantity.after + _NEAR)
        inside = [s for s in spots if s.link in ("in", "to") or (s.link and s.at in near)]
    if draft.kind in ("freed", "escaped"):
        left = [s for s in spots if s.link == "from"]
        sites = [s for s in spots if s.site]
        stayed = [s for s in inside if s.country in setting.hosts - gone]
        named = [s for s in spots if s.country in setting.hosts - gone]
        return left or sites or stayed or [s for s in named if not s.loose] or named
    if inside:
        courts = draft.kind in ACTED and [s for s in spots if _authority(draft, s)]
        return inside + [s for s in courts or [] if s not in inside]
    rest = [
        s for s in spots if s.link in ("from", "") and not s.capital and (s.place or not s.loose)
    ]
    return rest or [s for s in spots if s.link == "of" and (s.place or s.country in setting.hosts)]


_NEAR = 6
"""Tokens behind a stock in which any preposition tells where ("about 100,000 for Cambodia")."""


def _put(draft: Draft, spots: list[Spot], spot: Spot, how: str) -> None:
    draft.country = spot.country
    near = [s for s in spots if s.country == spot.country and abs(s.at - spot.at) <= 8]
    place = spot.place or best_place(near, spot.country)
    if spot.place is not None and len(near) > 1:
        place = best_place(near, spot.country) or place
    draft.place = place.name if place else None
    draft.trace.append(f"where {draft.place or draft.country}: {how}")


def _nearest(draft: Draft, spots: list[Spot]) -> Spot | None:
    """The spot nearest to the predicate or the number, a named place before a country."""
    if not spots:
        return None
    tokens = draft.context.sentence.tokens

    def distance(spot: Spot) -> float:
        ends = (draft.focus, draft.quantity.after, draft.quantity.first)
        gap = min(abs(spot.at - end) for end in ends)
        low, high = sorted((spot.at, draft.focus))
        between = tokens[low:high]
        marks = sum(1 for t in between if t.kind == "m" and t.norm in ";:—–")
        clauses = sum(1 for t in between if t.is_a("rel"))
        actor = draft.kind in ACTED and _authority(draft, spot)
        return gap + 6 * marks + 4 * clauses - (2 if spot.place else 0) - (6 if actor else 0)

    return min(spots, key=distance)


def _authority(draft: Draft, spot: Spot) -> bool:
    """Whether a place names an authority: "the Shenzhen Intermediate People's Court"."""
    tokens = draft.context.sentence.tokens
    near = tokens[spot.at + 1 : spot.at + 4]
    return any(t.is_a("body") or t.is_a("role") for t in near)


def _default(draft: Draft, contexts: list[Context], setting: Setting) -> None:
    """The place of the sentences just before, else the main country of the document."""
    index = draft.context.index
    for context in reversed(contexts[max(index - 2, 0) : index]):
        if context.sentence.paragraph != draft.context.sentence.paragraph:
            break
        here = [s for s in context.spots if s.link in ("in", "from") and s.country in setting.hosts]
        if here:
            _put(draft, here, here[-1], "the sentence before")
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
    goal = _goal(draft, spots, home)
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
    held = _left(draft, [s for s in spots if s is not goal], home, setting)
    if held is not None and held.country != draft.destination:
        draft.origin = held.country
        _put(draft, [held], held, "where they were brought from")
    elif source is not None and source.country:
        draft.origin, draft.country, draft.place = source.origin, source.country, source.place
        draft.destination = draft.destination or source.destination
    else:
        _actor(draft, spots, home, contexts, setting)
    gate = [s for s in spots if s.place and s.place.kind == "crossing" and s.link != "from"]
    if draft.kind == "transferred":
        _handover(draft, spots)
    elif gate and gate[-1].country == draft.destination:
        _put(draft, gate, gate[-1], "the crossing where they came home")
    if draft.origin is None and draft.country != draft.destination:
        draft.origin = draft.country


def _goal(draft: Draft, spots: list[Spot], home: str | None) -> Spot | None:
    """Where people were moved to: by preposition, their home, or right behind the verb."""
    to = _nearest(draft, [s for s in spots if s.link == "to"])
    if to is not None:
        return to
    inside = [s for s in spots if s.link == "in"]
    at_home = _nearest(draft, [s for s in inside if s.country == home])
    if at_home is not None or draft.kind != "moved":
        return at_home
    others = {s.country for s in spots if s.link in ("from", "of")}
    return _nearest(
        draft, [s for s in inside if 0 < s.at - draft.focus <= 4 and others - {s.country}]
    )


def _left(draft: Draft, spots: list[Spot], home: str | None, setting: Setting) -> Spot | None:
    """Where people who were moved had been held."""
    abroad = [s for s in spots if s.country != home]
    hosts = [s for s in abroad if s.country in setting.hosts]
    return (
        _nearest(draft, [s for s in abroad if s.link == "from"])
        or _nearest(draft, [s for s in hosts if s.site and s.link != "to"])
        or _nearest(draft, [s for s in hosts if s.link == "in"])
        or _nearest(draft, [s for s in hosts if s.link == "of"])
    )


def _actor(
    draft: Draft,
    spots: list[Spot],
    home: str | None,
    contexts: list[Context],
    setting: Setting,
) -> None:
    """The country that moves people, where the sentence does not say from where."""
    actor = _nearest(
        draft,
        [
            s
            for s in spots
            if s.country in setting.hosts and s.country not in (home, draft.destination)
        ],
    )
    if actor is not None:
        _put(draft, [actor], actor, "the country named in the sentence")
    else:
        _default(draft, contexts, setting)
    if draft.country != draft.destination:
        draft.origin = draft.country


def _handover(draft: Draft, spots: list[Spot]) -> None:
    """A handover happens where the text puts it, not where people had been held."""
    at = _nearest(draft, [s for s in spots if s.link == "in" and s.country != draft.origin])
    if at is not None:
        _put(draft, [at], at, "the handover")
        draft.destination = draft.destination or at.country


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
    if goal is None and not homeward and _leaves_site(draft):
        draft.kind = "escaped"
    else:
        nowhere = goal is None and home is None and setting.home == ""
        passed = not homeward and (abroad or transit or nowhere)
        draft.kind = "transferred" if passed else "repatriated"
    draft.trace.append(f"kind {draft.kind}: by the ends of the movement")


def _leaves_site(draft: Draft) -> bool:
    """Whether what was left is a compound: "left the centres", "ont quitté les complexes"."""
    tokens = draft.context.sentence.tokens
    behind = range(draft.focus + 1, min(draft.focus + 6, len(tokens)))
    if any(tokens[n].value("prep") == "to" for n in behind):
        return False
    if any(tokens[n].value("head") == "site" for n in behind):
        return True
    return any(spot.site for spot in draft.context.spots if spot.at in behind)
