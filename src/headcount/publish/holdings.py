"""The page "Totals": authorities' totals against the record, and what nobody reported."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from headcount.books import HeldOperation, HeldTotal, Number, UnseenEstimate
from headcount.publish.catalogue import Catalogue
from headcount.publish.wording import Wording
from headcount.reasons import Counted

LEAST = 20
"""Smaller totals are in totals.csv alone; the same as the command `coverage` shows."""

FULL = 75.0
"""Where in per cent of the bar's width the total is reached; what is beyond is more than it."""

_SURE = "sure"


def amount(w: Wording, number: Number) -> str:
    """`921 (891–951)`, or one number where all agree."""
    if number.low == number.best == number.high:
        return w.number(number.best)
    return f"{w.number(number.best)} ({w.interval(number.low, number.high)})"


def total_lines(catalogue: Catalogue, w: Wording) -> list[dict[str, Any]]:
    """The rows of the table, in the order of `headcount coverage`."""
    return [_row(catalogue, w, t) for t in catalogue.book.kept.totals if t.total.best >= LEAST]


def by_country(catalogue: Catalogue, w: Wording) -> list[dict[str, Any]]:
    """The rows of each country by its name, the country with most totals first."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in total_lines(catalogue, w):
        groups.setdefault(row["held"].country or "", []).append(row)
    ordered = sorted(groups, key=lambda code: (-len(groups[code]), w.country(code)))
    return [
        {
            "id": f"c-{n}",
            "name": w.country(code) or w.t("totals.any_country"),
            "rows": groups[code],
        }
        for n, code in enumerate(ordered, 1)
    ]


def _row(catalogue: Catalogue, w: Wording, held: HeldTotal) -> dict[str, Any]:
    claims = catalogue.claims_at(held.claims)
    unit, kind = held.unit, held.kind
    counted = Counted(kind, unit, held.people, low=held.total.low, high=held.total.high)
    return {
        "held": held,
        "claims": [c for c in claims if c.document in catalogue.documents],
        "counted": w.counted(counted),
        "whose": w.nationality(held.people),
        "period": w.days(held.start, held.end),
        "recorded": amount(w, held.recorded),
        "share": _share(w, held),
        "bar": _bar(held),
        "missing": _missing(w, held),
        "operations": [
            _operation(catalogue, w, held, one)
            for one in held.operations
            if one.standing != "too_large"
        ],
    }


def _share(w: Wording, held: HeldTotal) -> str:
    """`72%`, `67% (60%–72%)`, or `about 60%` where the total or the record is open."""
    low, best, high = held.shares
    if held.recorded == Number():
        return _percent(w, 0.0)
    if high is None or held.total.high is None:
        return w.t("totals.about", share=_percent(w, best))
    if round(low, 2) == round(high, 2):
        return _percent(w, best)
    ends = {"low": _percent(w, low), "high": _percent(w, high)}
    return w.t("totals.between", share=_percent(w, best), **ends)


def _percent(w: Wording, share: float) -> str:
    return w.t("totals.percent", n=w.number(round(share * 100)))


def _bar(held: HeldTotal) -> dict[str, Any]:
    """Ends of the bar in per cent of the width: sure, likely, perhaps; and whether it is cut."""
    whole = held.total.best or 1
    recorded = held.recorded
    ends = [recorded.low, recorded.best, recorded.best if recorded.high is None else recorded.high]
    sure, likely, may = (round(min(100.0, FULL * end / whole), 2) for end in ends)
    return {
        "sure": sure,
        "likely": likely,
        "may": 100.0 if recorded.high is None and recorded.best else may,
        "open": recorded.high is None,
        "cut": FULL * recorded.best / whole > 100,
    }


def _missing(w: Wording, held: HeldTotal) -> str:
    """What of the total is in no operation on record, in words."""
    left = held.missing
    if held.recorded == Number():
        return w.t("totals.nothing_on_record")
    if left.best == 0 and held.recorded.best > held.total.best:
        if held.total.high is None:
            return w.t("totals.reached")
        if left.high:
            return w.t("totals.more_perhaps", n=w.number(left.high))
        return w.t("totals.more_on_record")
    if left.high == 0:
        return w.t("totals.nothing_missing")
    if not left.low and left.high is None:
        return w.t("totals.missing_open", n=w.number(left.best))
    return w.t("totals.missing_is", n=amount(w, left))


def _operation(
    catalogue: Catalogue, w: Wording, held: HeldTotal, one: HeldOperation
) -> dict[str, Any]:
    event = catalogue.event_by_id.get(one.event)
    # A raid of which nobody told how many sites were searched stands for one.
    number = one.adds if one.standing == "uncounted" else one.number
    noun = w.noun(Counted(held.kind, held.unit))
    people = w.nationality(one.people)
    notes = [] if one.standing == _SURE else [w.t(f"standing.{one.standing}")]
    if one.same_authority:
        notes.append(w.t("totals.same_authority"))
    return {
        "href": f"events/{catalogue.event_names[one.event]}.html" if event else "",
        "text": f"{amount(w, number)} {noun}" + (f" ({people})" if people else ""),
        "place": w.place(event.place, event.country) if event else "",
        "days": w.days(one.start, one.end),
        "notes": notes,
    }


def unseen_lines(w: Wording, estimates: Iterable[UnseenEstimate]) -> list[dict[str, Any]]:
    """Each estimate with its numbers, its assumption and what it rests on, or why it is refused."""
    return [_estimate(w, each) for each in estimates]


def _estimate(w: Wording, found: UnseenEstimate) -> dict[str, Any]:
    names = [w.language(tag) for tag in found.lists]
    counts = dict(found.counts)
    common = counts.get("both", counts.get("two_origins", 0))
    made: dict[str, Any] = {
        "method": found.method,
        "seen": found.seen,
        "names": w.t("unseen.pair", one=names[0], other=names[1]) if names else "",
        "refused": "",
        "number": "",
    }
    values = {name: w.number(n) for name, n in found.counts if name not in found.lists}
    if found.lists:
        one, other = (w.number(counts[tag]) for tag in found.lists)
        values |= {"one": names[0], "other": names[1], "n_one": one, "n_other": other}
    made["basis"] = w.t(f"unseen.basis_{found.method}", seen=w.number(found.seen), **values)
    if found.unseen is None:
        reason = f"unseen.refused_{found.refused}_{found.method}"
        made["refused"] = w.t(reason, n=w.number(common), needed=w.number(found.needed))
        return made
    unseen = found.unseen
    every = (unseen.low, unseen.best, unseen.high or unseen.best)
    low, best, high = (_percent(w, found.seen / max(1, found.seen + n)) for n in every)
    shares = {"share": best, "low": high, "high": low}
    made["number"] = w.number(unseen.best)
    made["interval"] = w.interval(unseen.low, unseen.high)
    made["share"] = w.t("unseen.share", seen=w.number(found.seen), **shares)
    made["assumes"] = w.t(f"unseen.assumes_{found.method}")
    made["by"] = w.t(f"unseen.method_{found.method}")
    return made
