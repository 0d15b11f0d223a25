"""Turtle is sorted, the same in every process, and read alike by every reader."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import factory
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from graphkit.export import write
from graphkit.graph import Graph, make_triples
from graphkit.knowledge import Knowledge

ODD = [
    'a "quoted" text\nof two lines\t\\ and a backslash',
    "ending in a quote'\"",
    "қазақша — «тырнақша»",
    "\u0301 combining, \U0001f1f0\U0001f1ff",
]


def odd_graph() -> Graph:
    """Return a graph of terms that are hard to write."""
    p = ox.NamedNode("https://w3id.org/graphkit/ns#type")
    base = "https://w3id.org/graphkit/id/"
    iris = [f"{base}a//b", f"{base}", f"{base}x/.", f"{base}x/..", "urn:x:y", f"{base}x/a%20b.c"]
    iris += [f"{base}release/0f#char=1,2", "https://schema.org/a.b", "https://schema.org/"]
    graph = Graph()
    quads = [ox.Quad(ox.NamedNode(iri), p, ox.NamedNode(iri)) for iri in iris]
    subject = ox.NamedNode(f"{base}odd")
    quads += [ox.Quad(subject, p, ox.Literal(text, language="kk")) for text in ODD]
    quads += [ox.Quad(subject, p, ox.Literal(text)) for text in ODD]
    for value, kind in (
        ("-5", "integer"),
        ("0.5", "decimal"),
        ("1", "decimal"),
        ("--05", "gMonth"),
    ):
        datatype = ox.NamedNode(f"http://www.w3.org/2001/XMLSchema#{kind}")
        quads.append(ox.Quad(subject, p, ox.Literal(value, datatype=datatype)))
    graph.replace(quads)
    return graph


@pytest.fixture(params=["story", "odd"])
def any_graph(request: pytest.FixtureRequest, graph: Graph) -> Graph:
    return graph if request.param == "story" else odd_graph()


def test_rdflib_reads_the_same_graph(any_graph: Graph, tmp_path: Path) -> None:
    file = write(any_graph, tmp_path / "graph.ttl")
    assert isomorphic(rdflib.Graph().parse(file), any_graph.dataset)


def test_oxigraph_reads_the_same_graph(any_graph: Graph, tmp_path: Path) -> None:
    file = write(any_graph, tmp_path / "graph.ttl")
    assert set(Graph.open(file).quads()) == set(any_graph.quads())


@pytest.mark.skipif(shutil.which("rapper") is None, reason="rapper is not installed")
def test_rapper_counts_the_same_triples(any_graph: Graph, tmp_path: Path) -> None:
    file = write(any_graph, tmp_path / "graph.ttl")
    command = ["rapper", "-c", "-i", "turtle", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert f"Parsing returned {len(any_graph)} triples" in done.stderr


WRITE = """
import sys
sys.path.insert(0, sys.argv[2])
import factory
from graphkit.export import write
from graphkit.graph import Graph, make_triples
from graphkit.knowledge import load_knowledge
graph = Graph()
graph.replace(make_triples(factory.make_story(), load_knowledge()))
for ending in ("ttl", "nt", "nq", "trig", "jsonld", "rdf", "graphml", "gexf"):
    write(graph, f"{sys.argv[1]}/graph.{ending}")
"""


def test_every_format_has_the_same_bytes_in_another_process(graph: Graph, tmp_path: Path) -> None:
    folder = str(Path(factory.__file__).parent)
    command = [sys.executable, "-c", WRITE, str(tmp_path), folder]
    subprocess.run(command, check=True)
    for file in sorted(tmp_path.iterdir()):
        here = write(graph, tmp_path / f"here-{file.name}")
        assert here.read_bytes() == file.read_bytes(), file.name


def test_turtle_is_grouped_by_subject_and_has_prefixes(graph: Graph, tmp_path: Path) -> None:
    lines = write(graph, tmp_path / "graph.ttl").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "@base <https://w3id.org/graphkit/id/> ."
    assert any(line.startswith("<country/KZ> a schema:Country") for line in lines)
    subjects = [line.split(" ", 1)[0] for line in lines if line.startswith("<")]
    assert len(subjects) == len(set(subjects))


def test_turtle_of_many_triples_is_complete(tmp_path: Path) -> None:
    graph = Graph()
    graph.replace(make_triples(factory.make_synthetic(2000), Knowledge(())))
    file = write(graph, tmp_path / "graph.ttl")
    assert len(Graph.open(file)) == len(graph) > 50_000
