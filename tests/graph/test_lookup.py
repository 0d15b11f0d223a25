"""Names that people type lead to one entity, or to a question."""

from __future__ import annotations

import pytest

from graphkit.errors import QueryError
from graphkit.graph import Graph, make_triples
from graphkit.knowledge import load_knowledge
from graphkit.model import Entity, Kind, Resolution

from factory import names  # isort: skip


@pytest.mark.parametrize(
    "name",
    ["country/KZ", "Қазақстан", "казахстан", "KZ", "https://w3id.org/graphkit/id/country/KZ"],
)
def test_find_takes_paths_names_codes_and_iris(graph: Graph, name: str) -> None:
    assert graph.find(name).value.endswith("country/KZ")


def test_find_asks_back_when_a_name_has_two_bearers(story: Resolution) -> None:
    one, two = (
        Entity(f"person/aida-{i}", Kind.PERSON, names(en="Aida"), (story.releases[0].id,))
        for i in (1, 2)
    )
    graph = Graph()
    both = Resolution(story.releases, (one, two), ())
    graph.replace(make_triples(both, load_knowledge()))
    with pytest.raises(QueryError, match="several: person/aida-1, person/aida-2"):
        graph.find("Aida")
