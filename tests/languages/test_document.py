"""What the extractors read of a Doc is what spaCy says of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from graphkit.languages import parse
from graphkit.languages.document import Document
from graphkit.sources import make_release

TEXTS = {
    "kk": "Е.Көшербаев Хойлмен кездесті\n\nАстанада 12 мамырда министр Ермек Көшербаев лорд Хойлды "
    "қабылдады. «Біз 2-ші рет кездестік», – деді Ермек Көшербаев.",
    "ru": "Ермек Кошербаев встретился с лордом Хойлом.\nВ Астане 12 мая прошла встреча.  Конец.",
    "en": "Kosherbayev meets Hoyle\n\nOn 12 May Foreign Minister Yermek Kosherbayev met Sir "
    "Lindsay Hoyle, the Speaker, in Astana.",
}
NAMES = (
    "i", "idx", "text", "lower_", "lemma_", "pos_", "whitespace_", "like_num",
    "is_alpha", "is_digit", "is_punct", "is_space", "is_stop",
)  # fmt: skip


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_tokens_sentences_and_entities_are_those_of_spacy(language: str) -> None:
    doc = parse(make_release(TEXTS[language], language=language))
    document = Document(doc)
    for ours, theirs in zip(document, doc, strict=True):
        for name in NAMES:
            assert getattr(ours, name) == getattr(theirs, name), (name, theirs.text)
        assert ours.is_sent_start == bool(theirs.is_sent_start)
        assert ours.morph.get("Case") == theirs.morph.get("Case", [])
        assert ours.case == next(iter(theirs.morph.get("Case", [])), None)
        assert (ours.sent.start, ours.sent.end) == (theirs.sent.start, theirs.sent.end)
    assert [(e.start, e.end, e.label) for e in document.ents] == [
        (e.start, e.end, e.label_) for e in doc.ents
    ]
    assert [s.text for s in document.sents] == [s.text for s in doc.sents]


@given(st.lists(st.sampled_from(["Астана", "қ.", "—", " ", "\n", "’s"]), max_size=8), st.data())
def test_stretches_have_the_text_and_characters_of_spans(
    words: list[str], data: st.DataObject
) -> None:
    doc = Doc(Vocab(), words=words, spaces=data.draw(
        st.lists(st.booleans(), min_size=len(words), max_size=len(words))
    ))  # fmt: skip
    document = Document(doc)
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, len(words) + 2))
    span = document.span(start, end)
    assert document.text_of(start, end) == span.text
    if start < len(words) and start < end:
        assert document.characters(start, end) == (span.start_char, span.end_char)
    assert document[start:end] == [document[i] for i in range(start, min(end, len(words)))]


def test_a_text_without_sentences_is_one() -> None:
    [sentence] = Document(Doc(Vocab(), words=["Астана", "Лондон"])).sents
    assert (sentence.start, sentence.end, sentence.text) == (0, 2, "Астана Лондон")
