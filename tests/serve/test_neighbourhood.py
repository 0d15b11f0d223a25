"""What is cut out around a thing is near it, and has its sentences."""

from __future__ import annotations

import factory
import pyoxigraph as ox

from graphkit.graph import Graph, make_triples
from graphkit.knowledge import load_knowledge
from graphkit.serve.neighbourhood import MOST_NODES, cut_neighbourhood
from graphkit.vocab import GK

ID = "https://w3id.org/graphkit/id/"


def subjects(store: ox.Store) -> set[str]:
    return {str(quad.subject).strip("<>").removeprefix(ID) for quad in store}


def test_one_step_holds_neighbours_and_two_steps_theirs(graph: Graph) -> None:
    focus = ox.NamedNode(ID + "body/gb/appg-central-asia")
    one = subjects(cut_neighbourhood(graph.store, focus, 1))
    two = subjects(cut_neighbourhood(graph.store, focus, 2))
    assert {"body/gb/parliament", "region/central-asia"} <= one < two
    assert "country/GB" in two - one


def test_it_is_a_part_of_the_store_with_its_evidence(graph: Graph) -> None:
    part = cut_neighbourhood(graph.store, ox.NamedNode(ID + "person/ermek-kosherbaev"), 1)
    assert set(part) <= set(graph.store)
    assertions = Graph(part).query(f"SELECT ?a {{ ?a a <{GK.Assertion}> }}")
    texts = Graph(part).query("SELECT ?t { ?a prov:wasDerivedFrom/nif:anchorOf ?t }")
    assert len(assertions) >= 2
    assert any("Көшербаев" in str(row[0]) for row in texts)


def test_a_big_graph_gives_a_small_picture() -> None:
    graph = Graph()
    graph.replace(make_triples(factory.make_synthetic(4000), load_knowledge()))
    part = Graph(cut_neighbourhood(graph.store, ox.NamedNode(ID + "country/AA"), 3))
    drawn = part.query("SELECT DISTINCT ?s { ?s a ?c ; skos:prefLabel ?n }")
    assert 50 < len(drawn) <= MOST_NODES + 50
    assert len(part) < len(graph) / 4
