"""Lines in order, on disk where they are many: memory stays flat as a graph grows."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from typing import Final, TextIO

# Lines that are sorted in memory at a time: about 50 MB.
RUN: Final = 1 << 17


def sort_lines(lines: Iterable[str], *, run: int = RUN) -> Iterator[str]:
    """Yield lines in the order of their code points, each once.

    More than ``run`` of them are sorted in pieces on disk, which are then merged.

    >>> list(sort_lines(["b", "a", "b", "c"], run=2))
    ['a', 'b', 'c']
    """
    left = iter(lines)
    with ExitStack() as files:
        pieces: list[Iterator[str]] = []
        while batch := list(islice(left, run)):
            ordered = sorted(set(batch))
            if not pieces and len(batch) < run:
                yield from ordered
                return
            file = files.enter_context(
                tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n", prefix="graphkit-")
            )
            pieces.append(_spill(ordered, file))
        yield from (line for line, _ in groupby(heapq.merge(*pieces)))


def _spill(lines: list[str], file: TextIO) -> Iterator[str]:
    file.writelines(f"{line}\n" for line in lines)
    file.seek(0)
    return (line[:-1] for line in file)


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
