"""The pinned floor: quality that a change may not fall below, tied to the gold by a digest."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from headcount.errors import DataError, FloorError, InputError
from headcount.evaluation.scores import LEVELS, Evaluation

Floors = Mapping[str, Mapping[str, float]]

_EXACT = 1000
"""Floors are kept to three digits, rounded down."""


@dataclass(frozen=True, slots=True)
class Floor:
    """F1 by language and level that must be reached on the gold with this digest (SHA-256)."""

    digest: str
    floors: Floors


def measured(evaluation: Evaluation) -> dict[str, dict[str, float]]:
    """F1 by language and level, to three digits, rounded down."""
    return {
        lang: {at.name.lower(): math.floor(tally.f1(at) * _EXACT) / _EXACT for at in LEVELS}
        for lang, tally in evaluation.languages.items()
    }


def load_floor(path: Path) -> Floor:
    """The floor in a file. Raises InputError if it cannot be read, DataError if it is broken."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        floors = {
            str(lang): {at.name.lower(): float(levels[at.name.lower()]) for at in LEVELS}
            for lang, levels in record["floors"].items()
        }
        return Floor(str(record["gold_sha256"]), floors)
    except OSError as error:
        raise InputError(
            f"{path}: cannot be read ({error.strerror}); pin a floor with --update-floor"
        ) from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise DataError(f"{path}: is no floor file; pin a new one with --update-floor") from error


def check_floor(floor: Floor, evaluation: Evaluation, digest: str, path: Path) -> None:
    """Raises FloorError if the gold is not the pinned one or a score lies below its floor.

    A language that was not measured in this run is not judged.
    """
    if digest != floor.digest:
        raise FloorError(
            f"{path}: the gold is not the one that was pinned (SHA-256 differs); "
            "measure it and pin again with --update-floor"
        )
    _refuse_lower(floor.floors, measured(evaluation), path, "mend it, or lower the floor openly")


def update_floor(
    path: Path, evaluation: Evaluation, digest: str, *, allow_regression: bool
) -> Floor:
    """Pins what was measured, in one step, and gives what was pinned.

    Languages that were not measured keep their floor while the gold is the same. Raises
    FloorError if a floor would sink or go away and `allow_regression` is not set, InputError if
    the file cannot be written.
    """
    scores = measured(evaluation)
    kept: Floors = {}
    if path.exists() and not allow_regression:
        old = load_floor(path)
        _refuse_lower(old.floors, scores, path, "say --allow-regression if that is meant")
        kept = {lang: levels for lang, levels in old.floors.items() if lang not in scores}
        if kept and old.digest != digest:
            missing = ", ".join(sorted(kept))
            raise FloorError(f"{path}: the gold changed; measure {missing} too to pin it again")
    floor = Floor(digest, {**kept, **scores})
    _write(path, floor)
    return floor


def _refuse_lower(old: Floors, new: Floors, path: Path, advice: str) -> None:
    lower = [
        f"{lang} {name} {new[lang][name]:.3f} < {value:.3f}"
        for lang, levels in sorted(old.items())
        for name, value in levels.items()
        if lang in new and new[lang][name] < value
    ]
    if lower:
        raise FloorError(f"{path}: below the floor: {'; '.join(lower)}; {advice}")


def _write(path: Path, floor: Floor) -> None:
    record = {
        "gold_sha256": floor.digest,
        "floors": {lang: dict(levels) for lang, levels in sorted(floor.floors.items())},
    }
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        draft.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise InputError(f"{path}: cannot be written ({error.strerror})") from error
