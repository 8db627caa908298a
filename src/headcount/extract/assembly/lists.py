"""Quantities that stand in one list and share a predicate."""

from __future__ import annotations

from dataclasses import dataclass

from headcount.extract.mentions.quantity import Quantity
from headcount.extract.mentions.tokens import Token


@dataclass(slots=True, eq=False)
class Run:
    """Quantities in one list ("109 Thais, 50 Pakistanis and 3 Indonesians"): one predicate."""

    members: list[Quantity]

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
        if out and not quantity.partitive and _same_list(tokens, out[-1].members[-1], quantity):
            out[-1].members.append(quantity)
        else:
            out.append(Run([quantity]))
    return out


def share_people(tokens: list[Token], run: Run) -> None:
    """Give a list the people told at its end: "45 men and 12 women, all Chinese"."""
    for left, right in zip(run.members, run.members[1:], strict=False):
        if left.group and right.group and not left.nations and _from_both(tokens, left, right):
            left.nations = right.nations
    last = run.members[-1]
    told = any(tokens[n].is_a("every") for n in range(last.head + 1, last.after))
    if last.head < 0 or not told:
        return
    for quantity in run.members[:-1]:
        if quantity.unit == "person" and not quantity.nations:
            quantity.nations = last.nations


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


_LIST_CLASSES = frozenset(
    ("conj", "add", "country", "people", "adjective", "hedge", "num", "det", "rest")
)


def _same_list(tokens: list[Token], left: Quantity, right: Quantity) -> bool:
    if left.unit != right.unit:
        return False
    between = tokens[left.after : right.first]
    if len(between) > 6 or not between:
        return False
    for token in between:
        if token.norm in (",", "(", ")"):
            continue
        if token.value("prep") in ("of", "from", "in") and len(between) > 1:
            continue
        if token.is_a("time") or token.is_a("month") or token.kind == "n":
            continue
        if token.is_a("pred") or token.is_a("be") or _LIST_CLASSES.isdisjoint(token.entries):
            return False
    return True
