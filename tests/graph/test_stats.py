"""Counts of a graph."""

from __future__ import annotations

import json

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


def test_explain_shows_algebra_and_the_size_of_each_property(graph: Graph) -> None:
    text = explain_query(graph, "SELECT ?x { ?x a gk:Release ; schema:inLanguage 'kk' }")
    assert "1 results" in text
    assert "         3  schema:inLanguage" in text
    assert "Project" in text
