"""Counts of a graph."""

from __future__ import annotations

import json

import pytest

from graphkit.errors import QueryError
from graphkit.graph import Graph
from graphkit.graph.explain import explain_query
from graphkit.graph.stats import count


def test_count_tells_releases_things_and_assertions(graph: Graph) -> None:
    counts = count(graph)
    assert counts.releases == {"en": 1, "kk": 1, "ru": 1}
    assert (counts.first, counts.last) == ("2026-02-28", "2026-03-01")
    assert counts.classes["gk:Official"] == 2
    assert counts.assertions["schema:attendee"] == 3
    assert json.loads(counts.to_json())["triples"] == len(graph)
    assert "3 releases (1 en, 1 kk, 1 ru, 2026-02-28 to 2026-03-01)" in counts.to_text()


def test_an_empty_graph_can_be_counted() -> None:
    assert count(Graph()).to_text().startswith("0 triples\n0 releases")


def test_explain_shows_the_algebra_and_how_many_triples_fit_each_pattern(graph: Graph) -> None:
    text = explain_query(
        graph,
        "SELECT ?x { ?x a gk:Release ; schema:inLanguage 'kk' OPTIONAL { ?x schema:url ?u } }",
    )
    head, _, title, *tree = text.splitlines()
    assert head.startswith("1 result in ")
    assert title == "algebra:"
    assert tree == [
        "select ?x",
        "  optional",
        '    ?x schema:inLanguage "kk"   [1 triples]',
        "    ?x a gk:Release   [3 triples]",
        "    ?x schema:url ?u   [0 triples]",
    ]


def test_explain_counts_no_further_than_tells_much_from_little(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphkit.graph.explain.MOST", 2)
    text = explain_query(graph, "SELECT ?x { ?x a gk:Release ; schema:inLanguage 'kk' }")
    assert "?x a gk:Release   [more than 2 triples]" in text
    assert '"kk"   [1 triples]' in text


@pytest.mark.parametrize(
    "query",
    [
        "DESCRIBE id:x",
        "ASK { ?s org:holds/org:postIn* ?o }",
        "SELECT * { VALUES ?x { 1 } GRAPH ?g { ?s ?p ?x } MINUS { ?s a ?x } }",
        "SELECT ?s { ?s ?p ?o LATERAL { SELECT ?x { ?s a ?x } LIMIT 1 } }",  # not SPARQL 1.1
    ],
)
def test_explain_takes_any_query_that_is_answered(graph: Graph, query: str) -> None:
    assert "algebra:" in explain_query(graph, query)


def test_explain_stops_when_the_time_is_over(graph: Graph) -> None:
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    with pytest.raises(QueryError, match="was stopped after 0"):
        explain_query(graph, slow, timeout=0.5)
