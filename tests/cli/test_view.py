"""``graphkit view``: what it reads, where it writes, and what it says."""

from __future__ import annotations

import re
import socket
import sys
import webbrowser
from itertools import pairwise
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner, Result
from export import servers
from serve.running import serving

from graphkit.cli import main
from graphkit.cli.view import open_in_browser
from graphkit.export import pull, push, write
from graphkit.graph import Graph
from graphkit.serve import Settings

WHOLE = "<p>the whole graph</p>"
MEETINGS = "CONSTRUCT { ?e schema:attendee ?p } WHERE { ?e schema:attendee ?p }"


def run(*args: str) -> Result:
    return CliRunner().invoke(main, ["view", *args])


@pytest.fixture
def folder(graph: Graph, tmp_path: Path) -> Path:
    """A folder as a build leaves it, with the page of the whole graph."""
    out = tmp_path / "out"
    with Graph.open(out, write=True) as built:
        built.replace(graph.quads())
    (out / "graph.html").write_text(WHOLE)
    return out


@pytest.mark.parametrize("ending", ["ttl", "nt", "nq", "trig", "jsonld", "rdf"])
def test_a_file_of_rdf_gets_its_page_beside_it(graph: Graph, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"story.{ending}"
    write(graph, file, "rdfxml" if ending == "rdf" else None)
    done = run(str(file))
    assert done.exit_code == 0, done.output
    page = tmp_path / "story.html"
    assert f"wrote {page}: " in done.stderr
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_the_page_of_a_folder_is_graph_html(folder: Path) -> None:
    done = run(str(folder), "--language", "en")
    assert done.exit_code == 0, done.output
    assert '<html lang="en">' in (folder / "graph.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "name"),
    [
        (["--focus", "Линдси Хойл"], "graph-lindsay-hoyle.html"),
        (["--since", "2026-03-01"], "graph-since-2026-03-01.html"),
        (["--query", MEETINGS], "graph-query.html"),
        (
            ["--focus", "Lindsay Hoyle", "--since", "2026-01-01"],
            "graph-lindsay-hoyle-since-2026-01-01.html",
        ),
    ],
    ids=["focus", "since", "query", "both"],
)
def test_a_part_of_a_graph_gets_a_page_of_its_own(
    folder: Path, options: list[str], name: str
) -> None:
    done = run(str(folder), *options)
    assert done.exit_code == 0, done.output
    assert (folder / name).is_file()
    assert (folder / "graph.html").read_text() == WHOLE
    assert f"{name}: " in done.stderr
    assert "graph.html stays as it was" in done.stderr


def test_a_query_in_a_file_chooses_what_is_drawn(folder: Path, tmp_path: Path) -> None:
    query = tmp_path / "meetings.rq"
    query.write_text(MEETINGS, encoding="utf-8")
    assert run(str(folder), "--query", str(query)).exit_code == 0
    assert (folder / "graph-meetings.html").is_file()
    missing = run(str(folder), "--query", "nowhere.rq")
    assert missing.exit_code == 2
    assert "--query nowhere.rq: cannot be read" in missing.stderr


@pytest.mark.parametrize("option", ["-o", "--out", "--output"])
def test_a_named_file_is_written_to_whatever_is_shown(folder: Path, option: str) -> None:
    page = folder / "made" / "asia.html"
    done = run(str(folder), "--focus", "Орталық Азия", option, str(page))
    assert done.exit_code == 0, done.output
    assert "Content-Security-Policy" in page.read_text(encoding="utf-8")


def test_open_shows_the_page_only_where_somebody_sits(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def note(uri: str) -> bool:
        opened.append(uri)
        return True

    monkeypatch.setattr(webbrowser, "open", note)
    piped = run(str(folder), "--open")
    assert piped.exit_code == 0
    assert f"open {folder / 'graph.html'} yourself" in piped.stderr
    assert opened == []
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    open_in_browser(folder / "graph.html")
    assert opened == [(folder / "graph.html").as_uri()]


def test_quiet_says_nothing(folder: Path) -> None:
    done = run(str(folder), "-q", "--focus", "Линдси Хойл")
    assert (done.exit_code, done.output) == (0, "")


def test_an_endpoint_of_ours_gives_the_same_page(folder: Path, tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours.html", tmp_path / "theirs.html"
    assert run(str(folder), "-o", str(ours)).exit_code == 0
    with serving(Settings(folder, port=0, workers=2)) as address:
        done = run(f"{address}/sparql", "-o", str(theirs))
    assert done.exit_code == 0, done.output
    assert ours.read_bytes() == theirs.read_bytes()


def test_an_endpoint_of_oxigraph_gives_the_same_page(
    graph: Graph, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(str(folder), "-o", "ours.html", "-l", "ru").exit_code == 0
    place = tmp_path / "server"
    place.mkdir()
    with servers.start("oxigraph", place) as server:
        push(graph, server.urls["query"], update=server.urls["update"])
        done = run(server.urls["query"], "-l", "ru")
    assert done.exit_code == 0, done.output
    (page,) = tmp_path.glob("graph-127.0.0.1-*.html")
    assert page.read_bytes() == Path("ours.html").read_bytes()


def test_a_large_endpoint_is_read_in_parts_or_refused(graph: Graph, tmp_path: Path) -> None:
    with servers.start("oxigraph", tmp_path) as server:
        url = server.urls["query"]
        push(graph, url, update=server.urls["update"])
        steps: list[int] = []
        copy = pull(url, part=100, on_progress=lambda _, done: steps.append(done))
        assert set(copy.quads()) == set(graph.quads())
        predicates = {quad.predicate for quad in graph.quads()}
        assert len(steps) >= len(predicates), "no answer holds more than one of them"
        assert all(after - before <= 100 for before, after in pairwise([0, *steps]))
        assert steps == sorted(steps)
        assert steps[-1] == len(graph)
        with pytest.raises(Exception, match=r"holds \d,?\d+ triples, too many to copy"):
            pull(url, most=100)


def test_what_an_endpoint_says_of_blank_nodes_stays_there(graph: Graph, tmp_path: Path) -> None:
    with servers.start("oxigraph", tmp_path) as server:
        url, update = server.urls["query"], server.urls["update"]
        push(graph, url, update=update)
        text = "INSERT DATA { _:a <https://example.org/p> 1 . <https://other.org/b> a <urn:c> }"
        httpx.post(update, data={"update": text}).raise_for_status()
        copy = pull(url)
    new = set(copy.quads()) - set(graph.quads())
    assert [quad.subject.value for quad in new] == ["https://other.org/b"]


def test_what_is_no_endpoint_is_one_line_and_exit_code_one(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/sparql"
    done = run(address)
    assert done.exit_code == 1
    assert re.fullmatch(rf"graphkit: {address}: cannot be reached: .*\n", done.stderr)
    missing = run(str(tmp_path / "none.ttl"))
    assert missing.exit_code == 1
    assert missing.stderr.endswith("none.ttl: there is no such folder or file\n")


def test_an_endpoint_without_the_extra_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "graphkit.export.remote", None)
    done = run("http://localhost:7878/query")
    assert done.exit_code == 1
    assert "needs httpx; install it with: pip install 'graphkit-press[remote]'" in done.stderr
