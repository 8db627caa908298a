"""Records are handed from process to process as the call that makes them again."""

from __future__ import annotations

import pickle
from datetime import date

from headcount import handing
from headcount.extract.engine import extract
from headcount.model import Document, RawItem


def test_a_record_comes_back_as_it_was() -> None:
    text = (
        "Police freed 137 people, including 30 Indians, from a scam compound in Poipet on Sunday."
    )
    told = extract(Document("r", text, published=date(2025, 11, 12), lang="en"))
    assert pickle.loads(pickle.dumps(told)) == told  # noqa: S301 - our own bytes


def test_a_record_is_made_by_its_class_alone() -> None:
    """What is compiled sets no field of a frozen record, so nothing may ask it to."""
    item = RawItem("a.txt", b"text", "text/plain")
    made, values = handing._remaking(RawItem)(item)
    assert made is RawItem
    assert made(*values) == item
    assert pickle.dumps(item).count(b"locator") == 0
