"""Whose people a verb of being or "all" says of those counted before: "45 were nationals of Kenya".

The verb follows the number or its noun; ", all of them Chinese" may close the clause.
"""

from __future__ import annotations

from typing import Final

from headcount.extract.mentions.nouns import has, joins, nation, owned
from headcount.extract.mentions.places import hosts
from headcount.extract.mentions.tokens import Token

_CLAUSE: Final = 14
"""Tokens from those counted to ", all …"."""

_SMALL: Final = frozenset(
    ("det", "adv", "every", "adj", "pron", "hedge", "part", "amount", "plan", "verb")
)
_CLOSING: Final = frozenset(("prep", "pred", "rel", "conj", "time", "verb"))


def complement(tokens: list[Token], at: int) -> list[str]:
    """The peoples that those counted up to `at` are said to be, none if nothing is said."""
    if at + 1 < len(tokens) and tokens[at].value("prep") == "of" and has(tokens, at + 1, "country"):
        # "45 were nationals of Kenya and 31 of Nepal"
        code = tokens[at + 1].value("country")
        told = code not in hosts() or _beside_origins(tokens, at)
        told = told and not owned(tokens, at)
        return [code] if told and _closed(tokens, at + 2) else []
    at = _behind_bracket(tokens, at)
    if has(tokens, at, "every"):
        return _peoples(tokens, at + 1)
    spoken = False
    for n in range(at, min(at + _CLAUSE, len(tokens))):
        token = tokens[n]
        if token.kind == "m" and has(tokens, n + 1, "every"):
            return _peoples(tokens, n + 2)
        numbered = token.kind == "n" or token.is_a("num")
        if (numbered and not _dated(tokens, n)) or token.norm in _STOPS:
            return []
        if token.is_a("be") and not token.predicates and not spoken:
            codes = _peoples(tokens, n + 1)
            if codes:
                return codes
        if token.norm == "," and _origins(tokens, n + 1):
            return _peoples(tokens, n + 1)
        if token.value("head") == "person" and not token.predicates:
            return []
        spoken = spoken or not (token.is_a("adv") or (token.predicates and n == at))
    return []


def came_from(tokens: list[Token], first: int) -> list[str]:
    """The country of origin told right before a count: "most come from Laos, 61 persons"."""
    n = first - 1
    while n > 0 and (tokens[n].is_a("part") or tokens[n].is_a("hedge")):
        n -= 1
    if n < 2 or tokens[n].norm not in (",", "(") or not has(tokens, n - 1, "country"):
        return []
    verb = n - 2 - (tokens[n - 2].value("prep") == "from")
    if verb < 0 or not _origins(tokens, verb):
        return []
    opens = next((m for m in range(verb - 1, -1, -1) if tokens[m].kind == "m"), -1)
    counted = any(t.kind == "n" or t.is_a("num") for t in tokens[opens + 1 : verb])
    return [] if counted else [tokens[n - 1].value("country")]


def _beside_origins(tokens: list[Token], at: int) -> bool:
    """Whether the list goes on with people of a country without centres: "141 of X, 97 of Y"."""
    for n in (at - _NEXT, at + _NEXT):
        if not 0 < n < len(tokens) - 1 or tokens[n].value("prep") != "of":
            continue
        code = tokens[n + 1].value("country")
        if (
            code
            and code not in hosts()
            and (tokens[n - 1].kind == "n" or has(tokens, n - 1, "num"))
        ):
            return True
    return False


_NEXT: Final = 4
"""Tokens from one "of" to the next in a list: the country, a mark or "and", and a number."""


def _behind_bracket(tokens: list[Token], at: int) -> int:
    """The token behind a bracket that opens at `at`: "59 suspects (44 men; 15 women), all …"."""
    if at >= len(tokens) or tokens[at].norm != "(":
        return at
    reach = range(at + 1, min(at + _CLAUSE, len(tokens)))
    return next((n + 1 for n in reach if tokens[n].norm == ")"), at)


def _dated(tokens: list[Token], n: int) -> bool:
    """Whether the number at `n` stands beside a word of time: it is a day or an hour."""
    near = (*tokens[max(n - 1, 0) : n], *tokens[n + 1 : n + 2])
    return any(token.is_a("time") or token.is_a("month") for token in near)


def _origins(tokens: list[Token], n: int) -> bool:
    """Whether a word that tells where people come from stands at `n`."""
    return n < len(tokens) and any(e.value == "origins" for e in tokens[n].predicates)


_STOPS: Final = frozenset(".;:!?()。；：")


def _peoples(tokens: list[Token], n: int) -> list[str]:
    """The list of peoples at `n`, none if it is no whole complement."""
    codes: list[str] = []
    named = origin = False
    while n < len(tokens):
        n, called, told = _lead(tokens, n)
        named, origin = named or called, origin or told
        code = nation(tokens, n) or (
            tokens[n].value("country") if n < len(tokens) and named else ""
        )
        if not code or (origin and code in hosts()) or _agent(tokens, n):
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


def _agent(tokens: list[Token], n: int) -> bool:
    """Whether a verb follows the country at `n`: it is who acts ("were by Cambodia expelled")."""
    people = has(tokens, n, "people") or not has(tokens, n, "country")
    return not people and has(tokens, n + 1, "pred")


def _closed(tokens: list[Token], n: int) -> bool:
    """Whether no noun follows at `n`: the end, a mark, a verb or a small word."""
    if n >= len(tokens) or tokens[n].kind == "m":
        return True
    if tokens[n].kind == "n" and has(tokens, n + 1, "classifier") and has(tokens, n + 2, "be"):
        # "39 persons are Thai 18 persons are Lao"
        return True
    return tokens[n].is_any(_CLOSING)


def _lead(tokens: list[Token], n: int) -> tuple[int, bool, bool]:
    """The token behind small words and nouns for citizens at `n`.

    With it whether a country's name may follow for its people, and whether it tells where from.
    """
    named = origin = False
    while n < len(tokens) and not nation(tokens, n) and not has(tokens, n, "country"):
        token = tokens[n]
        link = "from" if _origins(tokens, n) else token.value("prep")
        noun = token.value("head") in ("person", "country") and not token.predicates
        article = token.is_a("num") and token.entries["num"].extra == "article"
        small = token.is_any(_SMALL) or link in ("of", "from") or token.is_a("be")
        if not (noun or article or small):
            break
        named = named or noun or link == "from"
        origin = origin or link == "from"
        n += 1
    return n, named, origin
