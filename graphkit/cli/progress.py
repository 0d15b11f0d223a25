"""What a build tells while it runs: a line on the terminal, and lines in a log file."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

import click

from graphkit.cli.options import Progress, many
from graphkit.errors import StoreError

_EVERY: Final = 0.1  # seconds between two changes of the line
_LOG_EVERY: Final = 60  # seconds between two lines in the log


class BuildProgress(Progress):
    """Says how many releases are read, how fast, what is left and what is skipped.

    ``count`` is asked for the number of releases only where somebody watches.
    """

    def __init__(self, quiet: bool, log: Path | None, count: Callable[[], int | None]) -> None:
        """Open the log, to which later runs add.

        :raises StoreError: if it cannot be written.
        """
        super().__init__(quiet)
        self._total = count() if self._on or log else None
        self._skipped = 0
        self._stage = ""
        self._began = self._shown = self._logged = time.monotonic()
        self._log = log
        self.note(f"begins: {many(self._total, 'release')} to read" if self._total else "begins")
        self("extract", 0)

    def __call__(self, stage: str, done: int) -> None:
        now = time.monotonic()
        if stage != self._stage:
            if self._stage:
                self.note(f"{stage}: {done:,}")
            self._stage, self._shown = stage, float("-inf")
            if stage == "extract":
                self._began = self._logged = now
        text = self._describe(done, now - self._began) if stage == "extract" else f"{done:,}"
        if now - self._logged > _LOG_EVERY:
            self._logged = now
            self.note(f"{stage}: {text}")
        if self._on and now - self._shown > _EVERY:
            self._shown = now
            click.echo(f"\r\033[K{stage}: {text}", nl=False, err=True)

    def skip(self, message: str) -> None:
        """Count a source or release that could not be read."""
        self._skipped += 1
        self.note(f"skipped: {message}")

    def note(self, message: str) -> None:
        """Add a line to the log."""
        if self._log is None:
            return
        when = datetime.now().astimezone().isoformat(timespec="seconds")
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            with self._log.open("a", encoding="utf-8") as file:
                print(when, message, file=file)
        except OSError as error:
            raise StoreError(f"{self._log}: cannot be written: {error.strerror}") from error

    def _describe(self, done: int, seconds: float) -> str:
        rate = done / seconds if seconds > 1 else 0.0
        parts = [f"{done:,}" + (f" of {self._total:,}" if self._total else "") + " releases"]
        if rate:
            parts.append(f"{rate:.1f}/s")
        if rate and self._total and self._total > done:
            parts.append(f"{_say((self._total - done - self._skipped) / rate)} left")
        if self._skipped:
            parts.append(f"{self._skipped:,} skipped")
        return ", ".join(parts)


def _say(seconds: float) -> str:
    """Return a time as people say it.

    >>> _say(42), _say(200), _say(9000)
    ('42 s', '3 min', '2 h 30 min')
    """
    if seconds < 90:
        return f"{max(seconds, 0):.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
