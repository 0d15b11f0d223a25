"""Kazakh names by the tagger that is shipped."""

from __future__ import annotations

import sys

import pytest

from graphkit.languages import load_pipeline
from graphkit.languages.agreement import LABELS
from graphkit.languages.kazakh.model import MODEL
from graphkit.languages.kazakh.recognizer import load_tagger

pytestmark = pytest.mark.model

TEXT = (
    "Қазақстанның Сыртқы істер министрі Нұрлан Әбенов Астанада Германия президенті "
    "Вальтер Шмидтпен кездесті. Н.Әбенов БҰҰ-ның рөліне тоқталды."
)


def test_recognizer_gives_the_shared_labels() -> None:
    doc = load_pipeline("kk")(TEXT)
    found = [(ent.text, ent.label_) for ent in doc.ents]
    assert ("Нұрлан Әбенов", "PERSON") in found
    assert ("Вальтер Шмидтпен", "PERSON") in found
    assert ("Н.Әбенов", "PERSON") in found
    assert ("Астанада", "GPE") in found
    assert {label for _, label in found} <= set(LABELS)
    assert any(label == "POSITION" and "министрі" in text for text, label in found)


def test_abbreviation_is_no_person() -> None:
    doc = load_pipeline("kk")("Топ төрағасы (APPG) Астанаға келді.")
    assert "PERSON" not in {ent.label_ for ent in doc.ents if "APPG" in ent.text}


def test_pipe_gives_what_single_calls_give() -> None:
    nlp = load_pipeline("kk")
    texts = [TEXT, "", "Асқар Бектаев Ташкентке барды."]
    batched = [[(ent.text, ent.label_) for ent in doc.ents] for doc in nlp.pipe(texts)]
    assert batched == [[(ent.text, ent.label_) for ent in nlp(text).ents] for text in texts]
    assert ("Асқар Бектаев", "PERSON") in batched[2]


@pytest.mark.parametrize(
    "words",
    [
        ["Е.Көшербаев", "келді", "."],
        ["Е.", "Көшербаев", "келді", "."],
        ["ЕРМЕК", "КӨШЕРБАЕВ", "келді"],
        ["Ермек", "Көшербаев"],
    ],
    ids=["grown-together", "initial", "headline", "no-stop"],
)
def test_tagger_reads_the_spellings_of_releases(words: list[str]) -> None:
    (tags,) = load_tagger().tag([words])
    assert tags[0] == "B-PERSON"
    assert tags[1] == ("I-PERSON" if words[1][0].isupper() else "O")


def test_tagger_takes_very_long_sentences_and_none() -> None:
    tagger = load_tagger()
    assert tagger.tag([]) == []
    assert tagger.tag([[]]) == [[]]
    assert [len(tags) for tags in tagger.tag([["Астана", ","] * 700])] == [1400]


def test_model_is_small_and_needs_no_training_package() -> None:
    load_tagger()
    assert MODEL.stat().st_size < 25_000_000
    assert "torch" not in sys.modules
    assert "pycrfsuite" not in sys.modules
