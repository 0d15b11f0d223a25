"""A store and a thing in it -> the part of the store around it, small enough to draw."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox
from rdflib import ORG, PROV, RDF

from graphkit.graph.terms import node
from graphkit.vocab import GK, SCHEMA

_LINKS: Final = tuple(
    node(str(iri))
    for iri in (
        ORG.holds, ORG.postIn, ORG.memberOf, ORG.subOrganizationOf, GK.ofCountry, GK.concerns,
        GK.accreditedTo, SCHEMA.attendee, SCHEMA.organizer, SCHEMA.location, SCHEMA.creator,
    )
)  # fmt: skip
_SUBJECT, _PART = node(str(RDF.subject)), node(str(SCHEMA.isPartOf))
_SOURCES: Final = (node(str(PROV.wasDerivedFrom)), node(str(GK.deniedIn)))
_MENTIONS: Final = node(str(SCHEMA.mentions))
# More things than this cannot be read in one picture.
MOST_NODES: Final = 400
# Things with more links (countries) are drawn, but nothing is looked for behind them.
_HUB: Final = 60


def cut_neighbourhood(store: ox.Store, focus: ox.NamedNode, hops: int) -> ox.Store:
    """Return what is at most ``hops`` steps from a thing, with sentences and releases."""
    part = ox.Store()
    part.extend(_quads(store, _find_nodes(store, focus, hops)))
    return part


def _find_nodes(store: ox.Store, focus: ox.NamedNode, hops: int) -> set[ox.NamedNode]:
    found, queue = {focus}, deque([(focus, 0)])
    while queue and len(found) < MOST_NODES:
        here, depth = queue.popleft()
        near = sorted(set(_neighbours(store, here, MOST_NODES)), key=lambda one: one.value)
        if depth and len(near) > _HUB:
            continue
        for other in near:
            if other not in found and len(found) < MOST_NODES:
                found.add(other)
                # A post is only the line between a person and a body.
                is_post = "/post/" in other.value
                if depth + 1 < hops or is_post:
                    queue.append((other, depth if is_post else depth + 1))
    return found


def _neighbours(store: ox.Store, here: ox.NamedNode, most: int) -> Iterator[ox.NamedNode]:
    for link in _LINKS:
        for number, quad in enumerate(store.quads_for_pattern(None, link, here)):
            if number >= most:
                break
            if isinstance(quad.subject, ox.NamedNode):
                yield quad.subject
        for quad in store.quads_for_pattern(here, link, None):
            if isinstance(quad.object, ox.NamedNode):
                yield quad.object


def _quads(store: ox.Store, nodes: set[ox.NamedNode]) -> Iterator[ox.Quad]:
    roles: set[ox.NamedNode] = set()
    passages: set[ox.NamedNode] = set()
    releases: set[ox.NamedNode] = set()
    links = set(_LINKS)
    for one in nodes:
        for quad in store.quads_for_pattern(one, None, None):
            if quad.predicate not in links or quad.object in nodes:
                yield quad
            if quad.predicate not in links and (other := _node(quad)):
                roles.add(other)
        for told in store.quads_for_pattern(None, _SUBJECT, one):
            about = list(store.quads_for_pattern(told.subject, None, None))
            yield from about
            passages.update(o for q in about if q.predicate in _SOURCES if (o := _node(q)))
    for passage in passages:
        for quad in store.quads_for_pattern(passage, None, None):
            yield quad
            if quad.predicate == _PART and (release := _node(quad)):
                releases.add(release)
    for one in roles - nodes:  # names of roles and topics
        yield from (q for q in store.quads_for_pattern(one, None, None) if _is_literal(q))
    for one in releases:
        for quad in store.quads_for_pattern(one, None, None):
            if quad.predicate != _MENTIONS or quad.object in nodes:
                yield quad


def _node(quad: ox.Quad) -> ox.NamedNode | None:
    return quad.object if isinstance(quad.object, ox.NamedNode) else None


def _is_literal(quad: ox.Quad) -> bool:
    return isinstance(quad.object, ox.Literal)
