"""Text to tokens: words with their entries, in sentences and paragraphs.

Offsets always count characters of the original text; nothing is rewritten, so a quote cut with
them is verbatim in every script.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from headcount.extract.mentions.meanings import NOTHING, meant, of_tail
from headcount.languages.folding import JOINERS
from headcount.languages.lexicon import Lexicon, Word
from headcount.languages.scripts import WORD, caseless, digits, mark, normal, unspaced

_CLOSERS = frozenset("\"'»”’)]")
_ENDERS = frozenset(".!?…。！？\u0964\u061f\u06d4\u104b\u17d4")
_WRAPPED = 40
"""A line shorter than this never counts as hard-wrapped: it is a heading or a list item."""


_LONG = 240
"""From so many words on a sentence ends at its next comma: so long ones are no sentences but tables
or worse, and the work on one grows faster than its length."""

_LONGEST = 300
"""Words that a sentence has at most, comma or not."""

_REMEMBERED = 1 << 16
"""Pieces of text remembered at most: a few MB, whatever is read."""


_PAUSE = Word(",", "m", NOTHING)
"""What a space stands for in a script without spaces."""


class Token:
    """One word, number or mark, or several words that the lexicon knows as one form.

    `start`, `end` are offsets into the text; `norm` is the look-up form; `kind` is "n" for digits,
    "w" for words, "m" for marks; `entries` maps a class to its first entry, `predicates` holds all
    of class "pred", `splits` of "split"; `tail` holds letters glued to digits ("18th"); `glued`
    tells that no space parts it from the token before, `joined` that a hyphen or apostrophe was
    dropped there, `capital` that it begins with one, `blank` that a comma stands for a space.
    """

    __slots__ = (
        "blank",
        "capital",
        "end",
        "entries",
        "glued",
        "joined",
        "kind",
        "norm",
        "predicates",
        "splits",
        "start",
        "tail",
    )

    def __init__(self, start: int, end: int, word: Word, glued: bool, joined: bool) -> None:
        self.start = start
        self.end = end
        self.norm = word.norm
        self.kind = word.kind
        self.entries = word.entries
        self.predicates = word.predicates
        self.splits = word.splits
        self.tail = word.tail
        self.capital = word.capital
        self.glued = glued
        self.joined = joined
        self.blank = False

    @property
    def proper(self) -> bool:
        """Whether the word may be a proper name: a capital, or a script that has none."""
        return self.capital or (self.kind == "w" and caseless(self.norm))

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
    classes: frozenset[str]


def sentences(text: str, lexicon: Lexicon, abbreviations: frozenset[str]) -> list[Sentence]:
    """All sentences of `text` in order, their tokens annotated from `lexicon`.

    A line break ends a sentence unless the line is hard-wrapped (long, without a closing mark,
    the next one beginning in lower case).
    """
    out: list[Sentence] = []
    for number, (start, end) in enumerate(_paragraphs(text)):
        for tokens in _split(_cut(text, start, end, lexicon), abbreviations):
            merged = _annotate(tokens, text, lexicon)
            out.append(Sentence(merged, merged[0].start, merged[-1].end, number, _classes(merged)))
    return out


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


def _cut(text: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """The raw tokens of one paragraph, with what each word means by itself."""
    tokens: list[Token] = []
    words = lexicon.words
    joined = False
    last = -1
    for found in WORD.finditer(text, start, end):
        first, after = found.span()
        piece = text[first:after]
        if found.lastgroup == "run":
            _cut_run(tokens, lexicon.cut(piece, text[after : after + 1]), first, lexicon)
            joined = False
            last = after
            continue
        word = words.get(piece) or _word(piece, found, lexicon)
        if word.joiner:
            inside = start < first and after < end
            if inside and text[first - 1].isalnum() and text[after].isalnum():
                joined = True
                last = after
                continue
            if piece != "-":
                continue
        tokens.append(Token(first, after, word, last == first, joined))
        joined = False
        last = after
    return tokens


def _cut_run(tokens: list[Token], pieces: list[str], start: int, lexicon: Lexicon) -> None:
    """Add the words of a run that is written without spaces, cut into `pieces`.

    A space before it parts phrases, as a comma does, unless a number or a mark stands there.
    """
    before = tokens[-1] if tokens else None
    glued = before is not None and before.end == start
    if before is not None and not glued and before.kind == "w" and caseless(before.norm):
        tokens.append(Token(before.end, start, _PAUSE, glued=False, joined=False))
        tokens[-1].blank = True
    words = lexicon.words
    for piece in pieces:
        word = words.get(piece) or _remember(lexicon, piece, "w", normal(piece), "")
        end = start + len(piece)
        tokens.append(Token(start, end, word, glued, joined=False))
        start, glued = end, True


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
    if len(lexicon.words) >= _REMEMBERED:
        lexicon.words.clear()
    lexicon.words[piece] = word
    return word


def _split(tokens: list[Token], abbreviations: frozenset[str]) -> list[list[Token]]:
    """Sentences of one paragraph: cut after a closing mark unless it ends an abbreviation."""
    out: list[list[Token]] = []
    current: list[Token] = []
    ended = False
    for n, token in enumerate(tokens):
        current.append(token)
        spaced = token.blank and _opens(tokens, n + 1)
        if spaced or _goes_on(tokens, n + 1 - len(current), n + 1):
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
        ended = token.norm in _ENDERS or (ended and token.norm in _CLOSERS)
        if not ended or n + 1 == len(tokens):
            continue
        after = tokens[n + 1]
        if after.norm in _CLOSERS or after.norm in _ENDERS:
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
    timed = tokens[n : n + 2]
    if not timed or timed[0].glued or not caseless(timed[0].norm):
        return False
    led = timed[0].is_a("prep") and (_timed(timed[-1]) or timed[-1].is_a("month"))
    if not (led or _timed(timed[0])):
        return False
    before = tokens[start:n]
    if not any(map(_timed, before)) or not any(map(_told, before)):
        return False
    count = _counted_at(tokens, start, n)
    following = _counted_at(tokens, n, min(n + _CLAUSE, len(tokens)))
    if not count or not following:
        return False
    end = following
    while end < len(tokens) and not tokens[end].blank and tokens[end].norm not in _ENDERS:
        end += 1
    return any(map(_told, tokens[n:end]))


_CLAUSE = 40
"""Tokens from the time that opens a clause to the count that it tells."""


def _timed(token: Token) -> bool:
    entry = token.entries.get("time")
    return entry is not None and entry.extra in _OPENING and not token.is_a("prep")


_OPENING = frozenset(("datemark", "period", "since", "weekday", "lastweek", "day", "unit", "span"))
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


def _annotate(tokens: list[Token], text: str, lexicon: Lexicon) -> list[Token]:
    """The tokens, several words merged into one where the lexicon knows the longer form."""
    norms = [token.norm for token in tokens]
    norms.append("")
    pairs, forms = lexicon.pairs, lexicon.met
    out: list[Token] = []
    count = len(tokens)
    n = 0
    while n < count:
        following = pairs.get(norms[n])
        if following is not None and n + 2 < count and tokens[n + 1].blank:
            spaced = _over_spaces(tokens, n, following, text, lexicon)
            if spaced is not None:
                out.append(spaced)
                while n < count and tokens[n].start < spaced.end:
                    n += 1
                continue
        longest = following.get(norms[n + 1], 1) if following is not None else 1
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
    entries, predicates, splits = meant(lexicon.meaning(norm), text, first.start, last.end)
    if not entries:
        return None
    word = Word(norm, first.kind, entries, predicates, splits, last.tail, first.capital)
    return Token(first.start, last.end, word, first.glued, first.joined)
