"""A server over the story on a free port of this machine, with a few hostile things in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from serve.running import more_quads, serving

from graphkit.graph import Graph, make_triples
from graphkit.knowledge import load_knowledge
from graphkit.model import Resolution
from graphkit.serve import Settings
from graphkit.view import live_page, live_part


@pytest.fixture(scope="session")
def folder(story: Resolution, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a build leaves it."""
    out = tmp_path_factory.mktemp("serve") / "out"
    with Graph.open(out, write=True) as graph:
        graph.replace([*make_triples(story, load_knowledge()), *more_quads()])
    return out


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    """The address of a server with small limits."""
    settings = Settings(
        folder,
        port=0,
        timeout=3.0,
        workers=4,
        max_result=1 << 20,
        memory=1 << 30,
        view=live_page,
        part=live_part,
    )
    with serving(settings) as url:
        yield url


@pytest.fixture(scope="session")
def http(address: str) -> Iterator[httpx.Client]:
    """A client of the server."""
    with httpx.Client(base_url=address, timeout=30, trust_env=False) as client:
        yield client
