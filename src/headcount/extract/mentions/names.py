"""Who is named in a report: people in office and cited, and those who must never be given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from headcount.extract.mentions.tokens import Sentence, Token

_NAME: Final = 20
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
            words = [t.norm for t in tokens[first:after] if t.kind == "w" and _telling(t)]
            around = range(max(first - _BEFORE, 0), min(after + _BEHIND, len(tokens)))
            near = [n for n in around if not first <= n < after]
            held = [tokens[n] for n in near if _office(tokens, n)]
            # A rank is held by many: it says that this one is in office, not who "the colonel" is.
            roles = [full if t.value("role") == "rank" else t.norm for t in held]
            if _of_office(tokens, first) or (len(words) == 1 and _no_name(tokens, first, after)):
                continue
            if not roles and any(tokens[n].is_a("private") for n in near):
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


_BEFORE: Final = 7
_BEHIND: Final = 7
"""Tokens before and behind a name in which its office stands."""


def _office(tokens: list[Token], n: int) -> bool:
    """Whether an office stands at `n`; one who "heads" must head a body, which follows."""
    role = tokens[n].entries.get("role")
    if role is None:
        return False
    if role.value == "heads":
        return any(t.is_a("body") for t in tokens[n + 1 : n + _HEADED])
    return role.value != "title"


_HEADED: Final = 4
"""Tokens from "who heads" to the body."""


def _of_office(tokens: list[Token], first: int) -> bool:
    """Whether words with capitals say what an office or a body is of: "Department of Workers"."""
    n = first - 1
    while n > 0 and tokens[n].is_a("det") and not tokens[n].value("prep"):
        n -= 1
    if not tokens[first].capital or n < 1 or tokens[n].value("prep") != "of":
        return False
    return tokens[n - 1].is_a("body") or tokens[n - 1].is_a("role")


def _no_name(tokens: list[Token], first: int, after: int) -> bool:
    """Whether one capitalised word is none: it opens the sentence, or names what an office is of.

    "Facing reporters, …", "the minister of Defence", "City commissioner", "on Facebook".
    """
    if not tokens[first].capital:
        return False
    if after < len(tokens) and tokens[after].is_a("role"):
        return True
    before = [t for t in tokens[max(first - 3, 0) : first] if not t.is_a("det")]
    return first == 0 or (bool(before) and before[-1].is_a("prep"))


def name_spans(tokens: list[Token], known: Mapping[str, str]) -> list[tuple[int, int]]:
    """Runs of capitalised words that the lexicon does not know, initials included.

    Where a script has no capitals: unknown words behind a role, or those of a `known` name, with
    the characters that the lexicon knows in between.
    """
    spans: list[tuple[int, int]] = []
    n = 0
    while n < len(tokens):
        token = tokens[n]
        if not token.capital and (token.entries or token.kind != "w" or token.norm.isascii()):
            n += 1
            continue
        if not (name_word(token) or _titled(tokens, n, known)):
            n += 1
            continue
        first = n - _surname(tokens, n)
        caseless = not token.capital
        n += 1
        while n < len(tokens) and (name_word(tokens[n]) or initial(tokens, n) or _tied(tokens[n])):
            n += 1
        if caseless and n + 1 < len(tokens) and tokens[n].blank and _unknown(tokens[n + 1]):
            n += 2
        elif caseless:
            n = _whole(tokens, n)
        spans.append((first, n))
    return spans


def _tied(token: Token) -> bool:
    """Whether a hyphen ties a small word to the name before it: the second of "Aa-bb"."""
    return token.joined and token.kind == "w" and not token.entries and len(token.norm) > 1


def _whole(tokens: list[Token], n: int) -> int:
    """The end of a name without capitals whose first word ends at `n`.

    Characters that are words of their own belong to it up to a verb of speech, a rank, a mark, a
    number or a small word; where none of these comes soon, the first word is all that is sure.
    """
    end, letters = n, 0
    while end < len(tokens) and tokens[end].glued and letters <= _MORE:
        token = tokens[end]
        if token.kind != "w" or token.is_any(_ENDS_NAME):
            return end
        if len(token.norm) > 1 and token.entries:
            return end if token.is_a("time") or token.is_a("verb") or token.predicates else n
        letters += len(token.norm)
        end += 1
    return n if letters > _MORE else end


_MORE: Final = 6
"""Letters that the rest of a name may have."""

_ENDS_NAME: Final = frozenset(("say", "cite", "role", "prep", "conj", "adv", "rel", "be", "range"))


def _surname(tokens: list[Token], n: int) -> int:
    """1 where the word before an unknown one at `n` is the one letter that its name begins with."""
    if tokens[n].capital or n < _TITLE or not _telling(tokens[n]):
        return 0
    first = tokens[n - 1]
    alone = first.kind == "w" and len(first.norm) == 1 and not first.is_any(_ENDS_NAME)
    return int(alone and bool(first.entries) and tokens[n - _TITLE].is_a("role"))


_TITLE: Final = 2
"""Tokens from a role to the name behind a surname."""


def _telling(token: Token) -> bool:
    """Whether a word tells a name by itself: not one letter of a script without capitals."""
    return token.capital or len(token.norm) > 1 or not token.entries


def _titled(tokens: list[Token], n: int, known: Mapping[str, str]) -> bool:
    """Whether an unknown word in a script without capitals is a name: a role stands before it."""
    if not _unknown(tokens[n]):
        return False
    led = n > 0 and (tokens[n - 1].is_a("role") or _surname(tokens, n) > 0)
    return led or tokens[n].norm in known


def _unknown(token: Token) -> bool:
    """Whether a word without capitals is in no table and short enough for a name."""
    if token.entries or token.capital or token.kind != "w" or token.norm.isascii():
        return False
    return token.proper and len(token.norm) <= _NAME


_NOT_NAMES: Final = frozenset(
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
        "plain",
        "region",
    )
)


def name_word(token: Token) -> bool:
    """Whether a capitalised word may belong to a person's name."""
    return token.kind == "w" and token.capital and not token.is_any(_NOT_NAMES)


def initial(tokens: list[Token], n: int) -> bool:
    """A full stop behind a single capital letter, inside a name."""
    return (
        tokens[n].norm == "."
        and n + 1 < len(tokens)
        and len(tokens[n - 1].norm) <= 3
        and name_word(tokens[n + 1])
    )
