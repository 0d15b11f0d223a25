"""Drawing -> the part of it that a query, a date or a name asks for."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from graphkit.errors import QueryError
from graphkit.view.drawing import Drawing, Edge, Node
from graphkit.view.project import Queryable
from graphkit.vocab import PREFIXES, ROLE_IRI, expand, shorten

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def find_node(drawing: Drawing, name: str) -> str:
    """Return the id of the node with an id, an IRI or a name in any language.

    :raises QueryError: if there is none; the message tells the nearest names.
    """
    wanted = name.removeprefix(drawing.base).casefold()
    names: dict[str, str] = {}
    for node in sorted(drawing.nodes, key=lambda node: -len(node.releases)):
        for text in (node.id, *(n for n, _ in node.others), *(n for _, n in node.names)):
            names.setdefault(text.casefold(), node.id)
    if wanted in names:
        return names[wanted]
    parts = [text for text in names if wanted in text]
    if parts:
        return names[min(parts, key=lambda text: (len(text), text))]
    near = difflib.get_close_matches(wanted, names, 3, 0.5)
    hint = f"; did you mean {', '.join(repr(n) for n in near)}?" if near else ""
    raise QueryError(f"no node is called {name!r}{hint}")


def select_since(drawing: Drawing, since: str) -> Drawing:
    """Keep the facts that releases state on a day or later, and the things in them.

    What comes from built-in knowledge has no day; it stays between things that stay.

    :raises QueryError: if ``since`` is not a date like 2026-03-01.
    """
    if not _DATE.fullmatch(since):
        raise QueryError(f"since {since!r}: write a date as 2026-03-01")

    def is_new(edge: Edge) -> bool:
        dates = [drawing.releases[drawing.passages[p].release].date or "" for p in edge.evidence]
        return max([drawing.nodes[edge.source].date or "", *dates]) >= since

    new = [edge for edge in drawing.edges if is_new(edge)]
    kept = {end for edge in new for end in (edge.source, edge.target)}
    for i, node in enumerate(drawing.nodes):
        if any((drawing.releases[r].date or "") >= since for r in node.releases):
            kept.add(i)
    edges = [
        edge
        for edge in drawing.edges
        if is_new(edge) or (not edge.evidence and {edge.source, edge.target} <= kept)
    ]
    return keep(drawing, kept, edges)


def select_by_query(graph: Queryable, drawing: Drawing, query: str) -> Drawing:
    """Keep what a CONSTRUCT answers: the things in its triples, and the facts it holds.

    A triple between two things that is no fact of the graph becomes an edge without
    evidence, so that a query may draw its own relations.

    :raises QueryError: if the query does not parse or is no CONSTRUCT or DESCRIBE.
    """
    triples = _construct(graph, query)
    place = {node.id: i for i, node in enumerate(drawing.nodes)}
    ends = {(_short(s, drawing), _short(o, drawing)): p for s, p, o in triples}
    kept = {place[end] for pair in ends for end in pair if end in place}
    named = {(s, p, o) for s, p, o in triples}
    edges = [edge for edge in drawing.edges if _is_named(edge, drawing, named)]
    drawn = {(edge.source, edge.target) for edge in edges}
    for (source, target), predicate in sorted(ends.items()):
        if source in place and target in place and source != target:
            pair = (place[source], place[target])
            if pair not in drawn:
                edges.append(Edge(*pair, shorten(predicate)))
    kept |= {end for edge in edges for end in (edge.source, edge.target)}
    return keep(drawing, kept, sorted(edges, key=_order))


def keep(drawing: Drawing, kept: Iterable[int], edges: Iterable[Edge]) -> Drawing:
    """Return a drawing of some nodes and edges, with the countries they belong to."""
    nodes = set(kept)
    order = sorted(nodes)
    new = {old: i for i, old in enumerate(order)}
    ids = {drawing.nodes[i].id for i in order}

    def trim(node: Node) -> Node:
        return replace(node, countries=tuple(land for land in node.countries if land in ids))

    return replace(
        drawing,
        nodes=tuple(trim(drawing.nodes[i]) for i in order),
        edges=tuple(
            replace(edge, source=new[edge.source], target=new[edge.target]) for edge in edges
        ),
        quotes=tuple(
            replace(quote, speaker=new[quote.speaker])
            for quote in drawing.quotes
            if quote.speaker in nodes
        ),
    )


def _construct(graph: Queryable, query: str) -> list[tuple[str, str, str]]:
    prologue = "".join(
        f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items() if f"{name}:" not in query
    )
    missing = "".join(
        f"PREFIX {name}: <{iri}>\n"
        for name, iri in PREFIXES.items()
        if f"{name}:" in query and not re.search(rf"PREFIX\s+{name}:", query, re.IGNORECASE)
    )
    try:
        answer: Any = graph.query(prologue + missing + query)
        triples = [tuple(str(term.value) for term in triple) for triple in _triples(answer)]
    except (SyntaxError, ValueError, TypeError, AttributeError) as error:
        raise QueryError(
            f"the query chooses what is drawn, so write a CONSTRUCT: {error}"
        ) from error
    return [(s, p, o) for s, p, o in triples]


def _triples(answer: Any) -> Iterable[Any]:
    """Return the triples of an answer, be it a store's iterator or a graph's ``Answer``."""
    found = getattr(answer, "triples", answer)
    if getattr(answer, "variables", ()) or getattr(answer, "boolean", None) is not None:
        raise TypeError("this one is none")
    return list(found)


def _short(iri: str, drawing: Drawing) -> str:
    return iri.removeprefix(drawing.base)


def _is_named(edge: Edge, drawing: Drawing, named: set[tuple[str, str, str]]) -> bool:
    """Say whether the triple that an edge stands for is among those of the answer."""

    def full(node: str) -> str:
        return node if "://" in node or node.startswith(ROLE_IRI) else drawing.base + node

    source, target = drawing.nodes[edge.source].id, drawing.nodes[edge.target].id
    if edge.via:
        return (full(source), PREFIXES["org"] + "holds", full(edge.via)) in named
    return (full(source), str(expand(edge.relation)), full(target)) in named


def _order(edge: Edge) -> tuple[int, int, str, str, str]:
    return edge.source, edge.target, edge.relation, edge.role or "", edge.via or ""
