"""Graph -> N-Triples, N-Quads, TriG and RDF/XML, sorted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final

import pyoxigraph as ox

from graphkit.export.turtle import sorted_lines
from graphkit.graph import Graph

# What each release states, as quads of a named graph with the release's IRI.
_STATED: Final = """
SELECT DISTINCT ?s ?p ?o ?release {
  ?assertion rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ;
             prov:wasDerivedFrom/schema:isPartOf ?release }
"""


def sorted_quads(graph: Graph) -> list[ox.Quad]:
    """Return the quads of the default graph in the order of their N-Triples lines."""
    return sorted(graph.store.quads_for_pattern(None, None, None, ox.DefaultGraph()), key=str)


def release_quads(graph: Graph) -> Iterator[ox.Quad]:
    """Yield what each release states, in a named graph with the release's IRI."""
    for s, p, o, release in graph.query(_STATED).rows:
        if (
            isinstance(s, ox.NamedNode)
            and isinstance(p, ox.NamedNode)
            and isinstance(o, (ox.NamedNode, ox.Literal))
            and isinstance(release, ox.NamedNode)
        ):
            yield ox.Quad(s, p, o, release)


def write_ntriples(graph: Graph, out: BinaryIO) -> None:
    """Write sorted N-Triples."""
    out.writelines(f"{line}\n".encode() for line in sorted_lines(graph))


def write_nquads(graph: Graph, out: BinaryIO) -> None:
    """Write sorted N-Quads: all in the default graph, and each release's statements in its own."""
    write_ntriples(graph, out)
    out.writelines(f"{quad} .\n".encode() for quad in sorted(release_quads(graph), key=_by_graph))


def write_trig(graph: Graph, out: BinaryIO) -> None:
    """Write TriG with one named graph a release."""
    named = sorted(release_quads(graph), key=_by_graph)
    quads = [*sorted_quads(graph), *named]
    ox.serialize(quads, out, ox.RdfFormat.TRIG, prefixes=graph.prefixes)


def write_rdfxml(graph: Graph, out: BinaryIO) -> None:
    """Write RDF/XML."""
    triples = (quad.triple for quad in sorted_quads(graph))
    prefixes = {name: iri for name, iri in graph.prefixes.items() if name not in ("id", "xsd")}
    ox.serialize(triples, out, ox.RdfFormat.RDF_XML, prefixes=prefixes)


def _by_graph(quad: ox.Quad) -> tuple[str, str]:
    return str(quad.graph_name), str(quad)
