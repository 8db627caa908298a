"""The sentences of a report that may be shown, with the words of each claim marked in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from headcount.model import Claim
from headcount.spans import Span

LONGEST = 420
"""Characters of one shown passage at most; a longer "sentence" is cut around its quotes."""

_AROUND = 90


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; `claims` are the numbers of the claims whose words it holds (often none)."""

    text: str
    claims: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """One quoted sentence in pieces, and the claims that it carries in the order of the text."""

    span: Span
    pieces: tuple[Piece, ...]
    claims: tuple[Claim, ...]
    cut_before: bool = False
    cut_after: bool = False


def passages(text: str, claims: Iterable[Claim]) -> tuple[Passage, ...]:
    """The passages of `text` that carry the claims, in order, overlapping sentences as one.

    Claims whose quote lies outside the text are left out; nothing but the claims' own sentences
    (or the quote with a few words around it, when no sentence is known) is ever shown.
    """
    grounded = sorted(
        (c for c in claims if 0 <= c.quote.start < c.quote.end <= len(text)),
        key=lambda c: (c.quote.start, c.quote.end, c.n),
    )
    groups: list[tuple[Span, list[Claim]]] = []
    for claim, span in sorted(((c, _window(text, c)) for c in grounded), key=lambda p: p[1]):
        if groups and groups[-1][0].overlaps(span):
            groups[-1] = (groups[-1][0].join(span), [*groups[-1][1], claim])
        else:
            groups.append((span, [claim]))
    return tuple(_passage(text, span, members) for span, members in groups)


def _window(text: str, claim: Claim) -> Span:
    quote = Span(claim.quote.start, claim.quote.end)
    sentence = Span(max(0, claim.sentence.start), min(len(text), claim.sentence.end))
    if not sentence.covers(quote):
        sentence = Span(max(0, quote.start - 32), min(len(text), quote.end + 32))
    if sentence.length > LONGEST:
        start = max(sentence.start, quote.start - _AROUND)
        sentence = Span(start, min(sentence.end, quote.end + _AROUND, start + LONGEST))
    lead = len(text[sentence.start : quote.start]) - len(
        text[sentence.start : quote.start].lstrip()
    )
    tail = text[quote.end : sentence.end]
    return Span(
        sentence.start + lead, max(quote.end, sentence.end - (len(tail) - len(tail.rstrip())))
    )


def _passage(text: str, span: Span, claims: list[Claim]) -> Passage:
    marks = [(Span(c.quote.start, c.quote.end), c.n) for c in claims]
    edges = sorted({span.start, span.end, *(e for mark, _ in marks for e in mark)})
    edges = [e for e in edges if span.start <= e <= span.end]
    pieces = []
    for start, end in pairwise(edges):
        here = tuple(n for mark, n in marks if mark.covers(Span(start, end)))
        pieces.append(Piece(text[start:end], here))
    first, last = claims[0], claims[-1]
    return Passage(
        span,
        tuple(pieces),
        tuple(sorted(claims, key=lambda c: (c.quote.start, c.n))),
        cut_before=span.start > max(0, first.sentence.start) and _open(text[: span.start]),
        cut_after=span.end < last.sentence.end and bool(text[span.end : last.sentence.end].strip()),
    )


def _open(before: str) -> bool:
    return bool(before.strip()) and not before.rstrip(" ").endswith("\n")
