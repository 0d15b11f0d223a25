"""Links, centrality and communities."""

from __future__ import annotations

from graphkit.view.drawing import Drawing, Edge, Node
from graphkit.view.measure import measure, to_networkx
from graphkit.view.project import read_drawing


def make_bridge() -> Drawing:
    """Two triangles that one node joins."""
    nodes = tuple(Node(f"person/{i}", "Person", ()) for i in range(7))
    pairs = [(0, 1), (1, 2), (0, 2), (4, 5), (5, 6), (4, 6), (2, 3), (3, 4)]
    return Drawing("https://example.org/", nodes, tuple(Edge(a, b, "x:y") for a, b in pairs))


def test_measure_finds_the_bridge_most_central():
    assert int(measure(make_bridge()).centrality.argmax()) == 3


def test_measure_finds_the_two_communities():
    community = measure(make_bridge()).community
    assert community[0] == community[1]
    assert community[5] == community[6]
    assert community[0] != community[5]


def test_measure_counts_neighbours_once_and_never_itself(world):
    drawing = read_drawing(world)
    found = measure(drawing)
    adviser = drawing.position("person/dilshod-akhmedov")
    assert found.links[adviser] == 1
    assert found.sizes.max() <= 30
    assert to_networkx(drawing).number_of_nodes() == len(drawing.nodes)


def test_measure_takes_an_empty_drawing():
    found = measure(Drawing("https://example.org/", (), ()))
    assert len(found.links) == 0
