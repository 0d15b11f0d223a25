"""Pipelines by language, and how a release is read with them."""

import pytest
import spacy

from graphkit.errors import LanguageError
from graphkit.languages import Grammar, available, grammar, load_pipeline, parse, parse_many
from graphkit.model import Release, Source

pytestmark = pytest.mark.model
TITLE = "Сенат төрағасы Анкараға барды"
BODY = "Тараптар кездесті."


def make(reading: str, language: str, title_end: int = 0) -> Release:
    return Release(
        id=reading[:8],
        text=reading,
        reading=reading,
        offsets=tuple(range(len(reading) + 1)),
        source=Source("test.txt"),
        language=language,
        title_end=title_end,
    )


def test_available_languages() -> None:
    assert set(available()) >= {"kk", "ru", "en"}


def test_unknown_language_says_which_there_are() -> None:
    with pytest.raises(
        LanguageError, match=r"no pipeline for language 'eo'; languages are: en, kk"
    ):
        load_pipeline("eo")


def test_components_have_the_same_names_in_each_language() -> None:
    starts = {tuple(load_pipeline(language).pipe_names[:2]) for language in ("kk", "ru", "en")}
    assert starts == {("sentences", "morphology")}


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_grammar_implements_the_protocol(language: str) -> None:
    assert isinstance(grammar(language), Grammar)


def test_parse_keeps_offsets_and_makes_the_title_a_sentence() -> None:
    release = make(f"{TITLE} {BODY}", "kk", len(TITLE))
    doc = parse(release)
    assert doc.text == release.reading
    assert [sent.text for sent in doc.sents] == [TITLE, BODY]


def test_parse_many_keeps_the_order_across_languages() -> None:
    texts = [("Сенат депутаты келді.", "kk"), ("Он прибыл.", "ru"), ("She left.", "en")]
    releases = [make(text, language) for text, language in texts * 2]
    parsed = list(parse_many(releases, batch_size=2))
    assert [release for release, _ in parsed] == releases
    assert [doc.text for _, doc in parsed] == [release.reading for release in releases]


def test_blank_kazakh_is_registered() -> None:
    assert spacy.blank("kk").lang == "kk"
