"""The engine holds no word of any language and asks for none: words are in the packs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from headcount.languages.pack import available, load_pack

ROOM = Path(__file__).parents[2] / "src" / "headcount" / "extract"
MODULES = sorted(ROOM.rglob("*.py"))
NAMES = [str(path.relative_to(ROOM)) for path in MODULES]


@cache
def texts(path: Path) -> tuple[tuple[int, str], ...]:
    """String literals with their lines, docstrings and bare strings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bare = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return tuple(
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare
    )


def compared(path: Path) -> Iterator[tuple[int, str]]:
    """Literals that the words of a text are compared with: beside `norm`, `tail`, or a slice."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Compare):
            continue
        sides = (node.left, *node.comparators)
        if any(_is_text(side) for side in sides):
            for side in sides:
                for part in ast.walk(side):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield node.lineno, part.value


def _is_text(node: ast.expr) -> bool:
    """Whether an expression is words of the document: a look-up form or the text itself."""
    inner = node.value if isinstance(node, ast.Subscript) else node
    if isinstance(inner, ast.Attribute):
        return inner.attr in ("norm", "tail", "exact", "text")
    return isinstance(inner, ast.Name) and inner.id in ("text", "words", "word", "plain")


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_no_language_is_named(path: Path) -> None:
    tags = {*available(), *(pack.name for tag in available() if (pack := load_pack(tag)))}
    assert [(line, text) for line, text in texts(path) if text in tags] == []


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_text_is_compared_with_marks_only(path: Path) -> None:
    assert [found for found in compared(path) if any(c.isalpha() for c in found[1])] == []


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_no_letter_beyond_ascii_is_written(path: Path) -> None:
    strange = [
        (line, text)
        for line, text in texts(path)
        if any(c.isalpha() and not c.isascii() for c in text)
    ]
    assert strange == []


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_no_pattern_spells_words(path: Path) -> None:
    """Regular expressions match shapes, not words."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        value = node.func.value
        if isinstance(value, ast.Name) and value.id == "re":
            literals = [a.value for a in node.args[:1] if isinstance(a, ast.Constant)]
            spelled = [t for t in literals if re.search(r"(?<!\\)[a-z]{3,}", str(t))]
            assert spelled == [], node.lineno
