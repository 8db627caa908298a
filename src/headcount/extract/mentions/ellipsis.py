"""Numbers without a noun: "another 65 came", "put those freed at 2,724", "Kenya, with 23".

Such a number counts people told of before, or nothing of ours. Each pattern is one way in which
reports leave the noun out; a number that fits none is left out.
"""

from __future__ import annotations

from typing import Final

from headcount.extract.mentions.bare import AGES, Pattern, describe, of_group, outer, skip
from headcount.extract.mentions.bare_clauses import (
    dealt,
    did,
    fronted,
    inserted,
    object_of_verb,
    of_share,
    restated,
    resumed,
    said,
    somewhen,
    verb_behind,
    who,
)
from headcount.extract.mentions.bare_people import (
    accounts,
    apposition,
    bracketed,
    by_the,
    equated,
    gapped,
    group,
    inverted,
    most,
    ranked,
    somewhere,
    with_country,
)
from headcount.extract.mentions.bare_places import listed_at, placed, timed
from headcount.extract.mentions.distributive import of_several
from headcount.extract.mentions.frames import frame_of, of_unit
from headcount.extract.mentions.nouns import Phrase, has, joins
from headcount.extract.mentions.openers import opened_by
from headcount.extract.mentions.parallel import parallel
from headcount.extract.mentions.peoples import beside, nations_behind, said_to_be
from headcount.extract.mentions.rows import row
from headcount.extract.mentions.spelled import Number
from headcount.extract.mentions.tallies import amount, compared, figure_is, tallied, tally_behind
from headcount.extract.mentions.tokens import Token
from headcount.model import FOREIGN


def refuse(tokens: list[Token], number: Number, phrase: Phrase, listed: bool) -> str:
    """Why a number without a noun counts nobody, "" when it stands for people told before.

    `listed` tells that a counted thing stands before it in the sentence. Fills nationality,
    group and unit of `phrase` where the pattern gives them.
    """
    each = listed and of_several(tokens, number.after)
    reason = "" if each else _refuse(tokens, number, phrase, listed)
    if not reason and not phrase.nations and phrase.unit in ("", "person"):
        _name(tokens, number, phrase)
    return reason


def _name(tokens: list[Token], number: Number, phrase: Phrase) -> None:
    """Take the people told right behind: "the other 29 are Thais", "the other four, foreign"."""
    n = number.after
    while n < len(tokens) and any(tokens[n].is_a(cls) for cls in ("rest", "adv", "add")):
        n += 1
    if has(tokens, n, "be") and n + 1 < len(tokens):
        # "the five others are women"
        describe(tokens[n + 1], phrase)
    inner = Phrase(n)
    nations_behind(tokens, inner)
    verb = n + _the_rest(tokens, number)
    phrase.nations.extend(inner.nations or said_to_be(tokens, verb) or beside(tokens, n)[0])
    if not phrase.nations and not phrase.group:
        opened_by(tokens, number, phrase)
    if n + 1 < len(tokens) and tokens[n].value("prep") == "of":
        # "93 are men, 21 of the women", "93 sont des hommes, 21 des femmes"
        describe(tokens[n + 1], phrase)
    if n + 1 < len(tokens) and phrase.added and tokens[n].norm == "," and not phrase.nations:
        phrase.foreign = phrase.foreign or tokens[n + 1].value("adj") == FOREIGN
        describe(tokens[n + 1], phrase)


def _refuse(tokens: list[Token], number: Number, phrase: Phrase, listed: bool) -> str:
    """Why no pattern holds, "" when one does."""
    if phrase.nations:
        return ""
    reason = _no_people(tokens, number, phrase, listed)
    if reason or phrase.unit:
        return reason
    if any(pattern(tokens, number, phrase) for pattern in _SURE):
        return ""
    after = skip(tokens, number.after)
    if after < len(tokens) and tokens[after].kind == "w" and not tokens[after].entries:
        return "counts something else"
    if has(tokens, after, "plan") and _a_thing(tokens, after + 1):
        return "counts something else"
    if (
        phrase.added
        or _the_rest(tokens, number)
        or any(pattern(tokens, number, phrase) for pattern in _LIKELY)
    ):
        return ""
    if listed and (_in_list(tokens, number) or _only_denied(tokens, number)):
        return ""
    return "counts nothing named"


def _a_thing(tokens: list[Token], n: int) -> bool:
    """Whether a noun of things alone stands at `n`: "19 scheduled flights"."""
    return has(tokens, n, "bad") and not has(tokens, n, "pred") and not has(tokens, n, "time")


def _only_denied(tokens: list[Token], number: Number) -> bool:
    """Whether a clause only says that what was told is not so: "32 are victims and 50 not"."""
    clause = []
    for token in tokens[number.after :]:
        if token.kind == "m" or token.is_a("conj"):
            break
        clause.append(token)
    return any(t.is_a("neg") for t in clause) and all(t.is_any(_DENYING) for t in clause)


_DENYING: Final = frozenset(("neg", "pron", "det", "have", "be", "adv"))
"""Classes of words that a clause is made of which only denies."""


def _no_people(tokens: list[Token], number: Number, phrase: Phrase, listed: bool) -> str:
    """Why a number without a noun cannot stand for people: a year, a label, a date, an age.

    Fills `phrase` and gives "" when the noun stands behind its article.
    """
    if number.bare and 1900 <= number.value <= 2100:
        return "a year"
    if phrase.noun:
        return "counts something else"
    before = tokens[number.first - 1] if number.first else None
    if before is not None and before.kind == "w" and before.capital and _names(before):
        return "a label"
    if before is not None and _numbered_office(tokens, number):
        return "a label"
    if number.digits and number.value <= 31 and before is not None and before.is_a("dayart"):
        return "a date"
    if _aged(tokens, number):
        return "an age"
    if inverted(tokens, number, phrase):
        return ""
    copula = before is not None and before.is_a("be") and not before.is_a("amount")
    if copula and before is not None and before.splits and of_group(tokens, number.after):
        # "got 11 of them out"
        copula = False
    told = did(tokens, number, phrase) or figure_is(tokens, number, phrase)
    if copula and number.value < 100 and not told:
        return "says what somebody is, counts nobody"
    if number.value < 2 and (not listed or _event(tokens, number.after)):
        return "one, not in a counted list"
    return ""


def _event(tokens: list[Token], n: int) -> bool:
    """Whether a noun of what happened stands at `n`, no person: "held, a business of millions"."""
    return n < len(tokens) and any(frame_of(e.extra).name == "noun" for e in tokens[n].predicates)


def _names(word: Token) -> bool:
    """Whether a word with a capital may be part of a name: unknown, or a thing ("Terminal 1")."""
    return not word.entries or (word.is_a("bad") and not word.predicates)


def _numbered_office(tokens: list[Token], number: Number) -> bool:
    """Whether a small number behind a body is its own: "the head of BI 7, reported"."""
    n = number.first - 1
    small = number.digits and number.value < AGES and number.first + 1 == number.after
    ends = number.after < len(tokens) and tokens[number.after].kind == "m"
    return small and ends and tokens[n].capital and tokens[n].is_a("body")


def _aged(tokens: list[Token], number: Number) -> bool:
    """ "A woman of 28": a small number behind a person and "of"; "One is 16, the other 17"."""
    n = number.first - 1
    if number.digits and number.value < AGES and has(tokens, n, "rest"):
        ends = number.after >= len(tokens) or tokens[number.after].kind == "m"
        # What somebody is stands before, right behind "is".
        told = any(tokens[m].is_a("be") and tokens[m + 1].kind == "n" for m in range(n - 1))
        return ends and told
    link = n > 0 and tokens[n].value("prep") == "of" and tokens[n - 1].value("head") == "person"
    closed = number.after >= len(tokens) or not tokens[number.after].is_a("det")
    return link and number.digits and number.value < AGES and closed


def _the_rest(tokens: list[Token], number: Number) -> bool:
    """Whether commas set the number apart behind "the rest" or "most": "The rest, 176, will"."""
    n = number.first - 1
    named = n > 0 and (tokens[n - 1].is_a("rest") or tokens[n - 1].is_a("part"))
    apart = named and tokens[n].norm == ","
    return apart and number.after < len(tokens) and tokens[number.after].norm == ","


def _in_list(tokens: list[Token], number: Number) -> bool:
    """Whether a bare number continues a list: a comma or "and" before, a preposition behind."""
    n = outer(tokens, number)
    after = tokens[number.after] if number.after < len(tokens) else None
    opened = n >= 0 and tokens[n].norm in ":;"
    return (opened or joins(tokens, n)) and (
        after is None or after.is_a("prep") or after.is_a("time")
    )


_SURE: Final[tuple[Pattern, ...]] = (
    tallied,
    tally_behind,
    ranked,
    row,
    equated,
    gapped,
    parallel,
    placed,
    timed,
    group,
    somewhere,
    listed_at,
    with_country,
    accounts,
    apposition,
    by_the,
    of_share,
)
"""Patterns that hold whatever word follows the number."""


_LIKELY: Final[tuple[Pattern, ...]] = (
    figure_is,
    compared,
    fronted,
    verb_behind,
    dealt,
    did,
    inserted,
    bracketed,
    most,
    amount,
    object_of_verb,
    resumed,
    restated,
    said,
    who,
    somewhen,
)
"""Patterns for numbers that no unknown noun follows."""


def no_more_of(tokens: list[Token], number: Number, unit: str) -> bool:
    """Whether the verb beside a number counts none of a unit: "raided 18 sites, arrested 9".

    Then the number counts people, not what was counted before it. A headline has the verb behind:
    "18 sites raided, 9 arrested".
    """
    n = outer(tokens, number)
    n -= n > 0 and tokens[n].is_a("prep") and not tokens[n].predicates
    told = [e for e in tokens[n].predicates if e.value != "-"] if n >= 0 else []
    if not told and number.after < len(tokens):
        told = [e for e in tokens[number.after].predicates if e.value != "-"]
    return bool(told) and not any(of_unit(e, unit) for e in told)
