"""Reading the gold's reports as any other report and scoring what came out."""

from __future__ import annotations

from collections.abc import Sequence

from headcount.errors import DataError, UsageError
from headcount.evaluation.gold import Gold
from headcount.evaluation.scores import Evaluation, evaluate
from headcount.model import Claim, Skipped
from headcount.pipeline.stages import extractions
from headcount.settings import Settings


def measure(gold: Gold, languages: frozenset[str]) -> Evaluation:
    """The evaluation of headcount as it stands on the gold in these languages (all if empty).

    Raises UsageError if the gold has none of them, DataError if a report cannot be read.
    """
    known = {record.lang for record in gold.records.values()}
    if strange := sorted(languages - known):
        raise UsageError(
            f"--lang {','.join(strange)}: the gold has no such language, only "
            f"{', '.join(sorted(known))}"
        )
    chosen = {
        key: record
        for key, record in gold.records.items()
        if not languages or record.lang in languages
    }
    claims: dict[str, Sequence[Claim]] = {}
    for result in extractions([str(gold.documents)], Settings()):
        if isinstance(result, Skipped):
            raise DataError(f"{result.reason} (gold must be readable as a whole)")
        if result.document.id in chosen:
            claims[result.document.id] = result.claims
    return evaluate(chosen.values(), claims)
