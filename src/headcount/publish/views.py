"""Parts of pages worked out from the catalogue in one language: headlines, plots, map, sums."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from headcount.books import Confirmed
from headcount.model import FOREIGN, Claim, Event, Figure, Scope, Unit
from headcount.publish.catalogue import FAMILY_OF, Catalogue, Spot
from headcount.publish.scale import numbers, scale, strip
from headcount.publish.sentences import of_join, of_reason, of_reasons
from headcount.publish.speakers import of_speaker
from headcount.publish.wording import Wording, wording

IN_TITLE = 2
"""Figures that an event's title tells at most."""

_MOST_IN_POPUP = 6
_APPROXIMATE = ("province", "country", "")


def headline(catalogue: Catalogue, w: Wording, event: Event) -> str:
    """`215 freed, 34 arrested (Thailand)`: the main figures, or the event's title without any.

    What is no operation says so: `3,455 arrested · running total`. The one title that an event has
    on the site, in the data files and on the command line.
    """
    figures = catalogue.main_figures(event)[:IN_TITLE]
    if not figures:
        return event.title or w.t("event.untitled")
    title = ", ".join(_told(catalogue, w, f) for f in figures)
    scopes = [catalogue.scope_of(f) for f in figures]
    if scopes[0] is not Scope.EVENT and len(set(scopes)) == 1:
        title += f" · {w.t(f'scope.{scopes[0]}')}"
    return title[:1].upper() + title[1:]


def _told(catalogue: Catalogue, w: Wording, figure: Figure) -> str:
    whom = "" if figure.nationality == (FOREIGN,) else w.of_whom(figure)
    return w.counted(figure, catalogue.words_of(figure)) + (f" ({whom})" if whom else "")


def best(catalogue: Catalogue, w: Wording, figure: Figure) -> str:
    """The figure's best number, or the words told where no report gives a number."""
    words = catalogue.words_of(figure)
    return w.claimed(words) if words else w.best(figure)


def record(catalogue: Catalogue, event: Event) -> dict[str, Any]:
    """The event as data files and `--format jsonl` give it: titled and worded in English."""
    w = wording("en")
    joins = (" + ".join(join.documents) + f": {of_join(w, join)}" for join in event.joined)
    return {
        **event.as_json(),
        "title": headline(catalogue, w, event),
        "figures": [figure_record(figure) for figure in event.figures],
        "joins": list(joins),
        "confirmed": _confirmed_record(catalogue.book.confirmation(event)),
    }


def _confirmed_record(found: Confirmed | None) -> dict[str, Any] | None:
    return {"on": found.on, "why": found.why, "whole": found.whole} if found else None


def figure_record(figure: Figure) -> dict[str, Any]:
    """The figure as data files and `--format jsonl` give it: with its reason in English."""
    return {**figure.as_json(), "reason": of_reasons(wording("en"), figure.because)}


def join_rows(catalogue: Catalogue, w: Wording, event: Event) -> list[dict[str, Any]]:
    """Why the event's reports belong together: the two documents, and the reasons."""
    rows = []
    for join in event.joined:
        documents = [catalogue.documents[d] for d in join.documents if d in catalogue.documents]
        rows.append({"documents": documents, "reasons": of_join(w, join)})
    return rows


def origin_rows(catalogue: Catalogue, w: Wording, event: Event) -> dict[str, Any]:
    """How many origins the event's reports have, which share one and why, and which stand alone."""
    origins = catalogue.origins.get(event.id, ())
    shared, apart = [], []
    for origin in origins:
        documents = [catalogue.documents[d] for d in origin.documents if d in catalogue.documents]
        if len(documents) > 1:
            reasons = ", ".join(of_reason(w, reason) for reason in origin.reasons)
            shared.append({"documents": documents, "reasons": reasons})
        else:
            apart.extend(documents)
    reports = w.tn("count.reports", len(event.documents))
    told = w.t("origins.of", reports=reports, origins=w.tn("origins.count", len(origins)))
    return {"told": told if origins else "", "shared": shared, "apart": apart}


def claimed(w: Wording, claim: Claim) -> str:
    """`109 freed (Thailand)`."""
    whom = w.of_whom(claim)
    return w.counted(claim) + (f" ({whom})" if whom else "")


def detail(w: Wording, claim: Claim) -> str:
    """Place, days, speaker and scope of a claim in one line, each after a dot, or ""."""
    parts = [w.place(claim.place, claim.country), w.days(claim.start, claim.end)]
    if claim.origin and claim.destination:
        parts.append(f"{w.country(claim.origin)} → {w.country(claim.destination)}")
    elif claim.origin or claim.destination:
        way = "to" if claim.destination else "from"
        country = w.country(claim.destination or claim.origin)
        parts.append(w.t(f"event.moved_{way}", country=country))
    if claim.according_to:
        # Isolated, so that a name in a script from right to left does not turn the line round.
        parts.append(f"{w.t('event.according_to')} \u2068{of_speaker(w, claim.according_to)}\u2069")
    if claim.scope is not Scope.EVENT:
        parts.append(w.t(f"scope.{claim.scope}"))
    return "".join(f" · {part}" for part in parts if part)


def total_rows(catalogue: Catalogue) -> list[dict[str, Any]]:
    """The sums of the overview, each placed on one scale."""
    totals = catalogue.totals
    line = scale(v for t in totals for v in (t.low, t.best, t.high))
    return [
        {
            "total": t,
            "family": FAMILY_OF[t.kind],
            "left": line.at(t.low),
            "right": 100.0 if t.high is None else line.at(t.high),
            "best": line.at(t.best),
        }
        for t in totals
    ]


def confirmed(w: Wording, found: Confirmed) -> str:
    """`confirmed`, or that it was and something has changed since."""
    return w.t("confirmed.whole" if found.whole else "confirmed.partly")


def confirmation(w: Wording, found: Confirmed | None) -> str:
    """When and why a person confirmed an event, "" if nobody did. Who did is not published."""
    if found is None:
        return ""
    day = w.day_short(date.fromisoformat(found.on))
    return w.t(f"confirmed.{'told' if found.whole else 'told_partly'}", day=day, why=found.why)


def plots(catalogue: Catalogue, w: Wording, event: Event) -> list[dict[str, Any]]:
    """The event's figures by unit (and currency), each group with one scale for all its rows."""
    groups: dict[tuple[Unit, str | None], list[Figure]] = {}
    for figure in event.figures:
        groups.setdefault((figure.unit, figure.currency), []).append(figure)
    drawn = []
    for (unit, currency), figures in sorted(
        groups.items(), key=lambda g: (list(Unit).index(g[0][0]), g[0][1] or "")
    ):
        ordered = sorted(figures, key=_row_order)
        claims = [c for f in ordered for c in catalogue.claims_at(f.claims)]
        line = scale(numbers(ordered, claims))
        rows = [
            _row(catalogue, w, event, f) | {"strip": _strip(catalogue, line, f)} for f in ordered
        ]
        drawn.append({"unit": unit, "currency": currency, "line": line, "rows": rows})
    return drawn


def _row_order(figure: Figure) -> tuple[str, str, bool, int]:
    whole = not figure.nationality and figure.group is None
    kind = f"{list(type(figure.kind)).index(figure.kind):02}"
    return (kind, "", not whole, -(figure.best or figure.low or 0))


def _strip(catalogue: Catalogue, line: Any, figure: Figure) -> Any:
    return strip(line, figure, catalogue.claims_at(figure.claims))


def _row(catalogue: Catalogue, w: Wording, event: Event, figure: Figure) -> dict[str, Any]:
    claims = catalogue.claims_at(figure.claims)
    whom = w.of_whom(figure)
    label = w.kind(figure.kind) + (f" · {whom}" if whom else "")
    scopes = {c.scope for c in claims}
    scope = next(iter(scopes)) if len(scopes) == 1 else Scope.EVENT
    low, high = figure.low, figure.high
    return {
        "figure": figure,
        "reason": of_reasons(w, figure.because),
        "family": FAMILY_OF[figure.kind],
        "label": label,
        "interval": w.value(figure.unit, low, high, figure.currency) if low != high else "",
        "best": best(catalogue, w, figure),
        "disputed": catalogue.is_disputed(event, figure),
        "scope": "" if scope is Scope.EVENT else w.t(f"scope.{scope}"),
        "sources": len({c.document for c in claims}),
        "claims": [c for c in claims if c.document in catalogue.documents],
    }


def conflict(catalogue: Catalogue, w: Wording, event: Event, figure: Figure) -> dict[str, Any]:
    """A disputed figure with its own scale, for the overview."""
    claims = catalogue.claims_at(figure.claims)
    line = scale(numbers([figure], claims))
    whom = w.of_whom(figure)
    return {
        "event": event,
        "best": best(catalogue, w, figure),
        "family": FAMILY_OF[figure.kind],
        "label": w.noun(figure) + (f" ({whom})" if whom else ""),
        "line": line,
        "strip": strip(line, figure, claims),
    }


def map_data(catalogue: Catalogue, w: Wording, spots: Sequence[Spot], root: str) -> dict[str, Any]:
    """What the map's script needs: points with their events, names of countries, its few words."""
    return {
        "spots": [
            {
                "lat": s.lat,
                "lon": s.lon,
                "n": len(s.events),
                "name": w.place(s.place, s.country) or w.t("event.unknown_place"),
                "count": w.tn("count.events", len(s.events)),
                "rough": s.precision in _APPROXIMATE,
                "events": [
                    {
                        "href": f"{root}events/{catalogue.event_names[e.id]}.html",
                        "text": headline(catalogue, w, e),
                        "day": w.days(e.start, e.end),
                    }
                    for e in s.events[:_MOST_IN_POPUP]
                ],
            }
            for s in spots
        ],
        "names": {code: w.country(code) for code in _LABELLED},
        "words": {
            "all": w.t("overview.show_all"),
            "region": w.t("overview.show_region"),
            "zoom_in": w.t("overview.zoom_in"),
            "zoom_out": w.t("overview.zoom_out"),
            "close": w.t("overview.close"),
            "more": w.t("table.and_more"),
        },
    }


_LABELLED = (
    "KHM", "THA", "MMR", "LAO", "VNM", "PHL", "MYS", "IDN", "CHN", "BGD", "IND", "TWN", "SGP",
)  # fmt: skip
"""Countries whose names stand on the map; their label points are in map.js."""
