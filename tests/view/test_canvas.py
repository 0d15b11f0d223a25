"""Above some 1,500 drawn nodes the page's own renderer takes over."""

from __future__ import annotations

import factory
import pytest

from graphkit.graph import Graph, make_triples
from graphkit.knowledge.concepts import Knowledge

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def crowd() -> Graph:
    """Some 2,400 drawn nodes."""
    graph = Graph()
    graph.replace(make_triples(factory.make_synthetic(3000), Knowledge([])))
    return graph


@pytest.fixture
def large(open_page, crowd):
    return open_page(crowd, language="en")


def test_canvas_draws_many_nodes_and_vis_their_surroundings(large):
    assert large.get_attribute("#stage", "data-renderer") == "canvas"
    large.find("Person person-7")
    large.click(".actions .steps button >> nth=0")
    assert large.get_attribute("#stage", "data-renderer") == "vis"
    large.click("#crumbs >> text=Whole graph")
    assert large.get_attribute("#stage", "data-renderer") == "canvas"
    assert large.troubles == []


def test_canvas_finds_the_node_under_the_pointer(large):
    large.find("Person person-7")
    x, y = large.ask("graphkit.place('person/person-7')")
    large.keyboard.press("Escape")
    large.mouse.click(x, y)
    assert large.inner_text("#panel h2") == "Person person-7"


def test_canvas_finds_the_link_under_the_pointer(large):
    large.find("Person person-7")
    group = large.locator("[data-section=member] .node").get_attribute("data-id")
    ends = f"'person/person-7', 'org:memberOf', '{group}'"
    large.mouse.click(*large.ask(f"graphkit.placeLink({ends})"))
    assert large.inner_text("#panel h2") == "member of"


def test_canvas_pans_and_zooms(large):
    large.find("Person person-7")
    before = large.ask("graphkit.place('person/person-7')")
    box = large.locator("#stage canvas").bounding_box()
    x, y = box["x"] + 20, box["y"] + 20
    large.mouse.move(x, y)
    large.mouse.down()
    large.mouse.move(x + 60, y + 40, steps=4)
    large.mouse.up()
    after = large.ask("graphkit.place('person/person-7')")
    assert after == [pytest.approx(before[0] + 60, abs=1), pytest.approx(before[1] + 40, abs=1)]
    large.mouse.move(*after)
    large.mouse.wheel(0, -400)
    large.wait_for_timeout(50)
    assert large.ask("graphkit.place('person/person-7')") == pytest.approx(after, abs=1)


def test_canvas_labels_never_overlap_at_rest(large):
    boxes = [label["box"] for label in large.ask("graphkit.labels()")]
    assert len(boxes) > 5
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])


def test_canvas_is_there_again_after_a_resize(large):
    large.set_viewport_size({"width": 1000, "height": 600})
    large.wait_for_timeout(300)
    sharp = "(c => c.width >= c.clientWidth)(document.querySelector('#stage canvas'))"
    assert large.evaluate(sharp)
    assert large.troubles == []
