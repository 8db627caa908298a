"""Gold: reports with the claims that careful readers took from them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from headcount.errors import DataError, InputError
from headcount.model import Kind, Precision, Scope, Unit

DOCUMENTS = "documents.jsonl"


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One claim that a reader took from a report: the fields that are scored.

    `kinds` holds every kind that counts as right; an `optional` claim is neither missed nor extra.
    """

    n: int
    kinds: frozenset[Kind]
    unit: Unit
    low: int | None
    high: int | None
    precision: Precision
    nationality: frozenset[str]
    country: str | None
    place: str | None
    start: date | None
    end: date | None
    according_to: str | None
    scope: Scope
    part_of: int | None
    optional: bool
    kind: Kind


@dataclass(frozen=True, slots=True)
class GoldRecord:
    """The claims of one report, and its text for showing what was missed."""

    id: str
    lang: str
    text: str
    claims: tuple[GoldClaim, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """A folder of gold: its records by id, its documents file, and a digest of all its files."""

    records: Mapping[str, GoldRecord]
    documents: Path
    digest: str


def load_gold(folder: Path) -> Gold:
    """The gold in `folder`: `documents.jsonl`, and for each report `ID.json`.

    Raises InputError if the folder or its documents cannot be read, DataError if a record breaks
    the format or has no document.
    """
    documents = folder / DOCUMENTS
    sums = hashlib.sha256()
    records: dict[str, GoldRecord] = {}
    try:
        texts = _texts(documents)
        for path in [documents, *sorted(folder.glob("*.json"))]:
            content = path.read_bytes()
            sums.update(f"{path.name}\0{len(content)}\0".encode() + content)
            if path != documents:
                record = _record(path, content, texts)
                records[record.id] = record
    except OSError as error:
        raise InputError(
            f"{error.filename or folder}: cannot be read ({error.strerror}); "
            f"give a folder with {DOCUMENTS} and ID.json records"
        ) from error
    if not records:
        raise InputError(f"{folder}: holds no gold records; give a folder with ID.json records")
    return Gold(records, documents, sums.hexdigest())


def _texts(documents: Path) -> dict[str, str]:
    texts = {}
    with documents.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    record = json.loads(line)
                    texts[record["id"]] = record["text"]
                except (KeyError, TypeError, ValueError) as error:
                    raise DataError(
                        f"{documents}#{number}: is no document with id and text; mend the line"
                    ) from error
    return texts


def _record(path: Path, content: bytes, texts: Mapping[str, str]) -> GoldRecord:
    try:
        record = json.loads(content)
        claims = tuple(map(_claim, record["claims"]))
        key, lang = record["id"], record["lang"]
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(f"{path}: breaks the format of docs/CLAIM.md ({error}); mend it") from error
    if key not in texts:
        raise DataError(f"{path}: {DOCUMENTS} has no document {key}; add it")
    return GoldRecord(key, lang, texts[key], claims)


def _claim(record: Mapping[str, Any]) -> GoldClaim:
    kind = Kind(record["kind"])
    return GoldClaim(
        n=record["n"],
        kinds=frozenset((kind, *map(Kind, record.get("or_kind", ())))),
        unit=Unit(record["unit"]),
        low=record["low"],
        high=record["high"],
        precision=Precision(record["precision"]),
        nationality=frozenset(record["nationality"]),
        country=record["country"],
        place=record["place"],
        start=_day(record["start"]),
        end=_day(record["end"]),
        according_to=record["according_to"],
        scope=Scope(record["scope"]),
        part_of=record["part_of"],
        optional=record.get("optional", False),
        kind=kind,
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
