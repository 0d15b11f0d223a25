"""Graph -> a SPARQL server elsewhere, by the difference and in batches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from graphkit.errors import GraphkitError
from graphkit.graph import Change, Graph
from graphkit.vocab import ROLE_IRI

if TYPE_CHECKING:
    from graphkit.export.remote import Remote

BATCH: Final = 1000


def push(
    graph: Graph,
    store: str,
    *,
    update: str | None = None,
    graph_store: str | None = None,
    into: str | None = None,
    batch: int = BATCH,
    dry_run: bool = False,
    on_progress: Callable[[str, int], None] | None = None,
    **options: Any,
) -> Change:
    """Make a SPARQL server hold what the graph holds, and return what had to be changed.

    ``store`` answers queries, ``update`` takes updates (default: the same address),
    ``graph_store`` takes what is added, faster; ``into`` is the graph there (default: the
    default graph). What is there already is read first and only the difference is sent,
    ``batch`` triples a request: the same call goes on after an interruption, and changes
    nothing when it is made again. Only subjects below the base of the graph are touched.
    A user and password, or a token, are taken from the environment, else from the keyring.

    :raises StoreError: if the server cannot be reached or refuses.
    :raises GraphkitError: if httpx is not installed.
    """
    tell = on_progress or (lambda stage, done: None)
    bases = {graph.base_iri, ROLE_IRI}
    with connect(store, bases, update, graph_store, into, **options) as remote:
        tell("compare", 0)
        wanted = {
            quad.triple
            for quad in graph.store.quads_for_pattern(None, None, None, ox.DefaultGraph())
        }
        there = set[ox.Triple]().union(*remote.read())
        added, removed = wanted - there, there - wanted
        if not dry_run:
            _send(remote.add, added, batch, lambda done: tell("add", done))
            _send(remote.remove, removed, batch, lambda done: tell("remove", done))
    return Change(len(added), len(removed))


def connect(
    store: str,
    bases: Iterable[str],
    update: str | None = None,
    graph_store: str | None = None,
    into: str | None = None,
    **options: Any,
) -> Remote:
    """Return a connection to a server, through which nothing has been sent yet.

    :raises StoreError: if an address is none, or holds a password.
    :raises GraphkitError: if httpx is not installed.
    """
    try:
        from graphkit.export.remote import Address, Remote
    except ImportError as error:
        raise GraphkitError(
            f"{store}: needs httpx; install it with: pip install 'graphkit-press[remote]'"
        ) from error
    return Remote(Address(store, update or store, graph_store, into), bases, **options)


def _send(
    change: Callable[[Iterable[ox.Triple]], None],
    triples: Iterable[ox.Triple],
    size: int,
    tell: Callable[[int], None],
) -> None:
    # Sorted, so that what is said of one thing comes together.
    done = 0
    for some in _batches(sorted(triples, key=str), size):
        change(some)
        done += len(some)
        tell(done)


def _batches(triples: Iterable[ox.Triple], size: int) -> Iterator[list[ox.Triple]]:
    left = iter(triples)
    while some := list(islice(left, size)):
        yield some
