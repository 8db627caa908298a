"""Numbers and counted people in languages that count otherwise than English and French."""

from __future__ import annotations

import pytest
from reading import claims, numbers, quantities, times

ZH, TH, VI, ID, ES = "zh", "th", "vi", "id", "es"


@pytest.mark.parametrize(
    ("tag", "text", "low", "high"),
    [
        (ZH, "215名", 215, 215),
        (ZH, "二百一十五人", 215, 215),
        (ZH, "一百零五人", 105, 105),
        (ZH, "一千零五十人", 1050, 1050),
        (ZH, "两百多人", 200, None),
        (ZH, "3.1万人", 31_000, 31_000),
        (ZH, "1万5千人", 15_000, 15_000),
        (ZH, "一万五千三百人", 15_300, 15_300),
        (ZH, "十多万人", 100_000, None),
        (ZH, "數十人", 20, 99),
        (ZH, "数十人", 20, 99),
        (ZH, "数百名外国人", 200, 999),
        (ZH, "逾千人", 1000, None),
        (ZH, "上百人", 100, None),
        (ZH, "近7000人", 6300, 7000),
        (ZH, "约5000人", 4500, 5500),
        (ZH, "200至300人", 200, 300),
        (ZH, "两三百人", 200, 300),
        (TH, "สองร้อยสิบห้าคน", 215, 215),
        (TH, "๒๑๕ คน", 215, 215),
        (TH, "กว่า 1 พันคน", 1000, None),
        (TH, "3 พันกว่าคน", 3000, None),
        (TH, "หลายแสนคน", 200_000, 999_999),
        (TH, "สองแสนห้าหมื่นคน", 250_000, 250_000),
        (TH, "1.2 ล้านคน", 1_200_000, 1_200_000),
        (TH, "ยี่สิบเอ็ดคน", 21, 21),
        (TH, "เกือบ 700 คน", 630, 700),
        (VI, "hai trăm người", 200, 200),
        (VI, "hơn 1.000 người", 1000, None),
        (VI, "3,5 triệu người", 3_500_000, 3_500_000),
        (VI, "hàng trăm người", 200, 999),
        (VI, "hàng chục nghìn người", 20_000, 99_999),
        (VI, "khoảng 5.000 người", 4500, 5500),
        (VI, "hai trăm mười lăm người", 215, 215),
        (ID, "ratusan orang", 200, 999),
        (ID, "sekitar 1,5 juta orang", 1_350_000, 1_650_000),
        (ID, "ribuan orang", 2000, 9999),
        (ID, "seribu dua ratus orang", 1200, 1200),
        (ID, "beberapa ratus orang", 200, 999),
        (ID, "lebih dari 10.000 orang", 10_000, None),
        (ES, "unos 3.000 trabajadores", 2700, 3300),
        (ES, "medio millar de personas", 450, 550),
        (ES, "mil 090 personas", 1090, 1090),
        (ES, "mil 200 millones de personas", 1_200_000_000, 1_200_000_000),
        (ES, "48 mil 600 millones de personas", 48_600_000_000, 48_600_000_000),
        (ES, "dos mil trescientos millones de personas", 2_300_000_000, 2_300_000_000),
        (ES, "1,090 personas", 1090, 1090),
        (ES, "2.5 millones de personas", 2_500_000, 2_500_000),
        (ES, "decenas de miles de personas", 20_000, 99_999),
        (ES, "entre mil y dos mil personas", 1000, 2000),
    ],
)
def test_people_are_counted(tag: str, text: str, low: int, high: int | None) -> None:
    (quantity,), refused = quantities(text, tag)
    assert (quantity.interval.low, quantity.interval.high) == (low, high)
    assert (quantity.unit, refused) == ("person", [])


@pytest.mark.parametrize(
    ("tag", "text", "worth"),
    [
        (ZH, "23亿7000万美元", 2_370_000_000),
        (ZH, "5000万美元", 50_000_000),
        (ZH, "3万亿元", 3_000_000_000_000),
        (TH, "4.7 พันล้านบาท", 4_700_000_000),
        (VI, "1.500 tỉ đồng", 1_500_000_000_000),
        (ID, "Rp 2,1 triliun", 2_100_000_000_000),
        (ES, "37.000 millones de dólares", 37_000_000_000),
    ],
)
def test_money_is_counted(tag: str, text: str, worth: int) -> None:
    (number,) = numbers(text, tag)
    assert number.value == worth


@pytest.mark.parametrize(
    ("tag", "text", "kind", "count", "nation"),
    [
        (ZH, "警方在波贝的诈骗园区解救了泰国人109名。", "freed", 109, "THA"),
        (ZH, "109名在緬甸詐騙園區受困的印度人獲救。", "freed", 109, "IND"),
        (ZH, "警方將75名中國籍詐騙嫌犯移送法辦。", "charged", 75, "CHN"),
        (TH, "ตำรวจช่วยเหลือคนไทย 109 คนออกจากแก๊งคอลเซ็นเตอร์ในปอยเปต", "freed", 109, "THA"),
        (TH, "จับกุมผู้ต้องหาชาวจีน 34 รายในแก๊งคอลเซ็นเตอร์", "arrested", 34, "CHN"),
        (VI, "Công an bắt giữ 34 người Trung Quốc trong đường dây lừa đảo.", "arrested", 34, "CHN"),
        (ID, "WNI sebanyak 569 orang dipulangkan dari pusat penipuan.", "repatriated", 569, "IDN"),
        (ID, "Sebanyak 34 WN China ditangkap dalam kasus scam.", "arrested", 34, "CHN"),
        (ES, "La policía liberó a 109 tailandeses de un centro de estafas.", "freed", 109, "THA"),
        (ES, "Fueron detenidos 34 chinos en un centro de estafas.", "arrested", 34, "CHN"),
    ],
)
def test_the_noun_may_stand_on_either_side(
    tag: str, text: str, kind: str, count: int, nation: str
) -> None:
    (claim,) = claims(text, tag)
    assert (claim.kind.value, claim.low, claim.nationality) == (kind, count, (nation,))
    assert text[claim.quote.start : claim.quote.end] == claim.quote.exact


@pytest.mark.parametrize(
    ("tag", "text", "start", "end"),
    [
        (ZH, "11月7日", "2025-11-07", "2025-11-07"),
        (ZH, "2025年2月23日", "2025-02-23", "2025-02-23"),
        (ZH, "7日", "2025-11-07", "2025-11-07"),
        (ZH, "上周六", "2025-11-08", "2025-11-08"),
        (ZH, "本月", "2025-11-01", "2025-11-12"),
        (ZH, "今年1月", "2025-01-01", "2025-01-31"),
        (TH, "23 ก.พ. 68", "2025-02-23", "2025-02-23"),
        (TH, "23 กุมภาพันธ์ พ.ศ. 2568", "2025-02-23", "2025-02-23"),
        (TH, "เมื่อวันที่ 10", "2025-11-10", "2025-11-10"),
        (TH, "วานนี้", "2025-11-11", "2025-11-11"),
        (VI, "ngày 23/2", "2025-02-23", "2025-02-23"),
        (VI, "sáng 18.8", "2025-08-18", "2025-08-18"),
        (VI, "hôm qua", "2025-11-11", "2025-11-11"),
        (VI, "ngày 23 tháng 2 năm 2025", "2025-02-23", "2025-02-23"),
        (ID, "Sabtu (22/2/2025)", "2025-02-22", "2025-02-22"),
        (ID, "bulan lalu", "2025-10-01", "2025-10-31"),
        (ES, "el sábado", "2025-11-08", "2025-11-08"),
        (ES, "el 23 de febrero de 2025", "2025-02-23", "2025-02-23"),
        (ES, "a mediados de octubre", "2025-10-11", "2025-10-20"),
        (ES, "entre enero y septiembre de 2024", "2024-01-01", "2024-09-30"),
        (ID, "dari Oktober hingga Desember 2023", "2023-10-01", "2023-12-31"),
        (ID, "pada semester kedua 2024", "2024-07-01", "2024-12-31"),
        (ZH, "2024年1至9月", "2024-01-01", "2024-09-30"),
        (ZH, "去年上半年", "2024-01-01", "2024-06-30"),
        (ZH, "2024年下半年", "2024-07-01", "2024-12-31"),
        (VI, "trong 9 tháng đầu năm 2024", "2024-01-01", "2024-09-30"),
    ],
)
def test_days_are_read(tag: str, text: str, start: str, end: str) -> None:
    assert [(when.start, when.end) for when in times(text, tag)] == [(start, end)]
