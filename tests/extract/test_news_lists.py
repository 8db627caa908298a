"""Counts with their parts as papers list them, in every language."""

from __future__ import annotations

import pytest
from reading import claims

TOLD = {
    "nationalities of those arrested": (
        (("arrested", 120), ("arrested", 70), ("arrested", 30), ("arrested", 20)),
        {
            "en": "Police in Poipet arrested 120 people at a scam centre, among them "
            "70 Chinese, 30 Vietnamese and 20 Burmese.",
            "fr": "La police de Poipet a arrêté 120 personnes dans un centre "
            "d'arnaque, dont 70 Chinois, 30 Vietnamiens et 20 Birmans.",
            "es": "La policía de Poipet detuvo a 120 personas en un centro de estafas, "
            "entre ellas 70 chinos, 30 vietnamitas y 20 birmanos.",
            "id": "Polisi Poipet menangkap 120 orang di pusat penipuan, terdiri atas "
            "70 warga China, 30 warga Vietnam, dan 20 warga Myanmar.",
            "vi": "Cảnh sát Poipet bắt 120 người tại một ổ lừa đảo, gồm 70 người Trung "
            "Quốc, 30 người Việt Nam và 20 người Myanmar.",
            "th": "ตำรวจปอยเปตจับกุม 120 คนที่ศูนย์สแกม เป็นชาวจีน 70 คน เวียดนาม 30 คน และเมียนมา 20 คน",
            "zh": "波贝警方在一处诈骗园区逮捕120人，包括70名中国人、30名越南人和20名缅甸人。",
        },
    ),
    "men and women of foreigners freed": (
        (("freed", 260), ("freed", 221), ("freed", 39), ("origins", 20)),
        {
            "en": "A Karen militia freed 260 foreigners, 221 men and 39 women from 20 "
            "countries, from scam compounds in Myawaddy.",
            "fr": "Une milice karen a libéré 260 étrangers, 221 hommes et 39 femmes de "
            "20 pays, de centres d'arnaque à Myawaddy.",
            "es": "Una milicia karen liberó a 260 extranjeros, 221 hombres y 39 "
            "mujeres de 20 países, de centros de estafa en Myawaddy.",
            "id": "Milisi Karen membebaskan 260 warga asing, yakni 221 laki-laki dan "
            "39 perempuan dari 20 negara, dari pusat penipuan di Myawaddy.",
            "vi": "Một nhóm dân quân Karen đã thả 260 người nước ngoài, gồm 221 nam và "
            "39 nữ đến từ 20 quốc gia, khỏi các ổ lừa đảo ở Myawaddy.",
            "th": "กองกำลังกะเหรี่ยงปล่อยตัวชาวต่างชาติ 260 คน เป็นชาย 221 คน หญิง 39 "
            "คน จาก 20 ประเทศ ออกจากศูนย์สแกมในเมียวดี",
            "zh": "克伦武装从妙瓦底诈骗园区释放260名外国人，其中男性221人、"
            "女性39人，来自20个国家。",
        },
    ),
    "death, life and charges": (
        (("convicted", 11), ("convicted", 5), ("charged", 27)),
        {
            "en": "In one trial of the scam clan 11 defendants were sentenced to death "
            "and five to life; another 27 have been indicted.",
            "fr": "Au procès du clan des arnaqueurs, 11 accusés ont été condamnés à "
            "mort et cinq à la perpétuité ; 27 autres sont inculpés.",
            "es": "En el juicio al clan de estafadores 11 acusados fueron condenados a "
            "muerte y cinco a cadena perpetua; otros 27 están imputados.",
            "id": "Dalam sidang klan penipuan daring itu, 11 terdakwa divonis mati dan "
            "lima penjara seumur hidup; 27 lainnya telah didakwa.",
            "vi": "Tại phiên tòa xử gia tộc lừa đảo trực tuyến, 11 bị cáo bị tuyên tử "
            "hình và năm bị cáo tù chung thân; 27 người khác đã bị truy tố.",
            "th": "ศาลพิพากษาประหารชีวิตจำเลยในคดีแก๊งคอลเซ็นเตอร์ 11 คน "
            "จำคุกตลอดชีวิต 5 คน และอีก 27 คนถูกฟ้องแล้ว",
            "zh": "在电诈家族案审判中，11名被告被判处死刑，5人被判无期徒刑，另有27人被起诉。",
        },
    ),
}


@pytest.mark.parametrize(
    ("name", "lang"), [(name, lang) for name, (_, texts) in TOLD.items() for lang in texts]
)
def test_each_count_has_its_kind(name: str, lang: str) -> None:
    wanted, texts = TOLD[name]
    assert {(c.kind.value, c.low) for c in claims(texts[lang], lang)} == set(wanted)


@pytest.mark.parametrize("lang", TOLD["nationalities of those arrested"][1])
def test_parts_of_a_people_are_parts_of_the_whole(lang: str) -> None:
    found = claims(TOLD["nationalities of those arrested"][1][lang], lang)
    assert [(c.nationality, c.part_of) for c in found[1:]] == [
        (("CHN",), 1),
        (("VNM",), 1),
        (("MMR",), 1),
    ]
