# ruff: noqa: E501 - tables read better on one line
from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headcount.documents.language import detect, with_script

TEXTS = {
    "en": "Police of two countries searched a building in the border town and freed 215 foreigners.",
    "fr": "Les policiers ont fouillé un immeuble de la ville frontalière et libéré 215 étrangers.",
    "es": "La policía registró un edificio en la ciudad fronteriza y liberó a 215 extranjeros.",
    "de": "Die Polizei durchsuchte ein Gebäude in der Grenzstadt und befreite 215 Ausländer.",
    "pt": "A polícia revistou um prédio na cidade da fronteira e libertou 215 estrangeiros ontem.",
    "id": "Polisi menggeledah sebuah gedung karena laporan warga dan menyelamatkan 215 orang asing.",
    "ms": "Polis menggeledah sebuah bangunan kerana aduan dan menyelamatkan 215 warga asing, katanya.",
    "vi": "Cảnh sát hai nước khám xét một tòa nhà ở thị trấn biên giới và giải cứu 215 người.",
    "tl": "Sinalakay ng mga pulis ang isang gusali sa hangganan at nailigtas ang 215 na dayuhan.",
    "ru": "Полиция двух стран обыскала здание в пограничном городе и освободила 215 иностранцев.",
    "th": "ตำรวจเข้าตรวจค้นอาคารในเมืองชายแดน",
    "km": "នគរបាលបានចូលឆែកឆេរអគារនៅក្រុងប៉ោយប៉ែត",
    "my": "ရဲတပ်ဖွဲ့ဝင်များက အဆောက်အအုံကို ရှာဖွေခဲ့သည်",
    "lo": "ຕຳຫຼວດໄດ້ກວດຄົ້ນອາຄານ",
    "zh": "两国警方搜查了边境城市的一栋楼",
    "ja": "警察は国境の町の建物を捜索した",
    "ko": "경찰은 국경 도시의 건물을 수색했다",
    "hi": "दोनों देशों की पुलिस ने सीमावर्ती शहर की एक इमारत की तलाशी ली और 215 विदेशियों को छुड़ाया।",
    "bn": "দুই দেশের পুলিশ সীমান্ত শহরের একটি ভবনে তল্লাশি চালায়",
    "ar": "فتشت شرطة البلدين مبنى في المدينة الحدودية وأفرجت عن 215 أجنبيا",
    "ur": "دونوں ملکوں کی پولیس نے سرحدی شہر کی ایک عمارت کی تلاشی لی اور 215 غیر ملکیوں کو رہا کرایا",
}


@pytest.mark.parametrize(("tag", "text"), TEXTS.items())
def test_a_sentence_shows_its_language(tag: str, text: str) -> None:
    assert detect(text) == tag


@pytest.mark.parametrize("text", ["", "215", "\x00\x0b\x7f", "OK", "12 34 – 56", "中", "???"])
def test_too_little_text_gives_no_language(text: str) -> None:
    assert detect(text) is None


@given(st.text(max_size=200))
def test_any_text_is_judged_without_error(text: str) -> None:
    tag = detect(text)
    assert tag is None or (tag == tag.lower() and 2 <= len(tag) <= 3)


def test_reports_in_twenty_languages() -> None:
    gold = Path(__file__).parents[2] / "gold" / "documents.jsonl"
    documents = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    wrong = [d["id"] for d in documents if detect(d["text"]) != d["id"].split("-")[0]]
    assert wrong == []


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("zh", "警方解救二百名外国人", "zh-Hans"),
        ("zh", "警方解救二百名外國人", "zh-Hant"),
        ("zh", "中文", "zh"),
        ("ja", "外国人を保護した", "ja"),
    ],
)
def test_chinese_is_told_by_its_script(tag: str, text: str, expected: str) -> None:
    assert with_script(tag, text) == expected


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Police raid scam hub in Cambodia"),
        ("fr", "Le Cambodge expulse des Chinois"),
        ("es", "Camboya deporta a 31 ciudadanos del Perú"),
        ("id", "Polisi bebaskan WNI dari sindikat di Kamboja yang menyekap mereka"),
        ("ms", "Polis selamatkan rakyat Malaysia daripada sindiket kerana ditipu"),
        ("th", "ตำรวจช่วยคนไทย"),
        ("lo", "ຕຳຫຼວດຊ່ວຍຄົນລາວ"),
    ],
)
def test_headlines_show_their_language(tag: str, text: str) -> None:
    assert detect(text) == tag
