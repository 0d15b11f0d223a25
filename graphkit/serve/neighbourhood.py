"""A store and things in it -> the part of the store around them, small enough to draw."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Final

import pyoxigraph as ox
from rdflib import ORG, PROV, RDF

from graphkit.graph.terms import node
from graphkit.vocab import GK, SCHEMA

LINKS: Final = tuple(
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
    return copy_part(store, find_near(store, focus, hops))


def copy_part(store: ox.Store, nodes: set[ox.NamedNode]) -> ox.Store:
    """Return what the store says of some things and between them, with its evidence."""
    part = ox.Store()
    part.extend(_quads(store, nodes))
    return part


def find_near(store: ox.Store, focus: ox.NamedNode, hops: int) -> set[ox.NamedNode]:
    """Return the things at most ``hops`` steps from one, with the posts between them."""
    found, queue = {focus}, deque([(focus, 0)])
    while queue and len(found) < MOST_NODES:
        here, depth = queue.popleft()
        near = sorted(set(find_neighbours(store, here, MOST_NODES)), key=lambda one: one.value)
        if depth and len(near) > _HUB:
            continue
        for other in near:
            if other not in found and len(found) < MOST_NODES:
                found.add(other)
                # A post is only the line between a person and a body.
                if depth + 1 < hops or is_post(other):
                    queue.append((other, depth if is_post(other) else depth + 1))
    return found


def is_post(one: ox.NamedNode) -> bool:
    """Say whether a thing is a post: drawn as a line, never as a node."""
    return "/post/" in one.value


def find_neighbours(
    store: ox.Store, here: ox.NamedNode, most: int, links: Iterable[ox.NamedNode] = LINKS
) -> Iterator[ox.NamedNode]:
    """Yield what one link joins to a thing; of each kind of link into it ``most`` at most."""
    for link in links:
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
    links = set(LINKS)
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
