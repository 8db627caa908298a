"""From inputs to documents and extractions, one at a time, in the order of the inputs."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from headcount.documents.reader import read_document
from headcount.errors import GroundingError, InputError
from headcount.extract.engine import extract
from headcount.model import Document, Extraction, RawItem, Skipped
from headcount.pipeline.pool import in_order
from headcount.settings import Settings
from headcount.sources.items import open_items

NOTHING_GIVEN: Mapping[str, str] = MappingProxyType({})
"""No field of the documents is told beforehand."""


def raw_items(
    inputs: Sequence[str], settings: Settings, given: Mapping[str, str] = NOTHING_GIVEN
) -> Iterator[RawItem | Skipped]:
    """What the inputs hold, unread; the fields in `given` (published, lang, outlet) win."""
    for item in open_items(inputs, settings):
        if given and isinstance(item, RawItem):
            yield replace(item, given={**item.given, **given})
        else:
            yield item


def documents(
    inputs: Sequence[str], settings: Settings, given: Mapping[str, str] = NOTHING_GIVEN
) -> Iterator[Document | Skipped]:
    """The documents of the inputs; a failed input is one Skipped and the rest goes on."""
    for item in raw_items(inputs, settings, given):
        yield _document(item) if isinstance(item, RawItem) else item


def extractions(
    inputs: Sequence[str],
    settings: Settings,
    jobs: int = 1,
    given: Mapping[str, str] = NOTHING_GIVEN,
) -> Iterator[Extraction | Skipped]:
    """The documents of the inputs with their claims, on `jobs` processes.

    The order is that of the inputs whatever `jobs` is. A failed input, or a document with a claim
    that is not grounded in its text or that this program fails on, is one Skipped and the rest
    goes on. Raises DataError if a language pack or gazetteer is broken, HeadcountError if a worker
    process dies.
    """
    items = raw_items(inputs, settings, given)
    if jobs > 1:
        yield from in_order(extract_item, items, jobs)
    else:
        yield from map(extract_item, items)


def extract_item(item: RawItem | Skipped) -> Extraction | Skipped:
    """One item read and its claims taken out. Raises DataError if shipped data is broken."""
    if isinstance(item, Skipped):
        return item
    document = _document(item)
    if isinstance(document, Skipped):
        return document
    try:
        return extract(document)
    except GroundingError as error:
        return Skipped(item.locator, f"{item.locator}: {error}", error.exit_code)
    except _FAULTS as error:
        return _fault(item, error)


def _document(item: RawItem) -> Document | Skipped:
    try:
        return read_document(item)
    except InputError as error:
        return Skipped(item.locator, str(error), error.exit_code)
    except _FAULTS as error:
        return _fault(item, error)


_FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What only a fault of this program raises: one report must not stop those behind it."""


def _fault(item: RawItem, error: Exception) -> Skipped:
    """An input that this program failed on, with the line of code to report."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} in {Path(frame.filename).name}, line {frame.lineno}"
    reason = f"headcount itself failed on it ({where}); it is skipped: please report this"
    return Skipped(item.locator, f"{item.locator}: {reason}", GroundingError.exit_code)
