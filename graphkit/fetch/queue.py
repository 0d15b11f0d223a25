"""Addresses -> one after the other, none sooner than its host allows."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

import httpx

from graphkit.fetch.transfer import netloc


@dataclass(frozen=True, slots=True)
class Request:
    """An address to ask, and how it came here.

    ``asked`` is the address before redirects; ``depth`` counts the lists (sitemaps,
    feeds) above it; ``given`` says that a person named it.
    """

    url: str
    asked: str
    depth: int = 0
    given: bool = False
    redirects: int = 0
    tries: int = 0


@dataclass(slots=True)
class _Host:
    waiting: deque[Request] = field(default_factory=deque)
    ready: float = 0.0


class Queue:
    """Requests by host. The host that is ready first comes first."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._hosts: dict[str, _Host] = {}
        self._seen: set[str] = set()
        self._clock, self._sleep = clock, sleep

    def add(self, request: Request) -> None:
        """Put a request at the end, unless its address was there before."""
        if request.url not in self._seen:
            self._seen.add(request.url)
            self._host(request.url).waiting.append(request)

    def again(self, request: Request, *, after: float) -> None:
        """Put a request at the front of its host, which is left alone so many seconds."""
        host = self._host(request.url)
        host.waiting.appendleft(request)
        host.ready = max(host.ready, self._clock() + after)

    def rest(self, url: str, seconds: float) -> None:
        """Leave the host of an address alone so many seconds from now."""
        host = self._host(url)
        host.ready = max(host.ready, self._clock() + seconds)

    def drop(self, url: str) -> int:
        """Forget what waits for the host of an address; return how many that were."""
        host = self._host(url)
        count = len(host.waiting)
        host.waiting.clear()
        return count

    def pop(self) -> Request | None:
        """Return the next request, when its host is ready; None when there is none."""
        hosts = [host for host in self._hosts.values() if host.waiting]
        if not hosts:
            return None
        host = min(hosts, key=lambda one: one.ready)
        if (wait := host.ready - self._clock()) > 0:
            self._sleep(wait)
        return host.waiting.popleft()

    def __len__(self) -> int:
        return sum(len(host.waiting) for host in self._hosts.values())

    def _host(self, url: str) -> _Host:
        return self._hosts.setdefault(netloc(url), _Host())


def normal(url: str) -> str:
    """Return an address without its fragment, as it goes over the wire.

    >>> normal("https://Example.org/жаңалық#top")
    'https://example.org/%D0%B6%D0%B0%D2%A3%D0%B0%D0%BB%D1%8B%D2%9B'
    """
    try:
        return str(httpx.URL(url.strip()).copy_with(fragment=None))
    except (httpx.InvalidURL, ValueError):
        return url.strip()
