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
    """What `work` gives of the items, of the second half worked out beside the first (`begun`).

    The results of the first half come first. Fewer than `least` items are not shared.
    """
    half = len(items) // 2
    if not half or len(items) < least:
        return list(work(items))
    theirs = begun(lambda: list(work(items[half:])))
    mine = list(work(items[:half]))
    return [*mine, *theirs()]


def begun(work: Callable[[], Result]) -> Callable[[], Result]:
    """Begins `work` in a forked process; what is given waits for its result, and is called once.

    `work` must be pure and its result such as `pickle` can hand over. A fork sees all that this
    process holds, so only the result travels; there is none beside other threads, nor where the
    system has no fork or only one processor. What no fork gives is worked out here, when asked.
    """
    if not _forks():
        return work
    here, there = get_context("fork").Pipe(duplex=False)
    fork = get_context("fork").Process(target=_send, args=(there, work), daemon=True)
    fork.start()
    there.close()

    def result() -> Result:
        told: tuple[Result] | None = _received(here)
        fork.join()
        return work() if told is None else told[0]

    return result


def _forks() -> bool:
    return "fork" in get_all_start_methods() and active_count() == 1 and _processors() > 1


def _processors() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _send(there: Connection, work: Callable[[], object]) -> None:
    """In the fork: the result alone in a tuple, or None if it cannot be worked out."""
    try:
        there.send((work(),))
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
