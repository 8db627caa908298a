"""The few things a user may set, in one frozen record that is passed in, never global."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits and choices of one run."""

    max_bytes: int = 20 * 1024 * 1024
    """The largest input that is read, in bytes; anything larger is refused with one line."""

    timeout: float = 20.0
    """Seconds to wait for a URL."""

    max_redirects: int = 5
    """Redirects followed before a URL is given up."""

    rule: str = "range"
    """The reconciliation rule by name."""
