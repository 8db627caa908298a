"""Who is named in a report: people in office and cited, and those who must never be given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from headcount.extract.mentions.tokens import Sentence, Token

_NAME = 20
"""Letters that a name in a script without capitals may have."""


@dataclass(slots=True)
class Names:
    """The people that a document names: each word of a name to the whole name.

    `offices` maps a role's word to the name first told with it; `private` holds words of names
    that must never be given.
    """

    full: dict[str, str] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=dict)
    private: set[str] = field(default_factory=set)


def people_named(sentences: Sequence[Sentence], text: str) -> Names:
    """Everybody named in a document, office-holders and private persons apart."""
    names = Names()
    for sentence in sentences:
        tokens = sentence.tokens
        for first, after in name_spans(tokens, names.full):
            full = text[tokens[first].start : tokens[after - 1].end]
            words = [t.norm for t in tokens[first:after] if t.kind == "w"]
            near = tokens[max(first - _BEFORE, 0) : first] + tokens[after : after + _BEHIND]
            held = [t for t in near if t.is_a("role") and t.value("role") != "title"]
            # A rank is held by many: it says that this one is in office, not who "the colonel" is.
            roles = [full if t.value("role") == "rank" else t.norm for t in held]
            if len(words) == 1 and _no_name(tokens, first, after):
                continue
            if not roles and any(t.is_a("private") for t in near):
                names.private.update(words)
                continue
            if not roles and (len(words) < 2 or not tokens[first].capital):
                continue
            for word in words:
                if len(words) > 1 or word not in names.full:
                    names.full.setdefault(word, full)
            for role in roles:
                for word in (role, role.split()[0], role.split()[-1]):
                    names.offices.setdefault(word, full)
    return names


_BEFORE = 7
_BEHIND = 7
"""Tokens before and behind a name in which its office stands."""


def _no_name(tokens: list[Token], first: int, after: int) -> bool:
    """Whether one capitalised word is none: it opens the sentence, or names what an office is of.

    "Facing reporters, …", "the minister of Defence", "City commissioner", "on Facebook".
    """
    if after < len(tokens) and tokens[after].is_a("role"):
        return True
    if not tokens[first].capital:
        return False
    before = [t for t in tokens[max(first - 3, 0) : first] if not t.is_a("det")]
    return first == 0 or (bool(before) and before[-1].is_a("prep"))


def name_spans(tokens: list[Token], known: Mapping[str, str]) -> list[tuple[int, int]]:
    """Runs of capitalised words that the lexicon does not know, initials included.

    Where a script has no capitals: unknown words behind a role, or those of a `known` name.
    """
    spans: list[tuple[int, int]] = []
    n = 0
    while n < len(tokens):
        token = tokens[n]
        if not token.capital and (token.kind != "w" or token.norm.isascii()):
            n += 1
            continue
        if not (name_word(token) or _titled(tokens, n, known)):
            n += 1
            continue
        first = n
        caseless = not token.capital
        while n < len(tokens) and (name_word(tokens[n]) or initial(tokens, n) or n == first):
            n += 1
        if caseless and n + 1 < len(tokens) and tokens[n].blank and _unknown(tokens[n + 1]):
            n += 2
        spans.append((first, n))
    return spans


def _titled(tokens: list[Token], n: int, known: Mapping[str, str]) -> bool:
    """Whether an unknown word in a script without capitals is a name: a role stands before it."""
    if not _unknown(tokens[n]):
        return False
    return tokens[n].norm in known or (n > 0 and tokens[n - 1].is_a("role"))


def _unknown(token: Token) -> bool:
    """Whether a word without capitals is in no table and short enough for a name."""
    if token.entries or token.capital or token.kind != "w" or token.norm.isascii():
        return False
    return token.proper and len(token.norm) <= _NAME


_NOT_NAMES = frozenset(
    (
        "say",
        "adv",
        "country",
        "people",
        "adjective",
        "month",
        "time",
        "place",
        "body",
        "role",
        "prep",
        "det",
        "cite",
        "hedge",
        "num",
        "pron",
        "conj",
        "rel",
        "part",
    )
)


def name_word(token: Token) -> bool:
    """Whether a capitalised word may belong to a person's name."""
    return token.kind == "w" and token.capital and _NOT_NAMES.isdisjoint(token.entries)


def initial(tokens: list[Token], n: int) -> bool:
    """A full stop behind a single capital letter, inside a name."""
    return (
        tokens[n].norm == "."
        and n + 1 < len(tokens)
        and len(tokens[n - 1].norm) <= 3
        and name_word(tokens[n + 1])
    )
