"""Docstring examples run; every command has an example and stands in the README."""

from __future__ import annotations

import doctest
import importlib
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from graphkit.cli import main
from graphkit.cli.options import ANSWER_FORMATS, EXPORT_FORMATS
from graphkit.export import ANSWER_FORMATS as ANSWERS
from graphkit.export import WRITERS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
# The first only runs; training needs torch, which nothing else does.
NOT_IMPORTED = ("graphkit.__main__", "graphkit.languages.kazakh.training")
MODULES = sorted(
    name
    for path in (ROOT / "graphkit").rglob("*.py")
    if (name := ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
    and not name.startswith(NOT_IMPORTED)
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_are_true(name: str) -> None:
    module = importlib.import_module(name)
    assert module.__doc__, f"{name} has no docstring"
    assert doctest.testmod(module).failed == 0


def leaf_commands(group: click.Group, path: str = "") -> list[tuple[str, click.Command]]:
    """Return all commands with their full names."""
    found = []
    for name, command in sorted(group.commands.items()):
        full = f"{path} {name}".strip()
        below = isinstance(command, click.Group)
        found += leaf_commands(command, full) if below else [(full, command)]
    return found


@pytest.mark.parametrize(("name", "command"), leaf_commands(main), ids=lambda x: str(x))
def test_a_command_has_an_example_and_stands_in_the_readme(
    name: str, command: click.Command
) -> None:
    assert command.help is not None
    assert "Example:" in command.help
    assert f"graphkit {name}" in command.help
    assert f"graphkit {name}" in README


def test_the_lists_of_formats_are_those_of_the_writers() -> None:
    assert tuple(WRITERS) == EXPORT_FORMATS
    assert tuple(ANSWERS) == ANSWER_FORMATS


def test_the_readme_shows_the_start_in_forty_lines() -> None:
    start = "\n".join(README.splitlines()[:40])
    assert "graphkit build seeds --out out" in start
    assert "→" in start


def test_the_readme_names_no_package_of_another_owner() -> None:
    assert not re.search(r"pip install (-q )?graphkit\b", README)


@pytest.mark.parametrize("heavy", ["spacy", "pyvis", "rdflib", "networkx", "pyshacl"])
def test_help_waits_for_no_heavy_library(heavy: str) -> None:
    code = (
        "import sys\nfrom graphkit.cli import main\n"
        "main(['--help'], standalone_mode=False)\n"
        f"sys.exit('{heavy}' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0


def test_import_graphkit_loads_neither_spacy_nor_pyvis() -> None:
    code = "import sys, graphkit; sys.exit(bool({'spacy', 'pyvis'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.model
def test_the_readme_shows_who_the_first_line_finds(tmp_path: Path) -> None:
    import graphkit

    graph = graphkit.build(ROOT / "seeds")
    rows = graph.ask_named("posts", language="kk").to_dicts()
    assert len(rows) == 2
    start = README.splitlines()[:40]
    for row in rows:
        shown = next(line for line in start if line.startswith(f"{row['name']}  "))
        assert f"  {row['role']}  " in shown
        assert f"  {row['since']}  " in shown
