"""``graphkit serve`` as a person runs it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from graphkit.cli import main


def test_a_folder_without_a_graph_is_said(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["serve", str(tmp_path)])
    assert result.exit_code == 1
    assert "holds no graph; make one with" in result.stderr


def test_a_file_is_not_served(tmp_path: Path) -> None:
    file = tmp_path / "graph.ttl"
    file.write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    result = CliRunner().invoke(main, ["serve", str(file)])
    assert result.exit_code == 1
    assert "serve needs the folder of a build" in result.stderr


@pytest.mark.parametrize(
    ("command", "missing"),
    [(["serve", "out"], "starlette"), (["reconcile", "out", "--service", "http://x/"], "httpx")],
    ids=["serve", "reconcile"],
)
def test_a_missing_package_is_said_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch, command: list[str], missing: str
) -> None:
    for name in [one for one in sys.modules if one.startswith("graphkit.serve")]:
        monkeypatch.delitem(sys.modules, name)
    for name in [one for one in sys.modules if one.partition(".")[0] == missing]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 1
    assert missing in result.stderr
    assert "pip install 'graphkit-press[serve]'" in result.stderr
