"""What a word has of a time expression, so that only readers are tried that can find one."""

from __future__ import annotations

from typing import Final

from headcount.languages.lexicon import Entry


def signs_of(kind: str, entries: dict[str, Entry]) -> frozenset[str]:
    """What a word has of a time expression: its class of time, a month, a number."""
    entry = entries.get("time")
    if entry is None and kind != "n" and _SIGNS.isdisjoint(entries):
        return NO_SIGNS
    month = "month" in entries
    signs = {"time", entry.extra} if entry is not None else set()
    if month:
        signs.add("month")
    if kind == "n":
        signs.update(("digits", "month in digits") if month else ("digits",))
    signs.update(cls for cls in ("recent", "num") if cls in entries)
    return frozenset(signs)


NO_SIGNS: Final[frozenset[str]] = frozenset()

_SIGNS: Final = frozenset(("month", "recent", "num"))
