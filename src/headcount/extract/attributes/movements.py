"""Where a movement began and ended, and with that its country, place and kind.

Those moved come from where they were held and go where the sentence says, else home.
"""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.attributes.authorities import acting, another_sends
from headcount.extract.attributes.borders import (
    at_border,
    at_gate,
    by_the_gate,
    crossings,
    handover,
    receiver,
    route,
    site_left,
    taker,
)
from headcount.extract.attributes.fallback import fall_back
from headcount.extract.attributes.nearest import leaves_site, nearest, put
from headcount.extract.attributes.setting import Setting
from headcount.extract.attributes.transit import by_transit
from headcount.extract.families import BACKGROUND, CAUGHT, MOVES
from headcount.extract.mentions.frames import frame_of
from headcount.extract.mentions.places import Spot
from headcount.extract.mentions.tokens import Token
from headcount.model import FOREIGN


def ends(
    draft: Draft,
    spots: list[Spot],
    home: str | None,
    contexts: list[Context],
    setting: Setting,
) -> None:
    """Origin and destination of a movement, and with them country and place."""
    homeward = any(t.is_a("homeward") for t in draft.context.sentence.tokens)
    way = route(draft.context.sentence.tokens, spots)
    goal = way[1] if way is not None else _goal(draft, spots, home, setting)
    source = draft.whole or draft.source
    if draft.kind == "moved":
        _settle(draft, goal, home, homeward, setting)
        _sent_away(draft, contexts)
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
    if held is not None and draft.kind != "transferred" and _of_several(draft, held, setting):
        draft.trace.append("country none: they came from several countries")
        return
    if held is not None and held.country != draft.destination:
        site = site_left(draft, spots, held)
        draft.origin = site.country if site is not None else held.country
        put(draft, [held], held, "where they were brought from")
        _sent_by(draft, spots, held, setting)
    elif (
        source is not None
        and source.country
        and not _home_already(draft, source, home)
        and not another_sends(draft, source, spots, setting.hosts)
    ):
        draft.origin, draft.country, draft.place = source.origin, source.country, source.place
        draft.destination = draft.destination or source.destination
        draft.trace.append(f"where {draft.place or draft.country}: of the group told before")
    else:
        _actor(draft, spots, home, contexts, setting)
    if draft.kind == "transferred" and not _taken_home(draft, spots, home, contexts):
        _handed_over(draft, spots)
    else:
        _crossed(draft, spots, held, home)
    by_the_gate(draft, contexts)
    if draft.origin is None:
        _came_from(draft, setting)
    if draft.kind in MOVES:
        by_transit(draft, contexts, setting)
    else:
        draft.origin = draft.destination = None


def _of_several(draft: Draft, held: Spot, setting: Setting) -> bool:
    """Whether the country that people left is one of a list: "from Laos, Myanmar and Cambodia".

    Where each country has a count of its own, it is told before this is asked.
    """
    tokens = draft.context.sentence.tokens
    numbers = {q.number.first for q in draft.context.quantities}
    for other in draft.context.spots:
        named = other.country in setting.hosts and not (other.loose or other.place)
        if other.country == held.country or not named:
            continue
        low, high = sorted((held.at, other.at))
        between = range(low + 1, high)
        listed = all(
            tokens[n].norm == "," or any(tokens[n].is_a(c) for c in ("conj", "prep", "country"))
            for n in between
        )
        if listed and len(between) > 0 and held.place is None and not numbers & set(between):
            return True
    return False


def _taken_home(draft: Draft, spots: list[Spot], home: str | None, contexts: list[Context]) -> bool:
    """Make a transfer a return where their own country receives people: "Vietnam took in 30".

    Whether it does. Suspects are handed over to its police, not brought home.
    """
    if home is None or draft.destination != home:
        return False
    near = contexts[max(draft.context.index - 1, 0) : draft.context.index + 1]
    tokens = [token for context in near for token in context.sentence.tokens]
    if any(t.is_a("suspect") or any(e.value in CAUGHT for e in t.predicates) for t in tokens):
        return False
    before = [s for s in spots if s.at < draft.focus < draft.quantity.first and s.link in _WHOSE]
    if not before or any(s.country != home for s in before):
        return False
    draft.kind = "repatriated"
    draft.trace.append("kind repatriated: their own country takes them in")
    return True


_WHOSE: Final = frozenset(("", "of"))
"""How the country of an authority is told: "Vietnam's guards", "the guards of Vietnam"."""


def _handed_over(draft: Draft, spots: list[Spot]) -> None:
    """Set where a handover took place: told, else on the side of the border of who took over."""
    handover(draft, spots)
    taken = None if draft.destination else taker(draft, spots)
    if taken is not None:
        draft.country, draft.place, draft.destination = taken, None, taken


def _crossed(draft: Draft, spots: list[Spot], held: Spot | None, home: str | None) -> None:
    """Set a border told as where people came home, or as what they crossed on their way."""
    gate = crossings(spots)
    over = [s for s in at_border(draft, spots) if s.link == "to"]
    if gate and gate[-1].country in (draft.destination, home) and not _apart(draft, held, gate):
        put(draft, gate, gate[-1], "the crossing where they came home")
    elif any(s.country != home for s in over):
        put(draft, over, over[-1], "the border that they crossed on their way")


def _sent_by(draft: Draft, spots: list[Spot], held: Spot, setting: Setting) -> None:
    """Set the country of transit that sends people home who had been in compounds of another one.

    "Thailand has repatriated 3,533 foreigners freed from centres in Myanmar" flew from Thailand.
    """
    near = draft.context.sentence.tokens[max(held.at - _SITE, 0) : held.at]
    if draft.kind not in ("repatriated", "deported") or held.at < draft.quantity.after:
        return
    if not held.site and all(t.value("head") != "site" for t in near):
        return
    theirs = {held.country, draft.destination, *draft.nations}
    acts = [s for s in acting(draft, spots) if s.at < draft.focus and s.country in setting.hosts]
    sender = next((s for s in acts if s.country not in theirs), None)
    if sender is not None:
        put(draft, [sender], sender, "the country that sent them home")


_SITE: Final = 6
"""Tokens from a compound to the country that it is in: "centres on the Burmese side"."""


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


def _goal(draft: Draft, spots: list[Spot], home: str | None, setting: Setting) -> Spot | None:
    """Where people were moved to: by preposition, their home, or right behind the verb."""
    tokens = draft.context.sentence.tokens
    over = [s for s in spots if s.link == "to" and not _of_whole(draft, s)]
    towards = [s for s in over if not _lured_to(tokens, s.at)]
    to = nearest(draft, [s for s in towards if s.country == home]) or nearest(draft, towards)
    if to is not None:
        return to
    taker = receiver(draft, spots)
    if taker is not None:
        return taker
    inside = [s for s in spots if s.link == "in"]
    at_home = nearest(draft, [s for s in inside if s.country == home])
    if at_home is not None or draft.kind != "moved":
        return at_home or _home_told(draft, inside, home, setting)
    others = {s.country for s in spots if s.link in ("from", "of")}
    behind = _right_behind(draft, inside)
    near = setting.hosts | {setting.country}
    return nearest(draft, [s for s in behind if others - {s.country} or s.country not in near])


def _of_whole(draft: Draft, spot: Spot) -> bool:
    """Whether a place is where a whole went: "of 260 who crossed into Thailand 110 went home"."""
    whole = draft.whole
    if whole is None or whole.context is not draft.context:
        return False
    return whole.quantity.after <= spot.at < min(draft.quantity.first, draft.focus)


def _home_told(draft: Draft, inside: list[Spot], home: str | None, setting: Setting) -> Spot | None:
    """The place right behind "repatriated" that those of no nationality told are brought home to.

    "Twenty-two are to be flown home in Nairobi": none of the countries of the centres.
    """
    if home is not None or draft.kind != "repatriated":
        return None
    behind = _right_behind(draft, inside)
    return nearest(draft, [s for s in behind if s.country not in setting.hosts])


def _right_behind(draft: Draft, inside: list[Spot]) -> list[Spot]:
    """Those of the places that stand right behind the verb of a movement."""
    tokens = draft.context.sentence.tokens
    return [s for s in inside if 0 < _words(tokens, draft.focus, s.at) <= _RIGHT_BEHIND]


_RIGHT_BEHIND: Final = 4
"""Tokens from the verb to a place that it goes with, those of a time not counted."""


def _words(tokens: list[Token], start: int, end: int) -> int:
    """The tokens from a verb on to a place behind it, but for those that tell a time."""
    between = tokens[start + 1 : end]
    return end - start - sum(t.kind == "n" or _dates(t) for t in between)


def _dates(token: Token) -> bool:
    """Whether a word only tells a time, as no preposition does."""
    return not token.is_a("prep") and any(map(token.is_a, ("time", "month", "dayart")))


def _lured_to(tokens: list[Token], at: int) -> bool:
    """Whether a verb of trafficking governs the place at `at`: it is where they had been sent."""
    for n in range(at - 1, max(at - 4, -1), -1):
        if tokens[n].predicates:
            return any(e.value in BACKGROUND - _STAYING for e in tokens[n].predicates)
    return False


_STAYING: Final = frozenset(("working",))
"""What people do in one place: no verb of going to another."""


def _left(draft: Draft, spots: list[Spot], home: str | None, setting: Setting) -> Spot | None:
    """Where people who were moved had been held."""
    tokens = draft.context.sentence.tokens
    abroad = [s for s in spots if s.country != home and not (s.link == "in" and at_gate(s, spots))]
    hosts = [s for s in abroad if s.country in setting.hosts]
    return (
        nearest(draft, [s for s in abroad if s.link == "from"])
        or nearest(draft, _sent_out_of(draft, abroad))
        or nearest(draft, [s for s in hosts if s.site and s.link != "to"])
        or nearest(draft, [s for s in hosts if s.link == "in"])
        or nearest(draft, [s for s in hosts if s.link == "of"])
        or nearest(draft, [s for s in abroad if s.link == "in"])
        or nearest(draft, [s for s in abroad if s.link == "to" and _lured_to(tokens, s.at)])
    )


def _sent_out_of(draft: Draft, abroad: list[Spot]) -> list[Spot]:
    """Places that "of" links to the verb of a movement or to its count: "rapatriés du Kenya"."""
    behind = _right_behind(draft, abroad)
    told = [s for s in abroad if 0 <= s.at - draft.quantity.after <= 1]
    return [s for s in (*behind, *told) if s.link == "of"]


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
    if actor is not None and not (actor.loose and draft.kind == "transferred"):
        put(draft, [actor], actor, "the country named in the sentence")
    else:
        # Whose militia hands people over is told, not where they now are.
        fall_back(draft, contexts, setting)
    if draft.country != draft.destination:
        draft.origin = draft.country


def _sent_away(draft: Draft, contexts: list[Context]) -> None:
    """Make the return of foreigners a deportation where the report just spoke of one.

    "Nigeria expelled them. 102 foreigners have been sent back since": by who expelled the others.
    """
    if draft.kind != "repatriated" or draft.nations != (FOREIGN,):
        return
    near = contexts[max(draft.context.index - _EXPELLED, 0) : draft.context.index]
    told = (e for c in near for t in c.sentence.tokens for e in t.predicates)
    if any(e.value == "deported" and not frame_of(e.extra).plan for e in told):
        draft.kind = "deported"
        draft.trace.append("kind deported: the report just spoke of it")


_EXPELLED: Final = 3
"""Sentences back to where a deportation is told."""


def _settle(
    draft: Draft, goal: Spot | None, home: str | None, homeward: bool, setting: Setting
) -> None:
    """Whether people who were moved came home or only over a border.

    A goal that is not their home is a transfer; without a nationality, a country of the centres
    is no home.
    """
    abroad = goal is not None and home is not None and goal.country != home
    transit = goal is not None and home is None and _no_home(draft, goal, setting)
    if goal is None and not homeward and _led_away(draft):
        draft.kind = "arrested"
    elif goal is None and not homeward and leaves_site(draft):
        draft.kind = "escaped" if _went(draft) else "transferred"
    else:
        nowhere = goal is None and home is None and setting.home == ""
        passed = not homeward and (abroad or transit or nowhere)
        draft.kind = "transferred" if passed else "repatriated"
    draft.rule = "movement"
    draft.trace.append(f"kind {draft.kind}: by the ends of the movement")


def _went(draft: Draft) -> bool:
    """Whether people moved themselves by the verb: "left the centres", not "were brought"."""
    tokens, at = draft.context.sentence.tokens, draft.focus
    mine = [e for e in tokens[at].predicates if e.value == "moved"]
    return not mine or any(frame_of(e.extra).name == "subj" for e in mine)


def _no_home(draft: Draft, goal: Spot, setting: Setting) -> bool:
    """Whether people of no nationality told cannot be at home where they were brought.

    The suspects of a country's police need not be its own people.
    """
    if goal.country == setting.country or goal.country in setting.hosts:
        return True
    tokens = draft.context.sentence.tokens
    return (goal.place is not None or goal.link == "in") and any(t.is_a("suspect") for t in tokens)


def _led_away(draft: Draft) -> bool:
    """Whether those who raid a place take people with them: "searched a villa and led off 9"."""
    tokens = draft.context.sentence.tokens
    led = 0 <= draft.focus < draft.quantity.first
    return led and any(e.value == "raided" for t in tokens[: draft.focus] for e in t.predicates)
