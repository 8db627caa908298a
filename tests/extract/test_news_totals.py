"""Running totals, comparisons and stocks of plain news, in every language."""

from __future__ import annotations

import pytest
from reading import claims

TOLD = {
    "cases and those of the year before": (
        (("reported", 330), ("reported", 220)),
        {
            "fr": "Le ministère sud-coréen des Affaires étrangères a recensé 330 "
            "signalements de ressortissants séquestrés dans des centres d'arnaque "
            "au Cambodge de janvier à août, contre 220 sur l'ensemble de l'année "
            "dernière.",
            "es": "La cancillería surcoreana registró 330 denuncias de ciudadanos "
            "retenidos en centros de estafa en Camboya de enero a agosto, frente a "
            "220 en todo el año pasado.",
            "id": "Kementerian Luar Negeri Korea Selatan mencatat 330 laporan warganya "
            "disekap di pusat penipuan di Kamboja dari Januari hingga Agustus, "
            "setelah 220 laporan sepanjang tahun lalu.",
            "vi": "Bộ Ngoại giao Hàn Quốc ghi nhận 330 vụ trình báo công dân bị giam giữ "
            "tại các ổ lừa đảo ở Campuchia từ tháng 1 đến tháng 8, so với 220 vụ "
            "trong cả năm ngoái.",
            "th": "กระทรวงการต่างประเทศเกาหลีใต้ได้รับแจ้ง 330 "
            "กรณีที่พลเมืองถูกกักขังในศูนย์สแกมในกัมพูชาตั้งแต่เดือนมกราคมถึงสิงหาคม "
            "เทียบกับ 220 กรณีตลอดปีที่แล้ว",
            "zh": "韩国外交部称，今年1月至8月接获330起本国公民在柬埔寨诈骗园区"
            "遭禁锢的报案，去年全年为220起。",
        },
    ),
    "a campaign since a day": (
        (("raided", 118), ("arrested", 5000)),
        {
            "en": "Since 27 June Cambodian authorities have raided 118 online scam sites "
            "and arrested about 5,000 people.",
            "fr": "Depuis le 27 juin, les autorités cambodgiennes ont investi 118 sites "
            "d'arnaque en ligne et arrêté environ 5 000 personnes.",
            "es": "Desde el 27 de junio las autoridades camboyanas han allanado 118 "
            "centros de estafa en línea y detenido a unas 5.000 personas.",
            "id": "Sejak 27 Juni, otoritas Kamboja telah menggerebek 118 lokasi penipuan "
            "daring dan menangkap sekitar 5.000 orang.",
            "vi": "Từ ngày 27/6 đến nay, nhà chức trách Campuchia đã đột kích 118 tụ "
            "điểm lừa đảo trực tuyến và bắt khoảng 5.000 người.",
            "th": "นับตั้งแต่วันที่ 27 มิถุนายน ทางการกัมพูชาบุกค้นแหล่งสแกมออนไลน์ 118 แห่ง และจับกุมราว 5,000 คน",
            "zh": "自6月27日以来，柬埔寨当局已突击118处网络诈骗窝点，逮捕约5000人。",
        },
    ),
    "a total that an operation brings up": (
        (("repatriated", 26), ("repatriated", 206)),
        {
            "en": "Twenty-six Filipinos rescued from scam hubs in Myanmar arrived home "
            "on Monday, bringing to 206 the number repatriated this year.",
            "fr": "Vingt-six Philippins sauvés de centres d'arnaque en Birmanie sont "
            "rentrés lundi, ce qui porte à 206 le nombre de rapatriés cette année.",
            "es": "Veintiséis filipinos rescatados de centros de estafa en Myanmar "
            "llegaron a casa el lunes, con lo que suman 206 los repatriados este "
            "año.",
            "id": "Sebanyak 26 warga Filipina yang diselamatkan dari pusat penipuan di "
            "Myanmar tiba di tanah air pada Senin, sehingga total yang dipulangkan "
            "tahun ini menjadi 206 orang.",
            "vi": "26 người Philippines được giải cứu khỏi các ổ lừa đảo ở Myanmar đã về "
            "nước hôm thứ Hai, nâng tổng số người được hồi hương trong năm nay lên "
            "206.",
            "th": "ชาวฟิลิปปินส์ 26 คนที่ได้รับการช่วยเหลือจากศ"
            "ูนย์สแกมในเมียนมาเดินทางกลับถึงบ้านเกิดเมื่อ"
            "วันจันทร์ ทำให้ยอดผู้ถูกส่งกลับในปีนี้เพิ่มเ"
            "ป็น 206 คน",
            "zh": "26名从缅甸诈骗园区获救的菲律宾人周一回国，使今年遣返人数增至206人。",
        },
    ),
    "those held, missing and lured": (
        (("held", 500), ("missing", 21), ("trafficked", 10000)),
        {
            "en": "Some 500 foreigners are still confined in Myawaddy, 21 Thais cannot "
            "be reached, and rights groups believe that 10,000 were lured there by "
            "scam gangs.",
            "fr": "Quelque 500 étrangers sont toujours enfermés à Myawaddy, 21 "
            "Thaïlandais sont injoignables, et des ONG pensent que 10 000 "
            "personnes y ont été attirées par des gangs d'escrocs.",
            "es": "Unos 500 extranjeros siguen encerrados en Myawaddy, 21 tailandeses "
            "están ilocalizables y las ONG creen que 10.000 personas fueron "
            "atraídas allí por bandas de estafadores.",
            "id": "Sekitar 500 warga asing masih dikurung di Myawaddy, 21 warga Thailand "
            "tak bisa dihubungi, dan kelompok HAM meyakini 10.000 orang dijebak ke "
            "sana oleh sindikat penipuan.",
            "vi": "Khoảng 500 người nước ngoài vẫn bị giam ở Myawaddy, 21 người Thái Lan "
            "mất liên lạc, và các tổ chức nhân quyền tin rằng 10.000 người bị các "
            "băng lừa đảo dụ tới đó.",
            "th": "ชาวต่างชาติราว 500 คนยังถูกกักขังในเมียวดี คนไทย 21 คนติดต่อไม่ได้ "
            "และกลุ่มสิทธิเชื่อว่ามี 10,000 คนถูกแก๊งสแกมล่อลวงไปที่นั่น",
        },
    ),
}


@pytest.mark.parametrize(
    ("name", "lang"), [(name, lang) for name, (_, texts) in TOLD.items() for lang in texts]
)
def test_every_figure_has_its_kind(name: str, lang: str) -> None:
    wanted, texts = TOLD[name]
    told = set()
    for claim in claims(texts[lang], lang):
        low, high = claim.low or 0, claim.high or 0
        about = claim.precision.value == "about"
        told.add((claim.kind.value, (low + high) // 2 if about else low))
    assert told == set(wanted)


@pytest.mark.parametrize("lang", ["fr", "id", "vi", "zh"])
def test_cases_are_of_the_country_that_counts_them(lang: str) -> None:
    texts = TOLD["cases and those of the year before"][1]
    assert {c.nationality for c in claims(texts[lang], lang)} == {("KOR",)}


@pytest.mark.parametrize("lang", ["en", "fr", "es", "id", "vi", "th", "zh"])
def test_the_operation_keeps_its_day_beside_the_total(lang: str) -> None:
    texts = TOLD["a total that an operation brings up"][1]
    first = next(c for c in claims(texts[lang], lang) if c.low == 26)
    assert str(first.start) == "2025-11-10"
