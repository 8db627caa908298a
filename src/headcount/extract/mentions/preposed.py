"""Counted nouns that stand before their number: "Thais 109 persons", "women 87".

Languages that count so set a counting word or nothing behind the number. The noun phrase is read
backwards from the number to its head.
"""

from __future__ import annotations

from headcount.extract.mentions.phrases import Phrase, has, nation, note_head
from headcount.extract.mentions.places import hosts
from headcount.extract.mentions.spelled import Number
from headcount.extract.mentions.tokens import Token

_REACH = 8
"""Tokens looked at before a number for the noun that it counts."""

_ENDS = frozenset(("prep", "be", "have", "say", "cite", "conj", "plan", "neg", "there"))
"""Classes of words that no noun phrase is read across."""


def noun_before(tokens: list[Token], number: Number, first: int, phrase: Phrase) -> int:
    """Fill `phrase` from the noun phrase before a number; the first token of what is counted.

    `first` is the first token of the number with its hedges. Nothing is taken when the phrase
    behind the number has a noun of its own with a nationality, or when none stands before.
    """
    if phrase.reason or phrase.nations or not _open(tokens, phrase):
        return first
    if number.bare and 1900 <= number.value <= 2100 and not phrase.unit:
        return first
    n = first - 1
    while has(tokens, n, "amount") or has(tokens, n, "adv") or has(tokens, n, "hedge"):
        n -= 1
    inner = Phrase(number.after)
    start = _read_back(tokens, n, inner)
    alike = phrase.unit in ("", inner.unit) or not inner.unit
    if start < 0 or not alike:
        return first
    if inner.reason:
        phrase.reason, phrase.unit = inner.reason, ""
        return first
    phrase.nations.extend(reversed(inner.nations))
    phrase.unit = phrase.unit or inner.unit or "person"
    phrase.group = phrase.group or inner.group
    phrase.foreign = phrase.foreign or inner.foreign
    phrase.kind = phrase.kind or inner.kind
    phrase.weak = phrase.weak or inner.weak
    phrase.origins = phrase.origins or inner.origins
    phrase.head = inner.head if inner.head >= 0 else phrase.head
    phrase.noun = True
    return start


def _open(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether the phrase behind the number leaves its noun open: none, or only "persons"."""
    if not phrase.noun:
        return True
    return phrase.head >= 0 and not tokens[phrase.head].entries["head"].extra and not phrase.group


def _read_back(tokens: list[Token], n: int, inner: Phrase) -> int:
    """Read the noun phrase that ends at `n` into `inner`; its first token, -1 when it is none."""
    start = -1
    strange = 0
    for at in range(n, max(n - _REACH, -1), -1):
        token = tokens[at]
        if token.kind != "w" or token.is_a("num") or token.is_a("time"):
            break
        if token.is_a("head"):
            note_head(token, inner)
            inner.head = at
            return at
        if token.is_a("bad"):
            if start < 0 and at == n:
                inner.reason = token.value("bad")
                return at
            break
        code = nation(tokens, at) or (_abroad(tokens, at) if at == n else "")
        if code:
            inner.nations.append(code)
            start = at
        elif token.is_a("adj") or token.is_a("rel") or token.is_a("attr"):
            continue
        elif _ENDS & token.entries.keys():
            break
        elif token.predicates:
            if not _relative(tokens, at):
                break
        else:
            strange += not token.entries
            if strange > 2:
                break
    return start


def _abroad(tokens: list[Token], n: int) -> str:
    """The country named at `n` if its people are meant: none of the hosts, no preposition."""
    code = tokens[n].value("country")
    return "" if code in hosts() or has(tokens, n - 1, "prep") else code


def _relative(tokens: list[Token], n: int) -> bool:
    """Whether a relative pronoun opens the clause that the predicate at `n` stands in."""
    return any(tokens[at].is_a("rel") for at in range(max(n - 3, 0), n))
