"""The words of one language as the engine sees them: forms, each with typed entries.

Only tables fill a lexicon; the engine asks an entry for its class and value and never for the
language. docs/ADD-A-LANGUAGE.md lists the classes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from headcount.languages.folding import by_first_word
from headcount.languages.scripts import breaks, caseless, normal
from headcount.languages.tables import expand


@dataclass(slots=True)
class Entry:
    """One meaning of a form: `cls` says what it is for, `value` and `extra` what it carries.

    `exact` holds the spelling when case decides ("US" is no pronoun), else "". Never changed once
    made; not declared frozen, since tens of thousands are made at the start, which frozen slows.
    """

    cls: str
    value: str
    extra: str = ""
    exact: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one form means, ready for use: `entries` by class, `predicates` all of class "pred".

    `splits` are verbs that are predicates only with a particle behind what is counted; `cased`
    holds the entries that ask for a spelling and must be checked against the text.
    """

    entries: dict[str, Entry]
    predicates: tuple[Entry, ...]
    splits: tuple[Entry, ...]
    cased: tuple[Entry, ...]


_NAMES: Final = frozenset(
    ("country", "people", "adjective", "capital", "compound", "topic", "place")
)
"""Classes of words that are names themselves, or tell the subject."""


def _plain(entry: Entry) -> bool:
    """Whether an entry makes its form a plain word of the language, however it is written."""
    return not entry.exact and entry.cls not in _NAMES


_FORM: Final = 2
_UNKNOWN: Final = 3
"""What a form costs in a run, and a character that no form covers."""

_PREPOSITION: Final = 7
"""Letters that a preposition at the end of a verb may have."""

_TOTAL: Final = ("time", "total")
"""What makes a running total does so in a longer form too: "so far", "cumulatively"."""

_PAIR: Final = 2
"""Words of the shortest form of several."""

_SHORT: Final = 4
"""A place's name of so few letters inside a form is taken for another word."""

_CUES: Final = frozenset(("topic", "tally", "raise"))
"""Classes that a word keeps inside a longer form: "scam" tells the subject in "scam hubs" too."""


@dataclass(slots=True)
class Word:
    """What one piece of text is, wherever it stands; the fields are those of a token.

    `joiner` marks a mark that may only hold two words together; `signs` tell what it has of a time
    expression; `caseless` that its script has no capitals; `longer` has the forms of several words
    that it begins, as in `Lexicon.pairs`.
    """

    norm: str
    kind: str
    entries: dict[str, Entry]
    predicates: tuple[Entry, ...] = ()
    splits: tuple[Entry, ...] = ()
    tail: str = ""
    capital: bool = False
    joiner: bool = False
    signs: frozenset[str] = frozenset()
    caseless: bool = False
    longer: dict[str, int] | None = None


_NO_FORMS: Final[dict[str, bool]] = {}
"""Those of a character that no form begins with; never written to."""


Piece = tuple[int, int, Word | None, bool, bool]
"""Start and end in a chunk of text, the word there (None for a run of a script without spaces),
whether it is glued to what stands before it, and whether a hyphen between them was dropped."""


_Row = tuple[str, Entry, Entry | None]
"""A template, its entry, and the entry instead for forms that are plain words of the language."""


@dataclass(slots=True)
class Lexicon:
    """Forms of one or several words, looked up longest first.

    Rows are filed by the first words of their forms and unfolded when a word is met. `met` maps
    the forms unfolded so far, normal words joined by one space, to their entries in the order of
    the tables; `pairs` maps the first word of longer ones, and then the second, alone and with the
    third, to the number of words of the longest that begins so. `words` remembers pieces of text
    that were looked up, `phrases` those of several words, `chunks` what stands between two spaces.
    """

    met: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    pairs: dict[str, dict[str, int]] = field(default_factory=dict)
    words: dict[str, Word] = field(default_factory=dict)
    phrases: dict[str, Word] = field(default_factory=dict)
    chunks: dict[str, list[Piece]] = field(default_factory=dict)
    _layers: list[dict[str, list[_Row]]] = field(default_factory=lambda: [{}])
    _done: set[str] = field(default_factory=set)
    _begun: dict[str, dict[str, bool]] = field(default_factory=dict)
    _firsts: set[str] = field(default_factory=set)
    _dotted: set[str] = field(default_factory=set)
    _lasts: set[str] = field(default_factory=set)
    _inner: set[str] = field(default_factory=set)
    _ready: dict[str, Meaning] = field(default_factory=dict)

    def add(self, template: str, entry: Entry, common: Entry | None = None) -> None:
        """Add the forms of a template; `common` is the entry of those that are plain words."""
        if self._done or self.words or self._begun:
            self._forget()
        layer = self._layers[-1]
        for word, narrowed in by_first_word(template):
            layer.setdefault(word, []).append((narrowed, entry, common))

    def copy(self) -> Lexicon:
        """A lexicon with the same forms that can grow by itself; this one must not grow on."""
        return Lexicon(_layers=[*self._layers, {}])

    def found(self, key: str) -> tuple[Entry, ...]:
        """The entries of the normal words `key` in the order of the tables, none if no form."""
        first = key.partition(" ")[0]
        if first not in self._done:
            self._unfold(first)
        return self.met.get(key, ())

    @property
    def forms(self) -> dict[str, tuple[Entry, ...]]:
        """Every form with its entries; unfolds all, which costs a good part of a second."""
        for layer in self._layers:
            for word in layer:
                if word not in self._done:
                    self._unfold(word)
        return self.met

    def _unfold(self, first: str) -> None:
        """Put every form that begins with a word, in the order of the tables."""
        filed = [row for layer in self._layers for row in layer.get(first, ())]
        if filed:
            self._done.add(first)
        for template, entry, common in filed:
            for form in expand(template):
                self._put(form.split(), entry, common)

    def _put(self, words: list[str], entry: Entry, common: Entry | None) -> None:
        key = words[0] if len(words) == 1 else " ".join(words)
        have = self.met.get(key, ())
        if common is not None and len(words) == 1 and any(map(_plain, have)):
            entry = common
        if entry not in have:
            self.met[key] = (*have, entry)
        if len(words) > 1:
            seconds = self.pairs.setdefault(words[0], {})
            seconds[words[1]] = max(seconds.get(words[1], 0), len(words))
            if len(words) > _PAIR:
                both = f"{words[1]} {words[2]}"
                seconds[both] = max(seconds.get(both, 0), len(words))

    def _forget(self) -> None:
        """Fold everything again, since rows are added."""
        for kept in (self.met, self.pairs, self.words, self.phrases, self.chunks, self._ready):
            kept.clear()
        self._begun.clear()
        for seen in (self._done, self._firsts, self._dotted, self._lasts, self._inner):
            seen.clear()

    def cut(self, run: str, behind: str = "") -> list[str]:
        """A run of a script without spaces, cut into forms and what lies between them.

        `behind` is the character behind the run: a full stop may end an abbreviation.

        The fewest pieces win, unknown characters counting more; of two ways as good, the one
        with the longer word first. What no form covers stays together.
        """
        if not self._begun:
            self._index()
        text = normal(run)
        if text in self._inner:
            return [run]
        text = text if len(text) == len(run) else run
        steps = self._steps(text, self._dotted if behind == "." else self._firsts)
        pieces: list[str] = []
        at, known = 0, True
        while at < len(run):
            after = at + abs(steps[at])
            if steps[at] < 0 and not known:
                pieces[-1] += run[at:after]
            else:
                pieces.append(run[at:after])
            known = steps[at] > 0
            at = after
        return pieces

    def _steps(self, text: str, firsts: set[str]) -> list[int]:
        """For each character the length of the best piece from there, negative where unknown.

        `firsts` are the words that may stand at the end alone, as the first of a longer form.
        """
        begun, lasts = self._begun, self._lasts
        size = len(text)
        free = breaks(text)
        costs = [0] * (size + 1)
        steps = [-1] * size
        for start in range(size - 1, -1, -1):
            best, step, end = costs[start + 1] + _UNKNOWN, -1, start + 1
            alike = begun.get(text[start], _NO_FORMS)
            while free[start]:
                piece = text[start:end]
                form = alike.get(piece)
                listed = form or (end == size and piece in firsts)
                if listed or (start == 0 and piece in lasts):
                    cost = costs[end] + _FORM
                    if cost <= best and free[end]:
                        best, step = cost, end - start
                if form is None or end == size:
                    break
                end += 1
            costs[start], steps[start] = best, step
        return steps

    def _index(self) -> None:
        """Note every form of a script without spaces, and its beginnings, which may be forms too.

        They are filed by their first character: a small table is looked up faster than a large one.

        Of a form of several words only the last may stand at the beginning of a run and the first
        at its end, those between as a run of their own: the letters of "K.P." are no words.
        """
        for key in self.forms:
            words = key.split(" ")
            for n, word in enumerate(words):
                if not caseless(word):
                    continue
                alike = self._begun.setdefault(word[0], {})
                for end in range(1, len(word)):
                    alike.setdefault(word[:end], False)
                if len(words) == 1:
                    alike[word] = True
                    continue
                self._inner.add(word)
                if n == 0:
                    (self._dotted if words[1] == "." else self._firsts).add(word)
                elif n + 1 == len(words):
                    self._lasts.add(word)
        self._begun.setdefault("", {})

    def meaning(self, key: str) -> Meaning | None:
        """What the normal words `key` mean, None when they are no form; worked out once."""
        meaning = self._ready.get(key)
        if meaning is None:
            found = self.found(key)
            if not found:
                return None
            meaning = self._ready[key] = self._meaning(key, found)
        return meaning

    def _meaning(self, key: str, found: tuple[Entry, ...]) -> Meaning:
        entries: dict[str, Entry] = {}
        for entry in found:
            if not entry.exact:
                entries.setdefault(entry.cls, entry)
        words = key.split(" ")
        if len(words) > 1:
            self._inherit(words, entries)
        elif "pred" in entries and "prep" not in entries and caseless(key):
            self._closed_by(key, entries)
        predicates = tuple(e for e in found if e.cls == "pred" and not e.exact)
        splits = tuple(e for e in found if e.cls == "split")
        return Meaning(entries, predicates, splits, tuple(e for e in found if e.exact))

    def _closed_by(self, key: str, entries: dict[str, Entry]) -> None:
        """The preposition of place that ends a verb written without spaces: "lured|to"."""
        for start in range(max(len(key) - _PREPOSITION, 1), len(key)):
            for entry in self.found(key[start:]):
                if entry.cls == "prep" and entry.value in ("in", "to", "from"):
                    entries["ends"] = Entry("ends", entry.value)
                    return

    def _inherit(self, words: list[str], entries: dict[str, Entry]) -> None:
        """What shorter forms tell inside a longer one.

        Cues, the preposition that ends it, and the auxiliary that begins it, adverbs aside.
        """
        size = len(words)
        for start in range(size):
            for end in range(start + 1, size + (start > 0)):
                for entry in self.found(" ".join(words[start:end])):
                    cue = entry.cls in _CUES or (entry.cls, entry.extra) == _TOTAL
                    if cue and not entry.exact:
                        entries.setdefault(entry.cls, entry)
        for entry in self.found(words[-1]):
            if entry.cls == "prep":
                entries["ends"] = Entry("ends", entry.value)
        first = words[1] if len(words) > 2 and self._is(words[0], "adv") else words[0]
        if self._is(first, "be"):
            entries["begins"] = Entry("begins", "be")
        if "pred" in entries:
            ground = self._ground(words)
            if ground is not None:
                entries["ground"] = ground

    def _is(self, word: str, cls: str) -> bool:
        """Whether a form has an entry of the class."""
        return any(entry.cls == cls for entry in self.found(word))

    def _ground(self, words: list[str]) -> Entry | None:
        """The country or place named inside a form, None for none; `extra` is its preposition."""
        size = len(words)
        for length in range(size - 1, 0, -1):
            for start in range(1, size - length + 1):
                name = " ".join(words[start : start + length])
                for entry in self.found(name):
                    sure = entry.cls == "place" and not entry.extra and len(name) > _SHORT
                    if sure or (entry.cls == "country" and not entry.exact):
                        return Entry("ground", entry.value, self._governing(words[:start]))
        return None

    def _governing(self, words: list[str]) -> str:
        """The value of the last preposition among the two last of `words`, "" for none."""
        preps = [e.value for word in words[-2:] for e in self.found(word) if e.cls == "prep"]
        return preps[-1] if preps else ""
