"""Places that a release names, known and unknown, in its body and its dateline."""

from __future__ import annotations

import pytest
from extract.reading import read

from graphkit.model import Kind

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Қазақстан мен Германия келісімді талқылады. Кездесу Римде өтті."),
        ("ru", "Казахстан и Германия обсудили соглашение. Встреча прошла в Риме."),
        ("en", "Kazakhstan and Germany discussed the agreement. The meeting was held in Rome."),
    ],
    ids=["kk", "ru", "en"],
)
def test_countries_and_cities_are_known_things(language: str, text: str) -> None:
    reading = read(text, language)
    assert reading.of_kind(Kind.COUNTRY) == {"KZ", "DE"}
    assert reading.of_kind(Kind.CITY) == {"city/rome"}


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("kk", "Неміс кәсіпкерлері зауыт салды.", "DE"),
        ("ru", "Немецкие предприниматели построили завод.", "DE"),
        ("en", "German businesses built a plant.", "DE"),
    ],
    ids=["kk", "ru", "en"],
)
def test_an_adjective_names_its_country(language: str, text: str, country: str) -> None:
    assert read(text, language).of_kind(Kind.COUNTRY) == {country}


@pytest.mark.parametrize(
    ("language", "text", "region"),
    [
        ("kk", "Орталық Азия елдері бірлескен жобаларды талқылады.", "region/central-asia"),
        ("ru", "Страны Центральной Азии обсудили общие проекты.", "region/central-asia"),
        ("en", "The countries of Central Asia discussed joint projects.", "region/central-asia"),
    ],
    ids=["kk", "ru", "en"],
)
def test_a_region_is_no_country(language: str, text: str, region: str) -> None:
    reading = read(text, language)
    assert reading.of_kind(Kind.REGION) == {region}
    assert reading.of_kind(Kind.COUNTRY) == set()


def test_a_city_that_nobody_knows_is_named_as_the_recogniser_sees_it() -> None:
    reading = read("Вчера делегация прибыла в Крайстхолм, а затем в Вену.", "ru")
    assert reading.of_kind(Kind.CITY) == {"Крайстхолм", "city/vienna"}


@pytest.mark.parametrize(
    ("language", "text", "city"),
    [
        ("kk", "АСТАНА. 12 наурыз. - Депутаттар заң жобасын талқылады.", "city/astana"),
        ("ru", "РИМ, 3 мая – Депутаты обсудили законопроект.", "city/rome"),
        ("en", "LONDON, 3 May 2026 – Members discussed the bill.", "city/london"),
    ],
    ids=["kk", "ru", "en"],
)
def test_the_city_of_the_dateline_is_named(language: str, text: str, city: str) -> None:
    reading = read(text, language)
    assert reading.of_kind(Kind.CITY) == {city}
    [mention] = reading.extraction.mentions
    assert reading.extraction.release.text[mention.begin : mention.end].isupper()


def test_a_dateline_that_nobody_knows_is_a_city_too() -> None:
    reading = read("КРАЙСТХОЛМ, 3 мая – Депутаты обсудили законопроект.", "ru")
    assert reading.of_kind(Kind.CITY) == {"Крайстхолм"}


@pytest.mark.parametrize(
    ("language", "text", "city"),
    [
        ("kk", "Делегация Астанадан Лондонға ұшты.", "Лондон"),
        ("ru", "Делегация вылетела из Астаны в Лондон.", "Лондон"),
        ("en", "The delegation flew from Astana to London.", "London"),
    ],
    ids=["kk", "ru", "en"],
)
def test_names_of_places_are_nominatives(language: str, text: str, city: str) -> None:
    reading = read(text, language)
    assert reading.find("city/london").names[0].text == city
    words = {reading.extraction.release.text[m.begin : m.end] for m in reading.extraction.mentions}
    assert not any(" " in word for word in words)


@pytest.mark.model
def test_a_month_a_verb_and_a_capital_in_small_letters_are_no_kazakh_towns() -> None:
    text = "8 қазанда делегация Минскіге оралады. Бұл – түркі әлемінің мәдени астанасы."
    assert read(text, "kk").of_kind(Kind.CITY) == {"city/minsk"}
