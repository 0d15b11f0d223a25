"""English names by rules: single cases, and precision and recall on labelled sentences."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from spacy.language import Language

from graphkit.knowledge import load_knowledge
from graphkit.languages.english.chains import head_noun
from graphkit.languages.english.pipeline import make_pipeline
from graphkit.languages.english.recognizer import FACTORY, EnglishRecognizer

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The English pipeline without a trained model, whatever is installed."""
    made = make_pipeline(load_knowledge())
    component = made.add_pipe(FACTORY, name="recognizer", config={"model": ""})
    assert isinstance(component, EnglishRecognizer)
    component.learn(load_knowledge())
    return made


def _ents(nlp: Language, text: str, label: str) -> list[str]:
    return [ent.text.removeprefix("the ") for ent in nlp(text).ents if ent.label_ == label]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("The Minister met Mr. ABE Shinzo.", ["ABE Shinzo"]),
        ("Foreign Minister Olzhas Baimukhan spoke first.", ["Olzhas Baimukhan"]),
        ("Lord Ashcombe of Bramley opened the session.", ["Ashcombe of Bramley"]),
        ("Mr van der Linde thanked the hosts.", ["van der Linde"]),
        ("Deputy Speaker Park Min-ji and Ms Moon left.", ["Park Min-ji", "Moon"]),
        (
            "Ana Ferreira Lima spoke, and Ms Ferreira Lima left.",
            ["Ana Ferreira Lima", "Ferreira Lima"],
        ),
        ("The President will visit Baku on Monday.", []),
        ("Digital Silk Way was discussed in March.", []),
    ],
    ids=["capitals", "post", "peer", "particle", "korean", "town", "no-name", "project"],
)
def test_recognizer_finds_persons(nlp: Language, text: str, persons: list[str]) -> None:
    assert _ents(nlp, text, "PERSON") == persons


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "The Committee on Foreign Affairs, Defence and Security met.",
            ["Committee on Foreign Affairs, Defence and Security"],
        ),
        ("She studied at the University of Leeds on a grant.", ["University of Leeds"]),
        ("On Friday the Ministry of Justice replied.", ["Ministry of Justice"]),
        ("The House of Lords on Tuesday voted.", ["House of Lords"]),
    ],
)
def test_recognizer_finds_bodies_with_what_belongs_to_them(
    nlp: Language, text: str, bodies: list[str]
) -> None:
    assert _ents(nlp, text, "ORG") == bodies


# The second file was written after the rules, and never used to mend them.
@pytest.mark.parametrize("name", ["english_names.tsv", "english_names_unseen.tsv"])
@pytest.mark.parametrize(
    ("label", "column", "precision", "recall"),
    [("PERSON", "persons", 0.97, 0.97), ("ORG", "organisations", 0.87, 0.93)],
)
def test_labelled_sentences_keep_their_score(
    nlp: Language, name: str, label: str, column: str, precision: float, recall: float
) -> None:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    right = given = expected = 0
    for row in rows:
        found = _ents(nlp, row["sentence"], label)
        gold = [name for name in row[column].split(";") if name]
        right += len(set(found) & set(gold))
        given += len(found)
        expected += len(gold)
    assert right / given >= precision
    assert right / expected >= recall


def test_head_noun_is_the_post_itself() -> None:
    assert head_noun("member of the House of Lords") == "member"
    assert head_noun("deputy prime minister") == "minister"
