"""The shapes let a good graph pass and name the broken node of a bad one."""

from functools import cache

import pytest
import shacl
from pyshacl import validate
from rdflib import RDF, SH, Graph

from graphkit.knowledge import ONTOLOGIES
from graphkit.vocab import BASE_IRI, PREFIXES

SHAPES = ONTOLOGIES / "shapes.ttl"
GOOD = """
<release/1> a gk:Release, schema:NewsArticle ; schema:inLanguage "kk" ; dcterms:source "a.txt" ;
    schema:datePublished "2026-02-28"^^xsd:date ; schema:mentions <person/a>, <country/KZ> .
<person/a> a gk:Official, schema:Person, foaf:Person ; skos:prefLabel "Айгүл"@kk ;
    org:holds <post/a> .
<country/KZ> a gk:Country, schema:Country, schema:Place ; skos:prefLabel "Қазақстан"@kk ;
    skos:notation "KZ" .
<post/a> a org:Post ; org:role role:minister ; gk:ofCountry <country/KZ> .
role:minister a skos:Concept ; skos:prefLabel "министр"@kk .
<event/1> a gk:Meeting, schema:Event ; schema:subjectOf <release/1> ; schema:attendee <person/a> .
<quote/1> a schema:Quotation ; schema:text "Иә"@kk ; schema:creator <person/a> ;
    schema:isPartOf <release/1> .
<assertion/1> a gk:Assertion, rdf:Statement ; rdf:subject <person/a> ;
    rdf:predicate org:holds ; rdf:object <post/a> ; prov:wasDerivedFrom <release/1#char=0,5> ;
    gk:confidence 0.9 ; gk:extractor "posts/1" .
<release/1#char=0,5> a gk:Passage, nif:String ; schema:isPartOf <release/1> ;
    nif:beginIndex 0 ; nif:endIndex 5 ; nif:anchorOf "Айгүл" .
"""
BREAKS = {
    "post-without-role": (" ; org:role role:minister", "", "post/a"),
    "end-before-begin": ("beginIndex 0", "beginIndex 7", "release/1#char=0,5"),
    "passage-without-text": (' ; nif:anchorOf "Айгүл"', "", "release/1#char=0,5"),
    "too-sure": ("confidence 0.9", "confidence 1.5", "assertion/1"),
    "assertion-without-object": ("rdf:object <post/a> ; ", "", "assertion/1"),
    "assertion-without-passage": ("prov:wasDerivedFrom <release/1#char=0,5> ;", "", "assertion/1"),
    "unknown-relation": ("rdf:predicate org:holds", "rdf:predicate org:likes", "assertion/1"),
    "dangling-post": ("org:holds <post/a> .", "org:holds <post/b> .", "person/a"),
    "dangling-attendee": ("schema:attendee <person/a>", "schema:attendee <person/b>", "event/1"),
    "dangling-mention": ("<person/a>, <country/KZ>", "<person/a>, <country/XX>", "release/1"),
    "nameless-person": ('skos:prefLabel "Айгүл"@kk ;', "", "person/a"),
    "unknown-language": ('"Айгүл"@kk ;', '"Aigül"@de ;', "person/a"),
    "two-names-in-one-language": ('"Айгүл"@kk ;', '"Айгүл"@kk, "Айжан"@kk ;', "person/a"),
    "release-in-no-language": ('schema:inLanguage "kk"', 'schema:inLanguage "de"', "release/1"),
    "bad-date": ('"2026-02-28"^^xsd:date', '"28.02.2026"', "release/1"),
    "missing-superclass": ("gk:Meeting, schema:Event", "gk:Meeting", "event/1"),
    "quotation-without-speaker": ("schema:creator <person/a> ;", "", "quote/1"),
    "country-without-code": ('skos:notation "KZ"', 'skos:notation "KAZ"', "country/KZ"),
}


def graph(turtle: str) -> Graph:
    prefixes = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in PREFIXES.items())
    return Graph().parse(data=f"@base <{BASE_IRI}> .\n{prefixes}{turtle}", format="turtle")


@cache
def shapes() -> Graph:
    return Graph().parse(SHAPES)


def broken_nodes(turtle: str) -> set[str]:
    conforms, report, _ = validate(graph(turtle), shacl_graph=shapes(), inference="none")
    assert isinstance(report, Graph)
    nodes = {str(report.value(r, SH.focusNode)) for r in report[: RDF.type : SH.ValidationResult]}
    assert conforms == (not nodes)
    return {node.removeprefix(BASE_IRI) for node in nodes}


def test_good_graph_conforms() -> None:
    assert broken_nodes(GOOD) == set()


@pytest.mark.parametrize("name", BREAKS)
def test_broken_graph_names_its_node(name: str) -> None:
    old, new, node = BREAKS[name]
    assert GOOD.count(old) == 1
    assert node in broken_nodes(GOOD.replace(old, new))


@pytest.mark.parametrize("name", BREAKS)
def test_fast_engine_agrees_with_the_reference(name: str) -> None:
    old, new, _ = BREAKS[name]
    turtle = GOOD.replace(old, new)
    report = shacl.Shapes.from_file(str(SHAPES)).validate_text(
        graph(turtle).serialize(format="nt"), format="ntriples"
    )
    found = {result.focus_node.strip("<>").removeprefix(BASE_IRI) for result in report.results}
    assert found == broken_nodes(turtle)
