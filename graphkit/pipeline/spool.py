"""Values on disk that are read in order, as often as one likes: memory stays flat."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

import msgspec

T = TypeVar("T")
_PIECE: Final = 1 << 18


class Spool(Iterable[T]):
    """Values in a file that vanishes with it; values are decoded as they are read.

    >>> numbers = Spool(iter([1, 2, 3]), int)
    >>> list(numbers), list(numbers)
    ([1, 2, 3], [1, 2, 3])
    >>> numbers.close()
    """

    def __init__(self, values: Iterable[T], kind: type[T]) -> None:
        """Write all values.

        :raises OSError: if the disk is full.
        """
        self._decoder = msgspec.json.Decoder(kind)
        # Closed by ``close``: it is read long after this.
        self._file = tempfile.TemporaryFile(prefix="graphkit-")  # noqa: SIM115
        encode = msgspec.json.Encoder().encode
        for value in values:
            self._file.write(encode(value) + b"\n")

    def __iter__(self) -> Iterator[T]:
        # Each iteration keeps its own place, for several may go on side by side.
        at, decode = 0, self._decoder.decode
        while True:
            self._file.seek(at)
            lines = self._file.readlines(_PIECE)
            at = self._file.tell()
            if not lines:
                return
            yield from map(decode, lines)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()
