"""Readers of time are tried only where their words stand: none of those left out finds anything."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from reading import LEADS, cut

from headcount.extract.mentions import times

GOLD = Path(__file__).parents[2] / "gold" / "documents.jsonl"
DAY = date(2025, 11, 12)
WRITTEN = {
    "en": "On 14-17/2 and 3 March 2025, in the first half of 2024, recently, 2023-24, last week.",
    "zh": "2025年2月23日至25日，今年1至9月，上周三，2022至2024年。",
    "vi": "Ngày 29-9-2025, từ ngày 14-2 đến 17-2, tháng 11.2023, quý 3 năm 2024.",
}


def _texts(lang: str) -> list[str]:
    told = map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())
    return [WRITTEN.get(lang, ""), *[each["text"] for each in told if each["lang"] == lang][:12]]


@pytest.mark.parametrize("lang", LEADS)
def test_readers_that_are_not_tried_would_find_nothing(lang: str) -> None:
    found = 0
    for text in filter(None, _texts(lang)):
        for sentence in cut(text, lang):
            tokens = sentence.tokens
            chosen = times._readers(tokens)
            for n in range(len(tokens)):
                every = (read(tokens, n, DAY) for read, _, _ in times._READINGS)
                first = next((mention for mention in every if mention is not None), None)
                assert times._mention(tokens, n, DAY, chosen) == first
                found += first is not None
    assert found
