"""Dictionary forms of Russian words."""

import pytest

from graphkit.languages.russian.lemmas import candidates, features


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("президентом", "президент"),
        ("Казахстана", "казахстан"),
        ("встретились", "встретиться"),
        ("встречи", "встреча"),
        ("заявил", "заявить"),
        ("послом", "посол"),
        ("главы", "глава"),
        ("министерством", "министерство"),
        ("вице-спикера", "вице-спикер"),
        ("МИД", "мид"),
        ("казахстанско", "казахстанский"),
        ("2026", "2026"),
    ],
)
def test_first_candidate(word: str, lemma: str) -> None:
    assert candidates(word)[0] == lemma


def test_features() -> None:
    pos, morph = features("министром")
    assert pos == "NOUN"
    assert "Case=Ins" in morph
    assert features("Астану")[0] == "PROPN"
    assert features("—") == ("", "")
