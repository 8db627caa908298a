"""What the words of a sentence tell of the people of a count that names none itself."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.attributes.setting import Setting
from headcount.extract.attributes.totalled import numbered_before, tallied
from headcount.extract.families import MOVES, STOCKS, VICTIMS
from headcount.extract.mentions.bodies import of_mission
from headcount.extract.mentions.nouns import has
from headcount.extract.mentions.places import Spot
from headcount.extract.mentions.tokens import Token
from headcount.model import FOREIGN


def own(draft: Draft, hosts: frozenset[str]) -> str:
    """The country whose nationals "its nationals" are: the one named last before.

    One without centres goes before: "Kenya's embassy told Thai police that 32 of its nationals …".
    """
    tokens = draft.context.sentence.tokens
    quantity = draft.quantity
    if not any(tokens[n].is_a("own") for n in range(quantity.first, quantity.after)):
        return ""
    head = tokens[quantity.head] if quantity.head >= 0 else None
    if head is None or not (head.is_a("citizen") or head.is_a("own")):
        return ""
    told = [s for s in draft.context.spots if s.at < quantity.first]
    # "It asked the FBI to find eight of its citizens": an authority is asked for those of others.
    told = [s for s in told if not tokens[s.at].is_a("authority") or s.country not in hosts]
    if told and _handed(draft, told[-1]):
        return told[-1].country
    before = [s for s in told if s.link not in ("in", "to", "from")]
    # "An Indian plane left from Mae Sot with 130 compatriots": nobody is a national of a town.
    states = [s for s in before if s.place is None or s.capital]
    abroad = [s for s in states if s.country not in hosts]
    if states:
        return (abroad or states)[-1].country
    named = [n for n in range(quantity.first) if _code(tokens[n])]
    # "Nine Ugandans in Myanmar and 30 compatriots": Ugandans; "in Taiwan 300 of its people".
    people = [n for n in named if not (tokens[n].is_a("country") and has(tokens, n - 1, "prep"))]
    towns = before[-1].country if before else ""
    return _code(tokens[(people or named)[-1]]) if named else towns


def _code(token: Token) -> str:
    """The country that an adjective or a people names, "" for none."""
    return token.value("adjective") or token.value("people")


def _handed(draft: Draft, spot: Spot) -> bool:
    """Whether a country stands between the verb and those handed over to it: its own people."""
    led = spot.link in ("to", "in") and spot.place is None
    return led and draft.kind == "transferred" and _verb_at(draft) < spot.at


def _verb_at(draft: Draft) -> int:
    """The token of the verb before what is counted, the count where it stands behind."""
    at = draft.match.at if draft.match is not None else -1
    return at if at >= 0 else draft.quantity.first


def of_a_region(draft: Draft) -> bool:
    """Whether those counted are of no one nation: "40 Africans", "73 people of various nations"."""
    tokens = draft.context.sentence.tokens[draft.quantity.first : draft.quantity.after + 1]
    told = any(t.is_a("peoples") or (t.is_a("region") and not t.is_a("prep")) for t in tokens)
    return told or _of_various(draft)


def _of_various(draft: Draft) -> bool:
    """Whether "of various nationalities", "from different countries" stands behind the count."""
    tokens, n = draft.context.sentence.tokens, draft.quantity.after
    for at in range(draft.quantity.number.after, min(n + _VARIOUS, len(tokens))):
        if tokens[at].value("head") == "country":
            # "148 citizens of his country" are of one.
            return all(not t.is_any(_WHOSE) for t in tokens[at + 1 : at + 2])
        small = tokens[at].is_any(_SMALL)
        if at >= n and not (small or tokens[at].value("prep") in ("of", "from")):
            return False
    return False


_WHOSE: Final = frozenset(("people", "pron", "own", "det"))
_SMALL: Final = frozenset(("adj", "pron", "hedge", "add"))
"""Classes of words that tell whose a nation is, and of those before a word for several."""


_VARIOUS: Final = 4
"""Tokens from a count to the word for the nations that its people are of."""


def sender(draft: Draft, setting: Setting) -> str:
    """The country before the verb that takes "citizens" home: "India flew home 283 nationals"."""
    tokens = draft.context.sentence.tokens
    quantity = draft.quantity
    at = draft.match.at if draft.match is not None else -1
    if draft.kind not in _FETCHED or quantity.head < 0 or not 0 <= at < quantity.first:
        return ""
    acting = [s for s in draft.context.spots if s.at < at and s.link in _BY_WHOM]
    acting = [s for s in acting if s.place is None or s.capital]
    if not acting or acting[-1].country in setting.hosts:
        return ""
    between = tokens[acting[-1].at + 1 : at]
    if any(t.kind == "m" for t in between):
        return ""
    citizens = draft.kind != "freed" and tokens[quantity.head].is_a("citizen")
    mission = any(map(of_mission, tokens[max(acting[-1].at - 3, 0) : at]))
    return acting[-1].country if citizens or mission else ""


_FETCHED: Final = frozenset(("repatriated", "moved", "freed"))
_BY_WHOM: Final = frozenset(("", "by", "of"))
"""How the country is told that sent a plane, or whose mission it was."""


def native_of(draft: Draft, setting: Setting) -> str:
    """The country without centres of the province or town that people are from, right behind them.

    "29 people from Tamil Nadu came home": no place that anybody was freed in.
    """
    if draft.kind not in VICTIMS or draft.quantity.unit != "person":
        return ""
    behind = range(draft.quantity.after, draft.quantity.after + _NATIVE)
    told = [s for s in draft.context.spots if s.at in behind and s.place and not s.capital]
    named = told[0] if told and told[0].link in ("from", "of") else None
    if named is None or named.country in setting.hosts | {setting.country}:
        return ""
    return named.country


_NATIVE: Final = 3
"""Tokens behind a count in which its people's province is named."""


def of_state(noun: Token) -> bool:
    """Whether a noun for persons means a country's own by itself: "nationals", "ressortissants"."""
    return noun.value("citizen") == "state"


def no_noun(draft: Draft) -> bool:
    """Whether a number counts without a noun, or with a counting word alone."""
    quantity = draft.quantity
    return quantity.elliptic or (
        quantity.head == quantity.number.after
        and has(draft.context.sentence.tokens, quantity.head, "classifier")
    )


def people_before(draft: Draft) -> str:
    """The nationality of people named before a number without a noun, in the same sentence."""
    tokens = draft.context.sentence.tokens
    if (draft.quantity.added or draft.quantity.partitive) and _many_peoples(draft):
        # "52 Thais and 29 Lao were freed, 43 of them women": of all.
        return ""
    whole = (
        draft.whole if draft.whole is not None and draft.whole.context is draft.context else None
    )
    for n in range(draft.quantity.first - 1, whole.quantity.first if whole else -1, -1):
        token = tokens[n]
        if token.norm == ";":
            return ""
        named = _citizens_of(tokens, n)
        if not named or not token.proper or has(tokens, n - 1, "rel"):
            # "the zone which Thais know as …": they only know it.
            continue
        following = tokens[n + 1]
        if not {"body", "role", "head", "bad", "site"}.isdisjoint(following.entries):
            continue
        if following.kind == "w" and (following.capital or not following.entries):
            continue
        return named
    return _foreigners_before(draft)


def _citizens_of(tokens: list[Token], n: int) -> str:
    """The people named at `n`, by a word of its own or behind a word for persons; "" for none."""
    behind = tokens[n].is_a("adjective") and has(tokens, n - 1, "citizen")
    return tokens[n].value("people") or (tokens[n].value("adjective") if behind else "")


def _foreigners_before(draft: Draft) -> str:
    """Whether more foreigners are counted right before: "they held 120 foreigners, deported 80"."""
    counts = [q for q in draft.context.quantities if q.after <= draft.quantity.first]
    last = next((q for q in reversed(counts) if q.unit == "person"), None)
    more = last is not None and (last.interval.low or 0) > (draft.quantity.interval.low or 0)
    return FOREIGN if more and last is not None and last.nations == (FOREIGN,) else ""


def _many_peoples(draft: Draft) -> bool:
    """Whether several peoples are counted before: "108 Chinese, 20 Thais and 157 others"."""
    before = [q for q in draft.context.quantities if q.first < draft.quantity.first]
    return len({q.nations for q in before if q.nations}) > 1


def taken_from(draft: Draft) -> str:
    """The nationality that an opening phrase takes parts from: "Of the Japanese, two youths"."""
    tokens = draft.context.sentence.tokens
    if not (tokens[0].is_a("part") or tokens[0].value("prep") == "of"):
        return ""
    for n, token in enumerate(tokens[1:5], 1):
        if token.norm == ",":
            return ""
        if token.is_a("people"):
            # "Des Tunisiens figurent parmi …": an article, no "of the".
            closed = n + 1 < len(tokens) and tokens[n + 1].kind == "m"
            return token.value("people") if closed or tokens[0].is_a("part") else ""
    return ""


def summed(draft: Draft) -> bool:
    """Whether a word of totalling leads to the number: "bringing the total to 809"."""
    first = draft.quantity.first
    return any(t.is_a("tally") for t in draft.context.sentence.tokens[max(first - 6, 0) : first])


def subject_of(draft: Draft, contexts: list[Context]) -> str:
    """The people whose number is told, before it: "Ethiopians, who number 138"."""
    return _numbering(draft, contexts) or tallied(draft)


def _numbering(draft: Draft, contexts: list[Context]) -> str:
    """The people that are the subject of a word of amount: "Ethiopians, who number 138"."""
    tokens = draft.context.sentence.tokens
    n = draft.quantity.number.first - 1
    # "Laotians make up the largest group, 275".
    n -= n > 0 and tokens[n].norm == "," and tokens[n - 1].is_a("amount")
    counted = among = False
    while n >= 0 and tokens[n].is_any(_LEADING):
        if among and (tokens[n].is_a("amount") or tokens[n].is_a("part")):
            # "Tunisians are among the 771": they are some of those counted.
            return ""
        among = among or tokens[n].is_a("part")
        counted = counted or among or tokens[n].is_a("amount")
        n -= 1
    if n > 0 and tokens[n].is_a("rel"):
        n -= 1 + (tokens[n - 1].norm == ",")
    if not counted or n < 0:
        return ""
    subject = tokens[n]
    if subject.is_a("pron") and n + 1 < draft.quantity.number.first:
        return _stood_for(draft, n, contexts)
    if subject.is_a("people"):
        named = subject.proper or tokens[max(n - 1, 0)].is_a("det")
        return subject.value("people") if named else ""
    foreign = subject.is_a("head") and "nat=FOREIGN" in subject.entries["head"].extra
    return FOREIGN if foreign and not numbered_before(tokens, n) else ""


def _stood_for(draft: Draft, n: int, contexts: list[Context]) -> str:
    """The one people that the pronoun at `n` stands for: named before it, or a sentence before."""
    before = contexts[max(draft.context.index - 1, 0) : draft.context.index]
    for tokens in (draft.context.sentence.tokens[:n], *(c.sentence.tokens for c in before)):
        named = {t.value("people") for at, t in enumerate(tokens) if _by_itself(tokens, at)}
        if named:
            return min(named) if len(named) == 1 else ""
    return ""


def _by_itself(tokens: list[Token], n: int) -> bool:
    """Whether a people is named at `n` that is no adjective of an authority or a thing."""
    token = tokens[n]
    if not token.is_a("people") or not (token.proper or tokens[max(n - 1, 0)].is_a("det")):
        return False
    following = tokens[n + 1] if n + 1 < len(tokens) else None
    return following is None or {"body", "role", "bad", "site"}.isdisjoint(following.entries)


_LEADING: Final = frozenset(("amount", "part", "hedge", "adv"))


def of_whom(draft: Draft) -> tuple[str, ...]:
    """The nationality of the group that a part is taken from: "four of the 63 Koreans held"."""
    mine = draft.quantity
    tokens = draft.context.sentence.tokens
    for group in draft.context.quantities:
        between = tokens[mine.after : group.first]
        near = 0 < len(between) <= _LINKED and group.unit == mine.unit
        if near and group.number.value > mine.number.value and group.first > mine.first:
            linked = all(t.is_a("part") or t.value("prep") in ("of", "from") for t in between)
            return group.nations if linked else ()
    return ()


def of_counted(draft: Draft) -> tuple[str, ...]:
    """The nationality of the counted group that an opening phrase takes parts from.

    "Of the 525 Thais, 400 people are home": nothing but a counting word is the noun of the part.
    """
    mine, tokens = draft.quantity, draft.context.sentence.tokens
    group = draft.context.quantities[0]
    led = tokens[0].is_a("part") or tokens[0].value("prep") in ("of", "from")
    if group is mine or not led or group.first > _LED or group.unit != mine.unit:
        return ()
    plain = mine.elliptic or has(tokens, mine.head, "classifier")
    return group.nations if plain and mine.number.value < group.number.value else ()


_LED: Final = 3
"""Tokens before the group that a sentence opens with."""

_LINKED: Final = 2
"""Tokens from a part to the group that it is taken from."""


def suspects(draft: Draft, source: Draft | None) -> bool:
    """Whether those who fled, died or were hurt are people whom the police are after.

    "Seven Malaysians were rescued. Two suspects fled; one died": those are none of the Malaysians.
    """
    if draft.kind not in _FATES:
        return False
    context, quantity = draft.context, draft.quantity
    if quantity.elliptic:
        told = [q for q in context.quantities if q.first < quantity.first and q.head >= 0]
        if told:
            quantity = told[-1]
        elif source is not None:
            context, quantity = source.context, source.quantity
    return has(context.sentence.tokens, quantity.head, "suspect")


_FATES: Final = frozenset(("escaped", "missing", "injured", "killed"))
"""What befalls those whom the police are after as well as victims."""


def uncounted_people(draft: Draft, contexts: list[Context]) -> str:
    """The one people that the sentence before says the same of, without a number.

    "They threw Taiwanese out of Bali. By Sunday 16 persons had been deported."
    """
    quantity = draft.quantity
    if draft.kind in STOCKS or quantity.unit != "person" or quantity.interval.precision == "vague":
        return ""
    if draft.context.index == 0 or any(t.is_a("people") for t in draft.context.sentence.tokens):
        return ""
    before = contexts[draft.context.index - 1]
    tokens = before.sentence.tokens
    if any(q.unit == "person" for q in before.quantities):
        return ""
    said = {entry.value for token in tokens for entry in token.predicates}
    if not said & (MOVES if draft.kind in MOVES else {draft.kind}):
        return ""
    named = {t.value("people") for n, t in enumerate(tokens) if _counts_people(tokens, n)}
    return min(named) if len(named) == 1 else ""


def _counts_people(tokens: list[Token], n: int) -> bool:
    """Whether a people stands at `n` by itself, not as the adjective of an authority or a thing."""
    token = tokens[n]
    if not token.is_a("people") or not (token.proper or not token.is_a("adjective")):
        return False
    if any(t.is_a("num") for t in tokens[max(n - 2, 0) : n]):
        return False
    following = tokens[n + 1] if n + 1 < len(tokens) else None
    return following is None or {"body", "role", "bad", "site"}.isdisjoint(following.entries)
