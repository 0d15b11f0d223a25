"""What a server is told when it starts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Settings:
    """A graph's folder and the limits on what may be asked of it.

    ``view`` draws the page of the viewer (``graphkit.view.live_page``), ``part`` what is
    sent to it later (``graphkit.view.live_part``); without them there is no viewer. Times
    are in seconds, sizes in bytes. ``public_url`` is what links to this server begin with,
    where the server itself cannot know (behind a proxy).
    """

    folder: Path
    host: str = "127.0.0.1"
    port: int = 8000
    timeout: float = 30.0
    workers: int = 8
    max_query: int = 1 * MIB
    max_result: int = 32 * MIB
    memory: int = 2048 * MIB
    public_url: str | None = None
    view: Callable[..., str] | None = None
    part: Callable[..., str] | None = None

    @property
    def slow(self) -> int:
        """How many workers slow queries may hold, so that the others stay free."""
        return max(1, self.workers * 3 // 4)
