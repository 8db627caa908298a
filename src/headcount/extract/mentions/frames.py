"""What a pack notes of a predicate: its frame, and on what it depends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from headcount.extract.families import UNITS
from headcount.extract.mentions.tokens import Token
from headcount.languages.lexicon import Entry

AHEAD: Final = 3
"""Words that may stand between a predicate and what its note wants behind it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A predicate's note, read: `name` is where what is counted stands, `unit` the only unit it
    speaks of ("" for any), `plan` tells that the form is a future by itself, `court` that it is
    the act of a court, `behind` holds the classes of which one must follow the form, none for no
    such wish; `reason` says why what is counted makes no claim.
    """

    name: str
    unit: str = ""
    plan: bool = False
    behind: frozenset[str] = frozenset()
    reason: str = ""
    court: bool = False


_KEYS: Final = frozenset(("unit", "plan", "next", "court"))


_FRAMES: Final[dict[str, Frame]] = {}
"""The frames that were read; the packs have some hundred."""


def frame_of(extra: str) -> Frame:
    """The frame in the field `extra` of a predicate's entry; read once."""
    frame = _FRAMES.get(extra)
    if frame is None:
        frame = _FRAMES[extra] = _frame(extra)
    return frame


def _frame(extra: str) -> Frame:
    """The frame that "subj|unit=site plan" tells."""
    name, _, note = extra.partition("|")
    keys: dict[str, str] = {}
    words = note.split()
    while words and words[0].partition("=")[0] in _KEYS:
        key, _, value = words.pop(0).partition("=")
        keys[key] = value
    behind = frozenset(filter(None, keys.get("next", "").split(",")))
    unit, reason = keys.get("unit", ""), " ".join(words)
    return Frame(name, unit, "plan" in keys, behind, reason, "court" in keys)


def of_unit(entry: Entry, unit: str) -> bool:
    """Whether a predicate's entry can speak of what is counted in a unit."""
    wanted = frame_of(entry.extra).unit
    return unit in UNITS.get(entry.value, ("person",)) and wanted in ("", unit)


def follows(tokens: list[Token], at: int, classes: frozenset[str]) -> bool:
    """Whether a word of one of the classes stands close behind `at`, no verb or mark between."""
    for token in tokens[at + 1 : at + 2 + AHEAD]:
        if token.is_any(classes) or (token.kind == "n" and "num" in classes):
            return True
        if token.kind == "m" or token.predicates or token.is_a("rel") or token.is_a("conj"):
            return False
    return False


def followed(tokens: list[Token], n: int) -> bool:
    """Whether a verb that tells the same again stands at `n`, without an object of its own."""
    while n < len(tokens) and tokens[n].is_any(_BEFORE_VERB):
        n += 1
    if n >= len(tokens) or not tokens[n].is_a("alike"):
        return False
    behind = tokens[n + 1 : n + 2]
    return all(t.kind == "m" or t.is_any(_NO_OBJECT) for t in behind)


_BEFORE_VERB: Final = frozenset(("add", "adv", "be", "have", "plan"))
_NO_OBJECT: Final = frozenset(("adv", "conj", "prep", "time"))


def to_come(token: Token) -> bool:
    """Whether a word tells of what is to come: "will", "expected", a future form by itself."""
    return token.is_a("plan") or any(frame_of(e.extra).plan for e in token.predicates)
