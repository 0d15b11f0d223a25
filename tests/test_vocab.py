"""vocab.py says the same as ontologies/graphkit.ttl."""

from functools import cache

import pytest
from rdflib import FOAF, OWL, RDF, RDFS, Graph, URIRef

from graphkit.knowledge import ONTOLOGIES
from graphkit.model import Kind, Relation
from graphkit.vocab import GK, PREFIXES, SCHEMA, SUPERCLASSES, class_of, classes_of, expand


@cache
def ontology() -> Graph:
    return Graph().parse(ONTOLOGIES / "graphkit.ttl")


def test_gk_names_exactly_the_terms_of_the_ontology() -> None:
    declared = {s for s in ontology().subjects(RDF.type, None) if str(s).startswith(str(GK))}
    assert {GK[name] for name in GK.__annotations__ if name[0] != "_"} == declared


@pytest.mark.parametrize("cls", sorted(SUPERCLASSES), ids=str)
def test_superclasses_are_those_of_the_ontology(cls: URIRef) -> None:
    prov = {c for c in ontology().objects(None, RDFS.subClassOf) if PREFIXES["prov"] in str(c)}
    above = set(ontology().transitive_objects(cls, RDFS.subClassOf)) - {cls} - prov
    if cls != FOAF.Person:
        assert set(SUPERCLASSES[cls]) == above


def test_every_class_of_the_ontology_has_its_row() -> None:
    assert set(ontology().subjects(RDF.type, OWL.Class)) <= set(SUPERCLASSES)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_class(kind: Kind) -> None:
    assert class_of(kind) in SUPERCLASSES
    assert classes_of(kind)[0] == class_of(kind)


def test_person_is_also_a_foaf_person() -> None:
    assert classes_of(Kind.PERSON) == (SCHEMA.Person, FOAF.Person)


@pytest.mark.parametrize("relation", Relation)
def test_every_relation_has_an_iri(relation: Relation) -> None:
    iri = expand(relation)
    if iri.startswith(str(GK)):
        assert (iri, RDF.type, OWL.ObjectProperty) in ontology()


def test_a_misspelt_term_raises() -> None:
    with pytest.raises(AttributeError, match="vizited"):
        _ = GK.vizited
