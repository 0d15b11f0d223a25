"""What the page says is in the reader's language, short, and about the release."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from graphkit.graph import Graph

pytestmark = pytest.mark.browser
PREFIXES = """PREFIX gk: <https://w3id.org/graphkit/ns#> PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX id: <https://w3id.org/graphkit/id/>"""


def changed(world, update):
    store = ox.Store()
    store.bulk_extend(world.quads())
    store.update(f"{PREFIXES} {update}")
    return Graph(store)


def test_an_event_is_named_in_the_readers_language_not_in_a_mixture(open_page, world):
    # A build names events after those who attend, where all have a name in the language.
    named = "Meeting: Lindsay Hoyle, Yermek Kosherbayev (2026-02-28)"
    graph = changed(world, f'INSERT DATA {{ id:event\\/london skos:prefLabel "{named}"@en }}')
    page = open_page(graph, language="en")
    page.find("Meeting Lindsay")
    assert page.inner_text("#panel h2") == "Meeting: Lindsay Hoyle, Yermek Kosherbayev"
    assert page.inner_text("#panel .kind >> nth=0") == "Meeting · 28 Feb 2026"
    page.click("[data-language=ru]")
    # The page names those with most links first.
    assert page.inner_text("#panel h2") == "Встреча: Ермек Кошербаев, Линдси Хойл"


def test_an_event_without_a_day_is_told_by_who_else_attends(open_page, world):
    graph = changed(world, "DELETE WHERE { id:event\\/london schema:startDate ?day }")
    page = open_page(graph, language="en", focus="Hoyle", hops=1)
    texts = {label["text"] for label in page.ask("graphkit.labels()")}
    assert "Meeting: Yermek Kosherbayev" in texts


def test_a_release_without_a_title_is_called_by_its_file_and_no_path(open_page, world):
    graph = changed(
        world,
        """DELETE { ?r schema:headline ?t ; dcterms:source ?s }
        INSERT { ?r dcterms:source "/home/analyst/texts/london.txt" }
        WHERE { VALUES ?r { id:release\\/aa01 } ?r schema:headline ?t ; dcterms:source ?s }""",
    )
    page = open_page(graph, language="en")
    page.find("Hoyle")
    page.click("[data-section=posts] .why")
    caption = page.inner_text("[data-section=posts] figcaption")
    assert caption.startswith("london.txt")
    assert "analyst" not in caption


def test_the_legend_says_how_to_read_size_and_lines(opened):
    assert "Size: number of links" in opened.inner_text("#filters .legend")
    assert opened.inner_text("[data-filter=sure] output") == "any"


def test_help_stays_until_it_is_closed(opened):
    opened.click("[data-tool=help]")
    assert "/ search" in opened.inner_text("#crumbs")
    opened.click("#crumbs [aria-label=Close]")
    assert opened.inner_text("#crumbs") == ""


def test_the_chosen_is_seen_above_the_sheet_on_a_phone(open_page, world):
    page = open_page(world, language="kk", window={"width": 390, "height": 800})
    page.find("Хойл")
    page.wait_for_selector("#panel h2", state="visible")
    page.wait_for_timeout(300)  # the sheet slides in
    _, y = page.ask("graphkit.place('person/lindsay-hoyle')")
    assert y < page.locator("#panel").bounding_box()["y"]


def test_a_period_is_shown_where_the_reader_looks(opened):
    opened.mouse.click(*opened.ask("graphkit.place('person/clare-winton')"))
    for _ in range(4):
        opened.click("[data-tool=plus]")
    opened.click("[data-period='03.2026']")
    box = opened.locator("#stage").bounding_box()
    for node in ("person/dilshod-akhmedov", "event/tashkent", "person/ermek-kosherbaev"):
        x, y = opened.ask(f"graphkit.place({node!r})")
        assert box["x"] < x < box["x"] + box["width"], node
        assert box["y"] < y < box["y"] + box["height"], node


def test_a_link_chosen_in_the_list_is_in_the_picture(opened):
    opened.click("[data-view=list]")
    opened.click("#list [role=tab] >> nth=1")
    opened.click("#list tbody tr:has-text('Clare Winton') .link")
    opened.click("[data-view=graph]")
    box = opened.locator("#stage").bounding_box()
    x, _ = opened.ask("graphkit.place('person/clare-winton')")
    assert abs(x - box["x"] - box["width"] / 2) < box["width"] / 4
