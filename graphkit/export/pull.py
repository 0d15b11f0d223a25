"""A SPARQL server elsewhere -> Graph in memory: the way back of ``push``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import pyoxigraph as ox

from graphkit.errors import StoreError
from graphkit.export.push import connect
from graphkit.graph import Graph

# Above this a graph is no longer one for the memory of a laptop.
MOST: Final = 5_000_000


def pull(
    url: str,
    *,
    graph: str | None = None,
    most: int = MOST,
    on_progress: Callable[[str, int], None] | None = None,
    **options: Any,
) -> Graph:
    """Return what a SPARQL 1.1 endpoint holds of things with an IRI, in memory.

    What is said of blank nodes stays there: they have no names by which to ask for parts.
    ``graph`` is the named graph there (default: the default graph). A user and password,
    or a token, are taken from the environment, as by ``push``.

    :raises StoreError: if it cannot be reached, refuses, or holds more than ``most`` triples.
    :raises GraphkitError: if httpx is not installed.
    """
    store = ox.Store()
    read = 0
    # "" is the beginning of every IRI: unlike push, this takes those of others too.
    with connect(url, {""}, into=graph, **options) as remote:
        count = remote.count()
        if count > most:
            raise StoreError(
                f"{url}: holds {count:,} triples, too many to copy here; ask it with SPARQL, "
                "or serve it with 'graphkit serve', whose /view fetches only what is looked at"
            )
        for triples in remote.read(count):
            store.bulk_extend(ox.Quad(*triple) for triple in triples)
            read += len(triples)  # none comes twice; len(store) would walk the store
            if on_progress:
                on_progress("read", read)
    return Graph(store)
