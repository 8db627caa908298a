"""The commands that keep the books: reconcile, account, coverage, unseen."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]

REPORTS = (
    ("2025-02-12", "Gazette A", "Myanmar militia freed 500 Indians from a scam centre in Myawaddy"),
    ("2025-02-14", "Gazette B", "India repatriated 270 Indians from scam centres in Myawaddy"),
    ("2025-02-20", "Gazette C", "Police arrested 120 people at a scam centre in Poipet, Cambodia"),
)


@pytest.fixture
def told(tmp_path: Path, call: Call) -> Path:
    """A ledger with three operations and a running total."""
    path = tmp_path / "told.jsonl"
    lines = [
        {
            "id": f"r-{n}",
            "outlet": outlet,
            "published": day,
            "text": f"{text} on {day}, officials said.",
            "lang": "en",
        }
        for n, (day, outlet, text) in enumerate(REPORTS, 1)
    ]
    total = (
        "Cambodian police said that 2,137 people had been arrested in raids on scam centres in "
        "Cambodia since January 1, 2025."
    )
    lines.append({"id": "r-9", "published": "2025-03-31", "text": total, "lang": "en"})
    path.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    ledger = tmp_path / "told.db"
    assert call("read", path, "--ledger", ledger, "--quiet").code == 0
    return ledger


def records(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_reconcile_explains_each_figure(ledger: Path, call: Call) -> None:
    result = call("reconcile", "--ledger", ledger)
    assert result.code == 0
    assert "exact count" in result.out
    found = records(call("reconcile", "--ledger", ledger, "--format", "jsonl").out)
    assert all(record["reason"] and record["rule"] == "range" for record in found)


def test_reconcile_shows_what_a_rule_would_change(ledger: Path, call: Call) -> None:
    arguments = ("reconcile", "--ledger", ledger, "--rule", "most-conservative", "--diff")
    result = call(*arguments, "--against", "latest")
    assert "most-conservative against latest: 1 of" in result.out
    (record,) = records(call(*arguments, "--against", "latest", "--format", "jsonl").out)
    assert (record["before"]["best"], record["after"]["best"]) == (260, 215)
    assert "0 of" in call(*arguments, "--against", "most-conservative").out


def test_reconcile_compares_all_rules_when_none_is_named(
    ledger: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEADCOUNT_RULE", "majority")
    out = call("reconcile", "--ledger", ledger, "--diff").out
    assert out.count(" against majority:") == 4


def test_reconcile_shows_how_figures_came_about(told: Path, ledger: Path, call: Call) -> None:
    assert "no figure changed" in call("reconcile", "--ledger", told, "--history").out
    result = call("reconcile", "--ledger", told, "--history", "--diff")
    assert result.code == 2
    assert "not both" in result.err


def test_reconcile_tells_the_history_of_a_figure(tmp_path: Path, call: Call) -> None:
    path = tmp_path / "days.jsonl"
    lines = [
        {
            "id": f"d-{day}",
            "outlet": f"Gazette {day}",
            "published": f"2025-02-{day}",
            "text": f"Police freed {number} foreigners from a scam centre in Poipet on "
            "February 22, 2025, officials said.",
            "lang": "en",
        }
        for day, number in ((23, 215), (25, 218))
    ]
    path.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    ledger = tmp_path / "days.db"
    call("read", path, "--ledger", ledger, "--quiet")
    out = call("reconcile", "--ledger", ledger, "--history").out
    assert "2025-02-25" in out
    assert "officials" in out
    found = records(call("reconcile", "--ledger", ledger, "--history", "--format", "jsonl").out)
    assert [record["after"]["best"] for record in found] == [215, 218]
    assert found[1]["before"]["best"] == 215


def test_reconcile_wants_an_event_that_is_there(told: Path, call: Call) -> None:
    result = call("reconcile", "--ledger", told, "--event", "zz")
    assert result.code == 2
    assert "no event begins so" in result.err


COMMANDS = ("events", "check", "summary", "coverage", "account", "reconcile", "unseen")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_the_books_as_they_stood(
    told: Path, call: Call, command: str, tmp_path: Path
) -> None:
    """The books of a day are those of a ledger that has only the reports up to that day."""
    early = tmp_path / "early.jsonl"
    lines = (tmp_path / "told.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    early.write_text(lines[0], encoding="utf-8")
    short = tmp_path / "early.db"
    assert call("read", early, "--ledger", short, "--quiet").code == 0
    before = call(command, "--ledger", told, "--as-of", "2025-02-13")
    assert before.code == 0
    assert before.out.removeprefix("as of 2025-02-13: ") == call(command, "--ledger", short).out
    refused = call(command, "--ledger", told, "--as-of", "13/02")
    assert (refused.code, "--as-of 13/02: is not a day" in refused.err) == (2, True)


def test_show_and_publish_go_by_the_day_too(told: Path, call: Call, tmp_path: Path) -> None:
    (event,) = records(call("events", "--ledger", told, "--format", "jsonl", *AS_OF).out)
    shown = call("show", event["id"], "--ledger", told, *AS_OF)
    assert ("500" in shown.out, "r-1" in shown.out) == (True, True)
    late = records(call("events", "--ledger", told, "--format", "jsonl").out)[-1]["id"]
    assert call("show", late, "--ledger", told, *AS_OF).code == 2
    site = tmp_path / "site"
    assert call("publish", site, "--ledger", told, *AS_OF).code == 0
    index = (site / "index.html").read_text(encoding="utf-8")
    assert "As of 13 February 2025" in index
    assert not list(site.rglob("r-2.html"))


AS_OF = ("--as-of", "2025-02-13")


def test_reports_without_a_day_are_left_out_and_counted(
    told: Path, call: Call, tmp_path: Path
) -> None:
    (tmp_path / "x.jsonl").write_text(
        json.dumps({"id": "x", "text": "Police freed 12 people in Poipet.", "lang": "en"}) + "\n"
    )
    assert call("read", tmp_path / "x.jsonl", "--ledger", told, "--quiet").code == 0
    assert "left out: 1 report without a day" in call("events", "--ledger", told, *AS_OF).err


def test_long_lists_show_their_first_rows(call: Call, tmp_path: Path) -> None:
    towns = ("Poipet", "Bavet", "Sihanoukville", "Kampot")
    lines = [
        {
            "id": f"r-{n}",
            "published": f"2025-{n + 1:02}-20",
            "text": f"Police freed {100 + 7 * n} people from a scam centre in {towns[n % 4]}.",
            "lang": "en",
        }
        for n in range(12)
    ]
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    ledger = tmp_path / "many.db"
    assert call("read", path, "--ledger", ledger, "--quiet").code == 0
    out = call("reconcile", "--ledger", ledger).out.splitlines()
    assert out[0] == "12 figures of 12 events"
    assert out[-1] == "… 2 more; --all shows them"
    every = call("reconcile", "--ledger", ledger, "--all").out
    assert every.count("\n ev-") == 12
    assert "--all" not in every
    assert len(records(call("reconcile", "--ledger", ledger, "--format", "jsonl").out)) == 12


def test_account_closes(told: Path, call: Call) -> None:
    out = call("account", "--ledger", told, "--nationality", "ind", "--groups").out
    assert "India (IND)" in out
    assert "230" in out
    assert "fits into those told" in out
    (record,) = records(
        call("account", "--ledger", told, "--nationality", "IND", "--format", "jsonl").out
    )
    lines = {name: amount["best"] for name, amount in record["lines"].items()}
    assert lines["came_out"] == 500
    assert lines["home"] + lines["waiting"] + lines["not_accounted_for"] == lines["came_out"]


def test_account_as_csv_adds_up_over_nationalities(told: Path, call: Call) -> None:
    rows = [
        row.split(",") for row in call("account", "--ledger", told, "--format", "csv").out.split()
    ]
    assert rows[0] == ["nationality", "line", "low", "best", "high"]
    home = {row[0]: int(row[3]) for row in rows if row[1] == "home"}
    assert home.pop("all") == sum(home.values()) == 270


def test_account_of_a_day_and_of_nobody(told: Path, call: Call) -> None:
    early = call("account", "--ledger", told, "--until", "2025-02-13", "--format", "jsonl").out
    assert records(early)[0]["lines"]["home"]["best"] == 0
    assert "no report on record tells" in call("account", "--ledger", told, "--country", "LAO").out


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("XXX", "is no country; write its code"),
        ("Camboda", "is KHM (Cambodia) meant?"),
        ("LA", ""),
        ("lao", ""),
        ("Laos", ""),
    ],
)
def test_a_country_goes_by_either_code_or_its_name(
    told: Path, call: Call, said: str, answer: str
) -> None:
    result = call("account", "--ledger", told, "--country", said)
    assert answer in result.err
    assert ("no report on record tells" in result.out) is (answer == "")


def test_coverage_counts_the_operations_of_the_total(told: Path, call: Call) -> None:
    (record,) = records(call("coverage", "--ledger", told, "--format", "jsonl").out)
    assert record["total"]["best"] == 2137
    assert record["recorded"]["best"] == 120
    assert record["missing"]["best"] == 2017
    table = call("coverage", "--ledger", told).out
    assert "2,137 arrested" in table
    listed = call("coverage", "--ledger", told, "--events").out
    assert "in the period" in listed
    plot = call("coverage", "--ledger", told, "--format", "plot").out
    assert "█" in plot
    assert "·" in plot


@pytest.mark.parametrize(
    "wanted",
    [("--country", "LAO"), ("--kind", "freed"), ("--authority", "navy"), ("--min", "9000")],
)
def test_coverage_of_nothing_says_so(told: Path, call: Call, wanted: tuple[str, str]) -> None:
    assert "no running total" in call("coverage", "--ledger", told, *wanted).out


def test_unseen_refuses_when_lists_hardly_overlap(told: Path, call: Call) -> None:
    out = call("unseen", "--ledger", told).out
    assert "no estimate: operations told by exactly two origins: 0" in out
    (record,) = records(call("unseen", "--ledger", told, "--format", "jsonl").out)
    assert record["unseen"] is None
    assert "told in two languages" in call("unseen", "--ledger", told, "--by", "languages").out
    assert "in both 0" in call("unseen", "--ledger", told, "--pair", "en,fr").out
    assert call("unseen", "--ledger", told, "--pair", "en").code == 2


def test_an_option_without_its_argument_names_the_command(call: Call) -> None:
    said = call("events", "--ledger")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert said.err.startswith("headcount: events: option '--ledger' requires an argument")
    assert "headcount events --help" in said.err


def test_withdrawn_claims_are_of_the_chosen_ledger(
    told: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEADCOUNT_LEDGER", str(told))
    assert call("claims", "--withdrawn").code == 0


def test_a_report_without_a_pack_is_explained(tmp_path: Path, call: Call) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Die Polizei befreite am Sonntag 215 Menschen aus einem Betrugszentrum.")
    assert "no language pack" in call("explain", "--lang", "de", report).out
    assert call("read", "--lang", "de", report, "--ledger", tmp_path / "books.db").code == 0
    assert "no report in the ledger told a figure" in call(
        "events", "--ledger", tmp_path / "books.db"
    ).out.replace("\n", " ")
