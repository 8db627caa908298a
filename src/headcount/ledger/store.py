"""The ledger: documents in versions, claims in readings, and nothing ever overwritten."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from headcount.decisions import Decision, as_record
from headcount.errors import LedgerError
from headcount.ledger import records, rulings
from headcount.ledger.faults import clear_errors, damaged
from headcount.ledger.history import Reading, Withdrawn, difference, gone
from headcount.ledger.opening import connect, in_transaction
from headcount.model import Claim, Document, Extraction, claim_from_json


class Outcome(StrEnum):
    """What adding a document did."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Added:
    """The outcome of one document, with the number of claims that came and that went."""

    outcome: Outcome
    claims_new: int = 0
    claims_withdrawn: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a ledger holds: documents and claims that stand, versions and reads ever stored."""

    documents: int
    claims: int
    versions: int
    reads: int


@dataclass(frozen=True, slots=True)
class Undone:
    """A read that was taken back: when it was made, and what it had stored."""

    at: datetime
    documents: int
    claims: int


class _Stand(NamedTuple):
    """The reading of a document that counts today."""

    version: int
    document_digest: str
    reading: int
    claims_digest: str


_FETCHED = 200
"""Rows taken at a time."""

_STAND = """
SELECT version.id, version.digest, reading.id, reading.digest
FROM version JOIN reading ON reading.version = version.id
WHERE version.document = ? AND reading.run NOT IN (SELECT id FROM retracted_run)
ORDER BY reading.id DESC LIMIT 1
"""

_DOCUMENTS = """
SELECT version.document, version.record, version.text, version.digest
FROM current_reading JOIN reading ON reading.id = current_reading.reading
JOIN version ON version.id = reading.version
"""

_CLAIMS = """
SELECT current_reading.document, reading.digest, claim.record
FROM current_reading JOIN reading ON reading.id = current_reading.reading
LEFT JOIN claim ON claim.reading = reading.id
ORDER BY current_reading.document, claim.n
"""

_READINGS = """
SELECT version.document, version.number, reading.id, reading.at, retracted_run.at
FROM reading JOIN version ON version.id = reading.version
LEFT JOIN retracted_run ON retracted_run.id = reading.run
WHERE version.document IN (
    SELECT version.document FROM reading JOIN version ON version.id = reading.version
    GROUP BY version.document
    HAVING count(*) > 1 OR max(reading.run IN (SELECT id FROM retracted_run))
)
ORDER BY version.document, reading.id
"""


class Ledger:
    """One open ledger file; close it or use it with `with`. All methods raise LedgerError.

    The documents added through one open ledger belong to one run, the unit that `undo` takes back.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Use `Ledger.open`."""
        self.path = path
        self._connection = connection
        self._run: int | None = None

    @classmethod
    def open(cls, path: Path, *, must_exist: bool = False, read_only: bool = False) -> Self:
        """The ledger at `path`; made if it is not there, unless it must exist or only be read."""
        return cls(path, connect(path, must_exist=must_exist, read_only=read_only))

    def close(self) -> None:
        """Lets go of the file; what was added is on disk already."""
        with clear_errors(self.path):
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def add(self, extraction: Extraction, at: datetime, source: str | None = None) -> Added:
        """Stores one document with its claims in one transaction; on disk when this returns.

        The same content and claims as stand already change nothing, nor does the same text of
        which less is told than before (a day given once stays). `at` needs a time zone.
        `source` is where it was read from (URL or path), for `document_from`; it never leaves here.
        Raises GroundingError if a claim's quote is not in the text, InputError for an id that
        cannot be written; then nothing is stored.
        """
        records.check_gate(extraction)
        document = extraction.document
        claims = [records.dump(claim.as_json()) for claim in extraction.claims]
        claims_digest = records.claims_digest(claims)
        document_digest = records.document_digest(document)
        with self._transaction():
            stand = self._stand(document.id)
            if stand and (stand.document_digest, stand.claims_digest) == (
                document_digest,
                claims_digest,
            ):
                return Added(Outcome.SAME)
            stored = self.document(document.id) if stand else None
            if stored and records.tells_less(document, stored):
                return Added(Outcome.SAME)
            run = self._run_of(at)
            if stand and stand.document_digest == document_digest:
                version = stand.version
            else:
                version = self._add_version(document, document_digest, source, (run, at))
            self._add_reading(version, run, at, claims)
            before = self._claim_records(stand.reading) if stand else ()
        new, withdrawn = difference(before, claims)
        return Added(Outcome.CHANGED if stand else Outcome.NEW, new, withdrawn)

    def undo(self, at: datetime) -> Undone | None:
        """Retracts the last read that still counts; None if there is none. Nothing is deleted."""
        with self._transaction():
            row = self._one(
                "SELECT max(id), at FROM run WHERE action = 'read' "
                "AND id NOT IN (SELECT id FROM retracted_run)"
            )
            if row[0] is None:
                return None
            documents = self._one("SELECT count(*) FROM reading WHERE run = ?", row[0])[0]
            claims = self._one(
                "SELECT count(*) FROM claim JOIN reading ON reading.id = claim.reading "
                "WHERE reading.run = ?",
                row[0],
            )[0]
            self._insert(
                "INSERT INTO run (action, at, undoes) VALUES ('undo', ?, ?)",
                records.stamp(at),
                row[0],
            )
        self._run = None
        return Undone(datetime.fromisoformat(row[1]), documents, claims)

    def documents(self) -> Iterator[Document]:
        """The documents that stand, by id."""
        for row in self._rows(_DOCUMENTS + "ORDER BY version.document"):
            yield self._build_document(*row)

    def document(self, key: str) -> Document | None:
        """The document with this id as it stands, or None."""
        for row in self._rows(_DOCUMENTS + "WHERE version.document = ?", key):
            return self._build_document(*row)
        return None

    def claims(self) -> Iterator[Claim]:
        """The claims that stand, by document and number."""
        for (document, digest), rows in groupby(self._rows(_CLAIMS), key=itemgetter(0, 1)):
            found = [record for _, _, record in rows if record is not None]
            if records.claims_digest(found) != digest:
                raise damaged(self.path, f"the claims of {document} are not what was stored")
            yield from self._build_claims(document, found)

    def withdrawn(self) -> Iterator[Withdrawn]:
        """The claims that stood once and no longer do, by document."""
        with clear_errors(self.path):
            rows = self._connection.execute(_READINGS).fetchall()
        by_document: dict[str, list[Reading]] = {}
        for document, version, reading, at, undone in rows:
            by_document.setdefault(document, []).append(
                Reading(
                    version,
                    datetime.fromisoformat(at),
                    datetime.fromisoformat(undone) if undone else None,
                    self._claim_records(reading),
                )
            )
        for document, readings in by_document.items():
            for end in gone(readings):
                (claim,) = self._build_claims(document, [end.record])
                yield Withdrawn(claim, end.since, end.version, end.cause)

    def decide(self, decision: Decision, at: datetime) -> str:
        """Appends a decision and gives its id; on disk when this returns."""
        row = rulings.row(as_record(decision), at)
        with self._transaction():
            self._insert(rulings.INSERT, *row)
        return rulings.build(self.path, row.digest, row.record, row.at, None).id

    def retract(self, key: str, at: datetime, told: Mapping[str, str]) -> bool:
        """Takes back a decision by a row with `told` (by, why); False if none such stands."""
        with self._transaction():
            stands = self._one(rulings.BY_ID, key)
            if stands:
                row = rulings.row(records.dump(dict(told)), at, stands[0])
                self._insert(rulings.INSERT, *row)
        return bool(stands)

    def decisions(self, *, undone: bool = False) -> Iterator[Decision]:
        """The decisions that stand, or all that were ever made, in the order in which they came."""
        with clear_errors(self.path):
            known = self._one(rulings.EXISTS)
        for row in self._rows(rulings.SELECT, undone) if known else ():
            yield rulings.build(self.path, *row)

    def counts(self) -> Counts:
        """How much the ledger holds."""
        with clear_errors(self.path):
            return Counts(
                *self._one(
                    "SELECT count(*), coalesce(sum("
                    "(SELECT count(*) FROM claim WHERE claim.reading = current_reading.reading)"
                    "), 0), (SELECT count(*) FROM version), "
                    "(SELECT count(*) FROM run WHERE action = 'read') FROM current_reading"
                )
            )

    def holds(self, key: str) -> bool:
        """Whether a document with this id stands."""
        with clear_errors(self.path):
            return self._stand(key) is not None

    def document_from(self, source: str) -> str | None:
        """The id of the document that was last read from this source and stands, or None."""
        with clear_errors(self.path):
            found = self._one(
                "SELECT document FROM version WHERE source = ? "
                "AND run NOT IN (SELECT id FROM retracted_run) ORDER BY id DESC LIMIT 1",
                source,
            )
        return found[0] if found else None

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read inside is of one moment, whatever another program writes meanwhile."""
        with clear_errors(self.path):
            self._connection.execute("BEGIN")
        try:
            yield
        finally:
            if in_transaction(self._connection):
                with clear_errors(self.path):
                    self._connection.execute("COMMIT")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All or nothing; the lock is taken at once, so that a wait happens before any work."""
        run = self._run
        with clear_errors(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self._run = run
                if in_transaction(self._connection):
                    self._connection.execute("ROLLBACK")
                raise

    def _stand(self, document: str) -> _Stand | None:
        row = self._connection.execute(_STAND, (document,)).fetchone()
        return _Stand(*row) if row else None

    def _run_of(self, at: datetime) -> int:
        """The run that this open ledger writes, begun with its first change."""
        if self._run is None:
            self._run = self._insert(
                "INSERT INTO run (action, at) VALUES ('read', ?)", records.stamp(at)
            )
        return self._run

    def _add_version(
        self, document: Document, digest: str, source: str | None, when: tuple[int, datetime]
    ) -> int:
        run, at = when
        (number,) = self._one(
            "SELECT coalesce(max(number), 0) + 1 FROM version WHERE document = ?", document.id
        )
        return self._insert(
            "INSERT INTO version (document, number, run, at, digest, source, record, text) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            document.id,
            number,
            run,
            records.stamp(at),
            digest,
            source,
            records.document_record(document),
            records.pack(document.text),
        )

    def _add_reading(self, version: int, run: int, at: datetime, claims: list[str]) -> None:
        reading = self._insert(
            "INSERT INTO reading (version, run, at, digest) VALUES (?, ?, ?, ?)",
            version,
            run,
            records.stamp(at),
            records.claims_digest(claims),
        )
        self._connection.executemany(
            "INSERT INTO claim (reading, n, record) VALUES (?, ?, ?)",
            [(reading, json.loads(record)["n"], record) for record in claims],
        )

    def _claim_records(self, reading: int) -> tuple[str, ...]:
        rows = self._rows("SELECT record FROM claim WHERE reading = ? ORDER BY n", reading)
        return tuple(record for (record,) in rows)

    def _build_document(self, key: str, record: str, packed: bytes, digest: str) -> Document:
        try:
            document = records.build_document(key, record, packed)
        except (KeyError, TypeError, ValueError, zlib.error) as error:
            raise damaged(self.path, f"document {key} cannot be read back") from error
        if records.document_digest(document) != digest:
            raise damaged(self.path, f"document {key} is not what was stored")
        return document

    def _build_claims(self, document: str, found: Sequence[str]) -> list[Claim]:
        try:
            # One text for all: to read each by itself costs a third more.
            return [claim_from_json(record) for record in json.loads(f"[{','.join(found)}]")]
        except (KeyError, TypeError, ValueError) as error:
            raise damaged(self.path, f"a claim of {document} cannot be read back") from error

    def _insert(self, query: str, *values: object) -> int:
        rowid = self._connection.execute(query, values).lastrowid
        if rowid is None:
            raise LedgerError(f"{self.path}: did not take a row; report this")
        return rowid

    def _one(self, query: str, *values: object) -> Any:
        return self._connection.execute(query, values).fetchone()

    def _rows(self, query: str, *values: object) -> Iterator[Any]:
        with clear_errors(self.path):
            cursor = self._connection.execute(query, values)
        while True:
            # No yield inside: what the caller raises is not the ledger's.
            with clear_errors(self.path):
                rows = cursor.fetchmany(_FETCHED)
            if not rows:
                return
            yield from rows
