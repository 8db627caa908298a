"""Which event an id leads to that no event has any more.

An id is made of the first claim of its event. When people withdraw or part that claim, or a report
tells it no longer, the event goes on under another id; the old one still says which claim it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from headcount.events.records import event_id
from headcount.model import Event
from headcount.reasons import Key

PREFIX: Final = 8
"""Digits of an id from which on it is looked for among those that were: fewer fit by chance."""

_BEYOND: Final = 50
"""How many more claims than are left a report may have had."""


def became(former: str, events: Sequence[Event], documents: Iterable[str]) -> list[Event]:
    """The event that holds the claim of which the id (or its first digits) was made.

    Where that claim is gone, those that hold other claims of its report, first the one with the
    claim that comes next; none where no claim of the documents makes such an id.
    """
    wanted = former if former.startswith("ev-") else f"ev-{former}"
    if len(wanted) < len("ev-") + PREFIX:
        return []
    at = {key: event for event in events for key in event.claims}
    last: dict[str, int] = {}
    for document, n in at:
        last[document] = max(n, last.get(document, 0))
    for document in documents:
        for n in range(1, last.get(document, 0) + _BEYOND):
            if event_id(document, n).startswith(wanted):
                return [at[document, n]] if (document, n) in at else _telling(document, n, at)
    return []


def _telling(document: str, gone: int, at: Mapping[Key, Event]) -> list[Event]:
    """The events that the report tells of, in the order of its claims from the one that is gone."""
    mine = sorted((n < gone, n) for name, n in at if name == document)
    found = {at[document, n].id: at[document, n] for _, n in mine}
    return list(found.values())
