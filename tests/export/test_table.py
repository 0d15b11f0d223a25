"""Answers as text: aligned for people, standard for programs."""

from __future__ import annotations

import csv
import io
import json

import pyoxigraph as ox
import pytest
from wcwidth import wcswidth

from graphkit.errors import QueryError
from graphkit.export import format_answer
from graphkit.graph import Answer, Graph
from graphkit.graph.answer import Row

NAMES = "SELECT ?n ?x { ?x a gk:Country ; skos:prefLabel ?n } ORDER BY ?n"
STANDARD = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "tsv": ox.QueryResultsFormat.TSV,
}


def answer_of(*texts: str) -> Answer:
    rows = tuple(Row((ox.Literal(text), ox.Literal("x"))) for text in texts)
    return Answer(("name", "end"), rows)


@pytest.mark.parametrize(
    "texts",
    [("Қасым-Жомарт", "Ann"), ("и\u0306огурт", "йогурт"), ("東京", "Сеул"), ("", "a\nb\tc")],
    ids=["kazakh", "combining", "wide", "blank"],
)
def test_columns_of_a_table_stand_under_each_other(texts: tuple[str, ...]) -> None:
    lines = format_answer(answer_of(*texts)).splitlines()
    assert len({wcswidth(line[: line.rindex("x")]) for line in lines[2:-1]}) == 1
    assert lines[-1] == f"{len(texts)} rows"


def test_a_long_cell_of_a_table_is_cut_and_csv_is_not() -> None:
    answer = answer_of("сөз " * 50)
    assert "…" in format_answer(answer)
    assert "…" not in format_answer(answer, "csv")


@pytest.mark.parametrize("format", sorted(STANDARD))
def test_oxigraph_reads_back_the_standard_formats(graph: Graph, format: str) -> None:
    answer = graph.query(NAMES)
    text = format_answer(answer, format)
    back = ox.parse_query_results(text.encode(), format=STANDARD[format])
    assert isinstance(back, ox.QuerySolutions)
    assert [tuple(row) for row in back] == [tuple(row) for row in answer]


@pytest.mark.parametrize("format", ["json", "xml"])
@pytest.mark.parametrize("query", ["ASK { ?x a gk:Country }", "ASK { ?x a gk:Party }"])
def test_oxigraph_reads_back_a_yes_or_no(graph: Graph, format: str, query: str) -> None:
    answer = graph.query(query)
    back = ox.parse_query_results(format_answer(answer, format).encode(), format=STANDARD[format])
    assert bool(back) == answer.boolean


def test_csv_holds_values_without_their_kind(graph: Graph) -> None:
    text = format_answer(graph.query(NAMES), "csv")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows[0].keys() == {"n", "x"}
    assert {"n": "Қазақстан", "x": "https://w3id.org/graphkit/id/country/KZ"} in rows


def test_markdown_escapes_its_own_sign() -> None:
    assert "| a\\|b | x |" in format_answer(answer_of("a|b"), "markdown")


def test_a_table_shortens_iris_of_the_data_and_of_vocabularies(graph: Graph) -> None:
    text = format_answer(graph.query("SELECT ?t ?x { ?x a ?t , gk:City } ORDER BY ?t"))
    assert "schema:Place  city/london" in text


def test_triples_come_as_turtle(graph: Graph) -> None:
    text = format_answer(graph.query("CONSTRUCT WHERE { ?x a gk:City ; skos:prefLabel ?l }"))
    assert "<city/london> a gk:City ;" in text
    quads = list(ox.parse(text, format=ox.RdfFormat.TURTLE))
    assert len(quads) >= 4


@pytest.mark.parametrize(
    ("query", "format", "message"),
    [
        ("ASK {}", "excel", "formats are: table, csv"),
        ("SELECT ?x { ?x a gk:City }", "turtle", "gives rows, not triples"),
        ("CONSTRUCT WHERE { ?x a gk:City }", "csv", "gives triples, not rows"),
    ],
)
def test_a_format_that_does_not_fit_is_explained(
    graph: Graph, query: str, format: str, message: str
) -> None:
    with pytest.raises(QueryError, match=message):
        format_answer(graph.query(query), format)


def test_json_is_valid_and_keeps_letters(graph: Graph) -> None:
    text = format_answer(graph.query(NAMES), "json")
    assert json.loads(text)["head"] == {"vars": ["n", "x"]}
    assert "Қазақстан" in text


def test_json_lines_hold_a_row_each_for_programs_that_read_a_pipe(graph: Graph) -> None:
    text = format_answer(graph.query(NAMES), "jsonl")
    rows = [json.loads(line) for line in text.splitlines()]
    assert {"n": "Қазақстан", "x": "https://w3id.org/graphkit/id/country/KZ"} in rows
    assert "Қазақстан" in text  # as itself, not as \\u escapes
    assert format_answer(graph.query("ASK { ?x a gk:City }"), "jsonl") == '{"boolean": true}\n'
