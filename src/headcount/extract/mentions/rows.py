"""Lines of a list or a table: a country or a people, and the number of its people."""

from __future__ import annotations

from typing import Final

from headcount.extract.mentions.bare import country_at
from headcount.extract.mentions.nouns import Phrase
from headcount.extract.mentions.spelled import Number
from headcount.extract.mentions.tokens import Token


def opens_item(tokens: list[Token]) -> int:
    """Where the words of a line begin: behind the dash, the dot or the rank of its item."""
    if len(tokens) > _RANK and tokens[0].kind == "n" and tokens[1].norm in _RANKS:
        return _RANK
    return int(len(tokens) > 1 and tokens[0].norm in _ITEMS)


_RANK: Final = 2
"""Tokens of the rank of an item: "1." or "1)"."""
_RANKS: Final = frozenset((".", ")", "、", "．"))


_ITEMS: Final = frozenset("-–—•*·・")
"""Marks before the items of a list."""


def labelled(tokens: list[Token], first: int) -> str:
    """The people of a line that begins with their country and a mark: "- India: 465 people".

    Outside a list a line that tells a deed is a headline: its country is the place.
    """
    n = first - 1
    if not opens_item(tokens) and any(token.is_a("pred") for token in tokens):
        return ""
    if n < 1 or tokens[n].norm not in _LABELS or n - 1 != opens_item(tokens):
        return ""
    return tokens[n - 1].value("country") or tokens[n - 1].value("people")


_LABELS: Final = frozenset((":", "：", "-", "–", "—", "="))
"""Marks between a country and its number."""


def row(tokens: list[Token], number: Number, phrase: Phrase) -> bool:
    """ "Uganda 8": a line of a table is a country or a people and its number, nothing more.

    Men and women may follow in brackets: "- Kenya: 40 (30 men, 10 women)".
    """
    n = number.first - 1
    n -= n > 0 and tokens[n].norm in _CELLS
    closed = number.after >= len(tokens) or tokens[number.after].norm in _CLOSED
    if n != opens_item(tokens) or not closed or not country_at(tokens, n):
        return False
    phrase.nations.append(country_at(tokens, n))
    return True


_CELLS: Final = frozenset((":", "|", "-", "–", "—"))
"""Marks between the cells of a line."""
_CLOSED: Final = frozenset(("(", ";", "."))
"""Marks behind the number of a line."""
