"""A build tells how far it is: on a terminal, and in a log."""

from __future__ import annotations

import os
import pty
import re
import select
import sys
import time
from pathlib import Path

import factory
import pytest
from click.testing import CliRunner

from graphkit.cli import main
from graphkit.cli.progress import BuildProgress
from graphkit.sources import count_releases


class Terminal:
    """Takes what is written to stderr, and says that it is a terminal."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None:
        pass

    def isatty(self) -> bool:
        return True


def test_releases_are_counted_before_they_are_read(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Text", encoding="utf-8")
    (tmp_path / "two.jsonl").write_text('{"text": "a"}\n{"text": "b"}\n', encoding="utf-8")
    assert count_releases([tmp_path]) == count_releases(sorted(tmp_path.iterdir())) == 3
    (tmp_path / "unknown.zip").touch()
    assert count_releases([tmp_path]) is None


def test_the_line_has_releases_rate_time_left_and_what_is_skipped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal, clock = Terminal(), iter([0.0, 0.0, 10.0, 20.0])
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    progress = BuildProgress(False, None, lambda: 1000)
    progress("extract", 100)
    progress.skip("a.txt: empty")
    progress("extract", 200)
    lines = terminal.text.split("\r\033[K")
    assert lines[1] == "extract: 0 of 1,000 releases"
    assert lines[2] == "extract: 100 of 1,000 releases, 10.0/s, 2 min left"
    assert lines[3] == "extract: 200 of 1,000 releases, 10.0/s, 80 s left, 1 skipped"


def test_nobody_watches_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    progress = BuildProgress(False, None, lambda: pytest.fail("counts for nobody"))
    progress("extract", 1)
    assert capsys.readouterr().err == ""


@pytest.mark.model
def test_the_log_has_what_was_read_and_skipped_with_the_time(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(factory.TEXTS["en"], encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"")
    log = tmp_path / "logs" / "build.log"
    sources = [str(tmp_path / name) for name in ("good.txt", "bad.txt")]
    command = ["build", *sources, "--out", str(tmp_path / "out"), "--no-page", "--jobs", "1"]
    assert CliRunner().invoke(main, [*command, "-q", "--log", str(log)]).exit_code == 1
    lines = log.read_text(encoding="utf-8").splitlines()
    assert all(re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d ", line) for line in lines)
    said = [line.partition(" ")[2] for line in lines]
    assert said[0] == "begins: 2 releases to read"
    assert said[1].startswith(f"skipped: {tmp_path}/bad.txt: ")
    assert said[-1].startswith("wrote ")


@pytest.mark.model
@pytest.mark.slow
def test_ctrl_c_ends_with_one_line_and_the_next_run_goes_on(tmp_path: Path) -> None:
    for number in range(64):
        text = f"{factory.TEXTS['en']}\nNote {number}."
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "graphkit", "build", str(tmp_path), "--no-page"]
    command += ["--jobs", "2", "--out", str(tmp_path / "out")]
    child, terminal = pty.fork()
    if child == 0:
        os.execv(sys.executable, command)
    said = _read(terminal, interrupt_at=b"extract: 32 of")
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 130
    last = said.decode().replace("\r\033[K", "\n").strip().splitlines()[-1]
    assert last == "graphkit: stopped; the same command goes on where it was"
    assert "Traceback" not in said.decode()
    again = CliRunner().invoke(main, command[3:])
    counts = re.search(r"64 releases, .* \((\d+) new, (\d+) as before;", again.stderr)
    assert counts is not None, again.stderr
    assert int(counts[2]) >= 32
    assert int(counts[1]) + int(counts[2]) == 64


def _read(terminal: int, interrupt_at: bytes) -> bytes:
    said, sent = b"", False
    while select.select([terminal], [], [], 240)[0]:
        try:
            more = os.read(terminal, 4096)
        except OSError:  # Linux says so at the end
            break
        if not more:
            break
        said += more
        if interrupt_at in said and not sent:
            sent = True
            os.write(terminal, b"\x03")
    return said
