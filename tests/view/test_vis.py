"""pyvis, behind one file."""

from __future__ import annotations

import ast
from pathlib import Path

import graphkit.view
from graphkit.view.vis import OPTIONS, read_library

FOLDER = Path(graphkit.view.__file__).parent


def test_vis_is_the_one_file_that_imports_pyvis():
    users = []
    for path in FOLDER.glob("*.py"):
        for item in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in item.names] if isinstance(item, ast.Import) else []
            names += [item.module or ""] if isinstance(item, ast.ImportFrom) else []
            users += [path.name for name in names if name.startswith("pyvis")]
    assert set(users) == {"vis.py"}


def test_read_library_is_what_pyvis_ships_and_asks_for_no_map():
    text = read_library()
    assert "vis-network" in text
    assert "//# sourceMappingURL" not in text
    assert "</script" not in text
    assert "\r" not in text


def test_options_leave_positions_to_python():
    assert OPTIONS["physics"] == {"enabled": False}
    assert OPTIONS["layout"]["improvedLayout"] is False
