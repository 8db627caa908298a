"""Estimates, by the figure that they pass on: who repeats the UN's 120,000."""

from __future__ import annotations

from collections.abc import Sequence

from headcount.events.tallies import middle
from headcount.model import Claim, Precision

SubjectKey = tuple[str, ...]


def subject_key(claim: Claim) -> SubjectKey:
    """Kind, country, people and the figure itself; the speaker does not matter.

    "About 100,000" and "at least 100,000" are one figure; "hundreds of thousands" is another.
    """
    return (
        claim.kind,
        claim.unit,
        claim.currency or "",
        claim.country or "",
        ",".join(sorted(claim.nationality)),
        claim.group or "",
        figure_of(claim),
    )


def figure_of(claim: Claim) -> str:
    """The figure that the words turn on, as text: the middle of "about", the bound of a bound."""
    low, high = claim.low, claim.high
    if claim.precision in (Precision.VAGUE, Precision.RANGE):
        return f"{low}..{high}"
    if claim.precision is Precision.ABOUT and low is not None and high is not None:
        return str(middle(low, high))
    return str(high if low in (None, 0) else low)


def subjects(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims of each subject, in the order of their keys."""
    found: dict[SubjectKey, list[Claim]] = {}
    for claim in claims:
        found.setdefault(subject_key(claim), []).append(claim)
    return [found[key] for key in sorted(found)]
