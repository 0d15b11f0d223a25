"""Mentions are linked to an analyst's own persons and bodies, and to those of another graph."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from graphkit.api import forget
from graphkit.cli import main
from graphkit.graph import Graph
from graphkit.pipeline import Judgement, decide, find_questions

pytestmark = pytest.mark.model

PEOPLE = """
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix schema: <https://schema.org/> .
@prefix ex: <https://example.org/people#> .
ex:aliev a foaf:Person ; foaf:name "Асан Алиев", "Asan Aliyev" ; schema:nationality "KZ" .
ex:fund a schema:Organization ; schema:name "Steppe Fund for Dialogue" .
ex:berg a foaf:Person ; foaf:name "Dana Berg" .
"""
TEXTS = {
    "ru": "Президент Казахстана Асан Алиев прибыл в Лондон.",
    "en": "Asan Aliyev met the Chairman of the Steppe Fund for Dialogue, John Doe, in London.",
}


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (tmp_path / "people.ttl").write_text(PEOPLE, encoding="utf-8")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(f"{text}\n{text}", encoding="utf-8")
    return folder


def build(*sources: Path, out: Path, knowledge: Path | None = None) -> str:
    command = ["build", *map(str, sources), "--out", str(out), "--no-page"]
    command += ["--knowledge", str(knowledge)] if knowledge else []
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 0, done.output
    return done.stderr


def links(out: Path) -> dict[str, int]:
    """Return what is linked to the outside, and in how many releases it is named."""
    with Graph.open(out) as graph:
        rows = graph.query(
            "SELECT ?other (COUNT(DISTINCT ?r) AS ?n) { ?thing owl:sameAs ?other . "
            "?r schema:mentions ?thing FILTER(STRSTARTS(STR(?other), 'https://example.org/')) } "
            "GROUP BY ?other"
        ).to_dicts()
        return {str(row["other"]).rpartition("#")[2]: int(str(row["n"])) for row in rows}


def test_mentions_are_linked_to_own_persons_and_bodies(texts: Path, tmp_path: Path) -> None:
    out, people = tmp_path / "out", tmp_path / "people.ttl"
    build(texts, out=out)
    assert links(out) == {}
    build(texts, out=out, knowledge=people)
    assert links(out) == {"aliev": 2, "fund": 1}
    again = build(texts, out=out)
    assert "0 new, 2 as before" in again  # it is kept, and nothing is read anew
    assert links(out) == {"aliev": 2, "fund": 1}
    forget(out, [str(texts / "ru.txt")], page=False)
    assert links(out) == {"aliev": 1, "fund": 1}


def test_other_persons_cost_no_reading_anew(texts: Path, tmp_path: Path) -> None:
    out, people = tmp_path / "out", tmp_path / "people.ttl"
    build(texts, out=out, knowledge=people)
    people.write_text(PEOPLE.replace("ex:aliev", "ex:president"), encoding="utf-8")
    assert "0 new, 2 as before" in build(texts, out=out, knowledge=people)
    assert links(out) == {"president": 2, "fund": 1}


def test_a_graph_is_the_knowledge_of_the_next(texts: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    build(texts / "ru.txt", out=first, knowledge=tmp_path / "people.ttl")
    build(texts / "en.txt", out=second, knowledge=first / "graph.ttl")
    assert links(second) == {"aliev": 1}
    persons = []
    for out in (first, second):
        with Graph.open(out) as graph:
            rows = graph.query(
                "SELECT DISTINCT ?p { ?p a schema:Person ; skos:prefLabel|skos:altLabel ?n "
                "FILTER(CONTAINS(?n, 'Aliyev')) }"
            )
            persons.append(rows.to_dicts())
    assert persons[0] == persons[1]
    assert len(persons[0]) == 1


def test_a_name_that_two_own_persons_bear_is_asked_for(texts: Path, tmp_path: Path) -> None:
    out, file, people = tmp_path / "out", texts / "berg.txt", tmp_path / "bergs.ttl"
    file.write_text("Дана Берг посетила Лондон.", encoding="utf-8")
    rows = (
        f"<https://example.org/people#{country}> a <http://xmlns.com/foaf/0.1/Person> ; "
        f'<http://xmlns.com/foaf/0.1/name> "Dana Berg" ; '
        f'<https://schema.org/nationality> "{country}" .\n'
        for country in ("NO", "SE")
    )
    people.write_text("".join(rows), encoding="utf-8")
    build(file, out=out, knowledge=people)
    assert links(out) == {}
    asked = [{one.left.id, one.right.id} for one in find_questions(out)]
    swede = "person/example-org-people-se"
    assert [swede in pair for pair in asked].count(True) == 1
    assert len(asked) == 2
    (pair,) = (pair for pair in asked if swede in pair)
    decide(out, *sorted(pair), Judgement.SAME)
    build(file, out=out)
    assert links(out) == {"SE": 1}
