"""Who a figure really comes from: reports that pass on one source are one origin.

Two reports of one event are one origin if they credit the same agency, come from the same outlet,
give the same number for the same thing by the same speaker, tell the same figures one after the
other, or tell two of their figures in the same sentences. Words are compared for the last alone, so
a translation of a wire story counts as one with it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from headcount.model import Claim, Document

Trait = tuple[object, ...]
"""What reports of one origin have in common."""

RUN = 3
"""Figures in a row, in the same order, that tell one story: a list by nationality, for example."""

TELLING = 10
"""Numbers from here on make a run; smaller ones only with a nationality."""

SENTENCE = 40
"""Characters; shorter sentences are equal by chance."""

MAX_SENTENCES = 12
"""Sentences with figures that are compared in one report."""

_CREDIT = re.compile(r"^(?P<outlet>[^()]*)\((?P<agency>[^()]{2,40})\)\s*$")
"""An outlet that names the agency it copies: "Daily News (AFP)"."""


def origins(claims: Iterable[Claim], documents: Mapping[str, Document]) -> dict[str, str]:
    """The origin of each document with claims, as the first (by id) of the documents that share it.

    `documents` may lack any of them: then only the claims speak.
    """
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        told.setdefault(claim.document, []).append(claim)
    if len(told) == 1:
        return {document: document for document in told}
    leader = {document: document for document in told}

    def find(document: str) -> str:
        while leader[document] != document:
            leader[document] = leader[leader[document]]
            document = leader[document]
        return document

    first: dict[Trait, str] = {}
    for document in sorted(told):
        for trait in _traits(told[document], documents.get(document)):
            a, b = find(first.setdefault(trait, document)), find(document)
            leader[max(a, b)] = min(a, b)
    return {document: find(document) for document in told}


@lru_cache(maxsize=1 << 14)
def plain_name(name: str | None) -> str:
    """A speaker or outlet as compared: without case and punctuation."""
    text = unicodedata.normalize("NFKC", name or "").casefold()
    return "".join(c for c in text if unicodedata.category(c)[0] in "LMN" or c == " ").strip()


def _traits(claims: list[Claim], document: Document | None) -> Iterator[Trait]:
    if document is not None:
        yield from _credits(document)
    for claim in claims:
        if claim.according_to and claim.low is not None:
            yield ("speaker", plain_name(claim.according_to), claim.kind, *_number(claim))
    ordered = sorted(claims, key=lambda c: c.n)
    run = [_number(c) for c in ordered if _tells(c)]
    for at in range(len(run) - RUN + 1):
        yield ("run", *run[at : at + RUN])
    if document is not None and document.text:
        yield from _sentences(ordered, document.text)
    else:
        yield (
            "words",
            *sorted([f"{c.low}|{c.high}|{_people(c.nationality)}|{c.quote.exact}" for c in claims]),
        )


def _credits(document: Document) -> Iterator[Trait]:
    """The agency and the outlet, also where the outlet's name holds the agency's."""
    outlet = document.outlet or ""
    credit = _CREDIT.match(outlet)
    if document.agency:
        yield ("agency", plain_name(document.agency))
    if credit:
        yield ("agency", plain_name(credit["agency"]))
        outlet = credit["outlet"]
    if outlet:
        yield ("outlet", plain_name(outlet))


def _tells(claim: Claim) -> bool:
    """Whether the figure can be one of a run: an exact one, not so small that it is a chance."""
    if claim.low is None or claim.low != claim.high:
        return False
    return claim.low >= TELLING or bool(claim.nationality)


def _sentences(claims: list[Claim], text: str) -> Iterator[Trait]:
    """Every two sentences with figures, as written but for case and blanks."""
    spans = {c.sentence for c in claims if c.sentence.end - c.sentence.start >= SENTENCE}
    found = sorted({" ".join(text[s.start : s.end].split()).casefold() for s in spans})
    found = found[:MAX_SENTENCES]
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            yield ("sentences", one, other)
    if len(found) == 1:
        yield ("sentences", found[0])


@lru_cache(maxsize=1 << 14)
def _people(nationality: tuple[str, ...]) -> str:
    return ",".join(sorted(nationality))


def _number(claim: Claim) -> tuple[int | None, int | None, str]:
    return (claim.low, claim.high, _people(claim.nationality) if claim.nationality else "")
