"""What a text is made of: words with their entries, and sentences of them.

Offsets always count characters of the original text; nothing is rewritten, so a quote cut with
them is verbatim in every script.
"""

from __future__ import annotations

from typing import Final

from headcount.languages.lexicon import Word

SEMICOLONS: Final = frozenset(";；")
"""The marks that part clauses of one sentence."""


class Token:
    """One word, number or mark, or several words that the lexicon knows as one form.

    `start`, `end` are offsets into the text; `norm` is the look-up form; `kind` is "n" for digits,
    "w" for words, "m" for marks; `entries` maps a class to its first entry, `predicates` holds all
    of class "pred", `splits` of "split"; `tail` holds letters glued to digits ("18th"); `signs`
    tell what it has of a time expression, `longer` the forms of several words that it begins;
    `glued` tells that no space parts it from the token before, `joined` that a hyphen or apostrophe
    was dropped there, `capital` that it begins with one, `caseless` that its script has none,
    `blank` that a comma stands for a space.
    """

    __slots__ = (
        "blank",
        "capital",
        "caseless",
        "end",
        "entries",
        "glued",
        "joined",
        "kind",
        "longer",
        "norm",
        "predicates",
        "signs",
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
        self.caseless = word.caseless
        self.signs = word.signs
        self.longer = word.longer
        self.glued = glued
        self.joined = joined
        self.blank = False

    @property
    def proper(self) -> bool:
        """Whether the word may be a proper name: a capital, or a script that has none."""
        return self.capital or (self.kind == "w" and self.caseless)

    def value(self, cls: str) -> str:
        """The value of the entry of class `cls`, or "" when there is none."""
        entry = self.entries.get(cls)
        return entry.value if entry else ""

    def is_a(self, cls: str) -> bool:
        """Whether the token has an entry of that class."""
        return cls in self.entries

    def is_any(self, classes: frozenset[str]) -> bool:
        """Whether the token has an entry of one of the classes."""
        return any(cls in classes for cls in self.entries)


class Sentence:
    """The tokens of one sentence; `paragraph` counts from 0; `start`, `end` are offsets.

    `classes` has every class that a token has an entry of, and "digits".
    """

    __slots__ = ("classes", "end", "paragraph", "start", "tokens")

    def __init__(self, tokens: list[Token], paragraph: int, classes: frozenset[str]) -> None:
        self.tokens = tokens
        self.start = tokens[0].start
        self.end = tokens[-1].end
        self.paragraph = paragraph
        self.classes = classes
