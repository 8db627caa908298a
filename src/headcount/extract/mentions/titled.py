"""Names of people in scripts without spaces: everything glued behind a title, and the surname.

A name holds letters that are words by themselves, so the lexicon cuts it to pieces. Here they
become one unknown word again, before anything is read.
"""

from __future__ import annotations

from typing import Final

from headcount.extract.mentions.tokens import Sentence, Token
from headcount.languages.lexicon import Word

TITLES: Final = frozenset(("title", "rank"))
"""Values of roles that stand before a name: of courtesy, and of an office."""

_ENDS: Final = frozenset(("say", "cite", "rel", "conj", "be", "have", "neg", "plan", "prep"))
"""Classes of words that no name is read across, if they are long enough to be no syllable."""

_SYLLABLE: Final = 3
"""Letters up to which a word may be a syllable of a name, whatever else it means."""

_OTHERS: Final = frozenset(
    ("role", "body", "say", "cite", "rel", "break", "place", "country", "people", "adjective")
) | frozenset(("num", "time", "month", "hedge", "adv", "verb", "label", "plan", "head", "part"))
"""Classes of words that tell that a run behind a name is no surname."""


def with_names(sentences: list[Sentence]) -> list[Sentence]:
    """The sentences with each name behind a title as one unknown word, its surname as another."""
    return [_named(s) if "role" in s.classes else s for s in sentences]


def _named(sentence: Sentence) -> Sentence:
    tokens = sentence.tokens
    out: list[Token] = []
    n = 0
    while n < len(tokens):
        token = tokens[n]
        out.append(token)
        n += 1
        if token.value("role") not in TITLES or not token.caseless:
            continue
        counted = len(out) > 1 and (out[-2].kind == "n" or out[-2].is_a("num"))
        if counted and len(token.entries) > 1:
            continue
        spaced = n + 1 < len(tokens) and tokens[n].blank and token.value("role") == "rank"
        end = _name_end(tokens, n + spaced)
        if end == n + spaced:
            continue
        out.append(_one(tokens[n + spaced : end]))
        n = end
        after = _surname_end(tokens, n)
        if after:
            out.append(tokens[n])
            out.append(_one(tokens[n + 1 : after]))
            n = after
    if len(out) == len(tokens):
        return sentence
    return Sentence(out, sentence.paragraph, sentence.classes)


def _name_end(tokens: list[Token], first: int) -> int:
    """The token behind the name whose pieces begin at `first`; `first` where no name stands."""
    n = first
    while n < len(tokens) and tokens[n].kind == "w" and tokens[n].caseless:
        token = tokens[n]
        if n > first and not token.glued:
            break
        long = len(token.norm) >= _SYLLABLE
        if n == first and (token.is_a("role") or token.is_a("body")):
            return first
        if n > first and long and token.is_any(_ENDS):
            break
        n += 1
    return n


def _surname_end(tokens: list[Token], n: int) -> int:
    """The token behind the surname that stands behind a space at `n`, 0 for none."""
    if n + 1 >= len(tokens) or not tokens[n].blank:
        return 0
    end = _name_end(tokens, n + 1)
    pieces = tokens[n + 1 : end]
    strange = any(not t.entries and len(t.norm) > 1 for t in pieces)
    if not pieces or any(_other(t) and not (strange and t.is_a("time")) for t in pieces):
        return 0
    return end


def _other(token: Token) -> bool:
    """Whether a word is long enough to mean what it says: what stands there is no surname."""
    if len(token.norm) <= _SYLLABLE:
        return token.is_a("role") or token.is_a("say")
    return bool(token.predicates) or token.is_any(_OTHERS)


def _one(pieces: list[Token]) -> Token:
    """One unknown word over the pieces of a name."""
    if len(pieces) == 1 and not pieces[0].entries:
        return pieces[0]
    first, last = pieces[0], pieces[-1]
    word = Word("".join(piece.norm for piece in pieces), "w", {}, caseless=first.caseless)
    return Token(first.start, last.end, word, first.glued, first.joined)
