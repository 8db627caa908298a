"""The check of a pack's examples: what it compares, what it refuses, what it prints."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from headcount.cli.main import run as command
from headcount.errors import DataError, UsageError
from headcount.evaluation import examples
from headcount.evaluation.examples import Example, check_pack, load_examples, run
from headcount.languages.pack import available, load_pack

TEXT = "Police freed 215 Thais from a scam centre in Poipet on Sunday."
CLAIM = {
    "kind": "freed",
    "unit": "person",
    "low": 215,
    "high": 215,
    "precision": "exact",
    "nationality": ["THA"],
}


def problems(*claims: dict[str, Any]) -> tuple[str, ...]:
    return run(Example(1, TEXT, date(2025, 2, 24), claims, False), "en")


def test_what_is_not_stated_is_not_compared() -> None:
    assert problems(CLAIM) == ()
    assert problems({**CLAIM, "place": "Poipet", "start": "2025-02-23"}) == ()


def test_what_is_stated_must_hold() -> None:
    said = problems({**CLAIM, "place": "Bavet"})
    assert said == ("place of freed 215..215 person THA: Poipet instead of Bavet",)


def test_missed_and_extra_claims_are_named() -> None:
    assert problems({**CLAIM, "kind": "arrested"}) == (
        "missed: arrested 215..215 person THA",
        "not there: freed 215..215 person THA",
    )
    assert problems() == ("not there: freed 215..215 person THA",)
    assert problems(CLAIM, CLAIM) == ("missed: freed 215..215 person THA",)


@pytest.fixture
def pack_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The examples of a copy of the English pack, to be written by the test."""
    source = Path(examples.__file__).parents[1] / "languages" / "en"
    folder = tmp_path / "en"
    folder.mkdir()
    for table in source.glob("*.t*"):
        (folder / table.name).write_bytes(table.read_bytes())
    monkeypatch.setattr(examples, "files", lambda _: tmp_path)
    return folder / examples.EXAMPLES


def test_a_known_gap_that_passes_is_a_failure(pack_file: Path) -> None:
    gap = {**CLAIM, "place": "Bavet"}
    records = [
        {"text": TEXT, "published": "2025-02-24", "claims": [CLAIM]},
        {"text": TEXT, "published": "2025-02-24", "claims": [CLAIM], "known_gap": True},
        {"text": TEXT, "published": "2025-02-24", "claims": [gap], "known_gap": True},
        {"text": TEXT, "claims": []},
    ]
    pack_file.write_text("\n".join(map(json.dumps, records)) + "\n", encoding="utf-8")
    report = check_pack("en")
    assert [o.example.line for o in report.passed] == [1]
    assert [o.example.line for o in report.failed] == [2, 4]
    assert [o.example.line for o in report.gaps] == [3]
    assert report.failed[0].problems == ("is read rightly now: take its known_gap off",)
    assert report.total == 4
    assert "killed" in report.untried_kinds
    assert "freed" not in report.untried_kinds
    assert "dozen" in report.untried_numbers
    assert "currency" in report.untried_words


def test_a_pack_without_examples_has_none(pack_file: Path) -> None:
    assert not pack_file.exists()
    assert check_pack("en").total == 0


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "Expecting property name"),
        ('{"text": "x"}', "'claims'"),
        ('{"claims": []}', "'text'"),
        ('{"text": "x", "claims": [], "note": ""}', "unknown field note"),
        ('{"text": "x", "claims": [{}]}', "a claim lacks"),
        (json.dumps({"text": "x", "claims": [{**CLAIM, "who": 1}]}), "unknown field who"),
        (json.dumps({"text": "x", "claims": [{**CLAIM, "kind": "let go"}]}), "let go"),
        ('{"text": "x", "claims": [], "published": "Sunday"}', "Sunday"),
    ],
)
def test_an_example_that_breaks_the_format_is_named(pack_file: Path, line: str, said: str) -> None:
    pack_file.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(DataError, match=rf"^languages/en/examples\.jsonl:2: .*{said}"):
        list(load_examples("en"))


def test_there_must_be_such_a_pack() -> None:
    with pytest.raises(
        UsageError, match=f"xx: there is no such pack, only {', '.join(available())}"
    ):
        check_pack("xx")


def test_the_list_tells_words_and_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert command(["languages", "--format", "jsonl"]) == 0
    packs = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [pack["tag"] for pack in packs] == list(available())
    for told in packs:
        pack = load_pack(told["tag"])
        assert pack is not None
        assert (told["name"], told["level"]) == (pack.name, pack.level)
        assert told["forms"] == len(pack.lexicon.forms)
        assert told["examples"] == told["passed"] + told["failed"] + told["gaps"]
    assert command(["languages"]) == 0
    table = capsys.readouterr().out
    assert all(pack["name"] in table for pack in packs)


def test_the_check_prints_what_failed_and_exits_with_8(
    pack_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack_file.write_text(json.dumps({"text": TEXT, "claims": []}) + "\n", encoding="utf-8")
    assert command(["languages", "check", "en"]) == 8
    out, err = capsys.readouterr()
    assert f"FAILED line 1: {TEXT}" in out
    assert "not there: freed 215..215 person THA" in out
    assert "kinds that no example tries: arrested" in out
    assert err == (
        "headcount: languages check: examples fail (1 of en); mend the tables or the text\n"
    )
    assert command(["languages", "check", "en", "--format", "jsonl"]) == 8
    record = json.loads(capsys.readouterr().out)
    assert record["problems"][0]["line"] == 1
    assert "arrested" in record["untried"]["kinds"]


def test_the_check_of_a_pack_in_order_says_so(
    pack_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = {"text": TEXT, "published": "2025-02-24", "claims": [CLAIM]}
    pack_file.write_text(json.dumps(record) + "\n", encoding="utf-8")
    assert command(["languages", "check", "en"]) == 0
    head = capsys.readouterr().out.splitlines()[0]
    assert head == "English (en): 1 of 1 examples passed, 0 failed, 0 known gaps"


def test_an_unknown_pack_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert command(["languages", "check", "xx"]) == 2
    assert (
        capsys.readouterr().err
        == f"headcount: xx: there is no such pack, only {', '.join(available())}\n"
    )
