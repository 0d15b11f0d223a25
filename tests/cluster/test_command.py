"""``graphkit build --cluster``: what is killed or stopped in the middle costs nothing."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tools.cluster import Cluster, start_cluster
from tools.corpus import make_stories
from tools.corpus.write import write_lines
from tools.threeways import build, read_quads

pytest.importorskip("distributed")

RELEASES = 136
GRAPHKIT = (sys.executable, "-m", "graphkit")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corpus") / "archive.jsonl"
    write_lines(make_stories(RELEASES, seed=21, language="en"), path)
    return path


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    with start_cluster(tmp_path) as made:
        yield made


def start(archive: Path, out: Path, cluster: Cluster) -> subprocess.Popen[str]:
    """Start the command, which writes a part into ``out`` for each chunk of 32 releases."""
    command = [*GRAPHKIT, "build", str(archive), "--out", str(out), "--no-page"]
    command += ["--cluster", cluster.address]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


def count_parts(out: Path) -> int:
    return len(list((out / "parts").glob("*.jsonl")))


def wait_for_parts(out: Path, count: int, child: subprocess.Popen[str]) -> None:
    end = time.monotonic() + 120
    while count_parts(out) < count:
        assert child.poll() is None, "the build ended before it was disturbed"
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.mark.model
@pytest.mark.slow
def test_a_driver_killed_then_stopped_then_a_worker_killed_and_the_graph_is_whole(
    archive: Path, tmp_path: Path, cluster: Cluster
) -> None:
    out = tmp_path / "out"

    driver = start(archive, out, cluster)
    wait_for_parts(out, 1, driver)
    driver.kill()
    driver.communicate()

    driver = start(archive, out, cluster)
    wait_for_parts(out, count_parts(out) + 1, driver)
    driver.send_signal(signal.SIGINT)
    said = driver.communicate(timeout=60)[1]
    assert said.strip() == "graphkit: stopped; the same command goes on where it was"
    assert driver.returncode == 130

    driver = start(archive, out, cluster)
    wait_for_parts(out, count_parts(out) + 1, driver)
    cluster.workers[0].kill()
    said = driver.communicate(timeout=120)[1]
    assert driver.returncode == 0, said
    assert said.startswith(f"wrote {out}: {RELEASES} releases, ")
    assert f"({RELEASES} new" not in said  # it went on from what the two before had done

    _, here = build(archive, tmp_path / "here", "--jobs", "1")
    assert read_quads(out) == here


@pytest.mark.model
@pytest.mark.slow
def test_a_scheduler_killed_in_the_middle_is_said_in_one_line(
    archive: Path, tmp_path: Path, cluster: Cluster
) -> None:
    out = tmp_path / "out"
    driver = start(archive, out, cluster)
    wait_for_parts(out, 1, driver)
    cluster.scheduler.kill()
    said = driver.communicate(timeout=120)[1]
    assert driver.returncode == 1
    assert said == (
        f"graphkit: {cluster.address}: the scheduler was lost; what is done is kept: "
        "start it again and run the same command\n"
    )
