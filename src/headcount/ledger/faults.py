"""What can go wrong with a ledger file, each as one line that names the file and a way out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from headcount.errors import LedgerError

_ADVICE = {
    sqlite3.SQLITE_BUSY: "is in use by another program; wait until it has finished, or close it",
    sqlite3.SQLITE_LOCKED: "is in use by another program; wait until it has finished, or close it",
    sqlite3.SQLITE_READONLY: "cannot be written (read-only file or folder); "
    "change its permissions or choose another file with --ledger",
    sqlite3.SQLITE_PERM: "may not be opened; change its permissions or choose another file",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check that its folder exists and can be written",
    sqlite3.SQLITE_FULL: "cannot grow, the disk is full; free some space and run the same again, "
    "what was stored so far is safe",
    sqlite3.SQLITE_IOERR: "cannot be read or written (input/output error); check the disk, "
    "what was stored so far is safe",
    sqlite3.SQLITE_CORRUPT: "is damaged; restore it from a backup "
    "or read the inputs into a new one",
    sqlite3.SQLITE_NOTADB: "is not a headcount ledger; choose another file with --ledger",
}


def damaged(path: Path, what: str) -> LedgerError:
    """The error for rows that do not say what they said when they were written."""
    return LedgerError(
        f"{path}: is damaged ({what}); restore it from a backup or read the inputs into a new one"
    )


@contextmanager
def clear_errors(path: Path) -> Iterator[None]:
    """Turns what SQLite raises about the file into one LedgerError; our own mistakes pass."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code is None:
            if isinstance(error, sqlite3.OperationalError):
                # Python's own complaint about a column that is no UTF-8 has no code.
                raise damaged(path, "text that is no UTF-8") from error
            raise
        # The low byte is the primary result code, the rest says more than a user needs.
        advice = _ADVICE.get(code & 0xFF, f"cannot be used ({error}); choose another file")
        raise LedgerError(f"{path}: {advice}") from error
    except UnicodeDecodeError as error:
        raise damaged(path, "text that is no UTF-8") from error
