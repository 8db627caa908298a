"""How far a reading can be trusted: how often its rule was right in reports nobody had read.

Measured on 346 reports in seven languages (docs/QUALITY.md, "By rule"), each with the rules as they
were before anybody had seen it, so that no rule was made for any of them.
"""

from __future__ import annotations

from typing import NamedTuple

from headcount.model import Claim


class Measured(NamedTuple):
    """Figures that a rule read, and those of them whose kind, unit and count were right."""

    right: int
    read: int


MEASURED = {
    "origins": Measured(33, 34),
    "predicate": Measured(889, 1051),
    "part": Measured(156, 185),
    "more": Measured(67, 105),
    "movement": Measured(39, 68),
}
"""By rule; those that made fewer than twenty figures have no measure."""


def confidence(claim: Claim) -> float | None:
    """The share of unseen figures read by the claim's rule whose kind, unit and count were right.

    From 0 to 1; None for a rule that was hardly met, and for what a person corrected.
    """
    measured = MEASURED.get(claim.rule)
    return round(measured.right / measured.read, 2) if measured else None
