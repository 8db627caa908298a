"""Countries named only for who helped or asked, or where a mission sits: nothing happened there."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.attributes.setting import Setting
from headcount.extract.mentions.bodies import of_mission
from headcount.extract.mentions.frames import frame_of
from headcount.extract.mentions.places import Spot
from headcount.extract.mentions.tokens import Token

_BETWEEN: Final = frozenset(
    ("prep", "det", "conj", "adjective", "people", "country", "capital", "place")
)
"""What may stand between a word for help or a mission and the country that hangs on it."""

_CHAIN: Final = 6
"""Tokens from such a word to the last country that hangs on it."""


def on_the_ground(
    context: Context, spots: list[Spot], setting: Setting, *, seats: bool
) -> list[Spot]:
    """The spots without those of helpers, and without seats of missions if `seats` says so.

    "With support from Thailand", "the embassy in India": the country that the report is about is
    meant all the same. Where it is about none, another one of the centres must be told beside.
    """
    tokens = context.sentence.tokens
    aside = {s.at for s in spots if not s.loose and _aside(tokens, s.at, seats=seats)}
    kept = [s for s in spots if s.at not in aside]
    if setting.country is None:
        return kept if any(s.country in setting.hosts and not s.capital for s in kept) else spots
    return [s for s in spots if s.at not in aside or s.country == setting.country]


def bystanding(context: Context, spot: Spot) -> bool:
    """Whether a country is named for who helped or asked, or as the seat of a mission."""
    return not spot.loose and _aside(context.sentence.tokens, spot.at, seats=True)


def helping(tokens: list[Token], spot: Spot) -> bool:
    """Whether an authority told by an adjective only helped: "with the help of Chinese police"."""
    if not spot.loose:
        return False
    n = spot.at - 1
    while (
        n > 0 and any(map(tokens[n].is_a, ("prep", "det", "body"))) and not tokens[n].is_a("aside")
    ):
        n -= 1
    hung = any(t.is_a("prep") for t in tokens[n + 1 : spot.at])
    return hung and tokens[n].is_a("aside") and not of_mission(tokens[n])


def _aside(tokens: list[Token], at: int, *, seats: bool) -> bool:
    """Whether the country at `at` hangs on a word for help, or for a mission if `seats`."""
    behind = at + 1
    while behind < len(tokens) and tokens[behind].is_a("attr"):
        behind += 1
    linked = behind > at + 1
    if behind < len(tokens) and tokens[behind].is_a("aside") and linked:
        return seats or not of_mission(tokens[behind])
    hung = False
    for n in range(at - 1, max(at - _CHAIN, -1), -1):
        token = tokens[n]
        if token.is_a("aside"):
            if not of_mission(token):
                return hung
            return seats and not _reached(tokens, n)
        hung = hung or token.is_a("prep")
        if not token.is_any(_BETWEEN):
            return False
    return False


def _reached(tokens: list[Token], n: int) -> bool:
    """Whether people come to the mission at `n`: "were taken to the embassy in Bangkok"."""
    for token in reversed(tokens[max(n - _CHAIN, 0) : n]):
        if token.is_a("prep"):
            return token.value("prep") == "to"
        if not token.is_any(_WHOSE):
            return False
    return False


_WHOSE: Final = frozenset(("det", "own", "adjective", "people", "country"))
"""What may stand before a mission: whose it is."""


def at_mission(tokens: list[Token], spot: Spot) -> bool:
    """Whether a city right behind a mission tells where it is: "came to the embassy Bangkok"."""
    return spot.place is not None and spot.at > 0 and of_mission(tokens[spot.at - 1])


def acts_later(draft: Draft, spot: Spot) -> bool:
    """Whether a country behind what was told acts itself: "… arrested after Japan had asked".

    Or in a clause that goes on: "… after Japan asked and then China extradited the ringleader".
    """
    tokens = draft.context.sentence.tokens
    begin = max(draft.focus, draft.quantity.after)
    if spot.link or spot.at <= begin or spot.at + 1 >= len(tokens):
        return False
    verb = tokens[spot.at + 1]
    if any(t.is_a("rel") for t in tokens[max(spot.at - _OPENED, 0) : spot.at]):
        return verb.is_a("have") or _asserts(verb)
    joined = any(t.is_a("conj") for t in tokens[max(spot.at - _OPENED, begin) : spot.at])
    return joined and _asserts(verb) and any(t.is_a("rel") for t in tokens[begin : spot.at])


def _asserts(verb: Token) -> bool:
    """Whether a verb tells what its subject does."""
    return any(frame_of(e.extra).name in ("act", "both") for e in verb.predicates)


_OPENED: Final = 2
"""Tokens from the word that opens a clause to the country that acts in it."""
