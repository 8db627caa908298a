"""The reasons of joins in English: a sentence for each item of evidence, and the whole line.

Other languages word the same codes and values from tables of their own.
"""

from __future__ import annotations

from functools import lru_cache

from headcount.reasons import Counted, Join, Reason, Value

Values = tuple[tuple[str, Value], ...]

_WORDS: dict[str, str] = {
    "same-day": "same day",
    "same-days": "same days",
    "one-day-apart": "one day apart",
    "days-apart": "{days} days apart",
    "within-the-same-weeks": "within the same weeks",
    "published-at-the-same-time": "reported at that time",
    "published-some-days-apart": "reported {days} days apart",
    "same-place": "same place ({place})",
    "one-place-within-the-other": "one place within the other ({within})",
    "same-country": "same country",
    "same-unusual-count": "same {number} {kind}",
    "same-count": "same {number} {kind}",
    "same-small-count": "same {number} {kind}",
    "same-count-as-a-part": "same {number} in both",
    "nearly-the-same-count": "{numbers} are nearly the same",
    "counts-that-allow-each-other": "{numbers} allow each other",
    "a-count-that-grew": "count grew from {before} to {after}",
    "same-nationality": "same nationality ({countries})",
    "same-route": "same route ({origin} to {destination})",
    "same-kind": "both tell of {kind}",
    "running-total-of-a-campaign": "running total of the campaign covers these days",
    "same-running-total": "same running total",
    "same-text": "nearly the same text",
    "same-throughout": "same counts, place and days throughout",
    "only-large-operation": "one nationality's part of the only large operation there then",
    "same-figure": "same figure about the same subject",
}


@lru_cache(maxsize=1 << 16)
def reason(code: str, values: Values = ()) -> Reason:
    """The reason of this code with its words in English."""
    words = _WORDS[code]
    if values:
        words = words.format_map({name: _text(name, value) for name, value in values})
    return Reason(code, values, words)


def line(join: Join) -> str:
    """For example "a + b: same 215 freed, same day"."""
    first, second = join.documents
    return f"{first} + {second}: {', '.join([r.words for r in join.reasons])}"


def _text(name: str, value: Value) -> str:
    if isinstance(value, tuple):
        return (" and " if name == "numbers" else ", ").join([_text(name, v) for v in value])
    if isinstance(value, Counted):
        return _count(value.low, value.high)
    return str(value)


def _count(low: int | None, high: int | None) -> str:
    if low is None or high is None:
        return f"up to {high}" if low is None else f"at least {low}"
    if low == 0:
        return f"up to {high}"
    if low == high:
        return str(low)
    return f"{low} to {high}"
