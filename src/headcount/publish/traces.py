"""How a claim was read, line by line, in the language of the page.

The ledger keeps these lines in English. strings/traces.tsv has their heads ("kind freed") and what
is said of them ("the counted noun"); a line that it does not know stays in English, marked as such.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from importlib import resources

from headcount.publish.sentences import Said
from headcount.publish.wording import LANGUAGES, Wording

_NAMED = re.compile(r"\{(\w+)\}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CODE = re.compile(r"[A-Z]{3}|FOREIGN")
_NESTED = "why"
_OPEN = "None"

_Pattern = tuple[re.Pattern[str], str]


def plain(line: str) -> str:
    """The line as a person says it in English: one day, an open end, one number."""
    for told, said in _PLAIN:
        line = told.sub(said, line)
    return line


_PLAIN = (
    (re.compile(rf"({_DAY.pattern}) to \1"), r"\1"),
    (re.compile(rf"({_DAY.pattern}) to {_OPEN}"), r"from \1"),
    (re.compile(rf"{_OPEN} to ({_DAY.pattern})"), r"until \1"),
    (re.compile(r"(\d+)\.\.\1\b"), r"\1"),
    (re.compile(rf"(\d+)\.\.{_OPEN}"), r"\1 or more"),
    (re.compile(rf"{_OPEN}\.\.(\d+)"), r"\1 at most"),
    (re.compile(r"(\d+)\.\.(\d+)"), r"\1 to \2"),
    (re.compile(r"\(split:([^),]+)"), r"(with “\1”"),
)
"""What the lines of the ledger write for a program to read, and what a person says for it."""


def of_trace(w: Wording, line: str) -> Said:
    """The line as the page's language says it, else as it stands."""
    if w.lang == LANGUAGES[0]:
        return Said(plain(line))
    for at in (found.start() for found in re.finditer(": ", line)):
        head = _worded(w, "head", line[:at])
        why = _worded(w, _NESTED, line[at + 2 :])
        if head is not None and why is not None:
            return Said(f"{head}{w.t('list.trace')}{why}")
    return Said(line, LANGUAGES[0])


@cache
def _patterns(part: str, lang: str) -> tuple[_Pattern, ...]:
    """The heads or the reasons of the table as patterns, with what they are in the language."""
    table = resources.files("headcount.publish") / "strings" / "traces.tsv"
    names, *rows = (line.split("\t") for line in table.read_text("utf-8").splitlines())
    known = (dict(zip(names, row, strict=True)) for row in rows)
    return tuple((_pattern(row["en"]), row[lang]) for row in known if row["part"] == part)


def _pattern(template: str) -> re.Pattern[str]:
    parts = _NAMED.split(template)
    told = (f"(?P<{p}>.+?)" if at % 2 else re.escape(p) for at, p in enumerate(parts))
    return re.compile("".join(told), re.DOTALL)


def _worded(w: Wording, part: str, text: str) -> str | None:
    for pattern, template in _patterns(part, w.lang):
        found = pattern.fullmatch(text)
        if found is None:
            continue
        values = {name: _value(w, name, value) for name, value in found.groupdict().items()}
        if all(value is not None for value in values.values()):
            return _filled(template, values)
    return None


def _filled(template: str, values: Mapping[str, str | None]) -> str:
    return _NAMED.sub(lambda named: values[named[1]] or "", template)


def _value(w: Wording, name: str, value: str) -> str | None:
    """A value as the language writes it; None where it cannot be what the pattern says."""
    return _VALUES.get(name, _as_it_stands)(w, value)


def _as_it_stands(w: Wording, value: str) -> str | None:
    return value


def _spot(w: Wording, value: str) -> str | None:
    return w.nationality((value,)) if _CODE.fullmatch(value) else value


def _nationality(w: Wording, value: str) -> str | None:
    return w.nationality(tuple(value.split(", ")))


def _day(w: Wording, value: str) -> str | None:
    return w.day_short(date.fromisoformat(value)) if _DAY.fullmatch(value) else None


def _days(w: Wording, value: str) -> str | None:
    ends = value.split(" to ")
    if len(ends) != 2 or not all(end == _OPEN or _DAY.fullmatch(end) for end in ends):
        return None
    return w.days(*(None if end == _OPEN else date.fromisoformat(end) for end in ends))


def _field(w: Wording, value: str) -> str | None:
    known: dict[str, str] = w.raw("field")
    return known.get(value)


def _number(w: Wording, value: str) -> str | None:
    low, _, high = value.partition("..")
    if not {low, high or low} <= {_OPEN} | {n for n in (low, high) if n.isdecimal()}:
        return None
    ends = [int(end) if end.isdecimal() else None for end in (low, high or low)]
    return w.interval(*ends)


_VALUES: dict[str, Callable[[Wording, str], str | None]] = {
    "kind": lambda w, value: w.label("kind", value),
    "nationality": _nationality,
    "days": _days,
    "last": _day,
    "spot": _spot,
    "field": _field,
    "number": _number,
    "form": lambda w, value: value.replace("passive", w.t("report.passive")),
    _NESTED: lambda w, value: _worded(w, _NESTED, value),
}
"""How the values of lines are written, by their names in the table."""
