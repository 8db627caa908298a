"""Work on several processes: results in the order of the items, never far ahead."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection, get_context, parent_process
from threading import Thread
from typing import TypeVar

from headcount import handing  # noqa: F401 - so that records can be handed over
from headcount.errors import HeadcountError
from headcount.model import RawItem, Skipped

Item = RawItem | Skipped
Result = TypeVar("Result")

_CHUNK_ITEMS = 16
_CHUNK_BYTES = 1 << 20
"""A chunk is sent off when it holds so many items or bytes: few messages, little memory."""

_AHEAD = 2
"""Chunks under way for each process, so that none waits while the results are used."""


def in_order(work: Callable[[Item], Result], items: Iterable[Item], jobs: int) -> Iterator[Result]:
    """`map(work, items)` on `jobs` processes; `work` must be a function at the top of a module.

    Raises what `work` raises, and HeadcountError if a process dies.
    """
    # Spawned, not forked: a fork of a process with threads or an open ledger is not safe.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start_worker)
    pending: deque[Future[list[Result]]] = deque()
    try:
        for chunk in _chunks(items):
            pending.append(pool.submit(_work_through, work, chunk))
            if len(pending) >= jobs * _AHEAD:
                yield from pending.popleft().result()
        while pending:
            yield from pending.popleft().result()
    except BrokenProcessPool as error:
        raise HeadcountError(
            "a worker process ended unexpectedly (out of memory?); run the same again with --jobs 1"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    chunk: list[Item] = []
    size = 0
    for item in items:
        chunk.append(item)
        size += len(item.content) if isinstance(item, RawItem) else 0
        if len(chunk) >= _CHUNK_ITEMS or size >= _CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _work_through(work: Callable[[Item], Result], chunk: list[Item]) -> list[Result]:
    return [work(item) for item in chunk]


def _start_worker() -> None:
    """Leaves Ctrl-C to the parent, and ends this process when the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
