"""Publishes a book as a static site that opens from disk, in every language it has words for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from headcount.model import Book
from headcount.publish.catalogue import Catalogue
from headcount.publish.folder import check_folder, put_in_place
from headcount.publish.pages import pages
from headcount.publish.tables import data_files


@dataclass(frozen=True, slots=True)
class PublishSummary:
    """What was published: `index` is the page to open; `size` is in bytes, all files together."""

    folder: Path
    index: Path
    pages: int
    events: int
    reports: int
    claims: int
    findings: int
    size: int


def publish(book: Book, folder: Path, *, title: str | None = None) -> PublishSummary:
    """Writes the site of `book` to `folder`, whole or not at all.

    The same book and title give the same bytes. `title` replaces the site's name in every
    language. Raises UsageError when `folder` holds anything but a headcount site, HeadcountError
    when it cannot be written, DataError when the site's own strings are broken.
    """
    check_folder(folder)
    catalogue = Catalogue(book)
    data = data_files(catalogue, title or "Headcount")
    written = 0

    def files() -> Iterator[tuple[str, bytes]]:
        nonlocal written
        for path, text in pages(catalogue, title, data):
            written += 1
            yield path, _bytes(text)
        for name, text in data.items():
            yield f"data/{name}", _bytes(text)
        yield from _assets()

    about = {"as_of": catalogue.as_of.isoformat() if catalogue.as_of else ""}
    size = put_in_place(folder, files(), about)
    return PublishSummary(
        folder=folder,
        index=folder / "index.html",
        pages=written,
        events=len(book.events),
        reports=len(book.documents),
        claims=len(book.claims),
        findings=len(book.findings),
        size=size,
    )


def _bytes(text: str) -> bytes:
    # A lone surrogate from a broken page cannot be written; it becomes a question mark.
    return text.encode("utf-8", "replace")


def _assets() -> Iterator[tuple[str, bytes]]:
    yield from _tree(resources.files("headcount.publish") / "assets", "assets")


def _tree(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            yield from _tree(entry, name)
        elif not entry.name.startswith("."):
            yield name, entry.read_bytes()
