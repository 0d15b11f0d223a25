from __future__ import annotations

import pytest

from graphkit.sources.header import credit_begin, find_domain, is_credit


@pytest.mark.parametrize(
    "line",
    [
        "Сурет: gov.kz",
        "Фото: МИД РК",
        "Суреттер: Мәжілістің баспасөз қызметі",
        "Сурет авторы: Мәжіліс",
        "Фото © пресс-служба Сената",
        "Photo: National Assembly of the Republic of Korea",
        "Photo by the Ministry",
        "Photo credit: UK Parliament",
        "(Фото: senat.gov.kz)",
        "*Сурет: parlam.kz*",
        "© gov.kz",
        "Источник: gov.kz",
        "Дереккөз: primeminister.kz",
    ],
)
def test_is_credit_knows_lines_that_credit(line: str) -> None:
    assert is_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "Суретшілер одағының төрағасы министрмен кездесті.",
        "Фотографии на выставке показал посол.",
        "Photography links our peoples: the Speaker said so.",
        "Видео арқылы кездесу өтті.",
        "Источник в министерстве сообщил о встрече.",
        "",
    ],
)
def test_is_credit_leaves_sentences_alone(line: str) -> None:
    assert not is_credit(line)


def test_credit_begin_finds_a_credit_behind_a_sentence() -> None:
    line = "Тараптар келісті. Сурет: gov.kz"
    assert line[: credit_begin(line)] == "Тараптар келісті."
    plain = "Посол показал министру фото: новое здание."
    assert credit_begin(plain) == len(plain)


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("https://www.gov.kz/memleket/entities/mfa", "gov.kz"),
        ("Фото: senat.uz", "senat.uz"),
        ("Photo: press@parliament.uk", None),
        ("Сурет: Мәжіліс", None),
    ],
)
def test_find_domain_takes_the_site(text: str, domain: str | None) -> None:
    assert find_domain(text) == domain
