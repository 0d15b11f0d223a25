"""Names in capitals, and the docstring examples of the language stage."""

import doctest
from importlib import import_module

import pytest

from graphkit.languages.capitals import lower_capitals

WITH_EXAMPLES = (
    "capitals",
    "english.lemmas",
    "kazakh.analysis",
    "kazakh.lexicon",
    "kazakh.sounds",
    "kazakh.suffixes",
    "kazakh.verbs",
    "russian.declension",
    "russian.lemmas",
    "russian.names",
    "russian.phrases",
)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("ТОҚАЕВ", "Тоқаев"), ("ABE", "Abe"), ("MEP", "MEP"), ("Ли", "Ли"), ("D.W.", "D.W.")],
)
def test_lower_capitals(word: str, expected: str) -> None:
    assert lower_capitals(word) == expected


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_docstring_examples_run(name: str) -> None:
    result = doctest.testmod(import_module(f"graphkit.languages.{name}"))
    assert result.attempted > 0
    assert result.failed == 0
