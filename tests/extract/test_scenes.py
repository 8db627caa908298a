"""The place that a figure inherits from its report, and what tells it no place at all."""

from __future__ import annotations

import pytest
from reading import claims

PLACES = [
    pytest.param(
        "The Wenzhou Intermediate People's Court in China found 39 members of a scam gang guilty.",
        39,
        "Wenzhou",
        id="a court has its place in its name",
    ),
    pytest.param(
        "Altogether 200 Indonesians freed from scam centres flew in on Tuesday, from Myawaddy by "
        "way of Thailand, and the afternoon will bring another 150.",
        200,
        "Myawaddy",
        id="a joint behind the place closes its clause",
    ),
    pytest.param(
        "At the Indonesian embassy in Phnom Penh, people from scam centres in Cambodia ask for "
        "help.\n\nThe ambassador said that 308 Indonesians had walked into the embassy.",
        308,
        "Phnom Penh",
        id="those who come to an embassy are where it is",
    ),
    pytest.param(
        "A scam compound in Bavet, Cambodia, was raided on Monday. Bavet lies at the border. A "
        "compound in Poipet was closed in May.\n\nIn all 80 foreigners were freed.",
        80,
        "Bavet",
        id="those freed were where the report is set most",
    ),
    pytest.param(
        "A scam compound in Cambodia's Kandal province was stormed.\n\nIn all 80 workers fled.",
        80,
        "Kandal",
        id="those who fled were in the province where no town is named",
    ),
    pytest.param(
        "The prime minister spoke in Phnom Penh of scams.\n\nPolice charged 60 people in Cambodia.",
        60,
        None,
        id="a capital named once is the seat of a government",
    ),
]


@pytest.mark.parametrize(("text", "count", "place"), PLACES)
def test_place(text: str, count: int, place: str | None) -> None:
    told = [c.place for c in claims(text, "en") if c.low == count]
    assert told == [place]
