"""Whose people were arrested abroad: those that the report tells were taken or sent home."""

from __future__ import annotations

from headcount.extract.assembly.draft import Draft
from headcount.extract.attributes.parts import mixed
from headcount.extract.attributes.setting import Setting


def fill_caught(draft: Draft, drafts: list[Draft], setting: Setting) -> None:
    """People taken away from home are of the one that the report is about, if it tells of its own.

    Only where a group of that people as large was taken or sent home: those who guard or
    recruit victims are of any people.
    """
    quantity, home = draft.quantity, setting.home
    if draft.nations or draft.kind not in _CAUGHT or quantity.unit != "person" or not home:
        return
    if draft.country in (None, home) or quantity.interval.precision == "vague":
        return
    if draft.whole is not None or mixed(draft, drafts, setting.hosts):
        return
    tokens = draft.context.sentence.tokens
    near = tokens[max(quantity.first - _ABOUT, 0) : quantity.after + _ABOUT]
    if quantity.added or any(t.is_a("people") for t in near):
        return
    if any(d.context is draft.context and d.kind in ("freed", "escaped") for d in drafts):
        return
    low = quantity.interval.low or 0
    victims = any(d.kind in _VICTIMS_ONLY for d in drafts)
    for other in drafts:
        high = other.quantity.interval.high
        taken = other.kind in _CAUGHT | _SENT or (other.kind == "repatriated" and not victims)
        if taken and other.nations == (home,) and (high is None or high >= low):
            draft.nations = (home,)
            draft.trace.append(f"nationality {home}: of those that the report tells were taken")
            return


_ABOUT = 12
"""Tokens around a count in which a people that is named may be whose it is."""

_CAUGHT = frozenset(("arrested", "charged", "convicted"))

_SENT = frozenset(("deported", "transferred"))
"""What becomes of the people whom another country has arrested."""

_VICTIMS_ONLY = frozenset(("freed", "escaped", "trafficked", "missing", "identified", "reported"))
"""Where these are told, those who came home are victims and not those who were arrested."""
