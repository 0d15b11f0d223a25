"""Russian names by slovnet and the rules."""

from __future__ import annotations

import sys

import pytest

from graphkit.languages import load_pipeline
from graphkit.languages.russian.recognizer import tag_sentences

pytestmark = pytest.mark.model

TEXT = (
    "Министр иностранных дел Ермек Нурланов встретился в Астане с Гельмутом Колем. "
    "Е.Нурланов рассказал о работе Организации Объединенных Наций в Средней Азии."
)


def test_recognizer_gives_the_shared_labels() -> None:
    found = [(ent.text, ent.label_) for ent in load_pipeline("ru")(TEXT).ents]
    assert ("Ермек Нурланов", "PERSON") in found
    assert ("Гельмутом Колем", "PERSON") in found
    assert ("Е.Нурланов", "PERSON") in found
    assert ("Астане", "GPE") in found
    assert ("Средней Азии", "LOC") in found
    assert ("Организации Объединенных Наций", "ORG") in found


def test_pipe_gives_what_single_calls_give() -> None:
    nlp = load_pipeline("ru")
    texts = [TEXT, "", "Тимур Исмаилов прибыл в Ташкент."]
    batched = [[(ent.text, ent.label_) for ent in doc.ents] for doc in nlp.pipe(texts)]
    assert batched == [[(ent.text, ent.label_) for ent in nlp(text).ents] for text in texts]
    assert batched[2] == [("Тимур Исмаилов", "PERSON"), ("Ташкент", "GPE")]


def test_tag_sentences_gives_a_tag_a_word_in_the_order_given() -> None:
    sentences = [["Д.Утегенов", "приехал", "в", "Москву", "вчера"], ["Он", "рад"], ["Париж"]]
    tags = tag_sentences(sentences)
    assert [len(one) for one in tags] == [5, 2, 1]
    assert tags[0][0].endswith("-PER")
    assert tags[0][3].endswith("-LOC")


def test_natasha_itself_is_never_imported() -> None:
    load_pipeline("ru")("Ермек Нурланов")
    assert "natasha" not in sys.modules
