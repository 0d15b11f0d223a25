"""A newcomer's five questions, each answered in the page with at most four clicks.

Typing into the search box and taking its first suggestion counts as two clicks: one into
the box, one on the suggestion.
"""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser
MOST = 4


class Newcomer:
    """Somebody who clicks, and counts the clicks."""

    def __init__(self, page):
        self.page = page
        self.clicks = 0

    def click(self, selector):
        self.clicks += 1
        self.page.click(selector)

    def look_for(self, name):
        self.click("#search")
        self.page.keyboard.type(name)
        self.clicks += 1
        self.page.click("#hits [role=option] >> nth=0")

    def read(self, selector):
        assert self.clicks <= MOST
        self.page.wait_for_selector(selector)
        return self.page.inner_text(selector)


@pytest.fixture
def newcomer(opened):
    return Newcomer(opened)


def test_who_met_whom(newcomer):
    newcomer.look_for("Hoyle")
    met = newcomer.read("[data-section=met]")
    assert "Yermek Kosherbayev" in met
    assert "28 Feb 2026" in met


def test_through_which_group(newcomer):
    newcomer.look_for("Winton")
    newcomer.click("text=Path from here")
    newcomer.page.fill("#search", "Kazakhstan")
    newcomer.click("#hits [role=option] >> nth=0")
    steps = newcomer.read("#panel .path")
    assert "All-Party Group on Central Asia" in steps
    assert "concerns" in steps


def test_what_does_this_edge_rest_on(newcomer):
    place = newcomer.page.ask("graphkit.placeLink('body/gb/appg', 'gk:concerns', 'country/KZ')")
    newcomer.clicks += 1
    newcomer.page.mouse.click(*place)
    assert "топтың құрылуын құптады" in newcomer.read("#panel mark")
    assert "Лондонда кездесу өтті" in newcomer.read("#panel figcaption")
    assert "75%" in newcomer.read("#panel .confidence")


def test_who_is_the_speaker_of_the_house_of_commons(newcomer):
    newcomer.look_for("commons")
    holders = newcomer.read("[data-section=holders]")
    assert "speaker" in holders
    assert "Lindsay Hoyle" in holders


def test_what_happened_in_march(newcomer):
    newcomer.click("[data-period='03.2026']")
    events = newcomer.read("[data-section=events]")
    assert "Signing" in events
    assert "16 Mar 2026" in events
    assert "Meeting" not in events
    newcomer.click("[data-section=events] .node")
    assert "Дильшод Ахмедов" in newcomer.read("[data-section=attendees]")
