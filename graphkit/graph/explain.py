"""How a query is read and what it costs, for people who want it faster."""

from __future__ import annotations

import re
import time
from contextlib import redirect_stdout
from io import StringIO
from typing import Final

from rdflib.plugins.sparql.algebra import pprintAlgebra, translateQuery
from rdflib.plugins.sparql.parser import parseQuery

from graphkit.graph.store import Graph
from graphkit.graph.terms import node

_PREFIXED: Final = re.compile(r"\b([a-z]+):([A-Za-z]\w*)")


def explain_query(graph: Graph, sparql: str) -> str:
    """Return a query's algebra, how many triples its properties have, and its time.

    The algebra is rdflib's, by the rules of the SPARQL standard; Oxigraph reorders it.

    :raises QueryError: if the query is wrong.
    """
    start = time.perf_counter()
    answer = graph.query(sparql)
    spent = time.perf_counter() - start
    lines = [f"{len(answer):,} results in {1000 * spent:.1f} ms", "", "triples of each term used:"]
    for name in sorted(set(_PREFIXED.findall(sparql))):
        count = _count(graph, *name)
        if count:
            lines.append(f"  {count:>10,}  {':'.join(name)}")
    return "\n".join([*lines, "", "algebra:", _algebra(graph, sparql)])


def _count(graph: Graph, prefix: str, local: str) -> int:
    namespace = graph.prefixes.get(prefix)
    if namespace is None:
        return 0
    iri = node(namespace + local)
    as_property = sum(1 for _ in graph.store.quads_for_pattern(None, iri, None))
    return as_property or sum(1 for _ in graph.store.quads_for_pattern(None, None, iri))


def _algebra(graph: Graph, sparql: str) -> str:
    text = StringIO()
    query = translateQuery(parseQuery(sparql), initNs=dict(graph.prefixes))
    with redirect_stdout(text):
        pprintAlgebra(query)
    return text.getvalue().rstrip()
