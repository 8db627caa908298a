"""Three counts and three verbs: each count has the verb beside it, whatever the language.

Sentences are put together from everyday verbs in every order; none is from a report.
"""

from __future__ import annotations

from itertools import permutations

import pytest
from reading import LEADS, claims

COUNTS = (312, 148, 37)

DONE = {
    "en": ("arrested", "rescued", "deported", "injured"),
    "fr": ("arrêtées", "libérées", "expulsées", "blessées"),
    "es": ("detenidas", "liberadas", "deportadas", "heridas"),
    "id": ("ditangkap", "dibebaskan", "dideportasi", "terluka"),
    "vi": ("bị bắt", "được giải cứu", "bị trục xuất", "bị thương"),
    "th": ("ถูกจับกุม", "ได้รับการช่วยเหลือ", "ถูกเนรเทศ", "ได้รับบาดเจ็บ"),
    "zh": ("被捕", "获救", "被驱逐", "受伤"),
}
"""What was done to people, in the order of `KINDS`."""

DID = {
    "en": ("arrested", "rescued", "deported", "charged"),
    "fr": ("arrêté", "libéré", "expulsé", "inculpé"),
    "es": ("detuvo a", "liberó a", "deportó a", "imputó a"),
    "id": ("menangkap", "membebaskan", "mendeportasi", "mendakwa"),
    "vi": ("bắt", "giải cứu", "trục xuất", "khởi tố"),
    "th": ("จับกุม", "ช่วยเหลือ", "เนรเทศ", "ดำเนินคดีกับ"),
    "zh": ("逮捕", "解救", "驱逐", "起诉"),
}
"""What authorities did, in the order of `ACTS`."""

KINDS = ("arrested", "freed", "deported", "injured")
ACTS = ("arrested", "freed", "deported", "charged")

PASSIVE = {
    "en": "{} people were {}, {} {} and {} {}.",
    "fr": "{} personnes ont été {}, {} {} et {} {}.",
    "es": "{} personas fueron {}, {} {} y {} {}.",
    "id": "Sebanyak {} orang {}, {} {}, dan {} {}.",
    "vi": "{} người {}, {} người {} và {} người {}.",
    "th": "มี {} คน{} {} คน{} และ {} คน{}",
    "zh": "{}人{},{}人{},{}人{}。",
}
HEADLINE = {
    "en": "{} {}, {} {}, {} {}.",
    "es": "{} personas {}, {} {}, {} {}.",
    "id": "{} orang {}, {} {}, {} {}.",
}
ACTIVE = {
    "en": "Police {1} {0} people, {3} {2} and {5} {4}.",
    "fr": "La police a {1} {0} personnes, {3} {2} et {5} {4}.",
    "es": "La policía {1} {0} personas, {3} {2} y {5} {4}.",
    "id": "Polisi {1} {0} orang, {3} {2}, dan {5} {4}.",
    "vi": "Cảnh sát {1} {0} người, {3} {2} người và {5} {4} người.",
    "th": "ตำรวจ{1} {0} คน {3} {2} คน และ{5} {4} คน",
    "zh": "警方{1}{0}人,{3}{2}人,并{5}{4}人。",
}

FORMS = [
    (tag, shape, verbs[tag], kinds)
    for shapes, verbs, kinds in (
        (PASSIVE, DONE, KINDS),
        (HEADLINE, DONE, KINDS),
        (ACTIVE, DID, ACTS),
    )
    for tag, shape in shapes.items()
]


@pytest.mark.parametrize(("tag", "shape", "verbs", "kinds"), FORMS)
def test_each_of_three_counts_has_its_own_verb(
    tag: str, shape: str, verbs: tuple[str, ...], kinds: tuple[str, ...]
) -> None:
    for order in permutations(range(len(kinds)), len(COUNTS)):
        words = [w for n, k in zip(COUNTS, order, strict=True) for w in (n, verbs[k])]
        text = shape.format(*words)
        told = {(c.kind.value, c.low) for c in claims(LEADS[tag] + text, tag) if c.low in COUNTS}
        wanted = {(kinds[k], n) for n, k in zip(COUNTS, order, strict=True)}
        assert told == wanted, text
