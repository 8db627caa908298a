"""At the border: where people are handed over, and over which they come home."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.attributes.nearest import nearest, put
from headcount.extract.attributes.setting import Setting
from headcount.extract.mentions.frames import frame_of
from headcount.extract.mentions.places import Spot, hosts
from headcount.extract.mentions.tokens import Token
from headcount.places.gazetteer import border_places


def handover(draft: Draft, spots: list[Spot]) -> None:
    """A handover happens where the text puts it, not where people had been held.

    A country far from the centres takes people home: what it is given is handed over elsewhere.
    """
    took = receiver(draft, spots)
    gate = took is not None and any(s.place and s.country == took.country for s in spots)
    here = [s for s in spots if s is not took or gate or s.country in hosts()]
    at = nearest(draft, [s for s in here if s.link == "in" and s.country != draft.origin])
    if at is None and any(s.country == draft.origin and s.link in ("from", "of") for s in spots):
        # "taken over from Myawaddy …, Mae Sot": the other town told is where.
        rest = [s for s in spots if s.place and not s.link and s.country != draft.origin]
        at = nearest(draft, rest)
    at = at or nearest(draft, at_border(draft, spots))
    if at is not None:
        put(draft, _together(spots, at), at, "the handover")
        draft.destination = draft.destination or at.country


def taker(draft: Draft, spots: list[Spot]) -> str | None:
    """The country that took over people who were elsewhere, None where nobody tells it.

    "Thailand received 460 people from centres in Myanmar".
    """
    if not draft.origin:
        return None
    acts = [s for s in spots if not (s.link or s.place or s.loose or s.country == draft.origin)]
    first = acts[0] if acts and acts[0].at < min(draft.focus, draft.quantity.first) else None
    return first.country if first is not None and first.country not in draft.nations else None


def site_left(draft: Draft, spots: list[Spot], left: Spot) -> Spot | None:
    """The compound in another country that people had been in, who left from `left`: a way home.

    "They flew home from the capital after being freed from scam centres in the other country".
    """
    tokens = draft.context.sentence.tokens
    for spot in spots:
        if spot.country in (left.country, draft.destination) or spot.country in draft.nations:
            continue
        near = tokens[max(spot.at - _SITE, 0) : spot.at]
        if spot.site or (
            spot.link in ("in", "of") and any(t.value("head") == "site" for t in near)
        ):
            return spot
    return None


_SITE: Final = 4
"""Tokens from a compound to the place that it is in."""


def _together(spots: list[Spot], at: Spot) -> list[Spot]:
    """The names told in one breath with a spot: the town and its province."""
    return [s for s in spots if s.country == at.country and abs(s.at - at.at) <= _BREATH]


_BREATH: Final = 3
"""Tokens between a town and the province told with it."""


def receiver(draft: Draft, spots: list[Spot]) -> Spot | None:
    """The country, or the authority of one, that people were handed over to; None for none told.

    "Handed over to the Thai police": behind the verb, nothing told of anybody else between.
    """
    if draft.kind != "transferred":
        return None
    tokens = draft.context.sentence.tokens
    for spot in spots:
        if spot.at <= draft.focus or (spot.place is not None and not spot.capital):
            continue
        n = spot.at - 1
        while n > draft.focus and not tokens[n].is_a("prep") and _names_body(tokens[n]):
            n -= 1
        between = tokens[draft.focus + 1 : n]
        other = any(_tells(t) or t.is_a("rel") or t.is_a("conj") for t in between)
        led = tokens[n].value("prep") in ("in", "to")
        if tokens[n].value("prep") == "in":
            # "receive 7,000 workers from centres in Myanmar": they are taken over from there.
            other = other or any(t.value("prep") == "from" for t in between)
        return spot if led and not other else None
    return None


def _tells(token: Token) -> bool:
    """Whether a verb of its own stands there, not what merely describes a state."""
    return any(frame_of(e.extra).name != "state" for e in token.predicates)


def _names_body(token: Token) -> bool:
    return token.is_a("body") or token.is_a("role") or token.is_a("det")


def route(tokens: list[Token], spots: list[Spot]) -> tuple[Spot, Spot] | None:
    """Both ends of a way told in one breath, "from Myawaddy to Mae Sot"; None where none is.

    "Had worked in centres of Myanmar landed in Manila" tells of none: a verb stands between.
    """
    for left, right in pairwise(spots):
        near = right.at - left.at <= _BREATH and left.country != right.country
        near = near and not any(t.predicates for t in tokens[left.at + 1 : right.at])
        if near and left.link in ("of", "from") and right.link in ("in", "to"):
            return left, right
    return None


def at_gate(spot: Spot, spots: list[Spot]) -> bool:
    """Whether a spot is a bridge or a border gate, or told in one breath with one.

    People pass there; nobody is held there.
    """
    gates = [s for s in spots if s.place and s.place.kind == "crossing" and s.link != "from"]
    return any(s.country == spot.country and abs(s.at - spot.at) <= _BREATH for s in gates)


def crossings(spots: list[Spot]) -> list[Spot]:
    """The places at a border that nobody is said to come from."""
    return [s for s in spots if s.place and s.place.id in border_places() and s.link != "from"]


def at_border(draft: Draft, spots: list[Spot]) -> list[Spot]:
    """The places at a border of another country than that which they left."""
    return [s for s in crossings(spots) if s.country != draft.origin]


def by_the_gate(draft: Draft, contexts: list[Context]) -> None:
    """Set the one crossing of their own country that a report tells, for people who came home.

    A report on a return over land names the gate once, in whichever of its first sentences.
    """
    home = draft.nations[0] if len(draft.nations) == 1 else None
    moved = draft.kind in ("repatriated", "transferred") and draft.scope == "event"
    if not moved or home is None or home == draft.country or draft.destination not in (None, home):
        return
    gates = {
        s.place.name: s
        for c in contexts[:_LEAD]
        for s in crossings(c.spots)
        if s.place is not None and s.place.kind == "crossing" and s.country == home
    }
    if len(gates) != 1:
        return
    (gate,) = gates.values()
    put(draft, [gate], gate, "the crossing where they came home")
    draft.destination = home


_LEAD: Final = 6
"""Sentences in which a report tells where people crossed the border."""


def came_to(draft: Draft, spot: Spot, setting: Setting) -> bool:
    """Whether those who fled came to a country, right behind the verb: "took refuge in Thailand".

    The report is about another country then, which they left.
    """
    if spot.link != "in" or spot.place is not None or setting.country in (None, spot.country):
        return False
    return 0 < spot.at - draft.focus <= _BEHIND


_BEHIND: Final = 4
"""Tokens from the verb to where those who fled came to."""
