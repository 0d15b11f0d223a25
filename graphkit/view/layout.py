"""Drawing -> positions: LinLog forces from a start on the map, the same in every build.

ForceAtlas2 (Jacomy et al. 2014) with the LinLog energy (Noack 2007), which draws one
island a community. Two things keep the picture the same from build to build: every
node starts at a place made from its id and its countries, never from chance, and the
result is turned so that countries lie as on a map. Unit: pixels at zoom 1.
"""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict

import numpy as np
from crategraph_forceatlas2 import layout as run_forces
from numpy.typing import NDArray

from graphkit.view.assets import load_places
from graphkit.view.drawing import Drawing
from graphkit.view.overlap import part_boxes, part_circles

Positions = NDArray[np.float64]

_WIDE = (1.08, 1.0)  # what the panels leave of a window is a little wider than tall

_BOXES = 120  # up to so many nodes, labels get room of their own as well
_PRUNE = 2000  # from so many nodes on, leaves are set around their neighbour afterwards
_AIR = 5.0  # pixels around a circle that stay free
_SPREAD = 24.0  # pixels of root mean square distance from the middle, times sqrt(nodes)


def place_nodes(drawing: Drawing, sizes: NDArray[np.float64]) -> Positions:
    """Return x and y for every node. ``sizes`` are the radii in pixels."""
    count = len(drawing.nodes)
    if count < 2:
        return np.zeros((count, 2))
    pairs = _count_pairs(drawing)
    start = _start_on_map(drawing, pairs)
    leaves = _find_leaves(pairs, count) if count > _PRUNE else {}
    placed = _run(pairs, start, leaves)
    placed = _scale(_turn_to_map(drawing, placed, start), leaves) * _WIDE
    _seat_leaves(placed, leaves, sizes)
    if count <= _BOXES:
        return part_boxes(placed, _measure_labels(drawing, sizes))
    return part_circles(placed, sizes + _AIR)


def _count_pairs(drawing: Drawing) -> dict[tuple[int, int], int]:
    pairs: dict[tuple[int, int], int] = defaultdict(int)
    for edge in drawing.edges:
        if edge.source != edge.target:
            pairs[min(edge.source, edge.target), max(edge.source, edge.target)] += 1
    return dict(pairs)


def _jitter(node: str) -> tuple[float, float]:
    """Return a place in the unit disc that depends on the id alone."""
    digest = hashlib.blake2b(node.encode(), digest_size=8).digest()
    angle = int.from_bytes(digest[:4]) / 2**32 * 2 * math.pi
    radius = math.sqrt(int.from_bytes(digest[4:]) / 2**32)
    return radius * math.cos(angle), radius * math.sin(angle)


def _start_on_map(drawing: Drawing, pairs: dict[tuple[int, int], int]) -> Positions:
    """Start each node near its countries, else near the mean of its neighbours."""
    places = load_places()
    codes = {node.id: places.get(node.notation or "") for node in drawing.nodes}
    at = np.zeros((len(drawing.nodes), 2))
    known = np.zeros(len(drawing.nodes), dtype=bool)
    for i, node in enumerate(drawing.nodes):
        spots = [spot for land in node.countries if (spot := codes.get(land))]
        if spots:
            at[i] = (sum(x for x, _ in spots) / len(spots), sum(-y for _, y in spots) / len(spots))
            known[i] = True
    if pairs and known.any():
        sums, counts = np.zeros_like(at), np.zeros(len(at))
        for a, b in pairs:
            for one, other in ((a, b), (b, a)):
                if not known[one] and known[other]:
                    sums[one] += at[other]
                    counts[one] += 1
        reached = counts > 0
        at[reached] = sums[reached] / counts[reached, None]
    spread = 6.0 if known.any() else 60.0
    return at + spread * np.array([_jitter(node.id) for node in drawing.nodes])


def _find_leaves(pairs: dict[tuple[int, int], int], count: int) -> dict[int, int]:
    """Return leaf -> its only neighbour, where that neighbour is none itself."""
    degree = [0] * count
    for a, b in pairs:
        degree[a] += 1
        degree[b] += 1
    leaves: dict[int, int] = {}
    for a, b in pairs:
        if degree[a] == 1 and degree[b] > 1:
            leaves[a] = b
        elif degree[b] == 1 and degree[a] > 1:
            leaves[b] = a
    return leaves


def _run(pairs: dict[tuple[int, int], int], start: Positions, leaves: dict[int, int]) -> Positions:
    kept = np.array([i for i in range(len(start)) if i not in leaves])
    number = {int(node): i for i, node in enumerate(kept)}
    edges = [(number[a], number[b]) for a, b in pairs if a in number and b in number]
    weights = [1 + math.log2(n) for (a, b), n in pairs.items() if a in number and b in number]
    large = len(kept) > _PRUNE
    placed = start.copy()
    placed[kept] = run_forces(
        len(kept),
        edges,
        init=np.ascontiguousarray(start[kept]),
        weights=weights,
        iterations=50 if large else 400,
        linLogMode=True,
        outboundAttractionDistribution=False,
        strongGravityMode=False,
        gravity=1.0,
        scalingRatio=2.0,
        barnesHutOptimize=large,
        barnesHutTheta=2.0 if large else 1.0,
    )
    return placed


def _turn_to_map(drawing: Drawing, placed: Positions, start: Positions) -> Positions:
    """Turn, never mirror, so that countries lie as on a map (Kabsch 1976 in the plane)."""
    lands = [i for i, node in enumerate(drawing.nodes) if node.kind == "Country"]
    if len(lands) < 2:
        centred: Positions = placed - placed.mean(axis=0)
        return centred
    found = placed[lands] - placed[lands].mean(axis=0)
    wanted = start[lands] - start[lands].mean(axis=0)
    dot = float((found * wanted).sum())
    cross = float((found[:, 0] * wanted[:, 1] - found[:, 1] * wanted[:, 0]).sum())
    angle = math.atan2(cross, dot)
    turn = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    turned: Positions = (placed - placed.mean(axis=0)) @ turn
    return turned


def _scale(placed: Positions, leaves: dict[int, int]) -> Positions:
    kept = [i for i in range(len(placed)) if i not in leaves]
    rms = math.sqrt(float((placed[kept] ** 2).sum(axis=1).mean())) or 1.0
    scaled = placed * (_SPREAD * math.sqrt(len(placed)) / rms)
    # Loose nodes fly far out: beyond three spreads, distances grow by the root only.
    limit = 2.5 * _SPREAD * math.sqrt(len(placed))
    distance = np.linalg.norm(scaled, axis=1)
    far = distance > limit
    scaled[far] *= (limit * np.sqrt(distance[far] / limit) / distance[far])[:, None]
    return scaled


def _seat_leaves(placed: Positions, leaves: dict[int, int], sizes: NDArray[np.float64]) -> None:
    """Set leaves around their neighbour in a sunflower spiral, in the order of their numbers."""
    golden = math.pi * (3 - math.sqrt(5))
    seated: dict[int, int] = defaultdict(int)
    for leaf, hub in sorted(leaves.items()):
        seated[hub] += 1
        turn = seated[hub] * golden
        radius = sizes[hub] + 14 * math.sqrt(seated[hub])
        placed[leaf] = placed[hub] + radius * np.array([math.cos(turn), math.sin(turn)])


def _measure_labels(drawing: Drawing, sizes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return half the width and height that a node takes with its label under it.

    Labels are at most 24 letters of about 6.4 pixels wide, and wrapped below that.
    """
    boxes = np.zeros((len(drawing.nodes), 2))
    for i, node in enumerate(drawing.nodes):
        longest = max((len(name) for _, name in node.names), default=14)
        lines = min(3, -(-longest // 22))
        boxes[i] = (
            max(sizes[i], min(longest, 24) * 3.2) + 4,
            sizes[i] + 7.5 * lines + 3,
        )
    return boxes
