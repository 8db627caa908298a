"""Families of kinds: which units a kind can count, and what kinds have in common."""

from __future__ import annotations

from typing import Final

UNITS: Final = {
    "raided": ("site", "case"),
    "closed": ("site",),
    "operating": ("site",),
    "lost": ("money",),
    "proceeds": ("money",),
    "seized": ("money",),
    "origins": ("country",),
    "reported": ("person", "case"),
    "-": ("person", "site", "case", "country", "money"),
}
"""The units that a kind can count; every kind not named here counts persons.

What makes no claim ("-") refuses money only where the pack says so."""

MOVES: Final = frozenset(("repatriated", "deported", "transferred", "moved"))
"""Kinds that have two ends."""

STOCKS: Final = frozenset(("trafficked", "working", "operating", "proceeds", "lost"))
"""Kinds that are estimates unless the text counts them."""

MET: Final = frozenset(("freed", "arrested", "escaped"))
"""How people came out or were taken: the first that is told of them."""

STANDING: Final = frozenset(("held", "missing"))
"""States that last until something is told to end them."""

ACTED: Final = frozenset(("arrested", "charged", "convicted", "raided", "closed", "seized"))
"""What authorities do, at home as well as in the countries of the centres."""

CAUGHT: Final = frozenset(("arrested", "charged", "convicted"))
"""What is done to suspects."""

HARM: Final = frozenset(("killed", "injured"))
"""What was done to people, which a court may find years later."""

VICTIMS: Final = frozenset(
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

OPERATIONS: Final = frozenset(
    (
        "freed",
        "arrested",
        "charged",
        "repatriated",
        "deported",
        "transferred",
        "closed",
        "raided",
        "held",
        "moved",
        "identified",
    )
)
"""What one operation does, or a plan may announce."""

BACKGROUND: Final = frozenset(("trafficked", "working", "operating"))
"""Kinds that mostly tell what people went through, not what the sentence reports of them."""
