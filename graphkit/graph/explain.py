"""How a query is read and what it costs, for people who want it faster."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

import pyoxigraph as ox
from rdflib import Literal, URIRef, Variable
from rdflib.paths import Path
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from graphkit.graph.store import Graph
from graphkit.vocab import shorten

# Operators whose name in the standard tells less than a word of the language itself.
_WORDS: Final = {
    "LeftJoin": "optional", "Extend": "bind", "ToMultiSet": "subquery", "Slice": "limit",
    "OrderBy": "order by", "Group": "group by", "AggregateJoin": "aggregate", "Project": "select",
}  # fmt: skip
# Triples of a pattern that are counted: the rest would take longer than most queries.
MOST: Final = 100_000
_PARTS: Final = ("p", "p1", "p2")


def explain_query(graph: Graph, sparql: str, *, timeout: float | None = None) -> str:
    """Return a query's time, and its algebra with the number of triples that fit each pattern.

    The algebra is rdflib's, by the rules of the SPARQL standard; Oxigraph reorders it. The
    numbers are of each pattern alone.

    :raises QueryError: if the query is wrong, or its time is over.
    """
    start = time.perf_counter()
    answer = graph.query(sparql, timeout=timeout)
    spent = time.perf_counter() - start
    head = f"{len(answer):,} result{'' if len(answer) == 1 else 's'} in {1000 * spent:.1f} ms"
    return "\n".join([head, "", "algebra:", *_algebra(graph, sparql)])


def _algebra(graph: Graph, sparql: str) -> Iterator[str]:
    try:
        query = translateQuery(parseQuery(sparql), initNs=dict(graph.prefixes))
    except Exception as error:  # Oxigraph reads more than SPARQL 1.1
        yield f"rdflib cannot read this query: {str(error).splitlines()[0]}"
        return
    if isinstance(query.algebra.get("p"), CompValue):
        yield from _tree(query.algebra.p, graph, 0)


def _tree(part: CompValue, graph: Graph, depth: int) -> Iterator[str]:
    """Yield an operator and what stands below it, one line each."""
    indent = "  " * depth
    if part.name == "BGP":
        for triple in part.triples:
            count = _say_count(graph, triple)
            subject, predicate, value = (_write(term, graph) for term in triple)
            text = f"{subject} {'a' if predicate == 'rdf:type' else predicate} {value}"
            yield f"{indent}{text}" + (f"   [{count}]" if count else "")
        return
    if part.name == "Extend" and str(part.expr).startswith("__agg_"):
        yield from _tree(part.p, graph, depth)  # only gives an aggregate its name
        return
    yield f"{indent}{_WORDS.get(part.name, part.name.lower())} {_say(part, graph)}".rstrip()
    for name in _PARTS:
        if isinstance(part.get(name), CompValue):
            yield from _tree(part[name], graph, depth + 1)


def _say(part: CompValue, graph: Graph) -> str:
    """Return what an operator is about: its variables, its terms, its number."""
    if part.name == "values":
        rows = [" ".join(f"?{k} = {_write(v, graph)}" for k, v in row.items()) for row in part.res]
        return " | ".join(rows)
    if part.name == "Slice":
        return f"{part.length if part.length is not None else 'none'} from {part.start}"
    told = {"Project": "PV", "Extend": "var", "Graph": "term", "AggregateJoin": "A"}
    found = _variables(part.get(told.get(part.name, "expr")))
    return " ".join(dict.fromkeys(_write(one, graph) for one in found))


def _variables(value: Any) -> Iterator[Variable]:
    """Yield the variables of an expression that a reader has written."""
    if isinstance(value, Variable):
        if not value.startswith("__agg_"):
            yield value
    elif isinstance(value, CompValue):
        for name, inner in value.items():
            if name != "_vars":
                yield from _variables(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _variables(inner)


def _write(term: Any, graph: Graph) -> str:
    if isinstance(term, URIRef):
        iri, base = str(term), graph.base_iri
        return f"id:{iri.removeprefix(base)}" if iri.startswith(base) else shorten(iri)
    if isinstance(term, Path):
        return str(term.n3(_manager(graph)))
    return str(term.n3())


def _manager(graph: Graph) -> Any:
    from rdflib import Graph as RdflibGraph

    names = RdflibGraph(bind_namespaces="none").namespace_manager
    for prefix, iri in graph.prefixes.items():
        names.bind(prefix, iri)
    return names


def _say_count(graph: Graph, triple: tuple[Any, ...]) -> str:
    """Say how many triples fit a pattern; nothing for a path, and where anything fits."""
    subject, predicate, value = (_term(one) for one in triple)
    if isinstance(triple[1], Path) or not (subject or predicate or value):
        return ""
    found = graph.store.quads_for_pattern(subject, predicate, value)  # type: ignore[arg-type]
    count = sum(1 for _ in islice(found, MOST + 1))
    return f"more than {MOST:,} triples" if count > MOST else f"{count:,} triples"


def _term(term: Any) -> ox.NamedNode | ox.Literal | None:
    if isinstance(term, URIRef):
        return ox.NamedNode(str(term))
    if isinstance(term, Literal):
        kind = None if term.datatype is None else ox.NamedNode(str(term.datatype))
        language = term.language
        return ox.Literal(str(term), language=language) if language else ox.Literal(
            str(term), datatype=kind
        )  # fmt: skip
    return None
