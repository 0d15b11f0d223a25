"""Two processes never write into one folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from graphkit.errors import StoreError
from graphkit.graph import write_lock

HOLD = """
import sys, pathlib
from graphkit.graph.lock import write_lock
with write_lock(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_writer_is_told_who_writes(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    holder.stdout.readline()
    with pytest.raises(StoreError, match=f"process {holder.pid} is writing"), write_lock(tmp_path):
        pass
    holder.kill()
    holder.communicate()
    with write_lock(tmp_path):  # the system has let go of a dead process's lock
        assert (tmp_path / "lock").exists()


def test_a_place_that_cannot_hold_a_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be written"), write_lock(tmp_path / "file"):
        pass
