"""The viewer of a big graph fetches what a reader asks for, and nothing else."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import factory
import httpx
import pyoxigraph as ox
import pytest
from rdflib import ORG
from serve.running import ID, SCRIPT, more_quads, serving

from graphkit.graph import Graph, make_triples
from graphkit.knowledge import load_knowledge
from graphkit.serve import Settings
from graphkit.serve.parts import MOST_WHOLE, cut_around, cut_overview, cut_way
from graphkit.view import live_page, live_part, read_drawing

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
THINGS = 4000


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of so many things that no page should hold them all, the story and an attack."""
    out = tmp_path_factory.mktemp("big") / "out"
    knowledge = load_knowledge()
    with Graph.open(out, write=True) as graph:
        made = make_triples(factory.make_synthetic(THINGS), knowledge)
        story = make_triples(factory.make_story(), knowledge)
        attack = ox.Quad(
            ox.NamedNode(f"{ID}person/script"),
            ox.NamedNode(str(ORG.memberOf)),
            ox.NamedNode(f"{ID}body/gb/appg-central-asia"),
        )
        graph.replace([*made, *story, *more_quads(), attack])
    return out


@pytest.fixture(scope="module")
def address_of_big(big: Path) -> Iterator[str]:
    settings = Settings(big, port=0, workers=2, view=live_page, part=live_part)
    with serving(settings) as url:
        yield url


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("needs Chromium")
    with sync_api.sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield one
        one.close()


class Tab:
    """A page of the server, with what it has fetched and what went wrong in it."""

    def __init__(self, page: Any, address: str) -> None:
        self.page = page
        self.fetched: list[str] = []
        self.wrong: list[str] = []
        page.on("console", lambda m: self.wrong.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("request", lambda request: self._note(request.url, address))

    def _note(self, url: str, address: str) -> None:
        if url.startswith(address):
            self.fetched.append(urlsplit(url).path)
        elif not url.startswith(("data:", "blob:")):
            self.wrong.append(url)

    def open(self, path: str) -> None:
        self.page.goto(path)
        self.page.wait_for_selector("html[data-ready]")

    def shown(self) -> set[str]:
        return {one.rpartition("/")[2] for one in self.page.evaluate("graphkit.scene().nodes")}

    def find(self, name: str) -> None:
        self.page.fill("#search", name)
        self.page.click(f"#hits [role=option]:has-text('{name}') >> nth=0")

    def reads(self, selector: str, text: str) -> None:
        """Wait until a part of the page says something."""
        self.page.wait_for_selector(f"{selector}:has-text({json.dumps(text, ensure_ascii=False)})")


@pytest.fixture
def tab(browser: Any, address_of_big: str) -> Iterator[Tab]:
    page = browser.new_page(base_url=address_of_big, locale="en-GB")
    tab = Tab(page, address_of_big)
    yield tab
    page.close()
    assert tab.wrong == []


def test_the_page_holds_the_most_linked_and_not_the_whole_graph(address_of_big: str) -> None:
    with httpx.Client(base_url=address_of_big, timeout=60) as http:
        page = http.get("/view", params={"lang": "en"}).text
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
        assert policy
        assert "connect-src &#39;self&#39;" in policy[1]
        assert "unsafe" not in policy[1]
        data = page.partition('id="core">')[2].partition("<")[0]
        assert len(data) < 100_000


def test_a_small_graph_comes_whole_and_fetches_nothing(http: httpx.Client) -> None:
    page = http.get("/view", params={"lang": "en"}).text
    assert "connect-src" not in page.partition("<style>")[0]


@pytest.mark.browser
def test_the_overview_says_how_much_is_not_shown(tab: Tab) -> None:
    tab.open("/view?lang=en")
    assert 50 < len(tab.shown()) < MOST_WHOLE
    assert "its neighbours come from the server" in tab.page.inner_text("#panel")
    labels = [label["text"] for label in tab.page.evaluate("graphkit.labels()")]
    assert any(re.search(r"Country [A-Z]{2} \+\d+$", text) for text in labels)
    assert tab.fetched == ["/view"]


@pytest.mark.browser
def test_a_thing_that_is_not_in_the_page_is_found_and_brought_in(tab: Tab) -> None:
    tab.open("/view?lang=en")
    assert "ermek-kosherbaev" not in tab.shown()
    tab.find("Yermek Kosherbayev")
    tab.reads("#panel h2", "Yermek Kosherbayev")
    assert {"ermek-kosherbaev", "ministry-of-foreign-affairs"} <= tab.shown()
    assert {"/view/names", "/view/part"} <= set(tab.fetched)
    assert "Lindsay Hoyle" in tab.page.inner_text("[data-section=met]")
    tab.page.click("[data-section=posts] .why >> nth=0")
    tab.reads("#panel mark", "Көшербаев")


@pytest.mark.browser
def test_neighbours_are_fetched_when_a_node_is_opened(tab: Tab) -> None:
    tab.open("/view?lang=en")
    tab.find("Yermek Kosherbayev")
    tab.reads("#panel h2", "Yermek Kosherbayev")
    before = tab.shown()
    assert "KZ" not in before
    tab.page.click("[data-section=posts] .node >> nth=0")
    tab.reads("#panel h2", "Ministry of Foreign Affairs")
    fetched = tab.fetched.count("/view/part")
    tab.page.click("text=Expand neighbours")
    tab.page.wait_for_selector("text=Collapse neighbours")
    assert tab.shown() > before
    assert "KZ" in tab.shown()
    assert tab.fetched.count("/view/part") <= fetched + 1


@pytest.mark.browser
def test_back_forward_and_a_shared_address_work_with_what_is_fetched(tab: Tab) -> None:
    tab.open("/view?lang=en")
    tab.find("Yermek Kosherbayev")
    tab.reads("#panel h2", "Yermek Kosherbayev")
    tab.find("Lindsay Hoyle")
    tab.reads("#panel h2", "Lindsay Hoyle")
    shown, shared = tab.shown(), tab.page.url
    tab.page.click("#bar [aria-label=Back]")
    tab.reads("#panel h2", "Yermek Kosherbayev")
    tab.page.goto("about:blank")
    tab.open(shared)
    tab.reads("#panel h2", "Lindsay Hoyle")
    assert tab.shown() == shown


@pytest.mark.browser
def test_the_shortest_path_leads_through_what_is_not_in_the_page(tab: Tab) -> None:
    tab.open("/view?lang=en")
    tab.find("Yermek Kosherbayev")
    tab.reads("#panel h2", "Yermek Kosherbayev")
    tab.page.click("text=Path from here")
    tab.find("All-Party Parliamentary Group")
    tab.reads("#panel .kind", "Shortest path")
    steps = tab.page.locator("#panel .path > li > .node").all_inner_texts()
    assert steps[0] == "Yermek Kosherbayev"
    assert "All-Party Parliamentary Group" in steps[-1]
    assert "/view/way" in tab.fetched


@pytest.mark.browser
def test_a_name_that_is_a_script_is_only_a_name(tab: Tab) -> None:
    tab.page.on("dialog", lambda dialog: tab.wrong.append(dialog.message))
    tab.open("/view?lang=en")
    tab.page.fill("#search", "script alert")
    tab.reads("#hits", SCRIPT)
    tab.page.click(f"#hits [role=option]:has-text({json.dumps(SCRIPT)}) >> nth=0")
    tab.reads("#panel h2", SCRIPT)
    assert "script" in tab.shown()


@pytest.mark.browser
def test_a_page_around_a_thing_leads_back_to_the_overview(tab: Tab) -> None:
    tab.open(f"/view?focus={ID}person/ermek-kosherbaev&hops=1&lang=ru")
    tab.reads("#panel h2", "Ермек Кошербаев")
    tab.page.click("#crumbs >> text=Обзор")
    tab.page.wait_for_url("**/view?lang=ru")


@pytest.mark.browser
def test_a_server_that_has_gone_leaves_what_is_shown(browser: Any, big: Path) -> None:
    settings = Settings(big, port=0, workers=2, view=live_page, part=live_part)
    page = browser.new_page(locale="en-GB")
    with serving(settings) as url:
        page.goto(f"{url}/view?lang=en")
        page.wait_for_selector("html[data-ready]")
    before = page.evaluate("graphkit.scene().nodes")
    page.click("#panel .node >> nth=0")
    page.wait_for_selector("#status:has-text('The server does not answer')")
    assert page.evaluate("graphkit.scene().nodes") == before
    page.close()


@pytest.mark.parametrize(
    ("path", "params", "reason"),
    [
        ("/view/part", {}, "give 'iri'"),
        ("/view/part", {"iri": "no iri"}, "is not an IRI"),
        ("/view/part", {"iri": f"{ID}country/KZ", "hops": "many"}, "whole number"),
        ("/view/way", {"from": f"{ID}country/KZ"}, "give 'from' and 'to'"),
    ],
)
def test_a_wrong_wish_for_data_says_why(
    http: httpx.Client, path: str, params: dict[str, str], reason: str
) -> None:
    response = http.get(path, params=params)
    assert response.status_code == 400
    assert reason in response.text


def test_what_is_unknown_is_not_found(http: httpx.Client) -> None:
    assert http.get("/view/part", params={"iri": f"{ID}country/XX"}).status_code == 404
    ends = {"from": f"{ID}country/KZ", "to": f"{ID}country/XX"}
    assert http.get("/view/way", params=ends).json()["core"]["nodes"]["id"] == []
    assert http.get("/view/names", params={"q": ""}).json() == []


def test_totals_count_neighbours_as_the_whole_picture_has_them(graph: Graph) -> None:
    whole = read_drawing(graph)
    part = cut_around(graph.store, [f"{ID}person/ermek-kosherbaev"], 1)
    assert part
    for i, node in enumerate(whole.nodes):
        near = {e.target for e in whole.edges if e.source == i}
        near |= {e.source for e in whole.edges if e.target == i}
        if (total := part.totals.get(ID + node.id)) is not None:
            assert total == len(near - {i}), node.id


def test_a_way_leads_through_a_country_only_where_there_is_no_other(graph: Graph) -> None:
    way = cut_way(graph.store, f"{ID}person/ermek-kosherbaev", f"{ID}person/lindsay-hoyle")
    assert way
    assert f"{ID}country/KZ" not in way.totals
    assert any("/event/" in iri for iri in way.totals)


def test_the_overview_of_a_small_graph_is_all_of_it(graph: Graph) -> None:
    part = cut_overview(graph.store)
    assert part.is_whole
    assert len(part.store) == len(graph)
