"""Numbers without a noun by a word for a count: "the toll rose to 40", "a total of 86"."""

from __future__ import annotations

from typing import Final

from headcount.extract.mentions.bare import outer, stand_for
from headcount.extract.mentions.nouns import Phrase, has, nation
from headcount.extract.mentions.spelled import Number
from headcount.extract.mentions.tokens import Token


def amount(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "numbered 42", "put at 120,000 the people who": a word of amount leads to the number."""
    n = outer(tokens, number)
    if not has(tokens, n, "amount"):
        return False
    if number.value < 10 and not number.digits and not has(tokens, n - 1, "pron"):
        return False
    if tokens[n].is_a("say"):
        return True
    at = _subject(tokens, range(_before_insertion(tokens, n - 1), -1, -1))
    if at < 0:
        at = _subject(tokens, range(number.after, min(number.after + 9, len(tokens))))
    if at < 0:
        return False
    if tokens[at].is_a("head"):
        told = tokens[at].entries["head"].extra
        if tokens[at].value("head") == "country" or (
            tokens[at].value("head") == "case" and not told
        ):
            return False
        stand_for(tokens[at], phrase)
    for near in (at, at - 1, at + 1):
        if not tokens[at].is_a("pred") and nation(tokens, near):
            phrase.nations.append(nation(tokens, near))
            break
    return True


def tallied(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "The number of Thais freed from the compounds has risen to 119": the noun behind "of".

    What its clause says of the noun is noted as said of the number.
    """
    n = outer(tokens, number) + 1
    after = tokens[number.after] if number.after < len(tokens) else None
    if not (after is None or after.kind == "m" or after.is_a("prep") or after.is_a("time")):
        return False
    opens = [at + 1 for at in range(n - 1) if _counts(tokens, at)]
    led = has(tokens, n - 1, "amount") or (opens and _put_between(tokens, opens[-1], number))
    if opens and not led and opens[-1] > _HEAD:
        return False
    for at in range(opens[-1], min(opens[-1] + 7, n)) if opens else ():
        token = tokens[at]
        if nation(tokens, at):
            phrase.nations.append(nation(tokens, at))
        if token.is_a("head") or token.is_a("people"):
            if token.is_a("head"):
                stand_for(token, phrase)
            if phrase.unit == "site":
                phrase.weak = phrase.weak or "operating"
            phrase.attributes.extend(m for m in range(at + 1, n) if tokens[m].predicates)
            return True
        if token.kind == "m" or token.is_a("bad"):
            break
    return False


def _put_between(tokens: list[Token], opened: int, number: Number) -> bool:
    """Whether somebody "puts the number of people" that is named up to `opened` "between" two."""
    if number.top is None or tokens[number.first].value("range") != "between":
        return False
    return any(t.is_a("say") or t.is_a("amount") for t in tokens[max(opened - _PUT, 0) : opened])


_PUT: Final = 5
"""Tokens from who puts a number to the end of "the total number of"."""


def tally_behind(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "put at 200 the number of nationals still held": the noun behind "of" is counted."""
    n = number.after
    while has(tokens, n, "det"):
        n += 1
    end = next((at for at in range(n, min(n + 2, len(tokens))) if _counts(tokens, at)), -1)
    if end < 0:
        return False
    for at in range(end + 1, min(end + 5, len(tokens))):
        if nation(tokens, at):
            phrase.nations.append(nation(tokens, at))
        if tokens[at].is_a("head"):
            stand_for(tokens[at], phrase)
        if tokens[at].kind == "m" or tokens[at].is_a("bad"):
            return False
        if tokens[at].is_a("head") or tokens[at].is_a("people") or tokens[at].is_a("pron"):
            clause = range(at + 1, min(at + _CLAUSE, len(tokens)))
            phrase.attributes.extend(m for m in clause if tokens[m].predicates)
            return True
    return False


_CLAUSE: Final = 8
"""Tokens behind a counted noun in which its clause has its verb."""


def _counts(tokens: list[Token], n: int) -> bool:
    """Whether "number of" ends at `n`."""
    if tokens[n].is_a("tally") and tokens[n].value("ends") == "of":
        return True
    return tokens[n].value("prep") == "of" and has(tokens, n - 1, "tally")


def figure_is(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "The precise figure is 29,466": the count of what was told before."""
    n = outer(tokens, number)
    if not has(tokens, n, "be"):
        return False
    return any(tokens[at].is_a("tally") for at in range(max(n - 2, 0), n))


def compared(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "40 compounds, up from 11 five years ago": what the count before is compared with."""
    return has(tokens, outer(tokens, number), "than")


def _before_insertion(tokens: list[Token], n: int) -> int:
    """The token before what two commas set off before a verb: "requests, from all over, came to".

    `n` itself where no comma stands right before the verb and its auxiliaries at `n`.
    """
    at = n
    while at > 0 and (tokens[at].is_a("have") or tokens[at].is_a("adv")):
        at -= 1
    if at < 1 or tokens[at].norm != "," or tokens[at].blank:
        return n
    for opens in range(at - 1, max(at - _INSERTION, 0), -1):
        if tokens[opens].norm == ",":
            return opens - 1
        if tokens[opens].kind == "n" or tokens[opens].is_a("amount") or tokens[opens].norm in ";:":
            break
    return n


_INSERTION: Final = 14
"""Tokens that an insertion between subject and verb may have."""


def _subject(tokens: list[Token], order: range) -> int:
    """The first counted noun, people, pronoun or predicate over people in that order; -1."""
    for at in order:
        token = tokens[at]
        if token.is_a("pron") and at == order[0]:
            return at
        if token.is_a("head") and token.value("head") != "person" and _led(tokens, at):
            continue
        if token.is_a("head") or token.is_a("tally"):
            return at
        if token.is_a("people") and token.proper:
            return at
        if token.is_a("pred") and token.value("pred") != "-" and not token.is_a("prep"):
            return at
        if token.norm in ";:" or (token.is_a("bad") and at == order[0]):
            return -1
    return -1


def _led(tokens: list[Token], at: int) -> bool:
    """Whether a preposition governs the noun at `at`: "freed from a notorious scam centre"."""
    n = at - 1
    while n > 0 and not has(tokens, n, "prep") and _before_noun(tokens[n]):
        n -= 1
    return has(tokens, n, "prep") or (n >= 0 and tokens[n].value("ends") in ("from", "of", "in"))


def _before_noun(token: Token) -> bool:
    return token.value("num") == "1" or token.is_any(_BEFORE_NOUN)


_BEFORE_NOUN: Final = frozenset(("det", "adj", "adjective", "plain"))

_HEAD: Final = 3
"""Tokens in which a sentence opens."""
