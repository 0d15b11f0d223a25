"""Loading, opening and asking: the package's store, bare pyoxigraph, and rdflib in memory.

    python -m tests.benchmarks.bench_store 100000
    python -m tests.benchmarks.bench_store --limit 300 1000000

The triples are what is built of the annotated releases and of made-up ones, told again with
persons, posts, events and releases of their own until there are enough; countries, bodies
and cities stay the same, as in an archive. Times are CPU milliseconds: of queries the median
of five (rdflib: of one), of loads the least of three. They count until all terms of all rows
are there. rdflib's queries run in a process that is killed after ``--limit`` seconds. If the
engines do not give the same number of rows, it fails.
"""

from __future__ import annotations

import argparse
import multiprocessing
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

import pyoxigraph as ox
import rdflib

import graphkit
from graphkit.graph import Graph

from ..tools.corpus import make_corpus, write_corpus

Row = tuple[str, ...]
_MADE_UP: Final = 40  # releases a language
_TIMES: Final = 5
_LOADS: Final = 3
_DEVSET: Final = Path(__file__).parents[1] / "data" / "devset" / "texts"
_BASE: Final = "https://w3id.org/graphkit/id/"
_LABELS: Final = "http://www.w3.org/2004/02/skos/core#"
_OWN: Final = ("person", "post", "event", "quotation", "release", "assertion")
# What people ask by name, with values that are found.
NAMED: Final[dict[str, dict[str, str]]] = {
    "posts": {"country": "KZ"},
    "meetings": {"left": "KZ", "right": "GB"},
    "partners": {"person": "{person}"},
    "evidence": {"entity": "{person}"},
    "groups": {"partner": "country/KR"},
    "quotations": {"word": "сауда"},
    "changes": {"from": "2026-05-01", "to": "2026-05-20"},
}
# What people write by hand: who took part together, who holds what, names, how much of what.
WRITTEN: Final = {
    "together": (
        "SELECT ?b ?n { SELECT ?b (COUNT(?e) AS ?n) "
        "{ ?e schema:attendee ?a, ?b FILTER(?a != ?b) } GROUP BY ?b ORDER BY DESC(?n) ?b LIMIT 10 }"
    ),
    "holders": (
        "SELECT ?p ?c { ?p org:holds ?o . ?o org:postIn ?b . ?b gk:ofCountry ?c } "
        "ORDER BY ?p ?c LIMIT 100"
    ),
    "text": (
        'SELECT ?s { ?s skos:prefLabel ?l FILTER(CONTAINS(STR(?l), "Нұр")) } ORDER BY ?s LIMIT 20'
    ),
    "classes": "SELECT ?t (COUNT(?s) AS ?n) { ?s a ?t } GROUP BY ?t ORDER BY DESC(?n) ?t",
}


def make_quads(count: int) -> list[ox.Quad]:
    """Return ``count`` quads, sorted: those of some releases, in copies."""
    with tempfile.TemporaryDirectory() as scratch:
        write_corpus(make_corpus(3 * _MADE_UP, seed=1), Path(scratch))
        built = graphkit.build([_DEVSET, Path(scratch) / "texts"])
    first, made, number = list(built.quads()), dict[ox.Quad, None](), 0
    while len(made) < count:
        made.update(dict.fromkeys(_copy(first, number)))
        number += 1
    return sorted(list(made)[:count], key=str)


def _copy(quads: list[ox.Quad], number: int) -> Iterator[ox.Quad]:
    def own(term: ox.NamedNode) -> ox.NamedNode:
        kind, _, rest = term.value.removeprefix(_BASE).partition("/")
        if kind not in _OWN or not term.value.startswith(_BASE):
            return term
        return ox.NamedNode(f"{_BASE}{kind}/c{number}-{rest}")

    for quad in quads:
        value = quad.object
        assert isinstance(quad.subject, ox.NamedNode)
        if isinstance(value, ox.NamedNode):
            value = own(value)
        elif quad.predicate.value.startswith(_LABELS) and own(quad.subject) != quad.subject:
            assert isinstance(value, ox.Literal)
            value = ox.Literal(f"{value.value} {number}", language=value.language)
        yield ox.Quad(own(quad.subject), quad.predicate, value)


def _spent(action: Callable[[], object], times: int = 1) -> float:
    """Return the median CPU time of an action in ms."""
    found = []
    for _ in range(times):
        start = time.process_time()
        action()
        found.append(1000 * (time.process_time() - start))
    return statistics.median(found)


def _ask_bare(store: ox.Store, query: str, prefixes: dict[str, str]) -> list[tuple[object, ...]]:
    results = store.query(query, prefixes=prefixes)
    assert isinstance(results, ox.QuerySolutions)
    return [tuple(row) for row in results]


def _ask_rdflib(
    memory: rdflib.Graph, query: str, prefixes: dict[str, str], out: Connection
) -> None:
    rows: list[object] = []
    took = _spent(lambda: rows.extend(memory.query(query, initNs=prefixes)))
    out.send((took, len(rows)))


def _limited(
    memory: rdflib.Graph, query: str, prefixes: dict[str, str], limit: float
) -> tuple[float, int] | None:
    """Ask rdflib in a forked process, which has the graph already; None if it takes too long."""
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe()
    child = fork.Process(target=_ask_rdflib, args=(memory, query, prefixes, there))
    child.start()
    there.close()
    try:
        return here.recv() if here.poll(limit) else None
    except EOFError:
        return None
    finally:
        child.kill()
        child.join()


def _measure_rdflib(
    quads: list[ox.Quad], queries: dict[str, str], prefixes: dict[str, str], limit: float
) -> tuple[float, dict[str, tuple[float, int] | None]]:
    """Return the time to load, and the time and the number of rows of each query."""
    memory = rdflib.Graph()
    lines = "".join(f"{quad} .\n" for quad in quads)
    loaded = _spent(lambda: memory.parse(data=lines, format="nt"))
    return loaded, {
        name: _limited(memory, query, prefixes, limit) for name, query in queries.items()
    }


def _queries(graph: Graph) -> dict[str, str]:
    found = graph.query(
        "SELECT ?p { ?p a gk:Official . ?e schema:attendee ?p , ?other . FILTER(?other != ?p) "
        "?other org:holds/org:postIn ?b . ?b a gk:Parliament "
        "FILTER NOT EXISTS { ?p org:holds/org:postIn ?b } } ORDER BY ?p LIMIT 1"
    )
    person = str(found.to_dicts()[0]["p"])
    named = {
        name: graph.bind(name, {key: value.format(person=person) for key, value in given.items()})
        for name, given in NAMED.items()
    }
    return {**named, **WRITTEN}


def measure(count: int, limit: float) -> Iterator[Row]:
    """Yield the rows of one size."""
    quads = make_quads(count)
    size = f"{count:,}"
    with tempfile.TemporaryDirectory() as scratch:
        ours, bare_folder = Path(scratch) / "ours", Path(scratch) / "bare"
        # rdflib's children are forked before a store on disk is open: its threads are not
        # forked. So what to ask is found out in a store in memory.
        with Graph() as known:
            known.store.bulk_extend(quads)
            queries, prefixes = _queries(known), known.prefixes
        by_rdflib, slow = _measure_rdflib(quads, queries, prefixes, limit)
        loaded, plain = [], []
        for _ in range(_LOADS):  # in turns, as what else the machine does comes and goes
            shutil.rmtree(ours, ignore_errors=True)
            shutil.rmtree(bare_folder, ignore_errors=True)
            with Graph.open(ours, write=True) as graph:
                loaded.append(_spent(partial(graph.replace, quads)))
            bare = ox.Store(bare_folder)
            plain.append(_spent(partial(bare.bulk_extend, quads)))
            del bare
        yield _row(size, "load", "", min(loaded), min(plain), by_rdflib)
        opened = _spent(lambda: Graph.open(ours).close(), _TIMES)
        reopened = _spent(lambda: ox.Store.read_only(str(bare_folder)), _TIMES)
        yield _row(size, "open", "", opened, reopened, None)
        with Graph.open(ours) as graph:
            bare = ox.Store.read_only(str(bare_folder))
            for name, query in queries.items():
                rows = len(_ask_bare(bare, query, prefixes))
                other = slow[name]
                if len(graph.query(query)) != rows or (other and other[1] != rows):
                    raise AssertionError(f"{name}: the engines do not give the same rows")
                fast = _spent(partial(graph.query, query), _TIMES)
                direct = _spent(partial(_ask_bare, bare, query, prefixes), _TIMES)
                took = other[0] if other else None
                yield _row(size, name, f"{rows:,}", fast, direct, took, limit)


def _row(
    size: str, what: str, rows: str, ours: float, bare: float, other: float | None, limit: float = 0
) -> Row:
    slow = other if other is not None else 1000 * limit
    mark = "" if other is not None else "> "
    return (
        size, what, rows, f"{ours:,.1f}", f"{bare:,.1f}", f"{ours / bare:.2f}",
        f"{mark}{slow:,.0f}" if slow else "–", f"{mark}{slow / ours:,.0f}" if slow else "–",
    )  # fmt: skip


def main(counts: tuple[int, ...] = (100_000,), limit: float = 60.0) -> list[Row]:
    """Measure and return the table: ms of each engine, and how many times as long they take."""
    head = (
        "triples", "what", "rows", "graphkit ms", "pyoxigraph ms", "graphkit/pyoxigraph",
        "rdflib ms", "rdflib/graphkit",
    )  # fmt: skip
    return [head, *(row for count in counts for row in measure(count, limit))]


if __name__ == "__main__":
    from .table import show

    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("triples", nargs="*", type=int, default=[100_000])
    parser.add_argument("--limit", type=float, default=60.0, metavar="SECONDS")
    given = parser.parse_args()
    show(main(tuple(given.triples), given.limit))
