"""The devset gives one graph, byte for byte, with one process, with two, and after a kill."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from graphkit.api import build_folder
from graphkit.pipeline.chunks import count_cores

DEVSET = Path(__file__).parent.parent / "data" / "devset" / "texts"


def left(out: Path) -> dict[str, bytes]:
    """Return the bytes of the graph and of all parts."""
    files = [out / "graph.ttl", *(out / "parts").iterdir()]
    return {file.name: file.read_bytes() for file in files}


@pytest.mark.model
@pytest.mark.slow
def test_one_process_and_two_one_of_them_killed_give_the_same_bytes(tmp_path: Path) -> None:
    killed: list[int | None] = []

    def kill(stage: str, done: int) -> None:
        workers = multiprocessing.active_children()
        if stage == "extract" and workers and not killed:
            killed.append(workers[0].pid)
            workers[0].kill()

    one, two = tmp_path / "one", tmp_path / "two"
    build_folder([DEVSET], one, page=False, jobs=1, chunk=6)
    report = build_folder([DEVSET], two, page=False, jobs=2, chunk=6, on_progress=kill)
    assert killed
    assert report.skipped == []
    assert left(one) == left(two)


def test_the_cores_that_may_be_used_are_counted() -> None:
    assert 1 <= count_cores() <= multiprocessing.cpu_count()
