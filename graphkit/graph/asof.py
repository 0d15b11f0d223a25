"""A graph and a day -> what the graph would hold without the releases after that day."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

import pyoxigraph as ox
from rdflib import PROV, RDF

from graphkit.graph.store import Graph
from graphkit.graph.terms import local_name, node, value_of
from graphkit.vocab import GK, SCHEMA

Triple = tuple[str, str, str]
_EVIDENCE: Final = (str(PROV.wasDerivedFrom), str(GK.deniedIn))


def take_state(graph: Graph, day: str) -> Graph:
    """Return a copy, in memory, of what releases up to a day (``2026-02-28``) tell.

    A fact, and a thing, of which only later releases tell is left out. Releases without a
    day count always, as nothing says that they came later.
    """
    late = {
        value_of(quad.subject)
        for quad in _find(graph, str(SCHEMA.datePublished))
        if value_of(quad.object) > day
    }
    parts = _links(graph, str(SCHEMA.isPartOf))
    gone = late | {part for part, releases in parts.items() if releases <= late}
    told: dict[str, set[str]] = defaultdict(set)
    for predicate in _EVIDENCE:
        for assertion, passages in _links(graph, predicate).items():
            told[assertion] |= passages
    silent = {assertion for assertion, passages in told.items() if passages <= gone}
    unsaid = _stated(graph, silent) - _stated(graph, told.keys() - silent)
    gone |= silent | _only_in(graph, late)
    state = Graph()
    state.store.bulk_extend(
        quad
        for quad in graph.quads()
        if not gone & {value_of(quad.subject), value_of(quad.object)}
        and _triple(quad) not in unsaid
    )
    return state


def _find(graph: Graph, predicate: str) -> list[ox.Quad]:
    return list(graph.store.quads_for_pattern(None, node(predicate), None))


def _links(graph: Graph, predicate: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for quad in _find(graph, predicate):
        found[value_of(quad.subject)].add(value_of(quad.object))
    return found


def _triple(quad: ox.Quad) -> Triple:
    return value_of(quad.subject), quad.predicate.value, value_of(quad.object)


def _stated(graph: Graph, assertions: set[str]) -> set[Triple]:
    """Return the triples that some assertions are about."""
    ends: dict[str, dict[str, str]] = defaultdict(dict)
    for term in (RDF.subject, RDF.predicate, RDF.object):
        for quad in _find(graph, str(term)):
            ends[value_of(quad.subject)][local_name(str(term))] = value_of(quad.object)
    return {
        (ends[one]["subject"], ends[one]["predicate"], ends[one]["object"])
        for one in assertions
        if len(ends[one]) == 3
    }


def _only_in(graph: Graph, late: set[str]) -> set[str]:
    """Return the things that late releases name and no other one does."""
    named: dict[str, set[str]] = defaultdict(set)
    for quad in _find(graph, str(SCHEMA.mentions)):
        named[value_of(quad.object)].add(value_of(quad.subject))
    for thing, releases in _links(graph, str(SCHEMA.subjectOf)).items():
        named[thing] |= releases
    return {thing for thing, releases in named.items() if releases <= late}
