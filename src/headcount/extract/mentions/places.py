"""Where: places and countries named in a sentence, and the ends of a movement.

Place names come from the gazetteer, country names from the pack; both stand in one lexicon with
the pack's words, so one pass over the text finds everything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from headcount.extract.mentions.tokens import Token
from headcount.languages.folding import literal, plain_templates
from headcount.languages.lexicon import Entry, Lexicon
from headcount.languages.pack import load_pack
from headcount.languages.scripts import caseless
from headcount.places.gazetteer import Place, authorities, load_places, place_by_id

SITES: Final = frozenset(("compound", "zone"))
"""Kinds of places that exist only for this crisis: they tell the country where it happens."""

_SHELTERS: Final = SITES | {"shelter"}
"""Kinds of places that those from the centres are in, or were handed over to."""

PRECISE: Final = {
    "compound": 5,
    "shelter": 5,
    "zone": 4,
    "town": 3,
    "city": 3,
    "crossing": 2,
    "district": 2,
}
"""How much a kind of place tells; a province is 1, and a bridge is told by its town."""


@dataclass(slots=True, init=False)
class Spot:
    """One place or country named at token `at`: `link` is the preposition's value before it.

    `place` is None for a bare country; `country` is alpha-3; `loose` marks an adjective or a
    possessive ("Thai police", "Cambodia's"), `capital` a city that may stand for a government.
    """

    at: int
    country: str
    place: Place | None
    link: str
    loose: bool
    capital: bool

    def __init__(
        self,
        at: int,
        country: str,
        place: Place | None,
        link: str,
        loose: bool,
        capital: bool,
    ) -> None:
        self.at = at
        self.country = country
        self.place = place
        self.link = link
        self.loose = loose
        self.capital = capital

    @property
    def site(self) -> bool:
        """Whether it names a place that exists only for this crisis."""
        return self.place is not None and self.place.kind in SITES


@lru_cache(maxsize=32)
def pack_lexicon(tag: str) -> Lexicon:
    """The words of a pack and the gazetteer's names in one lexicon.

    A name that is also a plain word of the language ("Lima" is five) is ambiguous.
    """
    pack = load_pack(tag)
    lexicon = pack.lexicon.copy() if pack else Lexicon()
    latin = pack is not None and pack.habits.get("latin", False)
    for place, template in _names(latin):
        sure = Entry("place", place.id, "ambiguous" if place.ambiguous else "", "Aa")
        common = Entry("place", place.id, "ambiguous", "Aa") if latin else None
        lexicon.add(template, sure, common)
    for name, country in authorities():
        if not latin or _in_latin(name):
            exact = name if name.isupper() else "Aa"
            for entry in (Entry("body", "", "", exact), Entry("authority", country, "", exact)):
                lexicon.add(literal(name), entry)
    return lexicon


@lru_cache(maxsize=2)
def _names(latin: bool) -> tuple[tuple[Place, str], ...]:
    """Every name of every place in normal words; of other scripts only where not `latin`."""
    named = [
        (place, name)
        for place in load_places()
        for name in (place.name, *place.aliases)
        if not (place.ambiguous and name.isascii() and " " not in name and len(name) < _SHORT)
        and (not latin or _in_latin(name))
    ]
    plain = plain_templates([name for _, name in named])
    return tuple(
        (place, template or literal(name))
        for (place, name), template in zip(named, plain, strict=True)
    )


_SHORT: Final = 4
"""An ambiguous name of fewer Latin letters than this is not looked for."""


def _in_latin(name: str) -> bool:
    """Whether a name begins with a Latin letter (Basic Latin to Extended-B, or Additional)."""
    return ord(name[0]) < 0x250 or 0x1E00 <= ord(name[0]) <= 0x1EFF


def find_spots(tokens: list[Token]) -> list[Spot]:
    """All places and countries of one sentence in order, but where a body has its offices."""
    spots: list[Spot] = []
    for at, token in enumerate(tokens):
        entries = token.entries
        if not entries or (at and _offices(tokens, at)):
            continue
        if "place" in entries and not _a_name(tokens, at):
            spots.append(_place_spot(tokens, at))
        elif "country" in entries and not (_whose_citizens(tokens, at) or _of_paper(tokens, at)):
            link = link_of(tokens, at)
            loose = not link and "adjective" in entries and _is_loose(tokens, at)
            spots.append(Spot(at, token.value("country"), None, link, loose, False))
        elif "capital" in entries:
            spots.append(Spot(at, token.value("capital"), None, link_of(tokens, at), False, True))
        elif "adjective" in entries and _is_loose(tokens, at):
            spots.append(Spot(at, token.value("adjective"), None, "", True, False))
        elif "adjective" in entries and _of_ground(tokens, at):
            spots.append(
                Spot(at, token.value("adjective"), None, link_of(tokens, at), False, False)
            )
        elif "authority" in entries and not _of_another(tokens, at):
            spots.append(Spot(at, token.value("authority"), None, "", True, False))
        elif "ground" in entries:
            spots.append(_inner_spot(token, at))
    return spots


def _offices(tokens: list[Token], at: int) -> bool:
    """Whether a body has its offices at `at`: "Interpol, based in Lyon". No gang is a body."""
    n = at - 1
    while n > 0 and (tokens[n].is_a("prep") or tokens[n].is_a("det")) and not _based(tokens[n]):
        n -= 1
    if not _based(tokens[n]):
        return False
    beside = (*tokens[max(n - _BODY, 0) : n], *tokens[at + 1 : at + _BODY])
    return any(t.is_a("body") for t in beside)


def _based(token: Token) -> bool:
    return token.value("aside") == "offices"


_BODY: Final = 5
"""Tokens from a body to the word for its offices, or from a place to the authority it opens."""


def _of_paper(tokens: list[Token], at: int) -> bool:
    """Whether a country only tells whose paper says so: "Britain's “Guardian” on the 2nd said"."""
    if at + 1 >= len(tokens) or tokens[at + 1].norm != "“" or not caseless(tokens[at].norm):
        return False
    closed = next((n for n in range(at + 2, min(at + 7, len(tokens))) if tokens[n].norm == "”"), 0)
    return closed > 0 and any(t.is_a("say") for t in tokens[closed + 1 : closed + 4])


def _whose_citizens(tokens: list[Token], at: int) -> bool:
    """Whether the country at `at` only tells whose citizens the next word means.

    So it does in scripts without capitals, where one word is country and adjective.
    """
    if not caseless(tokens[at].norm) or not tokens[at].is_a("adjective"):
        return False
    noun = tokens[at + 1 : at + 2]
    return bool(noun) and noun[0].glued and noun[0].value("citizen") == "state"


def _of_another(tokens: list[Token], at: int) -> bool:
    """Whether a country beside an authority's name tells whose it is: "the Coast Guard of …"."""
    near = tokens[max(at - 2, 0) : at] + tokens[at + 1 : at + 3]
    return any(t.is_a("country") or t.is_a("adjective") for t in near)


def _inner_spot(token: Token, at: int) -> Spot:
    """The place that a form of several words names inside: "fled KK Park"."""
    ground = token.entries["ground"]
    place = place_by_id(ground.value)
    country = ground.value if place is None else place.country
    return Spot(at, country, place, ground.extra, False, False)


def _of_ground(tokens: list[Token], at: int) -> bool:
    """Whether an adjective tells whose ground it is: "from Burmese compounds", "on Thai soil".

    Only of a country that has centres; a person's noun behind the compound takes the adjective.
    """
    if tokens[at].value("adjective") not in hosts():
        return False
    before = tokens[at - 1] if at else None
    following = tokens[at + 1 : at + 3]
    beside = following[0] if following else None
    taken = any(t.kind == "w" and _counts(t) for t in following)
    if before is not None and before.value("head") == "site":
        return True
    if before is not None and before.value("prep") in ("in", "from") and _names_ground(before):
        return beside is None or not (beside.is_a("head") or beside.is_a("bad"))
    return beside is not None and beside.value("head") == "site" and not taken


def _names_ground(preposition: Token) -> bool:
    """Whether a preposition names the ground: of several words ("on the soil of"), or marked so."""
    return " " in preposition.norm or preposition.entries["prep"].extra == "ground"


def _counts(token: Token) -> bool:
    """Whether a noun is one of persons, who take the adjectives before their compound."""
    return token.value("head") == "person" or token.is_a("people") or token.is_a("bad")


def _place_spot(tokens: list[Token], at: int) -> Spot:
    place = place_by_id(tokens[at].value("place"))
    country = place.country if place is not None else ""
    return Spot(at, country, place, link_of(tokens, at), False, tokens[at].is_a("capital"))


def _a_name(tokens: list[Token], at: int) -> bool:
    """Whether a place's name is part of something else: a longer name, or an ambiguous word."""
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.is_a("airport"):
        return True
    if at and tokens[at - 1].is_a("airport"):
        return True
    if token.entries["place"].extra == "ambiguous" and not link_of(tokens, at):
        return True
    before = tokens[at - 1] if at else None
    if before is not None and _unknown_name(before):
        return True
    return following is not None and _unknown_name(following) and not in_body(tokens, at)


def _unknown_name(token: Token) -> bool:
    """Whether a word with a capital stands in no table."""
    return token.kind == "w" and token.capital and not token.entries


def in_body(tokens: list[Token], at: int) -> bool:
    """Whether the place opens an authority's name: "Wenzhou Intermediate People's Court"."""
    for token in tokens[at + 1 : at + _BODY]:
        if token.is_a("body"):
            return True
        if not (token.capital or token.joined):
            return False
    return False


def link_of(tokens: list[Token], at: int) -> str:
    """The preposition that governs the name at `at`, articles and classifying nouns skipped."""
    outer = ""
    for n in range(at - 1, max(at - 6, -1), -1):
        entries = tokens[n].entries
        if tokens[n].blank and n == at - 1 and n and "prep" in tokens[n - 1].entries:
            continue
        if outer and (tokens[n].kind == "m" or "pred" in entries or "head" in entries):
            return outer
        if not outer and tokens[n].value("prep") == "of" and tokens[at].is_a("place"):
            outer = "of"
            continue
        if "prep" in entries or "ends" in entries:
            return tokens[n].value("prep") or tokens[n].value("ends")
        if tokens[n].kind == "m" or "pred" in entries or "be" in entries or "say" in entries:
            return outer
    return outer


def _is_loose(tokens: list[Token], at: int) -> bool:
    """Whether a nationality adjective says whose authority or side it is: "Thai police"."""
    near = tokens[at + 1 : at + 3] + tokens[max(at - 2, 0) : at]
    return any(t.is_a("body") or t.is_a("role") or t.is_a("bad") for t in near)


def best_place(spots: Sequence[Spot], country: str | None) -> Place | None:
    """The most precise place among the spots, in `country` if that is known."""
    places = [s.place for s in spots if s.place and country in (None, s.place.country)]
    if not places:
        return None
    return max(places, key=lambda p: PRECISE.get(p.kind, 1))


def main_country(named: Sequence[tuple[int, Spot]], among: frozenset[str] | None) -> str | None:
    """The country that a document speaks of most, its first paragraphs above all.

    `named` holds every place of the document with the number of its paragraph. Only countries of
    `among` count unless that is None; then only names behind a preposition of place, and towns,
    do. None when no country is named or two weigh the same.
    """
    weights: dict[str, int] = {}
    for paragraph, spot in named:
        weight = 3 if paragraph <= 1 else 1
        located = spot.link in ("in", "from")
        if among is None:
            weight *= located + (spot.place is not None)
        elif spot.country in among:
            weight *= 2 if spot.site or located else 1
        else:
            continue
        weights[spot.country] = weights.get(spot.country, 0) + weight
    most = max(weights.values()) if weights else 0
    heaviest = [country for country, weight in weights.items() if weight == most]
    return heaviest[0] if len(heaviest) == 1 else None


@lru_cache(maxsize=1)
def centres() -> frozenset[str]:
    """Countries where the gazetteer knows compounds: where the centres are."""
    return frozenset(p.country for p in load_places() if p.kind in SITES)


@lru_cache(maxsize=1)
def centre_places() -> frozenset[str]:
    """The ids of all places in those countries."""
    return frozenset(p.id for p in load_places() if p.country in centres())


@lru_cache(maxsize=1)
def hosts() -> frozenset[str]:
    """Those, and the countries where it knows shelters for people handed over."""
    return frozenset(p.country for p in load_places() if p.kind in _SHELTERS)
