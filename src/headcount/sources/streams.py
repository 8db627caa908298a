"""Opening one file safely and reading it within bounds."""

from __future__ import annotations

import gzip
import io
import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, cast

from headcount.errors import InputError
from headcount.sources.media import GZIP, HEAD, magic_type

_CHUNK = 1 << 16

READ_ERRORS = (EOFError, zlib.error, OSError)
"""What reading a stream can raise, damaged gzip included."""


def megabytes(size: int) -> str:
    """A limit in words: `20 MB`, or bytes below one megabyte."""
    return f"{size / 1048576:.0f} MB" if size >= 1048576 else f"{size} bytes"


@contextmanager
def opened(path: str) -> Iterator[io.BufferedReader]:
    """The file's bytes, unpacked if it is gzip.

    Raises InputError for a missing, forbidden, irregular (folder, pipe, device) or empty file.
    """
    raw = _open_regular(path)
    with raw:
        packed = magic_type(raw.peek(HEAD)[:HEAD]) == GZIP
        if not packed:
            yield raw
            return
        with gunzipped(raw) as unpacked:
            yield unpacked


def gunzipped(packed: BinaryIO) -> io.BufferedReader:
    """The packed stream unpacked as it is read; damage shows as one of `READ_ERRORS`."""
    unpacked = gzip.GzipFile(fileobj=packed)
    # GzipFile's own peek does not keep its promises; a real buffer around it does.
    return io.BufferedReader(cast(Any, unpacked), _CHUNK)


def _open_regular(path: str) -> io.BufferedReader:
    try:
        # O_NONBLOCK: opening a pipe that nobody writes to must not wait.
        handle = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {open_problem(error)}") from error
    mode = os.fstat(handle)
    if not stat.S_ISREG(mode.st_mode):
        os.close(handle)
        raise InputError(
            f"{path}: is not a regular file; give a file, a folder or - for standard input"
        )
    if mode.st_size == 0:
        os.close(handle)
        raise InputError(f"{path}: is empty; nothing to read")
    return cast(io.BufferedReader, open(handle, "rb", buffering=_CHUNK))


def open_problem(error: Exception) -> str:
    """Why a path cannot be opened and what to do, in one clause."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder; check the spelling"
    if isinstance(error, PermissionError):
        return "no permission to read it; change its mode or run as its owner"
    if isinstance(error, IsADirectoryError):
        return "is a folder"
    if isinstance(error, NotADirectoryError):
        return "a part of the path is not a folder; check the spelling"
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be opened ({error.strerror})"
    return "is not a valid path"


def read_bounded(stream: BinaryIO, locator: str, limit: int) -> bytes:
    """Everything in the stream, at most `limit` bytes.

    Raises InputError when it is longer, or when it ends in the middle of a gzip member.
    """
    parts: list[bytes] = []
    size = 0
    try:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > limit:
                raise InputError(
                    f"{locator}: is larger than {megabytes(limit)}; split it or give it as JSONL"
                )
            parts.append(chunk)
    except READ_ERRORS as error:
        raise InputError(f"{locator}: {read_problem(error)}") from error
    return b"".join(parts)


def read_problem(error: Exception) -> str:
    """Why reading broke off, in one clause."""
    if isinstance(error, (EOFError, zlib.error, gzip.BadGzipFile)):
        return "is a truncated or damaged gzip file; copy it again"
    reason = getattr(error, "strerror", None) or type(error).__name__
    return f"cannot be read to its end ({reason})"


def unpack(content: bytes, locator: str, limit: int) -> bytes:
    """The gzip-packed bytes unpacked, at most `limit`; InputError as in `read_bounded`."""
    return read_bounded(gunzipped(io.BytesIO(content)), locator, limit)
