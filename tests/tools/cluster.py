"""A real Dask scheduler with worker processes on loopback, by Dask's own commands."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

_WAIT = 60
_DASK = (sys.executable, "-m", "dask")


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where the scheduler listens, and its processes."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: tuple[subprocess.Popen[bytes], ...]


@contextmanager
def start_cluster(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """Start a scheduler and workers of one thread each, and end them at the end.

    :raises TimeoutError: if the scheduler does not come up.
    """
    note = folder / "scheduler.json"
    quiet = {"cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with ExitStack() as ends:

        def start(*command: str) -> subprocess.Popen[bytes]:
            child = subprocess.Popen([*_DASK, *command, "--no-dashboard"], **quiet)  # type: ignore[call-overload]
            ends.callback(child.wait)
            ends.callback(child.kill)
            made: subprocess.Popen[bytes] = child
            return made

        head = start(
            "scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(note)
        )
        address = _read_address(note)
        options = ("--nthreads", "1", "--no-nanny", "--host", "127.0.0.1")
        options += ("--local-directory", str(folder), "--death-timeout", str(_WAIT))
        yield Cluster(
            address, head, tuple(start("worker", address, *options) for _ in range(workers))
        )


def _read_address(note: Path) -> str:
    end = time.monotonic() + _WAIT
    while time.monotonic() < end:
        try:
            return str(json.loads(note.read_text(encoding="utf-8"))["address"])
        except (OSError, ValueError):
            time.sleep(0.1)
    raise TimeoutError(f"{note}: no scheduler has come up in {_WAIT} s")
