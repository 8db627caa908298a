"""What kind of input some bytes are: by their first bytes, then by the name's suffix."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

HTML = "text/html"
PDF = "application/pdf"
PLAIN = "text/plain"
RECORD = "application/json"
"""One document of a JSONL file, as `RawItem.media_type` names it."""
LINES = "application/jsonl"
"""A whole JSONL stream; never leaves this room."""
FEED = "application/feed+xml"
"""RSS or Atom; never leaves this room."""
GZIP = "application/gzip"
"""A gzip wrapper; never leaves this room."""

HEAD = 4096
"""Bytes that are looked at to tell a type."""

_BY_SUFFIX = {
    ".txt": PLAIN,
    ".text": PLAIN,
    ".md": PLAIN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".pdf": PDF,
    ".jsonl": LINES,
    ".ndjson": LINES,
    ".rss": FEED,
    ".atom": FEED,
    ".xml": FEED,
}

_BINARY_MAGIC = (
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"RIFF", "a media file"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"7z\xbc\xaf", "an archive"),
    (b"Rar!", "an archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet table"),
    (b"{\\rtf", "an RTF file"),
    (b"WARC/", "a WARC archive"),
)

_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML_START = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*(?:<\?xml[^>]*\?>\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_FEED_START = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<\?[^>]*\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*"
    rb"<(?:\w+:)?(?:rss|feed|RDF)\b",
    re.S,
)


@dataclass(frozen=True, slots=True)
class Blob:
    """The whole bytes of one input in memory, with its type and what came with it."""

    locator: str
    content: bytes
    kind: str
    charset: str | None = None
    given: dict[str, str] = field(default_factory=dict)


def suffix_type(name: str) -> str | None:
    """The type that a file name's suffix promises (`.gz` looked through), None if unknown."""
    lower = name.lower().removesuffix(".gz")
    dot = lower.rfind(".")
    return _BY_SUFFIX.get(lower[dot:]) if dot >= 0 else None


def magic_type(head: bytes) -> str | None:
    """The type that the first bytes leave no doubt about (PDF, gzip, HTML, feed), else None."""
    if head.startswith(b"\x1f\x8b"):
        return GZIP
    if b"%PDF-" in head[:1024] and not head.lstrip().startswith((b"{", b"<")):
        return PDF
    for bom in _BOMS:
        head = head.removeprefix(bom)
    plain = head.replace(b"\0", b"")  # UTF-16 markup is markup too
    if _HTML_START.match(plain):
        return HTML
    if _FEED_START.match(plain):
        return FEED
    return None


def guess_type(head: bytes) -> str:
    """The type of bytes without a name: magic, then a JSON object on the first line, else text."""
    known = magic_type(head)
    if known:
        return known
    start = head.removeprefix(_BOMS[0]).lstrip()
    return LINES if re.match(rb"\{\s*(?:\"|\}|$)", start) else PLAIN


def binary_kind(head: bytes) -> str | None:
    """What binary format the first bytes belong to, in words; None if they may be text."""
    for magic, words in _BINARY_MAGIC:
        if head.startswith(magic):
            return words
    if head[4:8] == b"ftyp":
        return "a video"
    if head.startswith(_BOMS[1:]) or _looks_utf16(head):
        return None
    nuls = head.count(b"\0")
    controls = sum(head.count(bytes([c])) for c in (*range(1, 8), *range(14, 27)))
    # A stray NUL or two turns up in saved text; more than one byte in 50 does not.
    return "a binary file" if (nuls + controls) * 50 > len(head) else None


def _looks_utf16(head: bytes) -> bool:
    """Whether nearly every second byte is NUL, as in UTF-16 text of a Latin script."""
    half = len(head) // 2
    odd, even = head[1::2].count(0), head[0::2].count(0)
    return half >= 4 and (odd > 0.7 * half > even * 7 or even > 0.7 * half > odd * 7)
