"""Decisions of people: appended, kept when documents are read again, shown when these changed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]

WHY = ("--because", "seen in the original")


def write(path: Path, texts: dict[str, str]) -> Path:
    lines = [
        json.dumps({"id": key, "published": "2025-02-24", "lang": "en", "text": text})
        for key, text in texts.items()
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


TEXTS = {
    "a": "Police freed 215 foreigners from a scam centre in Poipet on Sunday, officials said.",
    "b": "Police arrested 31 suspects at a scam centre in Bavet on February 3, 2025.",
}


@pytest.fixture
def told(tmp_path: Path, call: Call) -> Path:
    """A ledger with two operations, each of one report."""
    path = tmp_path / "told.db"
    source = write(tmp_path / "told.jsonl", TEXTS)
    assert call("read", source, "--ledger", path, "--quiet").code == 0
    return path


def events(call: Call, ledger: Path) -> dict[tuple[str, ...], dict[str, Any]]:
    """The events by the reports that tell of them."""
    out = call("events", "--ledger", ledger, "--format", "jsonl").out
    return {tuple(e["documents"]): e for e in map(json.loads, out.splitlines())}


def best(event: dict[str, Any]) -> set[int]:
    return {figure["best"] for figure in event["figures"]}


def listed(call: Call, ledger: Path) -> list[dict[str, Any]]:
    out = call("decide", "list", "--ledger", ledger, "--format", "jsonl").out
    return [json.loads(line) for line in out.splitlines()]


def test_merge_split_and_undo(told: Path, call: Call) -> None:
    one, other = (event["id"] for event in events(call, told).values())
    assert call("decide", "merge", one, other, *WHY, "--ledger", told).code == 0
    (merged,) = events(call, told).values()
    assert best(merged) == {215, 31}
    assert "a person decided so: seen in the original" in merged["joins"][-1]
    shown = call("show", merged["id"], "--ledger", told)
    assert (shown.code, "a person decided so" in shown.out) == (0, True)
    assert call("decide", "split", merged["id"], "b", *WHY, "--ledger", told).code == 0
    assert set(events(call, told)) == {("a",), ("b",)}
    assert call("decide", "undo", "2", "--ledger", told).code == 0
    assert len(events(call, told)) == 1
    assert call("decide", "undo", "2", "--ledger", told).code == 2


def test_correct_and_withdraw(told: Path, call: Call) -> None:
    arguments = ("--number", "260", "--nationality", "tha", "--day", "2025-02-22", *WHY)
    assert call("decide", "correct", "a:1", *arguments, "--ledger", told).code == 0
    assert call("decide", "withdraw", "b:1", *WHY, "--ledger", told).code == 0
    (event,) = events(call, told).values()
    (figure,) = event["figures"]
    assert (figure["best"], figure["nationality"], event["start"]) == (260, ["THA"], "2025-02-22")
    read = call("claims", "--ledger", told, "--format", "jsonl").out
    assert [json.loads(line)["low"] for line in read.splitlines()] == [215, 31]


def test_a_decision_is_kept_when_the_report_is_read_again(
    told: Path, tmp_path: Path, call: Call
) -> None:
    call("decide", "correct", "a:1", "--number", "260", *WHY, "--ledger", told)
    longer = {**TEXTS, "a": "Four people died in Bavet, a scam hub. " + TEXTS["a"]}
    call("read", write(tmp_path / "told.jsonl", longer), "--ledger", told, "--quiet")
    out = call("events", "--ledger", told, "--format", "jsonl").out
    assert {260, 4, 31} == {n for line in out.splitlines() for n in best(json.loads(line))}
    assert listed(call, told)[0]["state"] == "stands"


def test_what_changed_under_a_decision_is_shown(told: Path, tmp_path: Path, call: Call) -> None:
    found = events(call, told)
    call("decide", "confirm", found["a",]["id"], *WHY, "--ledger", told)
    call("decide", "withdraw", "b:1", *WHY, "--ledger", told)
    assert [stand["state"] for stand in listed(call, told)] == ["stands", "stands"]
    changed = {"a": TEXTS["a"].replace("freed", "arrested"), "b": TEXTS["b"].replace("31", "44")}
    call("read", write(tmp_path / "told.jsonl", changed), "--ledger", told, "--quiet")
    confirmed, withdrawn = listed(call, told)
    assert (confirmed["state"], withdrawn["state"]) == ("changed", "gone")
    assert "1 read otherwise" in confirmed["why"]
    assert "changed" in call("decide", "list", "--ledger", told).out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("confirm", "zz", *WHY), "0 events begin so"),
        (("merge", "ev-", *WHY), "2 events begin so"),
        (("withdraw", "a:9", *WHY), "no such claim"),
        (("correct", "a:1", *WHY), "say what it should be"),
        (("withdraw", "a:1", "--because", " "), "say why"),
    ],
)
def test_what_cannot_be_decided_is_one_line(
    told: Path, call: Call, arguments: tuple[str, ...], complaint: str
) -> None:
    result = call("decide", *arguments, "--ledger", told)
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert complaint in result.err
    assert "no decisions yet" in call("decide", "list", "--ledger", told).out


def test_split_leaves_something_and_takes_what_is_there(told: Path, call: Call) -> None:
    event = events(call, told)["a",]["id"]
    assert "is not in this event" in call("decide", "split", event, "b", *WHY, "--ledger", told).err
    assert (
        "nothing would be left" in call("decide", "split", event, "a", *WHY, "--ledger", told).err
    )


def test_decisions_are_only_appended(told: Path, call: Call) -> None:
    call("decide", "withdraw", "b:1", *WHY, "--ledger", told)
    for query in ("UPDATE decision SET at = ''", "DELETE FROM decision"):
        with closing(sqlite3.connect(told)) as raw, pytest.raises(sqlite3.IntegrityError):
            raw.execute(query)
