"""`python -m benchmarks`: all benchmarks, or those named; each in a process of its own."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from benchmarks.results import print_and_save, verdict

CASES = (
    "rate",
    "starting",
    "memory",
    "languages",
    "books",
    "grouping",
    "standing",
    "joining",
    "storing",
    "growth",
)


def main(given: Sequence[str]) -> int:
    """Runs the benchmarks; with --strict gives 1 if a goal is missed, else 0."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("cases", nargs="*", metavar="CASE", help=f"of {', '.join(CASES)} (all)")
    parser.add_argument(
        "--out", type=Path, default=Path("bench-results"), help="folder for the JSON"
    )
    parser.add_argument("--strict", action="store_true", help="exit with 1 if a goal is missed")
    modules = {case: import_module(f"benchmarks.{case}") for case in CASES}
    for module in modules.values():
        module.arguments(parser)
    options = parser.parse_args(given)
    unknown = sorted(set(options.cases) - set(CASES))
    if unknown:
        parser.error(f"no benchmark {', '.join(unknown)}; there are {', '.join(CASES)}")
    if len(options.cases) == 1:
        result = modules[options.cases[0]].run(options)
        print_and_save(result, options.out)
        return verdict(result.goals) if options.strict else 0
    rest = [argument for argument in given if argument not in options.cases]
    return max(_apart(case, rest) for case in options.cases or CASES)


def _apart(case: str, rest: list[str]) -> int:
    """One benchmark in a new process, so that none inherits another's memory and caches."""
    done = subprocess.run([sys.executable, "-m", "benchmarks", case, *rest], check=False)
    print(flush=True)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
