"""Turtle -> Problems."""

import shutil
from pathlib import Path

import pytest

from graphkit.errors import OntologyError
from graphkit.knowledge import ONTOLOGIES, check_ontologies

PREFIXES = """@base <https://w3id.org/graphkit/id/> .
@prefix gk: <https://w3id.org/graphkit/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
GOOD = '<city/%s> skos:prefLabel "%s"@en, "%s"@ru, "%s"@kk ; gk:ofCountry <country/NO>'


def test_our_ontologies_have_no_problem() -> None:
    assert [str(problem) for problem in check_ontologies()] == []


def city(name: str, text: str) -> str:
    return GOOD % (name, text, text, text)


@pytest.mark.parametrize(
    ("turtle", "message"),
    [
        ('<city/x> skos:prefLabel "X"@en .', "city/x: has no skos:prefLabel in ru"),
        (city("x", "X") + ' ; skos:prefLabel "Y"@en .', "has 2 skos:prefLabel in en"),
        (
            city("x", "X").replace("NO>", "NOR>") + " .",
            "country: there is no country/NOR; did you mean country/NR?",
        ),
        (city("x", "X") + " ; gk:members <country/XX> .", "members: there is no country/XX"),
        (
            f"{city('x', 'X')} ; skos:broader <city/y> .\n"
            f"{city('y', 'Y')} ; skos:broader <city/x> .",
            "stands, through skos:broader, below itself",
        ),
        (
            f"{city('x', 'Тронхейм')} .\n{city('y', 'Тронхейм')} .",
            "'Тронхейм'@ru is also a skos:prefLabel of city/x",
        ),
        (city("x", "Cтокгольм") + " .", "mixes Latin and Cyrillic letters"),
        (city("x", " X") + " .", "has blanks at its ends"),
        (city("x", "X") + ' ; gk:ambiguous "Z"@en .', "'Z' is none of its labels"),
        (city("x", "X") + ' ; gk:ofCity "Z" .', "'gk:ofCity' is not a property"),
    ],
    ids=[
        "missing-language", "two-preferred", "dangling", "dangling-member", "circle",
        "duplicate", "look-alike", "blanks", "ambiguous", "property",
    ],
)  # fmt: skip
def test_mistake_is_reported(tmp_path: Path, turtle: str, message: str) -> None:
    (tmp_path / "mine.ttl").write_text(PREFIXES + turtle, encoding="utf-8")
    problems = [str(problem) for problem in check_ontologies(tmp_path)]
    assert any(message in problem for problem in problems), problems
    assert all("mine.ttl:" in problem for problem in problems)


def test_good_additions_have_no_problem(tmp_path: Path) -> None:
    (tmp_path / "mine.ttl").write_text(PREFIXES + city("hamar", "Хамар") + " .", encoding="utf-8")
    assert check_ontologies(tmp_path) == []


def test_ambiguous_label_is_no_duplicate(tmp_path: Path) -> None:
    turtle = f"{city('x', 'Мосс')} .\n{city('y', 'Мосс')} ; gk:ambiguous 'Мосс'@ru ."
    (tmp_path / "mine.ttl").write_text(PREFIXES + turtle, encoding="utf-8")
    assert check_ontologies(tmp_path) == []


def test_folder_without_turtle_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="no Turtle files"):
        check_ontologies(tmp_path)


def test_terms_need_labels_and_declarations(tmp_path: Path) -> None:
    for name in ("graphkit.ttl", "shapes.ttl"):
        shutil.copy(ONTOLOGIES / name, tmp_path)
    terms = tmp_path / "graphkit.ttl"
    text = (
        terms.read_text("utf-8").replace(', "посольство"@ru', "").replace("gk:Party a ", "gk:P a ")
    )
    terms.write_text(text, encoding="utf-8")
    problems = "\n".join(str(problem) for problem in check_ontologies(tmp_path))
    assert "'gk:Embassy' has no rdfs:label in ru" in problems
    assert "shapes.ttl:" in problems
    assert "'gk:Party' is not declared" in problems


def test_shapes_must_be_shacl(tmp_path: Path) -> None:
    shutil.copy(ONTOLOGIES / "graphkit.ttl", tmp_path)
    shapes = (ONTOLOGIES / "shapes.ttl").read_text("utf-8")
    broken = shapes.replace("sh:minCount 1 ;", 'sh:minCount "one" ;', 1)
    (tmp_path / "shapes.ttl").write_text(broken, encoding="utf-8")
    assert any("not valid SHACL" in str(problem) for problem in check_ontologies(tmp_path))
