"""The files beside the code."""

from __future__ import annotations

import re

import pytest

from graphkit.model import Kind, Relation, Status
from graphkit.view.assets import load_places, load_words, read_asset, read_interface
from graphkit.view.drawing import LANGUAGES

UNDRAWN = {Kind.POST, Kind.QUOTATION}


def labels():
    words = load_words()
    for part in ("kinds", "relations", "roles", "status", "ui"):
        yield from ((f"{part}.{key}", label) for key, label in words[part].items())
    yield from ((f"groups.{group['id']}", group["label"]) for group in words["groups"])


def test_words_stand_in_every_language():
    for key, label in labels():
        assert set(label) == set(LANGUAGES), key
        assert all(text.strip() for text in label.values()), key


def test_words_keep_their_blanks_in_every_language():
    for key, label in labels():
        blanks = {language: set(re.findall(r"\{\w+\}", text)) for language, text in label.items()}
        assert blanks["kk"] == blanks["ru"] == blanks["en"], key


def test_words_cover_what_the_model_can_say():
    words = load_words()
    shown = {kind for group in words["groups"] for kind in group["kinds"]}
    assert {kind.value for kind in Kind if kind not in UNDRAWN} <= shown & set(words["kinds"]) | {
        "Place"
    }
    drawn = set(Relation) - {Relation.POST_IN, Relation.CREATOR}
    assert {relation.value for relation in drawn} <= set(words["relations"])
    assert {status.value for status in Status} - {"asserted"} <= set(words["status"])


def test_interface_uses_only_words_that_exist():
    used = set(re.findall(r'\bt\("(\w+)"', read_interface()))
    assert used
    assert used <= set(load_words()["ui"])


@pytest.mark.parametrize(
    "trap", ["innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "document.write"]
)
def test_interface_never_turns_text_into_markup(trap):
    code = "\n".join(
        line for line in read_interface().splitlines() if not line.strip().startswith("//")
    )
    assert trap not in code


def test_interface_cannot_close_its_own_script():
    assert "</script" not in read_interface().lower()
    assert "</style" not in read_asset("styles.css").lower()


def test_places_are_degrees_of_known_countries():
    places = load_places()
    assert {"KZ", "GB", "UZ", "US", "JP", "BR"} <= set(places)
    assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in places.values())
    assert places["GB"][0] < places["DE"][0] < places["KZ"][0] < places["JP"][0]
