"""What a notebook shows of a graph, its page and its answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.api import KnowledgeGraph, Picture
from graphkit.errors import QueryError
from graphkit.graph import Graph
from graphkit.model import Extraction, Kind, Mention, Referent, Release, Source


@pytest.fixture(scope="module")
def known(graph: Graph) -> KnowledgeGraph:
    return KnowledgeGraph.copy(graph)


def test_a_graph_shows_how_much_it_holds(known: KnowledgeGraph) -> None:
    shown = known._repr_html_()
    assert f"{len(known):,} triples" in shown
    assert "gk:Official" in shown
    assert "org:holds" in shown


def test_view_without_a_path_is_a_frame_that_a_notebook_shows(known: KnowledgeGraph) -> None:
    picture = known.view(language="ru", height=300)
    assert isinstance(picture, Picture)
    assert picture._repr_html_().startswith("<iframe sandbox=")
    assert "height:300px" in picture.html


def test_view_with_a_path_writes_the_page(known: KnowledgeGraph, tmp_path: Path) -> None:
    path = known.view(tmp_path / "page.html")
    assert path == tmp_path / "page.html"
    assert path.read_text(encoding="utf-8").startswith("<!")


def test_view_refuses_a_language_it_has_no_words_for(known: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match="choose one of"):
        known.view(language="de")


def test_an_answer_shows_a_table_and_escapes_what_texts_hold(known: KnowledgeGraph) -> None:
    rows = known.query('SELECT ?name { VALUES ?name { "<b>Астана</b>" } }')
    assert rows._repr_html_() == (
        "<table><thead><tr><th>name</th></tr></thead>"
        "<tbody><tr><td>&lt;b&gt;Астана&lt;/b&gt;</td></tr></tbody></table>"
    )
    assert known.query("ASK { ?a ?b ?c }")._repr_html_() == "yes"
    triples = known.query("CONSTRUCT { ?a a gk:Release } { ?a a gk:Release }")
    assert triples._repr_html_().startswith("<pre>&lt;https://")


def test_an_extraction_shows_its_text_with_the_mentions_marked() -> None:
    text = "Алуа Садыкова & Астана"
    release = Release("r", text, text, tuple(range(len(text) + 1)), Source("-"), "kk")
    referents = (Referent("person1", Kind.PERSON), Referent("city1", Kind.CITY))
    mentions = (
        Mention(16, 22, "city1"),
        Mention(0, 13, "person1"),
        Mention(5, 13, "person1"),
    )
    shown = Extraction(release, referents, mentions, ())._repr_html_()
    assert '<mark title="person1">Алуа Садыкова <sub>Person</sub></mark> &amp; <mark' in shown
    assert shown.count("<mark") == 2
