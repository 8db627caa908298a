"""Several words merged into the one form that the lexicon knows."""

from __future__ import annotations

from headcount.extract.mentions.meanings import REMEMBERED, meant
from headcount.extract.mentions.timesigns import signs_of
from headcount.extract.mentions.tokens import Token
from headcount.languages.lexicon import Lexicon, Word


def annotate(tokens: list[Token], text: str, lexicon: Lexicon) -> list[Token]:
    """The tokens, several words merged into one where the lexicon knows the longer form."""
    norms = [token.norm for token in tokens]
    norms.append("")
    pairs, forms = lexicon.pairs, lexicon.met
    out: list[Token] = []
    count = len(tokens)
    n = 0
    while n < count:
        following = pairs.get(norms[n])
        if following is None:
            out.append(tokens[n])
            n += 1
            continue
        if n + 2 < count and tokens[n + 1].blank:
            spaced = _over_spaces(tokens, n, following, text, lexicon)
            if spaced is not None:
                out.append(spaced)
                while n < count and tokens[n].start < spaced.end:
                    n += 1
                continue
        longest = following.get(norms[n + 1], 1)
        if longest == 1:
            out.append(tokens[n])
            n += 1
            continue
        tied = n > 0 and tokens[n].joined and tokens[n].is_a("num") and tokens[n - 1].is_a("num")
        for size in range(min(longest, count - n), 1, -1):
            form = " ".join(norms[n : n + size])
            merged = _merged(tokens[n : n + size], form, text, lexicon) if form in forms else None
            if merged is not None and (merged.is_a("num") or not tied):
                out.append(merged)
                n += size
                break
        else:
            out.append(tokens[n])
            n += 1
    return out


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
    signs = signs_of(first.kind, entries)
    word = Word(
        norm, first.kind, entries, predicates, splits, last.tail, first.capital, signs=signs
    )
    if len(lexicon.phrases) >= REMEMBERED:
        lexicon.phrases.clear()
    lexicon.phrases[text[start:end]] = word
    return word
