"""Who says it: the person, body or outlet to whom a sentence attributes its figures.

Only people who speak in an office are named (a name without a role anywhere in the document is
dropped): survivors and suspects never enter the ledger.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from headcount.extract.tokens import Sentence, Token

_SPAN = 14
"""Tokens looked at for a speaker on either side of the verb."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """An attribution at token `at`; `text` is the speaker in the document's own words.

    `pronoun` marks "he said", which the assembly resolves to the speaker before.
    """

    at: int
    text: str
    pronoun: bool


def find_speakers(tokens: list[Token], text: str, names: dict[str, str]) -> list[Speaker]:
    """All attributions of one sentence; `names` maps parts of known office-holders' names."""
    found: list[Speaker] = []
    for at, token in enumerate(tokens):
        if token.is_a("cite"):
            span = _after(tokens, at + 1)
            speaker = _named(tokens, span, text, names)
        elif token.is_a("say") and not token.is_a("cite"):
            speaker = _subject(tokens, at, text, names)
        else:
            continue
        if speaker == "":
            found.append(Speaker(at, "", True))
        elif speaker:
            found.append(Speaker(at, speaker, False))
    return found


def office_holders(sentences: Sequence[Sentence], text: str) -> dict[str, str]:
    """Names that stand beside a role anywhere, keyed by each of their words in lower case."""
    names: dict[str, str] = {}
    for sentence in sentences:
        tokens = sentence.tokens
        for first, after in _name_spans(tokens):
            near = tokens[max(first - 5, 0) : first] + tokens[after : after + 7]
            if any(t.is_a("role") for t in near) and after - first >= 1:
                full = text[tokens[first].start : tokens[after - 1].end]
                for token in tokens[first:after]:
                    if after - first >= 2:
                        names[token.norm] = full
                    else:
                        names.setdefault(token.norm, full)
    return names


def _name_spans(tokens: list[Token]) -> list[tuple[int, int]]:
    """Runs of capitalised words that the lexicon does not know, initials included."""
    spans: list[tuple[int, int]] = []
    n = 0
    while n < len(tokens):
        if not _name_word(tokens[n]):
            n += 1
            continue
        first = n
        while n < len(tokens) and (_name_word(tokens[n]) or _initial(tokens, n)):
            n += 1
        spans.append((first, n))
    return spans


_NOT_NAMES = frozenset(
    ("country", "people", "adjective", "month", "time", "place", "body", "role", "prep", "det")
)


def _name_word(token: Token) -> bool:
    return token.kind == "w" and token.capital and not (_NOT_NAMES & token.entries.keys())


def _initial(tokens: list[Token], n: int) -> bool:
    """A full stop behind a single capital letter, inside a name."""
    return (
        tokens[n].norm == "."
        and n + 1 < len(tokens)
        and len(tokens[n - 1].norm) == 1
        and _name_word(tokens[n + 1])
    )


def _after(tokens: list[Token], start: int) -> tuple[int, int]:
    """The span of a speaker that begins at `start`: up to a mark, a verb or a clause."""
    end = start
    while end < len(tokens) and end - start < _SPAN:
        token = tokens[end]
        entries = token.entries
        if (token.kind == "m" and token.norm not in ".'’") or (
            token.norm == "." and not _initial(tokens, end)
        ):
            break
        if {"rel", "have", "be", "plan", "num"} & entries.keys() or token.kind == "n":
            break
        if "say" in entries and not ({"body", "role"} & entries.keys()) and end > start:
            break
        end += 1
    return start, end


def _subject(tokens: list[Token], at: int, text: str, names: dict[str, str]) -> str | None:
    """The subject of the speech verb at `at`, before it or inverted behind it."""
    start = at
    while start > 0 and at - start < _SPAN + 6:
        token = tokens[start - 1]
        if token.norm in ';:()–—"»”' or "rel" in token.entries:
            break
        if "say" in token.entries and not {"body", "role"} & token.entries.keys():
            break
        start -= 1
    span = _trim(tokens, start, at)
    speaker = _named(tokens, span, text, names)
    if speaker:
        return speaker
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and not following.is_a("rel") and following.kind == "w":
        span = _after(tokens, at + 1)
        inverted = _named(tokens, span, text, names, strict=True)
        if inverted:
            return inverted
    if any(tokens[n].is_a("pron") for n in range(max(at - 4, 0), min(at + 3, len(tokens)))):
        return ""
    return None


def _trim(tokens: list[Token], start: int, end: int) -> tuple[int, int]:
    """The last clause of a span that holds a person or a body, appositions kept."""
    cut = start
    for n in range(start, end):
        entries = tokens[n].entries
        if tokens[n].norm == "," and not any(
            {"role", "body"} & tokens[m].entries.keys() or _name_word(tokens[m])
            for m in range(cut, n)
        ):
            cut = n + 1
        elif "pred" in entries and entries["pred"].extra.partition("|")[0] != "noun":
            if not any({"role", "body"} & t.entries.keys() for t in tokens[n:end]):
                continue
            cut = n + 1
    return cut, end


def _named(
    tokens: list[Token],
    span: tuple[int, int],
    text: str,
    names: dict[str, str],
    *,
    strict: bool = False,
) -> str | None:
    """The speaker inside a span: an office-holder's name, else the words of the body or role."""
    start, end = span
    for first, after in reversed(_name_spans(tokens[start:end])):
        for token in tokens[start + first : start + after]:
            if token.norm in names:
                return names[token.norm]
    marked = [n for n in range(start, end) if tokens[n].is_a("body") or tokens[n].is_a("role")]
    if not marked:
        first_names = _name_spans(tokens[start:end])
        outlet = [s for s in first_names if s[1] - s[0] >= 1]
        if outlet and not strict and end - start <= 6 and start + outlet[0][1] == end:
            return None
        capitals = [n for n in range(start, end) if tokens[n].is_a("capital")]
        if capitals and end - capitals[-1] <= 3:
            token = tokens[capitals[-1]]
            return text[token.start : token.end]
        return None
    first = marked[0]
    while first > start and _modifier(tokens[first - 1]):
        first -= 1
    last = marked[-1]
    while last + 1 < end and _continues(tokens, last + 1):
        last += 1
    return text[tokens[first].start : tokens[last].end]


def _modifier(token: Token) -> bool:
    if {"pred", "be", "have", "rel", "conj", "det", "prep", "time"} & token.entries.keys():
        return False
    return token.kind == "w" and (token.capital or bool(token.entries))


def _continues(tokens: list[Token], n: int) -> bool:
    """Whether the body's name goes on: "… of Foreign Affairs", "… in Phnom Penh"."""
    token = tokens[n]
    if token.kind == "m" or {"pred", "be", "have", "time", "conj"} & token.entries.keys():
        return False
    if "prep" in token.entries:
        following = tokens[n + 1] if n + 1 < len(tokens) else None
        return following is not None and (following.capital or following.is_a("det"))
    return token.capital or "prep" in tokens[n - 1].entries or "det" in token.entries
