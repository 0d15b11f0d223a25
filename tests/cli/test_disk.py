"""A disk that takes no more: one line, and the same command completes when there is room."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import factory
import pytest
from click.testing import CliRunner, Result

from graphkit.cli import main

resource = pytest.importorskip("resource", reason="only POSIX limits the size of files")


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Refuse what would make a file longer, as a disk that is full does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def build(texts: Path, out: Path) -> Result:
    return CliRunner().invoke(main, ["build", str(texts), "--out", str(out), "--jobs", "1"])


@pytest.mark.model
def test_a_full_disk_is_said_in_one_line_and_then_gone_on_with(tmp_path: Path) -> None:
    texts, out, whole = (tmp_path / name for name in ("texts", "out", "whole"))
    texts.mkdir()
    for language, text in factory.TEXTS.items():
        (texts / f"{language}.txt").write_text(text, encoding="utf-8")
    assert build(texts, whole).exit_code == 0
    files = (path for path in whole.rglob("*") if path.is_file() and path.name != "graph.html")
    sizes = sorted({path.stat().st_size for path in files} - {0})
    refused: set[str] = set()
    for size in [0, *sizes[::2], sizes[-1] + 1]:  # the disk is full somewhat later each time
        with room_for(size):
            done = build(texts, out)
        assert done.exit_code == 1
        assert isinstance(done.exception, SystemExit), repr(done.exception)
        (line,) = done.stderr.splitlines()
        assert line.startswith("graphkit: ")
        refused.add(Path(line.split(":")[1].strip()).name)
        assert "cannot be written" in line or "cannot be opened" in line or "refuses" in line
    assert {"out", "store"} <= refused  # the lock in the folder, the store, and more on the way
    done = build(texts, out)
    assert done.exit_code == 0, done.stderr
    assert ": 3 releases, " in done.stderr
    assert (out / "graph.ttl").read_bytes() == (whole / "graph.ttl").read_bytes()


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(factory.TEXTS["en"], encoding="utf-8")
    (tmp_path / "file").touch()
    done = build(tmp_path / "one.txt", tmp_path / "file" / "out")
    expected = f"graphkit: {tmp_path}/file/out: cannot be written: Not a directory\n"
    assert (done.exit_code, done.stderr) == (1, expected)
