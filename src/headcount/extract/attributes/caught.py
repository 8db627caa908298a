"""Whose people were arrested abroad: those that the report tells were taken or sent home."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.draft import Draft, in_sentences
from headcount.extract.attributes.parts import mixed
from headcount.extract.attributes.setting import Setting
from headcount.extract.attributes.signs import of_a_region
from headcount.extract.families import CAUGHT, MOVES


class Taken:
    """How many of the people that a report is about it tells were taken or sent home, so far."""

    def __init__(self, drafts: list[Draft], setting: Setting) -> None:
        """`drafts` are all in order, their kinds as the sentences tell them."""
        self._drafts = drafts
        self._setting = setting
        self._victims = any(_of_victims(d) for d in drafts)
        self._most: dict[str, float] = {}

    def fill(self, draft: Draft) -> None:
        """Set whose people were taken, where this tells it; the draft counts for later ones."""
        home = self._setting.home
        if home and self._may_be(draft, home) and self._as_many(draft):
            draft.nations = (home,)
            draft.trace.append(f"nationality {home}: of those that the report tells were taken")
        self._victims = self._victims or _of_victims(draft)
        if draft.nations == (home,):
            high = draft.quantity.interval.high
            most = float("inf") if high is None else high
            self._most[draft.kind] = max(most, self._most.get(draft.kind, 0))

    def _as_many(self, draft: Draft) -> bool:
        """Whether as many were told to be taken or sent home, and not as victims."""
        low = draft.quantity.interval.low or 0
        kinds = _TAKEN if self._victims else _TAKEN | {"repatriated"}
        return any(self._most.get(kind, -1) >= low for kind in kinds)

    def _may_be(self, draft: Draft, home: str) -> bool:
        """Whether a group can be of the people of the report: taken abroad, nothing said of it.

        Those who guard or recruit victims are of any people.
        """
        quantity = draft.quantity
        if draft.nations or draft.kind not in CAUGHT or quantity.unit != "person":
            return False
        if draft.country in (None, home) or quantity.interval.precision == "vague":
            return False
        if draft.whole is not None or mixed(draft, self._setting.hosts) or quantity.added:
            return False
        if of_a_region(draft):
            return False
        tokens = draft.context.sentence.tokens
        around = tokens[max(quantity.first - _ABOUT, 0) : quantity.after + _ABOUT]
        if any(t.is_a("people") for t in around):
            return False
        here = in_sentences(self._drafts, draft.context.index, draft.context.index)
        return not any(d.kind in ("freed", "escaped") for d in here)


def _of_victims(draft: Draft) -> bool:
    """Whether those counted are victims: by what befell them, or freed before they came home."""
    if draft.kind in _VICTIMS_ONLY:
        return True
    if draft.kind not in MOVES:
        return False
    tokens = draft.context.sentence.tokens
    told = {entry.value for token in tokens for entry in token.predicates}
    if draft.kind in ("repatriated", "moved") and "freed" in told:
        return True
    # "231 Nigerians who had been trafficked for cybercrime were received by …"
    behind = tokens[draft.quantity.after : draft.quantity.after + _CLAUSE]
    return any(e.value == "trafficked" for t in behind for e in t.predicates)


_CLAUSE: Final = 5
"""Tokens behind those moved in which a clause says that they were lured."""

_ABOUT: Final = 12
"""Tokens around a count in which a people that is named may be whose it is."""

_TAKEN: Final = CAUGHT | {"deported", "transferred"}
"""What is done to suspects, and what becomes of those whom another country has arrested."""

_VICTIMS_ONLY: Final = frozenset(
    ("freed", "escaped", "trafficked", "missing", "identified", "reported")
)
"""Where these are told, those who came home are victims and not those who were arrested."""
