"""Hostile requests: an error with a message, nothing written, nothing fetched, the server lives."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from serve.running import NON_ASCII, SCRIPT

QUADRATIC = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(autouse=True)
def unharmed(http: httpx.Client, folder: Path) -> Iterator[None]:
    """After each test the server answers as before, and its files are as they were."""
    before = snapshot(folder)
    yield
    answer = http.get("/sparql", params={"query": "ASK { ?s a gk:Release }"})
    assert answer.json()["boolean"] is True
    assert snapshot(folder) == before


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Return the content of all files of the store, without its log and lock."""
    return {
        str(file.relative_to(folder)): (file.stat().st_size, file.read_bytes())
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name not in ("LOG", "LOCK") and "LOG.old" not in file.name
    }


class Listener:
    """Counts who connects to a port of this machine."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self.visits = 0
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        while True:
            try:
                visitor, _ = self._socket.accept()
            except OSError:
                return
            self.visits += 1
            visitor.close()

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join()


@pytest.fixture
def listener() -> Iterator[Listener]:
    one = Listener()
    yield one
    one.close()


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "LOAD <file:///etc/passwd>",
        "PREFIX a: <urn:a> DROP ALL",
        "SELECT * { ?s ?p ?o } ; DROP ALL",
    ],
)
def test_an_update_as_a_query_is_refused(http: httpx.Client, update: str) -> None:
    for response in (
        http.get("/sparql", params={"query": update}),
        http.post("/sparql", data={"query": update}),
    ):
        assert response.status_code == 400
        assert response.text.strip()


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:%d/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1:%d/sparql> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 1SERVICE<http://127.0.0.1:%d/>{ ?s ?p ?o } }",
        "SELECT * { BIND(<http://127.0.0.1:%d/> AS ?u) SERVICE ?u { ?s ?p ?o } }",
        "PREFIX x: <http://127.0.0.1:%d/> SELECT * { SERVICE x:y { ?s ?p ?o } }",
    ],
)
def test_service_is_refused_and_nothing_is_fetched(
    http: httpx.Client, listener: Listener, query: str
) -> None:
    response = http.post("/sparql", data={"query": query % listener.port})
    assert response.status_code == 403
    assert "SERVICE is off" in response.text
    assert listener.visits == 0


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM <http://127.0.0.1:%d/> { ?s ?p ?o }",
        "ASK { GRAPH <http://127.0.0.1:%d/> {} }",
    ],
)
def test_graphs_are_not_fetched(http: httpx.Client, listener: Listener, query: str) -> None:
    iri = f"http://127.0.0.1:{listener.port}/"
    assert http.get("/sparql", params={"query": query % listener.port}).status_code == 200
    http.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }", "default-graph-uri": iri})
    http.get("/resource", params={"iri": iri})
    http.get("/view", params={"focus": iri})
    http.get("/reconcile/preview", params={"id": iri})
    assert listener.visits == 0


@pytest.mark.parametrize(
    "path",
    [
        "/static/../worker.py",
        "/static/..%2fworker.py",
        "/static/%2e%2e/%2e%2e/pyproject.toml",
        "/../../../../etc/passwd",
        "/graphkit/id/../../../../etc/passwd",
        "/graphkit/id/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/queries/..%2f..%2fstore.py",
        "/queries/../posts.rq",
        "//etc/passwd",
    ],
)
def test_no_path_leads_to_a_file(address: str, path: str) -> None:
    host, _, port = address.removeprefix("http://").partition(":")
    status, body = raw(host, int(port), f"GET {path} HTTP/1.1\r\nHost: x\r\n".encode())
    assert status == 404
    assert b"root:" not in body
    assert b"import" not in body


def raw(host: str, port: int, head: bytes) -> tuple[int, bytes]:
    """Send bytes as they are, since a client would tidy them up."""
    with socket.create_connection((host, port), timeout=10) as connection:
        connection.sendall(head + b"Connection: close\r\n\r\n")
        data = b""
        while part := connection.recv(65536):
            data += part
    return int(data.split(b" ", 2)[1]), data


def test_a_query_of_ten_megabytes_is_refused(http: httpx.Client) -> None:
    query = "ASK { FILTER('" + "x" * (10 << 20) + "' = '') }"
    for options in (
        {"data": {"query": query}},
        {"content": query, "headers": {"Content-Type": "application/sparql-query"}},
        {"content": iter([b"query=", query.encode()]), "headers": {
            "Content-Type": "application/x-www-form-urlencoded"}},
    ):  # fmt: skip
        response = http.post("/sparql", **options)
        assert response.status_code == 413
        assert "larger than" in response.text


def test_a_url_of_a_megabyte_is_refused(address: str) -> None:
    host, _, port = address.removeprefix("http://").partition(":")
    head = b"GET /sparql?query=" + b"x" * (1 << 20) + b" HTTP/1.1\r\nHost: x\r\n"
    try:
        status, _ = raw(host, int(port), head)
    except OSError:
        return  # the server has hung up while we were still sending
    assert 400 <= status < 500


def test_a_quadratic_query_is_stopped_in_time(http: httpx.Client) -> None:
    began = time.monotonic()
    response = http.get("/sparql", params={"query": QUADRATIC})
    assert response.status_code == 504
    assert "stopped after 3 s" in response.text
    assert time.monotonic() - began < 6


def test_a_client_may_ask_for_less_time_but_not_for_more(http: httpx.Client) -> None:
    began = time.monotonic()
    response = http.get("/sparql", params={"query": QUADRATIC, "timeout": "0.6"})
    assert response.status_code == 504
    assert time.monotonic() - began < 2.5
    assert http.get("/sparql", params={"query": "ASK {}", "timeout": "x"}).status_code == 400


def test_a_huge_result_is_refused(http: httpx.Client) -> None:
    response = http.get("/sparql", params={"query": "SELECT * { ?a ?b ?c . ?d ?e ?f }"})
    assert response.status_code == 507
    assert "add LIMIT" in response.text


def test_a_query_for_much_memory_is_stopped(http: httpx.Client) -> None:
    query = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"
    assert http.get("/sparql", params={"query": query}).status_code in (504, 507)


def test_deep_nesting_kills_only_its_worker(http: httpx.Client) -> None:
    query = "ASK " + "{" * 200_000 + "}" * 200_000
    headers = {"Content-Type": "application/sparql-query"}
    response = http.post("/sparql", content=query, headers=headers)
    assert response.status_code in (400, 507)


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/sparql", b"query=%FF%FE"),
        ("/sparql", b"query=ASK%20%7B%7D&default-graph-uri=%C0%AF"),
        ("/resource", b"iri=%ED%A0%80"),
        ("/", b"q=%FF"),
        ("/reconcile", b"queries=%FF"),
        ("/view", b"focus=%80"),
        ("/sparql", b"query=\xd0\x90"),
    ],
)
def test_a_bad_encoding_is_refused(address: str, path: str, query: bytes) -> None:
    host, _, port = address.removeprefix("http://").partition(":")
    head = b"GET " + path.encode() + b"?" + query + b" HTTP/1.1\r\nHost: x\r\n"
    assert raw(host, int(port), head)[0] == 400


def test_a_form_in_another_encoding_is_refused(http: httpx.Client) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    for data in (b"query=%FF", "query=SELECT 'Құрмет'".encode("cp1251", "replace"), b"query=\xff"):
        assert http.post("/sparql", content=data, headers=headers).status_code == 400


def test_nul_and_surrogates_do_no_harm(http: httpx.Client) -> None:
    assert http.get("/sparql?query=ASK%20%7B%00").status_code == 400
    assert http.get("/graphkit/id/%00").status_code == 400
    response = http.post("/reconcile", data={"queries": '{"q": {"query": "\\ud800\\u0000"}}'})
    assert response.status_code < 500


@pytest.mark.parametrize(
    "iri",
    [
        "https://w3id.org/graphkit/id/x\r\nSet-Cookie: a=b",
        "https://w3id.org/graphkit/id/x> } ; DROP ALL #",
        "https://w3id.org/graphkit/id/country/KZ> ?p ?o } #",
        "javascript:alert(1)",
        "not an iri",
    ],
)
def test_an_iri_gets_into_no_header_and_no_query(http: httpx.Client, iri: str) -> None:
    for path, name in (("/resource", "iri"), ("/view", "focus"), ("/reconcile/view", "id")):
        response = http.get(path, params={name: iri})
        assert response.status_code in (303, 400, 404), path
        assert "set-cookie" not in response.headers
        assert re.match(r"/(?!/)", response.headers.get("location", "/x"))


def test_headers_survive_letters_outside_ascii(http: httpx.Client) -> None:
    for url in (
        httpx.URL("/resource", params={"iri": NON_ASCII}),
        httpx.URL("/graphkit/id/city/Алматы"),
    ):
        for accept in ("text/html", "text/turtle"):
            response = http.get(url, headers={"Accept": accept})
            assert response.status_code == 200
            assert response.headers["Link"].startswith(
                "<https://w3id.org/graphkit/id/city/%D0%90%D0%BB"
            )
            assert "Алматы" in response.text
    response = http.get("/reconcile/view", params={"id": "city/Алматы"})
    assert response.headers["Location"] == "/graphkit/id/city/%D0%90%D0%BB%D0%BC%D0%B0%D1%82%D1%8B"


def test_a_hostile_host_header_is_refused(address: str) -> None:
    host, _, port = address.removeprefix("http://").partition(":")
    for name in ("evil.example/path", 'x"><script>', "a b", "x@y"):
        head = f"GET /void HTTP/1.1\r\nHost: {name}\r\n".encode()
        assert raw(host, int(port), head)[0] == 400


def test_a_name_that_is_a_script_is_only_text(http: httpx.Client) -> None:
    for url in (
        "/graphkit/id/person/script",
        "/reconcile/preview?id=person/script",
        "/?q=<script>alert",
        "/view?focus=https://w3id.org/graphkit/id/person/script",
        "/nothing/<script>alert('x')</script>",
    ):
        text = http.get(url, headers={"Accept": "text/html"}).text
        assert SCRIPT not in text, url


def test_pages_allow_no_script_but_ours(http: httpx.Client) -> None:
    for url in ("/", "/query", "/graphkit/id/country/KZ", "/nothing"):
        response = http.get(url, headers={"Accept": "text/html"})
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert "<script>" not in response.text
        assert " on" + "click=" not in response.text
        assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "queries",
    ["[", "[]", '{"q": 1}', '{"q": {}}', '{"q": {"query": 1}}',
     '{"q": {"query": "x", "limit": -1}}', '{"q": {"query": "x", "type": 1}}',
     '{"q": {"query": "x", "properties": [1]}}',
     '{"q": {"query": "x", "properties": 7}}',
     '{"q": {"query": "x", "properties": [' + '{"pid": "x", "v": 1},' * 30 + '{}]}}',
     "[" * 100_000],
)  # fmt: skip
def test_bad_reconciliation_queries_are_refused(http: httpx.Client, queries: str) -> None:
    response = http.post("/reconcile", data={"queries": queries})
    assert response.status_code == 400
    assert response.text.strip()
