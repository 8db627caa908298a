"""Reading a batch into a ledger: each document is on disk before the next one is looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from headcount.errors import GroundingError, InputError
from headcount.ids import digest
from headcount.languages.pack import available, primary
from headcount.ledger.store import Added, Ledger, Outcome
from headcount.model import Extraction, Skipped
from headcount.pipeline.batch import Batch
from headcount.pipeline.identity import is_older_copy, source_of, under_known_id
from headcount.pipeline.stages import extractions


@dataclass(frozen=True, slots=True)
class Stored:
    """One document that the ledger has acknowledged."""

    document: str
    locator: str
    lang: str | None
    added: Added


@dataclass(frozen=True, slots=True)
class Repeated:
    """A document that the batch, or as an older version the ledger, has already."""

    document: str
    locator: str


Step = Stored | Repeated | Skipped


@dataclass(slots=True)
class ReadSummary:
    """What reading a batch did, counted while it goes on.

    `emptied` are reports that had claims and, in a language without a pack, have none any more.
    """

    new: int = 0
    changed: int = 0
    same: int = 0
    repeated: int = 0
    claims_new: int = 0
    claims_withdrawn: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    emptied: list[Stored] = field(default_factory=list)
    without_pack: Counter[str] = field(default_factory=Counter)

    @property
    def exit_code(self) -> int:
        """0 if every input was read, else the highest code among those skipped."""
        return max((skip.exit_code for skip in self.skipped), default=0)

    def count(self, step: Step, packs: frozenset[str]) -> None:
        """Takes in one step; a document whose language is not in `packs` is counted apart."""
        if isinstance(step, Skipped):
            self.skipped.append(step)
        elif isinstance(step, Repeated):
            self.repeated += 1
        else:
            self._count_stored(step)
            if primary(step.lang or "") not in packs:
                self.without_pack[step.lang or "unknown"] += 1
                if step.added.claims_withdrawn:
                    self.emptied.append(step)

    def _count_stored(self, step: Stored) -> None:
        self.new += step.added.outcome is Outcome.NEW
        self.changed += step.added.outcome is Outcome.CHANGED
        self.same += step.added.outcome is Outcome.SAME
        self.claims_new += step.added.claims_new
        self.claims_withdrawn += step.added.claims_withdrawn


def _ignore(step: Step) -> None:
    """Reports nothing."""


def read_into(
    ledger: Ledger, batch: Batch, at: datetime, report: Callable[[Step], None] = _ignore
) -> ReadSummary:
    """Reads the batch into the ledger; `report` is called after each document is on disk.

    Inputs that fail are in the summary with the reason. Raises LedgerError as soon as the ledger
    cannot be written; what was reported until then stays.
    """
    summary = ReadSummary()
    packs = frozenset(available())
    seen: dict[str, str] = {}
    for result in extractions(batch.inputs, batch.settings, batch.jobs, batch.given):
        step = result if isinstance(result, Skipped) else _store(ledger, result, at, seen)
        summary.count(step, packs)
        report(step)
    return summary


def _store(ledger: Ledger, extraction: Extraction, at: datetime, seen: dict[str, str]) -> Step:
    """Adds one document unless this batch brought it already; `seen` has the texts by id."""
    extraction = under_known_id(ledger, extraction)
    document = extraction.document
    text = digest(document.text)
    before = seen.get(document.id)
    if before == text or is_older_copy(ledger, document):
        return Repeated(document.id, document.locator)
    if before is not None:
        # Stored in turn, the two would change places on every reading.
        reason = f"its id {document.id} came before with other content; give it its own"
        return Skipped(document.locator, f"{document.locator}: {reason}", InputError.exit_code)
    seen[document.id] = text
    try:
        added = ledger.add(extraction, at, source_of(document))
    except (GroundingError, InputError) as error:
        return Skipped(document.locator, str(error), error.exit_code)
    return Stored(document.id, document.locator, document.lang, added)
