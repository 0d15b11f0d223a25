"""Lines in order, on disk where they are many: memory stays flat as a graph grows."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import groupby, islice
from typing import Final, TextIO

import pyoxigraph as ox

from graphkit.errors import StoreError

# Lines that are sorted in memory at a time: about 50 MB.
RUN: Final = 1 << 17
MOST: Final = 64
_BATCH: Final = 1 << 13
_PIECE: Final = 1 << 23


def sort_lines(lines: Iterable[str], *, run: int = RUN, most: int = MOST) -> Iterator[str]:
    """Yield lines in the order of their code points, each once.

    More than ``run`` of them are sorted in pieces on disk, which are then merged. Whenever
    there are ``most`` pieces of a size they become one, so that few files are open at a time.

    >>> list(sort_lines(["b", "a", "b", "c"], run=2))
    ['a', 'b', 'c']
    """
    left = iter(lines)
    sizes: list[list[TextIO]] = []  # first those of one run, then those of ``most`` runs, ...
    try:
        while batch := list(islice(left, run)):
            ordered = sorted(set(batch))
            if not sizes and len(batch) < run:
                yield from ordered
                return
            _keep(_spill(ordered), sizes, most)
        yield from _merge(file for files in sizes for file in files)
    finally:
        _close(file for files in sizes for file in files)


def _keep(piece: TextIO, sizes: list[list[TextIO]], most: int) -> None:
    """Add a piece to those of its size; where that makes ``most``, merge them into a larger one."""
    for files in sizes:
        files.append(piece)
        if len(files) < most:
            return
        piece = _spill(_merge(files))
        _close(files)
        files.clear()
    sizes.append([piece])


def _merge(files: Iterable[TextIO]) -> Iterator[str]:
    lines = heapq.merge(*((line[:-1] for line in file) for file in files))
    return (line for line, _ in groupby(lines))


def _spill(lines: Iterable[str]) -> TextIO:
    # Closed by sort_lines, which reads it long after this.
    file = tempfile.TemporaryFile(  # noqa: SIM115
        "w+", encoding="utf-8", newline="\n", prefix="graphkit-"
    )
    file.writelines(f"{line}\n" for line in lines)
    file.seek(0)
    return file


def _close(files: Iterable[TextIO]) -> None:
    for file in files:
        file.close()


def compare_lines(old: Iterable[str], new: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the lines that only the old and only the new have; both come sorted.

    >>> compare_lines(["a", "b"], ["b", "c"])
    (['a'], ['c'])
    """
    removed, added = [], []
    sides = heapq.merge(((line, 0) for line in old), ((line, 1) for line in new))
    for line, group in groupby(sides, key=lambda pair: pair[0]):
        of = {side for _, side in group}
        if of == {0}:
            removed.append(line)
        elif of == {1}:
            added.append(line)
    return removed, added


def read_lines(lines: Iterable[str]) -> Iterator[ox.Quad]:
    """Yield the quads of lines of N-Quads, a batch in memory at a time."""
    for text in join_lines(lines):
        # What stands here has been checked when it was made.
        yield from ox.parse(text, ox.RdfFormat.N_QUADS, lenient=True)


def join_lines(lines: Iterable[str]) -> Iterator[bytes]:
    """Yield lines as the bytes of a file, a batch at a time."""
    left = iter(lines)
    while batch := list(islice(left, _BATCH)):
        yield "".join([f"{line}\n" for line in batch]).encode()


class LineFile(Iterable[str]):
    """Lines on disk that are read in order, as often as one likes."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Write all lines.

        :raises StoreError: if the disk is full.
        """
        # Closed by ``close``: it is read long after this.
        self._file = tempfile.TemporaryFile(prefix="graphkit-")  # noqa: SIM115
        try:
            self._file.writelines(join_lines(lines))
            self._file.flush()
        except OSError as error:
            with suppress(OSError):  # it tries to write once more
                self._file.close()
            raise StoreError(
                f"{tempfile.gettempdir()}: a temporary file cannot be written: {error.strerror}; "
                "TMPDIR may name a place with more room"
            ) from error

    def __iter__(self) -> Iterator[str]:
        for piece in self.pieces():
            yield from piece.decode().split("\n")[:-1]

    def pieces(self) -> Iterator[bytes]:
        """Yield the lines as bytes, many at a time."""
        at = 0  # its own place, for several may read side by side
        while True:
            self._file.seek(at)
            piece = b"".join(self._file.readlines(_PIECE))
            at = self._file.tell()
            if not piece:
                return
            yield piece

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()
