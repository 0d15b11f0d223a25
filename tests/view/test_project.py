"""Graph -> Drawing: what is drawn, and what it rests on."""

from __future__ import annotations

import pyoxigraph as ox

from graphkit.graph import Graph
from graphkit.view.project import find_base, read_drawing


def edges(drawing):
    """Return the edges as (source, relation, role, target) by the last part of the ids."""
    last = [node.id.rpartition("/")[2] for node in drawing.nodes]
    return {(last[e.source], e.relation, e.role, last[e.target]) for e in drawing.edges}


def test_read_drawing_folds_posts_into_edges(world):
    drawing = read_drawing(world)
    assert ("ermek-kosherbaev", "org:holds", "minister", "mfa") in edges(drawing)
    assert not [node for node in drawing.nodes if node.kind in ("Post", "Quotation", "Release")]


def test_read_drawing_keeps_a_post_without_a_body_for_the_panel(world):
    assert ("dilshod-akhmedov", "org:holds", "adviser", "dilshod-akhmedov") in edges(
        read_drawing(world)
    )


def test_read_drawing_takes_the_most_specific_class(world):
    kinds = {node.id: node.kind for node in read_drawing(world).nodes}
    assert kinds["body/gb/appg"] == "AllPartyGroup"
    assert kinds["body/kz/mfa"] == "Ministry"
    assert kinds["person/clare-winton"] == "Person"
    assert kinds["person/lindsay-hoyle"] == "Official"


def test_read_drawing_keeps_sentences_confidence_and_status(world):
    drawing = read_drawing(world)
    member = next(e for e in drawing.edges if e.relation == "org:memberOf")
    assert drawing.passages[member.evidence[0]].text.startswith("Clare Winton joins")
    assert member.confidence == 0.8
    assert member.status == ""
    former = next(e for e in drawing.edges if e.role == "adviser")
    assert former.status == "former"
    planned = next(node for node in drawing.nodes if node.id == "event/appg")
    assert (planned.status, planned.date) == ("planned", "2026-05")


def test_read_drawing_keeps_names_by_language(world):
    node = next(n for n in read_drawing(world).nodes if n.id == "body/kz/mfa")
    assert dict(node.names)["kk"] == "Сыртқы істер министрлігі"
    assert ("СІМ", "kk") in node.others


def test_read_drawing_gives_things_their_countries(world):
    lands = {node.id: node.countries for node in read_drawing(world).nodes}
    assert lands["body/gb/commons"] == ("country/GB",)
    assert lands["person/lindsay-hoyle"] == ("country/GB",)
    assert lands["event/london"] == ("country/GB", "country/KZ")


def test_read_drawing_is_the_same_whatever_the_order_of_the_triples(world):
    store = ox.Store()
    for quad in sorted(world.quads(), key=lambda quad: str(quad)[::-1]):
        store.add(quad)
    assert read_drawing(Graph(store)) == read_drawing(world)


def test_read_drawing_reads_a_bare_store_and_the_hand_made_story(world, graph):
    assert read_drawing(world.store) == read_drawing(world)
    story = read_drawing(graph)
    assert any(node.id == "person/ermek-kosherbaev" for node in story.nodes)
    assert any(edge.role == "speaker" and edge.evidence for edge in story.edges)


def test_find_base_reads_it_from_a_release():
    store = ox.Store()
    kind = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    release = ox.NamedNode("https://example.org/data/release/1")
    cls = ox.NamedNode("https://w3id.org/graphkit/ns#Release")
    store.add(ox.Quad(release, kind, cls))
    assert find_base(store) == "https://example.org/data/"
    assert find_base(ox.Store()) == "https://w3id.org/graphkit/id/"
