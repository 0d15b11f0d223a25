"""SPARQL servers that tests start on loopback: Oxigraph, Virtuoso, and one that says its lines."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

OXIGRAPH = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which(
    "oxigraph"
)
VIRTUOSO = shutil.which("virtuoso-t")
GRAPH = "https://example.org/graph"
# Few rows an answer: what a server of millions does to a large graph happens to a small one.
ROWS = 150
_INI = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 2000
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 3
[SPARQL]
ResultSetMaxRows = {rows}
"""


@dataclass(frozen=True)
class Server:
    """What ``push`` is told of a server, and what its environment holds."""

    urls: dict[str, str]
    graph: str | None
    environment: dict[str, str] = field(default_factory=dict)


@contextmanager
def start(name: str, folder: Path) -> Iterator[Server]:
    """Run a server in a folder until the block ends."""
    command = {"oxigraph": OXIGRAPH, "virtuoso": VIRTUOSO}[name]
    if command is None:
        pytest.skip(f"{name} is not installed")
    http, sql = _free_ports()
    at = f"http://127.0.0.1:{http}"
    if name == "oxigraph":
        args = [command, "serve", "--bind", f"127.0.0.1:{http}"]
        urls = {"query": f"{at}/query", "update": f"{at}/update", "graph_store": f"{at}/store"}
        server = Server(urls, None)
    else:
        ini = folder / "virtuoso.ini"
        ini.write_text(_INI.format(http=http, sql=sql, rows=ROWS))
        args = [command, "-f", "-c", str(ini)]
        urls = {
            "query": f"{at}/sparql",
            "update": f"{at}/sparql-auth",
            "graph_store": f"{at}/sparql-graph-crud-auth",
        }
        login = {"GRAPHKIT_STORE_USER": "dba", "GRAPHKIT_STORE_PASSWORD": "dba"}
        server = Server(urls, GRAPH, login)
    with (folder / "log.txt").open("wb") as log:
        child = subprocess.Popen(args, cwd=folder, stdout=log, stderr=log)
        try:
            _wait(urls["query"], child)
            yield server
        finally:
            child.kill()
            child.wait()


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as two:
        one.bind(("127.0.0.1", 0))
        two.bind(("127.0.0.1", 0))
        return one.getsockname()[1], two.getsockname()[1]


def _wait(url: str, child: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and child.poll() is None:
        try:
            if httpx.post(url, data={"query": "ASK {}"}, timeout=5).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError(f"{child.args} did not start")


@dataclass
class Script:
    """What a made-up server answers, in turn, and what it has been asked."""

    address: str = ""
    answers: list[tuple[int, dict[str, str], str]] = field(default_factory=list)
    asked: list[tuple[dict[str, str], str]] = field(default_factory=list)


@contextmanager
def scripted(*answers: tuple[int, dict[str, str], str]) -> Iterator[Script]:
    """Run a server that gives these answers, whatever it is asked."""
    script = Script(answers=list(answers))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            script.asked.append((dict(self.headers), body))
            status, headers, text = script.answers.pop(0)
            self.send_response(status)
            for key, value in {**headers, "Content-Length": str(len(text.encode()))}.items():
                self.send_header(key, value)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        script.address = f"http://127.0.0.1:{server.server_address[1]}/sparql"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield script
        finally:
            server.shutdown()
            thread.join()
