"""Graph -> networkx and rdflib, the two other shapes that people work with."""

from __future__ import annotations

from collections import defaultdict
from io import BytesIO
from typing import TYPE_CHECKING, Final

import networkx as nx
import pyoxigraph as ox
import rdflib
from rdflib import PROV, RDF, SKOS

from graphkit.graph.terms import local_name, node, value_of
from graphkit.model import Kind, Relation
from graphkit.vocab import GK, SCHEMA, SUPERCLASSES, class_of, expand, shorten

if TYPE_CHECKING:
    from graphkit.graph.store import Graph

# What becomes a node, and what becomes an edge beside the relations of the model.
_SHOWN: Final = frozenset(str(class_of(kind)) for kind in Kind) | {str(GK.Official)}
_EDGES: Final = frozenset(str(expand(relation)) for relation in Relation) | {
    str(SCHEMA.about),
    str(SCHEMA.subjectOf),
}
_TYPE: Final = node(str(RDF.type))


def make_rdflib(graph: Graph) -> rdflib.Graph:
    """Return a copy of the default graph as rdflib.Graph, with the usual prefixes bound."""
    buffer = BytesIO()
    graph.store.dump(buffer, ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    copy = rdflib.Graph().parse(buffer.getvalue(), format="nt")
    for prefix, iri in graph.prefixes.items():
        copy.bind(prefix, iri, override=True, replace=True)
    return copy


def make_network(graph: Graph, *, language: str = "en") -> nx.MultiDiGraph[str]:
    """Return entities as nodes and relations as edges.

    Nodes are IRIs with ``label``, ``kind`` and ``notation``; edges have the prefixed
    name of the property as key and ``relation``, with ``confidence`` and the number of
    passages (``evidence``) where a release states it.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, kind in sorted(_kinds(graph.store).items()):
        network.add_node(iri, kind=kind, label=_label(graph.store, iri, language))
    for quad in graph.store.quads_for_pattern(None, node(str(SKOS.notation)), None):
        if value_of(quad.subject) in network:
            network.nodes[value_of(quad.subject)]["notation"] = value_of(quad.object)
    evidence = _evidence(graph.store)
    for predicate in sorted(_EDGES):
        pairs = (
            (value_of(quad.subject), value_of(quad.object))
            for quad in graph.store.quads_for_pattern(None, node(predicate), None)
            if isinstance(quad.object, ox.NamedNode)
        )
        name = shorten(predicate)
        for subject, target in sorted(pairs):
            if subject in network and target in network:
                confidence, passages = evidence.get((subject, predicate, target), (1.0, 0))
                network.add_edge(
                    subject, target, key=name, relation=name,
                    confidence=confidence, evidence=passages,
                )  # fmt: skip
    return network


def _kinds(store: ox.Store) -> dict[str, str]:
    """Return the local name of the most specific class of each thing that is shown."""
    depth = {str(cls): len(above) for cls, above in SUPERCLASSES.items()}
    best: dict[str, str] = {}
    for quad in store.quads_for_pattern(None, _TYPE, None):
        cls, subject = value_of(quad.object), value_of(quad.subject)
        if cls in _SHOWN and depth.get(cls, 0) >= depth.get(best.get(subject, ""), -1):
            best[subject] = cls
    return {iri: local_name(cls) for iri, cls in best.items()}


def _label(store: ox.Store, iri: str, language: str) -> str:
    labels = {
        quad.object.language or "": quad.object.value
        for quad in store.quads_for_pattern(node(iri), node(str(SKOS.prefLabel)), None)
        if isinstance(quad.object, ox.Literal)
    }
    first = labels[min(labels)] if labels else local_name(iri)
    return labels.get(language, first)


def _evidence(store: ox.Store) -> dict[tuple[str, str, str], tuple[float, int]]:
    """Return confidence and number of passages by triple."""
    found: dict[tuple[str, str, str], tuple[float, int]] = {}
    terms: dict[str, dict[str, str]] = defaultdict(dict)
    parts = {str(RDF.subject): "s", str(RDF.predicate): "p", str(RDF.object): "o"}
    for predicate, part in {**parts, str(GK.confidence): "c"}.items():
        for quad in store.quads_for_pattern(None, node(predicate), None):
            terms[value_of(quad.subject)][part] = value_of(quad.object)
    count = _count_passages(store)
    for assertion, term in terms.items():
        if {"s", "p", "o"} <= term.keys():
            key = term["s"], term["p"], term["o"]
            sure, passages = found.get(key, (0.0, 0))
            sure = max(sure, float(term.get("c", 1)))
            found[key] = sure, passages + count.get(assertion, 0)
    return found


def _count_passages(store: ox.Store) -> dict[str, int]:
    count: dict[str, int] = defaultdict(int)
    for quad in store.quads_for_pattern(None, node(str(PROV.wasDerivedFrom)), None):
        count[value_of(quad.subject)] += 1
    return count
