"""``graphkit build --store``: what is built into the folder is brought to a SPARQL server."""

from __future__ import annotations

import re
import socket
from pathlib import Path

import factory
import httpx
import pytest
from click.testing import CliRunner, Result
from export import servers

from graphkit.cli import main
from graphkit.graph import Graph

pytestmark = pytest.mark.model


@pytest.fixture
def press(tmp_path: Path) -> Path:
    folder = tmp_path / "press"
    folder.mkdir()
    (folder / "en.txt").write_text(factory.TEXTS["en"], encoding="utf-8")
    return folder


def build(press: Path, url: str, *more: str) -> Result:
    command = ["build", str(press), "--out", str(press.parent / "out"), "--no-page", "-j", "1"]
    return CliRunner().invoke(main, [*command, "--store", url, *more])


def count(server: servers.Server) -> int:
    sparql = {"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}
    accept = {"Accept": "text/csv"}
    return int(httpx.post(server.urls["query"], data=sparql, headers=accept).text.split()[1])


def test_the_server_gets_what_is_new_and_only_that(press: Path, tmp_path: Path) -> None:
    place = tmp_path / "server"
    place.mkdir()
    with servers.start("oxigraph", place) as server:
        urls = ["--update-url", server.urls["update"], "--graph-store-url"]
        more = [*urls, server.urls["graph_store"], "--batch", "100"]
        first = build(press, server.urls["query"], *more)
        assert first.exit_code == 0, first.output
        assert first.stdout == ""
        wrote, brought = first.stderr.splitlines()
        assert re.match(r"wrote .*out: 1 release, \d+ triples", wrote)
        with Graph.open(tmp_path / "out") as graph:
            one = len(graph)
        assert brought.endswith(f": {one:,} triples added, 0 removed")
        assert count(server) == one

        again = build(press, server.urls["query"], *more)
        assert again.stderr.endswith(": 0 triples added, 0 removed\n")

        (press / "kk.txt").write_text(factory.TEXTS["kk"], encoding="utf-8")
        grown = build(press, server.urls["query"], *more)
        added, removed = map(int, re.findall(r"(\d+) (?:triples added|removed)", grown.stderr))
        with Graph.open(tmp_path / "out") as graph:
            assert len(graph) == count(server) == one + added - removed


def test_a_server_that_is_away_costs_nothing_but_the_same_command_again(
    press: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphkit.export.remote.time.sleep", lambda seconds: None)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        away = f"http://127.0.0.1:{free.getsockname()[1]}/query"
        failed = build(press, away)
    assert failed.exit_code == 1
    wrote, reason = failed.stderr.splitlines()
    assert wrote.startswith("wrote ")
    assert reason.startswith(f"graphkit: {away}: cannot be reached: ")
    place = tmp_path / "server"
    place.mkdir()
    with servers.start("oxigraph", place) as server:
        done = build(press, server.urls["query"], "--update-url", server.urls["update"], "-q")
        assert done.exit_code == 0
        assert done.output == ""
        with Graph.open(tmp_path / "out") as graph:
            assert count(server) == len(graph)


def test_sources_that_cannot_be_read_leave_the_server_as_it_is(press: Path, tmp_path: Path) -> None:
    (press / "en.txt").unlink()
    with servers.scripted() as script:
        done = build(press, script.address)
    assert done.exit_code == 1
    assert "0 releases" in done.stderr
    assert script.asked == []


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("localhost:7878", "the address of a store starts with https"),
        ("http://me:secret@localhost/", "no password in an address"),
    ],
)
def test_an_address_is_looked_at_before_anything_is_built(
    press: Path, address: str, message: str
) -> None:
    done = build(press, address)
    assert done.exit_code == 1
    assert message in done.stderr
    assert "secret" not in done.stderr
    assert not (press.parent / "out").exists()


def test_the_other_addresses_need_the_first(press: Path) -> None:
    command = ["build", str(press), "--out", "out", "--update-url", "http://localhost/update"]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 2
    assert "--graph need --store" in done.stderr
