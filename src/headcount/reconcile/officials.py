"""Which speakers are authorities, by words of their names in the languages of the reports."""

from __future__ import annotations

from headcount.reconcile.origins import plain_name

_WORDS = """
police, ministry, minister, government, embassy, commission, department, immigration, army
spokesman, spokesperson, official, authorit, prosecutor, court, bureau, consul, task force
ministère, ministre, gouvernement, ambassade, armée, porte-parole, préfet, parquet
polizei, ministerium, regierung, botschaft, behörde
policía, ministerio, gobierno, embajada, polícia, ministério, governo, embaixada
polisi, kementerian, menteri, polis, kedutaan, pemerintah, pulisya, kagawaran
công an, bộ ngoại giao, đại sứ, biên phòng, полици, министерств, посольств, правительств
警, 公安, 外交部, 内政部, 內政部, 政府, 大使, 委员会, 委員會, 外務省, 경찰, 외교부, 정부, 대사관
ตำรวจ, กระทรวง, สถานทูต, รัฐบาล, คณะกรรมการ, ក្រសួង, នគរបាល, ស្ថានទូត, អគ្គនាយកដ្ឋាន
ရဲ, ဝန်ကြီး, သံရုံး, पुलिस, मंत्रालय, दूतावास, পুলিশ, মন্ত্রণালয়, দূতাবাস
شرطة, وزارة, سفارة, حكومة, پولیس, وزارت, سفارت
"""

WORDS: tuple[str, ...] = tuple(
    plain_name(word) for line in _WORDS.strip().splitlines() for word in line.split(",")
)
"""Words of authorities, as `plain_name` gives names."""


def is_official(speaker: str) -> bool:
    """Whether the name (as `plain_name` gives it) has the word of an authority in it."""
    return any(word in speaker for word in WORDS)
