"""The page for every eye, hand and screen: themes, contrast, keyboard, phone, paper."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser


def test_theme_follows_the_system_and_the_button(opened):
    assert opened.get_attribute("html", "data-theme") == "light"
    opened.emulate_media(color_scheme="dark")
    opened.wait_until("document.documentElement.dataset.theme === 'dark'")
    opened.click("#theme")
    assert opened.get_attribute("html", "data-theme") == "light"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_has_the_contrast_that_wcag_asks_for(opened, theme):
    opened.emulate_media(color_scheme=theme)
    opened.wait_until(f"document.documentElement.dataset.theme === '{theme}'")
    opened.find("Hoyle")
    opened.click("#panel .why >> nth=0")
    opened.wait_for_selector("#panel mark")
    assert opened.evaluate(CONTRAST) == []


# Text of the page against the nearest ground that is painted; WCAG 2.2, 1.4.3 (AA).
CONTRAST = """() => {
  const rgb = (text) => (text.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
  const linear = (v) => v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const c = rgb(getComputedStyle(at).backgroundColor);
      if (c.length < 4 || c[3] > 0.9) return c;
    }
    return [255, 255, 255];
  };
  const out = [], silent = ["SCRIPT", "NOSCRIPT", "OPTION"];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode.textContent.trim(), node = walk.currentNode.parentElement;
    const isSeen = node.checkVisibility({ opacityProperty: true });
    if (!text || silent.includes(node.tagName) || !isSeen) continue;
    const pair = [light(rgb(getComputedStyle(node).color)), light(ground(node))];
    const ratio = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
    if (ratio < 4.5) out.push([text.slice(0, 30), ratio]);
  }
  return out;
}"""


def test_everything_has_a_name_for_screen_readers(opened):
    nameless = opened.evaluate(
        """() => [...document.querySelectorAll("button, a, input, select, summary, canvas")]
        .filter((e) => e.checkVisibility() && !e.getAttribute("aria-label"))
        .filter((e) => !e.textContent.trim() && !e.labels?.length).map((e) => e.outerHTML)"""
    )
    assert nameless == []
    assert opened.get_attribute("#status", "aria-live") == "polite"
    opened.find("Hoyle")
    assert opened.inner_text("#status").startswith("Selected: Lindsay Hoyle")


def test_keyboard_walks_from_node_to_node(opened):
    opened.find("Winton")
    opened.focus("#stage")
    opened.keyboard.press("n")
    assert opened.inner_text("#panel h2") == "All-Party Group on Central Asia"
    opened.keyboard.press("f")
    assert "clare-winton" in opened.shown()
    opened.keyboard.press("Escape")
    assert "Click a thing" in opened.inner_text("#panel")


def test_phone_shows_panel_and_filters_as_sheets(open_page, world):
    page = open_page(world, language="ru", window={"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate("document.getElementById('stage').clientHeight") > 450
    page.click("#bar .narrow")
    page.wait_for_selector("#filters h3 >> nth=0", state="visible")
    page.click("#filters .close")
    page.find("Хойл")
    page.wait_for_selector("#panel h2", state="visible")
    page.click("#panel .close")
    page.wait_for_selector("#panel h2", state="hidden")


def test_print_hides_the_controls(opened):
    opened.emulate_media(media="print")
    assert opened.is_hidden("#tools")
    assert opened.is_hidden("#filters")
    assert opened.is_visible("#stage")
