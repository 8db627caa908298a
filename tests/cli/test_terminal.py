"""Text from outside does nothing to a terminal, a spreadsheet or a reader of JSON lines."""

from __future__ import annotations

import csv
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headcount.cli.terminal import Column, clean, csv_line, json_line, print_table, shared


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain ไทย 中文", "plain ไทย 中文"),
        ("a\x1b]0;title\x07b", "ab"),
        ("a\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\b", "alinkb"),
        ("a\x1b[31mred\x1b[0m", "ared"),
        ("a\x9b31mred", "ared"),
        ("a\x1bPq#0\x1b\\b", "ab"),
        ("a\x1b]52;c;aGk=", "a"),
        ("a\x1bcb", "ab"),
        ("two\r\nlines\there", "two lines here"),
        ("nul\x00bell\x07del\x7f", "nul bell del "),
        ("abc\u202egnp.exe\u202c", "abcgnp.exe"),
        ("lone \ud800 half", "lone  half"),
    ],
)
def test_clean(text: str, shown: str) -> None:
    assert clean(text) == shown


@given(st.text())
def test_what_is_cleaned_holds_no_control(text: str) -> None:
    shown = clean(text)
    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in shown)
    shown.encode()


@given(st.text() | st.just("\x1b]0;x\x07\x9b1m\u2028\ud800"))
def test_json_says_exactly_the_text_and_no_control(text: str) -> None:
    line = json_line({"text": text})
    assert json.loads(line) == {"text": text}
    assert len(line.splitlines()) == 1
    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in line)
    line.encode()


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_csv_runs_no_formula(start: str) -> None:
    (row,) = csv.reader([csv_line([f"{start}cmd()", 5, None, 'say "x", y'])])
    assert row == [f"'{start}cmd()", "5", "", 'say "x", y']


@given(st.lists(st.text(), min_size=1))
def test_csv_rows_are_one_line_each(cells: list[str]) -> None:
    line = csv_line(cells)
    assert len(line.splitlines()) <= 1
    assert len(next(csv.reader([line or '""']))) == len(cells)


def test_tables_keep_to_their_width_and_run_no_markup(
    capsys: pytest.CaptureFixture[str],
) -> None:
    columns = [Column("a"), Column("b", "right"), Column("c", wide=True), Column("d", wide=True)]
    hostile = "[red]\x1b]0;x\x07[link=http://x]click[/]"
    print_table(columns, [[hostile, "1", "word " * 60, "中文" * 80]] * 3)
    out = capsys.readouterr().out
    assert "[red][link=http://x]click[/]" in out
    assert "\x1b" not in out
    assert max(len(line) for line in out.splitlines()) <= 100


WIDE = [Column("id"), Column("place", wide=True, least=9), Column("title", wide=True, least=20)]


@given(
    st.lists(st.lists(st.integers(0, 60), min_size=1).map(sorted), min_size=3, max_size=3),
    st.integers(100, 200),
)
def test_columns_share_the_room_that_there_is(lengths: list[list[int]], room: int) -> None:
    widths = shared(WIDE, lengths, [min(1, cells[-1]) for cells in lengths], room)
    assert widths[0] == lengths[0][-1]
    assert sum(widths) + 2 * len(widths) <= room
    assert all(w <= cells[-1] for w, cells in zip(widths, lengths, strict=True))
    if sum(cells[-1] for cells in lengths) + 6 <= room:
        assert widths == [cells[-1] for cells in lengths]


def test_no_column_is_lost_where_room_is_scarce(capsys: pytest.CaptureFixture[str]) -> None:
    columns = [*WIDE, Column("figures", wide=True, least=20), Column("reports", "right")]
    print_table(columns, [["ev-0123456789ab", "Place " * 9, "Title " * 9, "freed 9; " * 9, "12"]])
    out = capsys.readouterr().out.splitlines()
    assert "reports" in out[0]
    assert out[2].rstrip().endswith(" 12")
    assert max(map(len, out)) <= 100


@pytest.mark.parametrize(
    ("lengths", "words", "room", "widths"),
    [
        # A word is whole before a line is: the second wide column gets what its word needs.
        ([[15], [40], [40]], [15, 12, 20], 60, [15, 19, 20]),
        # Where room is scarce the wide columns give it, so that no id is cut.
        ([[15], [40], [40]], [15, 12, 20], 40, [15, 9, 10]),
        ([[15], [40], [40]], [15, 12, 20], 20, [15, 8, 8]),
    ],
)
def test_words_are_whole_and_ids_are_not_cut(
    lengths: list[list[int]], words: list[int], room: int, widths: list[int]
) -> None:
    columns = (Column("event"), Column("a", wide=True, least=10), Column("b", wide=True, least=10))
    assert shared(columns, lengths, words, room) == widths
