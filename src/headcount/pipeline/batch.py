"""What to read and how: the one record that the reading commands pass down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from headcount.settings import Settings


@dataclass(frozen=True, slots=True)
class Batch:
    """Inputs as the user typed them; `given` holds fields that the user told of a single input.

    `given` may have `published` (ISO day), `lang` (BCP 47 primary tag) and `outlet`.
    """

    inputs: tuple[str, ...]
    settings: Settings = field(default_factory=Settings)
    jobs: int = 1
    given: Mapping[str, str] = field(default_factory=dict)
