"""Fixtures of the viewer's tests: a small world, and a browser that notes what goes wrong."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graphkit.graph import Graph
from graphkit.view import write_html

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
# Nothing of the browser's own may reach for the network, or "no request" would mean little.
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
]
WINDOW = {"width": 1280, "height": 800}


class Opened:
    """A page in the browser, with the requests it made and what it wrote on the console."""

    def __init__(self, page: Any, uri: str) -> None:
        self.page = page
        self.requests: list[str] = []
        self.troubles: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.troubles.append(message.text))
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("dialog", lambda dialog: self.troubles.append(f"dialog {dialog.message}"))
        page.goto(uri)
        self.wait_until("document.documentElement.dataset.ready !== undefined")

    def __getattr__(self, name: str) -> Any:
        return getattr(self.page, name)

    def wait_until(self, expression: str, seconds: float = 30) -> None:
        """Wait for an expression to hold: the driver does it by eval, which the policy bars."""
        end = time.monotonic() + seconds
        while not self.page.evaluate(expression):
            assert time.monotonic() < end, expression
            self.page.wait_for_timeout(50)

    def ask(self, script: str, value: Any = None) -> Any:
        """Ask the page's read-only interface for tests: ``graphkit.…``."""
        self.wait_until("graphkit.isResting()")
        return self.page.evaluate(script, value)

    def find(self, text: str) -> None:
        """Type into the search box and take the first suggestion."""
        self.page.fill("#search", text)
        self.page.keyboard.press("Enter")

    def shown(self) -> set[str]:
        """Return the last parts of the ids of the nodes that are drawn."""
        ids = self.ask("graphkit.scene().nodes")
        return {node.rpartition("/")[2] for node in ids}


@pytest.fixture(scope="session")
def world() -> Graph:
    """Two meetings, two groups and three releases in three languages."""
    return Graph.open(Path(__file__).parent / "world.ttl")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A headless Chromium; closed with the module, for its event loop would block others."""
    driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    with driver.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Return a function that writes the page of a graph and opens it from the disk."""
    contexts = []

    def open_it(graph: Graph, *, fragment: str = "", window: Any = None, **options: Any) -> Opened:
        path = write_html(graph, tmp_path / "graph.html", **options)
        context = chromium.new_context(viewport=window or WINDOW, accept_downloads=True)
        contexts.append(context)
        return Opened(context.new_page(), path.as_uri() + (f"#{fragment}" if fragment else ""))

    yield open_it
    for context in contexts:
        context.close()


@pytest.fixture
def opened(open_page: Callable[..., Opened], world: Graph) -> Opened:
    """The page of the small world, in English."""
    return open_page(world, language="en")
