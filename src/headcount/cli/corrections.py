"""What the options of `headcount decide correct` say, as fields of a claim's record."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from headcount.cli.asking import country_code
from headcount.cli.terminal import clean
from headcount.counts import Interval, interval, spread
from headcount.errors import UsageError
from headcount.model import FOREIGN, Claim, Kind
from headcount.places.gazetteer import place_by_name, places_like

CLEARED = "none"
"""What an option says to leave a field empty."""

_COUNT = re.compile(r"(?:(about|at least|at most) )?([\d,]+)(?:(\+)|(?:-|–|\.\.)([\d,]+))?")
_LARGEST = 10**15
_LONGEST = 200

_COUNTS_OF = {
    Kind.RAIDED: "site",
    Kind.CLOSED: "site",
    Kind.OPERATING: "site",
    Kind.LOST: "money",
    Kind.PROCEEDS: "money",
    Kind.SEIZED: "money",
    Kind.ORIGINS: "country",
}
"""What is counted by kinds that do not count people."""


def new_values(claim: Claim, told: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that are set, by their names in the record; none if the claim says all already.

    Raises UsageError, naming the option, on what cannot be read or cannot be meant.
    """
    values: dict[str, Any] = {}
    if told["kind"]:
        values["kind"] = _kind(claim, told["kind"])
    if told["scope"]:
        values["scope"] = told["scope"]
    if told["count"]:
        count = read_count(told["count"])
        values |= {"low": count.low, "high": count.high, "precision": count.precision}
    if told["nationality"]:
        values["nationality"] = _nationality(told["nationality"])
    if told["place"]:
        values |= _place(claim, told["place"])
    if told["country"]:
        cleared = told["country"] == CLEARED
        values["country"] = None if cleared else country_code("--country", told["country"])
    if told["day"]:
        values["start"], values["end"] = read_days(told["day"])
    record = claim.as_json()
    # All or none: half a count would rest on the other half, which a later `undo` may take back.
    return values if any(record[name] != value for name, value in values.items()) else {}


def read_count(text: str) -> Interval:
    """215, 200-300, 200+, about 500, at least 200, at most 300. Raises UsageError on others."""
    found = _COUNT.fullmatch(" ".join(text.split()))
    refused = UsageError(f"--count {clean(text)}: is no count; write 215, 200-300 or 200+")
    if found is None or (found[1] and (found[3] or found[4])):
        raise refused
    digits = [part.replace(",", "") for part in (found[2], found[4]) if part]
    if not all(digits) or any(len(part) > len(str(_LARGEST)) for part in digits):
        raise refused
    numbers = [Fraction(part) for part in digits]
    if len(numbers) == 2:
        if numbers[0] > numbers[1]:
            raise refused
        return spread(numbers[0], numbers[1])
    hedge = "at_least" if found[3] else (found[1] or "exact").replace(" ", "_")
    return interval(numbers[0], hedge)


def read_days(text: str) -> tuple[str | None, str | None]:
    """First and last day in ISO 8601 of 2025-02-24, 2025-02-20..2025-02-24 or none.

    Raises UsageError on others.
    """
    if text == CLEARED:
        return None, None
    first, _, last = text.partition("..")
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError as error:
        raise UsageError(f"--day {clean(text)}: is not a day; write it as 2025-02-24") from error
    if start > end:
        raise UsageError(f"--day {clean(text)}: ends before it begins; write the first day first")
    return start.isoformat(), end.isoformat()


def _kind(claim: Claim, kind: str) -> str:
    counted = [_COUNTS_OF.get(each, "person") for each in (claim.kind, Kind(kind))]
    if counted[0] != counted[1]:
        raise UsageError(f"--kind {kind}: is not said of what is counted here ({claim.unit})")
    return kind


def _nationality(told: Sequence[str]) -> list[str]:
    if CLEARED in told:
        return []
    codes = [code if code == FOREIGN else country_code("--nationality", code) for code in told]
    return list(dict.fromkeys(codes))


def unknown_place(values: Mapping[str, Any]) -> str:
    """What to say of a place that is set and that the gazetteer does not have; "" of others."""
    name = values.get("place")
    if name is None or place_by_name(name) is not None:
        return ""
    like = " or ".join(f"{each.name} ({each.country})" for each in places_like(name))
    hint = f"is {like} meant? " if like else ""
    return f"{clean(name)} is no place of the gazetteer, so it has no point on the map; {hint}"


def _place(claim: Claim, told: str) -> dict[str, Any]:
    """The place by its main name, and its country if that is another."""
    name = clean(told).strip()
    if name == CLEARED:
        return {"place": None}
    if not 0 < len(name) <= _LONGEST:
        raise UsageError(f"--place: say its name, in at most {_LONGEST} characters")
    known = place_by_name(name, claim.country) or place_by_name(name)
    return {"place": known.name, "country": known.country} if known else {"place": name}
