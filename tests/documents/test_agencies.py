from __future__ import annotations

import pytest

from headcount.documents.agencies import find_agency


@pytest.mark.parametrize(
    ("text", "outlet", "agency"),
    [
        ("BANGKOK (AFP) - Police freed 215 people.", None, "AFP"),
        ("PHNOM PENH, Feb. 24 (Xinhua) -- Police freed 215 people.", None, "Xinhua"),
        ("Title\n\nAFP - Police freed 215 people.", None, "AFP"),
        ("新华社曼谷2月24日电 警方解救215人。", None, "Xinhua"),
        ("警方解救215人。（中新社）", None, "China News Service"),
        ("Police freed 215 people.\n\nSource: Xinhua", None, "Xinhua"),
        ("Police freed 215 people. (PTI)", None, "PTI"),
        ("Police freed 215 people. — Bernama", None, "Bernama"),
        ("Công an giải cứu 215 người./.\n\nTTXVN", None, "VNA"),
        ("Title\nBy Agence France-Presse\nPolice freed 215 people.", None, "AFP"),
        ("Title\nReuters\nPolice freed 215 people.", None, "Reuters"),
        ("Police freed 215 people.", "VietnamPlus", "VNA"),
        ("Police freed 215 people.", "antara", "Antara"),
        ("Police freed 215 people, Reuters reported, citing officials.", None, None),
        ("He opened the app and paid 2,000 a month (ap) for it.", None, None),
        ("Police freed 215 people.", "Border Gazette", None),
        ("", None, None),
    ],
)
def test_credit(text: str, outlet: str | None, agency: str | None) -> None:
    assert find_agency(text, outlet) == agency
