"""Texts are cut as spaCy cuts them, but for pairs of places that are both known."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.languages import load_pipeline
from graphkit.languages.pairs import PairTokenizer

PIECES = [
    "Е.Көшербаев", "«Достық»,", "т.б.", "и", "др.", "(ҚР)", "12.05.2026", "министр,",
    "D.W.", "U.S.", "Вамоши-Надь", "бұл–ол", "a.b@c.org", "https://gov.kz/1,", "№5", "-", "“сөз”",
    "млн.",
]  # fmt: skip
BLANKS = [" ", "  ", "\n", " \n", "\n\n  ", "\t", "\u00a0"]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@given(st.lists(st.sampled_from(PIECES + BLANKS), max_size=12).map("".join))
@settings(max_examples=60, deadline=None)
def test_what_is_remembered_is_cut_as_spacy_cuts_it(language: str, text: str) -> None:
    tokenizer = load_pipeline(language).tokenizer
    assert isinstance(tokenizer, PairTokenizer)
    plain = PairTokenizer(tokenizer.tokenizer, lambda word: False)
    for doc in (plain(text), plain(text)):  # the second time from memory
        assert doc.text == text
        assert [(t.text, t.whitespace_) for t in doc] == [
            (t.text, t.whitespace_) for t in tokenizer.tokenizer(text)
        ]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("kk", "Қазақстан-Ұлыбритания", ["Қазақстан", "-", "Ұлыбритания"]),
        ("kk", "Вамоши-Надь", ["Вамоши-Надь"]),
        ("ru", "Санкт-Петербург и др. города", ["Санкт-Петербург", "и", "др.", "города"]),
        ("en", "British-Kazakh Whitmore-Hale", ["British", "-", "Kazakh", "Whitmore-Hale"]),
    ],
)  # fmt: skip
def test_a_pair_of_known_places_is_two(language: str, text: str, words: list[str]) -> None:
    assert [token.text for token in load_pipeline(language).tokenizer(text)] == words
