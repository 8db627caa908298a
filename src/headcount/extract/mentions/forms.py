"""Several words merged into the one form that the lexicon knows."""

from __future__ import annotations

from typing import Final

from headcount.extract.mentions.meanings import REMEMBERED, meant
from headcount.extract.mentions.timesigns import signs_of
from headcount.extract.mentions.tokens import Token
from headcount.languages.lexicon import Lexicon, Word


def annotate(tokens: list[Token], text: str, lexicon: Lexicon) -> list[Token]:
    """The tokens, several words merged into one where the lexicon knows the longer form."""
    out: list[Token] = []
    count = len(tokens)
    end = 0
    for n, token in enumerate(tokens):
        if token.start < end:
            continue
        following = token.longer
        longer = None
        if following is not None and n + 1 < count:
            if n + 2 < count and tokens[n + 1].blank:
                longer = _over_spaces(tokens, n, following, text, lexicon)
            if longer is None:
                longest = _at_most(tokens, n, following)
                longer = _longest(tokens, n, longest, text, lexicon) if longest > 1 else None
        if longer is not None:
            end = longer.end
        out.append(longer or token)
    return out


def _at_most(tokens: list[Token], n: int, following: dict[str, int]) -> int:
    """Words of the longest form that can begin at `n`, by the two words that follow."""
    second = tokens[n + 1].norm
    longest = following.get(second, 1)
    if longest > _PAIR and n + _PAIR < len(tokens):
        return following.get(f"{second} {tokens[n + _PAIR].norm}", _PAIR)
    return longest


_PAIR: Final = 2
"""Words of the shortest form of several."""


def _longest(
    tokens: list[Token], n: int, longest: int, text: str, lexicon: Lexicon
) -> Token | None:
    """The longest form of at most so many words from `n` on, None where none is known."""
    forms, first = lexicon.met, tokens[n]
    tied = first.joined and n > 0 and first.is_a("num") and tokens[n - 1].is_a("num")
    norms = [part.norm for part in tokens[n : n + longest]]
    while len(norms) > 1:
        form = " ".join(norms)
        if form in forms:
            merged = _merged(first, tokens[n + len(norms) - 1], form, text, lexicon)
            if merged is not None and (merged.is_a("num") or not tied):
                return merged
        norms.pop()
    return None


def _over_spaces(
    tokens: list[Token], n: int, following: dict[str, int], text: str, lexicon: Lexicon
) -> Token | None:
    """The longest form from `n` on whose words a space parts in a script without spaces."""
    parts = [token for token in tokens[n : n + _SPACED] if not token.blank]
    longest = following.get(parts[1].norm, 1) if len(parts) > 1 else 1
    for size in range(min(longest, len(parts)), 1, -1):
        form = " ".join(part.norm for part in parts[:size])
        known = form in lexicon.met
        merged = _merged(parts[0], parts[size - 1], form, text, lexicon) if known else None
        if merged is not None:
            return merged
    return None


_SPACED: Final = 12
"""Tokens, spaces too, that a form written with spaces may have."""


def _merged(first: Token, last: Token, norm: str, text: str, lexicon: Lexicon) -> Token | None:
    """One token from `first` to `last`, which are the form `norm`; None if not in this spelling."""
    word = lexicon.phrases.get(text[first.start : last.end])
    if word is None or word.norm != norm:
        word = _phrase(first, last, norm, text, lexicon)
    return Token(first.start, last.end, word, first.glued, first.joined) if word.entries else None


def _phrase(first: Token, last: Token, norm: str, text: str, lexicon: Lexicon) -> Word:
    """What the form `norm` is in this spelling; remembered as words are."""
    start, end = first.start, last.end
    entries, predicates, splits = meant(lexicon.meaning(norm), text, start, end)
    word = Word(norm, first.kind, entries, predicates, splits, last.tail, first.capital)
    word.signs, word.caseless = signs_of(first.kind, entries), first.caseless
    if len(lexicon.phrases) >= REMEMBERED:
        lexicon.phrases.clear()
    lexicon.phrases[text[start:end]] = word
    return word
