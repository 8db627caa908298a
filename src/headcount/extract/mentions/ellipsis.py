"""Numbers without a noun: "another 65 came", "put those freed at 2,724", "Kenya, with 23".

Such a number counts people told of before, or nothing of ours. Each pattern below is one way in
which reports leave the noun out; a number that fits none is left out.
"""

from __future__ import annotations

from collections.abc import Callable

from headcount.extract.families import UNITS
from headcount.extract.mentions.phrases import (
    Phrase,
    has,
    joins,
    nation,
    nations_behind,
    note_head,
)
from headcount.extract.mentions.spelled import Number
from headcount.extract.mentions.tokens import Token

_VERBS = frozenset(("be", "have", "pred", "verb", "plan"))


def refuse(tokens: list[Token], number: Number, phrase: Phrase, listed: bool) -> str:
    """Why a number without a noun counts nobody, "" when it stands for people told before.

    `listed` tells that a counted thing stands before it in the sentence. Fills nationality,
    group and unit of `phrase` where the pattern gives them.
    """
    if phrase.nations:
        return ""
    reason = _no_people(tokens, number, phrase, listed)
    if reason or phrase.unit:
        return reason
    if any(pattern(tokens, number, phrase) for pattern in _SURE):
        return ""
    after = _skip(tokens, number.after)
    if after < len(tokens) and tokens[after].kind == "w" and not tokens[after].entries:
        return "counts something else"
    if phrase.added or any(pattern(tokens, number, phrase) for pattern in _LIKELY):
        return ""
    if listed and _in_list(tokens, number):
        return ""
    return "counts nothing named"


def _no_people(tokens: list[Token], number: Number, phrase: Phrase, listed: bool) -> str:
    """Why a number without a noun cannot stand for people: a year, a label, a date, an age.

    Fills `phrase` and gives "" when the noun stands behind its article.
    """
    if number.bare and 1900 <= number.value <= 2100:
        return "a year"
    if phrase.noun:
        return "counts something else"
    before = tokens[number.first - 1] if number.first else None
    if before is not None and before.kind == "w" and before.capital and not before.entries:
        return "a label"
    if number.digits and number.value <= 31 and before is not None and before.is_a("dayart"):
        return "a date"
    if _aged(tokens, number):
        return "an age"
    if _inverted(tokens, number, phrase):
        return ""
    copula = before is not None and before.is_a("be") and not before.is_a("amount")
    if copula and number.value < 100:
        return "says what somebody is, counts nobody"
    if number.value < 2 and not listed:
        return "one, not in a counted list"
    return ""


def _aged(tokens: list[Token], number: Number) -> bool:
    """ "A woman of 28": a small number behind a person and "of"."""
    n = number.first - 1
    link = n > 0 and tokens[n].value("prep") == "of" and tokens[n - 1].value("head") == "person"
    closed = number.after >= len(tokens) or not tokens[number.after].is_a("det")
    return link and number.digits and number.value < _AGES and closed


_AGES = 100
"""Ages are smaller."""


def _inverted(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "There are 31 the foreigners arrested": an article and the noun stand behind the number."""
    n = number.after
    if not has(tokens, n, "det") or number.bare or number.value < 2:
        return False
    if not (has(tokens, n + 1, "head") or has(tokens, n + 1, "people")):
        return False
    before = tokens[_outer(tokens, number)] if number.first else None
    if before is None or not (before.is_a("be") or before.is_a("amount") or before.predicates):
        return False
    if has(tokens, n + 1, "head"):
        _stand_for(tokens[n + 1], phrase)
    elif nation(tokens, n + 1):
        phrase.nations.append(nation(tokens, n + 1))
    return True


def of_group(tokens: list[Token], n: int) -> bool:
    """Whether "of them", "of the missing", "d'entre eux" stands at `n`."""
    if has(tokens, n, "part"):
        return True
    return (
        n + 1 < len(tokens)
        and tokens[n].value("prep") == "of"
        and (tokens[n + 1].is_a("det") or tokens[n + 1].is_a("pron"))
    )


def _skip(tokens: list[Token], n: int) -> int:
    """The first token at or behind `n` that is no adverb."""
    while has(tokens, n, "adv"):
        n += 1
    return n


def _outer(tokens: list[Token], number: Number) -> int:
    """The token before a number and its hedges, -1 at the beginning."""
    n = number.first - 1
    while (
        n >= 0
        and (tokens[n].is_a("hedge") or tokens[n].is_a("adv"))
        and not has(tokens, n, "amount")
    ):
        n -= 1
    return n


def _group(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "65 of them": and the nationality that "were Malaysians" gives behind."""
    if not of_group(tokens, number.after) or _of_things(tokens, number):
        return False
    noun = number.after + 2
    if has(tokens, number.after, "prep") and noun < len(tokens):
        thing = tokens[noun]
        if thing.is_a("bad") or (thing.kind == "w" and not thing.entries):
            return False
    _copula(tokens, number, phrase)
    _nation_behind(tokens, number, phrase)
    if has(tokens, number.after, "part") and has(tokens, number.after + 1, "head"):
        _describe(tokens[number.after + 1], phrase)
    return True


def _nation_behind(tokens: list[Token], number: Number, phrase: Phrase) -> None:
    """Take the nationality right behind the group: "of them Chinese", "of them from China"."""
    n = _skip(tokens, number.after + (1 if has(tokens, number.after, "part") else 2))
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


def _describe(noun: Token, phrase: Phrase) -> None:
    """Take over what a noun says of people counted without it: women, foreigners."""
    inner = Phrase(0)
    note_head(noun, inner)
    if inner.unit == "person":
        phrase.group = phrase.group or inner.group
        phrase.foreign = phrase.foreign or inner.foreign


def _stand_for(noun: Token, phrase: Phrase) -> None:
    """Count what a noun elsewhere in the sentence names; the number still has none behind it."""
    note_head(noun, phrase)
    phrase.noun = False


def _of_things(tokens: list[Token], number: Number) -> bool:
    """Whether "of them" speaks of things or forces named before: "the police, 700 of them"."""
    for n in range(number.first - 1, -1, -1):
        if tokens[n].is_a("head") or tokens[n].is_a("people"):
            return False
        if tokens[n].is_a("bad"):
            return True
        if tokens[n].predicates or tokens[n].is_a("verb"):
            return False
    return False


def _copula(tokens: list[Token], number: Number, phrase: Phrase) -> None:
    """Take what a copula says of the number: "were Malaysians", "are women", "sont étrangers"."""
    n = number.after
    while n < len(tokens) and not tokens[n].is_a("be") and n - number.after < 5:
        if tokens[n].kind == "m":
            return
        n += 1
    if not has(tokens, n, "be"):
        return
    n += 1
    while has(tokens, n, "det") or has(tokens, n, "adv") or _part_article(tokens, n):
        n += 1
    if nation(tokens, n):
        phrase.nations.append(nation(tokens, n))
    elif has(tokens, n, "head"):
        _describe(tokens[n], phrase)


def _part_article(tokens: list[Token], n: int) -> bool:
    """Whether a partitive article stands at `n` ("sont des étrangers")."""
    return has(tokens, n, "prep") and tokens[n].value("prep") == "of"


def with_country(
    tokens: list[Token], number: Number, phrase: Phrase, *, people_only: bool = False
) -> bool:
    """ "Kenya, with 23": the country stands before; people only where a noun is counted."""
    n = _outer(tokens, number)
    if n < 1 or tokens[n].value("prep") != "with":
        return False
    before = n - 1 - (tokens[n - 1].norm == ",")
    before -= has(tokens, before, "be")
    code = _country(tokens, before)
    if people_only and (before < 0 or not tokens[before].is_a("people")):
        return False
    if code:
        phrase.nations.append(code)
    return bool(code)


def _country(tokens: list[Token], n: int) -> str:
    if n < 0:
        return ""
    return tokens[n].value("country") or tokens[n].value("people")


def _accounts(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "Ethiopia alone accounts for 138": a country is the subject of an amount."""
    n = _outer(tokens, number)
    if not has(tokens, n, "amount"):
        return False
    before = n - 1
    while has(tokens, before, "adv"):
        before -= 1
    code = _country(tokens, before)
    if not code or (before > 0 and (tokens[before - 1].is_a("prep") or joins(tokens, n))):
        return False
    phrase.nations.append(code)
    return True


def _apposition(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "the workers, about 7,000,": the noun stands before the comma."""
    n = _outer(tokens, number)
    if n < 1 or tokens[n].norm not in (",", "("):
        return False
    after = tokens[number.after] if number.after < len(tokens) else None
    closed = after is None or after.kind == "m" or after.is_a("prep") or after.is_a("hedge")
    if not closed:
        return False
    noun = tokens[n - 1]
    if noun.value("head") == "person":
        _stand_for(noun, phrase)
    code = nation(tokens, n - 1)
    if code:
        phrase.nations.append(code)
    return bool(code) or noun.value("head") == "person" or noun.is_a("tally")


def _bracketed(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "Punjab leads with 3,667, then Delhi (3,233)": a name told with its number alone."""
    first = number.first
    if not has_mark(tokens, first - 1, "(") or not has_mark(tokens, number.after, ")"):
        return False
    name = tokens[first - 2] if first > 1 else None
    code = _country(tokens, first - 2)
    if code and name is not None and name.is_a("people"):
        phrase.nations.append(code)
    if name is None or number.bare or not name.proper:
        return False
    return name.is_a("place") or bool(code) or not name.entries


def _most(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "Chinese are the most numerous, 207": the people are the subject of the clause."""
    n = _outer(tokens, number)
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


def _somewhere(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "fourteen in Laos", "48 from India": a country follows."""
    n = _skip(tokens, number.after)
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


def _verb_behind(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "65 had already been rescued": the number is the subject of a verb."""
    n = _skip(tokens, number.after)
    if n >= len(tokens) or not _VERBS & tokens[n].entries.keys():
        return False
    before = _outer(tokens, number)
    link = tokens[before].value("prep") if before >= 0 else ""
    participle = any(e.extra.startswith(("pp", "both")) for e in tokens[n].predicates)
    if link and link != "of" and not (link == "with" and participle):
        return False
    _copula(tokens, number, phrase)
    return True


def _inserted(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "Around 7,200, mostly men, have returned": an insertion parts the subject from its verb."""
    n = number.after
    if not has_mark(tokens, n, ",") or number.bare or _outer(tokens, number) >= _OPENING:
        return False
    for at in range(n + 1, min(n + _INSERTION, len(tokens) - 1)):
        if tokens[at].norm == ";" or tokens[at].kind == "n":
            return False
        if tokens[at].norm == ",":
            return bool(_VERBS & tokens[at + 1].entries.keys())
    return False


_OPENING = 3
"""Tokens before a number that still stands at the head of its sentence."""

_INSERTION = 12
"""Tokens that an insertion between subject and verb may have."""


def has_mark(tokens: list[Token], n: int, norm: str) -> bool:
    """Whether the mark `norm` stands at `n`."""
    return 0 <= n < len(tokens) and tokens[n].norm == norm


def _object(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "arrested 65.": a verb stands before, nothing that could be counted behind."""
    n = _outer(tokens, number)
    if n < 0 or number.bare:
        return False
    if tokens[n].is_a("part"):
        return True
    whole = " " in tokens[n].norm and n == number.first - 1
    return any(whole or not e.extra.startswith(("noun", "state")) for e in tokens[n].predicates)


def _amount(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "numbered 42", "put at 120,000 the people who": a word of amount leads to the number."""
    n = _outer(tokens, number)
    if not has(tokens, n, "amount"):
        return False
    if number.value < 10 and not number.digits and not has(tokens, n - 1, "pron"):
        return False
    at = _subject(tokens, range(n - 1, -1, -1))
    if at < 0:
        at = _subject(tokens, range(number.after, min(number.after + 9, len(tokens))))
    if at < 0:
        return False
    if tokens[at].is_a("head"):
        if tokens[at].value("head") in ("country", "case"):
            return False
        _stand_for(tokens[at], phrase)
    for near in (at, at - 1, at + 1):
        if not tokens[at].is_a("pred") and nation(tokens, near):
            phrase.nations.append(nation(tokens, near))
            break
    return True


def _subject(tokens: list[Token], order: range) -> int:
    """The first counted noun, people, pronoun or predicate over people in that order; -1."""
    for at in order:
        token = tokens[at]
        if token.is_a("pron") and at == order[0]:
            return at
        if token.is_a("head") and token.value("head") != "person" and has(tokens, at - 1, "prep"):
            continue
        if token.is_a("head") or token.is_a("tally"):
            return at
        if token.is_a("people") and token.proper:
            return at
        if token.is_a("pred") and token.value("pred") != "-":
            return at
        if token.norm in ";:" or (token.is_a("bad") and at == order[0]):
            return -1
    return -1


def _resumed(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "il en reste 29": a pronoun before the verb stands for the noun.

    A verb that can speak of no persons ("en a dénombré plus de 50") gives the unit.
    """
    unit = ""
    for n in range(number.first - 1, max(number.first - 7, -1), -1):
        for entry in tokens[n].predicates:
            if entry.value in UNITS and entry.value != "-":
                unit = UNITS[entry.value][0]
        if tokens[n].is_a("resume") and _VERBS & tokens[n + 1].entries.keys():
            phrase.unit = phrase.unit or unit
            return True
    return False


def _said(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "7,000, corrects a spokesman": nothing but a speech verb follows the number."""
    n = number.after
    if has(tokens, number.first - 1, "be"):
        return False
    return n + 1 < len(tokens) and tokens[n].norm == "," and tokens[n + 1].is_a("say")


def _somewhen(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "62 in 2022 and nine in 2023", "270 le 6 novembre": a year, a month or a day follows."""
    n = _skip(tokens, number.after)
    if number.bare or n + 1 >= len(tokens):
        return False
    if tokens[n].value("prep") != "in" and not tokens[n].is_a("det"):
        return False
    when = tokens[n + 1]
    if when.kind == "n" and has(tokens, n + 2, "month"):
        when = tokens[n + 2]
    year = when.kind == "n" and len(when.norm) == 4 and when.norm.startswith(("19", "20"))
    told = any(t.value("head") == "person" or t.is_a("people") for t in tokens)
    return (year or when.is_a("month")) and (
        told or any(t.predicates and t.value("pred") != "-" for t in tokens)
    )


def _who(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "around 34 who are still held": a relative clause about people follows."""
    return not number.bare and has(tokens, number.after, "rel")


def _by_the(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "by the hundreds", "par dizaines, des Indonésiens": the people stand somewhere near."""
    n = _outer(tokens, number)
    while has(tokens, n, "det"):
        n -= 1
    if number.shape != "vague" or n < 0 or tokens[n].value("prep") not in ("by", "in"):
        return False
    near = [*range(n - 1, max(n - 14, -1), -1), *range(number.after, number.after + 10)]
    for at in near:
        if at < len(tokens) and (tokens[at].value("head") == "person" or tokens[at].is_a("people")):
            if tokens[at].is_a("head"):
                _stand_for(tokens[at], phrase)
            if nation(tokens, at):
                phrase.nations.append(nation(tokens, at))
            return True
    return False


def _in_list(tokens: list[Token], number: Number) -> bool:
    """Whether a bare number continues a list: a comma or "and" before, a preposition behind."""
    n = _outer(tokens, number)
    after = tokens[number.after] if number.after < len(tokens) else None
    opened = n >= 0 and tokens[n].norm in ":;"
    return (opened or joins(tokens, n)) and (
        after is None or after.is_a("prep") or after.is_a("time")
    )


_Pattern = Callable[[list[Token], Number, Phrase], bool]
_SURE: tuple[_Pattern, ...] = (_group, _somewhere, with_country, _accounts, _apposition, _by_the)
"""Patterns that hold whatever word follows the number."""
_LIKELY: tuple[_Pattern, ...] = (
    _verb_behind,
    _inserted,
    _bracketed,
    _most,
    _object,
    _amount,
    _resumed,
    _said,
    _who,
    _somewhen,
)
"""Patterns for numbers that no unknown noun follows."""
