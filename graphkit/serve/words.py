"""The words of the pages in Kazakh, Russian and English, and the choice between them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from graphkit.vocab import shorten

LANGUAGES: Final = ("kk", "ru", "en")
_WORDS: Final = Path(__file__).with_name("words.json")


@lru_cache(maxsize=1)
def load_words() -> Mapping[str, Mapping[str, str]]:
    """Return all words: key -> language -> text."""
    words: Mapping[str, Mapping[str, str]] = json.loads(_WORDS.read_text(encoding="utf-8"))
    return words


def say(key: str, language: str) -> str:
    """Return a word of the pages.

    :raises KeyError: if there is none of this key.
    """
    return load_words()[key][language]


def say_term(term: str, language: str) -> str:
    """Return what a property or class is called, or its name where nobody has said it.

    >>> say_term("gk:concerns", "en"), say_term("ex:unheardOf", "en")
    ('concerns', 'ex:unheardOf')
    """
    known = load_words().get(term)
    return known[language] if known else shorten(term)


def choose_text(texts: Iterable[tuple[str, str]], language: str) -> str:
    """Return the text in a language, else in the next best one; empty where there is none.

    >>> choose_text([("ru", "Лондон"), ("kk", "Лондон қаласы")], "en")
    'Лондон қаласы'
    """
    by_language: dict[str, str] = {}
    for tag, text in sorted(texts):
        by_language.setdefault(tag, text)
    for tag in (language, *LANGUAGES, *sorted(by_language)):
        if tag in by_language:
            return by_language[tag]
    return ""


def choose_language(asked: str | None, accept: str | None) -> str:
    """Return the language of a page: as asked, as the browser prefers, else Kazakh.

    >>> choose_language(None, "de, ru-RU;q=0.8, en;q=0.7")
    'ru'
    """
    if asked in LANGUAGES:
        return asked
    ranges = []
    for part in (accept or "").split(","):
        tag, _, weight = part.strip().partition(";q=")
        try:
            ranges.append((-float(weight or 1), tag.partition("-")[0].lower()))
        except ValueError:
            continue
    return next((tag for _, tag in sorted(ranges, key=lambda r: r[0]) if tag in LANGUAGES), "kk")
