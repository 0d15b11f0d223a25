"""robots.txt -> what may be fetched from a host, and how fast (RFC 9309)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Final

import httpx
from protego import Protego

from graphkit.errors import ReleaseError
from graphkit.fetch.manners import ROBOT, Manners
from graphkit.fetch.transfer import Transfer

# RFC 9309 has robots read at least the first 500 KiB.
_LONGEST: Final = 500 << 10


@dataclass(frozen=True, slots=True)
class Rules:
    """What a host asks of robots; ``closed`` says why nothing may be fetched at all."""

    delay: float
    sitemaps: tuple[str, ...] = ()
    closed: str = ""
    parsed: Any = None

    def allow(self, url: str) -> bool:
        """Say whether an address may be fetched."""
        return self.parsed is None or bool(self.parsed.can_fetch(url, ROBOT))


def read_rules(origin: str, transfer: Transfer, manners: Manners) -> Rules:
    """Return what the robots.txt of ``scheme://host`` asks for.

    A host without one allows everything; one that cannot give it now allows nothing.
    """
    url, why = f"{origin}/robots.txt", "redirects in a circle"
    for _ in range(manners.redirects + 1):
        try:
            answer = transfer.get(url)
        except ReleaseError as error:
            return Rules(manners.delay, closed=f"its robots.txt cannot be read: {error}")
        except httpx.TransportError as error:
            return Rules(manners.delay, closed=f"cannot be reached ({say(error)})")
        if answer.status in (301, 302, 303, 307, 308) and answer.header("location"):
            try:
                url = str(httpx.URL(url).join(answer.header("location")))
            except (httpx.InvalidURL, ValueError) as error:
                why = f"redirects to no address ({error})"
                break
            continue
        if answer.status == 429 or answer.status >= 500:
            why = f"answers {answer.status}"
            break
        return _parse(answer.body if answer.status == 200 else b"", manners)
    return Rules(manners.delay, closed=f"its robots.txt {why}")


def _parse(body: bytes, manners: Manners) -> Rules:
    parsed = Protego.parse(body[:_LONGEST].decode("utf-8", "replace"))
    asked = _find_delay(parsed)
    if asked > max(manners.patience, manners.delay):
        why = f"its robots.txt asks for {asked:,g} s between two requests"
        return Rules(manners.delay, closed=f"{why}, which is more than {manners.patience:,g} s")
    return Rules(max(manners.delay, asked), tuple(parsed.sitemaps), parsed=parsed)


def _find_delay(parsed: Protego) -> float:
    """Return the seconds that a robots.txt asks for between two requests; 0 if it asks none."""
    rate = parsed.request_rate(ROBOT)
    try:
        pause = rate.seconds / rate.requests if rate and rate.requests else 0
    except OverflowError:
        pause = math.inf
    return max(float(parsed.crawl_delay(ROBOT) or 0), pause)


def say(error: Exception) -> str:
    """Return what a connection failed of, as a short line."""
    return " ".join(str(error).split())[:100] or type(error).__name__
