"""Drawing -> positions: the same in every build, countries as on a map."""

from __future__ import annotations

from dataclasses import replace

import factory
import numpy as np
import pytest

from graphkit.graph import Graph, make_triples
from graphkit.knowledge.concepts import Knowledge
from graphkit.view.drawing import Drawing, Edge, Node
from graphkit.view.layout import place_nodes
from graphkit.view.measure import measure
from graphkit.view.project import read_drawing


def place(drawing):
    return place_nodes(drawing, measure(drawing).sizes)


def test_place_nodes_gives_the_same_picture_every_time(world):
    drawing = read_drawing(world)
    assert np.array_equal(place(drawing), place(drawing))


def test_place_nodes_puts_west_left_of_east():
    codes = ["GB", "DE", "KZ", "JP"]
    lands = [Node(f"country/{c}", "Country", (), (), (f"country/{c}",), notation=c) for c in codes]
    groups = [Node(f"group/{i}", "Committee", ()) for i in range(3)]
    edges = [Edge(4 + i, i + n, "gk:concerns") for i in range(3) for n in (0, 1)]
    drawing = Drawing("https://example.org/", (*lands, *groups), tuple(edges))
    x = place(drawing)[:4, 0]
    assert list(np.argsort(x)) == [0, 1, 2, 3]


def test_place_nodes_moves_little_when_one_thing_is_new(world):
    drawing = read_drawing(world)
    at = drawing.position("body/gb/commons")
    more = replace(
        drawing,
        nodes=(*drawing.nodes, Node("person/zz-new", "Person", (("en", "New"),))),
        edges=(*drawing.edges, Edge(len(drawing.nodes), at, "org:memberOf")),
    )
    before, after = place(drawing), place(more)[:-1]
    spread = np.linalg.norm(before.std(axis=0))
    moved = np.linalg.norm(before - before.mean(axis=0) - after + after.mean(axis=0), axis=1)
    assert np.median(moved) < 0.5 * spread


@pytest.mark.parametrize("count", [0, 1, 2])
def test_place_nodes_copes_with_next_to_nothing(count):
    nodes = tuple(Node(f"person/{i}", "Person", (("en", "A"),)) for i in range(count))
    placed = place(Drawing("https://example.org/", nodes, ()))
    assert placed.shape == (count, 2)
    assert np.isfinite(placed).all()


def test_place_nodes_lets_nothing_lie_on_another():
    graph = Graph()
    graph.replace(make_triples(factory.make_synthetic(600), Knowledge([])))
    drawing = read_drawing(graph)
    sizes = measure(drawing).sizes
    placed = place_nodes(drawing, sizes)
    gap = np.linalg.norm(placed[:, None] - placed[None], axis=2)
    reach = sizes[:, None] + sizes[None]
    np.fill_diagonal(gap, np.inf)
    covered = (gap < 0.8 * reach).sum() / 2
    assert covered < 0.02 * len(drawing.nodes)
