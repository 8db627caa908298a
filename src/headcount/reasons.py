"""What is said about figures, as data: reasons, joins and findings before a language words them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

Key = tuple[str, int]
"""A claim: its document and its number there."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts, by the names of the claim record, and the number if one is told."""

    kind: str
    unit: str
    nationality: tuple[str, ...] = ()
    group: str | None = None
    currency: str | None = None
    low: int | None = None
    high: int | None = None

    def as_json(self) -> dict[str, Any]:
        """The fields by their names."""
        return {
            "kind": str(self.kind),
            "unit": str(self.unit),
            "nationality": list(self.nationality),
            "group": str(self.group) if self.group else None,
            "currency": self.currency,
            "low": self.low,
            "high": self.high,
        }


Value: TypeAlias = "str | int | date | Counted | Reason | tuple[Value, ...]"
"""What may fill a sentence. A tuple is a list of values; a reason is a sentence in a sentence."""

Values: TypeAlias = tuple[tuple[str, Value], ...]
"""What fills a sentence, by name."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing to say: tables of words have a sentence for `code`, which `values` fill by name."""

    code: str
    values: Values = ()

    def as_json(self) -> dict[str, Any]:
        """Code and values; days in ISO 8601."""
        return {"code": self.code, "values": {name: _plain(v) for name, v in self.values}}


def _plain(value: Value) -> Any:
    if isinstance(value, Counted | Reason):
        return value.as_json()
    if isinstance(value, date):
        return value.isoformat()
    return [_plain(v) for v in value] if isinstance(value, tuple) else value


@dataclass(frozen=True, slots=True)
class Join:
    """Why two reports are taken to tell of one operation, the strongest reason first."""

    documents: tuple[str, str]
    reasons: tuple[Reason, ...]

    def as_json(self) -> dict[str, Any]:
        """The two documents and the reasons as data."""
        return {
            "documents": list(self.documents),
            "reasons": [reason.as_json() for reason in self.reasons],
        }


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that `headcount check` found, with the claims that it rests on.

    `severity` is `error` (cannot both be true), `warning` (conflict to look at) or `note`.
    `reason` says it as data. `message` says it in English where there is no reason.
    """

    code: str
    severity: str
    message: str
    event: str | None
    claims: tuple[Key, ...]
    reason: Reason | None = None

    @property
    def disputes(self) -> bool:
        """Whether it makes its event a disputed one: it is more than a note."""
        return self.severity != "note"

    def as_json(self) -> dict[str, Any]:
        """The finding as `headcount check --format jsonl` prints it."""
        return {
            "code": self.code,
            "severity": self.severity,
            "message": self.message,
            "event": self.event,
            "claims": [{"document": d, "n": n} for d, n in self.claims],
            "reason": self.reason.as_json() if self.reason else None,
        }
