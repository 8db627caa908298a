"""The order of stages: what is given wins, failures are skipped, order is kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from headcount.errors import DataError, GroundingError, HeadcountError
from headcount.events import grouping
from headcount.ledger.store import Ledger
from headcount.model import Document, Extraction, RawItem, Skipped
from headcount.pipeline import pool, stages
from headcount.pipeline.batch import Batch
from headcount.pipeline.booking import book
from headcount.pipeline.identity import alike
from headcount.pipeline.reading import ReadSummary, read_into
from headcount.settings import Settings

AT = datetime(2025, 3, 1, tzinfo=UTC)
TEXT = (
    "Police freed 215 foreigners from a scam centre in Poipet on Sunday, officials said on Monday."
)


@pytest.fixture
def texts(tmp_path: Path) -> list[str]:
    paths = []
    for number in range(40):
        path = tmp_path / f"{number:02}.txt"
        path.write_text(f"{TEXT} This is the report of hour {number}, and it is in English.")
        paths.append(str(path))
    return paths


def read(ledger: Path, *inputs: object) -> ReadSummary:
    with Ledger.open(ledger) as opened:
        return read_into(opened, Batch(tuple(map(str, inputs))), AT)


def test_what_is_given_wins(texts: list[str]) -> None:
    given = {"published": "2025-02-24", "lang": "en", "outlet": "Gazette"}
    (document,) = stages.documents(texts[:1], Settings(), given)
    assert isinstance(document, Document)
    assert document.published == date(2025, 2, 24)
    assert (document.lang, document.outlet) == ("en", "Gazette")


def test_a_failed_input_is_skipped_and_the_rest_goes_on(texts: list[str]) -> None:
    found = list(stages.extractions([texts[0], "/no/such/file", texts[1]], Settings()))
    assert [type(each) for each in found] == [Extraction, Skipped, Extraction]


def test_an_ungrounded_claim_skips_its_document_only(
    texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(document: Document) -> Extraction:
        if "hour 1," in document.text:
            raise GroundingError("claim 1: its quote is not in the text")
        return Extraction(document, ())

    monkeypatch.setattr(stages, "extract", refuse)
    found = list(stages.extractions(texts[:3], Settings()))
    assert [type(each) for each in found] == [Extraction, Skipped, Extraction]
    assert isinstance(found[1], Skipped)
    assert found[1].exit_code == GroundingError.exit_code


def test_a_fault_of_ours_skips_its_document_only(
    texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(document: Document) -> Extraction:
        if "hour 1," in document.text:
            raise IndexError(document.id)
        return Extraction(document, ())

    monkeypatch.setattr(stages, "extract", stumble)
    found = list(stages.extractions(texts[:3], Settings()))
    assert [type(each) for each in found] == [Extraction, Skipped, Extraction]
    assert isinstance(found[1], Skipped)
    assert "headcount itself failed on it (IndexError in test_stages.py" in found[1].reason
    assert found[1].exit_code == GroundingError.exit_code


def test_broken_data_of_ours_stops_the_batch(
    texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(document: Document) -> Extraction:
        raise DataError("en/words.tsv: broken")

    monkeypatch.setattr(stages, "extract", refuse)
    with pytest.raises(DataError):
        list(stages.extractions(texts, Settings()))


def test_processes_keep_the_order(texts: list[str]) -> None:
    inputs = [*texts, "/no/such/file"]
    assert list(stages.extractions(inputs, Settings(), 2)) == list(
        stages.extractions(inputs, Settings())
    )


def die(item: RawItem | Skipped) -> int:
    """Ends the process that works on it, as the kernel does when memory runs out."""
    import os

    os._exit(1)


def test_a_worker_that_dies_is_one_line() -> None:
    items = [RawItem("a", b"a", "text/plain")]
    with pytest.raises(HeadcountError, match="--jobs 1"):
        list(pool.in_order(die, items, 2))


def test_the_pool_does_not_read_far_ahead() -> None:
    taken = 0

    def counted() -> Iterator[Skipped]:
        nonlocal taken
        for number in range(2000):
            taken += 1
            yield Skipped(str(number), "why", 3)

    results = pool.in_order(stages.extract_item, counted(), 2)
    assert next(results) == Skipped("0", "why", 3)
    assert taken < 200
    results.close()  # type: ignore[attr-defined]


def test_the_same_batch_twice_changes_nothing(tmp_path: Path, texts: list[str]) -> None:
    ledger = tmp_path / "book.db"
    assert read(ledger, *texts).new == 40
    before = ledger.read_bytes()
    again = read(ledger, *texts)
    assert (again.new, again.changed, again.same) == (0, 0, 40)
    assert ledger.read_bytes() == before


def test_a_copy_in_the_same_batch_is_stored_once(tmp_path: Path, texts: list[str]) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(Path(texts[0]).read_text())
    summary = read(tmp_path / "book.db", texts[0], copy, texts[0])
    assert (summary.new, summary.repeated, summary.exit_code) == (1, 2, 0)


def test_one_id_for_two_texts_is_refused_once_and_for_all(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text("".join(json.dumps({"id": "a", "text": TEXT + str(n)}) + "\n" for n in (1, 2)))
    for outcome in ((1, 0), (0, 1)):
        summary = read(tmp_path / "book.db", path)
        assert (summary.new, summary.same) == outcome
        assert summary.exit_code == 3
        assert "came before with other content" in summary.skipped[0].reason


def test_a_corrected_file_is_a_new_version(tmp_path: Path, texts: list[str]) -> None:
    ledger, path = tmp_path / "book.db", Path(texts[0])
    first = path.read_text()
    read(ledger, path)
    for text, changed in ((first.replace("215", "217"), 1), (first, 1), (first, 0)):
        path.write_text(text)
        summary = read(ledger, path)
        assert (summary.new, summary.changed) == (0, changed)
    with Ledger.open(ledger, read_only=True) as opened:
        (document,) = opened.documents()
        assert document.text.startswith(TEXT)
        assert opened.counts().versions == 3


def test_an_older_copy_does_not_take_a_correction_back(tmp_path: Path, texts: list[str]) -> None:
    ledger, path, copy = tmp_path / "book.db", Path(texts[0]), tmp_path / "copy.txt"
    copy.write_text(path.read_text())
    read(ledger, path)
    path.write_text(path.read_text().replace("215", "217"))
    assert read(ledger, path).changed == 1
    for inputs in ((copy,), (path, copy), (copy, path)):
        summary = read(ledger, *inputs)
        assert (summary.new, summary.changed, summary.repeated) == (0, 0, 1)


def test_another_report_under_a_used_name_is_another_document(
    tmp_path: Path, texts: list[str]
) -> None:
    ledger, path = tmp_path / "book.db", Path(texts[0])
    read(ledger, path)
    path.write_text("The minister of transport opened a bridge over the river yesterday morning.")
    assert read(ledger, path).new == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (TEXT, TEXT.replace("215", "217"), True),
        (TEXT, TEXT + " " + TEXT.replace("freed", "held"), True),
        (TEXT, "A bridge was opened in the capital by the minister of transport.", False),
        ("ตำรวจช่วยชาวต่างชาติ 215 คนในปอยเปต", "ตำรวจช่วยชาวต่างชาติ 217 คนในปอยเปต", True),
        ("警方在波贝解救了215名外国人", "昨日首都新桥正式通车,交通部长出席", False),
        ("", "", True),
    ],
)
def test_versions_of_one_text_are_told_from_two_texts(one: str, other: str, *, same: bool) -> None:
    assert alike(one, other) is same


def test_documents_without_a_pack_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "a", "text": "Hau " * 3, "lang": "ha"}) + "\n")
    summary = read(tmp_path / "book.db", path)
    assert summary.without_pack.total() == 1


def test_the_book_is_the_same_for_the_same_ledger(tmp_path: Path, texts: list[str]) -> None:
    ledger = tmp_path / "book.db"
    read(ledger, *texts[:5])
    with Ledger.open(ledger, read_only=True) as opened:
        assert book(opened, "range") == book(opened, "range")
        assert len(book(opened, "range").documents) == 5


@pytest.mark.skipif(
    not grouping.__file__.endswith(".py"), reason="a compiled module takes no stand-in"
)
def test_reading_groups_nothing(
    texts: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One more report costs the same in a large ledger as in a small one."""

    def refuse(*_: object) -> None:
        raise AssertionError("reading has grouped")

    monkeypatch.setattr(grouping, "EventIndex", refuse)
    ledger = tmp_path / "ledger.db"
    assert read(ledger, *texts[:3]).new == 3
    with Ledger.open(ledger) as opened, pytest.raises(AssertionError, match="has grouped"):
        book(opened, "range")
