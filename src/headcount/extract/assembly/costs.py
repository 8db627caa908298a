"""What it costs a predicate to speak of a quantity: the weights, in one place.

Set on the bundled reports and checked on reports held back (docs/METHOD.md).
"""

from __future__ import annotations

from typing import Final

COSTS: Final = {
    "word": 0.5,
    "far word": 0.4,
    "comma": 1.5,
    "strong mark": 6.0,
    "colon": 2.0,
    "relative clause before": 7.0,
    "relative clause behind": 5.0,
    "conjunction": 1.5,
    "part behind": 3.5,
    "part before": 4.0,
    "predicate between": 5.0,
    "other quantity between": 2.5,
    "wrong side": 16.0,
    "participle behind": 8.0,
    "active reading behind": 6.0,
    "passive reading before": 5.0,
    "inverted": 4.0,
    "noun without of": 4.0,
    "attributive": 7.0,
    "told of behind": 9.0,
    "inside the phrase": 12.0,
    "inside the list": 17.0,
    "suggested by the noun": 18.0,
    "asserted by the noun": -2.0,
    "existence": 6.0,
    "background": 5.0,
    "has an object of its own": 6.0,
    "has a subject of its own": 8.0,
    "passive of an intransitive": 4.0,
}

LIMIT: Final = 22.0
"""A predicate that costs more speaks of something else."""

NEAR: Final = 12.0
"""The same for predicates whose numbers are no claims: they must be plainly meant."""

PLAIN: Final = 8.0
"""A predicate this cheap plainly speaks of a count: a later count's one is not its."""
