"""Fixtures shared by all tests."""

from __future__ import annotations

from pathlib import Path

import factory
import pytest

from graphkit.graph import Graph, make_triples
from graphkit.knowledge import load_knowledge
from graphkit.model import Resolution


@pytest.fixture(scope="session")
def story() -> Resolution:
    """The seed's story, resolved by hand over a Kazakh, a Russian and an English release."""
    return factory.make_story()


@pytest.fixture(scope="session")
def graph(story: Resolution) -> Graph:
    """The story as a graph in memory; tests only read it."""
    graph = Graph()
    graph.replace(make_triples(story, load_knowledge()))
    return graph


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of the texts and gold annotations kept with the tests."""
    return Path(__file__).parent / "data"
