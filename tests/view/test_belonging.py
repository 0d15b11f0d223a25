"""Which countries a drawn thing belongs to."""

from __future__ import annotations

from graphkit.view.belonging import find_countries
from graphkit.view.drawing import Drawing, Edge, Node


def draw(*edges: tuple[str, str, str]) -> dict[str, tuple[str, ...]]:
    """Return node -> countries for facts given as (source, relation, target)."""
    ids = sorted({end for s, _, t in edges for end in (s, t)})
    kinds = {i: "Country" if i.startswith("country/") else "Organization" for i in ids}
    nodes = tuple(Node(i, kinds[i], ()) for i in ids)
    made = tuple(Edge(ids.index(s), ids.index(t), relation) for s, relation, t in edges)
    return dict(zip(ids, find_countries(Drawing("", nodes, made)), strict=True))


def test_find_countries_goes_up_a_chain_of_bodies():
    found = draw(
        ("department", "org:subOrganizationOf", "ministry"),
        ("ministry", "org:subOrganizationOf", "government"),
        ("government", "gk:ofCountry", "country/KZ"),
        ("head", "org:holds", "department"),
    )
    assert found["head"] == found["department"] == ("country/KZ",)


def test_find_countries_gives_an_event_those_of_who_attends():
    found = draw(
        ("event", "schema:attendee", "a"),
        ("event", "schema:attendee", "b"),
        ("a", "org:holds", "country/KZ"),
        ("b", "org:holds", "country/GB"),
    )
    assert found["event"] == ("country/GB", "country/KZ")


def test_find_countries_does_not_take_the_partner_side_of_a_group():
    found = draw(("group", "gk:ofCountry", "country/KZ"), ("group", "gk:concerns", "country/GB"))
    assert found["group"] == ("country/KZ",)
