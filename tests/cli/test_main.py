"""Commands print answers on stdout, the rest on stderr, and end with the right code."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graphkit.cli import main
from graphkit.cli.options import Progress
from graphkit.export import write
from graphkit.graph import Graph


@pytest.fixture(scope="session")
def file(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The story as a Turtle file: every command that reads a graph takes one."""
    return str(write(graph, tmp_path_factory.mktemp("story") / "graph.ttl"))


def run(*args: str, input: str | None = None) -> Result:
    return CliRunner().invoke(main, list(args), input=input)


def test_query_prints_a_table(file: str) -> None:
    done = run("query", file, "SELECT ?n { id:city\\/london skos:prefLabel ?n } ORDER BY ?n")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("n\n──────\nLondon\n")


def test_query_takes_a_file_and_stdin(file: str, tmp_path: Path) -> None:
    query = tmp_path / "q.rq"
    query.write_text("ASK { ?x a gk:City }")
    assert run("query", file, "-f", str(query)).stdout == "yes\n"
    assert run("query", file, "-f", "-", input="ASK { ?x a gk:Party }").stdout == "no\n"


def test_query_asks_named_queries_with_parameters(file: str) -> None:
    done = run(
        "query", file, "-n", "posts", "-p", "country=GB", "-p", "language=kk", "--format", "csv"
    )
    assert "Линдси Хойл,спикер,Қауымдар палатасы,GB,2026-02-28" in done.stdout


def test_query_lists_named_queries_without_a_graph() -> None:
    done = run("query", "--list")
    assert "meetings: Which officials of two countries have met" in done.stdout
    assert "    left (country): code of one country" in done.stdout


def test_query_explains(file: str) -> None:
    assert "algebra:" in run("query", file, "--explain", "SELECT ?x { ?x a gk:City }").stdout


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ([], "give the folder of a graph, or --list"),
        (["FILE"], "give one of: a query, --file, --named"),
        (["FILE", "ASK {}", "-n", "posts"], "give one of"),
        (["FILE", "ASK {}", "-p", "a=b"], "--param goes with --named"),
        (["FILE", "-n", "posts", "-p", "land"], "write it as NAME=VALUE"),
        (["FILE", "ASK {}", "--format", "excel"], "'excel' is not one of"),
    ],
)
def test_wrong_usage_is_exit_code_two(file: str, args: list[str], message: str) -> None:
    done = run("query", *(file if arg == "FILE" else arg for arg in args))
    assert done.exit_code == 2
    assert message in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["query", "nowhere", "ASK {}"], "graphkit: nowhere: holds no graph"),
        (["query", "FILE", "SELECT"], "graphkit: query:1:"),
        (["query", "FILE", "-n", "none"], "graphkit: 'none' is no named query"),
        (["export", "FILE", "-o", "a.xlsx"], "graphkit: a.xlsx: no writer for '.xlsx'"),
        (["forget", "nowhere", "x"], "graphkit: nowhere: holds no graph"),
        (["evaluate", "FILE", "."], "graphkit: .: holds no gold"),
        (["view", "FILE", "--focus", "Nobody", "-o", "x.html"], "graphkit: "),
    ],
    ids=lambda x: x[0] if isinstance(x, list) else "",
)
def test_what_fails_is_one_line_and_exit_code_one(
    file: str, args: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*(file if arg == "FILE" else arg for arg in args))
    assert done.exit_code == 1
    assert done.stderr.startswith(message)
    assert "Traceback" not in done.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format", ["turtle", "ntriples", "jsonld"])
def test_export_writes_to_stdout(file: str, format: str) -> None:
    command = [sys.executable, "-m", "graphkit", "export", file, "--format", format]
    done = subprocess.run(command, capture_output=True, check=True)
    assert "Лондон".encode() in done.stdout or b"\\u041B" in done.stdout
    assert done.stderr == b""


def test_export_chooses_the_format_by_the_ending(file: str, tmp_path: Path) -> None:
    done = run("export", file, "-o", str(tmp_path / "graph.gexf"))
    assert "wrote" in done.stderr
    assert "triples" in done.stderr
    assert "<gexf" in (tmp_path / "graph.gexf").read_text(encoding="utf-8")


def test_a_reader_that_goes_away_causes_no_traceback(file: str) -> None:
    command = f"{sys.executable} -m graphkit export {file} --format ntriples | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


def test_view_writes_a_page(file: str, tmp_path: Path) -> None:
    page = tmp_path / "graph.html"
    done = run("view", file, "-o", str(page), "--language", "ru")
    assert done.exit_code == 0, done.output
    assert page.read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html>")


def test_validate_says_that_the_story_conforms(file: str) -> None:
    done = run("validate", file)
    assert done.exit_code == 0
    assert done.stdout.startswith("conforms (")
    assert json.loads(run("validate", file, "--format", "json").stdout)["conforms"] is True


def test_validate_of_a_broken_graph_is_exit_code_one(graph: Graph, tmp_path: Path) -> None:
    broken = Graph()
    broken.replace(quad for quad in graph.quads() if not quad.predicate.value.endswith("#role"))
    file = write(broken, tmp_path / "graph.ttl")
    done = run("validate", str(file))
    assert done.exit_code == 1
    assert "post/gb/house-of-commons/speaker" in done.stdout


def test_stats_counts(file: str) -> None:
    assert "3 releases (1 en, 1 kk, 1 ru" in run("stats", file).stdout
    assert json.loads(run("stats", file, "--format", "json").stdout)["classes"]["gk:City"] == 1


def test_evaluate_prints_figures_and_mistakes(file: str, tmp_path: Path) -> None:
    entity = {"id": "c1", "type": "Country", "iso": "KZ", "names": ["Kazakhstan"]}
    gold = {"id": "story-en", "lang": "en", "entities": [entity]}
    (tmp_path / "story-en.json").write_text(json.dumps(gold))
    done = run("evaluate", file, str(tmp_path), "--errors")
    assert done.exit_code == 0
    assert re.search(r"^entity +\d\d\.\d \(1\)", done.stdout, re.M)
    assert "story-en\tentity\tspurious" in done.stdout


def test_diff_of_a_graph_with_itself_is_empty(file: str) -> None:
    assert run("diff", file, file).stdout == "0 added, 0 removed\n"
    assert run("diff", file, file, "--format", "patch").stdout == "TX .\nTC .\n"


def test_ontologies_check_ends_with_the_number_of_problems() -> None:
    done = run("ontologies", "check")
    assert "problem" in done.stderr
    assert done.exit_code == bool(done.stdout)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell: str) -> None:
    assert "_GRAPHKIT_COMPLETE" in run("completion", shell).stdout


def test_version_is_that_of_the_package() -> None:
    assert run("--version").stdout.startswith("graphkit, version ")


def test_help_comes_at_once() -> None:
    command = [sys.executable, "-m", "graphkit", "--help"]
    spent = []
    for _ in range(3):
        before = os.times()
        subprocess.run(command, capture_output=True, check=True)
        after = os.times()
        # Of the processor, not of the clock: other tests run at the same time.
        spent.append(sum(after[2:4]) - sum(before[2:4]))
    assert min(spent) < 0.5


def test_progress_says_nothing_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(quiet=False)
    progress("extract", 3)
    progress.clear()
    assert capsys.readouterr().err == ""
