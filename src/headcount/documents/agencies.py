"""Which news agency a report credits: many outlets that pass on one wire story are one origin."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from headcount.languages.tables import rows

_EDGE = 600
"""Characters at either end of a text where a credit stands."""

_LINE = 120


def find_agency(text: str, outlet: str | None = None) -> str | None:
    """The agency's name as agencies.tsv gives it; None when no credit is found.

    A credit is an outlet that is an agency, "(AFP)" or "AFP -" in a dateline, a short first or
    last line that names one ("By AFP", "Source: Xinhua"), or a closing "/TTXVN".
    """
    names = _agencies()
    if outlet and outlet.casefold().strip() in names:
        return names[outlet.casefold().strip()]
    head, tail = text[:_EDGE], text[-_EDGE:]
    for pattern, at_end in _edges():
        found = pattern.search(tail if at_end else head)
        if found:
            return names[found["agency"].casefold()]
    lines = [line.strip() for line in (*head.split("\n")[:8], *tail.split("\n")[-4:])]
    for line in lines:
        found = _credit().fullmatch(line) if len(line) <= _LINE else None
        if found:
            return names[found["agency"].casefold()]
    return None


@cache
def _table() -> dict[str, str]:
    """Form, as it is written, to name."""
    table = rows(resources.files("headcount.documents") / "agencies.tsv")
    return {row["form"]: row["name"] for row in table}


@cache
def _agencies() -> dict[str, str]:
    """Form, case-folded, to name."""
    return {form.casefold(): name for form, name in _table().items()}


@cache
def _forms() -> str:
    # Case counts for short forms: "ap" and "pa" are words elsewhere.
    return "|".join(re.escape(form) for form in sorted(_table(), key=len, reverse=True))


@cache
def _edges() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Patterns of a credit inside a line, each with whether it is looked for at the text's end.

    `BANGKOK, Feb 24 (Xinhua) --`, `AFP - `, `新华社曼谷…` at the start; `(AFP)`, `/TTXVN`,
    `— Bernama` at the very end.
    """
    forms = _forms()
    return (
        (
            re.compile(
                rf"(?:^|\n)[^\n(（\[【]{{0,60}}[(（\[【]\s*(?P<agency>{forms})"
                r"(?:\s*/[^)\]）】\n]{1,30})?\s*[)）\]】]"
            ),
            False,
        ),
        (re.compile(rf"(?:^|\n)\s*(?P<agency>{forms})\s*(?:-{{1,2}}|–|—)\s"), False),
        (re.compile(rf"(?:^|\n)\s*(?=[^\x00-\u024f])(?P<agency>{forms})"), False),
        (re.compile(rf"(?:[(（\[/]|[-–—]\s?)\s*(?P<agency>{forms})\s*[)）\].]?\s*$"), True),
    )


@cache
def _credit() -> re.Pattern[str]:
    """A whole line that names an agency, with or without a word before it."""
    return re.compile(
        rf"(?:(?:{_words('before')})\s*[:：]?\s*)?(?P<agency>{_forms()})"
        rf"(?:\s+(?:{_words('after')})\b.{{0,40}})?[.]?",
        re.IGNORECASE,
    )


@cache
def _words(where: str) -> str:
    """The words of credits.tsv that stand before or after an agency's name, as alternatives."""
    table = rows(resources.files("headcount.documents") / "credits.tsv")
    return "|".join(re.escape(row["word"]) for row in table if row["where"] == where)
