"""What needs no model: initials and known places."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span

from graphkit.knowledge import load_knowledge
from graphkit.languages.rules import (
    find_initialled,
    find_places,
    place_labels,
    stretch_persons,
)

NLP = spacy.blank("xx")


def _doc(text: str) -> Doc:
    words = text.split()
    doc = Doc(NLP.vocab, words=words, lemmas=[word.casefold() for word in words])
    for token in doc:
        token.is_sent_start = token.i == 0 or doc[token.i - 1].text == "!"
    return doc


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("деді Е.Көшербаев кеше", ["Е.Көшербаев"]),
        ("деді Қ.-Ж. Тоқаев кеше", ["Қ.-Ж. Тоқаев"]),
        ("сообщил Д. А. Медведев вчера", ["Д. А. Медведев"]),
        ("деді К.-П. фон Люнен кеше", ["К.-П. фон Люнен"]),
        ("said Zh. Koishibekova today", ["Zh. Koishibekova"]),
        ("said Dr. Ryu today", []),
        ("в г. Москва сегодня", []),
        ("раздел А. ! Новый раздел", []),
    ],
)
def test_find_initialled_takes_initials_with_their_surname(text: str, expected: list[str]) -> None:
    assert [span.text for span in find_initialled(_doc(text))] == expected


@pytest.mark.parametrize(
    ("text", "size", "expected"),
    [
        ("Ян Петер ван дер Меер келді", 2, ["Ян Петер ван дер Меер"]),
        ("Нильс фон Хольц", 1, ["Нильс фон Хольц"]),
        ("Ян Петер келді", 2, []),
    ],
)
def test_stretch_persons_goes_on_after_particles(text: str, size: int, expected: list[str]) -> None:
    doc = _doc(text)
    found = stretch_persons([Span(doc, 0, size, label="PERSON")])
    assert [span.text for span in found] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("kk", "Венгрия мен Астана", [("Венгрия", "GPE"), ("Астана", "GPE")]),
        ("ru", "Венгрия и Европа", [("Венгрия", "GPE"), ("Европа", "LOC")]),
        ("en", "Hungary and Europe", [("Hungary", "GPE"), ("Europe", "LOC")]),
    ],
)
def test_find_places_labels_states_and_regions(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    places = place_labels(load_knowledge(), language)
    found = [(span.text, span.label_) for span in find_places(_doc(text), places)]
    assert found == expected
