"""Posts that a sentence tells of somebody, and whether he holds them still, or not yet."""

from __future__ import annotations

import pytest
from extract.reading import read

pytestmark = pytest.mark.model
ENVOY = "ambassador of KZ to IT"


@pytest.mark.parametrize(
    ("language", "text", "person", "post"),
    [
        (
            "kk",
            "Бұрынғы Премьер-министр Қайрат Ахметов дәріс оқыды.",
            "Қайрат Ахметов",
            "former prime_minister",
        ),
        (
            "ru",
            "Бывший министр здравоохранения Казахстана Ольга Ким вышла на пенсию.",
            "Ольга Ким",
            "former minister in ministry-of-health of KZ",
        ),
        (
            "en",
            "Former President of Mongolia Bat Erdene gave a lecture in Astana.",
            "Bat Erdene",
            "former president of MN",
        ),
        (
            "kk",
            "Қазақстан Сыртқы істер министрінің міндетін атқарушы Айдос Тілеков сөз сөйледі.",
            "Айдос Тілеков",
            "acting minister in ministry-of-foreign-affairs of KZ",
        ),
        (
            "ru",
            "Исполняющий обязанности министра обороны Таджикистана Рустам Назаров прибыл.",
            "Рустам Назаров",
            "acting minister in ministry-of-defence of TJ",
        ),
        (
            "en",
            "Acting Minister of Defence of Tajikistan Rustam Nazarov arrived in Dushanbe.",
            "Rustam Nazarov",
            "acting minister in ministry-of-defence of TJ",
        ),
    ],
    ids=["kk-former", "ru-former", "en-former", "kk-acting", "ru-acting", "en-acting"],
)
def test_a_title_keeps_that_its_holder_has_left_or_only_acts(
    language: str, text: str, person: str, post: str
) -> None:
    assert read(text, language).posts(person) == {post}


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("kk", "Ерлан Мұқашев Қазақстанның Италиядағы елшісі болып тағайындалды.", "Ерлан Мұқашев"),
        ("ru", "Ерлан Мукашев назначен послом Казахстана в Италии.", "Ерлан Мукашев"),
        (
            "ru",
            "Указом Президента послом Казахстана в Италии назначен Ерлан Мукашев.",
            "Ерлан Мукашев",
        ),
        (
            "en",
            "Yerlan Mukashev has been appointed Ambassador of Kazakhstan to Italy.",
            "Yerlan Mukashev",
        ),
    ],
    ids=["kk", "ru", "ru-by-decree", "en"],
)
def test_who_is_appointed_holds_the_post_as_appointed(
    language: str, text: str, person: str
) -> None:
    reading = read(text, language)
    assert reading.posts(person) == {f"appointed {ENVOY}"}
    assert reading.persons == {person}  # who signs the decree is not named


def test_an_ambassador_extraordinary_and_plenipotentiary_is_appointed_too() -> None:
    text = "Ерлан Мукашев назначен Чрезвычайным и Полномочным Послом Казахстана в Италии."
    assert read(text, "ru").posts("Ерлан Мукашев") == {f"appointed {ENVOY}"}


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        (
            "kk",
            "Ержан Қасымов келді. Ол бұрын Қазақстанның Италиядағы елшісі болды.",
            "Ержан Қасымов",
        ),
        (
            "ru",
            "Ержан Касымов прибыл. Ранее он был послом Казахстана в Италии.",
            "Ержан Касымов",
        ),
        (
            "en",
            "Yerzhan Kassymov arrived. He was formerly the Ambassador of Kazakhstan to Italy.",
            "Yerzhan Kassymov",
        ),
    ],
    ids=["kk", "ru", "en"],
)
def test_a_pronoun_carries_a_former_post_to_the_person_before(
    language: str, text: str, person: str
) -> None:
    assert read(text, language).posts(person) == {f"former {ENVOY}"}


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("kk", "Министр Дәурен Сәбитов сөз сөйледі.", "Дәурен Сәбитов"),
        ("ru", "Министр Даурен Сабитов выступил с речью.", "Даурен Сабитов"),
        ("en", "Minister Dauren Sabitov gave a speech.", "Dauren Sabitov"),
    ],
    ids=["kk", "ru", "en"],
)
def test_a_bare_title_is_a_post_of_no_known_body(language: str, text: str, person: str) -> None:
    assert read(text, language).posts(person) == {"minister"}


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        (
            "kk",
            "Қазақстан Денсаулық сақтау министрлігі жиын өткізді. Министр Ольга Ким "
            "ауруханалар ашуды тапсырды.",
            "Ольга Ким",
        ),
        (
            "ru",
            "Министерство здравоохранения Казахстана провело совещание. Министр Ольга Ким "
            "поручила открыть больницы.",
            "Ольга Ким",
        ),
        (
            "en",
            "The Ministry of Health of Kazakhstan held a session. Minister Olga Kim ordered new "
            "hospitals.",
            "Olga Kim",
        ),
    ],
    ids=["kk", "ru", "en"],
)
def test_a_bare_minister_heads_the_ministry_named_before(
    language: str, text: str, person: str
) -> None:
    assert read(text, language).posts(person) == {"minister in ministry-of-health of KZ"}


def test_a_bare_title_repeats_the_fuller_one() -> None:
    text = (
        "Министр иностранных дел Казахстана Даурен Сабитов прибыл в Рим. "
        "Министр Даурен Сабитов встретился со студентами."
    )
    assert read(text, "ru").posts("Даурен Сабитов") == {
        "minister in ministry-of-foreign-affairs of KZ"
    }


@pytest.mark.xfail(strict=True, reason="present and past of «возглавлять» are told as one word")
def test_who_heads_a_group_now_is_no_former_member_of_the_partners_parliament() -> None:
    text = (
        "Стороны обсудили работу Группы по сотрудничеству с Парламентом Великобритании, которую "
        "возглавляет сенатор Гульмира Садыкова."
    )
    posts = read(text, "ru").posts("Гульмира Садыкова")
    assert not any(post.startswith("former") or post.endswith(" of GB") for post in posts)


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        (
            "kk",
            "Анна Вебер Римге келді. Бұған дейін Италия Президенті Астанаға келген.",
            "Анна Вебер",
        ),
        ("ru", "Анна Вебер прибыла в Рим. Ранее Президент Италии посетил Астану.", "Анна Вебер"),
        (
            "en",
            "Anna Weber arrived in Rome. The President of Italy then received the guests.",
            "Anna Weber",
        ),
    ],
    ids=["kk", "ru", "en"],
)
def test_what_somebody_else_did_earlier_is_no_former_post(
    language: str, text: str, person: str
) -> None:
    assert read(text, language).posts(person) == set()
