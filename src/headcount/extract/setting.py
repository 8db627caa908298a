"""What holds for a whole document, and the families of kinds that attributes go by."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

MOVES = frozenset(("repatriated", "deported", "transferred", "moved"))
"""Kinds that have two ends."""

STOCKS = frozenset(("trafficked", "working", "operating", "proceeds", "lost"))
"""Kinds that are estimates unless the text counts them."""

ACTED = frozenset(("arrested", "charged", "convicted", "raided", "closed", "seized"))
"""What authorities do, at home as well as in the countries of the centres."""

VICTIMS = frozenset(
    (
        "freed",
        "escaped",
        "held",
        "missing",
        "reported",
        "repatriated",
        "deported",
        "transferred",
        "identified",
        "cleared_not",
        "trafficked",
        "moved",
    )
)
"""Kinds that one and the same group goes through."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for the whole document.

    `country`: the host country that it is about; `hosts`: where the centres are; `home`: the one
    nationality that it counts, "" when there is no such; `counted`: the numbers of the headline
    with their nationality; `places`: the places that it names in its country.
    """

    country: str | None
    hosts: frozenset[str]
    published: date | None
    home: str = ""
    counted: dict[int, tuple[str, ...]] = field(default_factory=dict)
    places: tuple[str, ...] = ()
