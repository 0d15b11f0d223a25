"""The pages in a browser: nothing is blocked by their own policy, nothing goes elsewhere."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from serve.running import ID

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield one
        one.close()


@pytest.fixture
def tab(browser: Any, address: str) -> Iterator[Page]:
    """A tab in which every error and every request to elsewhere fails the test."""
    page = browser.new_page(base_url=address, locale="en-GB")
    wrong: list[str] = []
    page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))

    def note(request: Any) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            wrong.append(request.url)

    page.on("request", note)
    yield page
    page.close()
    assert wrong == []


def test_a_named_query_runs_into_a_table(tab: Page) -> None:
    tab.goto("/query?lang=en")
    tab.select_option("#example", "posts")
    tab.fill("fieldset:not([hidden]) input[name=country]", "KZ")
    with tab.expect_response("**/queries/posts?*"):
        tab.click("fieldset:not([hidden]) button")
    tab.wait_for_function("document.getElementById('text').value.includes('\"KZ\"')")
    tab.click("#run")
    tab.wait_for_selector("#answer td")
    assert "Yermek Kosherbayev" in tab.inner_text("#answer")
    assert "1 rows" in tab.inner_text("#status")
    tab.click("#answer a")
    tab.wait_for_selector("h1")
    assert tab.inner_text("h1") == "Yermek Kosherbayev"


def test_a_link_opens_the_sentence_in_its_release(tab: Page) -> None:
    tab.goto("/graphkit/id/person/ermek-kosherbaev?lang=ru")
    tab.click("blockquote footer a >> nth=0")
    tab.wait_for_selector("blockquote:target")
    assert "кездесті" in tab.inner_text("blockquote:target")


def test_triples_are_shown_as_text(tab: Page) -> None:
    tab.goto("/query?lang=en")
    tab.fill("#text", f"DESCRIBE <{ID}country/KZ>")
    tab.keyboard.press("Control+Enter")
    tab.wait_for_selector("#answer pre")
    assert "Қазақстан" in tab.inner_text("#answer pre")


def test_the_viewer_opens_around_a_thing(tab: Page) -> None:
    tab.goto(f"/view?focus={ID}country/KZ&hops=1&lang=ru")
    tab.wait_for_selector("canvas")
    assert "Казахстан" in tab.inner_text("body")
