"""What the stages pass on: a sentence with its mentions, and a claim in the making."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from headcount.extract.assembly.lists import Run
from headcount.extract.assembly.weights import Match
from headcount.extract.mentions.places import Spot
from headcount.extract.mentions.quantity import Quantity, Refused
from headcount.extract.mentions.speakers import Speaker
from headcount.extract.mentions.timewords import TimeMention
from headcount.extract.mentions.tokens import Sentence


@dataclass(slots=True)
class Context:
    """One sentence with everything found in it; `index` is its number in the document."""

    index: int
    sentence: Sentence
    quantities: list[Quantity]
    refused: list[Refused]
    runs: list[Run] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
    speakers: list[Speaker] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """A claim in the making; `whole` is the draft that it breaks down."""

    context: Context
    quantity: Quantity
    kind: str
    match: Match | None
    rule: str
    whole: Draft | None = None
    source: Draft | None = None
    nations: tuple[str, ...] = ()
    group: str = ""
    country: str | None = None
    place: str | None = None
    origin: str | None = None
    destination: str | None = None
    start: date | None = None
    end: date | None = None
    speaker: str | None = None
    scope: str = "event"
    trace: list[str] = field(default_factory=list)

    @property
    def position(self) -> tuple[int, int]:
        """Where it stands in the document: sentence, then token of the number."""
        return self.context.index, self.quantity.number.first

    @property
    def focus(self) -> int:
        """The token from which attributes are looked for: the predicate, else the number."""
        if self.match is not None and self.match.at >= 0:
            return self.match.at
        return self.quantity.number.first
