"""The client waits where a service is overloaded, and reads what older ones answer."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs

import pytest

from graphkit.errors import SourceError
from graphkit.serve import Asked, ReconcileClient


class Service(BaseHTTPRequestHandler):
    """A service of the API's version 0.1 that is busy at first."""

    busy = 2
    asked: list[str] = []  # noqa: RUF012 - the server makes one object a request
    answer = '{"q0": {"result": [{"id": "Q232", "name": "Kazakhstan", "score": "99.5"}]}}'

    def do_GET(self) -> None:
        self._send(200, '{"name": "old", "identifierSpace": "http://www.example.org/entity/"}')

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        type(self).asked.append(parse_qs(body)["queries"][0])
        if Service.busy:
            Service.busy -= 1
            self._send(429, "slow down", {"Retry-After": "0"})
        else:
            self._send(200, Service.answer)

    def _send(self, status: int, text: str, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(text.encode())))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def service() -> Iterator[str]:
    Service.busy, Service.asked = 2, []
    with HTTPServer(("127.0.0.1", 0), Service) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/api"
        server.shutdown()
        thread.join()


def test_it_asks_again_when_the_service_is_busy(service: str) -> None:
    with ReconcileClient(service, wait=0) as client:
        ((_, (found,)),) = client.find([Asked("Қазақстан")], type="Q6256", limit=1)
    assert len(Service.asked) == 3
    query = json.loads(Service.asked[-1])["q0"]
    assert query == {"query": "Қазақстан", "limit": 1, "type": "Q6256"}
    assert found.iri == "http://www.example.org/entity/Q232"
    assert (found.score, found.is_match, found.types) == (99.5, False, ())


def test_it_gives_up_in_the_end(service: str) -> None:
    Service.busy = 100
    with ReconcileClient(service, wait=0) as client, pytest.raises(SourceError, match="429: slow"):
        list(client.find([Asked("Қазақстан")]))
    assert len(Service.asked) == 4


@pytest.mark.parametrize("answer", ["[]", "{}", '{"q0": {"result": [{"name": "x"}]}}'])
def test_an_answer_that_is_none_is_said(
    service: str, answer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Service.busy = 0
    monkeypatch.setattr(Service, "answer", answer)
    with ReconcileClient(service) as client, pytest.raises(SourceError, match="no readable result"):
        list(client.find([Asked("Қазақстан")]))
