"""Imports go one way: every import of the package is held against this table."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "graphkit"

LEAVES = {"model", "errors", "lock", "tongues", "vocab"}
STAGES = {"sources", "languages", "extract", "resolve", "graph"}
OUTPUTS = {"export", "view", "serve", "evaluate", "report"}
MAY_IMPORT: dict[str, set[str]] = {
    **{leaf: set() for leaf in LEAVES},
    "knowledge": LEAVES,  # the ontologies, read once
    **dict.fromkeys(STAGES, LEAVES | {"knowledge"}),
    **dict.fromkeys(OUTPUTS, LEAVES | {"graph"}),
    "fetch": LEAVES | {"sources"},  # the web into a folder that sources read
    "pipeline": LEAVES | STAGES | {"knowledge"},  # the only place where stages meet
    "pipes": LEAVES | STAGES | {"knowledge"},  # the stages as a component for spaCy
    "api": LEAVES | OUTPUTS | {"graph", "pipeline"},
    "cluster": LEAVES | {"pipeline"},
    "cli": LEAVES | OUTPUTS | {"graph", "knowledge", "pipeline", "cluster", "api", "fetch"},
    "__main__": {"cli"},
    "__init__": {"api", "errors"},
}
# What extraction asks of a language and how it reads a Doc, without knowing which language.
PROTOCOLS = {
    "extract": {
        "graphkit.languages.document",
        "graphkit.languages.grammar",
        "graphkit.languages.narration",
        "graphkit.languages.syntax",
    }
}
MODULES = sorted(PACKAGE.rglob("*.py"), key=str)


def unit_of(path: Path) -> str:
    """Return the row of the table that a file belongs to."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imports_of(path: Path) -> Iterator[str]:
    """Yield the full names of what a file imports of graphkit, in functions too."""
    for item in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(item, ast.Import):
            yield from (alias.name for alias in item.names)
        elif isinstance(item, ast.ImportFrom):
            assert item.level == 0, f"{path}: imports are absolute"
            yield item.module or ""


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_file_imports_only_what_its_row_allows(path: Path) -> None:
    unit = unit_of(path)
    allowed = MAY_IMPORT[unit] | {unit}
    for name in imports_of(path):
        first, _, rest = name.partition(".")
        if first != "graphkit" or name in PROTOCOLS.get(unit, set()):
            continue
        assert rest.partition(".")[0] in allowed, f"{path}: {unit} may not import {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_file_stays_within_four_hundred_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize(
    "path", [m for m in MODULES if m.name == "__init__.py"], ids=lambda p: p.parent.name
)
def test_an_init_file_holds_a_docstring_imports_and_a_sorted_all(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), path
    if path.parent == PACKAGE:
        return  # the one that loads its names when they are first used
    for item in tree.body[1:]:
        if isinstance(item, ast.Assign):
            names = ast.literal_eval(item.value)
            # As ruff sorts them: constants, classes, functions.
            order = sorted(names, key=lambda n: (not n.isupper(), n[0].islower(), n))
            assert names == order, path
        else:
            assert isinstance(item, (ast.Import, ast.ImportFrom)), path


def test_only_the_file_made_for_it_imports_pyvis() -> None:
    users = [p.name for p in MODULES if any(n.split(".")[0] == "pyvis" for n in imports_of(p))]
    assert set(users) <= {"vis.py"}


def test_no_file_is_named_for_nothing() -> None:
    assert not {"utils", "helpers", "common", "core", "misc"} & {p.stem for p in MODULES}
