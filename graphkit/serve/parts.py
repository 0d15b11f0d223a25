"""A store -> the parts of it that a live page is sent: overview, surroundings, a way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice
from typing import Final

import pyoxigraph as ox
from rdflib import ORG, RDF

from graphkit.graph.terms import node
from graphkit.serve.neighbourhood import LINKS, copy_part, find_near, find_neighbours, is_post
from graphkit.vocab import GK, SCHEMA

_TYPE: Final = node(str(RDF.type))
_HOLDS, _SEAT, _LAND, _TO = (
    node(str(iri)) for iri in (ORG.holds, ORG.postIn, GK.ofCountry, GK.accreditedTo)
)
# A quotation is no node, so who said it is no line.
_DRAWN: Final = tuple(link for link in LINKS if link.value != str(SCHEMA.creator))
_PLACES: Final = {str(GK.Country), str(GK.Region), str(GK.City)}
# A graph of no more things is sent whole, and nothing has to be fetched.
MOST_WHOLE: Final = 600
# Of a larger one the most linked, so many of each sort, among so many that are looked at.
_SHARES: Final = {"place": 30, "other": 120, "event": 30}
_RANKED: Final = 1000
# Links of a kind that are counted: their order is by digest, so this is a fair sample.
_SAMPLE: Final = 20_000
# Neighbours are counted up to here: "more than that" tells a reader enough.
MOST_COUNTED: Final = 999
_MOST_WALKED: Final = 20_000  # things that are looked at for the shortest way


@dataclass(frozen=True, slots=True)
class Part:
    """Some of a store. ``totals``: IRI -> how many neighbours a thing has in all of it."""

    store: ox.Store
    totals: dict[str, int]
    is_whole: bool = False


def cut_overview(store: ox.Store) -> Part:
    """Return all of a small graph, else the things with most links and what links them."""
    counts, is_all = _count_links(store)
    if is_all and len(counts) <= MOST_WHOLE:
        return Part(store, {}, is_whole=True)
    ranked = nsmallest(_RANKED, counts, key=lambda one: (-counts[one], one.value))
    sorts = {one: _sort_of(store, one) for one in ranked}
    chosen: set[ox.NamedNode] = set()
    for sort, share in _SHARES.items():
        chosen.update(islice((one for one in ranked if sorts[one] == sort), share))
    return _make_part(store, chosen | _posts_between(store, chosen))


def cut_around(store: ox.Store, iris: Iterable[str], hops: int) -> Part | None:
    """Return what is at most ``hops`` steps from some things; None if there is none of them."""
    known = [one for iri in iris if _has(store, one := ox.NamedNode(iri))]
    if not known:
        return None
    return _make_part(store, set().union(*(find_near(store, one, hops) for one in known)))


def cut_way(store: ox.Store, start: str, end: str) -> Part | None:
    """Return the things on a shortest way between two; None where there is none.

    Places end a way, since through a country everything is near everything; only where
    there is no other way does it lead through them.
    """
    first, last = ox.NamedNode(start), ox.NamedNode(end)
    for goes_on in (lambda one: _sort_of(store, one) != "place", lambda one: True):
        way = _find_way(store, first, last, goes_on)
        if way:
            return _make_part(store, way)
    return None


# A thing that was reached -> from where, and by which post.
Reached = dict[ox.NamedNode, tuple[ox.NamedNode | None, ox.NamedNode | None]]


def _find_way(
    store: ox.Store,
    first: ox.NamedNode,
    last: ox.NamedNode,
    goes_on: Callable[[ox.NamedNode], bool],
) -> set[ox.NamedNode]:
    """Return the things and posts on a shortest way, looked for from both its ends."""
    seen: tuple[Reached, Reached] = ({first: (None, None)}, {last: (None, None)})
    edges = [[first], [last]]
    while all(edges) and sum(map(len, seen)) < _MOST_WALKED:
        side = int(len(edges[0]) > len(edges[1]))
        new: list[ox.NamedNode] = []
        for here in edges[side]:
            for other, post in sorted(_around(store, here).items(), key=lambda one: one[0].value):
                if other not in seen[side]:
                    seen[side][other] = here, post
                    if other in seen[1 - side] and (other in (first, last) or goes_on(other)):
                        return _walk_back(seen[0], other) | _walk_back(seen[1], other)
                    new.append(other)
        edges[side] = [one for one in new if goes_on(one)]
    return set()


def _walk_back(seen: Reached, end: ox.NamedNode) -> set[ox.NamedNode]:
    way: set[ox.NamedNode] = set()
    at: ox.NamedNode | None = end
    while at is not None:
        way.add(at)
        at, post = seen[at]
        if post is not None:
            way.add(post)
    return way


def _make_part(store: ox.Store, nodes: set[ox.NamedNode]) -> Part:
    totals = {one.value: count_neighbours(store, one) for one in nodes if not is_post(one)}
    return Part(copy_part(store, nodes), totals)


def count_neighbours(store: ox.Store, here: ox.NamedNode) -> int:
    """Return how many nodes a picture of the whole graph would join to a thing."""
    return min(len(_around(store, here)), MOST_COUNTED)


def _around(store: ox.Store, here: ox.NamedNode) -> dict[ox.NamedNode, ox.NamedNode | None]:
    """Return what a picture joins to a thing, each with the post between, if there is one."""
    found: dict[ox.NamedNode, ox.NamedNode | None] = {}
    for other in find_neighbours(store, here, MOST_COUNTED, _DRAWN):
        if is_post(other):
            for end in _beyond(store, here, other):
                found.setdefault(end, other)
        else:
            found[other] = None
    found.pop(here, None)
    return found


def _beyond(store: ox.Store, here: ox.NamedNode, post: ox.NamedNode) -> set[ox.NamedNode]:
    """Return what is at the other end of a post: of the line from its holder to its seat."""
    holders = _subjects(store, _HOLDS, post)
    seats = _objects(store, post, _SEAT) or _objects(store, post, _LAND)
    seats |= _objects(store, post, _TO)
    return seats if here in holders else holders if here in seats else set()


def _posts_between(store: ox.Store, chosen: set[ox.NamedNode]) -> set[ox.NamedNode]:
    return {
        post
        for holder in chosen
        for post in _objects(store, holder, _HOLDS)
        if _beyond(store, holder, post) & chosen
    }


def _count_links(store: ox.Store) -> tuple[Counter[ox.NamedNode], bool]:
    """Return how often links end at each thing, and whether all links were counted."""
    counts: Counter[ox.NamedNode] = Counter()
    is_all = True
    for link in _DRAWN:
        number = 0
        for quad in islice(store.quads_for_pattern(None, link, None), _SAMPLE):
            number += 1
            ends = (quad.subject, quad.object)
            counts.update(e for e in ends if isinstance(e, ox.NamedNode) and not is_post(e))
        is_all = is_all and number < _SAMPLE
    return counts, is_all


def _sort_of(store: ox.Store, one: ox.NamedNode) -> str:
    """Return whether a thing is a place, an event, something else, or "" for nothing drawn."""
    kinds = {kind.value for kind in _objects(store, one, _TYPE)}
    if kinds & _PLACES:
        return "place"
    return "event" if str(SCHEMA.Event) in kinds else "other" if kinds else ""


def _has(store: ox.Store, one: ox.NamedNode) -> bool:
    return next(store.quads_for_pattern(one, None, None), None) is not None


def _subjects(store: ox.Store, link: ox.NamedNode, end: ox.NamedNode) -> set[ox.NamedNode]:
    quads = islice(store.quads_for_pattern(None, link, end), MOST_COUNTED)
    return {q.subject for q in quads if isinstance(q.subject, ox.NamedNode)}


def _objects(store: ox.Store, start: ox.NamedNode, link: ox.NamedNode) -> set[ox.NamedNode]:
    quads = store.quads_for_pattern(start, link, None)
    return {q.object for q in quads if isinstance(q.object, ox.NamedNode)}
