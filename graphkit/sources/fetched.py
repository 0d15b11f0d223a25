"""The note that ``graphkit fetch`` keeps in its folder: which file came from which address."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

NOTE: Final = ".graphkit-fetch.jsonl"


def read_note(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the lines of a note; one that was cut off when its writer was killed is left out."""
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError:
        return
    for line in lines:
        try:
            noted = json.loads(line)
        except ValueError:
            continue
        if isinstance(noted, dict):
            yield noted


def find_address(file: Path) -> str | None:
    """Return the address that a file was fetched from, None where no note tells it."""
    # Full, since the parent of what `graphkit build .` finds is else "." again.
    file = Path(os.path.abspath(file))
    note = file.parent.parent / NOTE
    try:
        changed = note.stat().st_mtime_ns
    except OSError:
        return None
    return _addresses(note, changed).get(f"{file.parent.name}/{file.name}")


@lru_cache(maxsize=8)
def _addresses(note: Path, changed: int) -> dict[str, str]:
    return {
        str(noted["file"]): str(noted["url"])
        for noted in read_note(note)
        if "file" in noted and "url" in noted
    }
