"""Quantities: a number, its hedge, and the people, sites, cases, countries or money it counts.

A quantity is only what the noun phrase says ("some 5,000 Thai workers"); what happened to those
counted is `predicates`' matter. A number that counts nothing of ours is left out with a reason.
"""

from __future__ import annotations

from typing import Final

from headcount.extract.mentions.bare import numbered, of_group, within
from headcount.extract.mentions.bare_people import among_them, by_size, with_country
from headcount.extract.mentions.complements import came_from, complement
from headcount.extract.mentions.distributive import each_of
from headcount.extract.mentions.ellipsis import no_more_of, refuse
from headcount.extract.mentions.nations_before import shared_by
from headcount.extract.mentions.nouns import Phrase, has
from headcount.extract.mentions.numbers import find_numbers
from headcount.extract.mentions.ones import counted_one
from headcount.extract.mentions.peoples import listed_before
from headcount.extract.mentions.phrases import read_phrase
from headcount.extract.mentions.preposed import counted_before, noun_before, only_counted
from headcount.extract.mentions.quantity import Quantity, Refused
from headcount.extract.mentions.respective import ORDER, share_noun
from headcount.extract.mentions.rows import labelled
from headcount.extract.mentions.spelled import BEHIND, UNREAD, Number
from headcount.extract.mentions.tokens import Sentence, Token
from headcount.extract.mentions.uncounted import no_count, of_a_share, of_force, told_by_itself
from headcount.languages.pack import Pack
from headcount.model import FOREIGN

_NUMBERS: Final = frozenset(("num", "digits"))


def find_quantities(
    sentence: Sentence, index: int, text: str, pack: Pack
) -> tuple[list[Quantity], list[Refused]]:
    """Quantities and refused numbers of one sentence, each in the order of the text."""
    if _NUMBERS.isdisjoint(sentence.classes):
        return [], []
    tokens = sentence.tokens
    found: list[Quantity] = []
    refused: list[Refused] = []
    numbers = find_numbers(tokens, text, pack.numerals)
    for number in numbers:
        reason = no_count(tokens, number)
        if reason:
            refused.append(Refused(number.first, number.after, reason))
            continue
        quantity = _quantity(tokens, number, found, index, pack)
        if isinstance(quantity, Refused):
            if not _article(number):
                refused.append(quantity)
        else:
            found.extend(each_of(tokens, quantity))
    if ORDER in sentence.classes:
        share_noun(tokens, [n for n in numbers if n.shape != UNREAD], found, refused)
    return found, refused


def _article(number: Number) -> bool:
    """Whether a number is only an article or a pronoun: nothing to tell of when left out."""
    return number.value == 1 and not number.digits


def _quantity(
    tokens: list[Token], number: Number, found: list[Quantity], index: int, pack: Pack
) -> Quantity | Refused:
    first, hedge, currency, definite, added = _before(tokens, number)
    phrase, first = _phrase_around(tokens, number, pack, first, currency)
    reason = _other_thing(tokens, number, phrase, found, (first, definite))
    if reason:
        return Refused(number.first, number.after, reason)
    partitive = of_group(tokens, number.after)
    if partitive and not has(tokens, number.after, "part"):
        reach = range(number.after, min(number.after + 3, len(tokens)))
        phrase.attributes.extend(n for n in reach if has(tokens, n, "pred"))
    shared = _named_before(tokens, number, first, phrase)
    elliptic = not phrase.unit
    if elliptic:
        phrase.added = phrase.added or definite or added
        _cut_back(tokens, number, phrase, partitive=partitive)
        reason = refuse(tokens, number, phrase, bool(found))
        if reason:
            return Refused(number.first, number.after, reason)
        phrase.unit = phrase.unit or _understood(tokens, number, phrase, found)
    reason = _no_number(number, phrase, elliptic=elliptic)
    if _article(number) and not counted_one(tokens, number, found, phrase, first):
        reason = "one, not in a counted list"
    if reason:
        return Refused(number.first, number.after, reason)
    all_told = phrase.nations or of_a_share(tokens, first, phrase)
    if phrase.unit == "person" and not all_told:
        end = _group_end(tokens, number) if partitive else 0
        phrase.nations.extend(complement(tokens, max(phrase.at, number.after, end)))
    among = not elliptic and among_them(tokens, phrase)
    hedge = _behind(tokens, number, phrase, hedge)
    definite, added = _determined(tokens, phrase, definite=definite, added=added)
    return Quantity(
        sentence=index,
        first=first,
        after=max(phrase.at, number.after, _group_end(tokens, number) if partitive else 0),
        number=number,
        interval=number.interval(hedge),
        unit=phrase.unit,
        currency=phrase.currency,
        nations=phrase.peoples() or (FOREIGN,) * phrase.foreign,
        group=phrase.group,
        kind="origins" if phrase.origins else phrase.kind,
        weak=phrase.weak,
        elliptic=elliptic,
        definite=definite,
        added=added or (phrase.added and not definite),
        partitive=partitive or among or shared,
        head=phrase.head,
        attributes=tuple(phrase.attributes),
        noun=phrase.noun,
        native=phrase.native,
    )


def _named_before(tokens: list[Token], number: Number, first: int, phrase: Phrase) -> bool:
    """Take the people told before a count; whether they are what most of a group is."""
    nameless = phrase.unit in ("", "person") and not phrase.nations and not phrase.reason
    shared = shared_by(tokens, first) if nameless else ""
    if shared and not phrase.group:
        phrase.nations.append(shared)
        phrase.unit = "person"
    if phrase.unit == "person" and not phrase.nations:
        _people_of_apposition(tokens, first, phrase)
        with_country(tokens, number, phrase, people_only=True)
        by_size(tokens, number, phrase)
        label = labelled(tokens, first)
        phrase.nations.extend([label] if label and not phrase.nations else [])
        phrase.nations.extend([] if phrase.nations else came_from(tokens, first))
    return bool(shared)


def _phrase_around(
    tokens: list[Token], number: Number, pack: Pack, first: int, currency: str
) -> tuple[Phrase, int]:
    """The noun phrase behind a number, or before it where the language sets it there, and where
    the whole begins."""
    noun_first = pack.habits.get("noun_first", False)
    phrase = read_phrase(tokens, number, pack)
    if noun_first and counted_before(tokens, first, phrase):
        phrase = only_counted(tokens, number, phrase)
    inside = [t.value("currency") for t in tokens[number.first : number.after] if t.entries]
    named = currency if tokens[number.first - 1].kind == "w" else ""
    phrase.currency = named or phrase.currency or currency or next((c for c in inside if c), "")
    listed_before(tokens, number, phrase)
    if noun_first:
        first = noun_before(tokens, number, first, phrase)
    return phrase, first


def _no_number(number: Number, phrase: Phrase, *, elliptic: bool) -> str:
    """Why a number cannot be one of people or places, "" when it can."""
    if elliptic and phrase.unit == "person" and number.value >= _NO_PEOPLE:
        return "too many to be people"
    if not number.value or (phrase.unit != "money" and number.value.denominator != 1):
        return "no whole number of people or places"
    return ""


_NO_PEOPLE: Final = 10_000_000
"""From this size on, a number without a noun counts money or calls."""


def _cut_back(tokens: list[Token], number: Number, phrase: Phrase, *, partitive: bool) -> None:
    """End a phrase that found no noun before its first predicate, which then is a verb."""
    if not partitive:
        phrase.attributes.clear()
    if not phrase.nations:
        within = range(number.after, phrase.at)
        phrase.at = next((n for n in within if has(tokens, n, "pred")), phrase.at)


def _people_of_apposition(tokens: list[Token], first: int, phrase: Phrase) -> None:
    """ "Thais, 109 people in all, …": the people stand before the comma, at the clause's head."""
    n = first - 2
    if n < 0 or tokens[first - 1].norm != "," or not tokens[n].is_a("people"):
        return
    opens = n == 0 or tokens[n - 1].kind == "m"
    opens = opens or tokens[n - 1].is_a("det") or tokens[n - 1].is_a("attr")
    if opens and phrase.head >= 0 and not phrase.group:
        phrase.nations.append(tokens[n].value("people"))


def _determined(
    tokens: list[Token], phrase: Phrase, *, definite: bool, added: bool
) -> tuple[bool, bool]:
    """Definite and adding, with the words that say so behind the noun ("27 orang itu")."""
    if not phrase.noun and any(has(tokens, n, "rest") for n in range(phrase.at - 2, phrase.at)):
        definite = added = True
    for _ in range(2):
        at = phrase.at if phrase.at < len(tokens) else -1
        det = at >= 0 and tokens[at].is_a("det") and tokens[at].entries["det"].extra == "post"
        add = at >= 0 and tokens[at].is_a("add") and tokens[at].entries["add"].extra == "post"
        definite, added = definite or det, added or add
        phrase.at += det or add
    return definite, added


def _group_end(tokens: list[Token], number: Number) -> int:
    """The token behind "of them", "of these" or "of the 47"."""
    n = number.after
    if has(tokens, n, "part"):
        return n + 1
    if numbered(tokens, n + 1) or within(tokens, n):
        return n
    return n + 2 if not has(tokens, n + 2, "head") else n + 3


def _understood(tokens: list[Token], number: Number, phrase: Phrase, found: list[Quantity]) -> str:
    """What a number without a noun counts: as the one before it, else persons.

    A large number behind an amount of money is one too ("of which more than 4 billion").
    """
    last = found[-1] if found else None
    if last is not None and last.unit == "money" and number.value >= 100_000:
        phrase.currency = last.currency
        return "money"
    if last is None or last.unit not in ("site", "case") or no_more_of(tokens, number, last.unit):
        return "person"
    return last.unit


def _other_thing(
    tokens: list[Token],
    number: Number,
    phrase: Phrase,
    found: list[Quantity],
    before: tuple[int, bool],
) -> str:
    """Why a number with its noun phrase is no figure of its own, "" when it may be one.

    `before` is the first token of the quantity and whether it is definite.
    """
    first, definite = before
    if phrase.reason or of_force(tokens, phrase):
        return phrase.reason or "not people of the centres"
    if number.bare and 1990 <= number.value <= 2100 and phrase.unit in ("case", "site", "country"):
        return "a year"
    of_them = definite and first > 0 and tokens[first - 1].value("ends") == "of"
    of_them = of_them or (definite and first > 0 and tokens[first - 1].value("prep") == "of")
    of_them = of_them and bool(found) and found[-1].after >= first - 1
    if of_them or (first > 0 and found and _taken_from(tokens, found[-1], first, number)):
        found[-1].nations = found[-1].nations or phrase.peoples()
        found[-1].head = phrase.head if found[-1].head < 0 else found[-1].head
        if not of_them or (found[-1].partitive and phrase.unit in ("site", "case")):
            found[-1].unit = phrase.unit or found[-1].unit
        if not of_them:
            found[-1].after = max(phrase.at, number.after)
        return "names the group that a part is taken from"
    if of_a_share(tokens, first, phrase) and not told_by_itself(tokens, number, phrase):
        return "names the group that a share is taken from"
    owned = first > 1 and tokens[first - 1].is_a("have") and phrase.unit == "person"
    owned = owned and not has(tokens, phrase.at, "pred")
    owner = tokens[max(first - 2, 0)]
    if owned and (owner.is_a("pron") or (owner.is_a("bad") and not owner.is_a("time"))):
        return "people at somebody's disposal"
    if not phrase.currency:
        return ""
    phrase.unit = "money"
    if has(tokens, phrase.at, "rate"):
        return tokens[phrase.at].value("rate")
    if has(tokens, phrase.at, "each"):
        return "a price, wage or ransom"
    if found and found[-1].unit == "money" and _restates(tokens, found[-1], first):
        return "the same amount in another currency"
    return ""


def _taken_from(tokens: list[Token], last: Quantity, first: int, number: Number) -> bool:
    """Whether the number at `first` is the whole of the one before: "7 from 35 Indonesians"."""
    behind = last.after + (first - last.after == _PARTED and tokens[last.after].norm == ",")
    links = ("from", "of", "in") if last.partitive else ("from", "of")
    linked = tokens[first - 1].value("prep") in links and behind == first - 1
    if not linked and not (tokens[first - 1].is_a("part") and last.after == first):
        return False
    alike = last.head >= 0 and has(tokens, last.head, "classifier")
    alike = alike and has(tokens, number.after, "classifier")
    alike = alike and tokens[last.head].norm == tokens[number.after].norm
    return (last.elliptic or last.partitive or alike) and last.number.value < number.value


_PARTED: Final = 2
"""Tokens between a part and its whole where a comma stands: "29,466, out of 73,138"."""


def _restates(tokens: list[Token], last: Quantity, first: int) -> bool:
    """Whether the amount at `first` gives the one before again: in brackets, or behind "or"."""
    between = tokens[last.after : first]
    if not between or len(between) > 4:
        return False
    return between[-1].norm in ("(", "[") or any(t.value("conj") == "or" for t in between)


def _before(tokens: list[Token], number: Number) -> tuple[int, str, str, bool, bool]:
    """What stands before a number: first token, hedge, currency, definite, adding."""
    n = number.first
    hedge, currency, definite, added = "exact", "", False, False
    while n > 0:
        token = tokens[n - 1]
        entry = token.entries.get("hedge")
        if entry is not None and entry.extra != "post":
            hedge = entry.value if hedge == "exact" else hedge
        elif token.is_a("currency") and n == number.first:
            currency = token.value("currency")
        elif token.is_a("add") and token.entries["add"].extra != "post":
            added = True
        elif token.is_a("det") and token.entries["det"].extra != "post":
            definite = True
        elif token.norm == "," and n == number.first and has(tokens, n - 2, "hedge"):
            if tokens[n - 2].entries["hedge"].extra or tokens[n - 2].is_a("amount"):
                break
        elif token.is_a("rest"):
            definite = added = True
        elif token.is_a("adj") and n == number.first and has(tokens, n - 2, "det"):
            pass
        else:
            break
        n -= 1
    return n, hedge, currency, definite, added


def _behind(tokens: list[Token], number: Number, phrase: Phrase, hedge: str) -> str:
    """The hedge that stands behind the number or its noun ("or so", "au moins")."""
    late = phrase.at + (phrase.at < len(tokens) and tokens[phrase.at].norm == ",")
    for n in (number.after, phrase.at, late):
        if n == late != phrase.at and not (_only_behind(tokens, n) and _post(tokens, n)):
            continue
        if has(tokens, n, "hedge"):
            entry = tokens[n].entries["hedge"]
            if entry.extra in BEHIND or (hedge == "exact" and n == phrase.at and _post(tokens, n)):
                phrase.at = max(phrase.at, n + 1)
                return entry.value if entry.value != "exact" else hedge
    return hedge


def _only_behind(tokens: list[Token], n: int) -> bool:
    """Whether a hedge at `n` is one that stands behind its number ("…, or more")."""
    return has(tokens, n, "hedge") and tokens[n].entries["hedge"].extra in BEHIND


def _post(tokens: list[Token], n: int) -> bool:
    """Whether a hedge at `n` can only belong to what stands before it: no number follows."""
    following = tokens[n + 1] if n + 1 < len(tokens) else None
    return following is None or following.kind == "m"
