"""From what the user typed to files: folders, glob patterns and their failures."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from headcount.errors import InputError
from headcount.model import Skipped
from headcount.sources.media import suffix_type
from headcount.sources.streams import open_problem

_MAGIC = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class FoundFile:
    """One file to read; `named` when the user named it rather than its folder."""

    path: str
    named: bool


def expand(name: str) -> Iterator[FoundFile | Skipped]:
    """The files that one input stands for, in the order of their names.

    A folder gives its files of known types, recursively, without hidden ones; links to folders
    inside it are not followed, so a circle of links ends. A pattern (`*`, `?`, `[…]`, `**`) gives
    what it matches. What gives nothing gives one Skipped.
    """
    if "\0" in name:
        shown = name.replace("\0", "\\0")
        yield Skipped(shown, f"{shown}: is not a valid path", InputError.exit_code)
        return
    try:
        mode = os.stat(name).st_mode
    except OSError as error:
        if isinstance(error, FileNotFoundError) and _MAGIC & set(name):
            yield from _matches(name)
        else:
            yield _skipped(name, open_problem(error))
        return
    if stat.S_ISDIR(mode):
        yield from _walk(name)
    else:
        yield FoundFile(name, named=True)


def _matches(pattern: str) -> Iterator[FoundFile | Skipped]:
    recursive = "**" in pattern
    try:
        found = _deep_matches(pattern) if recursive else sorted(glob.glob(pattern))
    except (OSError, ValueError, NotImplementedError, re.error):
        found = []
    count = 0
    for path in found:
        if os.path.isdir(path):
            if not recursive:
                count += 1
                yield from _walk(path)
        elif not recursive or suffix_type(path):
            count += 1
            yield FoundFile(path, named=not recursive)
    if not count:
        yield _skipped(pattern, "no readable file matches this pattern; check it")


def _deep_matches(pattern: str) -> list[str]:
    """What a pattern with `**` matches, without hidden files.

    pathlib and not glob: it does not follow links to folders, which can go in circles.
    """
    pure = PurePath(pattern + "/*" if pattern.endswith("**") else pattern)
    base = Path(pure.anchor) if pure.anchor else Path()
    rest = str(pure.relative_to(pure.anchor)) if pure.anchor else str(pure)
    return sorted(
        str(path)
        for path in base.glob(rest)
        if not any(part.startswith(".") and part not in pure.parts for part in path.parts)
    )


def _walk(folder: str) -> Iterator[FoundFile | Skipped]:
    """Known files below the folder, depth first, sorted; one Skipped if there are none."""
    found = False
    stack = [folder]
    while stack:
        path = stack.pop()
        if path != folder and (os.path.islink(path) or not os.path.isdir(path)):
            if os.path.isdir(path):
                continue  # a link to a folder: not followed, since links can go in circles
            found = True
            yield FoundFile(path, named=False)
            continue
        try:
            names = sorted(os.listdir(path), reverse=True)
        except OSError as error:
            found = True
            yield _skipped(path, open_problem(error))
            continue
        for name in names:
            inner = os.path.join(path, name)
            if not name.startswith(".") and (suffix_type(name) or os.path.isdir(inner)):
                stack.append(inner)
    if not found:
        yield _skipped(
            folder, "no readable file in this folder; put .txt, .html, .pdf or .jsonl there"
        )


def _skipped(name: str, problem: str) -> Skipped:
    return Skipped(name, f"{name}: {problem}", InputError.exit_code)
