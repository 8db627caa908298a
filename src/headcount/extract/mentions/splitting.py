"""Sentences of a paragraph: where one ends and the next begins, with and without full stops."""

from __future__ import annotations

from typing import Final

from headcount.extract.mentions.tokens import Token
from headcount.languages.scripts import unspaced

_CLOSERS: Final = frozenset("\"'»”’)]")


ENDERS: Final = frozenset(".!?…。！？\u0964\u061f\u06d4\u104b\u17d4")


_LONG: Final = 240
"""From so many words on a sentence ends at its next comma: so long ones are no sentences but tables
or worse, and the work on one grows faster than its length."""


_LONGEST: Final = 300
"""Words that a sentence has at most, comma or not."""


def split(tokens: list[Token], abbreviations: frozenset[str]) -> list[list[Token]]:
    """Sentences of one paragraph: cut after a closing mark unless it ends an abbreviation."""
    out: list[list[Token]] = []
    current: list[Token] = []
    ended = False
    count = len(tokens)
    for n, token in enumerate(tokens):
        current.append(token)
        spaced = token.blank and _opens(tokens, n + 1)
        follows = n + 1 < count and tokens[n + 1].caseless
        if spaced or (follows and _goes_on(tokens, n + 1 - len(current), n + 1)):
            out.append(current)
            current = []
            ended = False
            continue
        if token.kind != "m" and len(current) < _LONGEST:
            ended = False
            continue
        if len(current) >= _LONG and (token.norm in ",;" or len(current) >= _LONGEST):
            out.append(current)
            current = []
            ended = False
            continue
        ended = token.norm in ENDERS or (ended and token.norm in _CLOSERS)
        if not ended or n + 1 == count:
            continue
        after = tokens[n + 1]
        if after.norm in _CLOSERS or after.norm in ENDERS:
            ended = not _shortens(current)
            continue
        if token.norm == "." and _abbreviation(current, after, abbreviations):
            continue
        out.append(current)
        current = []
        ended = False
    if current:
        out.append(current)
    return out


def _opens(tokens: list[Token], n: int) -> bool:
    """Whether a word that opens sentences stands at `n`, and not what somebody says."""
    if n >= len(tokens) or not tokens[n].is_a("break"):
        return False
    before = tokens[n - 2]
    return not (before.is_a("say") or before.is_a("rel") or before.is_a("cite"))


def _goes_on(tokens: list[Token], start: int, n: int) -> bool:
    """Whether a time at `n` opens the next sentence of a script without full stops.

    The one before, from `start` on, has its time and its count; behind `n` another count follows,
    with its verb.
    """
    opener = tokens[n]
    preposed = "prep" in opener.entries
    if opener.glued or not (preposed or opener.signs):
        return False
    timed = tokens[min(n + 1, len(tokens) - 1)]
    led = preposed and (_timed(timed) or timed.is_a("month"))
    if not (led or _timed(opener)):
        return False
    before = tokens[start:n]
    marks = [t.norm for t in before if t.kind == "m"]
    if marks.count("(") > marks.count(")"):
        # "550 people (220 in 2024, 330 in 2025)": one list.
        return False
    if not any(map(_timed, before)) or not any(map(_told, before)):
        return False
    count = _counted_at(tokens, start, n)
    following = _counted_at(tokens, n, min(n + _CLAUSE, len(tokens)))
    if not count or not following:
        return False
    end = following
    while end < len(tokens) and not tokens[end].blank and tokens[end].norm not in ENDERS:
        end += 1
    return any(map(_told, tokens[n:end]))


_CLAUSE: Final = 40
"""Tokens from the time that opens a clause to the count that it tells."""


def _timed(token: Token) -> bool:
    entry = token.entries.get("time")
    return entry is not None and entry.extra in _OPENING and not token.is_a("prep")


_OPENING: Final = frozenset(
    ("datemark", "period", "since", "weekday", "lastweek", "day", "unit", "span")
)
"""Classes of words that a time at the head of a clause begins with."""


def _told(token: Token) -> bool:
    """Whether a token is a verb that says what happened to those counted."""
    return any(entry.value not in ("-", "origins") for entry in token.predicates)


def _counted_at(tokens: list[Token], start: int, end: int) -> int:
    """The token behind the first number with a counting word in a stretch, 0 for none."""
    for n in range(start, end - 1):
        if tokens[n].kind == "n" and tokens[n + 1].is_a("classifier"):
            return n + 2
    return 0


def _shortens(current: list[Token]) -> bool:
    """Whether a full stop glued to a word of a script without spaces closes the tokens."""
    if len(current) < 2 or current[-1].norm != "." or not current[-1].glued:
        return False
    return current[-2].kind == "w" and unspaced(current[-2].norm)


def _abbreviation(current: list[Token], after: Token, abbreviations: frozenset[str]) -> bool:
    """Whether the full stop that ends `current` belongs to its word."""
    if after.glued and after.kind != "m":
        return True
    if len(current) < 2 or not current[-1].glued:
        return False
    word = current[-2].norm
    if current[-2].kind == "n" and unspaced(after.norm):
        return True
    if _shortens(current):
        return True
    if word in abbreviations or (len(word) == 1 and current[-2].capital):
        return True
    return after.kind == "w" and not after.capital and after.norm.islower()
