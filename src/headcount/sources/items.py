"""From inputs as the user typed them to raw items, one at a time.

Nothing here raises for a bad input: it becomes one Skipped with one line that names the input
and says what to do, and the rest goes on.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO, cast

from headcount.errors import HeadcountError, InputError
from headcount.model import RawItem, Skipped
from headcount.settings import Settings
from headcount.sources import feeds, jsonl, media, paths, streams, web

STDIN = "-"
_COUNTED = 64 << 20
"""Bytes of JSONL whose lines are counted one by one; beyond it the count is extrapolated."""


def open_items(inputs: Sequence[str], settings: Settings) -> Iterator[RawItem | Skipped]:
    """What the inputs hold, in their order: one RawItem a document, one Skipped a failure.

    An input is a file, a folder, a glob pattern, `-` (standard input), an http(s) URL or a feed;
    `.gz` is looked through. JSONL is streamed; every other file is read whole, one at a time,
    and never more than `settings.max_bytes`. Raises nothing for a bad input.
    """
    for name in inputs:
        try:
            yield from _open_one(name, settings)
        except HeadcountError as error:
            yield Skipped(name, str(error), error.exit_code)


def count_items(inputs: Sequence[str]) -> int | None:
    """About how many items `open_items` will give, for a progress bar; None when unknowable.

    Opens no connection: a URL counts as one.
    """
    total = 0
    for name in inputs:
        if name == STDIN:
            return None
        if "://" in name:
            total += 1
            continue
        for found in paths.expand(name):
            if isinstance(found, Skipped):
                total += 1
            elif _is_packed_jsonl(found.path):
                return None
            else:
                total += _count_file(found.path)
    return total


def _open_one(name: str, settings: Settings) -> Iterator[RawItem | Skipped]:
    if name == STDIN:
        yield from _open_stdin(settings)
    elif web.is_url(name):
        yield from _items_of(web.fetch(name, settings), settings)
    else:
        for found in paths.expand(name):
            if isinstance(found, Skipped):
                yield found
                continue
            try:
                yield from _open_file(found, settings)
            except HeadcountError as error:
                yield Skipped(found.path, str(error), error.exit_code)


def _open_file(found: paths.FoundFile, settings: Settings) -> Iterator[RawItem | Skipped]:
    with streams.opened(found.path) as stream:
        head = _head(stream, found.path)
        kind = media.magic_type(head) or media.suffix_type(found.path)
        if kind is None and found.named:
            kind = media.guess_type(head)
        yield from _from_stream(stream, found.path, kind or media.PLAIN, settings)


def _open_stdin(settings: Settings) -> Iterator[RawItem | Skipped]:
    if sys.stdin is None or sys.stdin.isatty():
        raise InputError("-: standard input is a terminal; pipe a document into it")
    # The wrapper gives peek on any buffer; it is detached so that standard input stays open.
    wrapper = io.BufferedReader(cast(Any, sys.stdin.buffer))
    try:
        head = _head(wrapper, STDIN)
        kind = media.guess_type(head)
        if kind == media.GZIP:
            packed = streams.gunzipped(wrapper)
            yield from _from_stream(packed, STDIN, media.guess_type(_head(packed, STDIN)), settings)
        else:
            yield from _from_stream(wrapper, STDIN, kind, settings)
    finally:
        wrapper.detach()


def _head(stream: io.BufferedReader, locator: str) -> bytes:
    """The first bytes without moving on; InputError when the stream is already damaged there."""
    try:
        return stream.peek(media.HEAD)[: media.HEAD]
    except streams.READ_ERRORS as error:
        raise InputError(f"{locator}: {streams.read_problem(error)}") from error


def _from_stream(
    stream: BinaryIO, locator: str, kind: str, settings: Settings
) -> Iterator[RawItem | Skipped]:
    if kind == media.LINES:
        head = _head(cast(io.BufferedReader, stream), locator)
        _refuse_binary(head, locator)
        if head.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise InputError(f"{locator}: is UTF-16; save JSONL as UTF-8")
        yield from jsonl.read_lines(stream, locator, settings.max_bytes)
        return
    content = streams.read_bounded(stream, locator, settings.max_bytes)
    yield from _items_of(media.Blob(locator, content, kind), settings)


def _items_of(blob: media.Blob, settings: Settings) -> Iterator[RawItem | Skipped]:
    """The items in bytes that are already in memory."""
    if not blob.content.strip():
        raise InputError(f"{blob.locator}: is empty; nothing to read")
    if blob.kind != media.PDF:
        _refuse_binary(blob.content[: media.HEAD], blob.locator)
    if blob.kind == media.LINES:
        lines = io.BytesIO(blob.content)
        yield from jsonl.read_lines(lines, blob.locator, settings.max_bytes)
    elif blob.kind == media.FEED:
        yield from feeds.read_feed(blob.content, blob.locator)
    else:
        yield RawItem(blob.locator, blob.content, blob.kind, blob.charset, dict(blob.given))


def _refuse_binary(head: bytes, locator: str) -> None:
    words = media.binary_kind(head)
    if words:
        raise InputError(f"{locator}: is {words}, not a document; save it as text, HTML or PDF")


def _is_packed_jsonl(path: str) -> bool:
    return media.suffix_type(path) == media.LINES and path.lower().endswith(".gz")


def _count_file(path: str) -> int:
    if media.suffix_type(path) != media.LINES:
        return 1
    try:
        size = os.path.getsize(path)
        with streams.opened(path) as stream:
            lines = seen = 0
            while seen < _COUNTED and (chunk := stream.read(1 << 20)):
                seen += len(chunk)
                lines += chunk.count(b"\n")
    except (HeadcountError, OSError):
        return 1
    return max(1, lines if seen >= size else round(lines * size / seen))
