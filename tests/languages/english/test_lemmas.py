"""Dictionary forms of English words."""

import pytest

from graphkit.languages import grammar, load_pipeline
from graphkit.languages.english.lemmas import candidates
from graphkit.model import Case, Kind


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("met", "meet"),
        ("meeting", "meeting"),
        ("meetings", "meeting"),
        ("held", "hold"),
        ("visited", "visit"),
        ("visits", "visit"),
        ("talks", "talk"),
        ("said", "say"),
        ("was", "be"),
        ("elected", "elect"),
        ("countries", "country"),
        ("Ministers", "minister"),
        ("affairs", "affair"),
        ("Commons", "commons"),
        ("APPG", "appg"),
        ("Whitmore-Leigh", "whitmore-leigh"),
        ("vice-chairs", "vice-chair"),
        ("discussed", "discuss"),
        ("Hughes", "hughes"),
    ],
)
def test_first_candidate(word: str, lemma: str) -> None:
    assert candidates(word)[0] == lemma


@pytest.mark.model
def test_possessive_is_the_genitive() -> None:
    doc = load_pipeline("en")("the prime minister's visit and the Lords' work")
    assert [token.text for token in doc if token.morph.get("Case", [])] == ["minister", "Lords"]
    assert grammar("en").case(doc[1:3]) is Case.GEN


@pytest.mark.model
def test_nominative() -> None:
    doc = load_pipeline("en")("the House of Commons' clerk met Mr. ABE Shinzo's envoy")
    english = grammar("en")
    assert english.nominative(doc[0:5]) == "House of Commons"
    assert english.nominative(doc[8:10], Kind.PERSON) == "Abe Shinzo"
