"""One line of a JSONL file: a document that says itself what it is."""

from __future__ import annotations

import json
from typing import Any

from headcount.documents.addresses import clean_url
from headcount.documents.bylines import byline_day
from headcount.documents.charset import check
from headcount.documents.draft import Draft
from headcount.documents.written_days import machine_day
from headcount.errors import InputError
from headcount.model import DayFound, RawItem

_FIELDS = ("id", "url", "outlet", "published", "title", "text", "lang")


def read_record(item: RawItem) -> tuple[Draft, dict[str, str]]:
    """The draft and what the record gives (`id`, `title`, …); `text` is kept as it stands.

    Raises InputError naming the line: broken JSON, a field of a wrong type, a day that is none,
    no text, text that is wrongly encoded. Unknown fields are ignored.
    """
    record = _object(item)
    given: dict[str, str] = {}
    for name in _FIELDS:
        value = record.get(name)
        if name == "id" and isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if value is not None and not isinstance(value, str):
            raise InputError(f"{item.locator}: `{name}` is not a string; write it in quotes")
        if value and value.strip():
            given[name] = value if name == "text" else _line(value)
    text = given.pop("text", "")
    if not text:
        raise InputError(f"{item.locator}: has no `text`; every line needs one")
    check(text, item.locator)
    url = given.get("url")
    if url and clean_url(url) is None:
        raise InputError(f"{item.locator}: `url` is not an http(s) address; correct or remove it")
    if "published" in given and machine_day(given["published"]) is None:
        raise InputError(f"{item.locator}: `published` is not a day; write it as 2025-02-24")
    known = "published" in given
    day = None if known else byline_day(text[:4000].split("\n"), given.get("outlet"))
    found = DayFound.BYLINE if day else DayFound.NONE
    return Draft(text=_no_surrogates(text), url=url, published=day, found=found), given


def _object(item: RawItem) -> dict[str, Any]:
    try:
        record = json.loads(item.content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError(
            f"{item.locator}: the line is not valid JSON; write one object a line"
        ) from error
    if not isinstance(record, dict):
        raise InputError(f"{item.locator}: the line is not a JSON object; write one object a line")
    return record


def _line(value: str) -> str:
    return " ".join(_no_surrogates(value).split())


def _no_surrogates(text: str) -> str:
    """Each lone surrogate as U+FFFD: one character for one, so that offsets hold."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
