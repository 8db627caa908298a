"""The hidden folder that a site is written in, and what a kill leaves of it.

A folder that is being written holds a marker whose lock its process keeps. The system frees the
lock when the process ends, however it ends: a marked folder without a lock is left over.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform != "win32":
    import fcntl

MARKER = "headcount-publishing.txt"
"""Marks a folder as ours and as being written, or left over."""

OLD = "old"
"""Where the site that is replaced lies for the moment of the swap."""

_WORDS = "headcount writes a site here. What is left over is removed when it publishes again.\n"
_LONG_AGO = 24 * 3600
"""Seconds after which a folder is left over where files have no such locks."""


@contextmanager
def workplace(folder: Path) -> Iterator[Path]:
    """A hidden folder beside `folder`, on the same disk, that is gone afterwards.

    Raises OSError when it cannot be made.
    """
    with tempfile.TemporaryDirectory(prefix=_prefix(folder), dir=folder.parent) as name:
        work = Path(name)
        with (work / MARKER).open("w", encoding="utf-8") as marker:
            # Locked before it says what it is: without its lock it would pass for left over.
            _lock(marker)
            marker.write(_WORDS)
            marker.flush()
            yield work


def clear_left_over(folder: Path) -> None:
    """Removes what killed runs left beside `folder`; puts an old site back that one had moved.

    Only folders of our name with our marker are touched, and none that is being written.
    """
    for work in sorted(folder.parent.glob(f"{_escaped(_prefix(folder))}*")):
        if work.is_symlink() or not _is_left_over(work / MARKER):
            continue
        try:
            if not folder.exists() and (work / OLD).is_dir():
                os.replace(work / OLD, folder)
            shutil.rmtree(work)
        except OSError:
            # It is in nobody's way: the site can be published beside it.
            continue


def _prefix(folder: Path) -> str:
    return f".{folder.name}-"


def _escaped(name: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)


def _is_left_over(marker: Path) -> bool:
    try:
        if marker.is_symlink() or marker.read_text("utf-8", "replace") != _WORDS:
            return False
        if sys.platform == "win32":
            return time.time() - marker.stat().st_mtime > _LONG_AGO
        with marker.open("r+", encoding="utf-8") as file:
            _lock(file)
    except OSError:
        return False
    return True


def _lock(file: IO[str]) -> None:
    """Takes the lock for as long as the file is open. Raises OSError when another holds it."""
    if sys.platform != "win32":
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
