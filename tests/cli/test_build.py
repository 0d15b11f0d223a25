"""``graphkit build`` and ``forget`` end with one line that says what was made."""

from __future__ import annotations

import re
from pathlib import Path

import factory
import pytest
from click.testing import CliRunner

from graphkit.cli import main

pytestmark = pytest.mark.model


def test_build_reads_standard_input_and_forget_takes_it_out(tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    runner = CliRunner()
    done = runner.invoke(main, ["build", "-", "--out", out], input=factory.TEXTS["kk"])
    assert done.exit_code == 0, done.output
    assert done.stdout == ""
    assert re.search(r"wrote .*out: 1 release, \d+ triples, 0 skipped \(1 new", done.stderr)
    assert (tmp_path / "out" / "graph.html").exists()
    gone = runner.invoke(main, ["forget", out, "-", "--no-page"])
    assert gone.exit_code == 0, gone.output
    assert "forgot 1 release:" in gone.stderr
    assert "0 triples left" in gone.stderr


def test_build_of_bad_sources_builds_the_good_ones_and_fails(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(factory.TEXTS["en"], encoding="utf-8")
    sources = [str(tmp_path / "good.txt"), str(tmp_path / "absent.txt")]
    command = ["build", *sources, "--out", str(tmp_path / "out"), "--no-page", "-q"]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 1
    lines = done.stderr.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith(f"graphkit: {tmp_path}/absent.txt: ")
    assert (tmp_path / "out" / "graph.ttl").exists()


def test_build_of_nothing_fails_and_leaves_no_graph_file(tmp_path: Path) -> None:
    command = ["build", str(tmp_path / "absent"), "--out", str(tmp_path / "out")]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 1
    assert "0 releases" in done.stderr
    assert not (tmp_path / "out" / "graph.ttl").exists()
