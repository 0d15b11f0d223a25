"""Loading and asking: the package's store, bare pyoxigraph, and rdflib in memory.

    python -m tests.benchmarks.bench_store 100000 1000000

The triples are those of made-up releases, told again under other IRIs until there are
enough. Times are CPU milliseconds, of queries the median of five.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import rdflib

from graphkit.graph import Graph, make_triples
from graphkit.knowledge import load_knowledge
from graphkit.resolve import resolve

from .bench_build import measure_stages, read

Row = tuple[str, ...]
_SEEDS = 60
_BASE = "https://w3id.org/graphkit/id/"
# By what people ask: who took part together, who holds what, who said what, how much of what.
QUERIES = {
    "together": (
        "SELECT ?b ?n { SELECT ?b (COUNT(?e) AS ?n) "
        "{ ?e schema:attendee ?a, ?b FILTER(?a != ?b) } GROUP BY ?b ORDER BY DESC(?n) LIMIT 10 }"
    ),
    "holders": (
        "SELECT ?p ?c { ?p org:holds ?o . ?o org:postIn ?b . ?b gk:ofCountry ?c } LIMIT 100"
    ),
    "text": 'SELECT ?s { ?s skos:prefLabel ?l FILTER(CONTAINS(STR(?l), "Марат")) } LIMIT 20',
    "classes": "SELECT ?t (COUNT(?s) AS ?n) { ?s a ?t } GROUP BY ?t",
}


def make_quads(count: int) -> Iterator[ox.Quad]:
    """Yield ``count`` quads: those of some releases, in copies with IRIs of their own."""
    extractions = [
        one for code in ("kk", "ru", "en") for one in measure_stages(read(code, _SEEDS))[1]
    ]
    first = list(make_triples(resolve(extractions, load_knowledge()), load_knowledge()))
    made = 0
    for copy in range(count // len(first) + 1):

        def own(term: Any, copy: int = copy) -> Any:
            if not isinstance(term, ox.NamedNode) or not term.value.startswith(_BASE):
                return term
            return ox.NamedNode(term.value.replace(_BASE, f"{_BASE}c{copy}/", 1))

        for quad in first:
            if made == count:
                return
            made += 1
            yield ox.Quad(own(quad.subject), quad.predicate, own(quad.object))


def spent(action: Callable[[], object], times: int = 1) -> str:
    """Return the median CPU time of an action in ms."""
    found = []
    for _ in range(times):
        start = time.process_time()
        action()
        found.append(1000 * (time.process_time() - start))
    return f"{statistics.median(found):,.1f}"


def measure(count: int) -> list[Row]:
    """Return the rows of one size."""
    quads = list(make_quads(count))
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as scratch:
        graph = Graph.open(Path(scratch) / "ours", write=True)
        loaded = spent(lambda: graph.replace(quads))
        asked = [spent(lambda q=q: list(graph.query(q)), 5) for q in QUERIES.values()]
        rows.append((f"{count:,}", "graphkit on disk", loaded, *asked))
        prefixes = graph.prefixes
        graph.close()

        bare = ox.Store(Path(scratch) / "bare")
        loaded = spent(lambda: bare.bulk_extend(quads))
        asked = [
            spent(lambda q=q: list(bare.query(q, prefixes=prefixes)), 5) for q in QUERIES.values()
        ]
        rows.append((f"{count:,}", "pyoxigraph on disk", loaded, *asked))

    lines = "\n".join(f"{quad} ." for quad in quads)
    memory = rdflib.Graph()
    loaded = spent(lambda: memory.parse(data=lines, format="nt"))
    times = 1 if count > 200_000 else 3
    asked = [
        spent(lambda q=q: list(memory.query(q, initNs=prefixes)), times) for q in QUERIES.values()
    ]
    rows.append((f"{count:,}", "rdflib in memory", loaded, *asked))
    return rows


def main(counts: tuple[int, ...] = (100_000,)) -> list[Row]:
    """Measure and return the table: triples, engine, ms to load, ms by query."""
    rows: list[Row] = [("triples", "engine", "load ms", *(f"{name} ms" for name in QUERIES))]
    for count in counts:
        rows += measure(count)
    return rows


if __name__ == "__main__":
    from .table import show

    show(main(tuple(map(int, sys.argv[1:])) or (100_000,)))
