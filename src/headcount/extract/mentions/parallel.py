"""Names that each have their number in a list: "Thais make up 109 of them, Laotians 50, Lao 3".

The first item has the verb, or a colon opens the list; the others are only a name and a number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from headcount.extract.mentions.bare import country_at, has_mark, numbered, outer
from headcount.extract.mentions.nouns import Phrase, has
from headcount.extract.mentions.spelled import Number
from headcount.extract.mentions.tokens import Token


@dataclass(frozen=True, slots=True)
class _Item:
    """One item: the token that opens it, its name, and the word or mark that links the number."""

    opens: int
    name: int
    link: str


def parallel(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """Whether a name and a number repeat what an item beside them says of another name."""
    item = _item(tokens, outer(tokens, number))
    closes = _closing(tokens, number.after)
    if item is None or not closes:
        return False
    if not (_told_before(tokens, item) or _goes_on(tokens, closes, item.link)):
        return False
    code = country_at(tokens, item.name)
    phrase.nations.extend([code] if code else [])
    return True


def _item(tokens: list[Token], n: int) -> _Item | None:
    """The item whose name, with a link or without, ends at `n`; None where none stands."""
    link = ""
    if n > 0 and (tokens[n].is_a("prep") or tokens[n].norm == ","):
        link = tokens[n].norm
        n -= 1
    if n < 0 or not _named(tokens[n]):
        return None
    opens = n - 1
    opens -= has(tokens, opens, "det")
    if opens < 0:
        return None
    stops = _STOPS - {link}
    return _Item(opens, n, link) if tokens[opens].norm in stops or _and(tokens, opens) else None


_STOPS: Final = frozenset((",", ";", ":"))


def _named(token: Token) -> bool:
    """Whether a token names a people, a country or a place."""
    return token.is_a("people") or token.is_a("country") or token.is_a("place")


def _and(tokens: list[Token], n: int) -> bool:
    return has(tokens, n, "conj")


def _closing(tokens: list[Token], n: int) -> int:
    """The token that closes an item behind its number, 0 where its clause goes on."""
    n += has(tokens, n, "part")
    closed = n >= len(tokens) or tokens[n].kind == "m" or _and(tokens, n)
    return n if closed else 0


def _told_before(tokens: list[Token], item: _Item) -> bool:
    """Whether the item before has a name and a number: "Thais account for 109 of them, …"."""
    last = item.opens
    if last > 0 and _and(tokens, last) and tokens[last - 1].norm in _STOPS:
        # ", and": both part the items.
        last -= 1
    at = next((n for n in range(last - 1, max(last - _BEHIND, -1), -1) if numbered(tokens, n)), -1)
    for n in range(at - 1, max(at - _BEFORE, -1), -1):
        if _named(tokens[n]):
            return True
        if tokens[n].norm in _STOPS - {item.link} or numbered(tokens, n):
            return False
    return False


_BEHIND: Final = 4
"""Tokens from a number to the end of its item: "brought 130 of them home and"."""

_BEFORE: Final = 8
"""Tokens from a name to its number in the item that has the verb."""


def _goes_on(tokens: list[Token], n: int, link: str) -> bool:
    """Whether another item of the same form follows from the mark or conjunction at `n`."""
    while n < len(tokens) and (tokens[n].norm in _STOPS or _and(tokens, n)):
        n += 1
    n += has(tokens, n, "det")
    if n >= len(tokens) or not _named(tokens[n]):
        return False
    linked = not link or has_mark(tokens, n + 1, link)
    at = n + 1 + bool(link)
    return linked and at < len(tokens) and numbered(tokens, at)
