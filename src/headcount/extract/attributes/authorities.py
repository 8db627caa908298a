"""Where authorities acted: their own country, unless the text puts the act itself elsewhere."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.draft import Context, Draft, backward
from headcount.extract.attributes.bystanders import helping
from headcount.extract.attributes.nearest import is_authority, nearest, put
from headcount.extract.attributes.setting import Setting
from headcount.extract.attributes.spots import locating, speaking
from headcount.extract.families import ACTED, CAUGHT, OPERATIONS
from headcount.extract.mentions.bodies import of_mission
from headcount.extract.mentions.places import Spot
from headcount.extract.mentions.tokens import Token
from headcount.model import FOREIGN


def acting(draft: Draft, spots: list[Spot]) -> list[Spot]:
    """The spots that tell whose authorities act in the sentence, of one country; [] for several.

    Those of a joint operation do not tell on whose ground it was.
    """
    tokens = draft.context.sentence.tokens
    found = [s for s in spots if _actor(draft, tokens, s)]
    found = [s for s in found if _agent(draft, s)] or found
    return found if len({s.country for s in found}) == 1 else []


def _agent(draft: Draft, spot: Spot) -> bool:
    """Whether a place is of whom a passive names beside its verb: "were held by Thai police".

    Who only speaks of it before is no nearer. The agent may stand before its verb, as in Chinese.
    """
    tokens = draft.context.sentence.tokens
    if draft.kind not in ACTED or draft.match is None or draft.match.at < 0:
        return False
    behind = tokens[draft.focus + 1 : spot.at]
    if behind and behind[0].value("prep") == "by":
        # "by Thai police", "by the police of Peru"
        near = len(behind) < _AGENT + sum(t.is_a("body") for t in behind)
        return near and all(t.is_a("prep") or t.is_a("det") or t.is_a("body") for t in behind)
    if not 0 < draft.focus - spot.at <= _AGENT:
        return False
    between = tokens[max(spot.at - _AGENT, 0) : draft.focus]
    passive = any(t.is_a("be") for t in tokens[max(spot.at - _AGENT, 0) : spot.at])
    return passive and all(t.kind == "w" for t in between)


_AGENT: Final = 3
"""Tokens from the marker of a passive to the country of its agent, and from that to the verb."""


def of_the_act(draft: Draft, here: list[Spot], spots: list[Spot]) -> list[Spot]:
    """The spots of `here` where the act was, not what those taken had done abroad before.

    "Thai police arrested 100 over scam centres in Cambodia" was in Thailand.
    """
    actors = acting(draft, spots) if here and draft.kind in _BY_STATE else []
    if not actors:
        return here
    own = actors[0].country
    abroad = [s for s in here if s.country != own and draft.kind != "charged"]
    named = any(_agent(draft, s) for s in actors)
    there = [s for s in abroad if governed(draft, s) and (s.link == "in" or not named)]
    return there or [s for s in here if s.country == own] or actors


def led_elsewhere(draft: Draft, here: list[Spot]) -> list[Spot]:
    """The spots of `here` where suspects had sent others, told behind them: nobody took them there.

    "Police arrested two agents for sending Indians to scam compounds in Myanmar".
    """
    if draft.kind not in CAUGHT:
        return []
    tokens = draft.context.sentence.tokens
    start = max(draft.quantity.after, draft.focus)
    return [s for s in here if s.at > start and _goal(tokens[max(s.at - _WAY, start) : s.at])]


def _goal(before: list[Token]) -> bool:
    """Whether "to" leads to a place, nothing but a site or its preposition between."""
    for token in reversed(before):
        if token.value("prep") == "to":
            return True
        if not (token.is_a("prep") or token.is_a("det") or token.value("head") == "site"):
            return False
    return False


_WAY: Final = 5
"""Tokens from "to" to the place of the compounds that it leads to."""

_BY_STATE: Final = ACTED | {"killed"}
"""What authorities do; those "killed" beside an authority were put to death, mostly."""


def _actor(draft: Draft, tokens: list[Token], spot: Spot) -> bool:
    """Whether a spot belongs to an authority, or is a country that is subject or agent."""
    low, high = sorted((spot.at, draft.focus))
    between = tokens[low + 1 : high]
    if spot.at > draft.focus and any(_breaks(t) for t in between if t.kind == "w"):
        return False
    if is_authority(tokens, spot) or (spot.loose and _acts(tokens, spot)):
        return True
    if spot.place is not None and not spot.capital:
        return False
    if spot.link == "by":
        return True
    if spot.link in ("of", "in"):
        return any(t.is_a("body") for t in tokens[max(spot.at - 3, 0) : spot.at])
    bare = not spot.link and not spot.loose
    return bare and 0 < draft.focus - spot.at <= _SUBJECT and all(t.kind == "w" for t in between)


_SUBJECT: Final = 4
"""Tokens from a country that is the subject to its verb."""


def governed(draft: Draft, spot: Spot) -> bool:
    """Whether a place hangs on the act itself: nothing parts it from its verb or its count."""
    tokens = draft.context.sentence.tokens
    opening = tokens[: spot.at]
    if spot.link == "in" and not any(_breaks(t) or t.is_a("body") for t in opening):
        return True
    if any(t.is_a("attr") for t in tokens[spot.at + 1 : spot.at + 4]):
        return False
    quantity = draft.quantity
    ends = ((draft.focus, draft.focus + 1), (quantity.first, quantity.after))
    gaps = [
        tokens[last : spot.at] if first < spot.at else tokens[spot.at + 1 : first]
        for first, last in ends
    ]
    if _raided_there(tokens, spot, draft.focus):
        return True
    return not any(_breaks(t) for t in min(gaps, key=len)) and not _blamed(tokens, ends[1][1], spot)


def _raided_there(tokens: list[Token], spot: Spot, focus: int) -> bool:
    """Whether a raid on the place led to the act: "stormed buildings in Bavet, held 205 people"."""
    if spot.link != "in" or not 0 < focus - spot.at <= _RAID:
        return False
    for n in range(spot.at - 1, max(spot.at - _RAID, -1), -1):
        if tokens[n].is_a("rel") or tokens[n].is_a("topic"):
            return False
        if tokens[n].predicates:
            return any(e.value == "raided" for e in tokens[n].predicates)
    return False


_RAID: Final = 12
"""Tokens from the verb of a raid to its place, and from that to what came of it."""


def _blamed(tokens: list[Token], after: int, spot: Spot) -> bool:
    """Whether a place behind a count is that of what they had done: "… accused of scams in China".

    In a compound that is called after scams they were themselves.
    """
    n = spot.at - 1
    while n > after and tokens[n].is_any(_LINKING):
        n -= 1
    site = any(t.value("head") == "site" for t in tokens[max(n - _SITE, 0) : n + 1])
    return n >= after and tokens[n].is_a("topic") and not (site or tokens[n].is_a("head"))


_LINKING: Final = frozenset(("prep", "adj", "det"))
"""What stands between a deed and its place."""

_SITE: Final = 3
"""Tokens from the noun of a compound to a word for scams behind it."""


def _breaks(token: Token) -> bool:
    """Whether a token opens another clause or tells another act."""
    if token.kind == "m":
        return token.norm in ",;:.—–"
    other = any(e.value not in _BY_STATE for e in token.predicates)
    return token.is_a("rel") or (other and not token.is_a("prep"))


def by_authority(
    draft: Draft, spots: list[Spot], contexts: list[Context], drafts: list[Draft]
) -> bool:
    """Where authorities acted: their own country, that of the sentence before, or as told."""
    tokens = draft.context.sentence.tokens
    # An embassy tells of arrests; it makes none where it sits.
    spots = [s for s in spots if not (helping(tokens, s) or of_mission(tokens[s.at]))]
    acting = [s for s in spots if s.link == "" or s.capital or _whose(draft, tokens, s)]
    agents = [s for s in spots if _agent(draft, s)]
    actor = nearest(draft, agents or [s for s in acting if not s.loose or _acts(tokens, s)])
    if actor is not None:
        put(draft, [actor], actor, "the authority named")
        return True
    told = next((d for d in backward(drafts, draft) if d.kind == draft.kind), None)
    aside = None
    if told is None and _aside(draft, contexts):
        # "Washington imposed sanctions. 40 suspects were also held": as what was told before that.
        aside = next((d for d in backward(drafts, draft) if d.kind in OPERATIONS), None)
    told = aside or told
    if aside is None and _followed(draft, contexts, told):
        return True
    if told is not None and told.country:
        draft.country = told.country
        draft.trace.append(f"where {draft.country}: as told just before")
        return True
    return False


def _whose(draft: Draft, tokens: list[Token], spot: Spot) -> bool:
    """Whether a country behind "of" is that of the authority that acts: "the police of Peru held".

    The authority is the subject: nothing but words stands between it and the verb.
    """
    if spot.link != "of" or spot.place is not None or not 0 <= spot.at < draft.focus:
        return False
    if draft.match is None or spot.at in speaking(draft.context):
        return False
    between = tokens[spot.at + 1 : draft.focus]
    body = any(t.is_a("body") for t in tokens[max(spot.at - 3, 0) : spot.at])
    return body and not any(t.kind == "m" or t.is_a("rel") or t.is_a("say") for t in between)


def _acts(tokens: list[Token], spot: Spot) -> bool:
    """Whether an adjective stands beside an authority, not beside a thing: "Chinese passports"."""
    near = tokens[max(spot.at - 2, 0) : spot.at + 3]
    return any((t.is_a("body") or t.is_a("role")) and not t.is_a("vague") for t in near)


def _mission(tokens: list[Token], spot: Spot) -> bool:
    """Whether an adjective tells whose embassy it is: where it sits is another country."""
    near = tokens[max(spot.at - 2, 0) : spot.at + 3]
    return any(t.value("aside") == "seat" for t in near)


def freed_by(draft: Draft, spots: list[Spot], setting: Setting) -> bool:
    """Set the country whose authority freed people of another one, where nothing tells the place.

    Missions free their own people abroad. Where nobody is named, it must be the scene.
    """
    if draft.kind != "freed":
        return False
    tokens = draft.context.sentence.tokens
    loose = [s for s in spots if s.loose and _acts(tokens, s) and not _mission(tokens, s)]
    actor = nearest(draft, [s for s in loose if s.country not in draft.nations])
    if actor is None or not (draft.nations or actor.country == setting.scene):
        return False
    if draft.nations == (FOREIGN,) and actor.country != setting.scene:
        return False
    put(draft, [actor], actor, "the authority named")
    return True


def _aside(draft: Draft, contexts: list[Context]) -> bool:
    """Whether the sentence just before counts nobody, names no authority and tells no operation."""
    before = contexts[max(draft.context.index - 1, 0) : draft.context.index]
    words = [t for c in before for t in c.sentence.tokens]
    done = {e.value for t in words for e in t.predicates}
    counted = any(c.quantities or c.refused for c in before)
    return done.isdisjoint(OPERATIONS) and not (counted or any(t.is_a("body") for t in words))


def _followed(draft: Draft, contexts: list[Context], told: Draft | None) -> bool:
    """Set the one country of the sentence just before, unless what was `told` is more precise."""
    before = contexts[max(draft.context.index - 1, 0) : draft.context.index]
    near = [c for c in before if c.sentence.paragraph == draft.context.sentence.paragraph]
    named = [s for c in near for s in locating(c) if s.loose or s.place or not s.link]
    if len({s.country for s in named}) != 1:
        return False
    if told is not None and told.country == named[-1].country and told.place:
        return False
    put(draft, named, named[-1], "the sentence before")
    return True


def another_sends(draft: Draft, source: Draft, spots: list[Spot], hosts: frozenset[str]) -> bool:
    """Whether another country of the centres is the subject of a movement told on its own."""
    if draft.whole is not None or draft.context is source.context:
        return False
    before = [s for s in spots if s.at < draft.focus and not s.link and s.country in hosts]
    if not before or before[-1].country == source.country:
        return False
    return before[-1].country not in draft.nations
