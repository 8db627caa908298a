"""Who a figure really comes from: reports that pass on one source are one origin.

Two reports of one event are one origin if they credit the same agency, come from the same outlet,
give the same number for the same thing by the same speaker, tell the same figures one after the
other, or tell two of their figures in the same sentences. Words are compared for the last alone, so
a translation of a wire story counts as one with it.

Two agencies are two witnesses: reports that credit different ones are not one origin because one
outlet prints both or one spokesman told both what happened. An estimate is its speaker's, whoever
passes it on.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations
from operator import attrgetter
from typing import Final

from headcount.books import Origin
from headcount.model import Claim, Document, Scope
from headcount.reasons import Counted, Reason
from headcount.reconcile.amounts import value_of
from headcount.speakers import one_name

Trait = tuple[object, ...]
"""What reports of one origin have in common."""

RUN: Final = 3
"""Figures in a row, in the same order, that tell one story: a list by nationality, for example."""

TELLING: Final = 10
"""Numbers from here on make a run; smaller ones only with a nationality."""

SENTENCE: Final = 40
"""Characters; shorter sentences are equal by chance."""

MAX_SENTENCES: Final = 12
"""Sentences with figures that are compared in one report."""

SHOWN: Final = 3
"""Reasons that are told of one origin at most."""

_STRONGEST: Final = (
    "one-outlet", "one-agency", "one-speaker", "same-run", "same-sentences", "same-words",
)  # fmt: skip
"""Codes of the reasons, the strongest first."""

_WEAK: Final = frozenset(("outlet", "speaker"))
"""Traits that two reports of different agencies may share without passing on one source."""

_CREDIT: Final = re.compile(r"^(?P<outlet>[^()]*)\((?P<agency>[^()]{2,40})\)\s*$")
"""An outlet that names the agency it copies: "Daily News (AFP)"."""


def origins(claims: Iterable[Claim], documents: Mapping[str, Document]) -> dict[str, str]:
    """The origin of each document with claims, as the first (by id) of the documents that share it.

    `documents` may lack any of them: then only the claims speak.
    """
    told = _by_document(claims)
    return _leaders(told, list(_links(told, documents)), documents)


def explained(claims: Iterable[Claim], documents: Mapping[str, Document]) -> tuple[Origin, ...]:
    """The same origins with why their reports are taken to pass on one source, the strongest first.

    Those with most reports come first.
    """
    told = _by_document(claims)
    links = list(_links(told, documents))
    leaders = _leaders(told, links, documents)
    groups: dict[str, list[str]] = {}
    for document in sorted(leaders):
        groups.setdefault(leaders[document], []).append(document)
    shared: dict[str, dict[Reason, int]] = {leader: {} for leader in groups}
    for trait, first, other in links:
        if leaders[first] != leaders[other]:
            continue
        counts = shared[leaders[first]]
        reason = _reason(trait, told[first], documents.get(first))
        counts[reason] = counts.get(reason, 0) + 1
    made = [Origin(tuple(group), _strongest(shared[name])) for name, group in groups.items()]
    return tuple(sorted(made, key=lambda origin: (-len(origin.documents), origin.documents)))


def _by_document(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        told.setdefault(claim.document, []).append(claim)
    return told


def _links(
    told: Mapping[str, list[Claim]], documents: Mapping[str, Document]
) -> Iterator[tuple[Trait, str, str]]:
    """A trait, the first document that has it, and each other one that has it too."""
    if len(told) == 1:
        return
    first: dict[Trait, str] = {}
    hold = first.setdefault
    for document in sorted(told):
        for trait in _traits(told[document], documents.get(document)):
            holder = hold(trait, document)
            if holder is not document:
                yield trait, holder, document


def _leaders(
    told: Iterable[str],
    links: Sequence[tuple[Trait, str, str]],
    documents: Mapping[str, Document],
) -> dict[str, str]:
    """For each document the first of those that links connect it with.

    Weak links come last and join none that credit different agencies, directly or by others.
    """
    leader = {document: document for document in told}

    def find(document: str) -> str:
        while leader[document] != document:
            leader[document] = leader[leader[document]]
            document = leader[document]
        return document

    weak: list[tuple[str, str]] = []
    for trait, one, other in links:
        if trait[0] in _WEAK:
            weak.append((one, other))
            continue
        a, b = sorted((find(one), find(other)))
        leader[b] = a
    if not weak:
        return {document: find(document) for document in leader}
    credited: dict[str, frozenset[str]] = {}
    for document in leader:
        agencies = _agencies(documents.get(document))
        if agencies:
            credited[find(document)] = credited.get(find(document), frozenset()) | agencies
    for one, other in weak:
        a, b = sorted((find(one), find(other)))
        mine, its = credited.get(a, frozenset()), credited.get(b, frozenset())
        if not (mine and its) or mine & its:
            leader[b] = a
            credited[a] = mine | its
    return {document: find(document) for document in leader}


def _strongest(counts: Mapping[Reason, int]) -> tuple[Reason, ...]:
    """The strongest reasons; of equally strong ones those that link most reports."""
    ordered = sorted(counts, key=lambda r: (_STRONGEST.index(r.code), -counts[r], repr(r)))
    return tuple(ordered[:SHOWN])


def _reason(trait: Trait, claims: Sequence[Claim], document: Document | None) -> Reason:
    """The trait as a reason, with names as the first report writes them."""
    name, *about = trait
    if name in ("speaker", "estimate"):
        claim = next(c for c in claims if _speaker(c) == trait)
        number = Counted(claim.kind, claim.unit, currency=claim.currency)
        told = replace(number, low=claim.low, high=claim.high)
        return Reason("one-speaker", (("speaker", claim.according_to or ""), ("number", told)))
    if name in ("agency", "outlet") and document is not None:
        written = [n for kind, n in _named(document.outlet, document.agency) if kind == name]
        names = {plain_name(each): each for each in written}
        return Reason(f"one-{name}", ((name, names[str(about[0])]),))
    return Reason({"run": "same-run", "sentences": "same-sentences"}.get(str(name), "same-words"))


@lru_cache(maxsize=1 << 14)
def plain_name(name: str | None) -> str:
    """A speaker or outlet as compared: without case and punctuation."""
    text = unicodedata.normalize("NFKC", name or "").casefold()
    return "".join(c for c in text if unicodedata.category(c)[0] in "LMN" or c == " ").strip()


def _traits(claims: list[Claim], document: Document | None) -> list[Trait]:
    found: list[Trait] = []
    if document is not None:
        found += _credits(document.outlet, document.agency)
    found += [_speaker(c) for c in claims if c.according_to and c.low is not None]
    ordered = sorted(claims, key=_place_in_text) if len(claims) > 1 else claims
    run = [_number(c) for c in ordered if _tells(c)] if len(claims) >= RUN else ()
    for at in range(len(run) - RUN + 1):
        found.append(("run", *run[at : at + RUN]))
    if document is not None and document.text:
        found += _sentences(ordered, document.text)
    else:
        words = [f"{c.low}|{c.high}|{_people(c.nationality)}|{c.quote.exact}" for c in claims]
        found.append(("words", *sorted(words)))
    return found


_place_in_text = attrgetter("n")


def _speaker(claim: Claim) -> Trait:
    """Who gives which number; an estimate is the same in any language, however it is hedged."""
    if claim.scope is not Scope.ESTIMATE:
        return ("speaker", plain_name(claim.according_to), claim.kind, *_number(claim))
    speaker = plain_name(one_name(claim.according_to))
    return ("estimate", speaker, claim.kind, value_of(claim), _people(claim.nationality))


@lru_cache(maxsize=1 << 14)
def _credits(outlet: str | None, agency: str | None) -> tuple[Trait, ...]:
    """The agency and the outlet, as compared."""
    return tuple([(kind, plain_name(name)) for kind, name in _named(outlet, agency)])


def _agencies(document: Document | None) -> frozenset[str]:
    """The agencies that the report credits, as compared."""
    if document is None:
        return frozenset()
    found = _credits(document.outlet, document.agency)
    return frozenset([str(name) for kind, name in found if kind == "agency"])


def _named(outlet: str | None, agency: str | None) -> Iterator[tuple[str, str]]:
    """The agency and the outlet, also where the outlet's name holds the agency's."""
    outlet = outlet or ""
    credit = _CREDIT.match(outlet)
    if agency:
        yield ("agency", agency)
    if credit:
        yield ("agency", credit["agency"])
        outlet = credit["outlet"].strip()
    if outlet:
        yield ("outlet", outlet)


def _tells(claim: Claim) -> bool:
    """Whether the figure can be one of a run: an exact one, not so small that it is a chance."""
    if claim.low is None or claim.low != claim.high:
        return False
    return claim.low >= TELLING or bool(claim.nationality)


def _sentences(claims: list[Claim], text: str) -> list[Trait]:
    """Every two sentences with figures, as written but for case and blanks."""
    spans = {c.sentence for c in claims}
    long = [(start, end) for start, end in spans if end - start >= SENTENCE]
    if not long:
        return []
    found = sorted({" ".join(text[start:end].split()).casefold() for start, end in long})
    if len(found) == 1:
        return [("sentences", found[0])]
    found = found[:MAX_SENTENCES]
    return [("sentences", *pair) for pair in combinations(found, 2)]


@lru_cache(maxsize=1 << 14)
def _people(nationality: tuple[str, ...]) -> str:
    return ",".join(sorted(nationality))


def _number(claim: Claim) -> tuple[int | None, int | None, str]:
    return (claim.low, claim.high, _people(claim.nationality) if claim.nationality else "")
