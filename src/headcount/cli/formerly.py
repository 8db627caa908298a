"""An id that an event had before, as the commands that name events understand it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from headcount.cli.terminal import echo
from headcount.errors import UsageError
from headcount.events.former import became
from headcount.model import Event

_NAMED = 5
"""Events named where several hold what one held."""


def now_called(former: str, events: Sequence[Event], documents: Iterable[str]) -> Event | None:
    """The event that an id no event has any more leads to, said on stderr; None if it never was.

    Raises UsageError, naming them, if several events tell of it now.
    """
    found = became(former, events, documents)
    if not found:
        return None
    if len(found) > 1:
        names = ", ".join(event.id for event in found[:_NAMED])
        raise UsageError(
            f"{former}: its first claim was withdrawn, and several events hold what its report "
            f"tells; name one of them: {names}"
        )
    echo(f"{former} is now part of {found[0].id}", err=True)
    return found[0]
