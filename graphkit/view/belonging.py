"""Which countries a drawn thing belongs to, for the filter and the colours."""

from __future__ import annotations

from collections import defaultdict

from graphkit.view.drawing import Drawing, Edge

# Relations that hand a country on from the target to the source, in the order they are tried:
# a body before the persons in it, the persons before the events they attend.
_STEPS = (
    ("org:subOrganizationOf",),
    ("org:holds", "org:memberOf"),
    ("schema:attendee", "schema:organizer"),
    ("schema:location",),
)
_DEPTH = 4  # department -> ministry -> government: no chain of bodies is longer


def find_countries(drawing: Drawing) -> tuple[tuple[str, ...], ...]:
    """Return, node by node, the ids of the countries that it belongs to.

    A country belongs to itself; a body to its country, else to that of the body it is
    part of; a person to those of the posts and groups; an event to those of who attends.
    """
    found: list[set[int]] = [set() for _ in drawing.nodes]
    by_relation: dict[str, list[Edge]] = defaultdict(list)
    for edge in drawing.edges:
        by_relation[edge.relation].append(edge)
    for i, node in enumerate(drawing.nodes):
        if node.kind == "Country":
            found[i].add(i)
    for edge in by_relation["gk:ofCountry"]:
        found[edge.source].add(edge.target)
    for step in _STEPS:
        edges = [edge for name in step for edge in by_relation[name]]
        for _ in range(_DEPTH if step[0] == "org:subOrganizationOf" else 1):
            _hand_on(edges, found)
    ids = [node.id for node in drawing.nodes]
    return tuple(tuple(sorted(ids[i] for i in lands)) for lands in found)


def _hand_on(edges: list[Edge], found: list[set[int]]) -> None:
    """Give each source without a country those of its targets, all at once."""
    gained: dict[int, set[int]] = defaultdict(set)
    for edge in edges:
        if not found[edge.source]:
            gained[edge.source] |= found[edge.target]
    for node, lands in gained.items():
        found[node] |= lands
