"""Drawing -> the part of it that a query, a date or a name asks for."""

from __future__ import annotations

import pytest

from graphkit.errors import QueryError
from graphkit.view.project import read_drawing
from graphkit.view.select import find_node, select_by_query, select_since


@pytest.fixture
def drawing(world):
    return read_drawing(world)


def ids(drawing):
    return {node.id for node in drawing.nodes}


@pytest.mark.parametrize(
    "name",
    ["Ермек Көшербаев", "Ермек Кошербаев", "yermek kosherbayev", "person/ermek-kosherbaev", "Е.Кө"],
    ids=["kk", "ru", "en", "id", "beginning"],
)
def test_find_node_takes_names_and_ids(drawing, name):
    assert find_node(drawing, name) == "person/ermek-kosherbaev"


def test_find_node_tells_the_nearest_names(drawing):
    with pytest.raises(QueryError, match=r"did you mean .*hoyle"):
        find_node(drawing, "Lindsey Hoile")


def test_select_since_keeps_what_is_newer(drawing):
    new = select_since(drawing, "2026-03-01")
    assert {"event/tashkent", "person/clare-winton"} <= ids(new)
    assert "event/london" not in ids(new)
    assert all(edge.source < len(new.nodes) and edge.target < len(new.nodes) for edge in new.edges)


def test_select_since_wants_a_date(drawing):
    with pytest.raises(QueryError, match="write a date as 2026-03-01"):
        select_since(drawing, "March")


def test_select_by_query_keeps_the_facts_of_the_answer(world, drawing):
    chosen = select_by_query(world, drawing, "CONSTRUCT WHERE { ?e schema:attendee ?who }")
    assert {edge.relation for edge in chosen.edges} == {"schema:attendee"}
    assert "person/lindsay-hoyle" in ids(chosen)
    assert "country/KZ" not in ids(chosen)


def test_select_by_query_keeps_posts(world, drawing):
    query = """CONSTRUCT { ?p org:holds ?post . ?p gk:in ?body }
      WHERE { ?p org:holds ?post . ?post org:postIn ?body }"""
    chosen = select_by_query(world, drawing, query)
    assert {edge.role for edge in chosen.edges} == {"minister", "speaker"}


def test_select_by_query_draws_relations_of_its_own(world, drawing):
    query = """PREFIX ex: <https://example.org/>
      CONSTRUCT { ?a ex:met ?b } WHERE { ?e schema:attendee ?a, ?b FILTER(STR(?a) < STR(?b)) }"""
    chosen = select_by_query(world, drawing, query)
    assert {edge.relation for edge in chosen.edges} == {"https://example.org/met"}
    assert len(chosen.edges) == 3


@pytest.mark.parametrize("query", ["SELECT ?s { ?s ?p ?o }", "ASK { ?s ?p ?o }", "CONSTRUCT {"])
def test_select_by_query_wants_a_construct(world, drawing, query):
    with pytest.raises(QueryError):
        select_by_query(world, drawing, query)
