"""How to behave on other people's servers."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from graphkit.errors import SourceError

# The name that a robots.txt may address.
ROBOT: Final = "graphkit"


@dataclass(frozen=True, slots=True)
class Manners:
    """The limits that a run keeps to.

    ``contact`` is an e-mail or web address under which a server's owner reaches whoever
    runs this; ``delay`` the seconds between two requests to a host, where its robots.txt
    asks for no more; ``patience`` the longest wait that a server or its robots.txt may
    ask for before its other pages are left to another run; ``limit`` the most pages of a run.

    :raises SourceError: if ``contact`` is no address.
    """

    contact: str
    delay: float = 1.0
    timeout: float = 30.0
    largest: int = 20 << 20
    redirects: int = 5
    tries: int = 4
    patience: float = 120.0
    limit: int = 1000

    def __post_init__(self) -> None:
        told = self.contact.isascii() and self.contact.isprintable()
        if not told or not ("@" in self.contact or "://" in self.contact):
            raise SourceError(
                f"{self.contact!r} is no contact; give an e-mail address or a web address"
            )

    @property
    def agent(self) -> str:
        """Return what the ``User-Agent`` of each request says."""
        try:
            number = version("graphkit-press")
        except PackageNotFoundError:
            number = "0"
        return f"{ROBOT}/{number} (reads press releases; contact: {self.contact})"
