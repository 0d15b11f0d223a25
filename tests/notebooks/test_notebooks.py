"""The notebooks run, use public names only, and are committed without output."""

from __future__ import annotations

import ast
import importlib
from pathlib import Path
from typing import Any

import pytest

nbformat = pytest.importorskip("nbformat")

FOLDER = Path(__file__).parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def read_notebook(path: Path) -> Any:
    """Return a notebook as nbformat reads it."""
    return nbformat.read(path, as_version=4)


def code_of(path: Path) -> list[str]:
    """Return the code cells of a notebook."""
    return [cell.source for cell in read_notebook(path).cells if cell.cell_type == "code"]


def test_the_notebooks_are_numbered_without_a_gap() -> None:
    assert [int(path.name[:2]) for path in NOTEBOOKS] == list(range(1, len(NOTEBOOKS) + 1))
    assert len(NOTEBOOKS) >= 5


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_a_notebook_is_committed_without_output(path: Path) -> None:
    for cell in read_notebook(path).cells:
        if cell.cell_type == "code":
            assert not cell.outputs, cell.source
            assert cell.execution_count is None, cell.source


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_a_notebook_imports_public_names_only(path: Path) -> None:
    # A cell that begins with %% is in another language.
    python = [code for code in code_of(path) if not code.startswith("%%")]
    tree = ast.parse("\n".join(python))
    for item in ast.walk(tree):
        if isinstance(item, ast.ImportFrom) and (item.module or "").startswith("graphkit"):
            public = importlib.import_module(str(item.module)).__all__
            assert {alias.name for alias in item.names} <= set(public), item.module
        elif isinstance(item, ast.Import):
            named = {alias.name for alias in item.names if alias.name.startswith("graphkit")}
            assert named <= {"graphkit"}


@pytest.mark.model
@pytest.mark.slow
# What the kernel's client warns of (sockets, event loops) is none of ours.
@pytest.mark.filterwarnings("ignore")
def test_the_notebooks_run_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    client = pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    # The second and later ones share a graph in the folder for temporary files.
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    for path in NOTEBOOKS:
        notebook = read_notebook(path)
        resources = {"metadata": {"path": str(FOLDER)}}
        client.NotebookClient(notebook, timeout=300, resources=resources).execute()
        code = [cell for cell in notebook.cells if cell.cell_type == "code"]
        assert sum(bool(cell.outputs) for cell in code) > len(code) // 2, path
