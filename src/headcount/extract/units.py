"""Which units each kind can count."""

from __future__ import annotations

UNITS = {
    "raided": ("site", "case"),
    "closed": ("site",),
    "operating": ("site",),
    "lost": ("money",),
    "proceeds": ("money",),
    "seized": ("money",),
    "origins": ("country",),
    "reported": ("person", "case"),
    "-": ("person", "site", "case", "country"),
}
"""The units that a kind can count; every kind not named here counts persons."""
