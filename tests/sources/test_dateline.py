from __future__ import annotations

import pytest

from graphkit.sources.dateline import find_dateline


@pytest.mark.parametrize(
    ("line", "city", "date", "rest"),
    [
        pytest.param("АСТАНА. 12 наурыз. - Бүгін", "АСТАНА", "--03-12", "Бүгін", id="kk"),
        pytest.param("Нұр-Сұлтан. 5 қазан. ҚазАқпарат - Бүгін", "Нұр-Сұлтан", "--10-05", "Бүгін",
                     id="kk-agency"),
        pytest.param("Астана қаласы, 2026 жылғы 21 мамыр.", "Астана", "2026-05-21", "",
                     id="kk-own-line"),
        pytest.param("2026 жылғы 12 наурыз, Астана қаласы", "Астана", "2026-03-12", "",
                     id="kk-date-first"),
        pytest.param("Астана. 23 февраля. КАЗИНФОРМ - Глава", "Астана", "--02-23", "Глава",
                     id="ru-agency"),
        pytest.param("АСТАНА, 5 мая. /Пресс-служба МИД РК/ — Посол", "АСТАНА", "--05-05", "Посол",
                     id="ru-slashes"),
        pytest.param("МОСКВА, 5 мая. /ТАСС/. Посол", "МОСКВА", "--05-05", "Посол", id="ru-tass"),
        pytest.param("МОСКВА, 5 мая - РИА Новости. Посол", "МОСКВА", "--05-05", "Посол",
                     id="ru-after-dash"),
        pytest.param("г. Астана, 12 марта 2026 года", "Астана", "2026-03-12", "", id="ru-own-line"),
        pytest.param("LONDON, March 3 — The", "LONDON", "--03-03", "The", id="en"),
        pytest.param("LONDON, Tuesday, March 3 — The", "LONDON", "--03-03", "The", id="en-weekday"),
        pytest.param("WASHINGTON, D.C., March 3, 2026 – The", "WASHINGTON", "2026-03-03", "The",
                     id="en-state"),
        pytest.param("NEW YORK, 18 May 2026 (Kazinform) – The", "NEW YORK", "2026-05-18", "The",
                     id="en-agency"),
        pytest.param("ASTANA (Kazinform) – The", "ASTANA", None, "The", id="en-no-date"),
    ],
)  # fmt: skip
def test_find_dateline_takes_city_and_date_apart(
    line: str, city: str, date: str | None, rest: str
) -> None:
    found = find_dateline(line)
    assert found is not None
    assert line[found.city_begin : found.city_end] == city
    assert found.date == date
    assert line[found.end :] == rest


@pytest.mark.parametrize(
    "line",
    [
        "Астана, 5 мая состоялась встреча.",
        "В Астане 5 мая.",
        "Астана – столица Казахстана.",
        "НАТО – это альянс.",
        "Мәжіліс Төрағасы 12 наурызда кездесті.",
        "Ministers met in London, March 3.",
        "АСТАНА. 31 ақпан. - Бүгін",
        "",
    ],
)
def test_find_dateline_leaves_sentences_alone(line: str) -> None:
    assert find_dateline(line) is None
