"""Decisions of people: appended, kept when documents are read again, shown when these changed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from headcount.cli.corrections import read_count, read_days
from headcount.counts import Interval
from headcount.errors import UsageError
from headcount.events.grouping import group_events
from headcount.pipeline import gathering

Call = Callable[..., Any]

WHY = ("--why", "seen in the original")


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
def told(tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger with two operations, each of one report; every command finds it."""
    path = tmp_path / "told.db"
    monkeypatch.setenv("HEADCOUNT_LEDGER", str(path))
    assert call("read", write(tmp_path / "told.jsonl", TEXTS), "--quiet").code == 0
    return path


def events(call: Call, ledger: Path | None = None) -> dict[tuple[str, ...], dict[str, Any]]:
    """The events by the reports that tell of them."""
    where = ("--ledger", ledger) if ledger else ()
    out = call("events", "--format", "jsonl", *where).out
    return {tuple(e["documents"]): e for e in map(json.loads, out.splitlines())}


def best(event: dict[str, Any]) -> set[int]:
    return {figure["best"] for figure in event["figures"]}


def listed(call: Call, *options: str) -> list[dict[str, Any]]:
    out = call("decide", "list", *options, "--format", "jsonl").out
    return [json.loads(line) for line in out.splitlines()]


def findings(call: Call) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for line in call("check", "--format", "jsonl").out.splitlines():
        record = json.loads(line)
        found.setdefault(record["code"], []).append(record)
    return found


@pytest.mark.usefixtures("told")
def test_merge_split_and_undo(call: Call) -> None:
    one, other = (event["id"] for event in events(call).values())
    done = call("decide", "merge", one, other, *WHY, "--by", "desk 2")
    assert done.code == 0
    assert done.out.startswith("dec-")
    (merged,) = events(call).values()
    assert best(merged) == {215, 31}
    assert "a person decided so: seen in the original" in merged["joins"][-1]
    assert "a person decided so" in call("show", merged["id"]).out
    assert call("decide", "split", merged["id"], "b", *WHY).code == 0
    assert set(events(call)) == {("a",), ("b",)}
    (note,) = findings(call)["decided"]
    assert "a person kept this apart from ev-" in note["message"]
    merge, split = listed(call)
    assert (merge["by"], merge["why"], split["by"]) == ("desk 2", "seen in the original", None)
    assert call("decide", "undo", split["id"][:12], "--why", "a slip").code == 0
    assert len(events(call)) == 1
    again = call("decide", "undo", split["id"])
    assert (again.code, "no decision that stands begins so" in again.err) == (2, True)
    assert [row["state"] for row in listed(call)] == ["holds"]
    assert [row["state"] for row in listed(call, "--all")] == ["holds", "undone"]


def test_correct_and_withdraw(told: Path, call: Call) -> None:
    options = ("--count", "260", "--nationality", "tha", "--nationality", "MMR")
    where = ("--day", "2025-02-22", "--place", "myawaddy")
    assert call("decide", "correct", "a:1", *options, *where, *WHY).code == 0
    assert call("decide", "withdraw", "b:1", *WHY).out.endswith("tells of it any more\n")
    (event,) = events(call).values()
    (figure,) = event["figures"]
    assert (figure["best"], figure["nationality"]) == (260, ["MMR", "THA"])
    assert (event["start"], event["place"], event["country"]) == ("2025-02-22", "Myawaddy", "MMR")
    shown = call("show", event["id"]).out
    assert "count 260 (read as 215)" in " ".join(shown.split())
    summed = " ".join(call("summary").out.split())
    assert "260" in summed
    assert "31" not in summed.partition("event")[2]
    read = call("claims", "--ledger", told, "--format", "jsonl").out
    assert [json.loads(line)["low"] for line in read.splitlines()] == [215, 31]
    gone = call("decide", "correct", "b:1", "--count", "3", *WHY)
    assert (gone.code, "was withdrawn already" in gone.err) == (2, True)
    same = call("decide", "correct", "a:1", "--count", "260", *WHY)
    assert (same.code, "says that already" in same.err) == (2, True)


@pytest.mark.usefixtures("told")
def test_a_decision_is_kept_when_the_report_is_read_again(tmp_path: Path, call: Call) -> None:
    call("decide", "correct", "a:1", "--count", "260", *WHY)
    longer = {**TEXTS, "a": "Four people died in Bavet, a scam hub. " + TEXTS["a"]}
    call("read", write(tmp_path / "told.jsonl", longer), "--quiet")
    out = call("events", "--format", "jsonl").out
    assert {260, 4, 31} == {n for line in out.splitlines() for n in best(json.loads(line))}
    assert listed(call)[0]["state"] == "holds"


@pytest.mark.usefixtures("told")
def test_what_changed_under_a_decision_is_not_applied_and_shown(tmp_path: Path, call: Call) -> None:
    call("decide", "confirm", events(call)["a",]["id"], *WHY)
    call("decide", "withdraw", "b:1", *WHY)
    assert [row["state"] for row in listed(call)] == ["holds", "holds"]
    assert call("check", "--strict").code == 0
    changed = {"a": TEXTS["a"].replace("freed", "arrested"), "b": TEXTS["b"].replace("31", "44")}
    call("read", write(tmp_path / "told.jsonl", changed), "--quiet")
    confirmed, withdrawn = listed(call)
    assert (confirmed["state"], withdrawn["state"]) == ("stale", "stale")
    assert "now read as kind arrested and not freed" in confirmed["reason"]
    assert "the report has changed" in withdrawn["reason"]
    assert 44 in best(events(call)["b",])
    stale = findings(call)["decision-stale"]
    assert [finding["severity"] for finding in stale] == ["warning", "warning"]
    assert call("check", "--strict").code == 1
    table = call("decide", "list").out
    assert "2 decisions, 2 stale and not applied" in table
    call("read", write(tmp_path / "told.jsonl", TEXTS), "--quiet")
    assert [row["state"] for row in listed(call)] == ["holds", "holds"]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("confirm", "zz", *WHY), "no event begins so"),
        (("confirm", "", *WHY), "no event begins so"),
        (("merge", "ev-", *WHY), "fits 2"),
        (("withdraw", "a:9", *WHY), "has no such claim"),
        (("withdraw", "a", *WHY), "is no claim; write report:number"),
        (("correct", "a:1", *WHY), "say what it should be"),
        (("correct", "a:1", "--count", "many", *WHY), "is no count"),
        (("correct", "a:1", "--kind", "seized", *WHY), "is not said of what is counted"),
        (("correct", "a:1", "--nationality", "thai", *WHY), "is no country"),
        (("correct", "a:1", "--day", "Sunday", *WHY), "is not a day"),
        (("withdraw", "a:1", "--why", " "), "--why: is empty"),
        (("withdraw", "a:1", "--why", "x" * 1001), "is longer than"),
        (("undo", "dec-x"), "no decision that stands begins so"),
    ],
)
@pytest.mark.usefixtures("told")
def test_what_cannot_be_decided_is_one_line(
    call: Call, arguments: tuple[str, ...], complaint: str
) -> None:
    result = call("decide", *arguments)
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert complaint in result.err
    assert "no decisions" in call("decide", "list").out


@pytest.mark.usefixtures("told")
def test_split_leaves_something_and_takes_what_is_there(call: Call) -> None:
    event = events(call)["a",]["id"]
    assert "no report of the event begins so" in call("decide", "split", event, "b", *WHY).err
    assert "is not told of this event" in call("decide", "split", event, "b:1", *WHY).err
    assert "nothing would be left" in call("decide", "split", event, "a", *WHY).err
    assert "two events or more" in call("decide", "merge", event, event, *WHY).err


def test_a_ledger_that_is_not_there_is_not_made(tmp_path: Path, call: Call) -> None:
    path = tmp_path / "none.db"
    for arguments in (("list",), ("confirm", "ev-1", *WHY), ("undo", "dec-1")):
        result = call("decide", *arguments, "--ledger", path)
        assert (result.code, "no such ledger" in result.err) == (5, True)
    assert not path.exists()


@pytest.mark.usefixtures("told")
def test_words_from_outside_are_harmless(tmp_path: Path, call: Call) -> None:
    why = ("--why", "one\x1b[31m two\nthree <script>")
    assert call("decide", "confirm", events(call)["a",]["id"], *why).code == 0
    assert listed(call)[0]["why"] == "one two three <script>"
    assert call("publish", tmp_path / "site", "--quiet").code == 0
    pages = [page.read_text(encoding="utf-8") for page in (tmp_path / "site").rglob("*.html")]
    assert any("one two three &lt;script&gt;" in page for page in pages)
    assert not any("three <script>" in page for page in pages)


@pytest.mark.parametrize(
    "name", ["confirm", "merge", "split", "correct", "withdraw", "undo", "list"]
)
def test_each_help_has_an_example(call: Call, name: str) -> None:
    shown = call("decide", name, "--help")
    assert (shown.code, f"headcount decide {name}" in shown.out) == (0, True)


@pytest.mark.parametrize(
    ("text", "low", "high", "precision"),
    [
        ("215", 215, 215, "exact"),
        ("1,250", 1250, 1250, "exact"),
        ("200-300", 200, 300, "range"),
        ("200+", 200, None, "at_least"),
        ("at least 200", 200, None, "at_least"),
        ("at most 300", 0, 300, "at_most"),
        ("about 500", 450, 550, "about"),
    ],
)
def test_counts(text: str, low: int, high: int | None, precision: str) -> None:
    assert read_count(text) == Interval(low, high, precision)


@pytest.mark.parametrize("text", ["", ",", "-3", "3-2", "about 3-4", "9" * 40, "3.5", "²"])
def test_what_is_no_count_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="is no count"):
        read_count(text)


@pytest.mark.usefixtures("told")
def test_a_correction_stands_by_itself_when_the_one_before_is_taken_back(call: Call) -> None:
    call("decide", "correct", "a:1", "--count", "200-300", *WHY)
    call("decide", "correct", "a:1", "--count", "200", *WHY)
    assert call("decide", "undo", listed(call)[0]["id"]).code == 0
    assert best(events(call)["a",]) == {200}
    (row,) = listed(call)
    assert row["values"] == {"low": 200, "high": 200, "precision": "exact"}


def test_days() -> None:
    assert read_days("2025-02-20..2025-02-24") == ("2025-02-20", "2025-02-24")
    assert read_days("none") == (None, None)
    with pytest.raises(UsageError, match="ends before it begins"):
        read_days("2025-02-24..2025-02-20")


@pytest.mark.usefixtures("told")
def test_a_confirmed_event_is_marked_in_words(call: Call) -> None:
    found = events(call)["a",]["id"]
    assert "confirmed" not in call("events").out
    assert call("decide", "confirm", found, *WHY, "--by", "desk 2").code == 0
    assert "215 freed · confirmed" in " ".join(call("events").out.split())
    shown = call("show", found).out
    assert re.search(
        r"Confirmed by a person on \d+ \w+ \d{4}: seen in the original \(by desk 2\)", shown
    )
    record = json.loads(call("show", found, "--format", "jsonl").out)["confirmed"]
    assert (record["by"], record["why"], record["whole"]) == ("desk 2", WHY[1], True)
    assert "by" not in events(call)["a",]["confirmed"]
    assert events(call)["b",]["confirmed"] is None


@pytest.mark.parametrize("decision", ["confirm", "merge", "split", "correct", "withdraw"])
@pytest.mark.usefixtures("told")
def test_a_decision_groups_the_ledger_once(
    call: Call, monkeypatch: pytest.MonkeyPatch, decision: str
) -> None:
    one, other = (event["id"] for event in events(call).values())
    if decision == "split":
        assert call("decide", "merge", one, other, *WHY).code == 0
        (one,) = (event["id"] for event in events(call).values())
    arguments = {
        "confirm": (one,),
        "merge": (one, other),
        "split": (one, "b"),
        "correct": ("a:1", "--count", "216"),
        "withdraw": ("b:1",),
    }
    grouped = []

    def counting(*told: Any) -> Any:
        grouped.append(told)
        return group_events(*told)

    with monkeypatch.context() as patch:
        patch.setattr(gathering, "group_events", counting)
        done = call("decide", decision, *arguments[decision], *WHY)
    assert (done.code, len(grouped)) == (0, 1)
    after = {event["id"] for event in events(call).values()}
    named = {line.split(":")[0].strip() for line in done.out.splitlines()[1:] if ": " in line}
    assert named <= after


def test_a_place_that_is_not_known_is_said_so(told: Path, call: Call) -> None:
    result = call("decide", "correct", "a:1", "--place", "Poipett", *WHY)
    assert "Poipett is no place of the gazetteer" in result.out
    assert "is Poipet (KHM) meant?" in result.out
    assert "gazetteer" not in call("decide", "correct", "a:1", "--place", "Bavet", *WHY).out


def test_an_id_that_was_leads_to_the_event_that_it_became(tmp_path: Path, call: Call) -> None:
    text = (
        "Police freed 215 foreigners, including 109 Thais, from a scam centre in Poipet on Sunday."
    )
    told, ledger = write(tmp_path / "told.jsonl", {"a": text}), tmp_path / "former.db"
    call("read", told, "--quiet", "--ledger", ledger)
    (before,) = events(call, ledger).values()
    call("decide", "withdraw", "a:1", *WHY, "--ledger", ledger)
    (after,) = events(call, ledger).values()
    assert before["id"] != after["id"]
    result = call("show", before["id"], "--ledger", ledger)
    assert (result.code, result.err) == (0, f"{before['id']} is now part of {after['id']}\n")
    assert after["id"] in result.out
    assert call("show", "ev-000000000000", "--ledger", ledger).code == UsageError.exit_code
