"""graphkit as a component of anyone's spaCy pipeline."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points

import pytest
import spacy

from graphkit.errors import LanguageError
from graphkit.pipes import FACTORY, make_mentions

pytestmark = pytest.mark.model

TEXTS = {
    "kk": "Қазақстан Республикасы Парламенті Сенатының төрағасы Ерлан Бекенов Астанаға келді.",
    "ru": "Председатель Сената Парламента Республики Казахстан Ерлан Бекенов прибыл в Хельсинки.",
    "en": "Speaker of the Senate of Kazakhstan Yerlan Bekenov met Henrik Lahti in Helsinki.",
}


def test_the_component_is_announced_to_spacy() -> None:
    (found,) = entry_points(group="spacy_factories", name=FACTORY)
    assert found.load() is make_mentions


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_a_blank_pipeline_finds_persons_and_bodies(language: str) -> None:
    nlp = spacy.blank(language)
    nlp.add_pipe(FACTORY)
    doc = nlp(TEXTS[language])
    found = {span.label_ for span in doc.spans["graphkit"]}
    assert {"Person", "Chamber"} <= found
    claims = doc._.graphkit.claims
    assert any(claim.relation == "org:holds" for claim in claims)
    person = next(span for span in doc.spans["graphkit"] if span.label_ == "Person")
    assert person.id_ in {claim.subject for claim in claims}


def test_the_language_of_a_pipeline_for_all_is_told_from_the_text() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe(FACTORY, config={"entities": True, "spans_key": "press"})
    docs = list(nlp.pipe(TEXTS.values()))
    assert [doc._.graphkit.release.language for doc in docs] == list(TEXTS)
    assert all("Person" in {ent.label_ for ent in doc.ents} for doc in docs)
    assert all(len(doc.spans["press"]) >= 2 for doc in docs)


def test_a_text_that_says_nothing_is_left_as_it_is() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(FACTORY)
    doc = nlp("")
    assert doc._.graphkit is None
    assert len(doc.spans["graphkit"]) == 0


def test_a_language_that_is_not_read_is_refused() -> None:
    nlp = spacy.blank("de")
    with pytest.raises(LanguageError, match="no pipeline for 'de'"):
        nlp.add_pipe(FACTORY, config={"language": "de"})


# A process of its own: here the components are known already, by the imports of other tests.
ALONE = """
import spacy
nlp = spacy.blank("{language}")
for name in ("graphkit_sentences", "{folder}_morphology", "{folder}_recognizer"):
    nlp.add_pipe(name)
doc = nlp({text!r})
print(len(list(doc.sents)), sorted({{(ent.label_, ent.text) for ent in doc.ents}}), nlp.pipe_names)
print(doc[0].lemma_ and "lemmas")
"""


@pytest.mark.parametrize(
    ("language", "folder", "text", "names"),
    [
        ("kk", "kazakh", TEXTS["kk"] + " Ол Лондоннан оралды.", ["Ерлан Бекенов", "Астанаға"]),
        ("ru", "russian", TEXTS["ru"] + " Он вернулся из Лондона.", ["Ерлан Бекенов", "Лондона"]),
        ("en", "english", TEXTS["en"] + " He was in London.", ["Yerlan Bekenov", "Henrik Lahti"]),
    ],
)
def test_the_parts_of_a_language_stand_in_any_pipeline(
    language: str, folder: str, text: str, names: list[str]
) -> None:
    code = ALONE.format(language=language, folder=folder, text=text)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("2 [")
    assert "lemmas" in done.stdout
    for name in names:
        assert repr(name) in done.stdout
