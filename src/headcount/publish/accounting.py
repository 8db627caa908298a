"""The pages "Accounts": all, and each nationality of whom enough groups are told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from headcount.books import KeptAccount, KeptStep, KeptStock, Number, StageTotal
from headcount.model import Kind
from headcount.publish.catalogue import Catalogue
from headcount.publish.flows import flow
from headcount.publish.holdings import amount
from headcount.publish.speakers import of_speaker
from headcount.publish.wording import Wording
from headcount.reasons import Counted, Key

ENOUGH = 3
"""Groups from which on a nationality has a page of its own."""

BOOKS = ("people", "only_reported", "came_out", "home", "waiting", "not_accounted_for")
"""Lines that add up: each one to the line above it that stands further out."""

TOLD = ("told_reported", "told_out", "told_identified", "told_transferred", "told_home", "missing",
        "held")  # fmt: skip
LAST = ("last_out", "last_identified", "last_transferred")

LINES = (*TOLD, "people", "only_reported", "came_out", "home", "not_home", *LAST, "waiting",
         "not_accounted_for")  # fmt: skip
"""The lines of an account in the order of accounts.csv."""

_OVERVIEW = ("told_reported", "missing", "came_out", "home", "held", "not_accounted_for")
_SUMMED = {"out": (Kind.FREED, Kind.ESCAPED), "home": (Kind.REPATRIATED, Kind.DEPORTED)}
_DEPTH = {"people": 0, "only_reported": 1, "came_out": 1}


def page_name(account: KeptAccount) -> str:
    """The file of an account's own page within `accounts/`, "" if it has none."""
    if len(account.groups) < ENOUGH:
        return ""
    return "-".join(account.people).lower() or "not-told"


def whose(w: Wording, account: KeptAccount) -> str:
    """The nationality in words."""
    return w.nationality(account.people) or w.t("accounts.not_told")


def overview(catalogue: Catalogue, w: Wording) -> dict[str, Any]:
    """What the template of the page of all accounts is given."""
    kept = catalogue.book.kept
    rows = [
        {
            "name": whose(w, each),
            "href": f"accounts/{name}.html" if (name := page_name(each)) else "",
            "cells": _cells(w, each),
            "total": _largest(catalogue, w, each),
        }
        for each in kept.accounts
    ]
    context: dict[str, Any] = {
        "active": "accounts",
        "rows": rows,
        "columns": _OVERVIEW,
        "enough": ENOUGH,
    }
    if kept.whole is None:
        return context | {"flow": None, "lines": {}, "tables": [], "whole": []}
    drawn = _drawn(w, kept.whole)
    return context | {"whole": _cells(w, kept.whole), "beside": _beside(catalogue, w), **drawn}


def _beside(catalogue: Catalogue, w: Wording) -> list[str]:
    """For each stage that the overview sums up by kinds: what it comes to here and there."""
    whole = catalogue.book.kept.whole
    lines = dict(whole.lines) if whole else {}
    found = []
    for stage, kinds in _SUMMED.items():
        there = sum(total.best for total in catalogue.totals if total.kind in kinds)
        here = lines.get(f"told_{stage}", Number())
        if there or here.best:
            numbers = {"told": w.number(here.best), "sum": w.number(there)}
            found.append(w.t("accounts.beside_overview", stage=w.t(f"stage.{stage}"), **numbers))
    return found


def account_page(catalogue: Catalogue, w: Wording, account: KeptAccount) -> dict[str, Any]:
    """What the template of one nationality's page is given."""
    return {
        "active": "accounts",
        "name": whose(w, account),
        "named": bool(account.people),
        "page": page_name(account),
        "stocks": [_stock(catalogue, w, s) for s in account.stocks],
        "totals": [_total(catalogue, w, account.people, t) for t in account.totals],
        "groups": _groups(catalogue, w, account),
        **_drawn(w, account),
    }


def _drawn(w: Wording, account: KeptAccount) -> dict[str, Any]:
    lines = dict(account.lines)

    def rows(names: Sequence[str], keep: Sequence[str] = ()) -> list[tuple[str, Number, int]]:
        wanted = [n for n in names if n in keep or lines[n] != Number()]
        return [(n, lines[n], _DEPTH.get(n, 2)) for n in wanted]

    tables = [("books", rows(BOOKS, BOOKS)), ("told", rows(TOLD)), ("last", rows(LAST))]
    return {
        "flow": flow(account),
        "tables": [(name, found) for name, found in tables if found],
        "lines": lines,
    }


def _cells(w: Wording, account: KeptAccount) -> list[dict[str, str]]:
    lines = dict(account.lines)
    cells = []
    for name in _OVERVIEW:
        number = lines[name]
        told = number != Number()
        spread = told and not number.low == number.best == number.high
        cells.append(
            {
                "label": w.t(f"line.{name}"),
                "best": w.number(number.best) if told else "",
                "range": w.interval(number.low, number.high) if spread else "",
            }
        )
    return cells


def _largest(catalogue: Catalogue, w: Wording, account: KeptAccount) -> dict[str, str]:
    """The largest running total of any stage, with its days; nothing where none is told."""
    largest = max(account.totals, key=lambda t: t.number.best, default=None)
    return {} if largest is None else _total(catalogue, w, (), largest)


def _source(catalogue: Catalogue, keys: Sequence[Key]) -> str:
    """Where the first of the claims stands, below the site's root, or ""."""
    known = [c for c in catalogue.claims_at(tuple(keys)) if c.document in catalogue.documents]
    if not known:
        return ""
    return f"reports/{catalogue.report_names[known[0].document]}.html#c{known[0].n}"


def _stock(catalogue: Catalogue, w: Wording, stock: KeptStock) -> dict[str, str]:
    number = stock.number
    about = Counted(stock.what, "person", low=number.low, high=number.high)
    return {
        "text": w.counted(about),
        "country": w.country(stock.country),
        "day": w.day(stock.day),
        "href": _source(catalogue, stock.claims),
    }


def _total(
    catalogue: Catalogue, w: Wording, people: tuple[str, ...], total: StageTotal
) -> dict[str, str]:
    about = Counted(total.kind, "person", people, low=total.number.low, high=total.number.high)
    return {
        "text": w.what(about),
        "days": w.days(total.start, total.end),
        "authorities": ", ".join(of_speaker(w, name) for name in total.authorities),
        "href": _source(catalogue, total.claims),
    }


def _groups(catalogue: Catalogue, w: Wording, account: KeptAccount) -> list[list[dict[str, str]]]:
    """The groups, the largest first, each with its steps."""
    ordered = sorted(account.groups, key=lambda g: -max(s.number.best for s in g))
    return [
        [_step(catalogue, w, step, first=at == 0) for at, step in enumerate(group)]
        for group in ordered
    ]


def _step(catalogue: Catalogue, w: Wording, step: KeptStep, *, first: bool) -> dict[str, str]:
    event = catalogue.event_by_id.get(step.event)
    return {
        "number": amount(w, step.number),
        "stage": w.t(f"stage.{step.stage}"),
        "days": w.days(step.start, step.end),
        "place": w.place(event.place, event.country) if event else "",
        "href": f"events/{catalogue.event_names[step.event]}.html" if event else "",
        "link": "" if first else w.t(f"link.{step.link}"),
    }
