"""Every page of the site, one after the other, as path and text: what each template is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial
from typing import Any
from urllib.parse import urlsplit

import jinja2

from headcount.model import Claim, Document, Event, Kind
from headcount.publish import accounting, holdings, views
from headcount.publish.catalogue import Catalogue
from headcount.publish.guards import safe_url, script_json
from headcount.publish.listings import listings
from headcount.publish.quoting import passages
from headcount.publish.sentences import of_finding
from headcount.publish.speakers import of_speaker
from headcount.publish.tables import COLUMNS, DESCRIBED
from headcount.publish.timeline import LANE, timeline
from headcount.publish.traces import of_trace
from headcount.publish.whereabouts import by_country
from headcount.publish.wording import LANGUAGES, Wording, wording

CSP = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' file:",
        "style-src 'self' file:",
        "img-src 'self' file: data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
)
"""No inline script or style, no connection. `file:` is for sites opened from disk: some browsers
do not count files as 'self', and a page from the web may not load files anyway."""

_CONFLICTS, _APART = 6, 8


@dataclass(frozen=True, slots=True)
class Edition:
    """The site in one language: whose words, which book, under which title, with which files."""

    w: Wording
    catalogue: Catalogue
    title: str
    files: tuple[tuple[str, int], ...]

    @property
    def folder(self) -> str:
        """Where the edition lies below the site's root: "" or `fr/`."""
        return "" if self.w.lang == LANGUAGES[0] else f"{self.w.lang}/"


def pages(
    catalogue: Catalogue, title: str | None, files: dict[str, str]
) -> Iterator[tuple[str, str]]:
    """Path below the site's root and text of every page in every language."""
    sizes = tuple((name, len(text.encode())) for name, text in files.items())
    for lang in LANGUAGES:
        w = wording(lang)
        edition = Edition(w, catalogue, title or w.t("site.title"), sizes)
        for path, template, context in _contexts(edition):
            yield edition.folder + path, _render(edition, path, template, context)


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("headcount.publish"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _render(edition: Edition, path: str, template: str, context: dict[str, Any]) -> str:
    w = edition.w
    root = "../" * path.count("/")
    top = root + ("../" if edition.folder else "")
    other = next(lang for lang in LANGUAGES if lang != w.lang)
    other_folder = "" if other == LANGUAGES[0] else f"{other}/"
    shared = {
        "w": w,
        "cat": edition.catalogue,
        "site_title": edition.title,
        "csp": CSP,
        "root": root,
        "top": top,
        "here": path.rsplit("/", 1)[-1],
        "other_lang": other,
        "other_href": f"{top}{other_folder}{path}",
        "active": "",
        "head": partial(views.headline, edition.catalogue, w),
        "claimed": partial(views.claimed, w),
        "detail": partial(views.detail, w),
        "found": partial(of_finding, w),
        "traced": partial(of_trace, w),
        "speaker": partial(of_speaker, w),
        "confirmed_mark": partial(views.confirmed, w),
    }
    return _environment().get_template(template).render(shared | context)


def _contexts(edition: Edition) -> Iterator[tuple[str, str, dict[str, Any]]]:
    catalogue = edition.catalogue
    yield "index.html", "overview.html.j2", _overview(edition)
    for listing in listings(catalogue, edition.w):
        yield f"{listing['active']}.html", f"{listing['active']}.html.j2", listing
    yield "totals.html", "totals.html.j2", _totals(edition)
    yield "accounts.html", "accounts.html.j2", accounting.overview(catalogue, edition.w)
    for account in catalogue.book.kept.accounts:
        if name := accounting.page_name(account):
            context = accounting.account_page(catalogue, edition.w, account)
            yield f"accounts/{name}.html", "account.html.j2", context
    yield "data.html", "data.html.j2", _data(edition)
    yield "method.html", "method.html.j2", {"active": "method", "kinds": list(Kind)}
    order = list(catalogue.events)
    for i, event in enumerate(order):
        newer = order[i - 1] if i else None
        older = order[i + 1] if i + 1 < len(order) else None
        context = _event(edition, event) | {"newer": newer, "older": older}
        yield f"events/{catalogue.event_names[event.id]}.html", "event.html.j2", context
    for document in catalogue.reports:
        name = catalogue.report_names[document.id]
        yield f"reports/{name}.html", "report.html.j2", _report(catalogue, document)


def _overview(edition: Edition) -> dict[str, Any]:
    catalogue, w = edition.catalogue, edition.w
    return {
        "active": "overview",
        "totals": views.total_rows(catalogue),
        "map_data": script_json(views.map_data(catalogue, w, catalogue.spots, "")),
        "countries": by_country(catalogue),
        "line": timeline(catalogue),
        "lane_height": LANE,
        "month_end": _month_end,
        "conflicts": [
            views.conflict(catalogue, w, e, f) for e, f in catalogue.conflicts[:_CONFLICTS]
        ],
        "apart": catalogue.apart[:_APART],
    }


def _month_end(month: date) -> date:
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _totals(edition: Edition) -> dict[str, Any]:
    catalogue, w = edition.catalogue, edition.w
    return {
        "active": "totals",
        "groups": holdings.by_country(catalogue, w),
        "least": holdings.LEAST,
        "full": holdings.FULL,
        "unseen": holdings.unseen_lines(w, catalogue.book.kept.unseen),
    }


def _data(edition: Edition) -> dict[str, Any]:
    w = edition.w

    def size(count: int) -> str:
        return f"{w.number(max(1, round(count / 1024)))} KB"

    def key(name: str) -> str:
        stem = name.removesuffix(".csv") if name.endswith((".schema.csv", "-hxl.csv")) else name
        return stem.removesuffix(".json").replace(".", "_").replace("-", "_")

    return {
        "active": "data",
        "files": [(name, key(name), size(count)) for name, count in edition.files],
        "codebooks": [("codebook_caption", COLUMNS), *DESCRIBED.items()],
        "lines": accounting.LINES,
    }


def _event(edition: Edition, event: Event) -> dict[str, Any]:
    catalogue, w = edition.catalogue, edition.w
    spots = catalogue.spots_of(event)
    return {
        "active": "events",
        "event": event,
        "plots": views.plots(catalogue, w, event),
        "voices": _voices(catalogue, event),
        "findings": catalogue.findings_of.get(event.id, []),
        "confirmed": views.confirmation(w, catalogue.book.confirmation(event)),
        "joins": views.join_rows(catalogue, w, event),
        "origins": views.origin_rows(catalogue, w, event),
        "map_data": script_json(views.map_data(catalogue, w, spots, "../")) if spots else "",
    }


def _voices(catalogue: Catalogue, event: Event) -> list[dict[str, Any]]:
    claims: dict[str, list[Claim]] = {}
    for claim in catalogue.claims_at(event.claims):
        claims.setdefault(claim.document, []).append(claim)
    wanted = {*claims, *event.documents}
    return [
        {
            "doc": document,
            "url": safe_url(document.url),
            "passages": passages(document.text, claims.get(document.id, [])),
        }
        for document in catalogue.reports
        if document.id in wanted
    ]


def _report(catalogue: Catalogue, document: Document) -> dict[str, Any]:
    claims = catalogue.by_document.get(document.id, [])
    url = safe_url(document.url)
    events = {e.id: e for c in claims if (e := catalogue.event_of.get((c.document, c.n)))}
    return {
        "active": "reports",
        "doc": document,
        "url": url,
        "host": urlsplit(url).hostname if url else "",
        "shown": passages(document.text, claims),
        "events": list(events.values()),
    }
