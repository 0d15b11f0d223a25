"""A difference names what has come and gone, and its patch makes one graph of the other."""

from __future__ import annotations

import json
from dataclasses import replace

import pyoxigraph as ox

from graphkit.graph import Graph, make_triples
from graphkit.graph.asof import take_state
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


def test_a_value_that_took_another_s_place_is_marked(graph: Graph) -> None:
    new = Graph()
    new.store.bulk_extend(graph.quads())
    new.store.update(
        "DELETE { ?e schema:startDate ?old } INSERT { ?e schema:startDate '2026-03-05'^^xsd:date } "
        "WHERE { ?e schema:startDate ?old }",
        prefixes=graph.prefixes,
    )
    lines = compare_graphs(graph, new).to_text().splitlines()
    assert any(
        line.startswith("  ~ schema:startDate ") and '→ "2026-03-05"' in line for line in lines
    )
    assert lines[-1].endswith("changed")
    assert lines[-1].startswith("0 added, 0 removed")


def test_a_state_holds_what_was_told_by_then(graph: Graph) -> None:
    # The story has two releases of 28 February and one of 1 March.
    days = [day for (day,) in graph.query("SELECT ?d { ?r schema:datePublished ?d } ORDER BY ?d")]
    first, last = str(days[0].value), str(days[-1].value)
    assert set(take_state(graph, last).quads()) == set(graph.quads())
    early = take_state(graph, first)
    assert len(early.query("SELECT ?r { ?r a gk:Release FILTER EXISTS { ?r ?p ?o } }")) < 3
    assert set(early.quads()) < set(graph.quads())
    for term in ("rdf:subject", "prov:wasDerivedFrom", "org:holds", "schema:mentions"):
        dangling = f"ASK {{ ?s {term} ?o FILTER NOT EXISTS {{ ?o a ?class }} }}"
        assert not early.query(dangling), term


def test_the_days_between_bring_what_the_releases_of_then_say(graph: Graph) -> None:
    early, late = take_state(graph, "2026-02-28"), take_state(graph, "2026-03-01")
    rows = json.loads(compare_graphs(early, late).to_json())
    assert {row["sign"] for row in rows} <= {"+"}
    changes = graph.ask_named("changes", **{"from": "2026-03-01"}).to_dicts()
    paths = {str(row["subject"]).removeprefix(graph.base_iri) for row in changes}
    assert {row["subject"] for row in rows if row["predicate"] == "schema:creator"} <= paths


def test_a_graph_without_releases_is_the_same_on_any_day() -> None:
    graph = Graph()
    graph.store.update("INSERT DATA { <a:b> <a:c> 'күн' }")
    assert len(take_state(graph, "2026-01-01")) == 1
