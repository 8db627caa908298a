"""The subject of a verb of speech: a pronoun, or a body named behind the noun for it."""

from __future__ import annotations

from typing import Final

from headcount.extract.mentions.frames import frame_of
from headcount.extract.mentions.tokens import Token


def apposed(tokens: list[Token], at: int) -> int:
    """Where the name of a body begins that commas set behind the noun for it, 0 for none.

    "A charity, Aaa Bbb, said": the clause holds an article, the noun and the name alone.
    """
    if at < _NAMED or tokens[at - 1].norm != ",":
        return 0
    first = next((n + 1 for n in range(at - 2, 1, -1) if tokens[n].norm == ","), 0)
    named = [t for t in tokens[first : at - 1] if t.value("prep") != "of" and not t.is_a("conj")]
    if not first or not named or not all(t.kind == "w" and t.capital for t in named):
        return 0
    noun = first - 2
    if not tokens[noun].is_a("body") or tokens[noun].is_a("role"):
        return 0
    opens = noun - 1
    while opens >= 0 and tokens[opens].is_any(_LEADS):
        opens -= 1
    return first if opens < 0 or tokens[opens].kind == "m" else 0


_LEADS: Final = frozenset(("det", "num", "adj", "adjective"))
"""What may stand before the noun for a body that is named behind it."""

_NAMED: Final = 4
"""Tokens that a noun, its name and two commas have at least."""


def antecedent(tokens: list[Token], at: int) -> int:
    """The token behind the words that a relative pronoun before the verb at `at` is for; 0: none.

    "the ministry, which counts 40", "la policía, a la que inquieta": the comma and small words are
    left out.
    """
    n = at - 1
    while n > 0 and not tokens[n].is_a("rel") and tokens[n].is_any(_BESIDE_VERB):
        n -= 1
    if n < 1 or not tokens[n].is_a("rel") or tokens[n].is_a("conj"):
        return 0
    while n > 0 and (tokens[n - 1].is_a("prep") or tokens[n - 1].is_a("det")):
        n -= 1
    return n - (tokens[n - 1].norm in (",", "，"))


_BESIDE_VERB: Final = frozenset(("have", "adv", "pron", "be"))
"""What may stand between a relative pronoun and its verb."""


def by_pronoun(tokens: list[Token], at: int) -> bool:
    """Whether the subject of a verb of speech is a pronoun right before it: "…, he said"."""
    n = at - 1
    while n >= 0 and (tokens[n].is_a("adv") or tokens[n].is_a("have") or tokens[n].is_a("be")):
        n -= 1
    opens = n == 0 or (n > 0 and tokens[n - 1].kind == "m")
    return opens and tokens[n].is_a("pron") and not tokens[n].is_a("det")


def acts_itself(tokens: list[Token], n: int) -> bool:
    """Whether the body at `n` behind a comma is the subject of a clause, not who is named before.

    "According to the paper, police freed 40": a verb follows before the next mark.
    """
    for token in tokens[n + 1 : n + _SUBJECT]:
        if token.kind == "m" or token.is_a("rel"):
            return False
        if token.capital or token.is_a("role") or token.is_a("body"):
            continue
        if token.is_a("have") or token.is_a("be"):
            return True
        if any(frame_of(entry.extra).name != "noun" for entry in token.predicates):
            return True
    return False


_SUBJECT: Final = 9
"""Tokens from a subject to its verb."""
