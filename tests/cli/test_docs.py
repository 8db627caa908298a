"""The documentation names every command, option and exit code."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from headcount import errors
from headcount.cli.main import COMMANDS, INTERRUPTED, PIPE_CLOSED, headcount

Call = Callable[..., Any]

DOCS = Path(__file__).parents[2] / "docs"


def command(name: str) -> click.Command:
    found = headcount.get_command(click.Context(headcount), name)
    assert found is not None
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_documented(name: str) -> None:
    page = (DOCS / "CLI.md").read_text(encoding="utf-8")
    assert re.search(rf"^### `headcount {name}\b", page, re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_own_option_is_documented(name: str) -> None:
    page = (DOCS / "CLI.md").read_text(encoding="utf-8")
    for parameter in command(name).params:
        if isinstance(parameter, click.Option):
            assert parameter.opts[0] in page


@pytest.mark.parametrize("name", COMMANDS)
def test_help_begins_as_the_list_says_and_has_examples(name: str, call: Call) -> None:
    found = command(name)
    assert found.help is not None
    assert found.help.splitlines()[0] == COMMANDS[name][1]
    text = call(name, "--help").out
    assert text.count(f"\n  headcount {name}") >= 2 or name == "languages"
    assert COMMANDS[name][1] in call("--help").out


def test_each_exit_code_is_documented_as_it_is() -> None:
    page = (DOCS / "ERRORS.md").read_text(encoding="utf-8")
    table = dict(re.findall(r"^\| (\d+) \| (\w*) ?\|", page, re.MULTILINE))
    classes = [
        each
        for each in vars(errors).values()
        if isinstance(each, type) and issubclass(each, errors.HeadcountError)
    ]
    assert table == {
        "0": "",
        str(INTERRUPTED): "",
        str(PIPE_CLOSED): "",
        **{str(each.exit_code): each.__name__ for each in classes},
    }
