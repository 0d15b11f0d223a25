"""Word -> its stem's row in the Russian news vectors, clusters and reduced vector.

Names and loan words of Kazakh news mostly stand in Russian news too, so vectors learnt
from a billion words of it tell the tagger much that 11,000 sentences cannot.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from graphkit.errors import LanguageError
from graphkit.languages.kazakh.model.words import find_stem
from graphkit.languages.vectors import load_vectors

SPECIAL = 2  # the last two rows are <unk> and <pad>

Floats = NDArray[np.float32]
Parameters = dict[str, NDArray[np.generic]]


@cache
def stem_rows() -> dict[str, int]:
    """Return the row of each word of the vectors."""
    words = load_vectors().vocab.words[:-SPECIAL]
    return {word: row for row, word in reversed(list(enumerate(words)))}


def vocabulary_digest() -> str:
    """Return what tells one edition of the vectors from another."""
    words = "\n".join(load_vectors().vocab.words)
    return hashlib.sha256(words.encode()).hexdigest()[:16]


class Stems:
    """Looks stems up; ``parameters`` hold clusters and projection from the training.

    :raises LanguageError: if the installed vectors are not those of the training.
    """

    def __init__(self, parameters: Parameters) -> None:
        if str(parameters["vectors_digest"]) != vocabulary_digest():
            raise LanguageError(
                "the vectors in the package 'natasha' are not those that the Kazakh model "
                "was trained with; install the version that pyproject.toml names"
            )
        self._rows = stem_rows()
        self._fine = parameters["clusters"]
        self._coarser = np.asarray(parameters["cluster_parents"])
        self._mean = np.asarray(parameters["vectors_mean"], dtype=np.float32)
        self._projection = np.asarray(parameters["vectors_projection"], dtype=np.float32)
        self._found: dict[str, tuple[int | None, str]] = {}

    def find(self, lower: str) -> tuple[int | None, str]:
        """Return the row of a word's stem, if there is one, and the word's suffix."""
        found = self._found.get(lower)
        if found is None:
            if len(self._found) > 100_000:
                self._found.clear()
            found = self._found[lower] = find_stem(lower, self._rows)
        return found

    def clusters(self, row: int) -> tuple[int, int, int]:
        """Return the small, middle and fine number of a row's cluster."""
        fine = int(self._fine[row])
        small, middle = self._coarser[fine]
        return int(small), int(middle), fine

    def vectors(self, rows: Sequence[int | None]) -> Floats:
        """Return the reduced vectors of rows, zeros for words without a stem."""
        known = [at for at, row in enumerate(rows) if row is not None]
        found = np.zeros((len(rows), self._projection.shape[1]), dtype=np.float32)
        if known:
            full = unpack_rows(np.array([row for row in rows if row is not None]))
            found[known] = reduce_vectors(full, self._mean, self._projection)
        return found


def unpack_rows(rows: NDArray[np.integer]) -> Floats:
    """Return the full vectors, of length one, of rows of the quantised table."""
    table = load_vectors().pq
    parts = table.codes[table.qdims, table.indexes[rows]].reshape(len(rows), -1)
    full = np.asarray(parts, dtype=np.float32)
    lengths = np.linalg.norm(full, axis=1, keepdims=True) + np.float32(1e-6)
    return np.asarray(full / lengths, dtype=np.float32)


def reduce_vectors(full: Floats, mean: Floats, projection: Floats) -> Floats:
    """Return full vectors on the principal axes that the training found."""
    return np.asarray((full - mean) @ projection, dtype=np.float32)
