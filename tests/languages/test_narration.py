"""Where something happens, or where to, by the place's case and what stands beside it."""

from __future__ import annotations

import pytest
from languages.brackets import read

from graphkit.languages.english.narration import NARRATION as ENGLISH
from graphkit.languages.english.syntax import SYNTAX as ENGLISH_SYNTAX
from graphkit.languages.kazakh.narration import NARRATION as KAZAKH
from graphkit.languages.kazakh.syntax import SYNTAX as KAZAKH_SYNTAX
from graphkit.languages.russian.narration import NARRATION as RUSSIAN
from graphkit.languages.russian.syntax import SYNTAX as RUSSIAN_SYNTAX

LANGUAGES = {
    "kk": (KAZAKH, KAZAKH_SYNTAX),
    "ru": (RUSSIAN, RUSSIAN_SYNTAX),
    "en": (ENGLISH, ENGLISH_SYNTAX),
}


@pytest.mark.parametrize(
    ("language", "line", "where", "where_to"),
    [
        ("kk", "[Астанада/Case=Loc]", True, True),
        ("kk", "[Астанада]", True, True),
        ("kk", "[Астанаға/Case=Dat]", False, True),
        ("kk", "[Астана/Case=Nom] қаласында", True, True),
        ("kk", "[Астананың/Case=Gen] тарихы", False, False),
        ("ru", "в [Астане]", True, True),
        ("ru", "в [Астану]", False, True),
        ("ru", "городе [Астана]", True, True),
        ("ru", "из [Астаны]", False, False),
        ("ru", "[Астана]", False, False),
        ("en", "in [Astana]", True, True),
        ("en", "at [Davos]", True, True),
        ("en", "to [Astana]", False, True),
        ("en", "visited [Astana]", False, True),
        ("en", "from [Astana]", False, False),
    ],
)
def test_a_place_says_where_or_where_to(
    language: str, line: str, where: bool, where_to: bool
) -> None:
    narration, syntax = LANGUAGES[language]
    doc, [place] = read(line, syntax)
    assert narration.is_location(doc, place) is where
    assert narration.is_location(doc, place, goal=True) is where_to
