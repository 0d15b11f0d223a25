"""The shapes accept the story and refuse what is broken on purpose, by both engines."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import factory
import pyoxigraph as ox
import pytest
import rdflib
from rdflib import SH

from graphkit.errors import OntologyError
from graphkit.graph import Graph, check, make_triples
from graphkit.graph.check import Finding, Report
from graphkit.knowledge import load_knowledge
from graphkit.model import Fact, Relation, Resolution

ENGINES = ("pyshacl", "shacl")


def broken(graph: Graph, update: str) -> Graph:
    store = ox.Store()
    store.bulk_extend(graph.quads())
    store.update(update, prefixes=graph.prefixes)
    return Graph(store)


@pytest.mark.parametrize("engine", ENGINES)
def test_the_story_conforms(graph: Graph, engine: str) -> None:
    report = check(graph, engine=engine)
    assert report.conforms, report.to_text()
    assert report.to_text().endswith(f"by {engine})")


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("update", "node"),
    [
        ("DELETE WHERE { id:post\\/kz\\/minister-of-foreign-affairs org:role ?r }", "post/kz/min"),
        (
            "DELETE { ?p nif:endIndex ?e } INSERT { ?p nif:endIndex -1 } "
            "WHERE { ?p nif:endIndex ?e FILTER(CONTAINS(STR(?p), 'char=40,')) }",
            "#char=40,",
        ),
    ],
    ids=["post without role", "end before begin"],
)
def test_a_broken_graph_does_not_conform_and_its_node_is_named(
    graph: Graph, engine: str, update: str, node: str
) -> None:
    report = check(broken(graph, update), engine=engine)
    assert report.conforms is False
    assert any(node in finding.node for finding in report.findings)
    assert node in report.to_text()


def test_both_engines_find_the_same(graph: Graph) -> None:
    bad = broken(graph, "DELETE WHERE { ?x skos:prefLabel ?l }")
    found = [{(f.node, f.path) for f in check(bad, engine=engine).findings} for engine in ENGINES]
    assert found[0] == found[1] != set()


def test_without_shapes_a_report_never_claims_that_a_graph_conforms(
    graph: Graph, tmp_path: Path
) -> None:
    report = check(graph, shapes=tmp_path / "none.ttl")
    assert report.conforms is None
    assert json.loads(report.to_json())["conforms"] is None
    assert "was not checked" in report.to_text()


@pytest.mark.parametrize("engine", ENGINES)
def test_shapes_that_are_no_turtle_are_an_error(graph: Graph, tmp_path: Path, engine: str) -> None:
    (tmp_path / "shapes.ttl").write_text("<a> <b")
    with pytest.raises(OntologyError, match=r"shapes\.ttl"):
        check(graph, engine=engine, shapes=tmp_path / "shapes.ttl")


def test_two_heads_of_one_body_on_one_day_are_a_warning_with_both_sentences(
    story: Resolution,
) -> None:
    release = story.releases[0]
    support = factory.make_support(release, release.text[:30])
    rival = Fact(
        "person/lindsay-hoyle", Relation.HOLDS, "post/kz/minister-of-foreign-affairs", (support,)
    )
    graph = Graph()
    graph.replace(make_triples(replace(story, facts=(*story.facts, rival)), load_knowledge()))
    report = check(graph)
    warning = next(f for f in report.findings if "head one body" in f.message)
    assert warning.severity == "Warning"
    assert warning.node.endswith("ministry-of-foreign-affairs")
    assert release.text[:30] in warning.value


def test_a_report_is_rdf_that_names_what_is_wrong(graph: Graph, tmp_path: Path) -> None:
    bad = check(broken(graph, "DELETE WHERE { ?x skos:prefLabel ?l }"))
    report = rdflib.Graph().parse(data=bad.to_turtle(), format="turtle")
    assert list(report.objects(None, SH.conforms)) == [rdflib.Literal(False)]
    nodes = set(map(str, report.objects(None, SH.focusNode)))
    assert nodes == {finding.node for finding in bad.findings}
    unchecked = check(graph, shapes=tmp_path / "none.ttl")
    assert "sh:conforms" not in unchecked.to_turtle()


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("update", "value"),
    [
        pytest.param(
            "DELETE { ?p nif:endIndex ?e } INSERT { ?p nif:endIndex <https://example.org/x> } "
            "WHERE { ?p nif:endIndex ?e }",
            rdflib.URIRef("https://example.org/x"), id="an IRI",
        ),
        pytest.param(
            "DELETE { ?p nif:endIndex ?e } INSERT { ?p nif:endIndex 'six'@en } "
            "WHERE { ?p nif:endIndex ?e }",
            rdflib.Literal("six", lang="en"), id="a text of a language",
        ),
    ],
)  # fmt: skip
def test_a_report_has_values_as_the_graph_has_them(
    graph: Graph, engine: str, update: str, value: rdflib.term.Node
) -> None:
    bad = check(broken(graph, update), engine=engine)
    report = rdflib.Graph().parse(data=bad.to_turtle(), format="turtle")
    assert value in set(report.objects(None, SH.value))


def test_contradictions_are_no_results_of_the_shapes() -> None:
    doubt = Finding("Warning", "https://example.org/p", "two names", value="a", by_shape=False)
    report = rdflib.Graph().parse(data=Report(True, (doubt,), 1, "shacl").to_turtle(), format="ttl")
    assert list(report.objects(None, SH.conforms)) == [rdflib.Literal(True)]
    assert not list(report.objects(None, SH.result))
    assert list(map(str, report.objects(None, SH.resultMessage))) == ["two names"]


def test_a_text_has_paths_below_the_base_and_prefixed_names(graph: Graph) -> None:
    lines = check(broken(graph, "DELETE WHERE { ?x org:role ?r }")).to_text().splitlines()
    assert any(
        line.startswith("violation: post/kz/minister-of-foreign-affairs org:role: ")
        for line in lines
    )
    assert not any("https://w3id.org/graphkit/id/" in line for line in lines)


def test_the_story_contradicts_itself_nowhere(graph: Graph) -> None:
    assert check(graph).findings == ()


@pytest.mark.parametrize(
    ("other", "doubted"),
    [
        pytest.param("Асан Сейітов", True, id="another name"),
        pytest.param("А. Сейітов", False, id="an initial is no full name"),
        pytest.param("Касым Ахметов", False, id="one word is written with a Russian letter"),
    ],
)
def test_two_full_names_of_one_person_that_share_no_word_are_a_warning(
    other: str, doubted: bool
) -> None:
    graph = Graph()
    store = ox.Store()
    store.update(
        "INSERT DATA { id:p a schema:Person ; "
        f"skos:prefLabel 'Қасым Оразов'@kk ; skos:altLabel '{other}'@kk }}",
        prefixes=graph.prefixes,
    )
    found = [one for one in check(Graph(store)).findings if "share no word" in one.message]
    assert bool(found) == doubted


def test_two_full_names_come_with_the_sentences_that_have_them() -> None:
    graph, store = Graph(), ox.Store()
    store.update(
        "INSERT DATA { id:p a schema:Person ; "
        "skos:prefLabel 'Қасым Оразов'@kk ; skos:altLabel 'Асан Сейітов'@kk . "
        "id:a rdf:subject id:p ; prov:wasDerivedFrom id:x , id:y . "
        "id:x nif:anchorOf 'Министр Қасым Оразов сөйледі.' . "
        "id:y nif:anchorOf 'Елші Асан Сейітов келді.' }",
        prefixes=graph.prefixes,
    )
    (found,) = (one for one in check(Graph(store)).findings if "share no word" in one.message)
    assert found.value == (
        "Қасым Оразов «Министр Қасым Оразов сөйледі.» | Асан Сейітов «Елші Асан Сейітов келді.»"
    )


def test_a_person_in_two_cities_on_one_day_is_one_warning_with_both_sentences() -> None:
    graph, store = Graph(), ox.Store()
    store.update(
        "INSERT DATA { id:city\\/astana a gk:City . id:city\\/geneva a gk:City . "
        "id:e schema:attendee id:p ; schema:location id:city\\/astana ; "
        "schema:startDate '2026-02-20'^^xsd:date . "
        "id:f schema:attendee id:p ; schema:location id:city\\/geneva ; "
        "schema:startDate '2026-02-20'^^xsd:date . "
        "id:g schema:attendee id:p ; schema:location id:city\\/geneva ; "
        "schema:startDate '2026-02-21'^^xsd:date . "
        "id:a rdf:subject id:e ; rdf:predicate schema:location ; rdf:object id:city\\/astana ; "
        "prov:wasDerivedFrom id:x . id:x nif:anchorOf 'Астанада кездесті' . "
        "id:b rdf:subject id:f ; rdf:predicate schema:location ; rdf:object id:city\\/geneva ; "
        "prov:wasDerivedFrom id:y , id:z . id:y nif:anchorOf 'met in Geneva' . "
        "id:z nif:anchorOf 'встретились в Женеве' }",
        prefixes=graph.prefixes,
    )
    (found,) = (one for one in check(Graph(store)).findings if "two cities" in one.message)
    assert found.node.endswith("id/p")
    assert found.value == (
        "https://w3id.org/graphkit/id/city/astana «Астанада кездесті» | "
        "https://w3id.org/graphkit/id/city/geneva «met in Geneva»"
    )
