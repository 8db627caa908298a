"""A title in plain words, built from an event's data alone."""

from __future__ import annotations

from datetime import date
from typing import Final

from headcount.events.tallies import middle
from headcount.events.where import country_name
from headcount.model import FOREIGN, Claim, Kind, Precision, Scope, Unit

Days = tuple[date | None, date | None]

_MONTHS: Final = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)

_VERB: Final[dict[Kind, str]] = {
    Kind.CLEARED_NOT: "found not to be victims",
    Kind.IDENTIFIED: "identified as victims",
    Kind.HELD: "held",
    Kind.WORKING: "working in scam centres",
    Kind.OPERATING: "operating",
    Kind.LOST: "lost to scams",
    Kind.PROCEEDS: "earned by scam centres",
}

_NOUN: Final[dict[Unit, tuple[str, str]]] = {
    Unit.PERSON: ("person", "people"),
    Unit.SITE: ("site", "sites"),
    Unit.CASE: ("case", "cases"),
    Unit.COUNTRY: ("country", "countries"),
}

_SCOPES: Final[dict[Scope, str]] = {
    Scope.CUMULATIVE: "running total",
    Scope.PLANNED: "planned",
    Scope.ESTIMATE: "estimate",
}

_WORDS: Final[dict[Precision, str]] = {
    Precision.ABOUT: "about ",
    Precision.AT_LEAST: "at least ",
    Precision.AT_MOST: "up to ",
}


def title(lead: Claim, country: str | None, place: str | None, days: Days) -> str:
    """For example "215 people freed in Poipet, Cambodia, 23 Feb 2025"."""
    verb = _VERB.get(lead.kind, str(lead.kind))
    if lead.kind is Kind.ORIGINS:
        verb = "of origin"
    where = ", ".join(x for x in (place, country_name(country)) if x)
    words = f"{_count(lead)} {verb}"
    if where:
        words += f" in {where}"
    when = _when(days)
    if when:
        words += f", {when}"
    if lead.scope is not Scope.EVENT:
        words += f" ({_SCOPES[lead.scope]})"
    return words[0].upper() + words[1:]


def _count(claim: Claim) -> str:
    number = _number(claim)
    if claim.unit is Unit.MONEY:
        return f"{claim.currency or ''} {number}".strip()
    one, many = _NOUN[claim.unit]
    noun = one if claim.low == claim.high == 1 else many
    named = [n for n in claim.nationality if n != FOREIGN]
    if claim.unit is Unit.PERSON and 0 < len(named) <= 2:
        noun += " from " + " and ".join(country_name(n) or n for n in named)
    return f"{number} {noun}"


def _number(claim: Claim) -> str:
    low, high = claim.low, claim.high
    if low is None and high is None:
        return "unknown"
    if (
        claim.precision in (Precision.VAGUE, Precision.RANGE)
        and low is not None
        and high is not None
    ):
        return f"{low:,} to {high:,}"
    if claim.precision is Precision.ABOUT and low is not None and high is not None:
        return f"about {middle(low, high):,}"
    at_most = claim.precision is Precision.AT_MOST and high is not None
    shown = high if low is None or at_most else low
    return f"{_WORDS.get(claim.precision, '')}{shown:,}"


def _when(days: Days) -> str:
    start, end = days
    if start is None or end is None:
        return f"since {_day(start)}" if start else f"until {_day(end)}" if end else ""
    if start == end:
        return _day(start)
    if start.year == end.year:
        if start.month == end.month:
            return f"{start.day}–{_day(end)}"
        return f"{start.day} {_MONTHS[start.month - 1]} – {_day(end)}"
    return f"{_day(start)} – {_day(end)}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
