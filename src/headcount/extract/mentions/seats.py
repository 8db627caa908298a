"""Which city "the capital" is: that of the country told beside it, else of the one told last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from headcount.extract.mentions.places import Spot, link_of
from headcount.extract.mentions.tokens import Sentence, Token
from headcount.places.gazetteer import capital_of


def find_seats(sentence: Sentence, spots: Sequence[Spot], told: str | None) -> list[Spot]:
    """The capitals of countries that words for a capital stand for, in order.

    `spots` are the places that the sentence names, `told` is the country (alpha-3) told last
    before it (`told_last`), if any. A capital that is named beside the word, that of a province,
    and money ("capital of $2 million") are none.
    """
    if "seat" not in sentence.classes:
        return []
    tokens = sentence.tokens
    found = []
    for at, token in enumerate(tokens):
        if not token.is_a("seat") or _named(tokens, at, spots):
            continue
        country = _beside(tokens, at, spots)
        link = token.value("seat") or link_of(tokens, at)
        if country is None and link in _LINKS and _by_itself(tokens, at):
            before = [s for s in spots if s.at < at]
            behind = [s for s in spots if s.at > at]
            country = told_last(before, told) or told_last(behind, None)
        place = capital_of(country) if country else None
        if place is not None:
            found.append(Spot(at, place.country, place, link, False, True))
    return found


def told_last(spots: Sequence[Spot], told: str | None) -> str | None:
    """The country of the last spot that may be the scene; `told` before the sentence if none is.

    Whose police or ministry it was ("loose") counts only where nothing else is told; an embassy
    "of" a country lies in another.
    """
    for spot in reversed(spots):
        bare = not (spot.link or spot.loose)
        if spot.link in _LINKS or (not spot.capital and (spot.place is not None or bare)):
            return spot.country
    loose = [s.country for s in spots if s.loose]
    return told or (loose[-1] if loose else None)


_LINKS: Final = frozenset(("in", "from", "to"))
"""Prepositions behind which the word means a city even if no country stands beside it."""

_BESIDE: Final = 3
"""Tokens from the word to the city or the country whose capital it is."""


def _named(tokens: list[Token], at: int, spots: Sequence[Spot]) -> bool:
    """Whether a city or province is named beside the word: "the capital, Lima"."""
    return any(
        s.place is not None and 0 < abs(s.at - at) <= _BESIDE and not _parted(tokens, s.at, at)
        for s in spots
    )


def _parted(tokens: list[Token], one: int, other: int) -> bool:
    """Whether a conjunction or a preposition of place stands between: "the capital and Bavet"."""
    low, high = sorted((one, other))
    between = tokens[low + 1 : high]
    return any(t.is_a("conj") or t.value("prep") in _LINKS for t in between)


def _beside(tokens: list[Token], at: int, spots: Sequence[Spot]) -> str | None:
    """The country told right beside the word: "the Peruvian capital", "capital of Peru"."""
    near = [*range(at - 1, max(at - _BESIDE, -1), -1), *range(at + 1, at + _BESIDE)]
    for n in near:
        if n >= len(tokens) or not _close(tokens, n, at):
            continue
        country: str = tokens[n].value("adjective") or tokens[n].value("country")
        if country and not tokens[n].is_a("place"):
            return country
    return None


def _close(tokens: list[Token], n: int, at: int) -> bool:
    """Whether only articles, "of" and a possessive stand between two tokens."""
    low, high = sorted((n, at))
    return all(
        t.is_a("det") or t.value("prep") == "of" or t.norm in _POSSESSIVE
        for t in tokens[low + 1 : high]
    )


_POSSESSIVE: Final = frozenset(("'", "’", "s", "'s"))
"""What a possessive leaves behind a country's name."""


def _by_itself(tokens: list[Token], at: int) -> bool:
    """Whether no word tells of what it is the capital: not "the provincial capital"."""
    before, behind = tokens[max(at - 1, 0) : at], tokens[at + 1 : at + 2]
    free = bool(tokens[at].value("seat")) or all(
        t.is_a("det") or t.is_a("prep") or t.is_a("own") or t.kind == "m" for t in before
    )
    return free and all(t.kind != "w" or (t.entries and not t.is_a("bad")) for t in behind)
