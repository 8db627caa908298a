"""Text to tokens: words with their entries, in sentences and paragraphs.

Offsets always count characters of the original text; nothing is rewritten, so a quote cut with
them is verbatim in every script.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from headcount.languages.lexicon import JOINERS, WORD, Entry, Lexicon, Meaning, normal

_CLOSERS = frozenset("\"'»”’)]")
_ENDERS = frozenset(".!?…。！？")
_WRAPPED = 40
"""A line shorter than this never counts as hard-wrapped: it is a heading or a list item."""


_NOTHING: dict[str, Entry] = {}
"""The entries of a word that no table knows: one empty dict for all, never written to."""


@dataclass(slots=True)
class Token:
    """One word, number or mark, or several words that the lexicon knows as one form.

    `start`, `end` are offsets into the text; `norm` is the look-up form; `kind` is "n" for digits,
    "w" for words, "m" for marks; `entries` maps a class to its first entry, `predicates` holds all
    of class "pred", `splits` of "split"; `tail` holds letters glued to digits ("18th"); `glued`
    tells that no space parts it from the token before, `joined` that a hyphen or apostrophe was
    dropped there, `capital` that it begins with one.
    """

    start: int
    end: int
    norm: str
    kind: str
    entries: dict[str, Entry] = field(default_factory=lambda: _NOTHING)
    predicates: tuple[Entry, ...] = ()
    splits: tuple[Entry, ...] = ()
    tail: str = ""
    glued: bool = False
    joined: bool = False
    capital: bool = False

    def value(self, cls: str) -> str:
        """The value of the entry of class `cls`, or "" when there is none."""
        entry = self.entries.get(cls)
        return entry.value if entry else ""

    def is_a(self, cls: str) -> bool:
        """Whether the token has an entry of that class."""
        return cls in self.entries


@dataclass(slots=True)
class Sentence:
    """The tokens of one sentence; `paragraph` counts from 0; `start`, `end` are offsets."""

    tokens: list[Token]
    start: int
    end: int
    paragraph: int


def sentences(text: str, lexicon: Lexicon, abbreviations: frozenset[str]) -> list[Sentence]:
    """All sentences of `text` in order, their tokens annotated from `lexicon`.

    A line break ends a sentence unless the line is hard-wrapped (long, without a closing mark,
    the next one beginning in lower case).
    """
    out: list[Sentence] = []
    for number, (start, end) in enumerate(_paragraphs(text)):
        for tokens in _split(_cut(text, start, end), abbreviations):
            merged = _annotate(tokens, text, lexicon)
            out.append(Sentence(merged, merged[0].start, merged[-1].end, number))
    return out


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Spans of paragraphs; hard-wrapped lines are kept together."""
    spans: list[tuple[int, int]] = []
    start = 0
    position = 0
    for found in re.finditer(r"\n+", text):
        line_start, line_end = position, found.start()
        position = found.end()
        if found.end() - found.start() == 1 and line_end - line_start >= _WRAPPED:
            before = text[line_start:line_end].rstrip()[-1:]
            after = text[found.end() : found.end() + 1]
            if before not in _ENDERS and before not in ':»"”' and after.islower():
                continue
        spans.append((start, line_end))
        start = found.end()
    spans.append((start, len(text)))
    return [(a, b) for a, b in spans if b > a and not text[a:b].isspace()]


def _cut(text: str, start: int, end: int) -> list[Token]:
    """The raw tokens of one paragraph."""
    tokens: list[Token] = []
    joined = False
    last = -1
    for found in WORD.finditer(text, start, end):
        kind = found.lastgroup
        piece = found.group()
        first, after = found.span()
        if kind == "mark" and piece in JOINERS:
            inside = start < first and after < end
            if inside and text[first - 1].isalnum() and text[after].isalnum():
                joined = True
                last = after
                continue
            if piece != "-":
                continue
        token = Token(first, after, piece.lower() if piece.isascii() else normal(piece), "w")
        if kind == "word":
            token.capital = piece[0].isupper()
        elif kind == "mark":
            token.kind = "m"
        else:
            token.kind = "n"
            token.tail = normal(found.group("tail") or "")
        token.glued = last == first
        token.joined = joined
        joined = False
        last = after
        tokens.append(token)
    return tokens


def _split(tokens: list[Token], abbreviations: frozenset[str]) -> list[list[Token]]:
    """Sentences of one paragraph: cut after a closing mark unless it ends an abbreviation."""
    out: list[list[Token]] = []
    current: list[Token] = []
    ended = False
    for n, token in enumerate(tokens):
        current.append(token)
        ended = token.norm in _ENDERS or (ended and token.norm in _CLOSERS)
        if not ended or n + 1 == len(tokens):
            continue
        after = tokens[n + 1]
        if after.norm in _CLOSERS or after.norm in _ENDERS:
            continue
        if token.norm == "." and _abbreviation(current, after, abbreviations):
            continue
        out.append(current)
        current = []
        ended = False
    if current:
        out.append(current)
    return out


def _abbreviation(current: list[Token], after: Token, abbreviations: frozenset[str]) -> bool:
    """Whether the full stop that ends `current` belongs to its word."""
    if after.glued and after.kind != "m":
        return True
    if len(current) < 2 or not current[-1].glued:
        return False
    word = current[-2].norm
    if word in abbreviations or (len(word) == 1 and current[-2].capital):
        return True
    return after.kind == "w" and not after.capital and after.norm.islower()


def _annotate(tokens: list[Token], text: str, lexicon: Lexicon) -> list[Token]:
    """Tokens with entries, several words merged where the lexicon knows the longer form."""
    out: list[Token] = []
    count = len(tokens)
    n = 0
    while n < count:
        token = tokens[n]
        for size in range(min(_longest(tokens, n, lexicon), count - n), 0, -1):
            key = token.norm if size == 1 else " ".join([t.norm for t in tokens[n : n + size]])
            meaning = lexicon.meaning(key)
            if meaning is not None and _merged(tokens, n, size, meaning, text, out):
                n += size
                break
        else:
            if token.tail:
                _scale_of_tail(token, lexicon)
            out.append(token)
            n += 1
    return out


def _longest(tokens: list[Token], n: int, lexicon: Lexicon) -> int:
    """How many words a form that begins with token `n` and goes on with the next can have."""
    following = lexicon.pairs.get(tokens[n].norm)
    if following is None or n + 1 >= len(tokens):
        return 1
    return following.get(tokens[n + 1].norm, 1)


def _scale_of_tail(token: Token, lexicon: Lexicon) -> None:
    """Give digits the scale that is glued to them ("37bn")."""
    for entry in lexicon.forms.get(token.tail, ()):
        if entry.cls == "num" and entry.extra == "scale":
            token.entries = {"num": entry}


def _merged(
    tokens: list[Token], n: int, size: int, meaning: Meaning, text: str, out: list[Token]
) -> bool:
    """Append the token over `size` tokens from `n` if the spelling fits its meaning."""
    first = tokens[n]
    last = tokens[n + size - 1]
    entries, predicates = meaning.entries, meaning.predicates
    if meaning.cased:
        fitting = [e for e in meaning.cased if _spelled(text, first.start, last.end, e.exact)]
        entries = {e.cls: e for e in reversed(fitting)} | entries
        predicates = (*predicates, *(e for e in fitting if e.cls == "pred"))
    if not entries:
        return False
    if size == 1:
        first.entries, first.predicates, first.splits = entries, predicates, meaning.splits
        out.append(first)
        return True
    norm = " ".join([t.norm for t in tokens[n : n + size]])
    merged = Token(first.start, last.end, norm, first.kind, entries, predicates, meaning.splits)
    merged.tail = last.tail
    merged.glued, merged.joined, merged.capital = first.glued, first.joined, first.capital
    out.append(merged)
    return True


def _spelled(text: str, start: int, end: int, exact: str) -> bool:
    """Whether the text has the spelling that an entry asks for ("Aa": a capital is enough)."""
    if exact == "Aa":
        return text[start].isupper()
    return text[start:end] == exact
