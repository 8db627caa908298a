"""What goes wrong is one line that names the input, with the documented code."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import headcount
from headcount.cli import claims, main
from headcount.errors import (
    DataError,
    FetchError,
    FloorError,
    GroundingError,
    HeadcountError,
    InputError,
    LedgerError,
    UsageError,
)

Call = Callable[..., Any]


def start(*arguments: object, **options: Any) -> subprocess.Popen[str]:
    """The program in a process of its own."""
    source = Path(headcount.__file__).parents[1]
    path = os.pathsep.join(filter(None, (str(source), os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-m", "headcount", *map(str, arguments)]
    env = {**os.environ, "PYTHONPATH": path}
    options = {"stdout": subprocess.PIPE, **options}
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=env, **options)


@pytest.mark.parametrize(
    "error",
    [
        HeadcountError,
        UsageError,
        InputError,
        FetchError,
        LedgerError,
        DataError,
        GroundingError,
        FloorError,
    ],
)
def test_each_error_is_one_line_with_its_code(
    call: Call, report: Path, monkeypatch: pytest.MonkeyPatch, error: type[HeadcountError]
) -> None:
    def fail(*_: object) -> None:
        raise error("a.txt: is\nbroken \x1b]0;x\x07; mend it")

    monkeypatch.setattr(claims, "extractions", fail)
    result = call("claims", report)
    assert result == (error.exit_code, "", "headcount: a.txt: is broken ; mend it\n")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("claims", "/no/such/file"), 3, "/no/such/file"),
        (("read", "/no/such/file", "-q", "--ledger", "{tmp}/b.db"), 3, "/no/such/file"),
        (("explain", "{tmp}/empty.txt"), 3, "empty"),
        (("claims", "{tmp}/binary.txt"), 3, "binary.txt"),
        (("claims",), 2, "--ledger"),
        (("claims", "a", "--ledger", "b"), 2, "one of both"),
        (("claims", "a", "--withdrawn"), 2, "--ledger"),
        (("claims", "a", "b", "--lang", "fr"), 2, "single file"),
        (("claims", "{tmp}", "--lang", "fr"), 2, "single file"),
        (("claims", "a", "--lang", "fr_FR!"), 2, "no language's tag"),
        (("read", "a", "--lang", "xx"), 2, "no language's tag"),
        (("unseen", "--pair", "en,xx", "--ledger", "{ledger}"), 2, "no language's tag"),
        (("publish", "{ledger}/site", "--ledger", "{ledger}"), 2, "is a file: give a folder"),
        (("claims", "a", "--published", "yesterday"), 2, "is not a day"),
        (("claims", "a", "--published", "9999-01-01"), 2, "is still to come"),
        (("events", "--since", "2025-02-01", "--until", "2025-01-01"), 2, "is before --since"),
        (("account", "--since", "2025-02-01", "--until", "2025-01-01"), 2, "is before --since"),
        (("events", "--ledger", "{tmp}/none.db"), 5, "no such ledger"),
        (("show", "x", "--ledger", "{tmp}"), 5, "is a folder"),
        (("undo", "--ledger", "{tmp}/none.db"), 5, "no such ledger"),
        (("read", "a", "--ledger", "{tmp}/empty.txt"), 5, "is empty"),
        (("check", "--ledger", "{tmp}/binary.txt"), 5, "is not a headcount ledger"),
        (("publish", "{tmp}/site", "--ledger", "{tmp}/none.db"), 5, "no such ledger"),
        (("evaluate", "{tmp}/none"), 3, "none"),
        (("evaluate", "{tmp}", "--update-floor"), 2, "--floor"),
    ],
)
def test_what_cannot_be_done(
    call: Call, ledger: Path, tmp_path: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 4)
    result = call(*(argument.format(tmp=tmp_path, ledger=ledger) for argument in arguments))
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith("headcount: ")
    assert result.err.count("\n") == 1
    assert words in result.err


@pytest.mark.parametrize("arguments", [("nonsense",), ("read",), ("events", "--rule", "best")])
def test_a_call_that_is_not_understood_ends_with_2(call: Call, arguments: tuple[str, ...]) -> None:
    result = call(*arguments)
    assert result.code == UsageError.exit_code
    (line,) = result.err.splitlines()
    assert line.startswith("headcount: ")
    assert line.endswith("--help`")


def test_the_worst_failure_of_a_batch_is_its_code(call: Call, report: Path) -> None:
    result = call("claims", "/no/such/file", report, "http://127.0.0.1:9/page")
    assert result.code == FetchError.exit_code
    assert result.err.count("\n") == 2
    assert result.out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_output_that_cannot_be_written_is_one_line(batch: Path) -> None:
    with (
        open("/dev/full", "w") as full,
        start("claims", batch, "--format", "csv", stdout=full) as process,
    ):
        _, complaint = process.communicate()
    assert process.returncode == 1
    assert complaint.startswith("headcount: the output: ")
    assert complaint.count("\n") == 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_reader_that_goes_away_is_no_error(tmp_path: Path, report: Path, jobs: int) -> None:
    for number in range(300):
        (tmp_path / f"{number}.txt").write_text(report.read_text() + f" This is hour {number}.")
    process = start("claims", tmp_path, "--jobs", jobs)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait() == main.PIPE_CLOSED


@pytest.mark.skipif(not hasattr(signal, "SIGINT") or os.name == "nt", reason="needs SIGINT")
@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_is_quiet_and_leaves_a_whole_ledger(tmp_path: Path, report: Path, jobs: int) -> None:
    inputs = tmp_path / "in"
    inputs.mkdir()
    for number in range(3000):
        (inputs / f"{number}.txt").write_text(report.read_text() + f" This is hour {number}.")
    ledger = tmp_path / "book.db"
    # A program started in the background of a shell is told to ignore Ctrl-C, and so are its own.
    heeded = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = start(
        "read", inputs, "--ledger", ledger, "--format", "jsonl", "--jobs", jobs,
        start_new_session=True,
    )  # fmt: skip
    signal.signal(signal.SIGINT, heeded)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(0.05)
    # To all processes of the group, as a terminal does.
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == main.INTERRUPTED
    # The empty line ends the ^C that a terminal shows.
    assert err.split("\n", 1)[1:] == ["headcount: stopped; what was stored stays stored\n"]
    assert out.count("\n") < 3000
    assert [path.name for path in tmp_path.glob("book.db*")] == ["book.db"]


def test_a_report_that_another_language_empties_is_told(
    call: Call, report: Path, ledger: Path
) -> None:
    call("read", report, "--ledger", ledger, "-q")
    result = call("read", report, "--lang", "sw", "--ledger", ledger, "-q")
    assert "is now in sw, which has no pack: all its" in result.err
    assert "`headcount undo`" in result.err
