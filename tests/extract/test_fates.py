"""What became of a group: its parts have verbs of their own, in every language and order."""

from __future__ import annotations

import pytest
from reading import claims

FATES = {
    "parts of those freed": (
        (("freed", 200), ("repatriated", 120), ("held", 80)),
        {
            "en": "Of the 200 Kenyans freed from scam centres in Myanmar, 120 flew home on "
            "Monday and 80 are still in a shelter in Mae Sot.",
            "fr": "Sur les 200 Kényans libérés de centres d'arnaque en Birmanie, 120 sont "
            "rentrés lundi et 80 se trouvent encore dans un refuge à Mae Sot.",
            "es": "De los 200 kenianos liberados de centros de estafa en Myanmar, 120 "
            "volvieron a casa el lunes y 80 siguen en un albergue en Mae Sot.",
            "id": "Dari 200 warga Kenya yang dibebaskan dari pusat penipuan di Myanmar, 120 "
            "orang pulang pada Senin dan 80 orang masih di penampungan di Mae Sot.",
            "vi": "Trong 200 người Kenya được giải cứu khỏi các ổ lừa đảo ở Myanmar, 120 "
            "người đã về nước hôm thứ Hai và 80 người còn ở trại tạm trú tại Mae Sot.",
            "th": "ในจำนวนชาวเคนยา 200 คนที่ได้รับการช่วยเหลือจากศูนย์สแกมในเมียนมา 120 "
            "คนเดินทางกลับประเทศเมื่อวันจันทร์ และ 80 คนยังอยู่ในที่พักพิงในแม่สอด",
            "zh": "在缅甸诈骗园区获救的200名肯尼亚人中，120人周一回国，80人仍在湄索的收容所。",
        },
    ),
    "what became of those arrested": (
        (("arrested", 90), ("deported", 60), ("charged", 30)),
        {
            "en": "Ninety Chinese were arrested in Bavet for running an online scam; 60 were "
            "deported and 30 will stand trial.",
            "fr": "Quatre-vingt-dix Chinois ont été arrêtés à Bavet pour une arnaque en "
            "ligne ; 60 ont été expulsés et 30 inculpés.",
            "es": "Noventa chinos fueron detenidos en Bavet por una estafa en línea; 60 "
            "fueron deportados y 30 imputados.",
            "id": "Sebanyak 90 warga China ditangkap di Bavet karena penipuan daring; 60 "
            "dideportasi dan 30 didakwa.",
            "vi": "90 người Trung Quốc bị bắt tại Bavet vì lừa đảo trực tuyến; 60 người bị "
            "trục xuất và 30 người bị khởi tố.",
            "th": "ชาวจีน 90 คนถูกจับกุมที่ปอยเปตในคดีหลอกลวงออนไลน์ โดย 60 คนถูกเนรเทศ และ 30 คนถูกดำเนินคดี",
            "zh": "90名中国人因网络诈骗在巴域被捕，其中60人被驱逐出境，30人被起诉。",
        },
    ),
    "who fled, was hurt and was caught": (
        (("escaped", 45), ("arrested", 5), ("injured", 3)),
        {
            "en": "Forty-five Indonesians fled a scam compound in Sihanoukville on Sunday; "
            "guards hurt three, and police later detained five Chinese supervisors.",
            "fr": "Quarante-cinq Indonésiens se sont enfuis dimanche d'un centre d'arnaque "
            "de Sihanoukville ; les gardes en ont blessé trois, et la police a ensuite "
            "arrêté cinq contremaîtres chinois.",
            "es": "Cuarenta y cinco indonesios huyeron el domingo de un centro de estafas de "
            "Sihanoukville; los guardias hirieron a tres y la policía detuvo después a "
            "cinco capataces chinos.",
            "id": "Sebanyak 45 WNI kabur dari pusat penipuan di Sihanoukville pada Minggu; "
            "penjaga melukai tiga orang, dan polisi kemudian menangkap lima pengawas "
            "asal China.",
            "vi": "45 người Indonesia bỏ trốn khỏi một ổ lừa đảo ở Sihanoukville hôm Chủ "
            "nhật; bảo vệ đánh bị thương ba người, sau đó cảnh sát bắt năm quản lý "
            "người Trung Quốc.",
            "th": "ชาวอินโดนีเซีย 45 คนหนีออกจากศูนย์สแกมในสีหนุวิลล์เมื่อวันอาทิตย์ "
            "ถูกยามทำร้ายบาดเจ็บ 3 คน ต่อมาตำรวจจับกุมหัวหน้างานชาวจีน 5 คน",
            "zh": "周日45名印尼人逃离西港一处诈骗园区，3人被保安打伤，警方随后逮捕5名中国籍主管。",
        },
    ),
    "what became of the missing": (
        (("missing", 30), ("freed", 12), ("killed", 1)),
        {
            "en": "Of 30 Ugandans reported missing in Myanmar, 12 were rescued from scam "
            "camps, one died, and the fate of the rest is unknown.",
            "fr": "Sur 30 Ougandais portés disparus en Birmanie, 12 ont été sauvés de camps "
            "d'arnaque, un est mort et l'on ignore le sort des autres.",
            "es": "De 30 ugandeses desaparecidos en Myanmar, 12 fueron rescatados de campos "
            "de estafa, uno murió y se desconoce la suerte del resto.",
            "id": "Dari 30 warga Uganda yang dilaporkan hilang di Myanmar, 12 orang "
            "diselamatkan dari kamp penipuan, satu orang meninggal, dan nasib sisanya "
            "belum diketahui.",
            "vi": "Trong 30 người Uganda mất tích ở Myanmar, 12 người được giải cứu khỏi các "
            "trại lừa đảo, một người thiệt mạng, số còn lại chưa rõ tung tích.",
            "th": "ในจำนวนชาวยูกันดา 30 คนที่สูญหายในเมียนมา 12 "
            "คนได้รับการช่วยเหลือจากค่ายสแกม 1 คนเสียชีวิต "
            "ส่วนที่เหลือยังไม่ทราบชะตากรรม",
            "zh": "在缅甸失踪的30名乌干达人中，12人从诈骗园区获救，1人死亡，其余下落不明。",
        },
    ),
}


@pytest.mark.parametrize(
    ("name", "lang"), [(name, lang) for name, (_, texts) in FATES.items() for lang in texts]
)
def test_each_part_has_its_own_fate(name: str, lang: str) -> None:
    wanted, texts = FATES[name]
    told = {(c.kind.value, c.low) for c in claims(texts[lang], lang)}
    assert told == set(wanted)


ONE = {
    "en": "12 Ugandans were rescued from a scam camp in Myanmar and one died.",
    "id": "Sebanyak 12 warga Uganda diselamatkan dari kamp penipuan dan satu orang meninggal.",
    "vi": "12 người Uganda được giải cứu khỏi trại lừa đảo ở Myanmar và một người thiệt mạng.",
    "th": "ชาวยูกันดา 12 คนได้รับการช่วยเหลือจากค่ายสแกมในเมียนมา และเสียชีวิต 1 คน",
    "zh": "12名乌干达人从缅甸诈骗园区获救，1人死亡。",
}


@pytest.mark.parametrize("lang", ONE)
def test_one_counts_behind_a_count(lang: str) -> None:
    told = [(c.kind.value, c.low) for c in claims(ONE[lang], lang)]
    assert told == [("freed", 12), ("killed", 1)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("42名越南人从柬埔寨一处从事网络诈骗的园区逃离。", "escaped"),
        ("警方从一处从事网络诈骗的园区解救42名越南人。", "freed"),
        ("警方在柬埔寨逮捕42名从事网络诈骗的越南人。", "arrested"),
        ("42名在柬埔寨从事网络诈骗的越南人被遣送回国。", "repatriated"),
    ],
)
def test_what_a_compound_does_is_not_what_befell_people(text: str, kind: str) -> None:
    assert [(c.kind.value, c.low) for c in claims(text, "zh")] == [(kind, 42)]


def test_foreigners_sent_back_after_an_expulsion_were_deported() -> None:
    told = claims(
        "Le Nigeria a expulsé 40 Chinois pris dans un centre d'arnaques en ligne. Avec ce nouveau "
        "convoi, 102 étrangers ont été renvoyés depuis le 15 août.",
        "fr",
    )
    assert [(c.kind.value, c.low) for c in told] == [("deported", 40), ("deported", 102)]


def test_sent_to_prison_for_life_is_convicted() -> None:
    (told,) = claims(
        "La cour de Wenzhou a envoyé 11 accusés en prison à perpétuité pour les centres "
        "d'arnaques.",
        "fr",
    )
    assert (told.kind.value, told.low) == ("convicted", 11)
