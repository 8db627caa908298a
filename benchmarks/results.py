"""What a benchmark found: a table for people, JSON for machines, and whether goals are met."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from headcount.extract import engine

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Goal:
    """A bound that a value must keep; `met` is None when it could not be measured."""

    name: str
    value: float | None
    bound: float
    at_least: bool = False

    @property
    def met(self) -> bool | None:
        """Whether the value keeps the bound."""
        if self.value is None:
            return None
        return self.value >= self.bound if self.at_least else self.value <= self.bound

    def line(self) -> str:
        """The goal in one line."""
        sign = ">=" if self.at_least else "<="
        word = {True: "met", False: "NOT MET", None: "not measured"}[self.met]
        return f"goal {self.name} {sign} {self.bound:g}: {_cell(self.value)}  {word}"


@dataclass(slots=True)
class Result:
    """The outcome of one benchmark: rows of one table, goals, and what to know about them."""

    name: str
    columns: tuple[str, ...]
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def show(self) -> str:
        """The table as text."""
        cells = [self.columns, *(tuple(_cell(cell) for cell in row) for row in self.rows)]
        widths = [max(len(row[n]) for row in cells) for n in range(len(self.columns))]
        lines = [f"{self.name} (core: {core()})"]
        for row in cells:
            first = row[0].ljust(widths[0])
            rest = (cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))
            lines.append("  " + "  ".join((first, *rest)))
        lines.extend("  " + note for note in self.notes)
        lines.extend("  " + goal.line() for goal in self.goals)
        return "\n".join(lines)

    def save(self, folder: Path) -> None:
        """Writes `NAME.json` into the folder, which is made if it is not there."""
        folder.mkdir(parents=True, exist_ok=True)
        record = {
            "benchmark": self.name,
            "setting": setting(),
            "rows": [dict(zip(self.columns, row, strict=True)) for row in self.rows],
            "goals": [
                {
                    "name": goal.name,
                    "value": goal.value,
                    "bound": goal.bound,
                    "at_least": goal.at_least,
                    "met": goal.met,
                }
                for goal in self.goals
            ],
            "notes": self.notes,
        }
        text = json.dumps(record, indent=2, ensure_ascii=False)
        (folder / f"{self.name}.json").write_text(text + "\n", encoding="utf-8")


def setting() -> dict[str, Cell]:
    """What the numbers were measured with: versions and cores, nothing that names a machine."""
    return {
        "headcount": _version("headcount"),
        "core": core(),
        "python": platform.python_version(),
        "system": platform.system(),
        "processor": platform.machine(),
        "cores": os.cpu_count(),
        "spacy": _version("spacy"),
    }


def core() -> str:
    """Whether the rooms that read and count run as Python or compiled (see hatch_build.py)."""
    return "Python" if str(engine.__file__).endswith(".py") else "compiled"


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _cell(value: Cell) -> str:
    if value is None:
        return "-"
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
    return f"{value:,}" if isinstance(value, int) else value


def print_and_save(result: Result, folder: Path) -> None:
    """Prints the table and writes the JSON."""
    print(result.show(), flush=True)
    result.save(folder)


def verdict(results: Sequence[Goal]) -> int:
    """0 when no goal is missed, else 1."""
    return int(any(goal.met is False for goal in results))
