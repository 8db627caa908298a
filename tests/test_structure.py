"""The shape of the code: small modules and functions, words in tables, nothing swallowed."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from headcount.languages.pack import available, load_pack

ROOT = Path(__file__).parents[1]
CODE = ROOT / "src" / "headcount"
MODULES = sorted(CODE.rglob("*.py"))
NAMES = [str(path.relative_to(CODE)) for path in MODULES]

LINES = 400
"""A longer module has more than one subject."""

FUNCTION_LINES = 60
"""A longer function does more than one thing (its docstring counts)."""

DRAWERS = {"utils", "util", "helpers", "helper", "misc", "common"}
"""Names that say nothing: what lies in such a module belongs to some noun."""

ENGINE = ("extract", "events", "reconcile")
"""Rooms that work on every language alike and may name none."""

Definition = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[Definition]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, Definition):
            yield node


def length(node: Definition) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def public(path: Path) -> Iterator[tuple[str, ast.AST]]:
    """Public classes and functions of a module, and public methods of its public classes."""
    for node in parsed(path).body:
        if isinstance(node, Definition | ast.ClassDef) and not node.name.startswith("_"):
            yield node.name, node
            if isinstance(node, ast.ClassDef):
                for member in node.body:
                    if isinstance(member, Definition) and not member.name.startswith("_"):
                        yield f"{node.name}.{member.name}", member


def language_tags() -> set[str]:
    return {folder.name for folder in (CODE / "languages").iterdir() if folder.is_dir()}


class Literal(NamedTuple):
    """A string in the code and its line."""

    value: str
    lineno: int


def code_strings(path: Path) -> Iterator[Literal]:
    """String literals that are no docstrings."""
    told = {
        id(statement.value)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Module | ast.ClassDef | Definition)
        for statement in node.body
        if isinstance(statement, ast.Expr)
    }
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield Literal(node.value, node.lineno)


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_modules_and_functions_are_small(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LINES
    assert {f.name: length(f) for f in functions(path) if length(f) > FUNCTION_LINES} == {}


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_no_module_is_a_drawer(path: Path) -> None:
    assert not DRAWERS & {path.stem, *path.relative_to(CODE).parent.parts}
    assert not path.stem.endswith(tuple(f"_{name}" for name in DRAWERS))


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_what_is_public_says_what_it_is(path: Path) -> None:
    if path.name == "__init__.py":
        assert path.read_bytes() == b""
        return
    assert ast.get_docstring(parsed(path))
    silent = [name for name, node in public(path) if not ast.get_docstring(node)]  # type: ignore[arg-type]
    assert silent == []


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_no_error_is_swallowed_by_class(path: Path) -> None:
    """Everything may be caught only to clean up and raise it again."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ExceptHandler):
            assert "Exception" not in caught(node), f"line {node.lineno}"
            if "BaseException" in caught(node):
                last = node.body[-1]
                assert isinstance(last, ast.Raise), f"line {node.lineno}"
                assert last.exc is None, f"line {node.lineno}"


def caught(node: ast.ExceptHandler) -> set[str]:
    """The names of the classes that a handler catches; a bare one catches all."""
    if node.type is None:
        return {"BaseException"}
    return {n.id for n in ast.walk(node.type) if isinstance(n, ast.Name)}


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_imports_are_absolute_and_unconditional(path: Path) -> None:
    for node in ast.walk(parsed(path)):
        assert not (isinstance(node, ast.ImportFrom) and node.level), f"line {node.lineno}"
        assert not (isinstance(node, ast.Name) and node.id == "TYPE_CHECKING"), "TYPE_CHECKING"


@pytest.mark.parametrize("room", ENGINE)
def test_the_engine_names_no_language(room: str) -> None:
    tags = language_tags()
    assert {"en", "fr"} <= tags
    named = [
        f"{path.name}:{literal.lineno}: {literal.value!r}"
        for path in sorted((CODE / room).rglob("*.py"))
        for literal in code_strings(path)
        if literal.value in tags
    ]
    assert named == []


@pytest.mark.parametrize("room", ENGINE)
def test_the_engine_asks_for_no_language(room: str) -> None:
    """No comparison with a pack's tag or a document's language decides anything."""
    asked = [
        f"{path.name}:{node.lineno}"
        for path in sorted((CODE / room).rglob("*.py"))
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Compare)
        for part in (node.left, *node.comparators)
        if isinstance(part, ast.Attribute) and part.attr in ("lang", "tag")
    ]
    assert asked == []


SPELLED_BYTES = {"documents/charset.py"}
"""Modules whose letters are no words: what UTF-8 looks like when it is read in a wrong set."""

CHARACTER_CLASS = re.compile(r"\[[^\]]*\]")
QUERY = re.compile(r"\b(?:SELECT|INSERT|CREATE)\b")
MARKUP = {"documents/prune.py"}
"""Modules that list the names that sites give to the parts of their pages."""

LISTED = 5
"""So many entries with so many words of reports among them are a table that belongs in a file."""


@cache
def words_of_reports() -> frozenset[str]:
    packs = (load_pack(tag) for tag in available())
    forms = {form for pack in packs if pack for form in pack.lexicon.forms}
    return frozenset(form for form in forms if form.isalpha() and len(form) > 2)


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_no_word_beyond_ascii_is_written_in_code(path: Path) -> None:
    """Words of languages are in tables; ranges of letters in a pattern are no words."""
    if path.relative_to(CODE).as_posix() in SPELLED_BYTES:
        return
    found = [
        f"line {literal.lineno}: {literal.value!r}"
        for literal in code_strings(path)
        if any(c.isalpha() and not c.isascii() for c in CHARACTER_CLASS.sub("", literal.value))
    ]
    assert found == []


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_no_list_of_words_is_written_in_one_string(path: Path) -> None:
    """Neither "police, ministry, …" to be split nor "(?:by|par|…)" to be matched."""
    if path.relative_to(CODE).as_posix() in MARKUP:
        return
    for literal in code_strings(path):
        if QUERY.search(literal.value):
            continue
        entries = {entry.strip() for entry in re.split(r"[,|()\n]", literal.value)}
        assert len(entries & words_of_reports()) < LISTED, f"line {literal.lineno}"


@pytest.mark.parametrize("room", [*ENGINE, "languages", "places"])
def test_the_compiler_takes_every_membership(room: str) -> None:
    """`x in (a, *more)` is good Python, but mypyc gives up the whole build on it."""
    starred = [
        (path.name, node.lineno)
        for path in (CODE / room).rglob("*.py")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Compare) and isinstance(node.ops[-1], ast.In | ast.NotIn)
        for part in getattr(node.comparators[-1], "elts", ())
        if isinstance(part, ast.Starred)
    ]
    assert starred == []


def test_the_package_is_typed() -> None:
    assert (CODE / "py.typed").read_bytes() == b""
