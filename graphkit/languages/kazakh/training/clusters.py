"""Russian news vectors -> principal axes and clusters of word forms."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from graphkit.languages.kazakh.model.stems import (
    Floats,
    Parameters,
    reduce_vectors,
    stem_rows,
    unpack_rows,
    vocabulary_digest,
)

AXES = 128
SMALL, MIDDLE, FINE = 64, 512, 2048
ROUNDS = 8
CHUNK = 20_000


def make_clusters(seed: int) -> Parameters:
    """Return what ``Stems`` needs: projection to the main axes, nested clusters."""
    chance = np.random.default_rng(seed)
    full = unpack_rows(np.arange(max(stem_rows().values()) + 1))
    mean = full.mean(axis=0)
    _, axes = np.linalg.eigh(np.cov(full - mean, rowvar=False))
    projection = axes[:, ::-1][:, :AXES].astype(np.float32)
    reduced = reduce_vectors(full, mean, projection)
    projection /= reduced.std()
    reduced /= reduced.std()
    fine, centres = find_means(reduced, FINE, chance)
    middle, _ = find_means(centres, MIDDLE, chance)
    small, _ = find_means(centres, SMALL, chance)
    return {
        "vectors_digest": np.array(vocabulary_digest()),
        "vectors_mean": mean,
        "vectors_projection": projection.astype(np.float16),
        "clusters": fine.astype(np.uint16),
        "cluster_parents": np.stack([small, middle], axis=1).astype(np.uint16),
    }


def find_means(
    points: Floats, count: int, chance: np.random.Generator
) -> tuple[NDArray[np.intp], Floats]:
    """Return the number of each point's cluster and the centres (k-means, Lloyd 1982)."""
    centres = points[chance.permutation(len(points))[:count]].copy()
    nearest = np.zeros(len(points), dtype=np.intp)
    for _ in range(ROUNDS):
        squares = (centres**2).sum(axis=1)
        for begin in range(0, len(points), CHUNK):
            near = 2 * points[begin : begin + CHUNK] @ centres.T - squares
            nearest[begin : begin + CHUNK] = near.argmax(axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, points)
        sizes = np.maximum(np.bincount(nearest, minlength=count), 1)
        centres = (sums / sizes[:, None]).astype(np.float32)
    return nearest, centres
