from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headcount.documents.charset import clean, decode
from headcount.errors import InputError

FRENCH = (
    "Près de 215 étrangers ont été libérés à Poipet, où les policiers ont fouillé un immeuble. " * 5
)
CHINESE = "首批从妙瓦底电诈园区获救的中国公民搭乘包机从泰国湄索回国，四天内共安排十六架次航班。" * 5
TAIWAN = "首批從妙瓦底電詐園區獲救的中國公民搭乘包機從泰國湄索回國，四天內共安排十六架次航班。" * 5
THAI = "ตำรวจไทยและกัมพูชาเข้าตรวจค้นอาคารสามชั้นในเมืองปอยเปต และนำตัวชาวต่างชาติออกมา 215 คน " * 5
JAPANESE = (
    "タイとカンボジアの警察は国境の町ポイペトの建物を捜索し、外国人215人を救出したと発表した。" * 5
)
RUSSIAN = (
    "Полиция двух стран обыскала здание в пограничном городе и освободила 215 иностранцев. " * 5
)
VIETNAMESE = "Cảnh sát hai nước khám xét tòa nhà ở Poipet và giải cứu 215 người nước ngoài. " * 5


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "utf-8"),
        (FRENCH, "utf-8-sig"),
        (FRENCH, "utf-16"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "windows-1252"),
        (FRENCH, "latin-1"),
        (CHINESE, "utf-16"),
        (CHINESE, "gb18030"),
        (TAIWAN, "big5"),
        (THAI, "tis-620"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (RUSSIAN, "windows-1251"),
        (VIETNAMESE, "utf-8"),
    ],
)
def test_the_character_set_is_found(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x.txt") == text


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "tis-620", "windows-1252"])
def test_a_wrong_declaration_does_not_win_over_valid_utf8(encoding: str) -> None:
    assert decode(THAI.encode(), "x.txt", encoding) == THAI


def test_the_meta_element_decides_for_html() -> None:
    page = '<meta charset="tis-620"><p>ปอยเปต</p>'
    assert "ปอยเปต" in decode(page.encode("tis-620"), "x.html", html=True)


@pytest.mark.parametrize(
    "content",
    [
        FRENCH.encode().decode("windows-1252", "replace").encode(),
        THAI.encode().decode("latin-1").encode(),
        b"\xff\xfe\x00" * 100 + b"abc",
        ("freed \ufffd" * 50).encode(),
        bytes(range(1, 9)) * 40,
    ],
)
def test_broken_text_is_refused(content: bytes) -> None:
    with pytest.raises(InputError, match=r"^x\.txt: .*wrongly encoded"):
        decode(content, "x.txt")


def test_one_bad_byte_in_a_long_text_is_forgiven() -> None:
    assert "libérés" in decode(FRENCH.encode() + b"\xe9" + FRENCH.encode(), "x.txt")


def test_controls_and_foreign_newlines_are_cleaned() -> None:
    assert clean("a\x00b\r\nc\rd\x0ce\u2028f\ud800\x7f") == "ab\nc\nd\n\ne\nf"


@given(st.binary(max_size=400))
def test_any_bytes_give_clean_text_or_an_input_error(content: bytes) -> None:
    try:
        text = decode(content, "x.txt")
    except InputError:
        return
    assert "\x00" not in text
    text.encode("utf-8")
