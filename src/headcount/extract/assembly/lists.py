"""Quantities that stand in one list and share a predicate."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from headcount.extract.mentions.frames import frame_of
from headcount.extract.mentions.quantity import Quantity
from headcount.extract.mentions.tokens import Token


@dataclass(slots=True, init=False, eq=False)
class Run:
    """Quantities in one list ("109 Thais, 50 Pakistanis and 3 Indonesians"): one predicate."""

    members: list[Quantity]

    def __init__(self, members: list[Quantity]) -> None:
        self.members = members

    @property
    def first(self) -> int:
        """First token of the list."""
        return self.members[0].first

    @property
    def after(self) -> int:
        """Token after the list."""
        return self.members[-1].after


def runs(tokens: list[Token], quantities: list[Quantity]) -> list[Run]:
    """Quantities grouped into lists: same unit, nothing but list words between."""
    out: list[Run] = []
    for quantity in quantities:
        listed = out and not quantity.partitive
        listed = listed and _same_list(tokens, out[-1].members[-1], quantity)
        if listed and not _told_apart(tokens, out[-1], quantity):
            out[-1].members.append(quantity)
        else:
            out.append(Run([quantity]))
    return out


def _told_apart(tokens: list[Token], run: Run, more: Quantity) -> bool:
    """Whether "others" have a verb of their own behind them, a list its one before it.

    "Fueron rescatadas 215 personas y otras 31, los jefes, quedaron detenidas".
    """
    before = tokens[max(run.first - 1, 0) : run.members[0].number.first]
    others = more.added or tokens[more.first].is_a("rest")
    if not others or not any(_rules(token) for token in before):
        return False
    for n in range(more.after, len(tokens)):
        token = tokens[n]
        if token.kind == "n" or token.is_a("num") or token.is_a("rel") or token.is_a("conj"):
            return False
        frames = {frame_of(e.extra).name for e in token.predicates if e.value != "origins"}
        passive = any(t.is_a("be") for t in tokens[max(n - 2, more.after) : n])
        if frames & {"subj", "state"} or (frames and passive):
            return True
    return False


def _rules(token: Token) -> bool:
    """Whether a token is a verb that tells what happened."""
    return any(e.value not in ("-", "origins") for e in token.predicates)


def share_people(tokens: list[Token], run: Run) -> None:
    """Give a list the people told at its end: "45 men and 12 women, all Chinese"."""
    if len(run.members) < _SEVERAL:
        return
    for left, right in pairwise(run.members):
        both = left.group and right.group and left.group != right.group and not left.nations
        if both and (len(right.nations) > 1 or _from_both(tokens, left, right)):
            left.nations = right.nations
    last = run.members[-1]
    told = any(tokens[n].is_a("every") for n in range(last.head + 1, last.after))
    if last.head < 0 or not told:
        return
    for quantity in run.members[:-1]:
        if quantity.unit == "person" and not quantity.nations:
            quantity.nations = last.nations


_SEVERAL: Final = 2
"""Counts of a list that has anything to share."""


def of_hosts_too(tokens: list[Token], quantities: list[Quantity]) -> None:
    """Where a sentence tells where people are from, those "from" a host country are of it too.

    By itself "40 people from Laos" may tell where they were; "8 from Laos, 7 from Kenya" does not.
    """
    people = [q for q in quantities if q.unit == "person"]
    if not any(
        q.nations and (_left(tokens, q.after - 2) or _left(tokens, q.after)) for q in people
    ):
        return
    for quantity in people:
        n = quantity.after
        if not quantity.nations and _left(tokens, n) and tokens[n + 1].is_a("country"):
            quantity.nations = (tokens[n + 1].value("country"),)
            quantity.after = n + 2


def _left(tokens: list[Token], n: int) -> bool:
    """Whether "from" or "come from" stands at `n` and something behind it."""
    if not 0 <= n < len(tokens) - 1:
        return False
    come = any(e.value == "origins" for e in tokens[n].predicates)
    return tokens[n].value("prep") == "from" or (come and tokens[n].value("ends") == "from")


def _from_both(tokens: list[Token], left: Quantity, right: Quantity) -> bool:
    """Whether "from Nepal" closes two groups of one people: "three men and a woman from Nepal"."""
    if left.group == right.group or right.head < 0 or right.first != left.after + 1:
        return False
    if not tokens[left.after].is_a("conj"):
        return False
    behind = range(right.head + 2, right.after)
    return any(
        tokens[n].value("country") in right.nations and tokens[n - 1].is_a("prep") for n in behind
    )


_LIST_CLASSES: Final = frozenset(
    ("conj", "add", "country", "people", "adjective", "hedge", "num", "det", "rest")
)


def _same_list(tokens: list[Token], left: Quantity, right: Quantity) -> bool:
    if left.unit != right.unit:
        return False
    if left.number is right.number:
        # "one each from Ghana and Laos"
        return True
    between = tokens[left.after : right.first]
    if len(between) > 6 or not between:
        return False
    for n, token in enumerate(between, left.after):
        if token.norm in (",", "(", ")"):
            continue
        if token.predicates and tokens[n + 1].kind == "m":
            return False
        linking = all(e.value == "origins" for e in token.predicates)
        if token.value("prep") in ("of", "from", "in") and linking and len(between) > 1:
            continue
        if token.is_a("time") or token.is_a("month") or token.kind == "n":
            continue
        if token.is_a("pred") or token.is_a("be") or not token.is_any(_LIST_CLASSES):
            return False
    return True
