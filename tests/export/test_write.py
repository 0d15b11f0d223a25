"""Each format is read back by its own reader; files are whole or absent."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib

from graphkit.errors import StoreError
from graphkit.export import WRITERS, write
from graphkit.export.write import open_atomic
from graphkit.graph import Graph
from graphkit.knowledge import ONTOLOGIES

CONTEXT = ONTOLOGIES / "context.jsonld"
ID = "https://w3id.org/graphkit/id/"


# rdflib's own JSON-LD parser uses what rdflib has deprecated.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
@pytest.mark.parametrize("format", ["turtle", "ntriples", "jsonld", "rdfxml"])
def test_rdflib_reads_back_the_same_triples(graph: Graph, tmp_path: Path, format: str) -> None:
    file = write(graph, tmp_path / f"graph{WRITERS[format].suffix}")
    assert set(rdflib.Graph().parse(file)) == set(graph.dataset)


@pytest.mark.parametrize("format", ["nquads", "trig"])
def test_quads_hold_the_statements_of_each_release_in_its_graph(
    graph: Graph, tmp_path: Path, format: str
) -> None:
    read = Graph.open(write(graph, tmp_path / f"graph{WRITERS[format].suffix}"))
    assert len(read) > len(graph)
    rows = read.query(
        "SELECT ?l (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } ?g schema:inLanguage ?l } "
        "GROUP BY ?l ORDER BY ?l"
    ).to_dicts()
    assert [(row["l"], row["n"]) for row in rows] == [("en", "8"), ("kk", "7"), ("ru", "8")]


def test_json_ld_has_short_keys_under_its_context(graph: Graph, tmp_path: Path) -> None:
    data = json.loads(write(graph, tmp_path / "graph.jsonld").read_text(encoding="utf-8"))
    assert data["@context"]["gk"] == "https://w3id.org/graphkit/ns#"
    minister = next(x for x in data["@graph"] if x["@id"] == f"{ID}person/ermek-kosherbaev")
    assert "gk:Official" in minister["@type"]
    assert {"@value": "Ермек Көшербаев", "@language": "kk"} in minister["skos:prefLabel"]


def test_json_ld_can_be_read_under_the_context_file(graph: Graph, tmp_path: Path) -> None:
    """So that other people's JSON can use the same short keys."""
    data = json.loads(write(graph, tmp_path / "graph.jsonld").read_text(encoding="utf-8"))
    context = json.loads(CONTEXT.read_text(encoding="utf-8"))["@context"]
    data["@context"] = [context, {"@base": graph.base_iri}]
    text = json.dumps(data, ensure_ascii=False)
    read = {quad.triple for quad in ox.parse(text, format=ox.RdfFormat.JSON_LD)}
    assert read == {quad.triple for quad in graph.quads()}


@pytest.mark.parametrize(
    ("format", "read"),
    [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)],
    ids=["graphml", "gexf"],
)
def test_networkx_reads_back_nodes_and_edges(
    graph: Graph, tmp_path: Path, format: str, read: object
) -> None:
    network = read(write(graph, tmp_path / f"graph.{format}"))  # type: ignore[operator]
    ours = graph.to_networkx()
    assert set(network.nodes) == set(ours.nodes)
    assert network.number_of_edges() == ours.number_of_edges()
    assert network.nodes[f"{ID}city/london"]["label"] == "London"


def test_tables_of_nodes_and_edges_refer_to_each_other(graph: Graph, tmp_path: Path) -> None:
    tables = {}
    for format in ("nodes", "edges"):
        file = write(graph, tmp_path / f"graph.{format}.csv")
        with file.open(encoding="utf-8", newline="") as text:
            tables[format] = list(csv.DictReader(text))
    ids = {row["id"] for row in tables["nodes"]}
    assert {row["label_kk"] for row in tables["nodes"]} >= {"Лондон", "Қазақстан"}
    assert all(row["source"] in ids and row["target"] in ids for row in tables["edges"])
    assert len(tables["edges"]) == graph.to_networkx().number_of_edges()


def test_a_dash_writes_to_stdout(graph: Graph, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write(graph, "-", "ntriples")
    assert len(capfdbinary.readouterr().out.splitlines()) == len(graph)


@pytest.mark.parametrize(("name", "format"), [("graph.xlsx", None), ("graph.ttl", "excel")])
def test_an_unknown_format_is_told_with_those_that_exist(
    graph: Graph, tmp_path: Path, name: str, format: str | None
) -> None:
    with pytest.raises(StoreError, match=r"no writer for .*; formats are: turtle, ntriples"):
        write(graph, tmp_path / name, format)


def test_a_file_that_fails_half_way_leaves_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "graph.ttl"
    file.write_text("old")
    with pytest.raises(TypeError), open_atomic(file) as out:
        out.writelines([b"half", 1])  # type: ignore[list-item]
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_place_that_cannot_be_written_is_an_error(graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be written"):
        write(graph, tmp_path / "file" / "graph.ttl")
