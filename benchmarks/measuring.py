"""Clocks, memory, slopes: what all benchmarks measure with."""

from __future__ import annotations

import os
import re
import resource
import sys
import time
from collections.abc import Callable, Sequence
from math import log
from pathlib import Path
from statistics import linear_regression

_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


def one_core() -> None:
    """Keeps this process and its numeric libraries to one core; call before importing those."""
    for name in _THREADS:
        os.environ[name] = "1"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def seconds(work: Callable[[], object]) -> float:
    """Wall-clock seconds that one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def processor_seconds(work: Callable[[], object]) -> float:
    """Processor seconds that one call takes in this process, whatever else the machine does."""
    start = time.process_time()
    work()
    return time.process_time() - start


def peak_mb() -> float:
    """The most memory this process has held so far, in MB of 10^6 bytes.

    From Linux's own record for the program; elsewhere from `getrusage`.
    """
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii"))
        if found:
            return int(found[1]) * 1024 / 1e6
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / 1e6 if sys.platform == "darwin" else held * 1024 / 1e6


def exponent(sizes: Sequence[float], times: Sequence[float]) -> float | None:
    """The b of time = a * size^b by least squares over logarithms; None with fewer than two."""
    if len(sizes) < 2:
        return None
    return linear_regression([log(size) for size in sizes], [log(taken) for taken in times]).slope
