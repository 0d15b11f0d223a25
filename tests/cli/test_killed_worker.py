"""``graphkit build --jobs 2`` with a worker process killed from outside, as for want of memory."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tools.corpus import make_stories
from tools.corpus.write import write_lines

RELEASES = 200
PROC = Path("/proc")


def find_workers(parent: int) -> list[int]:
    children = (PROC / str(parent) / "task" / str(parent) / "children").read_text().split()
    return [int(one) for one in children if b"spawn_main" in (PROC / one / "cmdline").read_bytes()]


@pytest.mark.model
@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the workers are found in /proc")
def test_a_killed_worker_costs_the_user_nothing(tmp_path: Path) -> None:
    archive, out = tmp_path / "archive.jsonl", tmp_path / "out"
    write_lines(make_stories(RELEASES, seed=5, language="en"), archive)
    command = [sys.executable, "-m", "graphkit", "build", str(archive), "--out", str(out)]
    command += ["--no-page", "--jobs", "2"]
    child = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    end = time.monotonic() + 120
    while not list((out / "parts").glob("*.jsonl")):  # the first of seven chunks
        assert child.poll() is None
        assert time.monotonic() < end
        time.sleep(0.02)
    os.kill(find_workers(child.pid)[0], signal.SIGKILL)
    said = child.communicate(timeout=200)[1]
    assert child.returncode == 0, said
    assert re.fullmatch(
        rf"wrote {out}: {RELEASES} releases, [\d,]+ triples, 0 skipped "
        rf"\({RELEASES} new, 0 as before; [\d.]+ s\)\n",
        said,
    )
