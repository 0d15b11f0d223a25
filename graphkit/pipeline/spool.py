"""Values on disk that are read in order, as often as one likes: memory stays flat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

import msgspec

from graphkit.graph import LineFile

T = TypeVar("T")


class Spool(Iterable[T]):
    """Values in a file that vanishes with it; values are decoded as they are read.

    >>> numbers = Spool(iter([1, 2, 3]), int)
    >>> list(numbers), list(numbers)
    ([1, 2, 3], [1, 2, 3])
    >>> numbers.close()
    """

    def __init__(self, values: Iterable[T], kind: type[T]) -> None:
        """Write all values.

        :raises StoreError: if the disk is full.
        """
        encode = msgspec.json.Encoder().encode
        self._decoder = msgspec.json.Decoder(kind)
        self._lines = LineFile(encode(value).decode() for value in values)

    def __iter__(self) -> Iterator[T]:
        return map(self._decoder.decode, self._lines)

    def close(self) -> None:
        """Let go of the file."""
        self._lines.close()
