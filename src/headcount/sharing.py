"""One long computation in two processes: what is in memory is not handed over, only the results."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from threading import active_count
from typing import Any, TypeVar

from headcount import handing  # noqa: F401 - so that records can be handed over
from headcount.errors import HeadcountError

Item = TypeVar("Item")
Result = TypeVar("Result")

Work = Callable[[Sequence[Item]], Sequence[Result]]


def in_shares(work: Work[Item, Result], items: Sequence[Item], *, least: int = 2) -> list[Result]:
    """What `work` gives of the items, of the second half in a forked process where that can be.

    `work` must be pure; of the halves, one after the other, it gives what it gives of all, but for
    repetition, and it gives what `pickle` can hand over. A fork sees all that this process holds,
    so only results travel; it is not taken for fewer than `least` items, beside other threads, nor
    where the system has no fork or only one processor. What a fork fails to give is worked
    out here.
    """
    half = len(items) // 2
    if not half or len(items) < least or not _forks():
        return list(work(items))
    here, there = get_context("fork").Pipe(duplex=False)
    fork = get_context("fork").Process(target=_send, args=(there, work, items[half:]), daemon=True)
    fork.start()
    there.close()
    mine = list(work(items[:half]))
    theirs: Sequence[Result] | None = _received(here)
    fork.join()
    return [*mine, *(work(items[half:]) if theirs is None else theirs)]


def _forks() -> bool:
    return "fork" in get_all_start_methods() and active_count() == 1 and _processors() > 1


def _processors() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _send(there: Connection, work: Work[Item, Result], items: Sequence[Item]) -> None:
    """In the fork: the results, or None if they cannot be worked out."""
    try:
        there.send(list(work(items)))
    except (HeadcountError, MemoryError):
        there.send(None)
    finally:
        there.close()


def _received(here: Connection) -> Any:
    """What the fork sent; None if it ended without."""
    try:
        return here.recv()
    except (EOFError, OSError):
        return None
