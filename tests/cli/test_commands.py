"""Each command on small inputs: what it prints and with what code it ends."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from headcount.cli.claims import CSV_FIELDS
from headcount.cli.options import RULES
from headcount.model import claim_from_json
from headcount.publish.confidence import confidence

Call = Callable[..., Any]


def lines(out: str) -> list[Any]:
    return [json.loads(line) for line in out.splitlines()]


def test_read_tells_what_is_new_the_same_and_skipped(
    call: Call, batch: Path, tmp_path: Path
) -> None:
    ledger = tmp_path / "book.db"
    first = call("read", batch, "--ledger", ledger)
    assert (first.code, first.err) == (0, "")
    assert "3 new" in first.out
    again = call("read", batch, tmp_path / "none.txt", "--ledger", ledger)
    assert again.code == 3
    assert "0 new" in again.out
    assert "3 the same as before" in again.out
    assert "1 skipped" in again.out
    assert again.err.startswith(f"headcount: {tmp_path / 'none.txt'}")
    assert again.err.count("\n") == 1
    assert [path.name for path in tmp_path.glob("book.db*")] == ["book.db"]


def test_read_quiet_prints_nothing(call: Call, batch: Path, tmp_path: Path) -> None:
    result = call("read", batch, "--ledger", tmp_path / "b.db", "--quiet")
    assert result == (0, "", "")


def test_read_acknowledges_each_document(call: Call, batch: Path, tmp_path: Path) -> None:
    result = call("read", batch, batch, "--ledger", tmp_path / "b.db", "--format", "jsonl")
    told = lines(result.out)
    assert [step["outcome"] for step in told] == ["new"] * 3 + ["repeated"] * 3
    assert [step["document"] for step in told[:3]] == ["r-1", "r-2", "r-3"]


def test_a_file_that_changed_is_a_new_version(call: Call, report: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "book.db"
    call("read", report, "--ledger", ledger)
    report.write_text(report.read_text().replace("215", "217"))
    result = call("read", report, "--ledger", ledger)
    assert "1 changed" in result.out
    assert "book.db: 1 document, " in result.out
    gone = lines(call("claims", "--ledger", ledger, "--withdrawn", "--format", "jsonl").out)
    assert [claim["low"] for claim in gone] == [215]
    assert gone[0]["cause"] == "the page, or what was told of it, changed (version 2)"
    assert "withdrawn" in call("claims", "--ledger", ledger, "--withdrawn").out


def test_undo_brings_back_what_stood(call: Call, report: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "book.db"
    call("read", report, "--ledger", ledger)
    before = call("claims", "--ledger", ledger, "--format", "jsonl").out
    report.write_text(report.read_text().replace("215", "217"))
    call("read", report, "--ledger", ledger)
    assert call("claims", "--ledger", ledger, "--format", "jsonl").out != before
    assert "took back the read" in call("undo", "--ledger", ledger).out
    assert call("claims", "--ledger", ledger, "--format", "jsonl").out == before
    call("undo", "--ledger", ledger)
    assert "no read to take back" in call("undo", "--ledger", ledger).out


def test_claims_as_jsonl_are_the_records(call: Call, batch: Path) -> None:
    result = call("claims", batch, "--format", "jsonl")
    claims = [claim_from_json(record) for record in lines(result.out)]
    assert result.code == 0
    sure = [{**claim.as_json(), "confidence": confidence(claim)} for claim in claims]
    assert sure == lines(result.out)
    assert {claim.document for claim in claims} == {"r-1", "r-2", "r-3"}
    assert 215 in {claim.low for claim in claims}


def test_claims_are_the_same_on_two_processes(call: Call, batch: Path) -> None:
    one = call("claims", batch, "--format", "jsonl")
    two = call("claims", batch, "--format", "jsonl", "--jobs", "2")
    assert one == two


def test_claims_as_csv(call: Call, batch: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(call("claims", batch, "--format", "csv").out)))
    assert tuple(rows[0]) == CSV_FIELDS
    assert rows[0]["document"] == "r-1"


def test_claims_as_a_table_fit_100_columns(call: Call, batch: Path) -> None:
    out = call("claims", batch).out
    assert "Foreigners freed in Poipet · Gazette 1 · 2025-02-24 · en · r-1" in out
    assert max(map(len, out.splitlines())) <= 100


def test_what_the_user_tells_of_a_single_input_wins(call: Call, report: Path) -> None:
    told = ("--published", "2025-02-24", "--outlet", "Daily \x1b[31mRed", "--lang", "en")
    out = call("claims", report, *told).out
    assert "Daily Red · 2025-02-24 · en" in out


def test_explain_marks_the_words_and_gives_the_reasons(call: Call, batch: Path) -> None:
    out = call("explain", batch).out
    assert "«215" in out
    assert "rule:" in out
    assert "   · " in out
    assert "\x1b" not in out


def test_events_show_check_and_summary(call: Call, ledger: Path) -> None:
    at = ("--ledger", ledger)
    events = lines(call("events", *at, "--format", "jsonl").out)
    assert events
    event = events[0]
    assert {"id", "title", "kinds", "documents", "claims", "figures"} <= set(event)
    assert event["id"] in call("events", *at).out
    shown = call("show", event["id"][:-2], *at)
    assert shown.code == 0
    assert "Gazette 1" in shown.out
    assert "https://example.org/1" in shown.out
    assert "(part of 1)" in shown.out
    assert "so one origin:" in shown.out
    (record,) = lines(call("show", event["id"], *at, "--format", "jsonl").out)
    assert record["sources"][0]["outlet"].startswith("Gazette")
    checked = call("check", *at)
    findings = lines(call("check", *at, "--format", "jsonl").out)
    assert checked.code == 0
    serious = any(finding["severity"] != "note" for finding in findings)
    assert call("check", *at, "--strict").code == int(serious)
    assert "3 reports" in call("summary", *at).out
    assert "freed" in call("summary", *at, "--country", "KHM").out
    assert "freed" not in call("summary", *at, "--country", "MMR").out


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ((), True),
        (("--country", "KHM"), True),
        (("--country", "cambodia"), True),
        (("--country", "MMR"), False),
        (("--since", "2025-02-23", "--until", "2025-02-23"), True),
        (("--since", "2025-02-25"), False),
        (("--until", "2025-02-22"), False),
        (("--as-of", "1999-01-01"), False),
    ],
)
def test_events_of_a_country_and_period(
    call: Call, ledger: Path, asked: tuple[str, ...], found: bool
) -> None:
    at = ("events", "--ledger", ledger, *asked)
    assert bool(lines(call(*at, "--format", "jsonl").out)) is found
    assert ("no events on record" in call(*at).out) is not found


def test_a_long_list_of_events_begins_with_the_latest(call: Call, tmp_path: Path) -> None:
    ledger = tmp_path / "long.db"
    towns = ("Poipet", "Bavet", "Kampot", "Myawaddy")
    reports = [
        {
            "id": f"{town}-{month}",
            "lang": "en",
            "published": f"2025-{month:02}-10",
            "text": f"Police freed {month * 31 + n} people from a scam centre in {town} today.",
        }
        for n, town in enumerate(towns)
        for month in (1, 4, 7)
    ]
    path = tmp_path / "long.jsonl"
    path.write_text("\n".join(map(json.dumps, reports)), encoding="utf-8")
    call("read", path, "--ledger", ledger, "-q")
    shown = call("events", "--ledger", ledger).out
    assert "… 2 more events; --all shows them" in shown
    days = re.findall(r"2025-\d\d-\d\d", shown)
    assert days == sorted(days, reverse=True)
    assert len(call("events", "--ledger", ledger, "--all").out) > len(shown)


def test_all_commands_and_the_site_count_the_same_disputes(
    call: Call, ledger: Path, tmp_path: Path
) -> None:
    at = ("--ledger", ledger)
    call("publish", tmp_path / "site", *at)
    index = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert "1 disputed event<" in index
    events = (tmp_path / "site/events.html").read_text(encoding="utf-8")
    assert events.count('data-conflict="yes"') == 1
    assert call("events", *at).out.count("‼") == 1
    assert "conflict in 1 event (" in call("summary", *at).out
    findings = lines(call("check", *at, "--format", "jsonl").out)
    assert len({f["event"] for f in findings if f["severity"] != "note"}) == 1
    stored = (tmp_path / "site/data/findings.jsonl").read_text(encoding="utf-8")
    assert [f["message"] for f in lines(stored)] == [f["message"] for f in findings]
    assert "told as 215 or 260." in findings[0]["message"]
    assert findings[0]["reason"]["code"] == "two-counts"


def test_an_event_has_one_title(call: Call, ledger: Path, tmp_path: Path) -> None:
    at = ("--ledger", ledger)
    call("publish", tmp_path / "site", *at)
    for event in lines(call("events", *at, "--format", "jsonl").out):
        page = (tmp_path / f"site/events/{event['id']}.html").read_text(encoding="utf-8")
        assert f"<h1>{event['title']}</h1>" in page
        assert call("show", event["id"], *at).out.splitlines()[0] == event["title"]
        assert event["title"] in " ".join(call("events", *at).out.split())
        (record,) = lines(call("show", event["id"], *at, "--format", "jsonl").out)
        assert record["title"] == event["title"]
    stored = (tmp_path / "site/data/events.jsonl").read_text(encoding="utf-8")
    assert {e["title"] for e in lines(stored)} == {event["title"]}


@pytest.mark.parametrize(
    "case",
    [
        ("ตำรวจช่วยชาวต่างชาติ 218 คน", "sw", "there is no language pack for 'sw'; `headcount"),
        ("柬埔寨的诈骗园区。", "zh-Hans", "it tells no number"),
        ("The match ended 3-1 before 12,000 fans.", "en", "3 numbers left out: the report is not"),
        ("Police freed people from a scam compound in Cambodia.", "en", "it tells no number"),
        ("A scam compound in Cambodia has 12 floors.", "en", "1 number left out: a measure"),
    ],
)
@pytest.mark.parametrize("shape", ["table", "jsonl", "csv"])
def test_claims_says_why_there_are_none(
    call: Call, tmp_path: Path, case: tuple[str, str, str], shape: str
) -> None:
    text, lang, why = case
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    result = call("claims", path, "--lang", lang, "--format", shape)
    assert result.code == 0
    assert result.err.startswith(f"headcount: {path}: no claims: {why}")
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_known_below(call: Call, ledger: Path, rule: str) -> None:
    result = call("events", "--ledger", ledger, "--rule", rule, "--format", "jsonl")
    assert result.code == 0
    assert {figure["rule"] for event in lines(result.out) for figure in event["figures"]} == {rule}


def test_show_says_what_is_not_there(call: Call, ledger: Path) -> None:
    result = call("show", "zzz", "--ledger", ledger)
    assert result.code == 2
    assert result.err == (
        "headcount: show zzz: no event begins so; `headcount events` lists them\n"
    )


def test_publish_writes_a_site(call: Call, ledger: Path, tmp_path: Path) -> None:
    result = call("publish", tmp_path / "site", "--ledger", ledger)
    assert result.code == 0
    assert (tmp_path / "site" / "index.html").is_file()
    assert str(tmp_path / "site" / "index.html") in result.out


def test_languages_are_listed(call: Call) -> None:
    assert {"en", "fr"} <= {
        pack["tag"] for pack in lines(call("languages", "--format", "jsonl").out)
    }


def test_reading_an_empty_ledger_says_so(call: Call, tmp_path: Path, report: Path) -> None:
    ledger = tmp_path / "b.db"
    call("read", report, "--ledger", ledger)
    call("undo", "--ledger", ledger)
    assert "no events yet" in call("events", "--ledger", ledger).out
    assert "nothing to report" in call("check", "--ledger", ledger).out
    assert call("claims", "--ledger", ledger).out == ""
    assert "0 reports" in call("summary", "--ledger", ledger).out


def test_the_ledger_may_come_from_the_environment(
    call: Call, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEADCOUNT_LEDGER", str(tmp_path / "env.db"))
    call("read", report)
    assert (tmp_path / "env.db").is_file()


def test_text_from_outside_reaches_the_terminal_harmless(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "hostile.jsonl"
    record = {
        "id": "x\x1b]0;owned\x07",
        "title": "T\x1b]0;owned\x07\x9b31m",
        "outlet": "O\x1b[2J",
        "text": "Police freed 215\x1b]0;owned\x07 foreigners from a scam \x9b31mcentre in Poipet.",
        "lang": "en",
    }
    path.write_text(json.dumps(record), encoding="utf-8")
    ledger = tmp_path / "b.db"
    outputs = [
        call("read", path, "--ledger", ledger),
        call("read", path, "--ledger", ledger, "--format", "jsonl"),
        call("claims", path),
        call("claims", path, "--format", "jsonl"),
        call("claims", path, "--format", "csv"),
        call("explain", path),
        call("events", "--ledger", ledger),
        call("show", "ev", "--ledger", ledger),
        call("check", "--ledger", ledger),
        call("summary", "--ledger", ledger),
        call("claims", tmp_path / "\x1b]0;x\x07"),
    ]
    for result in outputs:
        for text in (result.out, result.err):
            assert not any((ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 for c in text)
