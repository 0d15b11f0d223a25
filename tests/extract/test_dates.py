"""Dates of events: written out, relative to the release, relative to what was told before."""

from __future__ import annotations

import pytest

from graphkit.extract.dates import find_date
from graphkit.extract.lexicon import Lexicon
from graphkit.knowledge import load_knowledge
from graphkit.languages import grammar, parse
from graphkit.languages.document import Document
from graphkit.sources import make_release

pytestmark = pytest.mark.model


def date(
    text: str, language: str, day: str | None = None, previous: str | None = None
) -> str | None:
    """Return the first date of a text that a release of a day tells."""
    release = make_release(text, language=language, date=day)
    doc = Document(parse(release))
    words = grammar(language)
    hits = list(Lexicon(load_knowledge(), language, words).find(doc))
    return find_date(release, doc, 0, len(doc), hits, words, previous)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("kk", "Кездесу 2026 жылғы 17 ақпанда өтті.", "2026-02-17"),
        ("kk", "Министр 21-23 сәуір аралығында сапармен болды.", "--04-21"),
        ("ru", "Встреча состоялась 16 января 2026 года.", "2026-01-16"),
        ("ru", "Визит проходил с 21 по 23 сентября 2026 года.", "2026-09-21"),
        ("en", "They met on 18 September 2026.", "2026-09-18"),
        ("en", "They met on March 3.", "--03-03"),
        ("en", "They may meet again.", None),
    ],
)
def test_a_date_in_words_is_read(language: str, text: str, expected: str | None) -> None:
    assert date(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("kk", "Бүгін кездесу өтті.", "2026-03-04"),
        ("ru", "Встреча состоялась вчера.", "2026-03-03"),
        ("en", "They will meet tomorrow.", "2026-03-05"),
        ("en", "They met on Tuesday.", "2026-03-03"),
        ("ru", "Встреча прошла в понедельник.", "2026-03-02"),
        ("ru", "Встреча прошла 28 февраля.", "2026-02-28"),
    ],
)
def test_a_relative_day_counts_from_the_release(language: str, text: str, expected: str) -> None:
    assert date(text, language, "2026-03-04") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("kk", "Сол күні кездесу өтті.", "2026-01-10"),
        ("ru", "Накануне прошла встреча.", "2026-01-09"),
        ("en", "The next day they met.", "2026-01-11"),
    ],
)
def test_a_day_of_the_narration_counts_from_what_was_told(
    language: str, text: str, expected: str
) -> None:
    assert date(text, language, "2026-03-04", "2026-01-10") == expected


def test_a_day_without_a_year_stays_without() -> None:
    assert date("Накануне прошла встреча.", "ru", None, "--05-25") == "--05-24"
