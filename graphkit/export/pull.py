"""A SPARQL server elsewhere -> Graph in memory: the way back of ``push``."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any, Final

import pyoxigraph as ox

from graphkit.errors import GraphkitError, StoreError
from graphkit.graph import Graph

# Above this a graph is no longer one for the memory of a laptop.
MOST: Final = 5_000_000
# Servers refuse answers that are too long (``graphkit serve``: 32 MiB), so ask for parts.
_PART: Final = 50_000
_HEX: Final = "0123456789abcdef"


def pull(
    url: str,
    *,
    graph: str | None = None,
    most: int = MOST,
    on_progress: Callable[[str, int], None] | None = None,
    **options: Any,
) -> Graph:
    """Return what a SPARQL 1.1 endpoint holds, in memory.

    ``graph`` is the named graph there (default: the default graph). A user and password,
    or a token, are taken from the environment, as by ``push``.

    :raises StoreError: if it cannot be reached, refuses, or holds more than ``most`` triples.
    :raises GraphkitError: if httpx is not installed.
    """
    try:
        from graphkit.export.remote import Address, Remote
    except ImportError as error:
        raise GraphkitError(
            f"{url}: needs httpx; install it with: pip install 'graphkit-press[remote]'"
        ) from error
    store = ox.Store()
    # "" is the beginning of every IRI: unlike push, this takes all that is there.
    with Remote(Address(url, url, graph=graph), {""}, **options) as remote:
        count = remote.count()
        if count > most:
            raise StoreError(
                f"{url}: holds {count:,} triples, too many to copy here; ask it with SPARQL, "
                "or serve it with 'graphkit serve', whose /view fetches only what is looked at"
            )
        for part in _parts(count):
            store.bulk_extend(ox.Quad(*triple) for triple in remote.read(part))
            if on_progress:
                on_progress("read", len(store))
    return Graph(store)


def _parts(count: int) -> list[str]:
    """Return the beginnings of digests by which ``count`` triples are asked for."""
    depth = 0
    while count > _PART * 16**depth:
        depth += 1
    return ["".join(digits) for digits in product(_HEX, repeat=depth)]
