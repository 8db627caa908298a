"""How well reports are joined: main events against the keys of readers, origins against credits."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations
from pathlib import Path

from benchmarks.results import Goal, Result
from headcount.documents.agencies import find_agency
from headcount.events.grouping import group_events
from headcount.events.main_event import main_events
from headcount.extract.engine import extract
from headcount.model import Claim, Document, Scope, claim_from_json
from headcount.reconcile.origins import origins

NAME = "joining"
ROOT = Path(__file__).parents[1]
SETS = (("gold", "examples"), ("gold", "examples", "held-out"))
LANGS = ("en", "fr", "es", "id", "vi", "th", "zh")
GOAL = 0.95
_IN_BRACKETS = re.compile(r"\(([^()]+)\)\s*$")


@dataclass(slots=True)
class Reports:
    """Reports with the claims of readers, the claims read by rules, and the readers' event keys."""

    documents: dict[str, Document] = field(default_factory=dict)
    annotated: list[Claim] = field(default_factory=list)
    read: list[Claim] = field(default_factory=list)
    keys: dict[str, str | None] = field(default_factory=dict)


def arguments(parser: argparse.ArgumentParser) -> None:
    """None."""


def run(options: argparse.Namespace) -> Result:
    """B-cubed of the reports' main events, of all and of those held out among all."""
    result = Result(NAME, ("claims, reports", "reports", "precision", "recall", "F1"))
    for folders in SETS:
        reports = _load(folders)
        spoken = {d: k for d, k in reports.keys.items() if reports.documents[d].lang in LANGS}
        for name, claims, keys in (
            ("annotated", reports.annotated, reports.keys),
            ("extracted", reports.read, spoken),
        ):
            events = group_events(claims, reports.documents)
            found = main_events(events, claims, reports.documents)
            asked = [d for d in keys if folders[-1] != "held-out" or d.startswith("held-out")]
            scores = b_cubed(found, keys, asked)
            label = "held-out among all" if folders[-1] == "held-out" else " + ".join(folders)
            result.rows.append((f"{name}, {label}", len(asked), *scores))
            if folders[-1] == "held-out":
                goal = f"B-cubed F1, {name} claims, held out"
                result.goals.append(Goal(goal, scores[2], GOAL, at_least=True))
    reports = _load(SETS[-1])
    for label, blind in (("origins", False), ("origins, credits hidden", True)):
        for about, estimates in (("", None), (", operations", False), (", estimates", True)):
            result.rows.append((label + about, *_origins(reports, blind, estimates)))
    return result


def b_cubed(
    found: Mapping[str, str], wanted: Mapping[str, str | None], asked: Iterable[str]
) -> tuple[float, float, float]:
    """Precision, recall and F1 over `asked`; a report without an event is one of its own."""
    key = {d: wanted[d] or d for d in wanted}
    got = {d: found.get(d, d) for d in wanted}
    precisions, recalls = [], []
    for d in asked:
        same_key = {e for e in wanted if key[e] == key[d]}
        same_got = {e for e in wanted if got[e] == got[d]}
        both = len(same_key & same_got)
        precisions.append(both / len(same_got))
        recalls.append(both / len(same_key))
    p, r = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    return p, r, 2 * p * r / (p + r)


def _load(folders: Iterable[str]) -> Reports:
    reports = Reports()
    for folder in folders:
        for line in (ROOT / folder / "documents.jsonl").read_text("utf-8").splitlines():
            paper = json.loads(line)
            path = ROOT / folder / f"{paper['id']}.json"
            if path.exists():
                _add(reports, f"{folder}/{paper['id']}", paper, json.loads(path.read_text("utf-8")))
    return reports


def _add(reports: Reports, ident: str, paper: dict[str, str], record: dict[str, object]) -> None:
    day = date.fromisoformat(paper["published"]) if paper.get("published") else None
    document = Document(
        ident, paper["text"], outlet=paper.get("outlet"), published=day, lang=str(record["lang"])
    )
    reports.documents[ident] = replace(document, agency=_credit(document))
    event = record.get("event")
    reports.keys[ident] = str(event) if event else None
    claims = record["claims"]
    for told in claims if isinstance(claims, list) else []:
        quote = {"exact": "", "start": 0, "end": 0}
        reports.annotated.append(claim_from_json({**told, "quote": quote, "document": ident}))
    if document.lang in LANGS:
        reports.read.extend(extract(document).claims)


def _credit(document: Document) -> str | None:
    """The agency that the report credits: in its text or in the brackets of its outlet."""
    inside = _IN_BRACKETS.search(document.outlet or "")
    named = find_agency("", inside[1]) if inside else None
    return named or find_agency(document.text, document.outlet)


def _origins(
    reports: Reports, blind: bool, estimates: bool | None
) -> tuple[int, float | None, float | None, float | None]:
    """Pairs of reports of one event that both credit an agency: is it the same?

    Only pairs that share an event by grouping are judged, by the claims in it. With `blind` the
    rule sees neither agency nor outlet. `estimates` keeps to events that are estimates, or to those
    that are none; what two agencies pass on of the first is one speaker's, whatever the label says.
    """
    events = group_events(reports.annotated, reports.documents)
    by_key = {(c.document, c.n): c for c in reports.annotated}
    known = reports.documents
    seen = known
    if blind:
        seen = {d: replace(p, agency=None, outlet=None) for d, p in known.items()}
    judged: dict[tuple[str, str], bool] = {}
    for event in events:
        told = [by_key[key] for key in event.claims]
        if estimates not in (None, all(c.scope is Scope.ESTIMATE for c in told)):
            continue
        found = origins(told, seen)
        for pair in combinations(sorted(found), 2):
            if all(known[d].agency for d in pair):
                same = found[pair[0]] == found[pair[1]]
                judged[pair] = judged.get(pair, False) or same
    true = {pair for pair in judged if known[pair[0]].agency == known[pair[1]].agency}
    said = {pair for pair, same in judged.items() if same}
    precision = len(true & said) / len(said) if said else None
    recall = len(true & said) / len(true) if true else None
    return len(judged), precision, recall, None
