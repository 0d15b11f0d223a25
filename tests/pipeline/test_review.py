"""What a build does not dare to join is asked, and the answer counts in the next build."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graphkit.cli import main
from graphkit.cli.review import ask_questions
from graphkit.errors import DecisionError, QueryError
from graphkit.graph import Graph
from graphkit.pipeline import (
    DECISIONS,
    Judgement,
    decide,
    find_questions,
)

pytestmark = pytest.mark.model

TEXTS = {
    "kz": "Президент Казахстана Асан Алиев прибыл в Лондон.",
    "uz": "Президент Узбекистана Асан Алиев прибыл в Париж.",
    "en": "Asan Aliyev spoke in London.",
}


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(f"{text}\n{text}", encoding="utf-8")
    return folder


def run(*args: str, input: str | None = None) -> Result:
    return CliRunner().invoke(main, list(args), input=input)


def build(texts: Path, out: Path) -> None:
    assert run("build", str(texts), "--out", str(out), "--no-page", "-q").exit_code == 0


def persons(out: Path) -> list[str]:
    with Graph.open(out) as graph:
        rows = graph.query("SELECT ?p { ?p a schema:Person } ORDER BY ?p").to_dicts()
        return [str(row["p"]).removeprefix(graph.base_iri) for row in rows]


def test_a_build_asks_and_the_answers_count(texts: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(texts, out)
    before = persons(out)
    assert len(before) == 3
    questions = find_questions(out)
    stray = questions[0].left
    assert [one.reason for one in questions] == ["same full name"] * 2
    assert stray.names == ("Asan Aliyev",)
    assert stray.sentences[0].text.startswith("Asan Aliyev spoke in London.")
    assert "Президент Казахстана" in questions[0].right.sentences[0].text

    decide(out, stray.id, questions[0].right.id, Judgement.SAME, note="at the same forum")
    decide(out, stray.id, questions[1].right.id, Judgement.DIFFERENT)
    assert find_questions(out) == ()
    build(texts, out)
    assert len(persons(out)) == 2
    assert find_questions(out) == ()
    assert "at the same forum" in (out / DECISIONS).read_text(encoding="utf-8")


def test_the_last_word_counts_and_replaces_the_row(texts: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(texts, out)
    one, two, three = persons(out)
    file = tmp_path / "own" / "mine.csv"
    for judgement, pair in (("same", (one, two)), ("different", (two, one))):
        done = run("review", str(out), f"--{judgement}", *pair, "--decisions", str(file))
        assert done.exit_code == 0, done.output
        assert "1 decision; build again to apply" in done.stderr
    rows = file.read_text(encoding="utf-8").splitlines()
    assert rows == ["left,right,judgement,note", f"{two},{one},different,"]
    assert list(file.parent.iterdir()) == [file]
    with pytest.raises(QueryError, match="is the name of several"):
        decide(out, "Асан Алиев", three, Judgement.SAME)
    with pytest.raises(DecisionError, match="are one thing here"):
        decide(out, one, one, Judgement.SAME)
    with pytest.raises(DecisionError, match="as CSV"):
        decide(out, one, two, Judgement.SAME, decisions=tmp_path / "d.ttl")


def test_the_command_lists_text_and_json(texts: Path, tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    build(texts, Path(out))
    done = run("review", out)
    assert done.stderr == "2 open proposals\n"
    assert done.stdout.startswith("0.90  same full name\n  person/")
    assert "en.txt : Asan Aliyev spoke in London." in done.stdout
    assert len(json.loads(run("review", out, "--format", "json").stdout)) == 2


def test_a_terminal_asks_one_by_one_and_saves_each(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    build(texts, out)
    answers = iter("lsq")
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(answers))
    questions = find_questions(out)
    assert ask_questions(out, questions, None) == 1
    left = find_questions(out)
    assert left == questions[:1]
    assert ask_questions(out, left, None) == 0


def test_a_folder_without_a_graph_is_one_line(tmp_path: Path) -> None:
    done = run("review", str(tmp_path))
    assert done.exit_code == 1
    assert "holds no graph" in done.stderr
