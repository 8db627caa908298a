"""Text to tokens: words with their entries, in sentences and paragraphs.

Offsets always count characters of the original text; nothing is rewritten, so a quote cut with
them is verbatim in every script.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from headcount.languages.lexicon import JOINERS, WORD, Entry, Lexicon, normal

_CLOSERS = frozenset("\"'»”’)]")
_ENDERS = frozenset(".!?…。！？")
_WRAPPED = 40
"""A line shorter than this never counts as hard-wrapped: it is a heading or a list item."""


@dataclass(slots=True)
class Token:
    """One word, number or mark, or several words that the lexicon knows as one form.

    `start`, `end` are offsets into the text; `norm` is the look-up form; `entries` maps a class
    to its first entry, `predicates` holds all of class "pred"; `kind` is "n" for digits, "w" for
    words, "m" for marks; `tail` holds letters glued to digits ("18th"); `glued` tells that no
    space parts it from the token before, `joined` that a hyphen or apostrophe was dropped there.
    """

    start: int
    end: int
    norm: str
    kind: str
    entries: dict[str, Entry] = field(default_factory=dict)
    predicates: tuple[Entry, ...] = ()
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
        piece = found.group()
        if found.lastgroup == "mark" and piece in JOINERS:
            before = text[found.start() - 1] if found.start() > start else " "
            after = text[found.end()] if found.end() < end else " "
            if before.isalnum() and after.isalnum():
                joined = True
                last = found.end()
                continue
            if piece != "-":
                continue
        token = Token(found.start(), found.end(), normal(piece), "w")
        if found.group("number"):
            token.kind = "n"
            token.tail = normal(found.group("tail") or "")
        elif found.lastgroup == "mark":
            token.kind = "m"
        else:
            token.capital = piece[0].isupper()
        token.glued = last == found.start()
        token.joined = joined
        joined = False
        last = found.end()
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
    longest = lexicon.longest
    forms = lexicon.forms
    n = 0
    count = len(tokens)
    while n < count:
        token = tokens[n]
        reach = longest.get(token.norm, 0)
        size = min(reach, count - n)
        while size:
            key = token.norm if size == 1 else " ".join(t.norm for t in tokens[n : n + size])
            found = forms.get(key)
            if found is not None:
                merged = _merge(tokens[n : n + size], key, found, text)
                if merged is not None:
                    if size > 1:
                        _keep_cues(merged, tokens[n : n + size], lexicon)
                    out.append(merged)
                    n += size
                    break
            size -= 1
        else:
            if token.tail:
                _scale_of_tail(token, forms)
            out.append(token)
            n += 1
    return out


def _scale_of_tail(token: Token, forms: dict[str, tuple[Entry, ...]]) -> None:
    """Give digits the scale that is glued to them ("37bn")."""
    for entry in forms.get(token.tail, ()):
        if entry.cls == "num" and entry.extra == "scale":
            token.entries["num"] = entry


_CUES = ("topic",)


def _keep_cues(merged: Token, parts: list[Token], lexicon: Lexicon) -> None:
    """What a word tells holds inside a longer form too.

    The subject ("scam" in "scam hubs"), and under the class "ends" the preposition that closes a
    form ("handed over to").
    """
    for part in parts:
        for entry in lexicon.forms.get(part.norm, ()):
            if entry.cls in _CUES and not entry.exact:
                merged.entries.setdefault(entry.cls, entry)
            if entry.cls == "prep" and part is parts[-1]:
                merged.entries["ends"] = Entry("ends", entry.value)


def _merge(parts: list[Token], key: str, found: tuple[Entry, ...], text: str) -> Token | None:
    """One token over `parts` with the entries whose spelling fits; None when none fits."""
    first = parts[0]
    end = parts[-1].end
    entries: dict[str, Entry] = {}
    for entry in found:
        if entry.exact and not _spelled(text, first.start, end, entry.exact):
            continue
        entries.setdefault(entry.cls, entry)
    if not entries:
        return None
    predicates = tuple(e for e in found if e.cls == "pred") if "pred" in entries else ()
    return Token(
        first.start,
        end,
        key,
        first.kind,
        entries,
        predicates,
        parts[-1].tail,
        first.glued,
        first.joined,
        first.capital,
    )


def _spelled(text: str, start: int, end: int, exact: str) -> bool:
    """Whether the text has the spelling that an entry asks for ("Aa": a capital is enough)."""
    if exact == "Aa":
        return text[start].isupper()
    return text[start:end] == exact
