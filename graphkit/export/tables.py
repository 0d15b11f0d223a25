"""Graph -> tables of nodes and edges, for spreadsheets and other databases."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from io import TextIOWrapper
from typing import BinaryIO, Final

import pyoxigraph as ox
from rdflib import SKOS

from graphkit.graph import Graph
from graphkit.tongues import TAGS

NODE_COLUMNS: Final = ("id", "kind", "notation", *(f"label_{x}" for x in TAGS))
EDGE_COLUMNS: Final = ("source", "relation", "target", "confidence", "evidence")

NodeRow = tuple[str, ...]
EdgeRow = tuple[str, str, str, float, int]


def make_nodes(graph: Graph) -> list[NodeRow]:
    """Return a row for each entity: IRI, kind, code, and its names; sorted."""
    labels = _labels(graph)
    return sorted(
        (iri, data["kind"], data.get("notation", ""), *(labels[iri].get(x, "") for x in TAGS))
        for iri, data in graph.to_networkx().nodes(data=True)
    )


def make_edges(graph: Graph) -> list[EdgeRow]:
    """Return a row for each relation: from, property, to, how sure, how many passages; sorted."""
    return sorted(
        (source, data["relation"], target, data["confidence"], data["evidence"])
        for source, target, data in graph.to_networkx().edges(data=True)
    )


def write_nodes(graph: Graph, out: BinaryIO) -> None:
    """Write CSV with a line for each entity."""
    _write(out, NODE_COLUMNS, make_nodes(graph))


def write_edges(graph: Graph, out: BinaryIO) -> None:
    """Write CSV with a line for each relation."""
    _write(out, EDGE_COLUMNS, make_edges(graph))


def _write(out: BinaryIO, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    text = TextIOWrapper(out, encoding="utf-8", newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    text.flush()
    text.detach()  # the file belongs to the caller


def _labels(graph: Graph) -> dict[str, dict[str, str]]:
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    predicate = ox.NamedNode(str(SKOS.prefLabel))
    for quad in graph.store.quads_for_pattern(None, predicate, None, None):
        if isinstance(quad.object, ox.Literal) and isinstance(quad.subject, ox.NamedNode):
            labels[quad.subject.value][quad.object.language or ""] = quad.object.value
    return labels
