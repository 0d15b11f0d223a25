"""Small pushes part what lies on one another."""

from __future__ import annotations

import numpy as np
import pytest

from graphkit.view.overlap import part_boxes, part_circles


def test_part_boxes_parts_all_boxes():
    chance = np.random.default_rng(3)
    at, halves = chance.normal(0, 60, (40, 2)), chance.uniform(10, 40, (40, 2))
    placed = part_boxes(at, halves)
    over = halves[:, None] + halves[None] - np.abs(placed[:, None] - placed[None])
    hit = (over > 1).all(axis=2)
    hit[np.diag_indices(40)] = False
    assert not hit.any()


@pytest.mark.parametrize("spread", [5, 80], ids=["heap", "spread"])
def test_part_circles_parts_all_circles(spread):
    chance = np.random.default_rng(3)
    at = chance.normal(0, spread, (60, 2))
    radii = np.full(60, 10.0)
    radii[0] = 45.0
    placed = part_circles(at, radii, rounds=600)
    gap = np.linalg.norm(placed[:, None] - placed[None], axis=2)
    np.fill_diagonal(gap, np.inf)
    assert (gap > radii[:, None] + radii[None] - 1).all()


def test_part_circles_leaves_what_is_free_where_it_is():
    at = np.array([[0.0, 0.0], [100.0, 0.0]])
    assert np.array_equal(part_circles(at, np.array([10.0, 10.0])), at)
