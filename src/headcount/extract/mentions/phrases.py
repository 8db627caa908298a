"""Noun phrases behind a number: which counted noun, which nationality, which words between.

The phrase is read to its head by the pack's habit (the head closes it in "12 scam centre
workers", opens it in "30 victimes de réseaux"), then nationality behind the head is added.
"""

from __future__ import annotations

from typing import Final

from headcount.extract.mentions.clauses_before import CLAUSE, behind_clause, from_countries
from headcount.extract.mentions.nouns import Phrase, has, nation, note_head
from headcount.extract.mentions.peoples import all_of_them, equated, group_behind, nations_behind
from headcount.extract.mentions.spelled import BEHIND, Number
from headcount.extract.mentions.tokens import Token
from headcount.languages.pack import Pack
from headcount.languages.scripts import caseless
from headcount.model import FOREIGN
from headcount.places.gazetteer import place_by_id

_REACH: Final = 8
"""Tokens looked at behind a number for the noun that it counts."""

_QUOTES: Final = "\"'«»“”"
_INSIDE: Final = _QUOTES + "%$€£¥฿₱₩₹₫"
"""Marks that do not end a noun phrase."""


def read_phrase(tokens: list[Token], number: Number, pack: Pack) -> Phrase:
    """Read the noun phrase behind a number up to its counted noun and what follows that."""
    phrase = Phrase(number.after)
    n = number.after
    if has(tokens, n, "hedge") and tokens[n].entries["hedge"].extra in BEHIND:
        n += 1
    if n < len(tokens) and tokens[n].value("prep") == "of":
        if number.shape == "exact" and not _scaled(tokens, number):
            return _part_of_named(tokens, n + 1, phrase)
        n += 1
        while has(tokens, n, "det") or (has(tokens, n, "own") and not has(tokens, n, "head")):
            n += 1
    strange = 0
    n = from_countries(tokens, n, phrase)
    at, last = n, min(len(tokens), n + _REACH)
    while at < last:
        describes = not phrase.noun and _describes_site(tokens, at)
        step = "on" if describes else _step(tokens, at, phrase, pack)
        strange += step == "strange"
        if step == "end" or strange > 2:
            jump = behind_clause(tokens, at, phrase)
            if not jump:
                break
            at, last, strange = jump, min(len(tokens), jump + _REACH), 0
            continue
        at += 1
    return _close(tokens, phrase, pack)


_NOUNS: Final = frozenset(("head", "bad", "currency"))
_MODIFIERS: Final = frozenset(("adjective", "people", "adj"))
_VERBAL: Final = frozenset(("be", "have", "plan"))


def _step(tokens: list[Token], n: int, phrase: Phrase, pack: Pack) -> str:
    """Take token `n` into the phrase: "on", "strange" for an unknown word, "end" when it ends."""
    token = tokens[n]
    entries = token.entries
    if token.kind == "m" and token.norm not in _INSIDE:
        return "end"
    if "rate" in entries and not phrase.noun:
        phrase.reason, phrase.at, phrase.noun = entries["rate"].value, n + 1, True
        return "end"
    if token.is_any(_NOUNS):
        if phrase.noun and not pack.habits["head_final"]:
            return "end"
        if _of_another_unit(tokens, n, phrase) or _of_group(tokens, n, phrase):
            return "end"
        if "bad" in entries and "head" not in entries and _no_noun(tokens, n, phrase, pack):
            return "end"
        _take_head(tokens, n, phrase)
        # "25-year-old", "in nine months raided sites": the noun of time ends the phrase.
        timed = bool(phrase.reason) and (token.joined or "time" in entries)
        closed = phrase.unit == "money" or timed or "ends" in entries
        return "end" if closed else "on"
    if "classifier" in entries and not phrase.noun:
        if phrase.classifier >= 0:
            return "end"
        phrase.classifier, phrase.at = n, n + 1
        return "on"
    if _behind_the_phrase(tokens, n, phrase, pack):
        return "end"
    if _take_modifier(tokens, n, phrase):
        return "on"
    known = bool(entries) or token.kind == "n" or phrase.noun
    if known or _named_in_full(tokens, n) or (phrase.nations and not pack.habits["head_final"]):
        return "end"
    return "strange"


def _behind_the_phrase(tokens: list[Token], n: int, phrase: Phrase, pack: Pack) -> bool:
    """Whether a verb of those counted, or the country where they are, stands at `n`.

    In scripts without capitals one word is country and people: "333 persons Cambodia await help".
    """
    if pack.habits["head_final"]:
        return phrase.noun and has(tokens, n, "country") and caseless(tokens[n].norm)
    # "129 others still held by police": a verb, not what the others are.
    return phrase.added and not phrase.noun and has(tokens, n, "pred")


def _describes_site(tokens: list[Token], n: int) -> bool:
    """Whether a word for suspects only describes the site behind it: "18 suspected compounds"."""
    if not (has(tokens, n, "head") and has(tokens, n, "adj") and has(tokens, n + 1, "head")):
        return False
    return tokens[n].value("head") == "person" and tokens[n + 1].value("head") == "site"


def _named_in_full(tokens: list[Token], n: int) -> bool:
    """Whether a people stands before `n` that is no adjective: "17 Filipinos wearing …"."""
    return has(tokens, n - 1, "people") and not has(tokens, n - 1, "adjective")


def _of_another_unit(tokens: list[Token], n: int, phrase: Phrase) -> bool:
    """Whether the noun at `n` cannot go with the counting word: "20 persons … the compound"."""
    counting = phrase.classifier
    if counting < 0 and has(tokens, phrase.head, "classifier") and phrase.head == n - 1:
        counting = phrase.head
    if counting < 0 or "head" not in tokens[n].entries:
        return False
    unit = tokens[counting].value("classifier")
    return unit not in ("", tokens[n].value("head"))


def _no_noun(tokens: list[Token], n: int, phrase: Phrase, pack: Pack) -> bool:
    """Whether a thing at `n` is not what the number counts: people were read before it."""
    if not pack.habits["head_final"] and has(tokens, phrase.at - 1, "people"):
        return True
    return _counted_already(tokens, phrase) and tokens[n].entries["bad"].extra != "person"


def _counted_already(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether people were read whom the counting word counts: "200 {persons} Chinese's plane"."""
    told = bool(phrase.nations) or phrase.unit == "person"
    return told and _counts_persons(tokens, phrase)


def _counts_persons(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether the counting word behind the number is one of persons."""
    n = phrase.classifier
    return n >= 0 and tokens[n].value("classifier") == "person"


def _owns_persons(tokens: list[Token], n: int, phrase: Phrase) -> bool:
    """Whether the group at `n` only tells whose the persons behind it are: "20 leaders of gangs".

    In "20 {persons} gangs' leaders" the counting word is one of persons, and a particle follows.
    """
    return has(tokens, n + 1, "attr") and _counts_persons(tokens, phrase)


def _of_group(tokens: list[Token], n: int, phrase: Phrase) -> bool:
    """Whether the noun at `n` is the group whose size a hyphen told: "24-strong *group*"."""
    return phrase.head >= 0 and tokens[phrase.head].joined and tokens[n].is_a("tally")


def _part_of_named(tokens: list[Token], n: int, phrase: Phrase) -> Phrase:
    """Read "119 of its citizens", "ten of the foreigners", "63 de leurs ressortissants"."""
    own, article = has(tokens, n, "own"), has(tokens, n, "det")
    if not (article or own or has(tokens, n, "people")):
        return phrase
    n += own or article
    while not has(tokens, n, "citizen") and (
        has(tokens, n, "own") or has(tokens, n, "adj") or nation(tokens, n)
    ):
        own = own or has(tokens, n, "own")
        if nation(tokens, n):
            phrase.nations.append(nation(tokens, n))
            phrase.at = n + 1
        n += 1
    if has(tokens, n, "head"):
        note_head(tokens[n], phrase)
        phrase.at, phrase.head = n + 1, n
    elif has(tokens, n, "bad"):
        phrase.reason, phrase.noun = tokens[n].value("bad"), True
    elif phrase.nations:
        phrase.unit = "person"
    elif own and has(tokens, n - 1, "own") and _closed(tokens, n):
        # "60 of its own": its citizens.
        phrase.unit, phrase.at, phrase.head, phrase.noun = "person", n, n - 1, True
    return phrase


def _closed(tokens: list[Token], n: int) -> bool:
    """Whether no noun can follow at `n`: the end, a mark, a small word or a verb."""
    if n >= len(tokens) or tokens[n].kind == "m":
        return True
    return any(has(tokens, n, cls) for cls in ("prep", "conj", "rel", "time", "pred", "be"))


def _scaled(tokens: list[Token], number: Number) -> bool:
    """Whether a number ends in a noun of its own that takes "of": "3 milliards de dollars"."""
    ends = [
        t.entries.get("num") for t in tokens[max(number.first, number.after - 3) : number.after]
    ]
    nouns = ("plural", "scale", "dozen", "round", "vague")
    return any(entry is not None and entry.extra in nouns for entry in ends)


def _take_head(tokens: list[Token], n: int, phrase: Phrase) -> None:
    """Note the counted noun at `n`, or why what it counts is no figure of ours."""
    entries = tokens[n].entries
    if "currency" in entries and not phrase.unit:
        phrase.currency = entries["currency"].value
        phrase.unit, phrase.reason, phrase.at = "money", "", n + 1
        return
    if "bad" in entries and "head" not in entries:
        if _owns_persons(tokens, n, phrase):
            return
        phrase.reason, phrase.unit, phrase.at, phrase.noun = entries["bad"].value, "", n + 1, True
        return
    if "head" not in entries:
        return
    note_head(tokens[n], phrase)
    phrase.at, phrase.head = n + 1, n


def _home_of(tokens: list[Token], n: int) -> bool:
    """Whether the place at `n` tells where those counted are from: "12 Telangana residents"."""
    return has(tokens, n, "place") and has(tokens, n + 1, "citizen")


def _take_modifier(tokens: list[Token], n: int, phrase: Phrase) -> bool:
    """Note an adjective, nationality or adding word at `n`; False when it is none."""
    entries = tokens[n].entries
    if phrase.noun and not tokens[n].is_any(_MODIFIERS):
        return False
    if "people" in entries or "adjective" in entries or "compound" in entries:
        if "head" not in entries and _apart(tokens, n, phrase):
            return False
        _take_nation(tokens, n, phrase)
    elif "add" in entries or "rest" in entries:
        phrase.added = True
    elif "pred" in entries and (phrase.noun or phrase.nations):
        return False
    elif "adj" in entries:
        value = entries["adj"].value
        phrase.foreign = phrase.foreign or value == FOREIGN
        if value in ("women", "men", "children"):
            phrase.group = phrase.group or value
    elif "pred" in entries and not tokens[n].is_any(_VERBAL):
        if phrase.noun or phrase.nations or "ends" in entries:
            return False
        phrase.attributes.append(n)
    elif "adv" in entries or tokens[n].norm in _QUOTES or _home_of(tokens, n):
        return not phrase.noun
    else:
        return False
    if not phrase.noun or "adj" not in entries or entries["adj"].value:
        phrase.at = n + 1
    return True


def _take_nation(tokens: list[Token], n: int, phrase: Phrase) -> None:
    """Note the nationality that a people, an adjective or a compound tells; none of a place."""
    entries = tokens[n].entries
    if not _tells_where(tokens, n):
        code = (entries.get("people") or entries.get("adjective") or entries["compound"]).value
        phrase.nations.append(code)


def _apart(tokens: list[Token], n: int, phrase: Phrase) -> bool:
    """Whether the nationality at `n` is not that of the noun: that of a thing, or where people are.

    "113 Koreans Cambodia freed", as headlines put it: the people before are named in full.
    """
    if phrase.noun and phrase.unit not in ("person", "case", ""):
        return True
    if not tokens[n].is_a("country") or tokens[n].is_a("people") or not phrase.nations:
        return False
    return tokens[n - 1].is_a("people") and not tokens[n - 1].is_a("adjective")


def _tells_where(tokens: list[Token], n: int) -> bool:
    """Whether the country at `n` opens the name of a place: "200 {persons} Laos Vientiane"."""
    if not (has(tokens, n, "country") and has(tokens, n + 1, "place")):
        return False
    place = place_by_id(tokens[n + 1].value("place"))
    return place is not None and place.country == tokens[n].value("country")


def _said(tokens: list[Token], n: int) -> bool:
    """Whether a copula and a noun that closes the clause stand at `n`: "four persons are women"."""
    if not has(tokens, n, "be") or has(tokens, n, "pred") or not has(tokens, n + 1, "head"):
        return False
    return n + 2 >= len(tokens) or tokens[n + 2].kind == "m" or has(tokens, n + 2, "conj")


def _cases(tokens: list[Token], phrase: Phrase) -> None:
    """Count cases where a counting word says so, and not the people that they are about.

    "770 {cases} of Malaysians deceived reports": the noun stands behind their clause.
    """
    n = phrase.classifier
    if n < 0 or phrase.noun or phrase.reason or tokens[n].value("classifier") != "case":
        return
    for at in range(n + 1, min(n + CLAUSE, len(tokens))):
        token = tokens[at]
        if token.kind != "w" or token.is_a("num"):
            return
        if token.value("head") == "case":
            named = [nation(tokens, m) for m in range(n + 1, at) if tokens[m].is_a("people")]
            phrase.nations[:] = named[:1]
            phrase.attributes.clear()
            note_head(token, phrase)
            phrase.at, phrase.head = at + 1, at
            return


def _close(tokens: list[Token], phrase: Phrase, pack: Pack) -> Phrase:
    """Settle a phrase: nationals without a noun, nationality behind the noun."""
    _cases(tokens, phrase)
    if not phrase.unit and phrase.nations and not phrase.reason:
        nation = tokens[phrase.at - 1]
        following = tokens[phrase.at] if phrase.at < len(tokens) else None
        unknown = (
            following is not None
            and following.kind == "w"
            and not following.entries
            and not following.capital
        )
        adjective = pack.habits["head_final"] and nation.is_a("adjective")
        if adjective and following is not None and following.is_a("body"):
            # "two Indian Air Force aircraft"
            phrase.reason, phrase.noun = "not people", True
        elif not (unknown and adjective):
            phrase.unit = "person"
            phrase.head = phrase.at - 1
    if not phrase.unit and phrase.classifier >= 0 and not phrase.reason:
        phrase.unit = tokens[phrase.classifier].value("classifier")
        phrase.head = phrase.classifier
        if phrase.attributes and not phrase.nations:
            phrase.at = phrase.classifier + 1
            phrase.attributes.clear()
    more = tokens[phrase.at].entries.get("add") if phrase.at < len(tokens) else None
    if phrase.unit == "person" and phrase.noun and more is not None and more.extra == "post":
        # "27 persons more from Kenya"
        phrase.added, phrase.at = True, phrase.at + 1
    final = pack.habits["head_final"]
    if phrase.unit == "person" and not phrase.group and (not final or _said(tokens, phrase.at)):
        group_behind(tokens, phrase)
    if phrase.unit == "person":
        equated(tokens, phrase)
        nations_behind(tokens, phrase)
        all_of_them(tokens, phrase)
    elif phrase.unit == "case":
        nations_behind(tokens, phrase)
    return phrase
