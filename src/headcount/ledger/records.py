"""Documents and claims as the ledger keeps them, and the digests that tell sameness."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from headcount.errors import GroundingError, InputError
from headcount.ids import digest
from headcount.model import Claim, DayFound, Document, Extraction

_LOOSE = frozenset(
    {"document", "n", "part_of", "quote", "sentence", "rule", "trace"},
)
"""Fields that say where and how a claim was read, not what it asserts."""


def dump(record: Any) -> str:
    """JSON in one line with sorted keys: the same record is the same string."""
    return json.dumps(record, sort_keys=True, separators=(",", ":"))


def document_record(document: Document) -> str:
    """All that is known of a document but its id and text."""
    return dump({"locator": document.locator, **_known(document)})


def document_digest(document: Document) -> str:
    """The same for the same content, wherever it was read from (the locator does not count)."""
    return digest(document.id, dump(_known(document)), document.text)


def tells_less(new: Document, old: Document) -> bool:
    """Whether `new` is the text of `old` with some of its fields unknown and none changed."""
    if new.text != old.text:
        return False
    known, before = _known(new), _known(old)
    # How the day was found is nothing that was told.
    differing = [n for n in known if known[n] != before[n] and n != "published_found"]
    return bool(differing) and all(known[name] is None for name in differing)


def _known(document: Document) -> dict[str, str | None]:
    return {
        "url": document.url,
        "outlet": document.outlet,
        "agency": document.agency,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "published_found": str(document.published_found),
        "lang": document.lang,
    }


def build_document(key: str, record: str, packed: bytes) -> Document:
    """The document that was packed.

    Raises KeyError, TypeError, ValueError or zlib.error on rows that were not written by us.
    """
    known = json.loads(record)
    published = known.pop("published")
    found = DayFound(known.pop("published_found"))
    return Document(
        id=key,
        text=unpack(packed),
        published=date.fromisoformat(published) if published else None,
        published_found=found,
        **known,
    )


def pack(text: str) -> bytes:
    """The text compressed; it stays on this machine and is never published as a whole."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"))


def unpack(packed: bytes) -> str:
    """The text that `pack` compressed."""
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def claims_digest(records: Iterable[str]) -> str:
    """The same for the same claims in the same order."""
    return digest(*records)


def asserted(record: str) -> str:
    """What a claim's record asserts: equal for the same fact after its words moved on the page."""
    claim = json.loads(record)
    return dump({name: value for name, value in claim.items() if name not in _LOOSE})


def stamp(at: datetime) -> str:
    """A moment as the ledger writes it: UTC, to the second. Raises ValueError if it has no zone."""
    return _utc(at).isoformat(timespec="seconds")


def moment(at: datetime) -> str:
    """The same to the microsecond, where the order counts. Raises ValueError if it has no zone."""
    return _utc(at).isoformat(timespec="microseconds")


def _utc(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("the moment of a ledger entry needs a time zone")
    return at.astimezone(UTC)


def check_gate(extraction: Extraction) -> None:
    """Lets pass only what may be stored.

    Raises GroundingError if a claim is not of this document, has a number twice, or if its quote
    does not stand in the text; InputError if the id cannot be written.
    """
    document = extraction.document
    try:
        document.id.encode()
    except UnicodeEncodeError as error:
        raise InputError(f"{document.locator}: its id is not valid Unicode; mend it") from error
    numbers = [claim.n for claim in extraction.claims]
    if len(set(numbers)) != len(numbers):
        raise GroundingError(f"{document.id}: two claims have the same number; report this")
    for claim in extraction.claims:
        _check_quote(document, claim)


def _check_quote(document: Document, claim: Claim) -> None:
    quote = claim.quote
    if claim.document != document.id:
        raise GroundingError(f"{document.id}: claim {claim.n} is of another document; report this")
    if not quote.exact or document.text[quote.start : quote.end] != quote.exact:
        raise GroundingError(
            f"{document.id}: the quote of claim {claim.n} is not in the text; report this"
        )
