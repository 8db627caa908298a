"""Whose people a verb of being or "all" says of those counted before: "45 were nationals of Kenya".

The verb follows the number or its noun; ", all of them Chinese" may close the clause.
"""

from __future__ import annotations

from headcount.extract.mentions.nouns import has, joins, nation
from headcount.extract.mentions.places import hosts
from headcount.extract.mentions.tokens import Token

_CLAUSE = 14
"""Tokens from those counted to ", all …"."""

_SMALL = frozenset(("det", "adv", "every", "adj", "pron", "hedge", "part", "amount"))
_CLOSING = frozenset(("prep", "pred", "rel", "conj", "time", "verb"))


def complement(tokens: list[Token], at: int) -> list[str]:
    """The peoples that those counted up to `at` are said to be, none if nothing is said."""
    if at + 1 < len(tokens) and tokens[at].value("prep") == "of" and has(tokens, at + 1, "country"):
        # "45 were nationals of Kenya and 31 of Nepal"
        code = tokens[at + 1].value("country")
        return [code] if code not in hosts() and _closed(tokens, at + 2) else []
    spoken = False
    for n in range(at, min(at + _CLAUSE, len(tokens))):
        token = tokens[n]
        if token.kind == "n" or token.is_a("num") or token.norm in _STOPS:
            return []
        if token.is_a("be") and not token.predicates and not spoken:
            return _peoples(tokens, n + 1)
        if token.norm == "," and has(tokens, n + 1, "every"):
            return _peoples(tokens, n + 2)
        if token.value("head") == "person":
            return []
        spoken = spoken or not (token.is_a("adv") or (token.predicates and n == at))
    return []


_STOPS = frozenset(".;:!?()。；：")


def _peoples(tokens: list[Token], n: int) -> list[str]:
    """The list of peoples at `n`, none if it is no whole complement."""
    codes: list[str] = []
    while n < len(tokens):
        n, named, origin = _lead(tokens, n)
        code = nation(tokens, n) or (
            tokens[n].value("country") if n < len(tokens) and named else ""
        )
        if not code or (origin and code in hosts()):
            return []
        codes.append(code)
        n += 1
        while n < len(tokens) and tokens[n].value("head") == "person":
            n += 1
        following = n
        while joins(tokens, following):
            following += 1
        start = _lead(tokens, following)[0]
        if following == n or not (
            nation(tokens, start) or (named and has(tokens, start, "country"))
        ):
            break
        n = following
    return codes if _closed(tokens, n) else []


def _closed(tokens: list[Token], n: int) -> bool:
    """Whether no noun follows at `n`: the end, a mark, a verb or a small word."""
    if n >= len(tokens) or tokens[n].kind == "m":
        return True
    return not _CLOSING.isdisjoint(tokens[n].entries)


def _lead(tokens: list[Token], n: int) -> tuple[int, bool, bool]:
    """The token behind small words and nouns for citizens at `n`.

    With it whether a country's name may follow for its people, and whether it tells where from.
    """
    named = origin = False
    while n < len(tokens) and not nation(tokens, n) and not has(tokens, n, "country"):
        token = tokens[n]
        link = token.value("prep")
        noun = token.value("head") in ("person", "country")
        article = token.is_a("num") and token.entries["num"].extra == "article"
        small = not _SMALL.isdisjoint(token.entries) or link in ("of", "from") or token.is_a("be")
        if not (noun or article or small):
            break
        named = named or noun or link == "from"
        origin = origin or link == "from"
        n += 1
    return n, named, origin
