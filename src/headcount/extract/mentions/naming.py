"""Whom some words name as a source: a person in office, a body, a paper, a capital."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from headcount.extract.mentions.bodies import belongs, continues, marked, paper
from headcount.extract.mentions.names import Names, name_spans, name_word
from headcount.extract.mentions.nouns import has
from headcount.extract.mentions.tokens import Token


@dataclass(slots=True, init=False)
class Speaker:
    """An attribution at token `at`; `text` is the speaker in the document's own words.

    `vague` marks "he", "the report", "the minister": the assembly resolves it to the speaker
    told before when there is one. `first` up to `after` are the tokens that name the speaker.
    """

    at: int
    text: str
    vague: bool
    first: int
    after: int

    def __init__(self, at: int, text: str, vague: bool, first: int = 0, after: int = 0) -> None:
        self.at = at
        self.text = text
        self.vague = vague
        self.first = first
        self.after = after


def speaker_in(
    tokens: list[Token], span: tuple[int, int], text: str, names: Names, *, cited: bool
) -> Speaker | None:
    """The speaker inside a span: a name, else the words of the body or role; None for none."""
    start, end = span
    name = _name_in(tokens[start:end], names, cited=cited)
    if name:
        return Speaker(start, name, False, start, end)
    offices = [n for n in range(start, end) if marked(tokens[n]) and not _hearer(tokens, n, start)]
    if not offices:
        cut = paper(tokens, start, end) if cited else None
        if cut is not None:
            return Speaker(start, text[tokens[cut[0]].start : tokens[end - 1].end], False, *cut)
        return _acronym(tokens, start, end, text) or _capital(tokens, start, end, text)
    if all(tokens[n].is_a("role") for n in offices):
        role = tokens[offices[-1]].norm
        held = names.offices.get(role) or names.offices.get(role.split()[-1])
        held = held or names.offices.get(role.split()[0])
        if held is not None and not any(t.capital for t in tokens[offices[-1] + 1 : end]):
            return Speaker(start, held, False, start, end)
    anchor = next((n for n in offices if not tokens[n].is_a("vague")), offices[-1])
    first, last = _extent(tokens, anchor, span, offices[0])
    words = text[tokens[first].start : tokens[last].end]
    whose = tokens[anchor].is_a("body") and any(
        t.is_a("adjective") and not t.is_a("vague") for t in tokens[first:anchor]
    )
    vague = all(tokens[n].is_a("vague") for n in offices) and not whose
    vague = (vague and not _new_body(tokens, first, anchor)) or _told_again(tokens, first, last + 1)
    return Speaker(start, words, vague, first, last + 1)


def _extent(
    tokens: list[Token], anchor: int, span: tuple[int, int], earliest: int
) -> tuple[int, int]:
    """The first and the last token of the name of which the body or role at `anchor` is a part."""
    start, end = span
    first = last = anchor
    while first > start and belongs(tokens, first - 1, earliest):
        first -= 1
    while tokens[first].value("prep") or tokens[first].is_a("det"):
        first += 1
    while last + 1 < end and (marked(tokens[last + 1]) or continues(tokens, last + 1)):
        last += 1
    while last > anchor and tokens[last].is_any(_SMALL):
        last -= 1
    return first, last


_SMALL: Final = frozenset(("prep", "det"))
"""Classes of words that end no name."""


def first_named(tokens: list[Token], text: str, names: Names) -> str:
    """The office-holder or the body by its own name that a sentence names first, "" for none.

    Whoever is spoken of by "he" or "the organisation" behind it.
    """
    for n, token in enumerate(tokens):
        if not token.capital:
            continue
        if name_word(token) and (name := _name_in(tokens[n : n + _NAMED], names, cited=False)):
            return name
        if token.is_a("body") and not token.is_a("vague"):
            first, last = _extent(tokens, n, (0, len(tokens)), n)
            return text[tokens[first].start : tokens[last].end]
    return ""


_NAMED: Final = 4
"""Tokens of a name that are looked at together."""


def _new_body(tokens: list[Token], first: int, anchor: int) -> bool:
    """Whether an article of one names a body not told before: "an NGO in the north"."""
    article = tokens[first - 1] if first else tokens[first]
    return tokens[anchor].is_a("body") and article.value("num") == "1"


def _hearer(tokens: list[Token], n: int, start: int) -> bool:
    """Whether the body at `n` is one spoken to in a span from `start` on: "told to AP"."""
    before = n - 1
    while has(tokens, before, "det"):
        before -= 1
    if before < start:
        return False
    return tokens[before].value("prep") in ("to", "with") or tokens[before].value("range") == "to"


def _told_again(tokens: list[Token], first: int, after: int) -> bool:
    """Whether the body named from `first` on is one that the text points back to: "the same"."""
    before = tokens[max(first - 2, 0) : first + 1]
    behind = tokens[after : after + 1]
    return any(t.is_a("back") and not t.value("back") for t in before) or any(
        t.value("back") == "post" for t in behind
    )


def _name_in(tokens: list[Token], names: Names, *, cited: bool) -> str:
    """The last known name among tokens; where it is cited as a source, any full name."""
    spans = name_spans(tokens, names.full)
    for first, after in reversed(spans):
        words = [t.norm for t in tokens[first:after] if t.kind == "w"]
        if any(word in names.private for word in words):
            continue
        known = [names.full[word] for word in words if word in names.full]
        if known and (cited or any(known[0] == name for name in names.offices.values())):
            return known[0]
    return ""


def _acronym(tokens: list[Token], start: int, end: int, text: str) -> Speaker | None:
    """A name in capitals that no table knows, by itself: "RFA reported", "according to CNA"."""
    first = start
    while first < end and (tokens[first].is_a("det") or tokens[first].kind == "m"):
        first += 1
    named = text[tokens[first].start : tokens[first].end] if first < end else ""
    rest = tokens[first + 1 : end]
    alone = all(t.kind == "m" or t.is_a("adv") or t.is_a("have") or t.is_a("time") for t in rest)
    if not (alone and named.isupper() and 1 < len(named) <= _ACRONYM and name_word(tokens[first])):
        return None
    return Speaker(first, named, False, first, first + 1)


_ACRONYM: Final = 6
"""Letters that a name in capitals may have."""


def _capital(tokens: list[Token], start: int, end: int, text: str) -> Speaker | None:
    """A capital, or a country alone, that stands for its government ("Seoul said")."""
    for n in range(end - 1, max(end - 4, start - 1), -1):
        led = n > start and tokens[n - 1].is_a("prep")
        alone = tokens[n].is_a("country") and _alone(tokens, n, start, end)
        if (tokens[n].is_a("capital") and not led) or alone:
            return Speaker(n, text[tokens[n].start : tokens[n].end], False)
    return None


def _alone(tokens: list[Token], n: int, start: int, end: int) -> bool:
    """Whether the country at `n` is all that a span names, its article and auxiliaries aside."""
    before = all(t.is_a("det") or t.is_a("adv") or t.is_a("time") for t in tokens[start:n])
    return before and all(t.is_a("have") or t.is_a("adv") for t in tokens[n + 1 : end])
