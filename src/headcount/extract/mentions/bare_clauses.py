"""Numbers without a noun that a verb goes with: "another 65 came".

Each pattern says whether it holds, and fills nationality, group and unit of the phrase.
"""

from __future__ import annotations

from typing import Final

from headcount.extract.families import UNITS
from headcount.extract.mentions.bare import VERBS, copula, has_mark, outer, skip, stand_for
from headcount.extract.mentions.frames import frame_of
from headcount.extract.mentions.nouns import Phrase, has
from headcount.extract.mentions.spelled import Number
from headcount.extract.mentions.tokens import Token
from headcount.languages.lexicon import Entry


def verb_behind(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "65 had already been rescued": the number is the subject of a verb.

    A preposition before it is a conjunction then: "after 45 were charged".
    """
    n = skip(tokens, number.after)
    if n >= len(tokens) or not tokens[n].is_any(VERBS):
        return False
    before = outer(tokens, number)
    link = tokens[before].value("prep") if before >= 0 else ""
    told = any(e.extra.startswith(_VERBAL) for e in tokens[n].predicates)
    passive = has(tokens, n, "be") and has(tokens, n + 1, "pred")
    if link and link != "of" and not (link == "with" and (told or passive)):
        return False
    acts = {(e.value, frame_of(e.extra).name) for e in tokens[n].predicates}
    if acts == {("moved", "act")}:
        # "two chartered jets carried 200": nobody of ours carries.
        return False
    copula(tokens, number, phrase)
    return True


_VERBAL: Final = ("pp", "both", "subj", "state")
"""Frames of predicates that a number before them may be the subject of."""


def dealt(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "two got the death penalty, and five the life sentence": the verb is told once."""
    before, noun = tokens[number.first - 1], number.after + 1
    opens = number.first > 0 and (before.is_a("conj") or before.norm in _STOPS)
    if not opens or noun >= len(tokens) or not tokens[number.after].is_a("det"):
        return False
    nouns = {e.value for e in tokens[noun].predicates if frame_of(e.extra).name == "noun"}
    return any(e.value in nouns for t in tokens[: number.first] for e in t.predicates)


def did(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "were 41 to return", "ont été 41 à rentrer": a copula before, what they did behind."""
    n = number.after
    copula = has(tokens, number.first - 1, "be") and not has(tokens, number.first - 1, "amount")
    return copula and has(tokens, n, "prep") and has(tokens, n + 1, "pred")


def inserted(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "Around 7,200, mostly men, have returned": an insertion parts the subject from its verb."""
    n = number.after
    before = outer(tokens, number)
    if not has_mark(tokens, n, ",") or number.bare:
        return False
    if before >= _OPENING and not has_mark(tokens, before, ","):
        return False
    for at in range(n + 1, min(n + _INSERTION, len(tokens) - 1)):
        if tokens[at].norm == ";" or tokens[at].kind == "n":
            return False
        if tokens[at].norm == ",":
            return tokens[at + 1].is_any(VERBS)
    return False


_OPENING: Final = 3
"""Tokens before a number that still stands at the head of its sentence."""


_INSERTION: Final = 12
"""Tokens that an insertion between subject and verb may have."""


def object_of_verb(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "arrested 65.": a verb stands before, nothing that could be counted behind."""
    n = outer(tokens, number)
    if n < 0 or number.bare:
        return False
    if tokens[n].is_a("part"):
        return True
    led = _told(tokens, n) if tokens[n].value("prep") == "to" else []
    if led:
        return any(e.extra.startswith(_TAKES) for e in led)
    if tokens[n].value("prep") == "to" and _parted(tokens, n, number):
        return True
    if tokens[n].norm == "," and _said_between(tokens, n, number):
        return True
    whole = " " in tokens[n].norm and n == number.first - 1
    told = (*tokens[n].predicates, *tokens[n].splits)
    return any(whole or not e.extra.startswith(("noun", "state")) for e in told)


_TAKES: Final = ("act", "both", "split")
"""Frames of verbs that what is counted is the object of."""


def _ended(tokens: list[Token], number: Number) -> bool:
    """Whether the sentence or clause closes behind a number."""
    return number.after >= len(tokens) or tokens[number.after].norm in _STOPS


_STOPS: Final = frozenset((",", ";", ".", ":"))


def _parted(tokens: list[Token], n: int, number: Number) -> bool:
    """Whether words of time or place part the mark of the object at `n` from its verb.

    "Repatrió en el mismo período a 41.": no other object stands between them.
    """
    for at in range(n - 1, max(n - _PARTED, -1), -1):
        token = tokens[at]
        if token.predicates:
            active = any(e.extra.startswith(_TAKES) for e in token.predicates)
            return active and _ended(tokens, number)
        if token.kind != "w" or token.is_a("head") or token.is_a("people") or token.is_a("rel"):
            return False
    return False


def fronted(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "… y a 21 se los tiene por cabecillas": an object before its verb, a pronoun takes it up."""
    n = outer(tokens, number)
    if n < 0 or tokens[n].value("prep") != "to" or number.bare or number.value < 2:
        return False
    opens = n == 0 or tokens[n - 1].norm in _STOPS or tokens[n - 1].is_a("conj")
    behind = tokens[number.after : number.after + _CLITIC]
    if not opens or not behind:
        return False
    # "A 78 los deportaron": an article right before a verb is a pronoun.
    clitic = len(behind) > 1 and behind[0].is_a("det") and bool(behind[1].predicates)
    clitic = clitic and not behind[1].is_a("head")
    return clitic or _has_pronoun(behind)


def _has_pronoun(behind: list[Token]) -> bool:
    """Whether a pronoun that is no article, or an auxiliary right away, follows an object."""
    return behind[0].is_a("have") or any(t.is_a("pron") and not t.is_a("det") for t in behind)


_CLITIC: Final = 4
"""Tokens from a fronted object to the pronoun that takes it up."""


_PARTED: Final = 9
"""Tokens from a verb to the mark of its object."""


def _said_between(tokens: list[Token], n: int, number: Number) -> bool:
    """Whether who says it stands between commas before a number and its verb.

    "There remain, according to the police, more than 400."
    """
    opens = next((at for at in range(n - 1, max(n - _INSERTION, 0), -1) if _comma(tokens, at)), 0)
    if not opens or not _ended(tokens, number):
        return False
    if not any(t.is_a("cite") or t.is_a("say") for t in tokens[opens + 1 : n]):
        return False
    frames = ("subj", "state", "exist", *_TAKES)
    return any(e.extra.startswith(frames) for e in tokens[opens - 1].predicates)


def _comma(tokens: list[Token], n: int) -> bool:
    return tokens[n].norm == "," and not tokens[n].blank


def _told(tokens: list[Token], n: int) -> list[Entry]:
    """What the verb in the two words before `n` may tell."""
    return [e for t in tokens[max(n - 2, 0) : n] for e in (*t.predicates, *t.splits)]


def resumed(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "il en reste 29": a pronoun before the verb stands for the noun.

    A verb that can speak of no persons ("en a dénombré plus de 50") gives the unit, and so does
    the noun that opens the sentence, if a mark closes its clause: "Arrests are up: they made 330".
    """
    unit = ""
    for n in range(number.first - 1, max(number.first - 7, -1), -1):
        for entry in tokens[n].predicates:
            if entry.value in UNITS and entry.value != "-":
                unit = UNITS[entry.value][0]
        if tokens[n].is_a("resume") and tokens[n + 1].is_any(VERBS):
            _opening_noun(tokens, n, phrase)
            phrase.unit = phrase.unit or unit
            return True
    return False


def _opening_noun(tokens: list[Token], end: int, phrase: Phrase) -> None:
    """Count what the noun at the head of the sentence names, told without a number."""
    noun = 1 if has(tokens, 0, "det") else 0
    head = tokens[noun].entries.get("head")
    if head is None or not any(t.norm in ":;," for t in tokens[noun:end]):
        return
    if head.value != "person" or head.extra.startswith("kind="):
        stand_for(tokens[noun], phrase)


def restated(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "The press speaks of 401.", "… put the figure at 306.", "According to them, it was 405."."""
    n = outer(tokens, number)
    if n < 1 or number.bare or not _ended(tokens, number):
        return False
    link = tokens[n].value("prep")
    if tokens[n].is_a("say") and tokens[n].value("ends"):
        return True
    if link and tokens[n - 1].is_a("say"):
        return True
    if link in ("to", "in") and tokens[n - 1].is_a("tally"):
        return True
    cited = any(t.is_a("cite") for t in tokens[: n - 1])
    return cited and tokens[n].is_a("be") and tokens[n - 1].norm == ","


def said(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "7,000, corrects a spokesman": nothing but a speech verb follows the number."""
    n = number.after
    if has(tokens, number.first - 1, "be"):
        return False
    return n + 1 < len(tokens) and tokens[n].norm == "," and tokens[n + 1].is_a("say")


def somewhen(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "62 in 2022 and nine in 2023", "80 a day later": a year, a month or a day follows."""
    n = skip(tokens, number.after)
    if number.bare or n + 1 >= len(tokens):
        return False
    if _later(tokens, n):
        return True
    if tokens[n].value("prep") != "in" and not tokens[n].is_a("det"):
        return False
    at = n + 1
    while at + 1 < len(tokens) and (
        tokens[at].is_a("every") or tokens[at].is_a("det") or tokens[at].value("ends") == "of"
    ):
        at += 1
    if tokens[n].value("prep") == "in" and _later(tokens, at):
        return True
    when = tokens[n + 1]
    if when.kind == "n" and has(tokens, n + 2, "month"):
        when = tokens[n + 2]
    year = when.kind == "n" and len(when.norm) == 4 and when.norm.startswith(("19", "20"))
    told = any(t.value("head") == "person" or t.is_a("people") for t in tokens)
    told = told or any(t.is_a("tally") or t.is_a("amount") for t in tokens[: number.first])
    return (year or when.is_a("month")) and (
        told or any(t.predicates and t.value("pred") != "-" for t in tokens)
    )


def _later(tokens: list[Token], n: int) -> bool:
    """Whether "a year later", "le lendemain", "last week" closes the clause from `n` on."""
    end = n
    while end < len(tokens) and (tokens[end].is_a("det") or has(tokens, end, "num")):
        end += 1
    first = end
    while end < len(tokens) and (tokens[end].is_a("time") or tokens[end].is_a("adv")):
        end += 1
    told = any(
        tokens[at].is_a("time") and tokens[at].entries["time"].extra in _SPANS
        for at in range(first, end)
    )
    return told and (end == len(tokens) or tokens[end].kind == "m" or tokens[end].is_a("conj"))


_SPANS: Final = ("unit", "day", "weekday", "period", "lastweek")
"""Words of time that name a day or a length of time."""


def who(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "around 34 who are still held": a relative clause about people follows."""
    return not number.bare and has(tokens, number.after, "rel")


def of_share(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """Whether a share told right before is given as a count: "about 80 %, or 200 of them"."""
    before = tokens[max(number.first - _SHARE, 0) : number.first]
    if not before or before[-1].kind == "m":
        return False
    return has(tokens, number.after, "part") and any(t.is_a("share") for t in before)


_SHARE: Final = 6
"""Tokens from a share to the count that it is."""
