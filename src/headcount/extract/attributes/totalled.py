"""The people of a total that follows the verb: "the number of Laotians held rose to 9"."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.draft import Draft
from headcount.extract.mentions.frames import frame_of
from headcount.extract.mentions.nouns import describes, has, nation
from headcount.extract.mentions.tokens import Token
from headcount.model import FOREIGN


def tallied(draft: Draft) -> str:
    """The people before the verb of which a number tells how many: "the Laotians held rose to 9".

    An amount stands before the number, and the verb tells what befell the people, or a word for an
    amount stands before them: "the number of …".
    """
    tokens, number = draft.context.sentence.tokens, draft.quantity.number
    between = tokens[draft.focus + 1 : number.first]
    if not 0 < draft.focus < number.first or not all(map(_fills, between)):
        return ""
    n = draft.focus - 1
    undergone = any(frame_of(e.extra).name == "pp" for e in tokens[draft.focus].predicates)
    while n > 0 and tokens[n].is_any(_BEFORE_VERB):
        undergone = undergone or tokens[n].is_a("be")
        n -= 1
    counted = any(t.is_any(_AMOUNT) for t in tokens[max(n - 2, 0) : n])
    if not (counted or undergone) or not any(t.is_a("amount") for t in between):
        return ""
    subject = tokens[n]
    if numbered_before(tokens, n) or describes(tokens, n):
        return ""
    if subject.is_a("head"):
        return FOREIGN if "nat=FOREIGN" in subject.entries["head"].extra else ""
    if subject.value("adj") == FOREIGN:
        return FOREIGN
    named = subject.is_a("people") or has(tokens, n - 1, "head") or has(tokens, n - 1, "tally")
    return nation(tokens, n) if named else ""


def _fills(token: Token) -> bool:
    """Whether a word may stand between the verb and its number: where, when or how many."""
    return token.is_any(_FILLING) or token.value("head") == "site"


_FILLING: Final = frozenset(
    ("amount", "hedge", "adv", "be", "have", "prep", "det", "time", "month", "place", "country")
)


_AMOUNT: Final = frozenset(("amount", "hedge", "tally"))

_BEFORE_VERB: Final = frozenset(("be", "have", "adv", "rel"))


def numbered_before(tokens: list[Token], n: int) -> bool:
    """Whether the noun at `n` has a number before it: what follows only breaks that down."""
    return any(t.kind == "n" or t.is_a("num") for t in tokens[max(n - 2, 0) : n])
