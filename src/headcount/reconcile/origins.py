"""Who a figure really comes from: reports that pass on one source are one origin.

The rule, simple on purpose: two reports are one origin if they credit the same agency, come from
the same outlet, give the same number for the same thing by the same speaker, or tell exactly the
same claims in the same words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from headcount.model import Claim, Document

Trait = tuple[str, ...]


def origins(claims: Iterable[Claim], documents: Mapping[str, Document]) -> dict[str, str]:
    """The origin of each document with claims, as the first (by id) of the documents that share it.

    `documents` may lack any of them: then only the claims speak.
    """
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        told.setdefault(claim.document, []).append(claim)
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


def plain_name(name: str | None) -> str:
    """A speaker or outlet as compared: without case and punctuation."""
    text = unicodedata.normalize("NFKC", name or "").casefold()
    return "".join(c for c in text if unicodedata.category(c)[0] in "LMN" or c == " ").strip()


def _traits(claims: list[Claim], document: Document | None) -> Iterable[Trait]:
    if document is not None and document.agency:
        yield ("agency", plain_name(document.agency))
    if document is not None and document.outlet:
        yield ("outlet", plain_name(document.outlet))
    for claim in claims:
        if claim.according_to and claim.low is not None:
            yield ("speaker", plain_name(claim.according_to), *_number(claim))
    yield ("words", *sorted("|".join((*_number(c), c.quote.exact)) for c in claims))


def _number(claim: Claim) -> Trait:
    return (claim.kind, str(claim.low), str(claim.high), ",".join(sorted(claim.nationality)))
