"""Turtle -> Knowledge."""

import time
from pathlib import Path

import pytest

from graphkit.errors import OntologyError
from graphkit.knowledge import ONTOLOGIES, Label, Scheme, Use, load_knowledge
from graphkit.knowledge.load import make_knowledge
from graphkit.model import Kind

PREFIXES = """@base <https://w3id.org/graphkit/id/> .
@prefix gk: <https://w3id.org/graphkit/ns#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


def write(folder: Path, turtle: str, name: str = "bodies.ttl") -> Path:
    file = folder / name
    file.write_text(PREFIXES + turtle, encoding="utf-8")
    return file


def test_knowledge_is_read_once() -> None:
    assert load_knowledge() is load_knowledge()


def test_knowledge_is_read_in_half_a_second() -> None:
    files = [f for f in ONTOLOGIES.glob("*.ttl") if f.name not in ("graphkit.ttl", "shapes.ttl")]
    taken = []
    for _ in range(3):  # the least of them is the work itself, without a busy machine's share
        begin = time.process_time()
        assert len(make_knowledge(files)) > 1000
        taken.append(time.process_time() - begin)
    assert min(taken) < 0.5


# Persons are of those who build a graph, not of the ontologies.
@pytest.mark.parametrize("scheme", [scheme for scheme in Scheme if scheme is not Scheme.PERSON])
def test_every_scheme_has_concepts(scheme: Scheme) -> None:
    assert all(c.id.startswith(f"{scheme}/") for c in load_knowledge().scheme(scheme))
    assert load_knowledge().scheme(scheme)


def test_concept_holds_labels_and_references(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        """
<body/no/storting> a skos:Concept ; gk:kind gk:Parliament ; gk:ofCountry <country/NO> ;
    gk:type <type/parliament> ; skos:prefLabel "Storting"@en, "Стортинг"@ru, "Стортинг"@kk ;
    gk:abbreviation "ST"@en ; gk:ambiguous "ST"@en .
""",
    )
    concept = make_knowledge([file])["body/no/storting"]
    assert concept.kind is Kind.PARLIAMENT
    assert (concept.country, concept.type) == ("country/NO", "type/parliament")
    assert Label("Стортинг", "kk", Use.PREFERRED) in concept.labels
    assert concept.names("en") == ("Storting", "ST")
    assert concept.ambiguous == ("ST",)


def test_narrower_concept_takes_kind_and_head_role_from_the_broader(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        """
<type/ministry> a skos:Concept ; gk:kind gk:Ministry ;
    gk:headRole <https://w3id.org/graphkit/role/minister> .
<type/ministry-of-magic> a skos:Concept ; skos:broader <type/ministry> .
""",
        "types.ttl",
    )
    concept = make_knowledge([file])["type/ministry-of-magic"]
    assert (concept.kind, concept.head_role) == (Kind.MINISTRY, "role/minister")


def test_extra_files_add_to_what_is_known(tmp_path: Path) -> None:
    write(tmp_path, '<country/NO> skos:altLabel "Norge"@en .', "more.ttl")
    knowledge = load_knowledge(tmp_path)
    assert {"Norway", "Norge"} <= set(knowledge["country/NO"].names("en"))
    assert "Norge" not in load_knowledge()["country/NO"].names("en")


@pytest.mark.parametrize(
    ("turtle", "message"),
    [
        (
            '<role/x> skos:altLable "x"@en .',
            r"bodies\.ttl:5: 'skos:altLable' is not a property of concepts; "
            r"did you mean 'skos:altLabel'\?",
        ),
        ('<role/x> gk:headLable "x"@en .', r"did you mean 'gk:headLabel'\?"),
        ("<type/x> gk:kind gk:Minstry .", r":5: 'gk:Minstry' is not a class; did you mean 'gk:M"),
        ('<role/x>\n skos:prefLabel "чех" .', r":6: 'чех' of skos:prefLabel needs a language"),
        ('<role/x> skos:prefLabel "x"@de .', r"needs a language: @kk, @ru or @en"),
        ('<rolle/x> skos:prefLabel "x"@en .', r"'rolle' is no scheme.*did you mean 'role'"),
        ("<city/x> gk:ofCountry <http://example.org/NO> .", r"http://example.org/NO is no concept"),
        ('<city/x> gk:ofCountry "NO" .', r"gk:ofCountry of city/x takes a concept"),
        ("<city/x> gk:ofCountry <country/NO>, <country/SE> .", r"has two gk:ofCountry"),
        ("<city/x> skos:notation <country/NO> .", r"takes text, not an IRI"),
        ("<city/x> skos:broader [] .", r"no blank nodes"),
        ("<city/x> skos:broader", r"bodies\.ttl:\d+: not Turtle"),
    ],
    ids=[
        "property", "gk-property", "class", "no-language", "other-language", "scheme",
        "foreign-reference", "text-for-concept", "two-for-one", "concept-for-text", "blank",
        "syntax",
    ],
)  # fmt: skip
def test_mistake_is_told_with_its_place(tmp_path: Path, turtle: str, message: str) -> None:
    with pytest.raises(OntologyError, match=message):
        make_knowledge([write(tmp_path, turtle)])


def test_missing_extra_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="nowhere: no such file or folder"):
        load_knowledge(tmp_path / "nowhere")
