"""Stable ids: the same content gives the same id on every machine and every run."""

from __future__ import annotations

import hashlib


def digest(*parts: str) -> str:
    """64 hexadecimal digits over the parts in order (SHA-256, parts kept apart by NUL)."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def short_id(prefix: str, *parts: str) -> str:
    """`prefix-` and the first 12 digits of `digest(*parts)`: 48 bits, enough for a ledger."""
    return f"{prefix}-{digest(*parts)[:12]}"
