"""JSONL: one document a line, streamed, so that a file of any size needs the memory of a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from headcount.errors import InputError
from headcount.model import RawItem, Skipped
from headcount.sources.media import RECORD
from headcount.sources.streams import READ_ERRORS, megabytes, read_problem

_BOM = b"\xef\xbb\xbf"


def read_lines(stream: BinaryIO, locator: str, limit: int) -> Iterator[RawItem | Skipped]:
    """Each line as a RawItem of one JSON object, located `locator#line`.

    A line that is too long, no UTF-8 or no JSON object gives one Skipped and the rest goes on.
    `limit` is in bytes per line.
    """
    number = 0
    found = False
    try:
        while line := stream.readline(limit + 1):
            number += 1
            where = f"{locator}#{number}"
            if number == 1:
                line = line.removeprefix(_BOM)
            if len(line) > limit and not line.endswith(b"\n"):
                _drain(stream)
                found = True
                yield _skipped(where, f"the line is longer than {megabytes(limit)}; split the text")
                continue
            if not line.strip():
                continue
            found = True
            problem = _problem(line)
            yield _skipped(where, problem) if problem else RawItem(where, line.strip(), RECORD)
    except READ_ERRORS as error:
        yield _skipped(f"{locator}#{number + 1}", read_problem(error))
        return
    if not found:
        yield _skipped(locator, "is empty; nothing to read")


def _drain(stream: BinaryIO) -> None:
    """Read on to the end of the line, a piece at a time."""
    while piece := stream.readline(1 << 16):
        if piece.endswith(b"\n"):
            return


def _problem(line: bytes) -> str | None:
    """What is wrong with a line, None if it is a JSON object."""
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        return "the line is not UTF-8; save the file as UTF-8"
    except RecursionError:
        return "the line is nested too deeply to be a document"
    except ValueError as error:
        reason = getattr(error, "msg", "not valid JSON")
        return f"the line is not valid JSON ({reason}); write one JSON object a line"
    if not isinstance(record, dict):
        return "the line is not a JSON object; write one JSON object a line"
    return None


def _skipped(where: str, problem: str) -> Skipped:
    return Skipped(where, f"{where}: {problem}", InputError.exit_code)
