"""Whose post it is where a title names no state: the host's, or nobody's that the text tells."""

from __future__ import annotations

import pytest
from extract.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("language", "publisher", "text", "person", "posts"),
    [
        pytest.param(
            "ru", "mid.ru",
            "Президент Сербии Милан Йович и Министр иностранных дел Олег Рябов провели встречу.",
            "Олег Рябов", {"minister in ministry-of-foreign-affairs of RU"},
            id="the host beside the guest",
        ),
        pytest.param(
            "ru", "gov.kz",
            "Министр иностранных дел Италии Марко Росси прибыл в Астану. "
            "Его встретил первый заместитель министра Ержан Сабитов.",
            "Ержан Сабитов", {"first_deputy_minister"},
            id="the host's deputy is not the guest's",
        ),
        pytest.param(
            "ru", "gov.kz", "В Астану прибыл Премьер-министр Имран Шариф.",
            "Имран Шариф", {"prime_minister"},
            id="a guest by his name",
        ),
        pytest.param(
            "ru", "primeminister.kz", "Премьер-министр Арман Сабитов провёл совещание.",
            "Арман Сабитов", {"prime_minister of KZ"},
            id="at home",
        ),
        pytest.param(
            "ru", "gov.kz",
            "Турецкая делегация представила проект завода, "
            "министр энергетики Ерлан Сабитов поддержал его.",
            "Ерлан Сабитов", {"minister in ministry-of-energy of KZ"},
            id="a delegation that shows something",
        ),
        pytest.param(
            "ru", "www.president.gov.ua", "Министр иностранных дел Андрей Кравчук провёл встречу.",
            "Андрей Кравчук", {"minister in ministry-of-foreign-affairs of UA"},
            id="a site's country is its last label",
        ),
        pytest.param(
            "en", None,
            "LONDON, 5th May, 2026 (WAM) -- Foreign Minister Salem Al Hamad met Peter Brown.",
            "Salem Al Hamad", {"minister in ministry-of-foreign-affairs"},
            id="an agency that reports from abroad",
        ),
        pytest.param(
            "en", None, "Scottish First Minister Fiona Reid visited Astana.",
            "Fiona Reid", {"first_minister of GB"},
            id="the head of a part of a state is not its prime minister",
        ),
    ],
)  # fmt: skip
def test_whose_post_it_is(
    language: str, publisher: str | None, text: str, person: str, posts: set[str]
) -> None:
    assert read(text, language, publisher=publisher).posts(person) == posts


def test_a_governor_takes_no_name_before_him_for_his_region() -> None:
    text = "Жиында Олжас Сабитов облыс әкімі Ермек Бөлеевке тапсырма берді."
    reading = read(text, "kk")
    assert reading.posts("Олжас Сабитов") == set()
    assert not any("Сабитов" in part for part in reading.all_names() if "әкімдігі" in part)


def test_one_list_of_names_has_no_two_in_one() -> None:
    text = "Жиынға Серік Жұманғалиев, Бауыржан Серіков және Асқар Жұмағалиев қатысты."
    people = [r.names[0].text for r in read(text, "kk").extraction.referents if r.kind == "Person"]
    assert people == ["Серік Жұманғалиев", "Бауыржан Серіков", "Асқар Жұмағалиев"]


def test_envoys_go_to_the_state_that_sends_none() -> None:
    text = (
        "Министр иностранных дел Казахстана Арман Сабитов принял копии верительных грамот у посла "
        "Франции Жана Мартена и посла Италии Марко Росси. Посол передал приветствие Президента "
        "Италии Серджо Бьянки."
    )
    reading = read(text, "ru", publisher="mfa.kz")
    assert reading.posts("Жан Мартен") == {"ambassador of FR to KZ"}
    assert reading.posts("Марко Росси") == {"ambassador of IT to KZ"}
