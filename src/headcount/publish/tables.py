"""The data files to download: CSV, JSON lines, GeoJSON, and the package that describes them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

from headcount.model import Claim
from headcount.publish import views
from headcount.publish.catalogue import Catalogue
from headcount.publish.confidence import confidence
from headcount.publish.guards import csv_cell, safe_url
from headcount.publish.sentences import record


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: name, Frictionless type, HXL tag, meaning in both languages."""

    name: str
    type: str
    hxl: str
    en: str
    fr: str


def _columns(name: str) -> tuple[Column, ...]:
    """The columns in the order of the file, as the table of this name in strings/ tells them."""
    table = resources.files("headcount.publish") / "strings" / f"{name}.tsv"
    lines = table.read_text("utf-8").splitlines()[1:]
    return tuple(Column(*line.split("\t")) for line in lines)


COLUMNS = _columns("columns")
"""The columns of claims.csv."""

DESCRIBED = {f"codebook_{name}": _columns(name) for name in ("totals", "accounts")}
"""The columns of totals.csv and accounts.csv, by the key of their caption."""

_DOCUMENT = ("id", "outlet", "agency", "title", "published", "published_found", "lang", "url")
_EVENT = (
    "event", "country", "place", "lat", "lon", "precision", "start", "end", "kind", "unit",
    "nationality", "group", "currency", "low", "best", "high", "rule", "claims", "reports",
)  # fmt: skip
_INTEGERS = {"n", "low", "best", "high", "claims", "reports"}
_DAYS = {"start", "end", "published"}


def data_files(catalogue: Catalogue, title: str) -> dict[str, str]:
    """Every data file by its name within `data/`, as text."""
    claims = [_claim_row(catalogue, c) for c in catalogue.claims.values()]
    names = [c.name for c in COLUMNS]
    files = {
        "claims.csv": _csv([names, *claims]),
        "claims-hxl.csv": _csv([names, [c.hxl for c in COLUMNS], *claims]),
        "claims.schema.csv": _schema(COLUMNS),
        "claims.jsonl": _lines(
            {**c.as_json(), "confidence": confidence(c)} for c in catalogue.claims.values()
        ),
        "documents.csv": _csv([list(_DOCUMENT), *_document_rows(catalogue)]),
        "events.csv": _csv([list(_EVENT), *_event_rows(catalogue)]),
        "events.jsonl": _lines(views.record(catalogue, e) for e in catalogue.events),
        "events.geojson": _geojson(catalogue),
        "totals.csv": _csv([_names("totals"), *_total_rows(catalogue)]),
        "totals.schema.csv": _schema(DESCRIBED["codebook_totals"]),
        "accounts.csv": _csv([_names("accounts"), *_account_rows(catalogue)]),
        "accounts.schema.csv": _schema(DESCRIBED["codebook_accounts"]),
        "findings.jsonl": _lines(record(f) for f in catalogue.findings),
    }
    files["datapackage.json"] = _package(catalogue, title)
    return files


def _names(table: str) -> list[str]:
    return [c.name for c in DESCRIBED[f"codebook_{table}"]]


def _schema(columns: Iterable[Column]) -> str:
    """The codebook of a table as a table."""
    head = ["column", "type", "hxl", "meaning_en", "meaning_fr"]
    return _csv([head, *([c.name, c.type, c.hxl, c.en, c.fr] for c in columns)])


def _total_rows(catalogue: Catalogue) -> Iterable[list[object]]:
    for t in catalogue.book.kept.totals:
        numbers = [n for a in (t.total, t.recorded, t.missing) for n in (a.low, a.best, a.high)]
        shares = [None if share is None else round(share, 4) for share in t.shares]
        yield [
            t.kind, t.unit, ";".join(t.people), t.country, t.destination, t.start, t.end,
            ";".join(t.authorities), *numbers, *shares,
            ";".join(dict.fromkeys(o.event for o in t.operations)),
            ";".join(f"{document}#{n}" for document, n in t.claims),
        ]  # fmt: skip


def _account_rows(catalogue: Catalogue) -> Iterable[list[object]]:
    """As `headcount account --format csv` prints them."""
    kept = catalogue.book.kept
    named = [("+".join(a.people) or "unknown", a) for a in kept.accounts]
    for name, account in [*named, *([("all", kept.whole)] if kept.whole else [])]:
        for line, number in account.lines:
            yield [name, line, number.low, number.best, number.high]


def claim_id(claim: Claim) -> str:
    """`document#n`: how a claim is cited."""
    return f"{claim.document}#{claim.n}"


def _claim_row(catalogue: Catalogue, claim: Claim) -> list[object]:
    document = catalogue.documents.get(claim.document)
    event = catalogue.event_of.get((claim.document, claim.n))
    record = claim.as_json()
    values: dict[str, object] = {c.name: record.get(c.name) for c in COLUMNS if c.name in record}
    values |= {
        "claim": claim_id(claim),
        "event": event.id if event else None,
        "nationality": ";".join(claim.nationality),
        "quote": claim.quote.exact,
        "quote_start": claim.quote.start,
        "quote_end": claim.quote.end,
        "confidence": confidence(claim),
    }
    if document:
        values |= {
            "outlet": document.outlet,
            "published": document.published,
            "lang": document.lang,
            "url": safe_url(document.url),
        }
    return [values.get(c.name) for c in COLUMNS]


def _document_rows(catalogue: Catalogue) -> Iterable[list[object]]:
    for d in catalogue.documents.values():
        found = str(d.published_found)
        yield [d.id, d.outlet, d.agency, d.title, d.published, found, d.lang, safe_url(d.url)]


def _event_rows(catalogue: Catalogue) -> Iterable[list[object]]:
    for e in catalogue.events:
        about = [e.id, e.country, e.place, e.lat, e.lon, e.precision, e.start, e.end]
        for f in e.figures:
            yield [
                *about, f.kind, f.unit, ";".join(f.nationality), f.group, f.currency,
                f.low, f.best, f.high, f.rule, len(f.claims), len({d for d, _ in f.claims}),
            ]  # fmt: skip


def _csv(rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([csv_cell(cell) for cell in row] for row in rows)
    return out.getvalue()


def _lines(records: Iterable[dict[str, Any]]) -> str:
    return "".join(json.dumps(r, ensure_ascii=False, sort_keys=True) + "\n" for r in records)


def _geojson(catalogue: Catalogue) -> str:
    features = [
        {
            "type": "Feature",
            "id": e.id,
            "geometry": {"type": "Point", "coordinates": [e.lon, e.lat]},
            "properties": {
                k: v for k, v in views.record(catalogue, e).items() if k not in ("lat", "lon", "id")
            },
        }
        for e in catalogue.events
        if e.lat is not None and e.lon is not None
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def _package(catalogue: Catalogue, title: str) -> str:
    def resource(name: str, fields: list[dict[str, str]], keys: list[str]) -> dict[str, Any]:
        schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
        if keys:
            schema["primaryKey"] = keys
        return {
            "name": name,
            "path": f"{name}.csv",
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": schema,
        }

    def described(columns: Iterable[Column]) -> list[dict[str, str]]:
        return [{"name": c.name, "type": c.type, "description": c.en} for c in columns]

    keys = ["nationality", "line"]
    package = {
        "profile": "tabular-data-package",
        "name": "headcount",
        "title": title,
        "version": catalogue.as_of.isoformat() if catalogue.as_of else "0",
        "resources": [
            resource("claims", described(COLUMNS), ["claim"]),
            resource("documents", [_field(n) for n in _DOCUMENT], ["id"]),
            resource("events", [_field(n) for n in _EVENT], []),
            resource("totals", described(DESCRIBED["codebook_totals"]), []),
            resource("accounts", described(DESCRIBED["codebook_accounts"]), keys),
        ],
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _field(name: str) -> dict[str, str]:
    if name in ("lat", "lon"):
        return {"name": name, "type": "number"}
    kind = "integer" if name in _INTEGERS else "date" if name in _DAYS else "string"
    return {"name": name, "type": kind}
