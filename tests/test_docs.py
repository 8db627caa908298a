"""The documentation is true: links resolve, commands exist, kinds are defined."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import click
import pytest

from headcount.cli.main import COMMANDS, headcount
from headcount.languages.pack import available
from headcount.model import Group, Kind, Precision, Scope, Unit
from headcount.reconcile.rules import RULES

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").glob("*.md"),
        *(ROOT / "src").rglob("*.md"),
        *(ROOT / folder / "README.md" for folder in ("gold", "examples", "held-out")),
    ]
)
NAMES = [str(page.relative_to(ROOT)) for page in PAGES]

_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^(?:```|~~~).*?^(?:```|~~~)", re.MULTILINE | re.DOTALL)
_IN_LINE = re.compile(r"`(headcount [^`\n]+)`")
_IN_BLOCK = re.compile(r"^(?: {4}|    \$ )(headcount [^\n]+)$", re.MULTILINE)


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def slug(heading: str) -> str:
    """The anchor that code hosts make of a heading."""
    kept = re.sub(r"[^\w\- ]", "", heading.strip().lower())
    return kept.replace(" ", "-")


def anchors(page: Path) -> set[str]:
    body = _FENCE.sub("", text(page))
    return {slug(found) for found in re.findall(r"^#+ (.+)$", body, re.MULTILINE)}


def commands(page: Path) -> list[str]:
    return [*_IN_LINE.findall(text(page)), *_IN_BLOCK.findall(text(page))]


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    for link in _LINK.findall(_FENCE.sub("", text(page))):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_commands_and_their_options_exist(page: Path) -> None:
    for line in commands(page):
        words = shlex.split(re.split(r"\\?\|", line)[0].split(">")[0], comments=True)
        if len(words) < 2 or not re.fullmatch(r"[a-z]+", words[1]):
            continue
        assert words[1] in COMMANDS, line
        command = headcount.get_command(click.Context(headcount), words[1])
        assert command is not None
        if isinstance(command, click.Group) and words[2:3] and words[2] in command.commands:
            command = command.commands[words[2]]
        known = {name for parameter in command.params for name in parameter.opts}
        asked = {
            word.partition("=")[0] for word in words[2:] if word.startswith("-") and word != "-"
        }
        assert asked <= known | {"--help", "-h"}, line


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_is_defined_in_the_method(kind: Kind) -> None:
    assert re.search(rf"^\| `{kind}` \| \S", text(ROOT / "docs" / "METHOD.md"), re.MULTILINE)


@pytest.mark.parametrize("page", ["METHOD.md", "CLAIM.md"])
@pytest.mark.parametrize("value", [*Kind, *Unit, *Precision, *Scope, *Group])
def test_each_value_of_a_claim_is_explained(value: str, page: str) -> None:
    assert f"`{value}`" in text(ROOT / "docs" / page)


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_is_explained(rule: str) -> None:
    assert re.search(rf"^\| `{rule}` \| \S", text(ROOT / "docs" / "METHOD.md"), re.MULTILINE)


def test_each_field_of_a_claim_is_documented() -> None:
    page = text(ROOT / "docs" / "CLAIM.md")
    fields = (
        "document n kind unit low high precision currency nationality group country place from to "
        "start end according_to scope part_of quote sentence rule trace"
    )
    for field in fields.split():
        assert re.search(rf"^\| .*`{field}`.* \|", page, re.MULTILINE), field


def test_each_class_of_a_pack_is_documented() -> None:
    page = text(ROOT / "docs" / "ADD-A-LANGUAGE.md")
    missing = {
        f"{table.name}: {name}"
        for tag in available()
        for table in (ROOT / "src" / "headcount" / "languages" / tag).glob("*.tsv")
        for name in classes(table)
        if f"`{name}`" not in page
    }
    assert missing == set()


def classes(table: Path) -> set[str]:
    """What stands in the column of a pack's table that says what a row is for."""
    column = {"words": "class", "numbers": "class", "times": "class", "predicates": "frame"}
    lines = [line for line in text(table).splitlines() if line.strip() and line[0] != "#"]
    header = lines[0].split("\t")
    wanted = {**column, "nations": "role"}.get(table.stem)
    if wanted is None:
        return set()
    at = header.index(wanted)
    return {cells[at] for line in lines[1:] if len(cells := line.split("\t")) > at and cells[at]}


def test_the_changelog_has_this_version() -> None:
    version = tomllib.loads(text(ROOT / "pyproject.toml"))["project"]["version"]
    assert re.search(rf"^## \[{re.escape(version)}\]", text(ROOT / "CHANGELOG.md"), re.MULTILINE)
    assert f"version: {version}" in text(ROOT / "CITATION.cff")


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_lines_and_words_are_plain(page: Path) -> None:
    body = text(page)
    assert "\t" not in body
    assert not re.search(r"[ ]+$", body, re.MULTILINE)
    assert body.endswith("\n")
    assert not re.search(r"\b(?:TODO|FIXME|XXX|lorem ipsum)\b", body)
