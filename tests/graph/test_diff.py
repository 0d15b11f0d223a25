"""A difference names what has come and gone, and its patch makes one graph of the other."""

from __future__ import annotations

import json
from dataclasses import replace

import pyoxigraph as ox

from graphkit.graph import Graph, make_triples
from graphkit.graph.diff import compare_graphs
from graphkit.knowledge import load_knowledge
from graphkit.model import Relation, Resolution


def without_holds(story: Resolution) -> Graph:
    facts = tuple(fact for fact in story.facts if fact.relation is not Relation.HOLDS)
    graph = Graph()
    graph.replace(make_triples(replace(story, facts=facts), load_knowledge()))
    return graph


def test_a_graph_does_not_differ_from_itself(graph: Graph) -> None:
    assert compare_graphs(graph, graph).to_text() == "0 added, 0 removed"


def test_text_tells_by_thing_what_has_come(graph: Graph, story: Resolution) -> None:
    text = compare_graphs(without_holds(story), graph).to_text()
    assert "person/ermek-kosherbaev (Yermek Kosherbayev)" in text
    assert "  + org:holds post/kz/minister-of-foreign-affairs" in text
    assert "prov:wasDerivedFrom" not in text


def test_json_is_a_list_of_triples(graph: Graph, story: Resolution) -> None:
    rows = json.loads(compare_graphs(graph, without_holds(story)).to_json())
    assert {"-"} == {row["sign"] for row in rows if row["predicate"] == "org:holds"}


def test_the_patch_makes_the_new_graph_of_the_old_one(graph: Graph, story: Resolution) -> None:
    old = without_holds(story)
    patch = compare_graphs(old, graph, evidence=True).to_patch().splitlines()
    assert (patch[0], patch[-1]) == ("TX .", "TC .")
    quads = set(old.quads())
    for line in patch[1:-1]:
        quad = next(iter(ox.parse(line[2:], format=ox.RdfFormat.N_QUADS)))
        (quads.add if line[0] == "A" else quads.discard)(quad)
    assert quads == set(graph.quads())
