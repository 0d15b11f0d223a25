"""Scores of tags -> the best sequence of tags (Viterbi), many sentences at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from graphkit.languages.kazakh.model.stems import Floats

FORBIDDEN = np.float32(-1e6)


def forbid_breaks(labels: Sequence[str], transitions: Floats, starts: Floats) -> None:
    """Make sequences impossible, in place, in which I-X follows neither B-X nor I-X."""
    for to, label in enumerate(labels):
        if not label.startswith("I-"):
            continue
        starts[to] = FORBIDDEN
        for origin, before in enumerate(labels):
            if before[2:] != label[2:]:
                transitions[origin, to] = FORBIDDEN


def best_paths(
    scores: Sequence[Floats], transitions: Floats, starts: Floats, ends: Floats
) -> list[list[int]]:
    """Return the best label numbers of each sentence; sentences come longest first."""
    lengths = [len(sentence) for sentence in scores]
    best = np.array([sentence[0] for sentence in scores]) + starts
    pointers: list[NDArray[np.intp]] = []
    for step in range(1, lengths[0]):
        active = sum(length > step for length in lengths)
        # origin last, so that both the maximum and its place run over adjacent numbers
        paths = best[:active, None, :] + transitions.T[None]
        came = paths.argmax(axis=2)
        pointers.append(came)
        top = np.take_along_axis(paths, came[:, :, None], axis=2)[:, :, 0]
        best[:active] = top + np.array([sentence[step] for sentence in scores[:active]])
    last = (best + ends).argmax(axis=1)
    return [_walk_back(int(last[at]), at, length, pointers) for at, length in enumerate(lengths)]


def _walk_back(label: int, at: int, length: int, pointers: list[NDArray[np.intp]]) -> list[int]:
    path = [label]
    for step in range(length - 2, -1, -1):
        label = int(pointers[step][at, label])
        path.append(label)
    return path[::-1]
