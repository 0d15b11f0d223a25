"""The report: one page without network or script, whose numbers are those of its queries."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner

from graphkit.cli import main
from graphkit.cli.report import read_build
from graphkit.errors import StoreError
from graphkit.graph import Graph
from graphkit.report import SECTIONS, Draw, Question, report_page, write_report

QUESTIONS = [question for section in SECTIONS for question in section.questions]


@pytest.fixture(scope="module")
def page(graph: Graph) -> str:
    return report_page(graph)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.title)
def test_each_question_is_answered_and_stands_with_its_query(
    graph: Graph, page: str, question: Question
) -> None:
    answer = graph.query(question.sparql)
    assert question.title in page
    assert question.sparql in unescape(page)
    if question.draw is Draw.BARS:
        assert len(answer.variables) == 2
    if question.draw is Draw.NUMBERS:
        assert len(answer) == 1


def test_the_numbers_are_those_of_the_graph(graph: Graph, page: str) -> None:
    releases = len(graph.query("SELECT ?release { ?release a gk:Release }"))
    assert releases > 1
    shown = re.search(r'class="numbers"><span>(\d+)</span> <small>releases', page)
    assert shown is not None
    assert int(shown[1]) == releases
    for language in ("kk", "ru", "en"):
        assert f">{language}</span>" in page


def test_the_page_asks_nothing_of_the_network_and_runs_nothing(page: str) -> None:
    assert "<script" not in page
    assert "default-src 'none'" in unescape(page)
    assert not re.findall(r"(?:src|href)=\"(?!#)", page)


def test_texts_of_releases_are_escaped(graph: Graph) -> None:
    build = {"skipped": ["<img src=x>: no reader"], "proposals": []}
    page = report_page(graph, build=build)
    assert "&lt;img src=x&gt;: no reader" in page
    assert "<img" not in page


def test_doubtful_joins_come_from_the_build(graph: Graph) -> None:
    pair = {"left": "person/alua-sadykova", "right": "person/a-sadykova", "score": 0.87654}
    page = report_page(graph, build={"proposals": [{**pair, "reason": "one initial"}]})
    assert "person/a-sadykova" in page
    assert "0.88" in page


def test_a_report_is_the_same_each_time_and_of_an_empty_graph_too(graph: Graph, page: str) -> None:
    assert report_page(graph) == page
    assert "None." in report_page(Graph())


def test_a_report_that_cannot_be_written_says_so(graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be written"):
        write_report(graph, tmp_path / "taken" / "quality.html")


def test_the_command_writes_beside_the_graph(graph: Graph, tmp_path: Path) -> None:
    graph.store.dump(tmp_path / "graph.nq")
    done = CliRunner().invoke(main, ["report", str(tmp_path / "graph.nq")])
    assert done.exit_code == 0, done.output
    assert "quality.html" in done.output
    assert (tmp_path / "quality.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_the_command_refuses_a_broken_note_of_the_build(tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text("{", encoding="utf-8")
    with pytest.raises(StoreError, match=r"report\.json: cannot be read"):
        read_build(tmp_path)
