"""Positions -> positions in which nothing lies on another: small pushes, repeated."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


_LARGE = 40  # so many circles may be larger than a cell of the grid


def part_boxes(placed: Array, halves: Array, *, rounds: int = 300) -> Array:
    """Push boxes (half width, half height) apart along the axis where they overlap least.

    Every pair is looked at in every round, so this is for some hundred nodes.
    """
    at = placed.copy()
    reach = halves[:, None, :] + halves[None, :, :]
    ties = np.triu(np.ones((len(at), len(at))), 1) - np.tril(np.ones((len(at), len(at))), -1)
    for _ in range(rounds):
        gap = at[:, None, :] - at[None, :, :]
        over = reach - np.abs(gap)
        hit = np.asarray((over > 0.5).all(axis=2))
        hit[np.diag_indices(len(at))] = False
        if not hit.any():
            break
        sideways = over[:, :, 0] < over[:, :, 1]
        for axis, chosen in ((0, sideways), (1, ~sideways)):
            sign = np.where(gap[:, :, axis] == 0, ties, np.sign(gap[:, :, axis]))
            push = np.where(hit & chosen, over[:, :, axis] * sign, 0.0)
            at[:, axis] += 0.3 * push.sum(axis=1)
    return at


def part_circles(placed: Array, radii: Array, *, rounds: int = 24, margin: float = 2.0) -> Array:
    """Push circles apart. A grid finds the pairs, so tens of thousands take seconds."""
    at = placed.copy()
    reach = radii + margin
    # The few largest are compared with everything, so that the cells may be small.
    ranked = np.sort(reach)
    cell = 2 * float(max(np.quantile(ranked, 0.98), ranked[-_LARGE - 1 :][0]))
    small = np.flatnonzero(reach <= cell / 2 + 1e-9)
    large = np.flatnonzero(reach > cell / 2 + 1e-9)
    for _ in range(rounds):
        push = np.zeros_like(at)
        moved = _push_small(at, reach, small, cell, push)
        moved += _push_large(at, reach, large, push)
        at += push
        if not moved:
            break
    return at


def _push_small(at: Array, reach: Array, which: NDArray[np.intp], cell: float, push: Array) -> int:
    moved = 0
    for one, other in _near_pairs(at[which], cell):
        a, b = which[one], which[other]
        gap = at[a] - at[b]
        distance = np.linalg.norm(gap, axis=1)
        over = reach[a] + reach[b] - distance
        hit = over > 0.5
        a, b, gap, distance, over = a[hit], b[hit], gap[hit], distance[hit], over[hit]
        gap[distance == 0] = (1.0, 0.0)
        step = gap * (0.4 * over / np.maximum(distance, 1e-9).clip(min=1e-3))[:, None]
        step = np.where(distance[:, None] == 0, gap * 0.4 * over[:, None], step)
        np.add.at(push, a, step)
        np.add.at(push, b, -step)
        moved += int(hit.sum())
    return moved


def _push_large(at: Array, reach: Array, which: NDArray[np.intp], push: Array) -> int:
    """Push everything off the few large circles, which stay where they are among small ones."""
    moved = 0
    for i in which:
        wide = reach[i] + float(reach.max())
        near = np.flatnonzero(np.abs(at - at[i]).max(axis=1) < wide)
        gap = at[near] - at[i]
        distance = np.linalg.norm(gap, axis=1)
        over = reach[near] + reach[i] - distance
        hit = (over > 0.5) & (near != i)
        away = gap[hit] / np.maximum(distance[hit], 1e-3)[:, None]
        push[near[hit]] += 0.6 * over[hit, None] * away
        moved += int(hit.sum())
    return moved


def _near_pairs(at: Array, cell: float) -> list[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """Return the pairs that share a cell or stand in neighbouring ones, each once."""
    grid = np.floor(at / cell).astype(np.int64)
    grid -= grid.min(axis=0) - 1
    width = int(grid[:, 1].max()) + 2
    keys = grid[:, 0] * width + grid[:, 1]
    order = np.argsort(keys, kind="stable")
    ranked = keys[order]
    found = []
    for shift in (0, 1, width - 1, width, width + 1):
        first = np.searchsorted(ranked, ranked + shift, side="left")
        last = np.searchsorted(ranked, ranked + shift, side="right")
        if shift == 0:
            first = np.arange(len(ranked)) + 1
        counts = np.maximum(last - first, 0)
        one = np.repeat(np.arange(len(ranked)), counts)
        skip = np.repeat(np.cumsum(counts) - counts, counts)
        other = np.repeat(first, counts) + np.arange(len(one)) - skip
        found.append((order[one], order[other]))
    return found
