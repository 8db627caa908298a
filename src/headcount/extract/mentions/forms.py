"""Several words merged into the one form that the lexicon knows."""

from __future__ import annotations

from headcount.extract.mentions.meanings import REMEMBERED, meant
from headcount.extract.mentions.timesigns import signs_of
from headcount.extract.mentions.tokens import Token
from headcount.languages.lexicon import Lexicon, Word


def annotate(tokens: list[Token], text: str, lexicon: Lexicon) -> list[Token]:
    """The tokens, several words merged into one where the lexicon knows the longer form."""
    pairs = lexicon.pairs
    out: list[Token] = []
    count = len(tokens)
    end = 0
    for n, token in enumerate(tokens):
        if token.start < end:
            continue
        following = pairs.get(token.norm)
        longer = None
        if following is not None and n + 1 < count:
            if n + 2 < count and tokens[n + 1].blank:
                longer = _over_spaces(tokens, n, following, text, lexicon)
            if longer is None:
                longest = following.get(tokens[n + 1].norm, 1)
                longer = _longest(tokens, n, longest, text, lexicon) if longest > 1 else None
        if longer is not None:
            end = longer.end
        out.append(longer or token)
    return out


def _longest(
    tokens: list[Token], n: int, longest: int, text: str, lexicon: Lexicon
) -> Token | None:
    """The longest form of at most so many words from `n` on, None where none is known."""
    tied = n > 0 and tokens[n].joined and tokens[n].is_a("num") and tokens[n - 1].is_a("num")
    parts = tokens[n : n + longest]
    norms = [part.norm for part in parts]
    for size in range(len(parts), 1, -1):
        form = " ".join(norms[:size])
        merged = _merged(parts[:size], form, text, lexicon) if form in lexicon.met else None
        if merged is not None and (merged.is_a("num") or not tied):
            return merged
    return None


def _over_spaces(
    tokens: list[Token], n: int, following: dict[str, int], text: str, lexicon: Lexicon
) -> Token | None:
    """The longest form from `n` on whose words a space parts in a script without spaces."""
    parts = [token for token in tokens[n : n + _SPACED] if not token.blank]
    longest = following.get(parts[1].norm, 1) if len(parts) > 1 else 1
    for size in range(min(longest, len(parts)), 1, -1):
        form = " ".join(part.norm for part in parts[:size])
        merged = _merged(parts[:size], form, text, lexicon) if form in lexicon.met else None
        if merged is not None:
            return merged
    return None


_SPACED = 12
"""Tokens, spaces too, that a form written with spaces may have."""


def _merged(parts: list[Token], norm: str, text: str, lexicon: Lexicon) -> Token | None:
    """One token over `parts`, which are the form `norm`; None if not in this spelling."""
    first, last = parts[0], parts[-1]
    word = lexicon.phrases.get(text[first.start : last.end])
    if word is None or word.norm != norm:
        word = _phrase(parts, norm, text, lexicon)
    return Token(first.start, last.end, word, first.glued, first.joined) if word.entries else None


def _phrase(parts: list[Token], norm: str, text: str, lexicon: Lexicon) -> Word:
    """What the form `norm` over `parts` is in this spelling; remembered as words are."""
    first, last = parts[0], parts[-1]
    start, end = first.start, last.end
    entries, predicates, splits = meant(lexicon.meaning(norm), text, start, end)
    word = Word(norm, first.kind, entries, predicates, splits, last.tail, first.capital)
    word.signs, word.caseless = signs_of(first.kind, entries), first.caseless
    if len(lexicon.phrases) >= REMEMBERED:
        lexicon.phrases.clear()
    lexicon.phrases[text[start:end]] = word
    return word
