"""Claims and gold folders made without reading any text."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from headcount.model import Claim, Kind, Precision, Quote, Unit

TEXT = "Police freed 215 Thais in Poipet on Sunday, officials said."

_CLAIM: dict[str, Any] = {
    "document": "en-1",
    "n": 1,
    "kind": Kind.FREED,
    "unit": Unit.PERSON,
    "low": 215,
    "high": 215,
    "precision": Precision.EXACT,
    "quote": Quote("215", 13, 16),
    "nationality": ("THA",),
    "country": "KHM",
    "place": "Poipet",
    "start": date(2025, 2, 23),
    "end": date(2025, 2, 23),
    "according_to": "officials",
}


@pytest.fixture
def make_claim() -> Callable[..., Claim]:
    """A claim on 215 Thais freed, with other fields as told."""

    def make(**other: Any) -> Claim:
        return Claim(**{**_CLAIM, **other})

    return make


@pytest.fixture
def make_gold(tmp_path: Path) -> Callable[..., Path]:
    """A folder of gold with these claims, by document; the language is the id's first part."""

    def make(claims: dict[str, list[Claim]], text: str = TEXT, **extra: Any) -> Path:
        folder = tmp_path / "gold"
        folder.mkdir(exist_ok=True)
        lines = []
        for key, wanted in claims.items():
            lang = key.partition("-")[0]
            lines.append(json.dumps({"id": key, "text": text, "lang": lang}))
            records = [{**claim.as_json(), **extra} for claim in wanted]
            record = {"id": key, "lang": lang, "claims": records}
            (folder / f"{key}.json").write_text(json.dumps(record), encoding="utf-8")
        (folder / "documents.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return folder

    return make
