"""Labels of SKOS, FOAF and schema.org become persons and bodies that mentions are linked to."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.errors import OntologyError
from graphkit.export import write
from graphkit.graph import Graph
from graphkit.knowledge import Own, Scheme, Use, load_knowledge, read_own, write_own
from graphkit.model import Kind

PREFIXES = """
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix schema: <http://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix ex: <https://www.example.org/people#> .
"""


def read(tmp_path: Path, text: str) -> tuple[Own, ...]:
    file = tmp_path / "people.ttl"
    file.write_text(PREFIXES + text, encoding="utf-8")
    return read_own([file], load_knowledge())


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        pytest.param(
            'ex:a a foaf:Person ; foaf:name "Асан Әлиев", "Asan Aliyev" .',
            {("Асан Әлиев", "kk"), ("Asan Aliyev", "en")},
            id="foaf, by script",
        ),
        pytest.param(
            'ex:a a schema:Person ; schema:givenName "Асан" ; schema:familyName "Алиев" .',
            {("Асан Алиев", "ru")},
            id="schema, in two parts",
        ),
        pytest.param(
            'ex:a a skos:Concept ; skos:prefLabel "Asan Aliyev"@en-GB ; skos:altLabel "A. A."@fr .',
            {("Asan Aliyev", "en")},
            id="skos, without a class",
        ),
        pytest.param(
            'ex:a a foaf:Person ; foaf:name "Assan Alijew"@de .',
            {("Assan Alijew", "en")},
            id="only another language",
        ),
    ],
)
def test_names_of_three_vocabularies_are_read(
    tmp_path: Path, text: str, labels: set[tuple[str, str]]
) -> None:
    (person,) = read(tmp_path, text)
    assert (person.id, person.kind) == ("person/example-org-people-a", Kind.PERSON)
    assert {label[1:] for label in person.labels} == labels
    assert person.same_as == ("https://www.example.org/people#a",)


def test_a_language_has_one_preferred_name(tmp_path: Path) -> None:
    (person,) = read(tmp_path, 'ex:a a foaf:Person ; foaf:name "Jan Berg", "J. Berg", "Jan Berg" .')
    assert sorted(use for use, _, _ in person.labels) == [Use.ALTERNATIVE, Use.PREFERRED]


def test_bodies_have_a_kind_and_persons_a_country(tmp_path: Path) -> None:
    body, person = read(
        tmp_path,
        'ex:b a schema:GovernmentOrganization ; schema:name "Agency of Winds" .\n'
        'ex:p a schema:Person ; schema:name "Jane Roe" ; schema:nationality "gb" ;\n'
        '  schema:address [ schema:addressLocality "London" ] .\n'
        'ex:x a schema:Event ; schema:name "No body and no person" .',
    )
    assert (body.id, body.kind) == ("body/example-org-people-b", Kind.GOVERNMENT_BODY)
    assert person.country == "country/GB"


def test_two_iris_of_one_slug_are_two(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        '<https://x.org/a-b> a foaf:Person ; foaf:name "Jane Roe" .\n'
        '<https://x.org/a_b> a foaf:Person ; foaf:name "Jane Doe" .',
    )
    assert len({one.id for one in found}) == 2


def test_what_is_written_is_read_as_ontology(tmp_path: Path) -> None:
    own = read(
        tmp_path,
        'ex:p a foaf:Person ; foaf:name "Асан Әлиев" ; owl:sameAs <https://x.org/1> .\n'
        'ex:b a schema:Organization ; schema:name "Agency of Winds" .',
    )
    write_own(own, tmp_path / "own" / "all.ttl")
    knowledge = load_knowledge(tmp_path / "own")
    person = knowledge["person/example-org-people-p"]
    assert (person.kind, person.scheme) == (Kind.PERSON, Scheme.PERSON)
    assert person.same_as == ("https://www.example.org/people#p", "https://x.org/1")
    assert knowledge["body/example-org-people-b"].kind is Kind.ORGANIZATION


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "own.ttl"
    write_own([Own("person/a", Kind.PERSON, ((Use.PREFERRED, "Jane Roe", "en"),))], file)
    assert "person/a" in load_knowledge(file)
    write_own([Own("person/b", Kind.PERSON, ((Use.PREFERRED, "Jane Roe", "en"),))], file)
    assert "person/a" not in load_knowledge(file)


def test_of_an_exported_graph_persons_and_bodies_are_taken(graph: Graph, tmp_path: Path) -> None:
    found = {one.id: one for one in read_own([write(graph, tmp_path / "g.ttl")], load_knowledge())}
    assert {path.partition("/")[0] for path in found} == {"person", "body"}
    assert "body/gb/house-of-commons" not in found  # the ontologies have it
    minister = found["person/ermek-kosherbaev"]
    assert (minister.country, minister.same_as) == ("country/KZ", ())
    assert (Use.PREFERRED, "Ермек Көшербаев", "kk") in minister.labels
    group = found["body/gb/appg-central-asia"]
    assert group.kind is Kind.ALL_PARTY_GROUP
    assert [label[1] for label in group.labels] == ["All-Party Parliamentary Group on Central Asia"]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [("a.xlsx", "", r"no reader for '\.xlsx'"), ("a.ttl", "<a> <b>", r"a\.ttl:1: cannot be read")],
)
def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(OntologyError, match=message):
        read_own([tmp_path / name], load_knowledge())
