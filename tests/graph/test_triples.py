"""The graph says what the vocabulary promises, no more and no less."""

from __future__ import annotations

from dataclasses import replace

import factory
import pyoxigraph as ox
import pytest

from graphkit.graph import Graph, make_triples
from graphkit.knowledge import load_knowledge
from graphkit.model import Entity, Fact, Kind, Name, Relation, Resolution, Status


def make_graph(resolution: Resolution, **options: str) -> Graph:
    graph = Graph()
    graph.replace(make_triples(resolution, load_knowledge(), **options))
    return graph


def with_facts(story: Resolution, *facts: Fact) -> Graph:
    return make_graph(replace(story, facts=(*story.facts, *facts)))


@pytest.mark.parametrize(
    "pattern",
    [
        "id:country\\/GB a gk:Country , schema:Country , schema:Place ; skos:notation 'GB'",
        "id:city\\/london a gk:City , schema:City , schema:Place",
        "id:person\\/lindsay-hoyle a gk:Official , schema:Person , foaf:Person",
        "id:body\\/gb\\/appg-central-asia a gk:AllPartyGroup , gk:ParliamentaryGroup , "
        "org:Organization",
        "id:body\\/kz\\/ministry-of-foreign-affairs a gk:Ministry , gk:GovernmentBody",
        "?event a gk:Meeting , schema:Event ; schema:startDate '2026-02-28'^^xsd:date",
        "?event schema:startDate '2026-05'^^xsd:gYearMonth ; gk:status 'planned'",
        "?release a gk:Release , schema:NewsArticle ; schema:inLanguage 'kk' ; "
        "schema:datePublished '2026-02-28'^^xsd:date ; schema:publisher 'gov.kz'",
        "?quote a schema:Quotation ; schema:creator id:person\\/ermek-kosherbaev ; "
        "schema:text 'Парламенттік диалог ерекше орын алады'@kk ; schema:isPartOf ?release",
        "?post org:role role:speaker ; org:postIn id:body\\/gb\\/house-of-commons",
        "role:speaker a skos:Concept ; skos:prefLabel 'speaker'@en",
    ],
)
def test_the_story_has_the_triples_of_the_vocabulary(graph: Graph, pattern: str) -> None:
    assert graph.query(f"ASK {{ {pattern} }}")


def test_a_person_without_a_post_is_no_official(story: Resolution) -> None:
    name = factory.names(en="Aida Omar")
    guest = Entity("person/guest", Kind.PERSON, name, (story.releases[0].id,))
    graph = make_graph(replace(story, entities=(*story.entities, guest)))
    assert graph.query("ASK { id:person\\/guest a schema:Person }")
    assert not graph.query("ASK { id:person\\/guest a gk:Official }")


def test_each_language_has_one_preferred_label(graph: Graph) -> None:
    twice = graph.query(
        "SELECT ?x { ?x skos:prefLabel ?a , ?b FILTER(?a != ?b && LANG(?a) = LANG(?b)) }"
    )
    assert not twice


def test_other_names_are_alternative_labels(graph: Graph) -> None:
    ministry = "id:body\\/kz\\/ministry-of-foreign-affairs"
    assert graph.query(f"ASK {{ {ministry} skos:altLabel 'СІМ'@kk , 'МИД'@ru }}")


def test_posts_and_events_get_labels_from_what_is_around_them(graph: Graph) -> None:
    post = graph.query("SELECT ?l { ?p org:role role:speaker ; skos:prefLabel ?l }").to_dicts()
    assert {"l": "спикер, Палата общин"} in post


def test_every_passage_is_exactly_the_text_of_its_release(graph: Graph, story: Resolution) -> None:
    texts = {release.id: release.text for release in story.releases}
    rows = graph.query(
        "SELECT ?r ?b ?e ?t { ?p a gk:Passage ; schema:isPartOf ?r ; nif:beginIndex ?b ;"
        " nif:endIndex ?e ; nif:anchorOf ?t }"
    ).to_dicts()
    assert rows
    for row in rows:
        text = texts[str(row["r"]).rpartition("/")[2]]
        assert text[int(str(row["b"])) : int(str(row["e"]))] == row["t"]


def test_one_fact_of_three_releases_has_one_assertion_with_three_passages(graph: Graph) -> None:
    rows = graph.query(
        "SELECT ?a (COUNT(?p) AS ?n) { ?a rdf:subject id:person\\/ermek-kosherbaev ; "
        "rdf:predicate org:holds ; prov:wasDerivedFrom ?p ; gk:confidence 0.9 } GROUP BY ?a"
    ).to_dicts()
    assert [row["n"] for row in rows] == ["3"]


def test_built_in_knowledge_carries_no_assertion(graph: Graph) -> None:
    fact = "id:body\\/gb\\/house-of-commons org:subOrganizationOf id:body\\/gb\\/parliament"
    assert graph.query(f"ASK {{ {fact} }}")
    assert not graph.query("ASK { ?a rdf:subject id:body\\/gb\\/house-of-commons }")


def test_a_fact_told_as_former_keeps_an_assertion_of_its_own(story: Resolution) -> None:
    release = story.releases[0]
    former = factory.make_support(release, release.text[:20], status=Status.FORMER)
    held = next(fact for fact in story.facts if fact.relation is Relation.HOLDS)
    graph = with_facts(story, replace(held, support=(former,)))
    rows = graph.query(
        "SELECT ?s { ?a rdf:subject id:person\\/ermek-kosherbaev ; rdf:predicate org:holds "
        "OPTIONAL { ?a gk:status ?s } }"
    ).to_dicts()
    assert sorted(str(row["s"]) for row in rows) == ["None", "former"]


def test_what_is_only_denied_has_no_triple_but_its_evidence(story: Resolution) -> None:
    release = story.releases[0]
    denial = factory.make_support(release, release.text[:20], status=Status.DENIED)
    fact = Fact("person/lindsay-hoyle", Relation.MEMBER_OF, "body/kz/parliament", (denial,))
    graph = with_facts(story, fact)
    assert not graph.query("ASK { ?person org:memberOf ?body }")
    assert graph.query("ASK { ?a gk:status 'denied' ; gk:deniedIn ?p . ?p nif:anchorOf ?t }")
    assert not graph.query("ASK { ?a gk:deniedIn ?p ; prov:wasDerivedFrom ?q }")


def test_there_are_no_blank_nodes(graph: Graph) -> None:
    nodes = (part for quad in graph.quads() for part in (quad.subject, quad.object))
    assert not any(isinstance(part, ox.BlankNode) for part in nodes)


def test_the_order_of_the_input_does_not_matter(story: Resolution) -> None:
    turned = Resolution(story.releases[::-1], story.entities[::-1], story.facts[::-1])
    knowledge = load_knowledge()
    assert set(make_triples(story, knowledge)) == set(make_triples(turned, knowledge))


def test_the_base_of_the_data_can_be_another(story: Resolution) -> None:
    graph = make_graph(story, base_iri="https://data.example.kz/")
    assert graph.base_iri == "https://data.example.kz/"
    assert graph.query("ASK { <https://data.example.kz/country/KZ> a gk:Country }")


def test_a_name_of_the_wrong_shape_cannot_break_a_label(story: Resolution) -> None:
    odd = Name('A "quoted"\nname \\ <b>', "en")
    entity = Entity("body/odd", Kind.ORGANIZATION, (odd,), (story.releases[0].id,))
    graph = make_graph(replace(story, entities=(*story.entities, entity)))
    row = graph.query("SELECT ?l { id:body\\/odd skos:prefLabel ?l }").rows[0]
    assert row["l"].value == odd.text
