"""Which verb is whose, where a list stands between two: "freed 300 Indians and 45 were jailed"."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.lists import Run
from headcount.extract.families import UNITS
from headcount.extract.mentions.bare import skip
from headcount.extract.mentions.frames import frame_of
from headcount.extract.mentions.nouns import has
from headcount.extract.mentions.quantity import Quantity
from headcount.extract.mentions.tokens import Token
from headcount.model import FOREIGN


def its_own(
    tokens: list[Token], run: Run, quantity: Quantity, at: int, voice: tuple[str, bool]
) -> bool:
    """Whether the last of a list has a verb of its own: "held 86 Indonesians, 11 are injured".

    Its verb follows at once; what stands before it is what another verb did to the others.
    """
    frame, voiced = voice
    last = len(run.members) > 1 and run.members[-1] is quantity
    if not last or at < quantity.after or not (frame in ("subj", "state") or voiced):
        return False
    if not leads(tokens[quantity.after : at], BEFORE_VERB):
        return False
    if quantity.elliptic and frame in ("subj", "state"):
        return True
    return _governed(tokens, run)


def leads(between: list[Token], small: frozenset[str]) -> bool:
    """Whether only words of the classes `small` stand between a subject and its verb.

    Where the agent of a passive stands behind its auxiliary, as in "one was by police arrested",
    it may stand there too.
    """
    passive = False
    for token in between:
        agent = passive and token.is_any(_AGENTS) and not token.is_a("num")
        if not agent and not token.is_any(small):
            return False
        passive = passive or token.is_a("be")
    return True


_AGENTS: Final = frozenset(("body", "role", "country", "capital", "adjective", "place"))

BEFORE_VERB: Final = frozenset(("adv", "be", "have", "add", "rest", "pron"))
"""What may stand between a subject and its verb."""


def _governed(tokens: list[Token], run: Run) -> bool:
    """Whether a verb before or in the first member of a list has that for object or subject."""
    unit = run.members[0].unit
    if any(_acts(token, unit) for token in tokens[run.first : run.members[0].after]):
        return True
    n = run.first - 1
    while n >= 0 and tokens[n].is_any(_LED) and not tokens[n].predicates:
        n -= 1
    return n >= 0 and tokens[n].kind == "w" and _acts(tokens[n], unit)


def _acts(token: Token, unit: str) -> bool:
    """Whether a word may be a verb that tells what happened to such a unit."""
    told = [e for e in (*token.predicates, *token.splits) if unit in UNITS.get(e.value, _PERSONS)]
    return any(not frame_of(e.extra).name.startswith(("noun", "state")) for e in told)


_PERSONS: Final = ("person",)

_LED: Final = frozenset(("adv", "hedge", "det", "prep", "obj", "amount", "head", "people"))
"""What may stand between a verb and the number of its object, whose noun may come first."""


def of_the_last(
    tokens: list[Token], run: Run, quantity: Quantity, at: int, voice: tuple[str, bool]
) -> bool:
    """Whether the verb at `at` is of the last of a list alone: "freed 300, another 200 wait"."""
    last = run.members[-1]
    if quantity is last or not (last.added or _governed(tokens, run)):
        return False
    return its_own(tokens, run, last, at, voice)


def says_other(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether a verb that no table knows tells of a bare number: "19 were turned round"."""
    n = skip(tokens, quantity.after)
    if not quantity.elliptic or not has(tokens, n, "be"):
        return False
    n = skip(tokens, n + 1)
    return n < len(tokens) and tokens[n].kind == "w" and not tokens[n].entries


def tells_other(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether a sentence tells of foreigners or workers what no table knows.

    "250 people were held. In July thousands of foreign workers were given two months to leave".
    """
    if quantity.elliptic or quantity.added or quantity.nations not in ((), (FOREIGN,)):
        return False
    for n in range(quantity.after, len(tokens) - 1):
        if tokens[n].kind == "m" or tokens[n].is_a("rel") or tokens[n].predicates:
            return False
        if tokens[n].is_a("be") or tokens[n].is_a("have"):
            told = tokens[n + 1]
            return told.kind == "w" and not told.predicates and not told.is_any(_SAID_TO_BE)
    return False


_SAID_TO_BE: Final = frozenset(
    ("people", "adjective", "country", "head", "num", "det", "adj", "part", "prep", "every")
) | frozenset(("own", "rest", "adv", "be", "have"))
"""Classes of words behind a copula or auxiliary that is no verb of another matter."""


def are_those(between: list[Token]) -> bool:
    """Whether a copula and a noun lead to a participle: "42 of them are people freed in May"."""
    plain = all(t.is_a("be") or t.is_a("det") or t.is_a("head") for t in between)
    return plain and bool(between) and between[0].is_a("be") and between[-1].is_a("head")
