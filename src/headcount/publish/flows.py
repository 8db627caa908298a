"""The flow diagram of an account: a trunk that narrows stage by stage, and who leaves it.

Widths are by best and in thousandths of the drawing's width; the words stand beside, so that the
drawing fits any screen. The trunk runs down the left side. Those of whom nothing later is told
leave to the right, and who came out and is not told to be home gathers there.
"""

from __future__ import annotations

from dataclasses import dataclass

from headcount.books import KeptAccount, Number

TRUNK = 880
"""Width of all who are told of; the rest is the gap between the trunk and those who leave."""

WIDE = 1000

_LEFT = {"reported": "only_reported", "out": "last_out", "identified": "last_identified",
         "transferred": "last_transferred"}  # fmt: skip
_TOLD = {"reported": "told_reported", "out": "told_out", "identified": "told_identified",
         "transferred": "told_transferred", "home": "told_home"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Node:
    """A stage: how many reached it, how many are told of at it, the trunk's width and the part of
    it that is told, and the width of those who have gathered at the right so far."""

    stage: str
    reached: Number
    told: Number
    width: float
    told_width: float
    aside: float
    leaving: Leaving | None


@dataclass(frozen=True, slots=True)
class Leaving:
    """Those who are last told of at a stage: the line's name, their number, and the two bands
    that leave the node as SVG paths in a box of 1000 by 100."""

    line: str
    number: Number
    width: float
    trunk: str
    branch: str
    aside: float


@dataclass(frozen=True, slots=True)
class Flow:
    """The whole drawing; `held` and `lost` are the widths that those not home are split into."""

    nodes: tuple[Node, ...]
    not_home: Number
    waiting: Number
    unaccounted: Number
    held: float
    lost: float


def flow(account: KeptAccount) -> Flow | None:
    """The drawing of an account, or None where nobody is told of but in stocks."""
    lines = dict(account.lines)
    people = lines["people"].best
    if not people:
        return None

    def wide(number: Number) -> float:
        share = number.best / people
        # What is there is seen, however small its share.
        return round(max(3.0, TRUNK * share), 1) if number.best else 0.0

    nodes = []
    aside = 0.0
    stages = [s for s in account.reached if _is_told(s[0], lines)]
    for at, (stage, reached) in enumerate(stages):
        leaving = None
        left = lines.get(_LEFT.get(stage, ""), Number())
        after = wide(stages[at + 1][1]) if at + 1 < len(stages) else 0.0
        if at + 1 < len(stages):
            leaving = _leaving(stage, left, (wide(reached), after, wide(left)), aside)
        told = lines[_TOLD[stage]]
        width = wide(reached)
        nodes.append(Node(stage, reached, told, width, min(width, wide(told)), aside, leaving))
        if stage != "reported":
            aside += wide(left)
    not_home = lines["not_home"]
    both = wide(not_home)
    held = min(both, wide(lines["waiting"]))
    return Flow(
        tuple(nodes),
        not_home,
        lines["waiting"],
        lines["not_accounted_for"],
        held,
        round(both - held, 1),
    )


def _is_told(stage: str, lines: dict[str, Number]) -> bool:
    """Whether anything is told of this stage; where they came out and where they went stay."""
    if stage in ("out", "home"):
        return True
    return lines[_TOLD[stage]] != Number() or lines[_LEFT[stage]] != Number()


def _leaving(stage: str, left: Number, widths: tuple[float, float, float], aside: float) -> Leaving:
    here, after, gone = widths
    # Where they leave begins where the trunk that goes on ends, and ends beside those gathered.
    start, end = min(after, here - gone), WIDE - aside
    trunk = f"M0 0H{after:g}V100H0Z"
    branch = ""
    if gone:
        a, b, c, d = (round(n, 1) for n in (start, start + gone, end - gone, end))
        branch = f"M{a:g} 0C{a:g} 60 {c:g} 40 {c:g} 100H{d:g}C{d:g} 40 {b:g} 60 {b:g} 0Z"
    return Leaving(_LEFT[stage], left, gone, trunk, branch, aside)
