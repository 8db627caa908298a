"""What holds for a whole document."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for the whole document.

    `country`: the host country that it is about; `scene`: the country where most of it is set,
    host or not; `callers`: whose calls for help it counts, "" when that is not clear or it counts
    no cases; `hosts`: where the centres are; `home`: the one nationality that it counts, "" when
    there is no such; `largest`: the largest count of them by name; `counted`: the numbers of the
    headline with their nationality; `court`: the country whose authorities it names most with the
    place of one, looked for where it tells of convictions; `titled`: the one people that its
    headline names, "" for none; `scenes`: the place where it is set, by country and kind, as asked
    for so far; `beside`: the host country that it names most beside `country`.
    """

    country: str | None
    hosts: frozenset[str]
    published: date | None
    home: str = ""
    counted: dict[int, tuple[str, ...]] = field(default_factory=dict)
    scene: str | None = None
    callers: str = ""
    largest: int = 0
    court: tuple[str, str | None] = ("", None)
    titled: str = ""
    scenes: dict[tuple[str, str], str | None] = field(default_factory=dict)
    beside: str | None = None
