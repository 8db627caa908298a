"""What is not this crisis: documents off the subject, film plots, other calamities."""

from __future__ import annotations

from collections.abc import Sequence

from headcount.extract.mentions.tokens import Sentence, Token
from headcount.model import FOREIGN
from headcount.places.gazetteer import border_places

_ABOUT = frozenset(("trafficked", "freed", "repatriated", "missing", "held"))
"""Kinds whose predicates beside a host country tell of the crisis without a cue."""


def on_topic(sentences: Sequence[Sentence], hosts: frozenset[str]) -> bool:
    """Whether the sentences (headline included) speak of the crisis at all.

    One clear cue is enough ("scam compound"). Beside a country where the centres are, a weak one
    is ("fraud"), or what victims undergo ("kidnapped"), if nothing tells of another matter;
    elsewhere both together are, or several different weak ones ("lured", "syndicate", "fraud").
    So are foreigners handed over at a border beside which the centres are, by themselves.
    """
    weak: set[str] = set()
    host = other = told = border = False
    for sentence in sentences:
        border = border or _handed_over(sentence)
        for token in sentence.tokens:
            entries = token.entries
            if "topic" in entries:
                if entries["topic"].value != "weak":
                    return True
                weak.add(token.norm)
            if "offtopic" in entries:
                other = True
            if not host:
                host = (token.value("country") or token.value("capital")) in hosts
            told = told or any(e.value in _ABOUT for e in token.predicates)
    if not other and (border or len(weak) >= _SEVERAL or (weak and told)):
        return True
    return host and (bool(weak) or (told and not other))


def _handed_over(sentence: Sentence) -> bool:
    """Whether it tells of a group of foreigners handed over at a border town of the region.

    Neither people of a country there (refugees, migrants) nor things (drugs, cars) are foreigners,
    and one or a few may be caught for anything.
    """
    if not {"pred", "head", "place", "digits"} <= sentence.classes:
        return False
    tokens = sentence.tokens
    if not any(t.value("place") in border_places() for t in tokens if t.is_a("place")):
        return False
    for n, token in enumerate(tokens):
        if token.value("head") != "person" or f"nat={FOREIGN}" not in token.entries["head"].extra:
            continue
        counts = [_digits(t.norm) for t in tokens[max(n - _COUNTED, 0) : n + _COUNTED]]
        near = tokens[max(n - _HANDED, 0) : n + _HANDED]
        handed = any(e.value == "transferred" for t in near for e in t.predicates)
        if handed and max(counts) >= _GROUP:
            return True
    return False


def _digits(word: str) -> int:
    """The number that the digits of a word make, 0 for none."""
    digits = "".join(char for char in word if char.isdecimal())
    return int(digits) if 0 < len(digits) <= _LONG else 0


_LONG = 6
"""Digits of a group of people."""

_GROUP = 20
"""So many foreigners handed over at once were hardly caught for anything else."""

_COUNTED = 3
"""Tokens from a noun to its number."""

_HANDED = 8
"""Tokens from those handed over to the verb."""

_SEVERAL = 4
"""So many different weak cues tell the subject wherever a report is set."""


REVIEW = 3
"""With so many sentences that name a film or a novel, the report is about it."""


def fiction(sentences: Sequence[Sentence], hosts: frozenset[str]) -> list[bool]:
    """For each sentence, whether it retells a film, series or novel.

    A sentence is fiction when it names one and attributes nothing; the next ones stay fiction
    while they go on with a pronoun about its characters. In a review, every sentence from the
    first cue on is, if it names neither a host country nor a source.
    """
    cues = ["fiction" in s.classes and _names_a_work(s.tokens) for s in sentences]
    if not any(cues):
        return [False] * len(cues)
    review = sum(cues) >= REVIEW
    out: list[bool] = []
    before = opened = False
    for sentence, cue in zip(sentences, cues, strict=True):
        opened = opened or cue
        tokens = sentence.tokens
        attributed = any(t.is_a("cite") for t in tokens)
        carried = before and not attributed and any(t.is_a("pron") for t in tokens)
        before = (cue and not attributed) or carried
        anchored = attributed or any(t.is_a("say") for t in tokens)
        anchored = anchored or any(t.value("country") in hosts for t in tokens)
        out.append(before or (review and opened and not anchored))
    return out


def _names_a_work(tokens: list[Token]) -> bool:
    """Whether a word for a work stands outside quotation marks: a fraudster's "script" is none."""
    last = len(tokens) - 1
    return any(
        token.is_a("fiction")
        and not (0 < n < last and {tokens[n - 1].norm, tokens[n + 1].norm} <= _QUOTES)
        for n, token in enumerate(tokens)
    )


_QUOTES = frozenset("\"'«»“”‘’„")
"""Marks that set off a word that is not meant by the letter."""


_DISASTER = frozenset(("killed", "injured"))
"""Kinds for which a cue anywhere in the sentence is near enough."""

_NEAR = 7
"""A cue of another matter this many tokens from a number is about that number."""


def offtopic(sentence: Sentence, first: int, after: int) -> str:
    """The word that ties a number (tokens `first` to `after`) to another matter, "" for none."""
    if "offtopic" not in sentence.classes:
        return ""
    tokens = sentence.tokens
    near = tokens[max(first - _NEAR, 0) : after + _NEAR]
    if any(entry.value in _DISASTER for token in near for entry in token.predicates):
        near = tokens
    if any(t.is_a("topic") for t in near):
        return ""
    for token in near:
        if token.is_a("offtopic"):
            return token.norm
    return ""
