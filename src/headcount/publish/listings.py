"""The four long tables: which rows, columns and filters each has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from headcount.model import Event, Kind, Scope, Unit
from headcount.publish.catalogue import FAMILIES, Catalogue
from headcount.publish.wording import Wording

_NUMERIC = {"reports_n", "origins_n", "number", "claims_n"}


def listings(catalogue: Catalogue, w: Wording) -> Iterator[dict[str, Any]]:
    """What the templates of events, claims, reports and findings are given, in this order."""
    yield _events(catalogue, w)
    yield _claims(catalogue, w)
    yield _listing(
        w,
        "reports",
        catalogue.reports,
        ("published", "outlet", "report", "language", "claims_n"),
        [_filter(w, "lang", "language", _languages(catalogue, w))],
    )
    yield _findings(catalogue, w)


def _events(catalogue: Catalogue, w: Wording) -> dict[str, Any]:
    events = catalogue.events
    checked = [("yes", w.t("confirmed.whole"))] if catalogue.book.confirmed else []
    filters = [
        _kinds(w, (k for e in events for k in e.kinds)),
        _filter(w, "family", "family", [(f, w.t(f"family.{f}")) for f in FAMILIES]),
        _countries(w, (e.country for e in events)),
        _filter(w, "conflict", "conflict", [("yes", w.t("table.conflict_yes"))]),
        _filter(w, "checked", "checked", checked),
    ]
    columns = ("day", "event", "place", "country", "kinds", "reports_n", "origins_n", "conflict")
    return _listing(w, "events", events, columns, filters)


def _claims(catalogue: Catalogue, w: Wording) -> dict[str, Any]:
    newest = {d.id: i for i, d in enumerate(catalogue.reports)}
    claims = sorted(
        (c for c in catalogue.claims.values() if c.document in newest),
        key=lambda c: (newest[c.document], c.n),
    )
    codes = {n for c in claims for n in c.nationality}
    nationalities = sorted((w.nationality((code,)), code) for code in codes)
    filters = [
        _kinds(w, (c.kind for c in claims)),
        _filter(w, "nationality", "nationality", [(code, name) for name, code in nationalities]),
        _countries(w, (c.country for c in claims)),
        _filter(w, "scope", "scope", _used(w, "scope", Scope, {c.scope for c in claims})),
        _filter(w, "unit", "unit", _used(w, "unit", Unit, {c.unit for c in claims})),
        _filter(w, "lang", "language", _languages(catalogue, w)),
    ]
    columns = (
        "number", "kind", "nationality", "place", "when", "speaker", "quote", "outlet", "published",
    )  # fmt: skip
    return _listing(w, "claims", claims, columns, filters)


def _findings(catalogue: Catalogue, w: Wording) -> dict[str, Any]:
    findings = catalogue.findings
    severities = [s for s in ("error", "warning", "note") if any(f.severity == s for f in findings)]
    filters = [
        _filter(w, "severity", "severity", _named(severities, w, "finding")),
        _filter(w, "code", "finding", _named(sorted({f.code for f in findings}), w, "finding")),
    ]
    columns = ("severity", "finding", "event", "rests_on")
    listing = _listing(w, "findings", findings, columns, filters)
    by_id: dict[str, Event] = {e.id: e for e in catalogue.events}
    return listing | {"events_by_id": by_id, "has_days": False}


def _listing(
    w: Wording,
    active: str,
    rows: Iterable[Any],
    columns: tuple[str, ...],
    filters: list[dict[str, Any]],
) -> dict[str, Any]:
    return {
        "active": active,
        "rows": tuple(rows),
        "columns": [{"label": w.t(f"table.{c}"), "num": c in _NUMERIC} for c in columns],
        "filters": [f for f in filters if f["options"]],
        "has_days": True,
    }


def _filter(w: Wording, name: str, label: str, options: list[tuple[str, str]]) -> dict[str, Any]:
    return {"name": name, "label": w.t(f"table.{label}"), "options": options}


def _kinds(w: Wording, kinds: Iterable[Kind]) -> dict[str, Any]:
    return _filter(w, "kind", "kind", _used(w, "kind", Kind, set(kinds)))


def _countries(w: Wording, codes: Iterable[str | None]) -> dict[str, Any]:
    named = sorted((w.country(code), code) for code in {c for c in codes if c})
    return _filter(w, "country", "country", [(code, name) for name, code in named])


def _languages(catalogue: Catalogue, w: Wording) -> list[tuple[str, str]]:
    return [(tag, w.language(tag)) for tag in catalogue.languages]


def _used(w: Wording, table: str, order: Iterable[str], used: set[Any]) -> list[tuple[str, str]]:
    return [(str(v), w.t(f"{table}.{v}")) for v in order if v in used]


def _named(values: Iterable[str], w: Wording, table: str) -> list[tuple[str, str]]:
    return [(v, w.label(table, v)) for v in values]
