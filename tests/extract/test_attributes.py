"""Where, when, how and by whose word, for a figure in its sentence and report."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import LEADS, claims

PUBLISHED = date(2025, 11, 12)
SCAM = "Scam centres in Cambodia are under pressure.\n\n"


def _one(text: str, count: int, tag: str = "en") -> dict[str, object]:
    """The claim with that count."""
    (found,) = [c for c in claims(text, tag, PUBLISHED) if c.low == count]
    return found.as_json()


@pytest.mark.parametrize(
    ("text", "count", "country", "place"),
    [
        pytest.param(
            SCAM + "Police arrested 640 foreigners. "
            "The largest groups come from Vietnam (93), India (66), Nepal (57) and Pakistan (48).",
            57,
            "KHM",
            None,
            id="a table of peoples tells no place",
        ),
        pytest.param(
            SCAM + "Police in Poipet freed 215 people. "
            "With them were 31 Indians, according to the spokesman of the Thai government.",
            31,
            "KHM",
            "Poipet",
            id="a speaker is not where it happened",
        ),
        pytest.param(
            "Scam centres on the Myanmar-Thailand border were searched.\n\n"
            "Soldiers took KK Park. From there 75 workers escaped.",
            75,
            "MMR",
            "KK Park",
            id="the compound named just before, not the border",
        ),
        pytest.param(
            "A court in Wenzhou, China, tried a family that ran scam centres in Myanmar.\n\n"
            "The Wenzhou court said the gang had worked in Laukkai. It sentenced 39 people.",
            39,
            "CHN",
            "Wenzhou",
            id="judges are where their court is",
        ),
        pytest.param(
            SCAM + "Police in Poipet arrested 80 suspects. They come from 12 countries.",
            12,
            "KHM",
            None,
            id="countries are counted in the country where their people are",
        ),
        pytest.param(
            "Police raided a scam centre in Poipet, in Cambodia, on Sunday.\n\n"
            "The officers entered at dawn.\n\nIn all, 84 suspects were arrested.",
            84,
            "KHM",
            "Poipet",
            id="the one scene of a report",
        ),
    ],
)
def test_where(text: str, count: int, country: str, place: str | None) -> None:
    claim = _one(text, count)
    assert (claim["country"], claim["place"]) == (country, place)


@pytest.mark.parametrize(
    ("text", "count", "start", "end"),
    [
        pytest.param(
            SCAM + "Officers came to the casino in Bavet on November 3. "
            "The door was open. By nightfall 44 suspects were arrested.",
            44,
            "2025-11-03",
            "2025-11-03",
            id="the day told two sentences before",
        ),
        pytest.param(
            SCAM + "Officers raided a casino in Bavet, the police said on November 3. "
            "There 44 suspects were arrested.",
            44,
            None,
            None,
            id="not the day of the announcement",
        ),
        pytest.param(
            SCAM + "On Monday, 154 more Indonesians are expected to be flown home from Cambodia.",
            154,
            "2025-11-17",
            "2025-11-17",
            id="the weekday of a plan lies ahead",
        ),
        pytest.param(
            SCAM + "The campaign ran from June 27 to July 18.\n\nIn all, 45 sites were searched.",
            45,
            "2025-06-27",
            "2025-07-18",
            id="the stretch of days that the lead tells",
        ),
    ],
)
def test_when(text: str, count: int, start: str | None, end: str | None) -> None:
    claim = _one(text, count)
    assert (claim["start"], claim["end"]) == (start, end)


def test_who_is_held_does_not_share_the_day_of_the_operation() -> None:
    text = SCAM + "On November 3 police freed people in Bavet.\n\nStill 31 workers are stranded."
    assert _one(text, 31)["start"] is None


@pytest.mark.parametrize(
    ("text", "count", "speaker"),
    [
        pytest.param(
            SCAM + "The army said the raid was over. In Poipet 44 suspects were arrested.",
            44,
            "army",
            id="the paragraph goes on",
        ),
        pytest.param(
            SCAM
            + "The army said the raid was over. The embassy said it knew of nothing."
            + "\n\nIn Poipet 44 suspects were arrested.",
            44,
            None,
            id="another paragraph does not",
        ),
        pytest.param(
            SCAM + "In Poipet 44 suspects were arrested.\n\nThe army said the raid was over.",
            44,
            "army",
            id="the only speaker of a report does, told in the next sentence",
        ),
        pytest.param(
            SCAM + "The army said the raid was over.\n\nIn Poipet 44 suspects were arrested.",
            44,
            None,
            id="not so in an earlier paragraph",
        ),
        pytest.param(
            SCAM + "Thailand announced that 44 suspects were arrested in Poipet.",
            44,
            "Thailand",
            id="a country stands for its government",
        ),
        pytest.param(
            SCAM
            + "The word came from the Interior Ministry, which says 44 were arrested in Poipet.",
            44,
            "Interior Ministry",
            id="who is named before a relative clause",
        ),
        pytest.param(
            SCAM + "The Indian Embassy brought 44 Indians home, it announced on Saturday.",
            44,
            "Indian Embassy",
            id="a pronoun for who acts in the sentence",
        ),
        pytest.param(
            SCAM + "In Poipet 44 suspects were arrested, the Foreign Ministry (FMC) said.",
            44,
            "Foreign Ministry",
            id="a short name in brackets before the verb",
        ),
    ],
)
def test_who_says_so(text: str, count: int, speaker: str | None) -> None:
    assert _one(text, count)["according_to"] == speaker


def test_an_article_that_is_also_one_does_not_end_a_speaker() -> None:
    text = (
        "Les centres d’arnaque du Cambodge.\n\n"
        "Selon un rapport de l’ONU, 44 personnes ont été libérées à Poipet."
    )
    assert _one(text, 44, "fr")["according_to"] == "rapport de l’ONU"


@pytest.mark.parametrize(
    ("text", "total", "rows"),
    [
        pytest.param(
            SCAM + "Police freed 215 foreigners in Poipet. With them came others: "
            "50 Pakistanis and 48 Indians were freed.",
            215,
            (50, 48),
            id="a table of peoples",
        ),
        pytest.param(
            SCAM + "Police freed 215 foreigners in Poipet. In Bavet 150 Pakistanis and "
            "148 Indians were freed.",
            215,
            (),
            id="rows that do not fit in the total",
        ),
    ],
)
def test_tables_break_down_the_total_before(text: str, total: int, rows: tuple[int, ...]) -> None:
    found = claims(text, "en", PUBLISHED)
    (whole,) = [c.n for c in found if c.low == total]
    assert {c.low for c in found if c.part_of == whole} == set(rows)


@pytest.mark.parametrize(
    ("money", "scope"),
    [("10.5 million dollars", "cumulative"), ("billions of dollars", "estimate")],
)
def test_a_sum_counted_up_is_no_estimate(money: str, scope: str) -> None:
    text = SCAM + f"Victims lost {money} to the gang in Poipet."
    (claim,) = claims(text, "en", PUBLISHED)
    assert claim.scope == scope


@pytest.mark.parametrize(
    ("text", "tag", "linked"),
    [
        pytest.param(
            "Au Cambodge, plus de 2 270 personnes ont été arrêtées dans des centres d'arnaque. "
            "Des Chinois d'abord, au nombre de 702, puis 429 Vietnamiens et 271 Indonésiens.",
            "fr",
            {702: 2270, 429: 2270, 271: 2270},
            id="the first of a list is no whole of the rest",
        ),
        pytest.param(
            "Phnom Penh – Police raided a scam centre and arrested eight people. Four of the "
            "suspects are Malaysians, all men. Detained with them were three men and one woman "
            "from Ethiopia, one woman from Kenya and one man from China.",
            "en",
            {4: 8, 3: 8},
            id="Ethiopians are no part of the Malaysians but of all",
        ),
        pytest.param(
            "Phnom Penh – Police raided a scam centre and arrested 215 foreigners, "
            "among them 109 Thais and 50 women.",
            "en",
            {109: 215, 50: 215},
            id="Thais and women are of the foreigners",
        ),
    ],
)
def test_a_part_is_of_the_people_of_its_whole(
    text: str, tag: str, linked: dict[int, int | None]
) -> None:
    found = {c.n: c for c in claims(text, tag, PUBLISHED)}
    wholes = {c.low: found[c.part_of].low if c.part_of else None for c in found.values()}
    assert {number: wholes[number] for number in linked} == linked


_SENTENCES = st.sampled_from(
    [
        "Police in Poipet freed 215 foreigners on Sunday.",
        "With them were 50 Pakistanis and 48 Indians.",
        "The army said the raid was over.",
        "They come from 12 countries.",
        "China executed 11 people, the Wenzhou court said.",
        "Two of them were flown home.",
        "Still 31 workers are stranded in KK Park.",
    ]
)


@given(st.lists(_SENTENCES, min_size=1, max_size=6))
def test_no_part_is_larger_than_its_whole_of_others_or_goes_in_circles(parts: list[str]) -> None:
    found = {c.n: c for c in claims(SCAM + " ".join(parts), "en", PUBLISHED)}
    for claim in found.values():
        seen = {claim.n}
        while claim.part_of is not None:
            whole = found[claim.part_of]
            peoples = [set(c.nationality) - {"FOREIGN"} for c in (claim, whole)]
            assert not peoples[1] or peoples[0] <= peoples[1]
            claim = whole
            assert claim.n not in seen
            seen.add(claim.n)
        assert claim.start is None or claim.end is None or claim.start <= claim.end


@pytest.mark.parametrize(
    ("text", "tag", "scope"),
    [
        ("Efforts are under way, with Thai help, to bring home 38 Nepalis.", "en", "planned"),
        ("The embassy is working with the police to free 38 Nepalis.", "en", "planned"),
        ("The police managed to free 38 Nepalis.", "en", "event"),
        ("Police stormed a scam centre to free 38 Nepalis.", "en", "event"),
        ("Des démarches sont en cours pour rapatrier 38 Népalais.", "fr", "planned"),
        ("La police a réussi à libérer 38 Népalais.", "fr", "event"),
        ("La embajada negocia para repatriar a 38 nepalíes.", "es", "planned"),
        ("KBRI terus berkoordinasi untuk memulangkan 38 WNI.", "id", "planned"),
        ("Đại sứ quán đang phối hợp để đưa 38 công dân về nước.", "vi", "planned"),
        ("สถานทูตกำลังประสานงานเพื่อส่งคนไทย 38 คนกลับประเทศ", "th", "planned"),
        ("使馆正在与当地警方协调，以遣返38名中国公民。", "zh", "planned"),
    ],
)
def test_what_somebody_is_at_work_for_is_planned(text: str, tag: str, scope: str) -> None:
    assert _one(LEADS[tag] + text, 38, tag)["scope"] == scope
