"""Which names of a sentence can tell where: no dateline, no list of peoples, no speaker."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.assembly.joints import opened_for
from headcount.extract.attributes.betweens import joined
from headcount.extract.attributes.bystanders import acts_later
from headcount.extract.attributes.datelines import dateline
from headcount.extract.families import ACTED, MOVES, STOCKS
from headcount.extract.mentions.bodies import of_mission
from headcount.extract.mentions.nouns import has
from headcount.extract.mentions.places import Spot, find_spots, hosts
from headcount.extract.mentions.quantity import Quantity
from headcount.extract.mentions.timewords import in_brackets
from headcount.extract.mentions.tokens import Sentence, Token


def usable(draft: Draft) -> list[Spot]:
    """The spots of the sentence that can tell where it happened, in order."""
    context = draft.context
    if not context.spots:
        return []
    tokens = context.sentence.tokens
    begins = dateline(tokens)
    out = _listed(context) | _peoples(context) | joined(context) | _announced(context)
    if draft.kind not in ACTED:
        out |= speaking(context)
    else:
        out |= allied(draft) | _of_missions(draft)
    found = [
        s
        for s in context.spots
        if s.at >= begins
        and s.at not in out
        and not any(_counted_with(s, q) for q in _with_people(draft))
        and not tokens[s.at].is_a("airport")
        and not (draft.kind not in MOVES and has(tokens, s.at + 1, "airport"))
        and not acts_later(draft, s)
        and not _sent_from(tokens, s)
    ]
    return _of_its_clause(draft, found)


def _of_its_clause(draft: Draft, spots: list[Spot]) -> list[Spot]:
    """Without the places that open another count's clause: "12 in Bavet, and in Poipet 20"."""
    opens = {
        s.at: opened_for(draft.context, s.at, s.at + 1, [o.at + 1 for o in spots if o is not s])
        for s in spots
        if s.link in ("in", "from") and not s.loose
    }
    own = min((at for at, q in opens.items() if q is draft.quantity), default=0)
    later = {at for at, q in opens.items() if q is not None and q.first > draft.quantity.first}
    return [s for s in spots if s.at >= own and s.at not in later]


def _sent_from(tokens: list[Token], spot: Spot) -> bool:
    """Whether officials only came from the place: "advised by officers from Beijing"."""
    verb = spot.at - (1 if tokens[spot.at - 1].predicates else 2)
    if spot.link != "from" or verb < 1:
        return False
    came = any(e.value in _CAME for e in tokens[verb].predicates)
    who = tokens[max(verb - _OFFICERS, 0) : verb]
    return came and any(t.is_a("bad") and (t.is_a("body") or t.is_a("role")) for t in who)


_CAME: Final = frozenset(("moved", "origins"))
_OFFICERS: Final = 4
"""Tokens from a noun for officials to the verb of their coming."""


def _with_people(draft: Draft) -> list[Quantity]:
    """The quantities whose phrase may name a people; a mass of people without one has a place."""
    counts = draft.context.quantities
    if draft.kind not in STOCKS:
        return counts
    return [q for q in counts if q.nations or (q.interval.low or 0) < _ALL_THERE]


_ALL_THERE: Final = 1000
"""From this size on, people counted in a country without a nationality are all who are there."""


def told_apart(draft: Draft, spots: list[Spot]) -> Spot | None:
    """The one country in a count's part of a sentence that counts country by country.

    "Myanmar leads with 120,000, Cambodia comes next with 100,000": each has its own.
    """
    like = [q for q in draft.context.quantities if q.unit == draft.quantity.unit]
    if len(like) < 2:
        return None
    gapped = _acts_without_verb(draft, spots)
    if gapped is not None:
        return gapped
    if draft.kind not in STOCKS:
        spots = [s for s in spots if s.link in ("in", "from")]
    parts = [_part(draft.context, q) for q in like]
    own = [{s.country for s in spots if s.at in part and not s.capital} for part in parts]
    alone = [countries for countries in own if len(countries) == 1]
    if len(alone) < 2 or all(countries == alone[0] for countries in alone):
        return None
    mine = _part(draft.context, draft.quantity)
    here = [s for s in spots if s.at in mine and not s.capital]
    return here[-1] if len({s.country for s in here}) == 1 else None


def _acts_without_verb(draft: Draft, spots: list[Spot]) -> Spot | None:
    """The country that does to its own count what another did: "Tailandia, a 265"."""
    tokens = draft.context.sentence.tokens
    n = draft.quantity.first - 1
    if not draft.quantity.elliptic or n < 1 or tokens[n].value("prep") != "to":
        return None
    n -= 1 + (tokens[n - 1].norm == ",")
    opens = n > 0 and _parts(tokens[n - 1])
    told = [s for s in spots if s.at == n and opens and s.place is None]
    return told[0] if told and told[0].country not in draft.nations else None


def _part(context: Context, quantity: Quantity) -> range:
    """The tokens around a quantity up to a comma or "and"; none with another number in them."""
    tokens = context.sentence.tokens
    others = [q for q in context.quantities if q is not quantity]
    begin, close = quantity.first, quantity.after
    while begin > 0 and not _parts(tokens[begin - 1]):
        begin -= 1
    while close < len(tokens) and not _parts(tokens[close]):
        close += 1
    crowded = any(begin <= q.first < close for q in others)
    return range(0) if crowded else range(begin, close)


def _parts(token: Token) -> bool:
    return (token.kind == "m" and token.norm in ",;:.") or token.is_a("conj")


def locating(context: Context) -> list[Spot]:
    """The spots of a sentence that do not merely tell the people of a number."""
    if not context.spots:
        return []
    out = _peoples(context) | _listed(context)
    counts = context.quantities
    return [
        s for s in context.spots if s.at not in out and not any(_counted_with(s, q) for q in counts)
    ]


def _counted_with(spot: Spot, quantity: Quantity) -> bool:
    """Whether a spot only tells the people of a count: no preposition makes it a place."""
    if not quantity.first <= spot.at < quantity.after:
        return False
    if quantity.unit == "site":
        return False
    if spot.country in quantity.nations:
        return True
    return spot.link not in ("in", "from", "to") and (spot.loose or not quantity.nations)


def only_people(spot: Spot, counted: set[str]) -> bool:
    """Whether a bare country rather tells of its people, whom the report counts: "from Laos"."""
    return spot.place is None and spot.link in _ORIGIN and spot.country in counted


def headlined(title: list[Sentence], counted: set[str]) -> str | None:
    """The country that opens a headline as who acts: "Nigeria deports 102"; None for none."""
    spots = find_spots(title[0].tokens) if title else []
    opens = next((s for s in spots if s.at == 0 and s.place is None and not s.loose), None)
    return opens.country if opens is not None and opens.country not in counted else None


_ORIGIN: Final = frozenset(("", "from"))
"""How the country is told that people are from."""


def heading(draft: Draft) -> Spot | None:
    """The country that heads a sentence before a colon, alone or with a year: "Angola (2024):"."""
    tokens = draft.context.sentence.tokens
    first = next((s for s in draft.context.spots if s.at == 0 and s.place is None), None)
    if first is None or first.loose or first.capital:
        return None
    after = 4 if len(tokens) > 4 and in_brackets(tokens, 2) else 1
    return first if len(tokens) > after and tokens[after].norm in (":", "：") else None


def _listed(context: Context) -> set[int]:
    """Tokens of countries that stand in a list of at least three, as nationalities do."""
    tokens = context.sentence.tokens
    countries = [s.at for s in context.spots if s.place is None and not s.loose]
    runs: list[list[int]] = []
    for at in countries:
        joined = runs and all(
            t.norm == "," or t.is_a("conj") or t.is_a("det") or _of_list(t)
            for t in tokens[runs[-1][-1] + 1 : at]
        )
        if joined:
            runs[-1].append(at)
        else:
            runs.append([at])
    return {at for run in runs if len(run) >= 3 for at in run}


def _of_list(token: Token) -> bool:
    """Whether a preposition may stand between the countries of a list: not one of movement."""
    return token.is_a("prep") and token.value("prep") != "to"


_BESIDE: Final = 4
"""Tokens between a number and the country that names its people ("Vietnam (693)")."""

_TABLE: Final = 4
"""So many numbers with one nationality each are a table of peoples: its countries are such."""


def _peoples(context: Context) -> set[int]:
    """Tokens of bare countries that tell the nationality of a number beside them."""
    told = [q for q in context.quantities if len(q.nations) == 1]
    found: set[int] = set()
    for spot in context.spots:
        town = spot.place is not None and not context.sentence.tokens[spot.at].is_a("country")
        if town or spot.loose or spot.capital or spot.link in ("in", "to"):
            continue
        beside = any(
            spot.country in q.nations and q.first - _BESIDE <= spot.at <= q.after + _BESIDE
            for q in told
        )
        beside = beside or (spot.at == 0 and any(spot.country in q.nations for q in told))
        beside = beside or _behind_people(context.sentence.tokens, spot.at)
        beside = beside or (not spot.link and _as_people(context.sentence.tokens, spot.at))
        if beside or (len(told) >= _TABLE and not spot.link):
            found.add(spot.at)
    return found


def _behind_people(tokens: list[Token], at: int) -> bool:
    """Whether the country at `at` goes on with a people: "most are Chinese nationals and Laos"."""
    n = at - 1
    if n < 1 or not (tokens[n].is_a("conj") or tokens[n].norm == ","):
        return False
    return tokens[n - 1].is_a("people") and not tokens[n - 1].is_a("country")


def _as_people(tokens: list[Token], at: int) -> bool:
    """Whether the country at `at` is told as people: "most are India", "India and other nations".

    So do languages that have no other word for a people.
    """
    part = at > 0 and tokens[at - 1].is_a("part")
    others = tokens[at + 1 : at + 3]
    joined_to = len(others) == 2 and others[0].is_a("conj")
    return part or (joined_to and others[1].value("head") == "country")


def allied(draft: Draft) -> set[int]:
    """Tokens of countries of the centres that act together: "Thailand, Laos and Myanmar held 40".

    In which of them it was nobody says.
    """
    tokens = draft.context.sentence.tokens
    bare = [s for s in draft.context.spots if s.place is None and s.at < draft.focus]
    found: set[int] = set()
    for left, right in pairwise(bare):
        between = tokens[left.at + 1 : right.at]
        listed = any(t.norm == "," or t.is_a("conj") for t in between)
        if listed and all(t.norm == "," or t.is_any(_LISTING) for t in between):
            found |= {left.at, right.at}
    acting = [s for s in bare if s.at in found and s.link not in ("in", "from", "to")]
    return found if len({s.country for s in acting} & hosts()) > 1 else set()


_LISTING: Final = frozenset(("conj", "det", "prep"))
"""What stands between the names of a list."""


def _announced(context: Context) -> set[int]:
    """Tokens of places where only the announcement was made: right behind the verb of speech.

    Or behind the occasion: "at a news conference in Yangon".
    """
    tokens = context.sentence.tokens
    found = {
        s.at
        for s in context.spots
        if s.link == "in" and any(t.is_a("briefing") for t in tokens[max(s.at - 2, 0) : s.at])
    }
    for speaker in context.speakers:
        for spot in context.spots:
            between = tokens[speaker.at + 1 : spot.at]
            small = all(t.is_any(_SMALL) or t.kind == "n" for t in between)
            near = 0 < spot.at - speaker.at <= _SPOKEN
            if near and spot.link == "in" and small:
                found.add(spot.at)
    return found


_SMALL: Final = frozenset(("prep", "det", "time", "month"))
"""What stands between a verb of speech and where it was spoken: "said on 4 May in Yangon"."""

_SPOKEN: Final = 7
"""Tokens from a verb of speech to where it was spoken, the day between."""


def _of_missions(draft: Draft) -> set[int]:
    """Tokens of countries in the names of missions and foreign ministries: they arrest nobody.

    One of another country than those who were arrested tells what its own police did.
    """
    tokens = draft.context.sentence.tokens
    found: set[int] = set()
    for spot in draft.context.spots:
        if draft.nations and spot.country not in draft.nations:
            continue
        for token in tokens[spot.at + 1 : spot.at + _BESIDE]:
            if token.kind == "m" and not token.joined:
                break
            if of_mission(token):
                found.add(spot.at)
                break
            if not (token.is_a("body") or token.norm in _POSSESSIVE):
                break
    return found


_POSSESSIVE: Final = frozenset(("s", "'s"))
"""What a possessive leaves behind a country's name."""


def speaking(context: Context) -> set[int]:
    """Tokens of countries and towns in the names of those who speak."""
    found: set[int] = set()
    for speaker in context.speakers:
        found |= {s.at for s in context.spots if speaker.first <= s.at < speaker.after}
    return found
