"""A small web of press offices on the loopback address, which notes what it is asked."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from graphkit.cli import main

PAGES = {
    "/kk/1": ("kk", "Сенат Төрағасы Лондонға барды", "2026-03-02",
              "Қазақстан Республикасы Парламенті Сенатының Төрағасы Ерлан Бекенов Лондонда "
              "Қауымдар палатасының Спикері Линдси Хойлмен кездесті."),
    "/ru/1": ("ru", "Встреча в Хельсинки", "2026-03-12",
              "Председатель Сената Парламента Республики Казахстан Ерлан Бекенов встретился "
              "с министром образования Финляндии Хенриком Лахти в Хельсинки."),
    "/en/1": ("en", "A meeting in Helsinki", "2026-03-12",
              "Speaker of the Senate of Kazakhstan Yerlan Bekenov met with Minister of Education "
              "of Finland Henrik Lahti in Helsinki."),
}  # fmt: skip


def make_page(path: str, *, more: str = "", head: str = "") -> bytes:
    """Return a page of the press office as HTML."""
    language, title, day, text = PAGES[path]
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{title}</title>"
        f'<meta property="article:published_time" content="{day}">{head}</head>'
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1><p>{text}</p>"
        f"<p>{more or text}</p></article></body></html>"
    ).encode()


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server answers to a path."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    kind: str = "text/html; charset=utf-8"


Answerer = Callable[[BaseHTTPRequestHandler], Reply]


class Site:
    """Replies by path; a path without one is answered with 404."""

    def __init__(self) -> None:
        self.replies: dict[str, Reply | Answerer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.times: list[float] = []
        self.sitemap = b""
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._make_handler())
        threading.Thread(
            target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        ).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    @property
    def paths(self) -> list[str]:
        """Return what was asked for, without the rules for robots."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def forget(self) -> None:
        self.asked.clear()
        self.times.clear()

    def _make_handler(self) -> type[BaseHTTPRequestHandler]:
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, dict(self.headers)))
                site.times.append(time.monotonic())
                reply = site.replies.get(self.path, Reply(status=404))
                if callable(reply):
                    reply = reply(self)
                self.send_response(reply.status)
                self.send_header("Content-Type", reply.kind)
                self.send_header("Content-Length", str(len(reply.body)))
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(reply.body)

            def log_message(self, *_: Any) -> None:
                pass

        return Handler


@pytest.fixture
def site() -> Iterator[Site]:
    """Return a site with three releases, a sitemap and a feed."""
    site = Site()
    for path in PAGES:
        site.replies[path] = Reply(make_page(path))
    places = "".join(
        f"<url><loc>{site.url}{path}</loc><lastmod>{page[2]}</lastmod></url>"
        for path, page in PAGES.items()
    )
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    site.sitemap = f'<?xml version="1.0"?><urlset {space}>{places}</urlset>'.encode()
    site.replies["/sitemap.xml"] = Reply(site.sitemap, kind="application/xml")
    items = "".join(f"<item><title>t</title><link>{path}</link></item>" for path in PAGES)
    site.replies["/rss"] = Reply(
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>Press</title>{items}'
        "</channel></rss>".encode(),
        kind="application/rss+xml",
    )
    yield site
    site.server.shutdown()
    site.server.server_close()


Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return the command, which keeps what it fetches in ``press``."""

    def fetch(*args: str, delay: float = 0, input: str | None = None) -> Result:
        line = ["fetch", *args, "--out", str(tmp_path / "press"), "--delay", str(delay)]
        return CliRunner().invoke(main, [*line, "--contact", "press@example.org"], input=input)

    return fetch


@pytest.fixture
def files(tmp_path: Path) -> Callable[[], dict[str, bytes]]:
    """Return what stands in ``press``: the beginning of each file's name with its bytes."""

    def read() -> dict[str, bytes]:
        found = (p for p in (tmp_path / "press").rglob("*") if p.is_file())
        return {p.name.rpartition("-")[0]: p.read_bytes() for p in found if p.name[0] != "."}

    return read
