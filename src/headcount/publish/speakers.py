"""Speakers that a report only calls by what they are, in the language of the page.

"Police", "foreign ministry", "the same authorities" are words and no names: strings/speakers.tsv
has them in the languages of the reports. Names, and bodies that it does not know, stay as they are
written, as the record of a claim keeps them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from headcount.publish.wording import Wording

_BETWEEN = ";"


def of_speaker(w: Wording, name: str | None) -> str:
    """The speaker as the page's language says it, else as the report does; "" for none."""
    return _known(w.lang).get((name or "").casefold().replace("’", "'"), name or "")


@cache
def _known(lang: str) -> Mapping[str, str]:
    """What each form of a speaker is in the language."""
    table = resources.files("headcount.publish") / "strings" / "speakers.tsv"
    names, *lines = (line.split("\t") for line in table.read_text("utf-8").splitlines())
    found: dict[str, str] = {}
    for line in lines:
        row = dict(zip(names, line, strict=True))
        for form in (row["en"], row["fr"], *row["forms"].split(_BETWEEN)):
            found[form.casefold().replace("’", "'")] = row[lang]
    return found
