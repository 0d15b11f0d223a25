"""A server elsewhere is brought to what the graph holds: only the difference, again at will."""

from __future__ import annotations

import base64
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import httpx
import pyoxigraph as ox
import pytest
from click.testing import CliRunner
from export import servers

from graphkit.cli import main
from graphkit.errors import StoreError
from graphkit.export import pull, push, write
from graphkit.export.remote import Address, Remote
from graphkit.graph import Change, Graph

COUNT = '{"results": {"bindings": [{"n": {"value": "%d"}}]}}'
GROUP = '{"results": {"bindings": [{"k": {"type": "%s", "value": "%s"}, "n": {"value": "2"}}]}}'
LABEL = ox.NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
KZ = ox.NamedNode("https://w3id.org/graphkit/id/country/KZ")


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[servers.Server]:
    with servers.start(request.param, tmp_path_factory.mktemp(request.param)) as running:
        yield running


@pytest.fixture(params=["update", "graph store"])
def how(request: pytest.FixtureRequest, server: servers.Server) -> dict[str, Any]:
    """How to push to an emptied server: the options of ``push``, without the graph."""
    target = f"GRAPH <{server.graph}>" if server.graph else "DEFAULT"
    with Remote(
        Address(server.urls["query"], server.urls["update"]),
        ["https://"],
        environment=server.environment,
    ) as remote:
        remote._send(server.urls["update"], data={"update": f"CLEAR SILENT {target}"})
    options: dict[str, Any] = {
        "store": server.urls["query"],
        "update": server.urls["update"],
        "into": server.graph,
        "environment": server.environment,
        "batch": 50,
    }
    if request.param == "graph store":
        options["graph_store"] = server.urls["graph_store"]
    return options


def ask(server: servers.Server, pattern: str) -> bool:
    where = f"GRAPH <{server.graph}> {{ {pattern} }}" if server.graph else pattern
    sparql = f"SELECT * {{ {where} }} LIMIT 1"
    accept = {"Accept": "application/sparql-results+json"}
    answer = httpx.post(server.urls["query"], data={"query": sparql}, headers=accept)
    return bool(answer.json()["results"]["bindings"])


def test_all_is_sent_once_and_nothing_the_second_time(
    graph: Graph, server: servers.Server, how: dict[str, Any]
) -> None:
    assert push(graph, **how, dry_run=True) == Change(len(graph), 0)
    assert push(graph, **how) == Change(len(graph), 0)
    assert push(graph, **how) == Change(0, 0)
    assert ask(server, f'{KZ} {LABEL} "Қазақстан"@kk')


def test_what_was_pushed_comes_back_the_same(
    graph: Graph, server: servers.Server, how: dict[str, Any]
) -> None:
    push(graph, **how)
    copy = pull(server.urls["query"], graph=server.graph, environment=server.environment)
    assert set(copy.quads()) == set(graph.quads())


def test_only_the_difference_is_sent_and_what_is_not_ours_stays(
    graph: Graph, server: servers.Server, how: dict[str, Any]
) -> None:
    foreign = ox.Triple(ox.NamedNode("https://example.org/a"), LABEL, ox.Literal("their own"))
    push(graph, **how)
    with Remote(
        Address(server.urls["query"], server.urls["update"], graph=server.graph),
        ["https://example.org/"],
        environment=server.environment,
    ) as remote:
        remote.add([foreign])
    changed = Graph()
    changed.replace(quad for quad in graph.quads() if quad.predicate != LABEL)
    gone = len(graph) - len(changed)
    assert push(changed, **how) == Change(0, gone)
    assert not ask(server, f"{KZ} {LABEL} ?name")
    assert ask(server, str(foreign))
    assert push(graph, **how) == Change(gone, 0)


def test_an_interrupted_push_goes_on_where_it_was(
    graph: Graph, how: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    sent, add = [], Remote.add

    def stop_after_two(self: Remote, triples: list[ox.Triple]) -> None:
        if len(sent) == 2:
            raise KeyboardInterrupt
        sent.append(len(triples))
        add(self, triples)

    monkeypatch.setattr(Remote, "add", stop_after_two)
    with pytest.raises(KeyboardInterrupt):
        push(graph, **how)
    monkeypatch.undo()
    assert push(graph, **how) == Change(len(graph) - sum(sent), 0)


def test_the_command_says_what_has_changed(
    graph: Graph, how: dict[str, Any], tmp_path: Path
) -> None:
    file = str(write(graph, tmp_path / "graph.ttl"))
    command = ["push", file, "--store", how["store"], "--update-url", how["update"]]
    command += ["--graph", how["into"]] if how["into"] else []
    done = CliRunner().invoke(main, command, env=how["environment"])
    assert done.exit_code == 0, done.output
    assert done.stderr.endswith(f": {len(graph)} triples added, 0 removed\n")
    done = CliRunner().invoke(main, [*command, "--dry-run"], env=how["environment"])
    assert done.stderr.startswith("would change ")
    assert done.stderr.endswith(": 0 triples added, 0 removed\n")


def connect(url: str, **environment: str) -> Remote:
    return Remote(Address(url, url), ["https://x.org/"], environment=environment, wait=0.01)


def test_a_busy_server_is_asked_again() -> None:
    busy = (503, {"Retry-After": "1"}, "")
    with servers.scripted(busy, busy, (200, {}, COUNT % 0)) as script:
        assert list(connect(script.address).read()) == []
    assert len(script.asked) == 3


def test_an_answer_that_is_cut_is_never_taken_for_all() -> None:
    line, kind = "<https://x.org/a> <https://x.org/b> <https://x.org/c> .", "application/n-triples"
    cut = (200, {"Content-Type": kind}, line)
    by_predicate = (200, {}, GROUP % ("uri", "https://x.org/b"))
    by_digest = [(200, {}, GROUP % ("literal", "0" * depth)) for depth in range(1, 7)]
    with (
        servers.scripted((200, {}, COUNT % 2), cut, by_predicate, *by_digest, cut) as script,
        pytest.raises(StoreError, match="1 of 2 triples"),
    ):
        list(connect(script.address).read())


@pytest.mark.parametrize(
    ("environment", "header"),
    [
        ({"GRAPHKIT_STORE_TOKEN": "abc"}, "Bearer abc"),
        ({"GRAPHKIT_STORE_USER": "me", "GRAPHKIT_STORE_PASSWORD": "secret"}, "Basic bWU6c2VjcmV0"),
    ],
    ids=["token", "basic"],
)
def test_credentials_come_from_the_environment(environment: dict[str, str], header: str) -> None:
    refused = (401, {"WWW-Authenticate": 'Basic realm="x"'}, "")
    answers = [refused] if "GRAPHKIT_STORE_USER" in environment else []
    with servers.scripted(*answers, (200, {}, COUNT % 0)) as script:
        list(connect(script.address, **environment).read())
    assert script.asked[-1][0]["Authorization"] == header
    assert all("Authorization" not in headers for headers, _ in script.asked[:-1])


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ((401, {}, "who are you?"), "answered 401: who are you.*set GRAPHKIT_STORE_USER"),
        ((404, {}, ""), "answered 404: Not Found"),
        ((302, {"Location": "http://127.0.0.2/"}, ""), "answered 302"),
        ((200, {}, "<html>Welcome</html>"), "no SPARQL endpoint"),
        ((200, {}, '{"results": {"bindings": []}}'), "no SPARQL endpoint"),
    ],
    ids=["login", "absent", "moved", "page", "empty"],
)
def test_what_a_server_refuses_is_told(
    answer: tuple[int, dict[str, str], str], message: str
) -> None:
    with servers.scripted(answer) as script, pytest.raises(StoreError, match=message):
        list(connect(script.address).read())


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("file:///etc/passwd", "starts with https"),
        ("localhost:7878", "starts with https"),
        ("http://me:secret@localhost/", "no password in an address"),
    ],
)
def test_an_address_is_looked_at_before_anything_is_sent(url: str, message: str) -> None:
    with pytest.raises(StoreError, match=message) as caught:
        connect(url)
    assert "secret" not in str(caught.value)


def test_a_server_that_is_not_there_is_one_line(graph: Graph) -> None:
    with pytest.raises(StoreError, match="cannot be reached"):
        push(graph, "http://127.0.0.1:9/", wait=0.001)


@pytest.mark.parametrize("user", [None, "editor"])
def test_a_login_that_the_keyring_keeps_is_used(
    monkeypatch: pytest.MonkeyPatch, user: str | None
) -> None:
    """A keyring of this test's own stands in for the system's, which no test may read."""
    asked: list[tuple[str, str | None]] = []

    def get_credential(host: str, name: str | None) -> SimpleNamespace:
        asked.append((host, name))
        return SimpleNamespace(username="editor", password="secret")

    errors = ModuleType("keyring.errors")
    errors.KeyringError = RuntimeError  # type: ignore[attr-defined]
    keyring = ModuleType("keyring")
    keyring.get_credential = get_credential  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    environment = {} if user is None else {"GRAPHKIT_STORE_USER": user}
    address = Address("https://store.example.org/sparql", "https://store.example.org/update")
    with Remote(address, ["https://"], environment=environment) as remote:
        login = remote._http.auth
        assert isinstance(login, httpx.Auth)
        flow = login.auth_flow(httpx.Request("POST", address.query))
        next(flow)
        challenge = {"WWW-Authenticate": "Basic realm=store"}
        sent = flow.send(httpx.Response(401, headers=challenge))
    assert asked == [("store.example.org", user)]
    assert base64.b64decode(sent.headers["Authorization"].split()[1]) == b"editor:secret"
