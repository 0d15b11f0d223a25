"""What a build has done: for the last line of the command, and for ``report.json``."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from graphkit.errors import StoreError
from graphkit.graph.seal import REPORT

__all__ = ["REPORT", "BuildReport", "read_report"]


@dataclass(slots=True)
class BuildReport:
    """Counts of a build while it runs and when it has ended; times are in seconds."""

    releases: int = 0
    new: int = 0
    kept: int = 0
    duplicates: int = 0
    replaced: int = 0
    skipped: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)  # on what was given and did nothing
    classes: dict[str, int] = field(default_factory=dict)
    languages: dict[str, int] = field(default_factory=dict)
    facts: int = 0
    proposals: list[dict[str, str | float]] = field(default_factory=list)
    min_confidence: float = 0.0
    base_iri: str = ""
    triples: int = 0
    added: int = 0
    removed: int = 0
    turtle: str = ""  # by which `validate` knows that graph.ttl and the store hold the same
    seconds: dict[str, float] = field(default_factory=dict)

    def skip(self, message: str, tell: Callable[[str], None] | None = None) -> None:
        """Note a source or release that could not be read, and tell it on."""
        self.skipped.append(message)
        if tell is not None:
            tell(message)

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Add the time of a block to a stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            spent = self.seconds.get(stage, 0.0) + time.perf_counter() - start
            self.seconds[stage] = round(spent, 3)

    def write(self, path: Path) -> None:
        """Write it as JSON, whole or not at all.

        :raises StoreError: if the disk refuses.
        """
        draft = path.with_suffix(".new")
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        try:
            draft.write_text(text + "\n", encoding="utf-8")
            draft.replace(path)
        except OSError as error:
            raise StoreError(f"{path}: cannot be written: {error.strerror}") from error


def read_report(folder: Path) -> dict[str, Any]:
    """Return what the last build in a folder has reported; empty where there was none.

    :raises StoreError: if the file is there and cannot be read.
    """
    file = folder / REPORT
    try:
        report = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise StoreError(f"{file}: cannot be read: {error}; build anew to get it back") from error
    return report if isinstance(report, dict) else {}
