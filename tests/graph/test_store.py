"""The store grows by differences, in one piece, and has one writer."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import factory
import pyoxigraph as ox
import pytest

from graphkit.errors import StoreError
from graphkit.graph import Change, Graph, make_triples
from graphkit.knowledge import Knowledge, load_knowledge
from graphkit.model import Resolution


def quads_of(resolution: Resolution) -> set[ox.Quad]:
    return set(make_triples(resolution, load_knowledge()))


def test_replace_adds_and_removes_only_the_difference(story: Resolution, tmp_path: Path) -> None:
    quads = quads_of(story)
    gone = set(sorted(quads, key=str)[:10])
    with Graph.open(tmp_path, write=True) as graph:
        assert graph.replace(quads) == Change(len(quads), 0)
        assert graph.replace(quads) == Change(0, 0)
        assert graph.replace(quads - gone) == Change(0, 10)
        assert graph.replace(quads) == Change(10, 0)
        assert set(graph.quads()) == quads


def test_increments_give_the_graph_of_one_build(tmp_path: Path) -> None:
    knowledge = Knowledge(())
    steps = [set(make_triples(factory.make_synthetic(n), knowledge)) for n in (40, 90, 60)]
    with Graph.open(tmp_path / "a", write=True) as grown:
        for step in steps:
            grown.replace(step)
        assert set(grown.quads()) == steps[-1]


def test_a_reader_sees_the_state_it_opened_while_a_writer_goes_on(
    story: Resolution, tmp_path: Path
) -> None:
    with Graph.open(tmp_path, write=True) as writer:
        writer.replace(quads_of(story))
        with Graph.open(tmp_path) as reader:
            before = len(reader)
            writer.replace(())
            assert len(reader) == before
            assert len(writer) == 0


def test_a_second_writer_gets_a_clear_error(tmp_path: Path) -> None:
    with (
        Graph.open(tmp_path, write=True),
        pytest.raises(StoreError, match="another process is writing"),
    ):
        Graph.open(tmp_path, write=True)


def test_a_store_that_a_kill_left_half_made_is_made_anew(tmp_path: Path) -> None:
    # It is made beside its place, since Oxigraph makes its tables one by one.
    (tmp_path / "store.new").mkdir()
    (tmp_path / "store.new" / "CURRENT").write_text("MANIFEST-000001\n")
    with pytest.raises(StoreError, match="holds no graph"):
        Graph.open(tmp_path)
    Graph.open(tmp_path, write=True).close()
    assert [one.name for one in tmp_path.iterdir()] == ["store"]
    with Graph.open(tmp_path) as graph:
        assert len(graph) == 0


def test_a_damaged_store_is_named_with_what_to_do(tmp_path: Path) -> None:
    Graph.open(tmp_path, write=True).close()
    (tmp_path / "store" / "CURRENT").write_text("nothing\n")
    with pytest.raises(StoreError, match=r"cannot be opened.*delete this folder"):
        Graph.open(tmp_path)


def test_a_folder_without_a_graph_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="make one with 'graphkit build"):
        Graph.open(tmp_path)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.ttl", "<a> <b> .", r"a\.ttl:1: "),
        ("a.xlsx", "x", r"no reader for '\.xlsx'; readers are: \.ttl"),
    ],
)
def test_a_wrong_file_is_named_with_its_line(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(StoreError, match=message):
        Graph.open(tmp_path / name)


def test_the_dataset_is_an_rdflib_graph_of_the_same_triples(graph: Graph) -> None:
    assert len(graph.dataset) == len(graph)
    assert graph.dataset.namespace_manager.compute_qname("https://w3id.org/graphkit/ns#Post")


WRITER = """
import sys
sys.path.insert(0, sys.argv[2])
import factory
from graphkit.graph import Graph, make_triples
from graphkit.knowledge import Knowledge
with Graph.open(sys.argv[1], write=True) as graph:
    for size in (60, 20, 80) * 1000:
        print("writing", flush=True)
        graph.replace(make_triples(factory.make_synthetic(size), Knowledge(())))
"""


@pytest.mark.slow
def test_a_writer_killed_at_any_moment_leaves_a_whole_graph(tmp_path: Path) -> None:
    knowledge, chance = Knowledge(()), random.Random(1)
    allowed = [set(make_triples(factory.make_synthetic(n), knowledge)) for n in (60, 20, 80)]
    for _ in range(8):
        command = [sys.executable, "-c", WRITER, str(tmp_path), str(Path(factory.__file__).parent)]
        child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(chance.random() * 0.3)
        child.kill()
        child.communicate()
        with Graph.open(tmp_path, write=True) as graph:
            assert set(graph.quads()) in [set(), *allowed]
