"""Every error that headcount raises on purpose: one class a failure, one clear line a message.

The command line prints the message as it stands and exits with `exit_code`; docs/ERRORS.md lists
both. A message names the input and says what to do.
"""

from __future__ import annotations


class HeadcountError(Exception):
    """Base of all: catch this to carry on with the rest of a batch."""

    exit_code = 1


class UsageError(HeadcountError):
    """The call cannot be carried out as it was written."""

    exit_code = 2


class InputError(HeadcountError):
    """One input cannot be read (missing, unreadable, empty, huge, binary, truncated, locked)."""

    exit_code = 3


class FetchError(InputError):
    """A URL cannot be fetched (unreachable, redirect loop, wrong content type, too large)."""

    exit_code = 4


class LedgerError(HeadcountError):
    """The ledger file cannot be used (foreign, newer, locked, damaged, disk full)."""

    exit_code = 5


class DataError(HeadcountError):
    """A data file that ships with headcount or was added to it breaks its documented format."""

    exit_code = 6


class GroundingError(HeadcountError):
    """A claim's quote is not in the text, or its number does not read back from the quote.

    This is the gate of the ledger: such a claim is never stored.
    """

    exit_code = 7


class FloorError(HeadcountError):
    """The measured quality lies below the pinned floor, or the gold changed under it."""

    exit_code = 8
