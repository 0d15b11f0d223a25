"""Queries are answered, their errors point at a place, and their time limit holds."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from graphkit.errors import QueryError
from graphkit.graph import Graph, make_triples
from graphkit.knowledge import load_knowledge
from graphkit.model import Resolution

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.mark.parametrize(
    "query",
    [
        "ASK { ?x a gk:Release }",
        "SELECT ?x { ?x a schema:Event }",
        "CONSTRUCT { ?x a ?t } WHERE { ?x a gk:Country ; a ?t }",
    ],
    ids=["ask", "select", "construct"],
)
def test_a_query_in_a_child_process_gives_the_same_answer(graph: Graph, query: str) -> None:
    here, there = graph.query(query), graph.query(query, timeout=20)
    assert set(here) == set(there)
    assert set(here.triples) == set(there.triples)
    assert here.boolean == there.boolean
    assert here


@pytest.mark.parametrize("on_disk", [True, False])
def test_a_query_is_stopped_when_its_time_is_over(
    story: Resolution, tmp_path: Path, on_disk: bool
) -> None:
    with Graph.open(tmp_path, write=True) if on_disk else Graph() as graph:
        graph.replace(make_triples(story, load_knowledge()))
        start = time.monotonic()
        with pytest.raises(QueryError, match="was stopped after 1 s"):
            graph.query(ENDLESS, timeout=1)
        assert time.monotonic() - start < 5


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?x {\n ?x foo:bar ?y }", r"query:2:12: the prefix 'foo:' is not declared; known"),
        ("SELECT ?x WHERE { ?x ?p }", r"query:1:\d+: this is not expected here"),
        ("BASE <a:b>\nSELEC ?x { ?x ?p ?o }", r"query:2:1: a query starts with SELECT"),
        ("SELECT ?x {\n { ?x ?p ?o\n}", r"query:1:11: this '{' is never closed"),
        ("SELECT ?x { ?x ?p '}' } }", r"query:1:25: this '}' closes nothing"),
        ('SELECT ?x { ?x ?p "Астана }', r"query:1:19: this text is never closed"),
        ("SELECT ?x { FILTER(STRLEN(?x > 3 }", r"query:1:26: this '\(' is never closed"),
        ("SELECT ?x ?y { ?x ?p ?y } GROUP BY ?x", r"query:1:1: SELECT names a variable that"),
        ("SELECT ?x { FILTER(?x = ) }", r"query:1:\d+: expected an expression before this"),
        ("", "query:1:1: "),
    ],
    ids=[
        "prefix",
        "triple",
        "keyword",
        "open",
        "closed",
        "text",
        "bracket",
        "group",
        "expression",
        "empty",
    ],
)
@pytest.mark.parametrize("timeout", [None, 20])
def test_an_error_shows_its_place(
    graph: Graph, query: str, message: str, timeout: float | None
) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        graph.query(query, timeout=timeout)
    *_, line, mark = str(caught.value).split("\n")
    assert line in query
    assert mark.strip() == "^"


@pytest.mark.parametrize(
    "update", ["INSERT DATA { <a:a> <a:b> 1 }", "drop all", "PREFIX a: <x:y>\nDELETE {} WHERE {}"]
)
def test_a_query_changes_nothing(graph: Graph, update: str) -> None:
    before = len(graph)
    with pytest.raises(QueryError, match="only reads"):
        graph.query(update)
    assert len(graph) == before


def test_a_row_takes_positions_and_names(graph: Graph) -> None:
    row = graph.query("SELECT ?code ?x { ?x skos:notation ?code } ORDER BY ?code").rows[0]
    assert row["code"] == row[0]
    assert row["code"].value == "GB"


def test_an_answer_becomes_plain_texts(graph: Graph) -> None:
    answer = graph.query("SELECT ?n ?none { id:city\\/london skos:prefLabel ?n } ORDER BY ?n")
    assert {"n": "London", "none": None} in answer.to_dicts()
