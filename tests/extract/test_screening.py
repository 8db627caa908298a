"""Who is found to be no victim, told by a denial that leaves the verb out."""

from __future__ import annotations

import pytest
from reading import LEADS, claims

SCREENED = [
    ("en", "Of those screened 32 were identified as trafficking victims; 50 were not."),
    ("en", "Of those screened 32 were identified as trafficking victims, 50 were found not to be."),
    ("fr", "Parmi eux 32 ont été reconnus victimes de traite et 50 ne l'ont pas été."),
    ("fr", "Parmi eux 32 ont été reconnus victimes de traite, 50 non."),
    ("es", "De ellos, 32 fueron identificados como víctimas de trata y 50 no lo fueron."),
    ("es", "De ellos, 32 fueron identificados como víctimas de trata y 50 no."),
    ("id", "Sebanyak 32 orang dinyatakan sebagai korban TPPO dan 50 orang bukan korban."),
    ("vi", "32 người được xác định là nạn nhân mua bán người, 50 người không phải nạn nhân."),
    ("th", "32 คนถูกคัดแยกเป็นเหยื่อค้ามนุษย์ 50 คนไม่เป็นเหยื่อ"),
    ("zh", "32人被认定为人口贩运受害者，50人不是受害者。"),
]


@pytest.mark.parametrize(("lang", "text"), SCREENED)
def test_those_of_whom_it_is_denied_are_no_victims(lang: str, text: str) -> None:
    told = [(c.kind.value, c.low) for c in claims(LEADS[lang] + text, lang)]
    assert told == [("identified", 32), ("cleared_not", 50)]
