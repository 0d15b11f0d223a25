"""Releases are written by anybody: no text of theirs may act in the page."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from graphkit.graph import Graph

IMAGE = "<img src=x onerror=\"document.title='pwned'\">"
SCRIPT = "</script><script>document.title='pwned'</script>"
BIDI = "Hoyle\u202egnikaeps\u2066 \u200b"
LONG = "Ұзын" * 25_600  # 100 KB of letters
MARKUP = [IMAGE, SCRIPT, "{{ 7*7 }}", "<!--", "&lt;b&gt;", "\u2028alert(1)", "${1+1}`"]
NASTY = [*MARKUP, BIDI, LONG]
ID, SCHEMA = "https://w3id.org/graphkit/id/", "https://schema.org/"
SKOS, NIF = (
    "http://www.w3.org/2004/02/skos/core#",
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
)


@pytest.fixture(scope="module")
def hostile() -> Graph:
    """The small world, in which names, titles, sentences and addresses are attacks."""
    store = ox.Store()
    store.load(path=str(Path(__file__).parent / "world.ttl"), format=ox.RdfFormat.TURTLE)
    replaced = (SKOS + "prefLabel", SCHEMA + "headline", SCHEMA + "text", SCHEMA + "publisher")
    n = 0
    for quad in sorted(store, key=str):
        name = quad.predicate.value
        if name in replaced:
            n += 1
            kept = quad.object.value if name.endswith("prefLabel") else ""
            language = quad.object.language
            text = ox.Literal(kept + NASTY[n % len(NASTY)], language=language)
            _swap(store, quad, text if language else ox.Literal(NASTY[n % len(NASTY)]))
        elif name == SCHEMA + "url":
            _swap(store, quad, ox.Literal("javascript:document.title='pwned'"))
        elif name == NIF + "anchorOf":
            _swap(store, quad, ox.Literal(f"{quad.object.value} {IMAGE} {SCRIPT} {BIDI}"))
    return Graph(store)


def _swap(store: ox.Store, quad: ox.Quad, value: ox.Literal) -> None:
    store.remove(quad)
    store.add(ox.Quad(quad.subject, quad.predicate, value))


@pytest.mark.browser
@pytest.mark.parametrize("plain", [False, True], ids=["gzip", "plain"])
def test_hostile_texts_are_only_text(open_page, hostile, plain):
    page = open_page(hostile, language="en", title=IMAGE + SCRIPT, plain=plain)
    for name in ("Hoyle", "Kosherbayev", "Winton", "House of Commons"):
        page.find(name)
        for i in range(page.locator("#panel .why").count()):
            page.locator("#panel .why").nth(i).click()
        x, y = page.ask("graphkit.place('person/lindsay-hoyle')")
        page.mouse.move(x + 1, y)
    page.click("[data-view=list]")
    page.click("#list [role=tab] >> nth=1")
    page.click("#list td .link >> nth=0")
    page.wait_for_timeout(300)
    assert page.title() == IMAGE + SCRIPT
    assert (
        page.evaluate("document.querySelectorAll('#panel img, #list img, body > img').length") == 0
    )
    assert page.evaluate("document.scripts.length") == 5
    assert page.troubles == []
    assert len([url for url in page.requests if not url.startswith(("data:", "blob:"))]) == 1


@pytest.mark.browser
def test_hostile_addresses_are_no_links(open_page, hostile):
    page = open_page(hostile, language="en")
    page.find("Kosherbayev")
    page.wait_for_selector("[data-section=releases]")
    assert page.locator("#panel [data-section=releases] a").count() == 0
    assert page.evaluate("[...document.links].every(a => /^https?:$/.test(a.protocol))")


@pytest.mark.browser
def test_hostile_names_are_short_and_keep_their_direction(open_page, hostile):
    page = open_page(hostile, language="en")
    for label in page.ask("graphkit.labels()"):
        assert len(label["text"]) < 120
        assert not set(label["text"]) & {"\u202e", "\u2066", "\u200b", "\u2028"}
    page.click("[data-view=list]")
    assert "\u202e" not in page.inner_text("#list")
    assert max(len(text) for text in page.locator("#list td").all_inner_texts()) <= 300


@pytest.mark.browser
def test_hostile_texts_stay_text_in_downloads(open_page, hostile):
    page = open_page(hostile, language="en")
    svg = page.ask("graphkit.svg()")
    assert "<img" not in svg
    assert "<script" not in svg
    store = ox.Store()
    store.load(page.ask("graphkit.turtle()").encode(), format=ox.RdfFormat.TURTLE)
    assert len(store) > 20


@pytest.mark.browser
def test_cells_of_the_csv_are_no_formulas(open_page, world):
    store = ox.Store()
    for quad in world.quads():
        value = quad.object
        if quad.predicate.value.endswith("prefLabel") and value.language == "en":
            value = ox.Literal(f"=HYPERLINK({value.value})", language="en")
        store.add(ox.Quad(quad.subject, quad.predicate, value))
    page = open_page(Graph(store), language="en")
    rows = page.ask("graphkit.csv()").splitlines()
    assert any("'=HYPERLINK" in row for row in rows)
    assert not any('"=HYPERLINK' in row for row in rows)


@pytest.mark.browser
def test_policy_runs_no_other_script(opened):
    outcome = opened.evaluate(
        """() => new Promise((done) => {
          addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective));
          const script = document.createElement("script");
          script.textContent = "document.title = 'pwned'";
          document.body.append(script);
          setTimeout(() => done("ran"), 2000);
        })"""
    )
    assert outcome.startswith("script-src")
    assert opened.title() != "pwned"
