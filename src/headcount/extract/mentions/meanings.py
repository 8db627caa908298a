"""What a form of the lexicon means where it stands: by its spelling, or glued to digits."""

from __future__ import annotations

from typing import Final

from headcount.languages.lexicon import Entry, Lexicon, Meaning

NOTHING: Final[dict[str, Entry]] = {}
"""The entries of a word that no table knows: one empty dict for all, never written to."""


REMEMBERED: Final = 1 << 16
"""Pieces of text remembered at most: a few MB, whatever is read."""


def of_tail(tail: str, lexicon: Lexicon) -> dict[str, Entry]:
    """The scale or the hedge that is glued to digits ("37bn", "50an")."""
    for entry in lexicon.found(tail):
        if entry.cls == "num" and entry.extra in ("scale", "glued"):
            return {"num": entry}
        if entry.cls == "hedge" and entry.extra == "post":
            return {"hedge": entry}
    return NOTHING


def meant(
    meaning: Meaning | None, text: str, start: int, end: int
) -> tuple[dict[str, Entry], tuple[Entry, ...], tuple[Entry, ...]]:
    """Entries, predicates and split verbs of a form whose spelling in the text fits."""
    if meaning is None:
        return NOTHING, (), ()
    entries, predicates = meaning.entries, meaning.predicates
    if meaning.cased:
        fitting = [e for e in meaning.cased if _spelled(text, start, end, e.exact)]
        if any(e.cls == "country" for e in fitting):
            # "Filipinas" with its capital is the country, without it women of it.
            entries = {c: e for c, e in entries.items() if c not in ("people", "adjective")}
        entries = entries | {e.cls: e for e in reversed(fitting)}
        predicates = (*predicates, *(e for e in fitting if e.cls == "pred"))
    return (entries, predicates, meaning.splits) if entries else (NOTHING, (), ())


def _spelled(text: str, start: int, end: int, exact: str) -> bool:
    """Whether the text has the spelling that an entry asks for ("Aa": a capital is enough).

    A name of several words may begin with a plain one: "the economic zone of Boten".
    """
    if exact == "Aa":
        return not text[start].islower() or any(map(str.isupper, text[start + 1 : end]))
    return text[start:end] == exact
