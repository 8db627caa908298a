"""Text to tokens: words with their entries, in sentences and paragraphs.

Offsets always count characters of the original text; nothing is rewritten, so a quote cut with
them is verbatim in every script.
"""

from __future__ import annotations

import re
from typing import Final

from headcount.extract.mentions.forms import annotate
from headcount.extract.mentions.meanings import NOTHING, REMEMBERED, meant, of_tail
from headcount.extract.mentions.splitting import ENDERS, split
from headcount.extract.mentions.timesigns import signs_of
from headcount.extract.mentions.tokens import Sentence, Token
from headcount.languages.folding import JOINERS
from headcount.languages.lexicon import Lexicon, Piece, Word
from headcount.languages.scripts import WORD, caseless, digits, mark, normal, seen

_WRAPPED: Final = 40
"""A line shorter than this never counts as hard-wrapped: it is a heading or a list item."""


_PAUSE: Final = Word(",", "m", NOTHING)
"""What a space stands for in a script without spaces."""


def sentences(text: str, lexicon: Lexicon, abbreviations: frozenset[str]) -> list[Sentence]:
    """All sentences of `text` in order, their tokens annotated from `lexicon`.

    A line break ends a sentence unless the line is hard-wrapped (long, without a closing mark,
    the next one beginning in lower case).
    """
    out: list[Sentence] = []
    text, places = seen(text)
    for number, (start, end) in enumerate(_paragraphs(text)):
        for tokens in split(_cut(text, start, end, lexicon), abbreviations):
            merged = annotate(tokens, text, lexicon)
            begun = out[-1] if out and out[-1].paragraph == number else None
            if begun is not None and _only_a_count(begun):
                merged = [*out.pop().tokens, *merged]
            out.append(Sentence(merged, number, _classes(merged)))
    if places is not None:
        _put_back(out, places)
    return out


def _put_back(found: list[Sentence], places: list[int]) -> None:
    """Let offsets count the characters of the original text, those that nobody sees too."""
    for sentence in found:
        for token in sentence.tokens:
            token.start, token.end = places[token.start], places[token.end - 1] + 1
        sentence.start, sentence.end = sentence.tokens[0].start, sentence.tokens[-1].end


def _only_a_count(sentence: Sentence) -> bool:
    """Whether a sentence only counts people: "Fifty-three people." The next one says of what."""
    if len(sentence.tokens) > _COUNT or not _NUMBERED & sentence.classes:
        return False
    words = [t for t in sentence.tokens if t.kind == "w"]
    counted = any(t.value("head") == "person" or t.is_a("people") for t in words)
    return counted and all(t.is_any(_IN_COUNT) for t in words)


_COUNT: Final = 9
"""Tokens of a sentence that only counts."""

_NUMBERED: Final = frozenset(("digits", "num"))
_IN_COUNT: Final = frozenset(("num", "hedge", "head", "people", "adjective", "adj", "classifier"))
"""Classes of words that such a sentence is made of."""


def _classes(tokens: list[Token]) -> frozenset[str]:
    """The classes of all entries, and "digits" if there are any."""
    found: set[str] = set()
    for token in tokens:
        if token.kind == "n":
            found.add("digits")
        if token.entries:
            found.update(token.entries)
    return frozenset(found)


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Spans of paragraphs; hard-wrapped lines are kept together."""
    spans: list[tuple[int, int]] = []
    start = 0
    position = 0
    line_end = text.find("\n")
    while line_end >= 0:
        line_start, position = position, line_end + 1
        while text[position : position + 1] == "\n":
            position += 1
        wrapped = position - line_end == 1 and line_end - line_start >= _WRAPPED
        if not (wrapped and _runs_on(text, line_start, line_end)):
            spans.append((start, line_end))
            start = position
        line_end = text.find("\n", position)
    spans.append((start, len(text)))
    return [(a, b) for a, b in spans if b > a and not text[a:b].isspace()]


def _runs_on(text: str, start: int, end: int) -> bool:
    """Whether a sentence goes on behind a line: no closing mark, the next one in lower case."""
    before = text[start:end].rstrip()[-1:]
    after = text[end + 1 : end + 2]
    return before not in ENDERS and before not in ':»"”' and after.islower()


def _cut(text: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """The raw tokens of one paragraph, with what each word means by itself.

    What stands between two spaces is cut into the same pieces wherever it stands, and most of it
    was met before.
    """
    tokens: list[Token] = []
    chunks = lexicon.chunks
    at = start
    for chunk in text[start:end].split(" "):
        pieces = chunks.get(chunk)
        if pieces is None:
            pieces = _pieces(chunk, lexicon)
        for first, after, word, glued, joined in pieces:
            if word is None:
                run = lexicon.cut(chunk[first:after], chunk[after : after + 1])
                _cut_run(tokens, run, at + first, lexicon)
            else:
                tokens.append(Token(at + first, at + after, word, glued, joined))
        at += len(chunk) + 1
    return tokens


def _pieces(chunk: str, lexicon: Lexicon) -> list[Piece]:
    """The words, numbers, marks and runs of a chunk; remembered where it has no run."""
    pieces: list[Piece] = []
    words = lexicon.words
    joined = runs = False
    last = -1
    for found in WORD.finditer(chunk):
        first, after = found.span()
        piece = chunk[first:after]
        if found.lastgroup == "run":
            pieces.append((first, after, None, False, False))
            joined, runs = False, True
            last = after
            continue
        word = words.get(piece) or _word(piece, found, lexicon)
        if word.joiner:
            inside = first > 0 and after < len(chunk)
            if inside and chunk[first - 1].isalnum() and chunk[after].isalnum():
                joined = True
                last = after
                continue
            if piece != "-":
                continue
        pieces.append((first, after, word, last == first, joined))
        joined = False
        last = after
    if not runs:
        if len(lexicon.chunks) >= _CHUNKS:
            lexicon.chunks.clear()
        lexicon.chunks[chunk] = pieces
    return pieces


_CHUNKS: Final = 1 << 14
"""Chunks remembered at most: a few MB too."""


def _cut_run(tokens: list[Token], pieces: list[str], start: int, lexicon: Lexicon) -> None:
    """Add the words of a run that is written without spaces, cut into `pieces`.

    A space before it parts phrases, as a comma does, unless a number or a mark stands there.
    """
    before = tokens[-1] if tokens else None
    glued = before is not None and before.end == start
    if before is not None and not glued and (_a_word(before) or _abbreviated(tokens)):
        tokens.append(Token(before.end, start, _PAUSE, glued=False, joined=False))
        tokens[-1].blank = True
    words = lexicon.words
    for piece in pieces:
        word = words.get(piece) or _remember(lexicon, piece, "w", normal(piece), "")
        end = start + len(piece)
        tokens.append(Token(start, end, word, glued, joined=False))
        start, glued = end, True


def _a_word(token: Token) -> bool:
    return token.kind == "w" and token.caseless


def _abbreviated(tokens: list[Token]) -> bool:
    """Whether the text ends in an abbreviation of such a script: a letter and its full stop."""
    if len(tokens) < 2 or tokens[-1].norm != "." or not tokens[-1].glued:
        return False
    return _a_word(tokens[-2]) and len(tokens[-2].norm) <= _LETTERS


_LETTERS: Final = 2
"""Letters of an abbreviation's last part."""


def _word(piece: str, found: re.Match[str], lexicon: Lexicon) -> Word:
    """What a piece of text is; remembered, since most words of a report were met before."""
    kind = {"word": "w", "mark": "m"}.get(found.lastgroup or "", "n")
    norm = normal(piece)
    if kind != "w" and not piece.isascii():
        norm = mark(norm) if kind == "m" else digits(norm)
    return _remember(lexicon, piece, kind, norm, normal(found.group("tail") or ""))


def _remember(lexicon: Lexicon, piece: str, kind: str, norm: str, tail: str) -> Word:
    """What a piece is, kept with the lexicon."""
    entries, predicates, splits = meant(lexicon.meaning(norm), piece, 0, len(piece))
    if not entries and tail:
        entries = of_tail(tail, lexicon)
    joiner = kind == "m" and piece in JOINERS
    capital = kind == "w" and piece[0].isupper()
    if capital and "month" in entries and "plan" in entries:
        entries = {cls: entry for cls, entry in entries.items() if cls != "plan"}
    word = Word(norm, kind, entries, predicates, splits, tail, capital, joiner)
    word.signs, word.caseless = signs_of(kind, entries), caseless(norm)
    word.longer = lexicon.pairs.get(norm)
    if len(lexicon.words) >= REMEMBERED:
        lexicon.words.clear()
    lexicon.words[piece] = word
    return word
