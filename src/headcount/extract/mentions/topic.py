"""What is not this crisis: documents off the subject, film plots, other calamities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from headcount.extract.families import HARM
from headcount.extract.mentions.places import centre_places
from headcount.extract.mentions.tokens import Sentence, Token
from headcount.model import FOREIGN
from headcount.places.gazetteer import border_places

_ABOUT: Final = frozenset(("trafficked", "freed", "repatriated", "missing", "held"))
"""Kinds whose predicates beside a host country tell of the crisis without a cue."""

_SUFFERED: Final = frozenset(("trafficked", "missing"))
"""Those of them that alone happen to victims: many a ministry helps, holds and brings home."""


class _Cues:
    """What one sentence says of the subject."""

    __slots__ = ("border", "clear", "host", "other", "told", "weak")

    def __init__(
        self,
        clear: bool,
        weak: frozenset[str],
        told: frozenset[str],
        host: bool,
        other: bool,
        border: bool,
    ) -> None:
        self.clear = clear
        self.weak = weak
        self.told = told
        self.host = host
        self.other = other
        self.border = border


def on_topic(
    title: Sequence[Sentence], body: Sequence[Sentence], hosts: frozenset[str]
) -> list[bool]:
    """For each sentence of the body, whether it stands where the text speaks of the crisis.

    A report is one passage. Of a long text (a survey, a year's review, the news of a day) the
    headline and its first sentences, or the sentences around one, decide, so that a word said in
    passing does not make all of it a report on the centres.
    """
    above = [_cues(sentence, hosts) for sentence in title]
    cues = [_cues(sentence, hosts) for sentence in body]
    if len(cues) <= _REPORT or any(cue.clear for cue in [*above, *cues[:_LEAD]]):
        return [_about([*above, *cues])] * len(cues)
    return [_about(cues[max(n - _AROUND, 0) : n + _AROUND + 1]) for n in range(len(cues))]


_REPORT: Final = 14
"""A text of so many sentences is one report."""

_LEAD: Final = 3
"""Sentences that say what a report is about."""

_AROUND: Final = 6
"""Sentences to either side that a sentence of a long text belongs with."""


def _cues(sentence: Sentence, hosts: frozenset[str]) -> _Cues:
    """What a sentence says of the subject; it is asked first for the classes of its words."""
    tokens, classes = sentence.tokens, sentence.classes
    topics = [t for t in tokens if t.is_a("topic")] if "topic" in classes else []
    weak = [t.norm for t in topics if t.value("topic") == "weak"]
    return _Cues(
        len(topics) > len(weak),
        frozenset(weak),
        _undergone(tokens) if "pred" in classes else _NONE,
        not _NAMING.isdisjoint(classes) and any(_there(t, hosts) for t in tokens),
        "offtopic" in classes and any(t.is_a("offtopic") for t in tokens),
        _handed_over(sentence),
    )


_NAMING: Final = frozenset(("country", "capital", "place"))
"""Classes of words that may name a country of the centres."""

_NONE: Final = frozenset[str]()


def _undergone(tokens: list[Token]) -> frozenset[str]:
    """What becomes of people, by words that need no other beside them."""
    told = [e for t in tokens for e in t.predicates if e.value in _ABOUT]
    return frozenset([e.value for e in told if "next=" not in e.extra]) if told else _NONE


def _there(token: Token, hosts: frozenset[str]) -> bool:
    """Whether it names a country of the centres, or a place there that is nothing else."""
    if not token.is_any(_NAMING):
        return False
    if (token.value("country") or token.value("capital")) in hosts:
        return True
    place = token.entries.get("place")
    return place is not None and place.extra != "ambiguous" and place.value in centre_places()


def _about(cues: Sequence[_Cues]) -> bool:
    """Whether sentences with these cues speak of the crisis.

    One clear cue is enough ("scam compound"). So are, if nothing tells of another matter, several
    different weak ones ("lured", "syndicate", "fraud"), a weak one near what victims undergo, and
    foreigners handed over at a border beside which the centres are. Beside a country where the
    centres are, a weak one is, or what victims alone undergo ("kidnapped") with what becomes of
    them; in a brief, which has no room for more, one of these.
    """
    if any(cue.clear for cue in cues):
        return True
    weak = frozenset[str]().union(*(cue.weak for cue in cues))
    told = frozenset[str]().union(*(cue.told for cue in cues))
    if not any(cue.other for cue in cues):
        if any(cue.border for cue in cues) or len(weak) >= _SEVERAL or _together(cues):
            return True
        if len(cues) <= _BRIEF or (len(told) > 1 and told & _SUFFERED):
            weak |= told
    return bool(weak) and any(cue.host for cue in cues)


_BRIEF: Final = 2
"""Sentences of a brief, its headline among them."""


def _together(cues: Sequence[_Cues]) -> bool:
    """Whether a weak cue stands near what victims undergo."""
    weak = [n for n, cue in enumerate(cues) if cue.weak]
    return any(cue.told and any(abs(n - w) <= _NEAR_BY for w in weak) for n, cue in enumerate(cues))


_NEAR_BY: Final = 3
"""Sentences between a weak cue and what it may be about."""


_OF_HANDING: Final = frozenset(("pred", "head", "place", "digits"))
"""Classes of words without which a sentence tells of nobody handed over."""


def _handed_over(sentence: Sentence) -> bool:
    """Whether it tells of a group of foreigners handed over at a border town of the region.

    Neither people of a country there (refugees, migrants) nor things (drugs, cars) are foreigners,
    and one or a few may be caught for anything.
    """
    if not sentence.classes >= _OF_HANDING:
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


_LONG: Final = 6
"""Digits of a group of people."""

_GROUP: Final = 20
"""So many foreigners handed over at once were hardly caught for anything else."""

_COUNTED: Final = 3
"""Tokens from a noun to its number."""

_HANDED: Final = 8
"""Tokens from those handed over to the verb."""

_SEVERAL: Final = 4
"""So many different weak cues tell the subject wherever a report is set."""


REVIEW: Final = 3
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


_QUOTES: Final = frozenset("\"'«»“”‘’„")
"""Marks that set off a word that is not meant by the letter."""


_NEAR: Final = 7
"""A cue of another matter this many tokens from a number is about that number."""


def offtopic(sentence: Sentence, first: int, after: int) -> str:
    """The word that ties a number (tokens `first` to `after`) to another matter, "" for none."""
    if "offtopic" not in sentence.classes:
        return ""
    tokens = sentence.tokens
    near = tokens[max(first - _NEAR, 0) : after + _NEAR]
    if any(entry.value in HARM for token in near for entry in token.predicates):
        near = tokens
    if any(t.is_a("topic") for t in near):
        return ""
    for token in near:
        if token.is_a("offtopic"):
            return token.norm
    return ""
