"""The words of one language as the engine sees them: forms, each with typed entries.

Only tables fill a lexicon; the engine asks an entry for its class and value and never for the
language. docs/ADD-A-LANGUAGE.md lists the classes.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from headcount.languages.scripts import WORD, breaks, caseless, mixed, normal

_PARTED = dict.fromkeys(map(ord, "-'’‐‑"), " ")

JOINERS = frozenset("-'’‐‑")
"""Marks that only hold two words together: forms are looked up without them."""


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


_UNKNOWN = 1.5
"""What a character that no form covers costs in a run; a form costs 1."""

_CUES = frozenset(("topic", "tally"))
"""Classes that a word keeps inside a longer form: "scam" tells the subject in "scam hubs" too."""


@dataclass(slots=True)
class Word:
    """What one piece of text is, wherever it stands; the fields are those of a token.

    `joiner` marks a mark that may only hold two words together.
    """

    norm: str
    kind: str
    entries: dict[str, Entry]
    predicates: tuple[Entry, ...] = ()
    splits: tuple[Entry, ...] = ()
    tail: str = ""
    capital: bool = False
    joiner: bool = False


@dataclass(slots=True)
class Lexicon:
    """Forms of one or several words, looked up longest first.

    `forms` maps the normal words joined by one space to their entries; `pairs` maps the first and
    second word of longer forms to the number of words of the longest that begins so. `words`
    remembers pieces of text that were looked up, until a form is added.
    """

    forms: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    pairs: dict[str, dict[str, int]] = field(default_factory=dict)
    words: dict[str, Word] = field(default_factory=dict)
    _pieces: set[str] = field(default_factory=set)
    _prefixes: set[str] = field(default_factory=set)
    _ready: dict[str, Meaning] = field(default_factory=dict)

    def add(self, form: str, entry: Entry) -> None:
        """Add one form; the same entry twice is kept once."""
        self.put(split_form(form), entry)

    def put(self, words: list[str], entry: Entry) -> None:
        """Add a form that is cut into normal words already, as `add` does."""
        if not words:
            return
        if self._ready or self.words:
            self._ready.clear()
            self.words.clear()
            self._prefixes.clear()
        key = words[0] if len(words) == 1 else " ".join(words)
        have = self.forms.get(key)
        if have is None:
            self.forms[key] = (entry,)
        elif entry not in have:
            self.forms[key] = (*have, entry)
        size = len(words)
        if size > 1:
            seconds = self.pairs.get(words[0])
            if seconds is None:
                seconds = self.pairs[words[0]] = {}
            if seconds.get(words[1], 0) < size:
                seconds[words[1]] = size

    def copy(self) -> Lexicon:
        """A lexicon with the same forms that can grow by itself."""
        return Lexicon(dict(self.forms), {first: dict(rest) for first, rest in self.pairs.items()})

    def cut(self, run: str) -> list[str]:
        """A run of a script without spaces, cut into forms and what lies between them.

        The fewest pieces win, unknown characters counting more; of two ways as good, the one
        with the longer word first. What no form covers stays together.
        """
        if not self._prefixes:
            self._index()
        steps = self._steps(run)
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

    def _steps(self, run: str) -> list[int]:
        """For each character the length of the best piece from there, negative where unknown."""
        text = normal(run)
        text = text if len(text) == len(run) else run
        known, prefixes = self._pieces, self._prefixes
        size = len(text)
        free = breaks(text)
        costs = [0.0] * (size + 1)
        steps = [-1] * size
        for start in range(size - 1, -1, -1):
            best, step, end = costs[start + 1] + _UNKNOWN, -1, start + 1
            piece = text[start]
            while free[start]:
                if piece in known and free[end] and 1 + costs[end] <= best:
                    best, step = 1 + costs[end], end - start
                if piece not in prefixes or end == size:
                    break
                end += 1
                piece = text[start:end]
            costs[start], steps[start] = best, step
        return steps

    def _index(self) -> None:
        """Note every form of a script without spaces, and its beginnings."""
        for key in self.forms:
            for word in key.split(" "):
                if caseless(word):
                    self._pieces.add(word)
                    self._prefixes.update(word[:end] for end in range(1, len(word)))
        self._prefixes.add("")

    def meaning(self, key: str) -> Meaning | None:
        """What the normal words `key` mean, None when they are no form; worked out once."""
        meaning = self._ready.get(key)
        if meaning is None:
            found = self.forms.get(key)
            if found is None:
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
        predicates = tuple(e for e in found if e.cls == "pred" and not e.exact)
        splits = tuple(e for e in found if e.cls == "split")
        return Meaning(entries, predicates, splits, tuple(e for e in found if e.exact))

    def _inherit(self, words: list[str], entries: dict[str, Entry]) -> None:
        """What shorter forms tell inside a longer one.

        Cues, the preposition that ends it, and the auxiliary that begins it.
        """
        size = len(words)
        for start in range(size):
            for end in range(start + 1, size + (start > 0)):
                for entry in self.forms.get(" ".join(words[start:end]), ()):
                    if entry.cls in _CUES and not entry.exact:
                        entries.setdefault(entry.cls, entry)
        for entry in self.forms.get(words[-1], ()):
            if entry.cls == "prep":
                entries["ends"] = Entry("ends", entry.value)
        if any(entry.cls == "be" for entry in self.forms.get(words[0], ())):
            entries["begins"] = Entry("begins", "be")


_TEMPLATE = str.maketrans(dict.fromkeys("{}, ", ""))


def plain_template(template: str) -> str | None:
    """A template in normal words with joiners as spaces, whose forms only need to be split.

    None if a form holds more than letters and joiners, or a capital that decides.
    """
    flat = template.translate(_PARTED)
    letters = flat.translate(_TEMPLATE)
    return normal(flat) if letters.isalpha() and not mixed(letters) else None


def split_form(form: str) -> list[str]:
    """The normal words of a form as the tokenizer would cut it, joiners dropped."""
    if form.isalpha() and not mixed(form):
        return [normal(form)]
    parted = form.translate(_PARTED)
    if parted.replace(" ", "").isalpha() and not mixed(form):
        return normal(parted).split()
    return [normal(found.group()) for found in WORD.finditer(form) if found.group() not in JOINERS]
