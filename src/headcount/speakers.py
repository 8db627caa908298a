"""Speakers that reports only call by what they are: one name for each in every language.

"Police", "foreign ministry", "UN" are words and no names; speakers.tsv beside this module has them
in the languages of the reports: a column for each language of the site, then all other forms.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

_BETWEEN = ";"


def said_in(lang: str, name: str) -> str:
    """What a speaker is called in a language of the site; the name as it is if none is known."""
    row = _rows().get(_form(name))
    return row[lang] if row is not None else name


def one_name(name: str | None) -> str:
    """The one name of a speaker whom the table knows, else the name itself; "" for none."""
    row = _rows().get(_form(name or ""))
    return next(iter(row.values())) if row is not None else name or ""


@cache
def _rows() -> Mapping[str, Mapping[str, str]]:
    """The names of a speaker by language, for each form of it."""
    table = resources.files("headcount") / "speakers.tsv"
    names, *lines = (line.split("\t") for line in table.read_text("utf-8").splitlines())
    found: dict[str, Mapping[str, str]] = {}
    for *known, others in lines:
        row = dict(zip(names[:-1], known, strict=True))
        for form in (*known, *others.split(_BETWEEN)):
            found[_form(form)] = row
    return found


def _form(name: str) -> str:
    """A speaker's name as the table is asked for it: small letters, straight apostrophes."""
    return name.casefold().replace("’", "'")
