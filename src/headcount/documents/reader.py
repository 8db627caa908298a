"""From one raw item to one Document, whatever its type."""

from __future__ import annotations

from dataclasses import replace

from headcount.documents.draft import finish
from headcount.documents.page import read_page
from headcount.documents.pdf import read_pdf
from headcount.documents.plain import read_plain
from headcount.documents.record import read_record
from headcount.errors import InputError
from headcount.model import Document, RawItem


def read_document(item: RawItem) -> Document:
    """The Document in the bytes of one raw item (`media_type` as RawItem lists them).

    For HTML, PDF, plain text and feed entries the text begins with the title; for a JSONL record
    it is kept character by character. Raises InputError with one line when it cannot be read.
    """
    if item.media_type == "application/json":
        draft, given = read_record(item)
        return finish(replace(item, given={**given, **item.given}), draft)
    readers = {"text/plain": read_plain, "text/html": read_page, "application/pdf": read_pdf}
    reader = readers.get(item.media_type)
    if reader is None:
        raise InputError(
            f"{item.locator}: is of an unknown type ({item.media_type}); give text, HTML or PDF"
        )
    return finish(item, reader(item))
