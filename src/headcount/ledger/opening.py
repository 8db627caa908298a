"""Opening a ledger file: what is there is checked before SQLite may touch it."""

from __future__ import annotations

import os
import sqlite3
import struct
from contextlib import closing, suppress
from pathlib import Path

from headcount.errors import LedgerError
from headcount.ledger.faults import clear_errors
from headcount.ledger.schema import APPLICATION_ID, MIGRATIONS, script

BUSY_SECONDS = 5.0
"""How long to wait for another writer before giving up with one line."""

READABLE = 1
"""Migrations that a ledger must have seen to be read: later ones add tables and an index."""

_HEADER = 100
_MAGIC = b"SQLite format 3\0"


def connect(path: Path, *, must_exist: bool, read_only: bool) -> sqlite3.Connection:
    """A connection to the ledger at `path`, made if it is not there yet.

    Raises LedgerError if the file is missing (with `must_exist` or `read_only`), foreign, newer,
    empty, damaged, locked, a folder, or may not be opened.
    """
    if path.is_dir():
        raise LedgerError(f"{path}: is a folder; give a ledger file, e.g. {path}/headcount.db")
    if not path.exists():
        if must_exist or read_only:
            raise LedgerError(
                f"{path}: no such ledger; make one with `headcount read --ledger {path} INPUT`"
            )
        _create(path)
    _look_at_header(path)
    with clear_errors(path):
        connection = _open_at_rest(path) if read_only and _is_fixed(path) else _open(path)
        try:
            # FULL makes each commit wait for the disk: what was acknowledged outlives a power cut.
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(f"PRAGMA query_only = {int(read_only)}")
            _bring_up_to_date(connection, path, read_only=read_only)
        except BaseException:
            connection.close()
            raise
    return connection


def in_transaction(connection: sqlite3.Connection) -> bool:
    """Whether a transaction is left to end; a full disk and letting go of the file end it too.

    An interrupt that falls between the lock and the work leaves a transaction that Python throws
    away only after the file was let go of, which rolled it back.
    """
    try:
        return connection.in_transaction
    except sqlite3.ProgrammingError:
        return False


def _create(path: Path) -> None:
    """Puts a whole, empty ledger in place in one step, so that a crash leaves none or all of it."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        draft.unlink(missing_ok=True)
        with clear_errors(path), closing(sqlite3.connect(draft, isolation_level=None)) as made:
            # Set here and kept in the file: two processes that start at the same time never
            # have to switch the journal of a file in use.
            made.execute("PRAGMA journal_mode = WAL")
            made.execute("PRAGMA synchronous = FULL")
            made.executescript(script(0))
        _into_place(draft, path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise LedgerError(
            f"{path}: cannot be made ({reason}); choose another file with --ledger"
        ) from error
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                draft.with_name(draft.name + suffix).unlink(missing_ok=True)


def _into_place(draft: Path, path: Path) -> None:
    """Moves the draft to its name unless another process was faster."""
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    except OSError:
        # Some file systems know no hard links; a rename is as whole, only not as polite.
        draft.replace(path)


def _look_at_header(path: Path) -> None:
    """Refuses what is no ledger by its first bytes, before SQLite would write beside it."""
    if not path.is_file():
        raise LedgerError(f"{path}: is not a regular file; choose another file with --ledger")
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError as error:
        reason = error.strerror or str(error)
        raise LedgerError(f"{path}: cannot be read ({reason}); change its permissions") from error
    if not header:
        raise LedgerError(
            f"{path}: is empty (0 bytes), not a ledger; delete it or choose another file"
        )
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise LedgerError(f"{path}: is not a headcount ledger; choose another file with --ledger")
    (application,) = struct.unpack(">I", header[68:72])
    if application != APPLICATION_ID:
        raise LedgerError(
            f"{path}: is a database of another program, not a headcount ledger; "
            "choose another file with --ledger"
        )


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)


def _is_fixed(path: Path) -> bool:
    """Whether the ledger lies where it cannot be written, so that WAL has no room beside it."""
    return not (os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK))


def _open_at_rest(path: Path) -> sqlite3.Connection:
    """A connection that reads the file as it lies, or with the WAL that another program keeps."""
    kept = path.with_name(path.name + "-wal").exists()
    mode = "mode=ro" if kept else "mode=ro&immutable=1"
    uri = f"{path.absolute().as_uri()}?{mode}"
    return sqlite3.connect(uri, timeout=BUSY_SECONDS, uri=True, isolation_level=None)


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
    """Applies the migrations that the file has not seen; refuses a file that has seen more."""
    (done,) = connection.execute("PRAGMA user_version").fetchone()
    if done > len(MIGRATIONS):
        raise LedgerError(
            f"{path}: was written by a newer headcount (schema {done}, this one knows "
            f"{len(MIGRATIONS)}); update headcount"
        )
    if done == len(MIGRATIONS):
        return
    if read_only and done >= READABLE:
        return
    if read_only:
        raise LedgerError(
            f"{path}: was written by an older headcount; run any `headcount read` on it once"
        )
    connection.executescript(script(done))
