"""A build on workers, one of them killed, gives the graph of a build here."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tools.corpus import make_corpus, write_corpus

from graphkit.api import build_folder
from graphkit.cluster import open_folder, run_on_cluster
from graphkit.cluster.dask import Sent, work
from graphkit.errors import GraphkitError
from graphkit.graph import Graph
from graphkit.pipeline import Done, Job, fingerprint

distributed = pytest.importorskip("distributed")
# Dask's own: a worker that is killed leaves connections and processes behind.
pytestmark = pytest.mark.filterwarnings("ignore")

LONDINIUM = (
    b"@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    b'<https://w3id.org/graphkit/id/city/london> skos:altLabel "Londinium"@en .\n'
)


@pytest.fixture
def cluster() -> Iterator[Any]:
    """A real scheduler and two worker processes on loopback."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1",
        dashboard_address=None, silence_logs=50,
    ) as made:  # fmt: skip
        yield made


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    write_corpus(make_corpus(8, seed=11), folder)
    return folder / "texts"


def quads(folder: Path) -> list[str]:
    return sorted(map(str, Graph.open(folder).quads()))


def part_bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "parts").iterdir()}


@pytest.mark.model
@pytest.mark.slow
def test_a_worker_killed_in_the_middle_costs_nothing(
    cluster: Any, texts: Path, tmp_path: Path
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    own = tmp_path / "own.ttl"
    own.write_bytes(LONDINIUM)
    build_folder([texts], here, page=False, jobs=1, chunk=1, ontologies=[own])
    victim = next(iter(cluster.workers.values())).pid
    killed: list[int] = []

    def kill(stage: str, done: int) -> None:
        if stage == "extract" and not killed:
            killed.append(victim)
            os.kill(victim, signal.SIGKILL)

    with run_on_cluster(cluster.scheduler_address, there) as run:
        report = build_folder(
            [texts], there, page=False, run=run, chunk=1, ontologies=[own], on_progress=kill
        )
    assert killed
    assert (report.new, report.skipped) == (8, [])
    assert quads(there) == quads(here)
    assert part_bytes(there) == part_bytes(here)
    assert (there / "graph.ttl").read_bytes() == (here / "graph.ttl").read_bytes()

    url = f"file://{tmp_path / 'remote'}"
    with (
        open_folder(url) as folder,
        run_on_cluster(cluster.scheduler_address, folder, url=url) as run,
    ):
        build_folder([texts], folder, page=False, run=run, chunk=1, ontologies=[own])
    assert quads(tmp_path / "remote") == quads(here)
    assert part_bytes(tmp_path / "remote") == part_bytes(here)
    # What is at the URL is where the next build goes on.
    with (
        open_folder(url) as folder,
        run_on_cluster(cluster.scheduler_address, folder, url=url) as run,
    ):
        again = build_folder([texts], folder, page=False, run=run)
    assert (again.new, again.kept) == (0, 8)


def test_a_worker_with_other_code_refuses(tmp_path: Path) -> None:
    with pytest.raises(GraphkitError, match="another version of graphkit"):
        work(Job((), tmp_path, "other"), None)


def test_a_worker_needs_not_see_the_ontologies_of_the_driver(tmp_path: Path) -> None:
    own = tmp_path / "own.ttl"
    own.write_bytes(LONDINIUM)
    job = Job((), tmp_path, fingerprint([own]), (own,))
    own.unlink()  # as on another machine
    assert work(job, None, (Sent("own.ttl", LONDINIUM),)) == (Done((), ()), None)
    with pytest.raises(GraphkitError, match="another version of graphkit"):
        work(job, None, (Sent("own.ttl", LONDINIUM + b"# changed"),))


def test_no_scheduler_is_said_with_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphkit.cluster.dask._WAIT", 1)
    with (
        pytest.raises(GraphkitError, match=r"tcp://127\.0\.0\.1:9: no Dask scheduler answers"),
        run_on_cluster("tcp://127.0.0.1:9", Path()),
    ):
        pass
