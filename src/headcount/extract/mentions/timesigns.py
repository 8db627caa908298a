"""What a word has of a time expression, so that only readers are tried that can find one."""

from __future__ import annotations

from headcount.extract.mentions.tokens import Token


def signs_of(token: Token) -> frozenset[str]:
    """What a token has of a time expression: its class of time, a month, digits."""
    entry = token.entries.get("time")
    if entry is None and token.kind != "n" and _SIGNS.isdisjoint(token.entries):
        return _NO_SIGNS
    month = token.is_a("month")
    signs = {"time", entry.extra} if entry is not None else set()
    if month:
        signs.add("month")
    if token.kind == "n":
        signs.update(("digits", "month in digits") if month else ("digits",))
    if token.is_a("recent"):
        signs.add("recent")
    return frozenset(signs)


_NO_SIGNS: frozenset[str] = frozenset()

_SIGNS = frozenset(("month", "recent"))
