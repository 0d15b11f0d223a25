"""Pairs of countries are split, double surnames are not."""

import pytest

from graphkit.knowledge import Concept, Knowledge, Label, Scheme, Use
from graphkit.languages.english.pipeline import make_pipeline as make_english
from graphkit.languages.kazakh.pipeline import make_pipeline as make_kazakh
from graphkit.languages.russian.pipeline import make_pipeline as make_russian


def make_country(code: str, names: dict[str, str], adjectives: dict[str, str]) -> Concept:
    labels = [Label(text, language, Use.PREFERRED) for language, text in names.items()]
    labels += [Label(text, language, Use.ADJECTIVE) for language, text in adjectives.items()]
    iri = f"https://example.org/country/{code}"
    return Concept(f"country/{code}", iri, Scheme.COUNTRY, tuple(labels))


KNOWLEDGE = Knowledge(
    [
        make_country(
            "KZ",
            {"kk": "Қазақстан", "ru": "Казахстан", "en": "Kazakhstan"},
            {"kk": "қазақ", "ru": "казахстанский", "en": "Kazakh"},
        ),
        make_country(
            "GB",
            {"kk": "Ұлыбритания", "ru": "Великобритания", "en": "UK"},
            {"kk": "британ", "ru": "британский", "en": "British"},
        ),
    ]
)
MAKERS = {"kk": make_kazakh, "ru": make_russian, "en": make_english}


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("kk", "Қазақстан-Ұлыбритания тобы", ["Қазақстан", "-", "Ұлыбритания", "тобы"]),
        ("kk", "Қазақстан-Ұлыбританияның", ["Қазақстан", "-", "Ұлыбританияның"]),
        ("kk", "Қазақстан – Ұлыбритания", ["Қазақстан", "–", "Ұлыбритания"]),
        ("kk", "Смит-Хейлмен", ["Смит-Хейлмен"]),
        ("ru", "группы Казахстан-Великобритания", ["группы", "Казахстан", "-", "Великобритания"]),
        ("ru", "Смит-Хейла", ["Смит-Хейла"]),
        ("ru", "вице-премьера", ["вице-премьера"]),
        ("en", "Kazakhstan–UK group", ["Kazakhstan", "–", "UK", "group"]),
        ("en", "British-Kazakh Society", ["British", "-", "Kazakh", "Society"]),
        ("en", "Smith-Hale", ["Smith-Hale"]),
    ],
)
def test_tokens(language: str, text: str, words: list[str]) -> None:
    doc = MAKERS[language](KNOWLEDGE).make_doc(text)
    assert [token.text for token in doc] == words
    assert doc.text == text


def test_first_half_of_an_adjective_pair_is_the_adjective() -> None:
    nlp = make_russian(KNOWLEDGE)
    doc = nlp("казахстанско-британской группы")
    assert [token.text for token in doc] == ["казахстанско", "-", "британской", "группы"]
    assert [token.lemma_ for token in doc][:3] == ["казахстанский", "-", "британский"]
