"""Numbers without a noun beside the people that they count: "Kenya, with 23", "65 of them".

Each pattern says whether it holds, and fills nationality, group and unit of the phrase.
"""

from __future__ import annotations

from typing import Final

from headcount.extract.mentions.bare import (
    AGES,
    VERBS,
    copula,
    country_at,
    describe,
    has_mark,
    numbered,
    of_group,
    outer,
    skip,
    stand_for,
)
from headcount.extract.mentions.nouns import Phrase, describes, has, joins, nation
from headcount.extract.mentions.peoples import nations_behind
from headcount.extract.mentions.spelled import Number
from headcount.extract.mentions.tokens import Token


def group(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "65 of them": and the nationality that "were Malaysians" gives behind."""
    if not of_group(tokens, number.after) or _of_things(tokens, number):
        return False
    noun = number.after + 2
    if has(tokens, number.after, "prep") and noun < len(tokens):
        thing = tokens[noun]
        if thing.is_a("bad") or (thing.kind == "w" and not thing.entries):
            return False
    before = outer(tokens, number)
    if before > 0 and tokens[before].norm == "," and tokens[before - 1].value("head") == "site":
        stand_for(tokens[before - 1], phrase)
    copula(tokens, number, phrase)
    _nation_behind(tokens, number, phrase)
    if has(tokens, number.after, "part") and has(tokens, number.after + 1, "head"):
        describe(tokens[number.after + 1], phrase)
    return True


def _nation_behind(tokens: list[Token], number: Number, phrase: Phrase) -> None:
    """Take the nationality right behind the group: "of them Chinese", "of them from China"."""
    n = skip(tokens, number.after + (1 if has(tokens, number.after, "part") else 2))
    while has(tokens, n, "adj"):
        n += 1
    if phrase.nations or n >= len(tokens):
        return
    inner = Phrase(n)
    if nation(tokens, n):
        inner.nations.append(nation(tokens, n))
        inner.at = n + 1
    nations_behind(tokens, inner)
    phrase.nations.extend(inner.nations)


def among_them(tokens: list[Token], phrase: Phrase) -> bool:
    """Take "of them" behind a counted noun into the phrase: "28 persons of them are women".

    A verb follows, or what they are where the word means "of them" alone: "28 people including
    women" are more than those women.
    """
    n, after = phrase.at, skip(tokens, phrase.at + 1)
    if phrase.unit != "person" or phrase.head != n - 1 or not has(tokens, n, "part"):
        return False
    told = after + has(tokens, after, "be")
    noun = tokens[told] if told < len(tokens) else tokens[n]
    what = nation(tokens, told) or noun.value("head") or noun.value("adj")
    led = has(tokens, after, "be") or noun.is_a("begins") or tokens[n].value("part") == _OF_THEM
    # An auxiliary of the passive may stand before the verb.
    said = any(t.is_any(_ACTS) for t in tokens[after : told + 1])
    if not said and not (what and led):
        return False
    phrase.at = n + 1
    if nation(tokens, told) and not phrase.nations:
        phrase.nations.append(nation(tokens, told))
    elif what:
        describe(noun, phrase)
        inner = Phrase(told + 1, unit="person", head=told)
        nations_behind(tokens, inner)
        phrase.nations.extend([] if phrase.nations else inner.nations)
        phrase.group = phrase.group or (what if what in _GROUPS else "")
    return True


_ACTS: Final = VERBS - {"be"}
_GROUPS: Final = frozenset(("women", "men", "children"))

_OF_THEM: Final = "them"  # words that only mean it: no list of parts begins with them alone


def _of_things(tokens: list[Token], number: Number) -> bool:
    """Whether "of them" speaks of things or forces named before: "the police, 700 of them".

    A noun behind a preposition and what is told of people only are no such things: "detained
    312 foreigners in the province, 140 of them women".
    """
    behind = skip(tokens, number.after + (1 if has(tokens, number.after, "part") else 2))
    if nation(tokens, behind) or any(map(_person, tokens[behind : behind + 1])):
        return False
    for n in range(number.first - 1, -1, -1):
        if tokens[n].is_a("head") or tokens[n].is_a("people"):
            return False
        if tokens[n].is_a("bad"):
            if _led(tokens, n):
                continue
            return True
        if tokens[n].predicates or tokens[n].is_a("verb"):
            return False
    return False


def _person(token: Token) -> bool:
    return token.value("head") == "person"


def _led(tokens: list[Token], n: int) -> bool:
    """Whether a preposition leads to the noun at `n`, with an article or a name between."""
    for at in range(n - 1, max(n - 4, -1), -1):
        if tokens[at].is_a("prep"):
            return True
        if tokens[at].kind != "w" or tokens[at].predicates or tokens[at].is_a("verb"):
            return False
    return False


def with_country(
    tokens: list[Token], number: Number, phrase: Phrase, *, people_only: bool = False
) -> bool:
    """ "Kenya, with 23": the country stands before; people only where a noun is counted."""
    n = outer(tokens, number)
    # "foreigners, mostly Chinese, including 7 women": no people of the women.
    other = has(tokens, n, "than") or (people_only and has(tokens, n, "part"))
    if n < 1 or tokens[n].value("prep") != "with" or other:
        return False
    before = n - 1 - (tokens[n - 1].norm == ",")
    before -= has(tokens, before, "be")
    if before > 0 and tokens[before - 1].value("prep") in ("in", "to", "from"):
        # "330 cases in Cambodia, against 17": a place, no people.
        return False
    code = country_at(tokens, before)
    if people_only and (before < 0 or not tokens[before].is_a("people")):
        return False
    if code:
        phrase.nations.append(code)
    return bool(code)


def by_size(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "Most are from China, 12 persons, then Laos with 3 persons": countries by how many."""
    n = outer(tokens, number)
    counting = has(tokens, phrase.head, "classifier") or has(tokens, phrase.head, "citizen")
    if n < 2 or phrase.nations or not counting:
        return False
    after = tokens[phrase.at] if phrase.at < len(tokens) else None
    closed = after is None or after.kind == "m" or after.is_a("conj")
    led = tokens[n - 2]
    told = any(numbered(tokens, k) for k in range(n - 2)) and not country_at(tokens, n - 3)
    code: str = tokens[n - 1].value("country")
    if not code or not closed or not (led.is_a("part") or (led.is_a("conj") and told)):
        return False
    if tokens[n].norm != "," and tokens[n].value("prep") != "with":
        return False
    phrase.nations.append(code)
    return True


def accounts(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "Ethiopia alone accounts for 138": a country is the subject of an amount."""
    n = outer(tokens, number)
    if not has(tokens, n, "amount"):
        return False
    before = n - 1
    while has(tokens, before, "adv"):
        before -= 1
    code = country_at(tokens, before)
    led = has(tokens, before - 1, "prep") or has(tokens, before - 1, "ends")
    if not code or led or (before > 0 and joins(tokens, n)):
        return False
    phrase.nations.append(code)
    return True


def apposition(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "the workers, about 7,000,": the noun stands before the comma."""
    n = outer(tokens, number)
    if n < 1 or tokens[n].norm not in (",", "(", ":"):
        return False
    if tokens[n].norm == ":" and not _in_all(tokens, number.after):
        return False
    after = tokens[number.after] if number.after < len(tokens) else None
    summed = after is not None and after.is_a("tally")
    closed = after is None or after.kind == "m" or after.is_a("prep") or after.is_a("hedge")
    if not closed and not summed:
        return False
    noun = tokens[n - 1]
    aged = number.digits and number.value < AGES and n == number.first - 1
    if aged and not noun.is_a("tally") and not summed:
        return False
    if noun.value("head") == "person":
        stand_for(noun, phrase)
    code = "" if describes(tokens, n - 1) else nation(tokens, n - 1)
    if code:
        phrase.nations.append(code)
    told = bool(code) or noun.value("head") == "person" or noun.is_a("tally")
    return told or tokens[n].norm == ":"


def _in_all(tokens: list[Token], n: int) -> bool:
    """Whether "in all" closes the sentence from `n` on, behind a comma or without."""
    n += has_mark(tokens, n, ",")
    return n < len(tokens) and tokens[n].is_a("tally") and has_mark(tokens, n + 1, ".")


def bracketed(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "Punjab leads with 3,667, then Delhi (3,233)": a name told with its number alone."""
    first = number.first
    if not has_mark(tokens, first - 1, "(") or not has_mark(tokens, number.after, ")"):
        return False
    name = tokens[first - 2] if first > 1 else None
    code = country_at(tokens, first - 2)
    if code and name is not None and name.is_a("people"):
        phrase.nations.append(code)
    if name is None or number.bare or not name.proper:
        return False
    return name.is_a("place") or bool(code) or (not name.entries and number.value >= AGES)


def ranked(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "Chinese top the list (3,438), before Thais": a people opens the clause of a bracket."""
    n = number.first - 1
    if not has_mark(tokens, n, "(") or not has_mark(tokens, number.after, ")"):
        return False
    for at in range(n - 1, max(n - _RANKED, -1), -1):
        if tokens[at].kind == "n" or tokens[at].norm in ";:(" or tokens[at].is_a("num"):
            return False
        opens = at == 0 or tokens[at - 1].kind == "m" or tokens[at - 1].is_a("det")
        if opens and tokens[at].is_a("people"):
            phrase.nations.append(nation(tokens, at))
            return True
    return False


_RANKED: Final = 9
"""Tokens from a people to the bracket with its number."""


def most(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "Chinese are the most numerous, 207": the people are the subject of the clause."""
    n = outer(tokens, number)
    if not has_mark(tokens, n, ",") or not (
        number.after >= len(tokens) or tokens[number.after].kind == "m"
    ):
        return False
    be = next((at for at in range(n - 1, max(n - 8, 0), -1) if tokens[at].is_a("be")), 0)
    people = be - 1
    while people > 0 and tokens[people].is_a("adv"):
        people -= 1
    if not be or any(t.is_a("num") or t.kind == "n" for t in tokens[be:n]):
        return False
    code = nation(tokens, people)
    if code:
        phrase.nations.append(code)
    return bool(code)


def somewhere(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "fourteen in Laos", "48 from India": a country follows."""
    n = skip(tokens, number.after)
    link = tokens[n].value("prep") if n < len(tokens) else ""
    if link not in ("in", "from", "of"):
        return False
    n += 1
    while has(tokens, n, "det"):
        n += 1
    if n >= len(tokens):
        return False
    code = tokens[n].value("country")
    if code and link == "from":
        phrase.nations.append(code)
    return link != "of" and bool(code or tokens[n].is_a("place"))


def by_the(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "by the hundreds", "par dizaines, des Indonésiens": the people stand somewhere near."""
    n = outer(tokens, number)
    while has(tokens, n, "det"):
        n -= 1
    if number.shape != "vague" or n < 0 or tokens[n].value("prep") not in ("by", "in"):
        return False
    near = [*range(n - 1, max(n - 14, -1), -1), *range(number.after, number.after + 10)]
    for at in near:
        if at < len(tokens) and (tokens[at].value("head") == "person" or tokens[at].is_a("people")):
            if tokens[at].is_a("head"):
                stand_for(tokens[at], phrase)
            if nation(tokens, at):
                phrase.nations.append(nation(tokens, at))
            return True
    site = next((at for at in near if at < len(tokens) and tokens[at].value("head") == "site"), -1)
    if site >= 0:
        stand_for(tokens[site], phrase)
    return site >= 0


def inverted(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "There are 31 the foreigners arrested": an article and the noun stand behind the number."""
    n = number.after
    if not has(tokens, n, "det") or number.bare or number.value < 2:
        return False
    if not (has(tokens, n + 1, "head") or has(tokens, n + 1, "people")):
        return False
    at = outer(tokens, number)
    before = tokens[at] if at >= 0 else None
    if before is None:
        return False
    leads = before.is_a("be") or before.is_a("amount") or bool(before.predicates)
    if not leads and not any(t.is_a("say") for t in tokens[max(at - _ESTIMATE, 0) : at + 1]):
        return False
    if has(tokens, n + 1, "head"):
        stand_for(tokens[n + 1], phrase)
    elif nation(tokens, n + 1):
        phrase.nations.append(nation(tokens, n + 1))
    return True


_ESTIMATE: Final = 3
"""Tokens between a verb of estimating and its number: "put in 2023 at 120,000 the people"."""


def equated(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "21 of them were women and ten, minors": a comma stands for the copula told before."""
    n = number.after
    while has(tokens, n, "rest") or has(tokens, n, "adv"):
        n += 1
    if not has_mark(tokens, n, ",") or number.bare or n + 1 >= len(tokens):
        return False
    if not any(t.is_a("be") for t in tokens[: number.first]):
        return False
    opened = joins(tokens, number.first - 1) or has_mark(tokens, number.first - 1, ";")
    behind = tokens[n + 1].predicates
    if opened and any(e.extra.startswith(("pp", "both", "state")) for e in behind):
        # "49 have been charged and 18, expelled"
        return True
    closed = n + 2 >= len(tokens) or tokens[n + 2].kind == "m" or tokens[n + 2].is_a("conj")
    if not closed:
        return False
    describe(tokens[n + 1], phrase)
    return bool(phrase.group or phrase.foreign)


def gapped(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "Ethiopia brought 130 home and South Africa 23": a country and its number, no verb."""
    n = number.first - 1
    closed = number.after >= len(tokens) or tokens[number.after].kind == "m"
    shared = n > 0 and _shared(tokens, n)
    # "detuvo a dos y Tailandia a 29": the country acts.
    acts = n > 1 and tokens[n].value("prep") == "to" and not shared
    acts = acts and has(tokens, n - 1 - has_mark(tokens, n - 1, ","), "country")
    closed = closed or (shared and has(tokens, number.after, "conj"))
    n -= acts or shared
    # "Tailandia, a 265", "y Camboya, 100.000": a comma stands for the verb.
    comma = has_mark(tokens, n, ",")
    n -= comma
    if n < 1 or not closed or number.bare or not has(tokens, n, "country"):
        return False
    opens = tokens[n - 1].is_a("conj") or tokens[n - 1].norm == ";"
    if not (opens or (tokens[n - 1].norm == "," and not (comma and not acts))):
        return False
    told = any(t.kind == "n" or t.is_a("num") for t in tokens[: n - 1])
    if told and not acts:
        phrase.nations.append(tokens[n].value("country"))
    return told


def _shared(tokens: list[Token], n: int) -> bool:
    """Whether `n` closes an amount told before: "India accounts for 64, Kenya for 33"."""
    if not has(tokens, n, "prep") or not has(tokens, n - 1, "country"):
        return False
    told = (t.norm for t in tokens[: n - 1] if t.is_a("amount") and not t.is_a("prep"))
    return any(norm.endswith(" " + tokens[n].norm) for norm in told)
