"""Chinese mini-reports put together from everyday wordings: what they tell is known by the parts.

Every operation stands with every sequel, in mainland and in traditional writing.
"""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from headcount.extract.engine import extract
from headcount.model import Claim, Document

WEDNESDAY = date(2025, 11, 12)
THIRD, FRIDAY, OCTOBER = date(2025, 11, 3), date(2025, 11, 7), date(2025, 10, 15)

OPERATIONS = (
    ("arrested", THIRD, "警方本月3日在波贝突击检查一处诈骗园区,逮捕240人"),
    ("arrested", FRIDAY, "240名嫌疑人上周五在波贝一栋大楼落网"),
    ("freed", THIRD, "240名受害者本月3日从波贝一家赌场获救"),
    ("freed", OCTOBER, "警方上月15日在波贝攻入一个电信诈骗窝点,将240人带出"),
)


def read(text: str, title: str = "柬埔寨警方扫荡诈骗园区") -> dict[int | None, Claim]:
    """The claims of a mini-report by the low end of their counts; each count is told once."""
    claims = extract(Document("doc", text, title=title, published=WEDNESDAY, lang="zh")).claims
    assert len({claim.low for claim in claims}) == len(claims)
    return {None if claim.low is None else int(claim.low): claim for claim in claims}


PEOPLES = (
    ",其中包括120名印尼人、80名越南人和40名中国公民。",
    ",其中印尼籍人士120名、越南籍人士80名、中国籍人士40名。",
    ",他们分别来自印尼(120人)、越南(80人)、中国(40人)。",
    "。其中120人来自印尼,80人来自越南,40人来自中国。",
    "。人数最多的是印尼人,有120名,其次为越南人80名、中国人40名。",
    "。按国籍分,印尼120人、越南80人、中国40人。",
)


@pytest.mark.parametrize(("kind", "day", "told"), OPERATIONS)
def test_a_breakdown_by_people_inherits_kind_day_and_place(kind: str, day: date, told: str) -> None:
    for sequel in PEOPLES:
        claims = read(told + sequel)
        whole = claims[240]
        for low, people in ((240, ()), (120, ("IDN",)), (80, ("VNM",)), (40, ("CHN",))):
            claim = claims[low]
            assert (claim.kind.value, claim.nationality) == (kind, people), sequel
            assert (claim.start, claim.end, claim.country) == (day, day, "KHM"), sequel
            assert claim.part_of == (None if claim is whole else whole.n), sequel
        assert whole.place == "Poipet"


SEXES = (
    (",其中80人为女性。", {80: "women"}),
    (",其中80人是未成年人。", {80: "children"}),
    (",包括160男80女。", {160: "men", 80: "women"}),
    (",其中男性160人,女性80人。", {160: "men", 80: "women"}),
    ("。其中160人为男性,80人为女性。", {160: "men", 80: "women"}),
)


def test_a_copula_tells_the_sex_of_a_part() -> None:
    for (_, _, told), (sequel, groups) in product(OPERATIONS, SEXES):
        claims = read(told + sequel)
        found = {n: c.group.value for n, c in claims.items() if n is not None and c.group}
        assert found == groups, told + sequel


WAITING = (
    "另外178人仍滞留当地,他们来自肯尼亚、尼泊尔和乌干达。",
    "仍有178名肯尼亚、尼泊尔、乌干达籍人士滞留园区。",
    "还有178名来自肯尼亚、尼泊尔和乌干达的受害者滞留当地。",
    "另有来自肯尼亚、尼泊尔及乌干达的178人仍被困园区。",
)


def test_a_list_of_peoples_without_numbers_is_taken_whole() -> None:
    for (_, _, told), sequel in product(OPERATIONS, WAITING):
        claim = read(f"{told}。{sequel}")[178]
        assert (claim.kind.value, claim.country) == ("held", "KHM"), sequel
        assert set(claim.nationality) == {"KEN", "NPL", "UGA"}, sequel


TITLES = (
    ("240名韩国人柬埔寨诈骗园区获救", "freed"),
    ("240名韩国人柬埔寨被捕", "arrested"),
    ("柬埔寨警破诈骗据点 拘240名韩国人", "arrested"),
)


def test_people_told_in_the_headline_alone_are_not_those_of_the_country_behind_them() -> None:
    for title, kind in TITLES:
        body = "救出240人" if kind == "freed" else "拘捕240人"
        claims = read(f"警方上周五在波贝{body},其中80人是女性。他们涉及网络诈骗。", title)
        assert {c.nationality for c in claims.values()} == {("KOR",)}, title
        assert {c.country for c in claims.values()} == {"KHM"}, title


DENIALS = (
    "警方否认有16人死亡的传言。",
    "当局否认16人在行动中丧生。",
    "没有证据显示有16人死亡。",
    "16人死亡的说法并不属实。",
)


def test_who_is_denied_counts_nobody() -> None:
    for (_, _, told), sequel in product(OPERATIONS, DENIALS):
        assert set(read(f"{told}。{sequel}")) == {240}, sequel


TOTALS = (
    ("截至目前,柬埔寨当局已解救3482人。", None),
    ("迄今柬埔寨累计有3482人被捕。", None),
    ("至今柬埔寨总共驱逐3482名外籍人士。", None),
    ("从年初到现在,柬埔寨已拘捕3482人。", date(2025, 1, 1)),
    ("今年以来,柬埔寨已遣返3482名外国人。", date(2025, 1, 1)),
)


def test_a_running_total_has_its_own_days_and_no_town() -> None:
    for (_, _, told), (sequel, start) in product(OPERATIONS, TOTALS):
        claim = read(f"{told}。{sequel}")[3482]
        assert (claim.start, claim.end, claim.scope.value) == (start, WEDNESDAY, "cumulative")
        assert (claim.country, claim.place) == ("KHM", None), sequel
        assert claim.nationality in ((), ("FOREIGN",)), sequel


def test_another_country_that_sends_people_home_is_where_they_left() -> None:
    for _, _, told in OPERATIONS:
        claim = read(f"{told}。2024年10月,菲律宾曾遣返80名台湾公民。")[80]
        assert (claim.country, claim.place) == ("PHL", None)
        assert (claim.origin, claim.destination) == ("PHL", "TWN")


def test_two_stages_beside_each_other_keep_their_verbs() -> None:
    for _, _, told in OPERATIONS:
        claims = read(f"{told}。尚有87人受困,至今仍有18人失联。")
        assert {n: claims[n].kind.value for n in (87, 18)} == {87: "held", 18: "missing"}


def test_the_parts_of_those_put_before_their_verb_are_no_plan() -> None:
    text = "缅甸当局本月3日将847名外国人驱逐出境,其中包括巴基斯坦人332人、台湾人204名。"
    for claim in read(text, "缅甸打击电信诈骗").values():
        assert (claim.kind.value, claim.scope.value) == ("deported", "event")


TIMES = (
    ("2月中旬", date(2025, 2, 11), date(2025, 2, 20)),
    ("上月底", date(2025, 10, 21), date(2025, 10, 31)),
    ("本月初", date(2025, 11, 1), date(2025, 11, 10)),
    ("10月17、18日", date(2025, 10, 17), date(2025, 10, 18)),
    ("上月30日", date(2025, 10, 30), date(2025, 10, 30)),
)


def test_days_of_this_and_last_month() -> None:
    for words, start, end in TIMES:
        claim = read(f"{words},警方在波贝一处诈骗园区救出34人。")[34]
        assert (claim.start, claim.end) == (start, end), words


def test_the_same_month_is_that_told_before() -> None:
    told = "2024年1月9日,警方在波贝一处诈骗园区救出37人。"
    assert read(f"{told}同月30日,警方又救出34人。")[34].start == date(2024, 1, 30)
    assert read(f"{told}同年5月,警方又救出34人。")[34].start == date(2024, 5, 1)
