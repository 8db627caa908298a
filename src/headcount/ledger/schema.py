"""The tables of the ledger: small named migrations, applied in order and recorded.

A `run` is one call of `read`, or an `undo` that retracts one. A `version` is what a document said
at one time; a `reading` is what the rules of one time made of a version. Rows are only added, and
triggers refuse anything else, so the state of today is a function of the rows.
A `decision` is what a person decided, or a row that retracts one.
"""

from __future__ import annotations

from typing import NamedTuple

APPLICATION_ID = 0x48434E54
"""Marks an SQLite file as a headcount ledger ("HCNT" in ASCII)."""


class Migration(NamedTuple):
    """One step of the schema: its name is recorded in the table `migration`."""

    name: str
    sql: str


_APPEND_ONLY = "".join(
    f"""
    CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table}
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
    """
    for table in ("run", "version", "reading", "claim")
    for action in ("UPDATE", "DELETE")
)

_FIRST = """
CREATE TABLE migration (position INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);

CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    action TEXT NOT NULL CHECK (action IN ('read', 'undo')),
    at TEXT NOT NULL,
    undoes INTEGER UNIQUE REFERENCES run (id)
);

CREATE TABLE version (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL,
    number INTEGER NOT NULL,
    run INTEGER NOT NULL REFERENCES run (id),
    at TEXT NOT NULL,
    digest TEXT NOT NULL,
    source TEXT,
    record TEXT NOT NULL,
    text BLOB NOT NULL,
    UNIQUE (document, number)
);
CREATE INDEX version_by_source ON version (source);

CREATE TABLE reading (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES version (id),
    run INTEGER NOT NULL REFERENCES run (id),
    at TEXT NOT NULL,
    digest TEXT NOT NULL
);
CREATE INDEX reading_of_version ON reading (version);

CREATE TABLE claim (
    reading INTEGER NOT NULL REFERENCES reading (id),
    n INTEGER NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (reading, n)
) WITHOUT ROWID;

CREATE VIEW retracted_run AS SELECT undoes AS id, at FROM run WHERE undoes IS NOT NULL;

CREATE VIEW current_reading AS
SELECT version.document AS document, max(reading.id) AS reading
FROM reading JOIN version ON version.id = reading.version
WHERE reading.run NOT IN (SELECT id FROM retracted_run)
GROUP BY version.document;

CREATE VIEW current_claim AS
SELECT current_reading.document AS document, claim.n AS n,
    json_extract(claim.record, '$.kind') AS kind, json_extract(claim.record, '$.unit') AS unit,
    json_extract(claim.record, '$.low') AS low, json_extract(claim.record, '$.high') AS high,
    json_extract(claim.record, '$.country') AS country,
    json_extract(claim.record, '$.place') AS place,
    claim.record AS record
FROM current_reading JOIN claim ON claim.reading = current_reading.reading;
"""

_DECISIONS = """
CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    record TEXT NOT NULL,
    digest TEXT NOT NULL,
    retracts INTEGER UNIQUE REFERENCES decision (id)
);
CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
"""

_COUNTING = "CREATE INDEX IF NOT EXISTS claim_of_reading ON claim (reading);"
"""Claims are counted without their records, which in a large ledger are hundreds of megabytes."""

MIGRATIONS: tuple[Migration, ...] = (
    Migration("documents, readings and claims", _FIRST + _APPEND_ONLY),
    Migration("decisions of people", _DECISIONS),
    Migration("claims counted by an index", _COUNTING),
)
"""All steps, oldest first; `PRAGMA user_version` is the number of those applied. Never reorder."""


def script(done: int) -> str:
    """The SQL that brings a ledger from `done` migrations to the newest, as one transaction."""
    steps = []
    for position, migration in enumerate(MIGRATIONS[done:], done + 1):
        name = migration.name.replace("'", "''")
        steps.append(migration.sql)
        steps.append(f"INSERT INTO migration VALUES ({position}, '{name}');")  # noqa: S608
    steps.append(f"PRAGMA application_id = {APPLICATION_ID};")
    steps.append(f"PRAGMA user_version = {len(MIGRATIONS)};")
    return "BEGIN IMMEDIATE;\n" + "\n".join(steps) + "\nCOMMIT;"
