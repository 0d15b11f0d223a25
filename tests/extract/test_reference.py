"""Who is meant by a role, a pronoun or nothing but a verb."""

from __future__ import annotations

import pytest
from extract.reading import read

pytestmark = pytest.mark.model
GUESTS = {
    "kk": "Қазақстан Сенатының Төрағасы Айбек Төлегенов Италия Сенатының Төрағасы Марко Риччимен "
    "кездесті. ",
    "ru": "Председатель Сената Казахстана Айбек Толегенов встретился с Председателем Сената Италии "
    "Марко Риччи. ",
    "en": "The Speaker of the Senate of Kazakhstan Aibek Tolegenov met the President of the Senate "
    "of Italy, Marco Ricci. ",
}


def speaker(text: str, language: str) -> str:
    [(said_by, _)] = read(text, language).quotes
    return said_by


@pytest.mark.parametrize(
    ("language", "quote", "person"),
    [
        (
            "kk",
            "«Біз ынтымақтастықты дамытамыз деп сенемін», - деді Италия Сенатының Төрағасы.",
            "Марко Риччи",
        ),
        (
            "ru",
            "«Мы будем развивать сотрудничество», – сказал Председатель Сената Италии.",
            "Марко Риччи",
        ),
        (
            "en",
            "“We will develop our cooperation,” said the President of the Senate of Italy.",
            "Marco Ricci",
        ),
        (
            "kk",
            "«Біз ынтымақтастықты дамытамыз деп сенемін», - деді Қазақстан Сенатының Төрағасы.",
            "Айбек Төлегенов",
        ),
        (
            "ru",
            "«Мы будем развивать сотрудничество», – сказал Председатель Сената Казахстана.",
            "Айбек Толегенов",
        ),
        (
            "en",
            "“We will develop our cooperation,” said the Speaker of the Senate of Kazakhstan.",
            "Aibek Tolegenov",
        ),
    ],
    ids=["kk-guest", "ru-guest", "en-guest", "kk-host", "ru-host", "en-host"],
)
def test_of_two_who_hold_one_role_the_country_tells_who_is_meant(
    language: str, quote: str, person: str
) -> None:
    assert speaker(GUESTS[language] + quote, language) == person


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        (
            "kk",
            "Қазақстан Сыртқы істер министрі Дәурен Сәбитов Римге келді. Ведомство басшысы "
            "жұмысын бастады. «Біз дос болып қала береміз», - деді ол.",
            "Дәурен Сәбитов",
        ),
        (
            "ru",
            "Министр иностранных дел Казахстана Даурен Сабитов прибыл в Рим. Глава "
            "внешнеполитического ведомства начал работу. «Мы ждём гостей и готовы к работе», "
            "– сказал он.",
            "Даурен Сабитов",
        ),
        (
            "en",
            "Foreign Minister of Kazakhstan Dauren Sabitov arrived in Rome. The Minister opened "
            "an exhibition. “We are ready to receive our guests,” he said.",
            "Dauren Sabitov",
        ),
    ],
    ids=["kk", "ru", "en"],
)
def test_a_pronoun_means_whom_a_role_meant_before(language: str, text: str, person: str) -> None:
    assert speaker(text, language) == person


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        (
            "ru",
            "По словам Анны Вебер, работа идёт. «Это важно для наших народов», – подчеркнула "
            "собеседница.",
            "Анна Вебер",
        ),
        (
            "kk",
            "Ержан Қасымов сөз сөйледі. «Бұл халықтарымыз үшін маңызды», - деп атап өтті.",
            "Ержан Қасымов",
        ),
    ],
    ids=["ru", "kk"],
)
def test_a_bare_verb_of_speech_means_whom_the_sentence_before_named(
    language: str, text: str, person: str
) -> None:
    assert speaker(text, language) == person


@pytest.mark.xfail(strict=True, reason="the gender of a verb and a pronoun is not looked at")
def test_a_feminine_verb_means_a_woman() -> None:
    text = (
        "Айбек Толегенов встретился с Анной Вебер. "
        "«Мы будем развивать сотрудничество», – сказала она."
    )
    assert speaker(text, "ru") == "Анна Вебер"


def test_a_bare_senate_of_a_kazakh_release_is_the_kazakh_one_before_a_guests() -> None:
    text = (
        "Қазақстан мен Италия достығы нығайып келеді. Сенат Төрағасы Айбек Төлегенов Италия "
        "Сенатының Төрағасы Марко Риччимен кездесті."
    )
    reading = read(text, "kk", publisher="senate.parlam.kz")
    assert reading.posts("Айбек Төлегенов") == {"speaker in kz/senate of KZ"}
    assert reading.posts("Марко Риччи") == {"speaker in it/senate of IT"}


@pytest.mark.parametrize("publisher", [None, "senate.parlam.kz"], ids=["unsigned", "signed"])
def test_a_release_that_names_the_guests_country_alone_is_still_the_hosts(
    publisher: str | None,
) -> None:
    text = "Сенат Төрағасы Айбек Төлегенов Италия Сенатының Төрағасы Марко Риччимен кездесті."
    assert read(text, "kk", publisher=publisher).posts("Айбек Төлегенов") == {
        "speaker in kz/senate of KZ"
    }


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "Спикер Сената Айбек Толегенов встретился со спикером Сената Италии Марко Риччи "
            "в Астане. Казахстан и Италия – партнёры.",
            "Айбек Толегенов",
        ),
        (
            "Заместитель Председателя Сената Гульмира Садыкова встретилась в Астане с делегацией "
            "Сейма Польши. Казахстан и Польша – партнёры.",
            "Гульмира Садыкова",
        ),
    ],
    ids=["two-senates", "two-chambers"],
)
def test_a_bare_senate_is_not_the_guests(text: str, person: str) -> None:
    [post] = read(text, "ru").posts(person)
    assert not post.endswith((" of IT", " of PL"))


@pytest.mark.parametrize(
    "text",
    [
        "Speaker of the House of Commons Sir John Barclay received guests from Kyrgyzstan in "
        "London.",
        "Speaker of the House of Commons Sir John Barclay received guests from Kyrgyzstan in the "
        "United Kingdom.",
    ],
    ids=["city", "country"],
)
def test_the_house_of_commons_is_the_british_one_where_britain_is_near(text: str) -> None:
    assert read(text, "en").posts("John Barclay") == {"speaker in gb/house-of-commons of GB"}
