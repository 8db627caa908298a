"""Reasons as sentences of one language: the table [reason] of strings/ has one for each code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from headcount.publish.speakers import of_speaker
from headcount.publish.wording import Wording, wording
from headcount.reasons import Counted, Finding, Join, Reason, Value

SHOWN = 8
"""Values of a list that one sentence names at most."""

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_NAMED = re.compile(r"\{(\w+)\}")


class Said(NamedTuple):
    """Text, and the language that it is in if that is not the page's."""

    text: str
    lang: str = ""


def of_finding(w: Wording, finding: Finding) -> Said:
    """What a finding says; its own message where it has no reason."""
    if finding.reason is None:
        return Said(finding.message, "en")
    return Said(of_reason(w, finding.reason))


def record(finding: Finding) -> dict[str, Any]:
    """The finding as data files and `headcount check --format jsonl` give it, worded in English."""
    return {**finding.as_json(), "message": of_finding(wording("en"), finding).text}


def of_reason(w: Wording, reason: Reason) -> str:
    """The sentence of a reason. Raises DataError where the table has none for its code."""
    template = str(w.raw(f"reason.{reason.code}"))
    values = {name: _text(w, name, value) for name, value in reason.values}

    def optional(found: re.Match[str]) -> str:
        # What stands in brackets is said only if all that it names is known.
        return found[1] if all(values.get(name) for name in _NAMED.findall(found[1])) else ""

    text = _NAMED.sub(lambda found: values.get(found[1], ""), _OPTIONAL.sub(optional, template))
    return text[:1].upper() + text[1:] if template.endswith(".") else text


def of_reasons(w: Wording, reasons: Iterable[Reason]) -> str:
    """Whole sentences one after the other."""
    return " ".join(of_reason(w, reason) for reason in reasons)


def of_join(w: Wording, join: Join) -> str:
    """Why two reports belong together: "same 215 freed, same day"."""
    return ", ".join(of_reason(w, reason) for reason in join.reasons)


def _text(w: Wording, name: str, value: Value) -> str:
    """One value as the language writes it; names that stand for a code are looked up."""
    if isinstance(value, tuple):
        return _list(w, name, value)
    if isinstance(value, Counted):
        return w.number_of(value) if name in _NUMBERS else w.what(value)
    if isinstance(value, Reason):
        return of_reason(w, value)
    if isinstance(value, date):
        return w.day_short(value)
    if isinstance(value, int):
        return w.number(value)
    return _LOOKED_UP.get(name, _as_it_stands)(w, value)


def _list(w: Wording, name: str, values: tuple[Value, ...]) -> str:
    if len(values) == 2 and all(isinstance(v, date) for v in values):
        first, last = (v if isinstance(v, date) else None for v in values)
        return w.days(first, last)
    between = w.t(f"list.{name}" if name in w.raw("list") else "list.or")
    texts = [_text(w, name, value) for value in values]
    more = len(texts) - SHOWN
    shown = between.join(texts[:SHOWN])
    return shown if more <= 0 else w.tn("list.more", more, list=shown)


_NUMBERS = ("number", "numbers", "stated", "earlier", "now", "was")
"""Values of which the number alone is told."""


def _as_it_stands(w: Wording, value: str) -> str:
    return value


def _label(table: str, w: Wording, value: str) -> str:
    return w.label(table, value)


_LOOKED_UP: dict[str, Callable[[Wording, str], str]] = {
    **{
        name: partial(_label, name)
        for name in ("kind", "scope", "unit", "precision", "action", "field")
    },
    "speaker": of_speaker,
    "origin": lambda w, value: w.country(value),
    "destination": lambda w, value: w.country(value),
    "country": lambda w, value: w.country(value),
    "countries": lambda w, value: w.nationality((value,)),
}
"""Values that are codes, by their name in the reason."""
