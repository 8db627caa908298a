"""Seconds from the shell to the answer: the help, and one short file."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.measuring import seconds
from benchmarks.reports import report
from benchmarks.results import Goal, Result

NAME = "starting"
GOALS = {"headcount --help": 0.3, "headcount claims, en": 1.0, "headcount claims, fr": 1.0}
WORDS = 120
"""Words of the short file."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this benchmark."""
    parser.add_argument("--start-runs", type=int, default=11, help="processes for each command")


def run(options: argparse.Namespace) -> Result:
    """Medians over new processes, after one that warms the disk cache and the byte code."""
    result = Result(NAME, ("command", "median s", "fastest s", "slowest s"))
    with TemporaryDirectory() as folder:
        for name, command in _commands(Path(folder)).items():
            _call(command)
            times = [seconds(partial(_call, command)) for _ in range(options.start_runs)]
            result.rows.append((name, median(times), min(times), max(times)))
            if name in GOALS:
                result.goals.append(Goal(f"{name} s", median(times), GOALS[name]))
    return result


def _commands(folder: Path) -> dict[str, list[str]]:
    program = [sys.executable, "-m", "headcount"]
    commands = {
        "python, nothing else": [sys.executable, "-c", "pass"],
        "headcount --help": [*program, "--help"],
    }
    for lang in ("en", "fr"):
        path = folder / f"short-{lang}.txt"
        path.write_text(report(1, lang, WORDS).text, encoding="utf-8")
        commands[f"headcount claims, {lang}"] = [*program, "claims", str(path)]
    commands["headcount read, en"] = [
        *program, "read", "--quiet", "--ledger", str(folder / "ledger.db"),
        str(folder / "short-en.txt"),
    ]  # fmt: skip
    return commands


def _call(command: list[str]) -> None:
    # A shell that forbids byte code files would have every run compile the program anew.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=env)
