"""Graph -> JSON-LD: one object an entity, under a context that makes its keys short."""

from __future__ import annotations

import json
from itertools import groupby
from typing import Any, BinaryIO, Final

import pyoxigraph as ox

from graphkit.export.quads import sorted_quads
from graphkit.graph import Graph
from graphkit.graph.terms import Term
from graphkit.vocab import shorten

_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"


def make_context(graph: Graph) -> dict[str, Any]:
    """Return the JSON-LD context: prefixes, and the base of the data."""
    prefixes = {name: iri for name, iri in sorted(graph.prefixes.items()) if name != "id"}
    return {"@version": 1.1, "@base": graph.base_iri, **prefixes}


def write_jsonld(graph: Graph, out: BinaryIO) -> None:
    """Write JSON-LD, one line an object, sorted by IRI."""
    context = json.dumps(make_context(graph), ensure_ascii=False)
    out.write(f'{{"@context": {context},\n"@graph": [\n'.encode())
    separator = b""
    for _, group in groupby(sorted_quads(graph), key=lambda quad: str(quad.subject)):
        item = _make_object(list(group))
        out.write(separator + json.dumps(item, ensure_ascii=False).encode())
        separator = b",\n"
    out.write(b"\n]}\n")


def _make_object(quads: list[ox.Quad]) -> dict[str, Any]:
    item: dict[str, Any] = {"@id": _id(quads[0].subject)}
    for predicate, group in groupby(quads, key=lambda quad: quad.predicate.value):
        objects = [quad.object for quad in group]
        if predicate == _TYPE:
            item["@type"] = [shorten(_id(term)) for term in objects]
        else:
            item[shorten(predicate)] = [_value(term) for term in objects]
    return item


def _id(term: Term) -> str:
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def _value(term: Term) -> dict[str, str]:
    if not isinstance(term, ox.Literal):
        return {"@id": _id(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    kind = term.datatype.value
    return {"@value": term.value} if kind == _STRING else {"@value": term.value, "@type": kind}
