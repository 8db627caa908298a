"""Counts, days and names as tables say them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from headcount.counts import stated
from headcount.model import Claim, Event, Figure, Kind, Precision, Unit
from headcount.publish.wording import wording

_SCALES = ((1_000_000_000, "bn"), (1_000_000, "m"))


def several(amount: int, noun: str) -> str:
    """1 report, 2,000 reports: for nouns whose plural takes an s."""
    return f"{amount:,} {noun}{'' if amount == 1 else 's'}"


def number(value: int, *, money: bool = False) -> str:
    """1,234; money from a million on in m and bn."""
    for scale, name in _SCALES if money else ():
        if value >= scale:
            return f"{value / scale:,.2f}".rstrip("0").rstrip(".") + f" {name}"
    return f"{value:,}"


def interval(low: int | None, high: int | None, *, money: bool = False) -> str:
    """215, 200–300, 33.3–37 bn, at least 30 as ≥30, at most 30 as ≤30."""
    if low is None and high is None:
        return "?"
    if high is None:
        return f"≥{number(low or 0, money=money)}"
    if not low and high:
        return f"≤{number(high, money=money)}"
    most = number(high, money=money)
    if low == high:
        return most
    least = number(low or 0, money=money)
    scale = most.partition(" ")[2]
    return f"{least.removesuffix(f' {scale}') if scale else least}–{most}"


def count(claim: Claim) -> str:
    """The figure of a claim with its hedge: ≈5,000 for "about", "thousands" where that was told,
    else all that the words allow."""
    if claim.precision is Precision.VAGUE and (vague := wording("en").vague(claim)):
        return f"{claim.currency or ''} {vague}".strip()
    money = claim.unit is Unit.MONEY
    low, high = claim.low, claim.high
    words = interval(low, high, money=money)
    if claim.precision is Precision.ABOUT and low is not None and high is not None:
        hedge, value = stated(low, high) or ("", 0)
        if hedge == "about":
            words = f"≈{number(value, money=money)}"
    return f"{claim.currency or ''} {words}".strip()


def figure_count(figure: Figure, words: Claim | None = None) -> str:
    """An event's figure as best (low–high), or as one number where all agree.

    `words` is the claim that tells the best where no report gives a number: "thousands".
    """
    money = figure.unit is Unit.MONEY
    whole = interval(figure.low, figure.high, money=money)
    if words is not None:
        told = count(words)
        return told if told.endswith(whole) else f"{told} ({whole})"
    if figure.best is not None and (figure.low, figure.high) != (figure.best, figure.best):
        whole = f"{number(figure.best, money=money)} ({whole})"
    return f"{figure.currency or ''} {whole}".strip()


def kind(value: Kind) -> str:
    """The kind in words."""
    return str(value).replace("_", " ")


def counted(record: Claim | Figure) -> str:
    """Who or what was counted: nationalities, group, unit when it is not persons."""
    names = ["foreign" if name == "FOREIGN" else name for name in record.nationality]
    words = ["+".join(names)] if names else []
    if record.group:
        words.append(str(record.group))
    if record.unit not in (Unit.PERSON, Unit.MONEY):
        plural = {Unit.SITE: "sites", Unit.CASE: "cases", Unit.COUNTRY: "countries"}
        words.append(plural[record.unit])
    return " ".join(words)


def days(start: date | None, end: date | None) -> str:
    """2025-02-23, 2025-02, 2025, 2025-02-20–23 or 2025-02-20 – 2025-03-02."""
    if start is None and end is None:
        return ""
    if start is None or end is None:
        return f"until {end}" if end else f"from {start}"
    if start == end:
        return start.isoformat()
    after = end + timedelta(days=1)
    if start.day == 1 and after.day == 1:
        if (start.year, start.month) == (end.year, end.month):
            return f"{start:%Y-%m}"
        if start.month == 1 and end.month == 12 and start.year == end.year:
            return f"{start:%Y}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start}–{end:%d}"
    # With blanks, so that a narrow column breaks it between the days.
    return f"{start} – {end}"


def where(record: Claim | Event) -> str:
    """Poipet, KHM."""
    return ", ".join(filter(None, (record.place, record.country)))


def event_line(event: Event) -> str:
    """`ev-5bad6a98bf1d · 2025-02-23 · Poipet, KHM · 6 reports`."""
    reports = several(len(event.documents), "report")
    told = (event.id, days(event.start, event.end), where(event), reports)
    return " · ".join(filter(None, told))


def some(names: Iterable[str], most: int) -> str:
    """Up to `most` different names in their order, then how many more."""
    different = list(dict.fromkeys(name for name in names if name))
    more = len(different) - most
    return ", ".join(different[:most]) + (f" +{more}" if more > 0 else "")
