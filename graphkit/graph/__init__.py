"""Entities and facts -> RDF in a store, asked with SPARQL."""

from graphkit.graph.answer import Answer, show
from graphkit.graph.check import Report, check
from graphkit.graph.iris import entity_iri, passage_iri, release_iri
from graphkit.graph.lines import LineFile, sort_lines
from graphkit.graph.lock import write_lock
from graphkit.graph.named import list_named, load_named
from graphkit.graph.store import Change, Graph
from graphkit.graph.triples import make_lines, make_triples

__all__ = [
    "Answer",
    "Change",
    "Graph",
    "LineFile",
    "Report",
    "check",
    "entity_iri",
    "list_named",
    "load_named",
    "make_lines",
    "make_triples",
    "passage_iri",
    "release_iri",
    "show",
    "sort_lines",
    "write_lock",
]
