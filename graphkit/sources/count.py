"""How many releases sources hold, as far as that can be told without reading them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from graphkit.sources.read import list_files

# Files of one release each, and files of one release a line.
_ONE: Final = frozenset({".txt", ".md", ".html", ".htm", ".eml", ".docx", ".pdf"})
_LINES: Final = frozenset({".jsonl", ".ndjson"})
_BLOCK: Final = 1 << 20


def count_releases(sources: Iterable[str | Path]) -> int | None:
    """Return about how many releases there are to read, None where only reading tells."""
    sources = list(sources)
    if any("://" in str(source) for source in sources):
        return None
    total = 0
    for source in map(Path, sources):
        for file in list_files(source) if source.is_dir() else (source,):
            count = _count(file)
            if count is None:
                return None
            total += count
    return total


def _count(file: Path) -> int | None:
    suffix = file.suffix.lower()
    if suffix in _ONE:
        return 1
    if suffix not in _LINES or (file.exists() and not file.is_file()):
        return None  # what is counted in a pipe could not be read any more
    try:
        return sum(block.count(b"\n") for block in _blocks(file))
    except OSError:
        return 0  # it will be named when it is read


def _blocks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as stream:
        while block := stream.read(_BLOCK):
            yield block
