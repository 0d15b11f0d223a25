"""Drawing -> what colours and sizes tell: links, centrality, communities (networkx)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graphkit.view.drawing import Drawing

_EXACT = 600  # up to so many nodes, betweenness is exact; above it is sampled
_SAMPLED = 6000  # above so many, the share of links stands for it: sampling takes minutes
_LOUVAIN = 8000  # above so many nodes, label propagation finds the communities
_SEED = 7


@dataclass(frozen=True, slots=True)
class Measures:
    """Node by node: distinct neighbours, centrality from 0 to 1, community (0 is the largest)."""

    links: NDArray[np.int64]
    centrality: NDArray[np.float64]
    community: NDArray[np.int64]

    @property
    def sizes(self) -> NDArray[np.float64]:
        """Radii in pixels: the area, not the radius, grows with the number of links."""
        return np.minimum(5.0 + 2.4 * np.sqrt(self.links), 30.0)


def to_networkx(drawing: Drawing) -> nx.Graph:
    """Return the plain undirected graph under a drawing, nodes by position."""
    graph = nx.Graph()
    graph.add_nodes_from(range(len(drawing.nodes)))
    graph.add_edges_from((e.source, e.target) for e in drawing.edges if e.source != e.target)
    return graph


def measure(drawing: Drawing) -> Measures:
    """Measure every node of a drawing; the same drawing gives the same figures."""
    graph = to_networkx(drawing)
    count = len(drawing.nodes)
    links = np.array([graph.degree(i) for i in range(count)], dtype=np.int64)
    centrality = np.array(_find_centrality(graph), dtype=np.float64)
    top = centrality.max() if count else 0.0
    return Measures(links, centrality / top if top else centrality, _find_communities(graph))


def measure_links(drawing: Drawing, totals: Mapping[str, int]) -> Measures:
    """Measure the nodes of a part by ``totals``: node id -> links in the whole graph.

    Centrality and communities are what only a whole graph has.
    """
    graph = to_networkx(drawing)
    links = np.array(
        [max(graph.degree(i), totals.get(node.id, 0)) for i, node in enumerate(drawing.nodes)],
        dtype=np.int64,
    )
    nothing = np.zeros(len(drawing.nodes))
    return Measures(links, nothing, nothing.astype(np.int64))


def _find_centrality(graph: nx.Graph) -> list[float]:
    count = graph.number_of_nodes()
    if count <= _SAMPLED:
        sample = None if count <= _EXACT else 100
        found = nx.betweenness_centrality(graph, k=sample, seed=_SEED)
    else:
        found = nx.degree_centrality(graph)
    return [found[i] for i in range(count)]


def _find_communities(graph: nx.Graph) -> NDArray[np.int64]:
    if graph.number_of_nodes() <= _LOUVAIN:
        parts = nx.community.louvain_communities(graph, seed=_SEED)
    else:
        parts = nx.community.fast_label_propagation_communities(graph, seed=_SEED)
    number = np.zeros(graph.number_of_nodes(), dtype=np.int64)
    for i, part in enumerate(sorted(parts, key=lambda part: (-len(part), min(part)))):
        number[list(part)] = i
    return number
