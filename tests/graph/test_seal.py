"""The Turtle file beside a store stands for the store, but only while both hold the same."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest

from graphkit.api import KnowledgeGraph, build_folder, write_outputs
from graphkit.graph import Graph, check
from graphkit.graph.seal import REPORT, TURTLE, find_turtle
from graphkit.pipeline import BuildReport

LABEL = ox.NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")


def keep(quads: Iterable[ox.Quad], out: Path) -> None:
    with Graph.open(out, write=True) as graph:
        graph.replace(quads)


@pytest.fixture
def out(graph: Graph, tmp_path: Path) -> Path:
    """A folder as ``build`` leaves it, with a graph in which nothing has a name."""
    keep((quad for quad in graph.quads() if quad.predicate != LABEL), tmp_path)
    with KnowledgeGraph.open(tmp_path) as kept:
        write_outputs(kept, tmp_path, BuildReport(releases=1), page=False)
    return tmp_path


def test_the_file_that_was_written_from_a_store_stands_for_it(out: Path) -> None:
    with Graph.open(out) as graph:
        assert find_turtle(graph) == out / TURTLE


def test_a_check_finds_the_same_by_the_file_as_by_the_store(out: Path) -> None:
    with Graph.open(out) as graph:
        by_file = check(graph, engine="shacl")
        (out / TURTLE).unlink()
        by_store = check(graph, engine="shacl")
    assert by_file.conforms is by_store.conforms is False
    assert by_file.findings == by_store.findings != ()


def test_a_file_that_somebody_has_changed_does_not(graph: Graph, out: Path) -> None:
    (out / TURTLE).write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    with Graph.open(out) as kept:
        assert find_turtle(kept) is None
        assert not check(kept, engine="shacl").conforms


def test_a_file_that_is_older_than_the_store_does_not(graph: Graph, out: Path) -> None:
    """A build that is killed after the store has changed leaves the file of the one before."""
    keep(graph.quads(), out)
    with Graph.open(out) as kept:
        assert find_turtle(kept) is None
        assert check(kept, engine="shacl").conforms


@pytest.mark.parametrize("report", [None, "{", "[]", "{}"])
def test_without_a_report_the_store_is_read(out: Path, report: str | None) -> None:
    (out / REPORT).unlink()
    if report is not None:
        (out / REPORT).write_text(report, encoding="utf-8")
    with Graph.open(out) as graph:
        assert find_turtle(graph) is None


def test_a_build_seals_its_file_and_goes_on_doing_so(tmp_path: Path) -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    for _ in range(2):
        build_folder([seeds], tmp_path, page=False)
        with Graph.open(tmp_path) as graph:
            assert find_turtle(graph) == tmp_path / TURTLE
