"""Names of persons: where they begin and end, and which of them name one person."""

from __future__ import annotations

import pytest
from extract.reading import read
from hypothesis import given
from hypothesis import strategies as st

from graphkit.extract.persons import PersonName, fold, read_name, same_part, same_person
from graphkit.model import Kind

HONORIFICS = frozenset({"mr", "dr", "г-н", "мырза", "ханым", "баронесса"})
PARTS = st.lists(
    st.sampled_from("ержан қасымов анна вебер ли мин-джун касымова токтогул әлия".split()),
    min_size=1,
    max_size=4,
    unique=True,
)


def name(text: str) -> PersonName:
    return read_name(text, HONORIFICS)


@pytest.mark.parametrize(
    ("text", "parts", "initials"),
    [
        ("Дәурен Сәбитов", ("даурен", "сабитов"), ()),
        ("Д.Сәбитов", ("сабитов",), ("д",)),
        ("М. А. Жанибеков", ("жанибеков",), ("м", "а")),
        ("М.А.Жанибеков", ("жанибеков",), ("м", "а")),
        ("г-н Марко ди Риччи", ("марко", "ди", "риччи"), ()),
        ("Пак Чон Хун мырза", ("пак", "чон", "хун"), ()),
        ("Dr. María dos Santos", ("maria", "dos", "santos"), ()),
        ("Jean-Pierre Whitmore-Hale", ("jeanpierre", "whitmorehale"), ()),
        ("D.W. Harlow", ("harlow",), ("d", "w")),
        ("Ю.-С. Ким", ("ким",), ("ю", "с")),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_name_is_read_as_parts_and_initials_without_honorifics(
    text: str, parts: tuple[str, ...], initials: tuple[str, ...]
) -> None:
    assert (name(text).parts, name(text).initials) == (parts, initials)


def test_a_name_is_full_when_it_has_two_parts() -> None:
    assert name("Ержан Қасымов").is_full
    assert not name("Е. Қасымов").is_full


@pytest.mark.parametrize(
    ("left", "right"),
    [("Қасымов", "Касымов"), ("Әлия", "Алия"), ("Þóra", "þóra"), ("Müller", "muller")],
)
def test_kazakh_letters_accents_and_case_do_not_tell_names_apart(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("касымов", "касымов", True),
        ("койшибеков", "койшибекова", True),
        ("хамидзод", "хамидзода", True),
        ("ли", "лим", False),
        ("ким", "кима", False),
        ("касымов", "касенов", False),
        ("анна", "аннабель", False),
    ],
)
def test_parts_are_one_word_but_for_an_ending(left: str, right: str, same: bool) -> None:
    assert same_part(left, right) is same
    assert same_part(right, left) is same


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Сәбитов", "Дәурен Сәбитов"),
        ("Д.Сәбитов", "Дәурен Сәбитов"),
        ("Д. Сабитов", "Дәурен Сәбитов"),
        ("Mr Harlow", "John Harlow"),
        ("D.W. Harlow", "David William Harlow"),
        ("Койшибекова", "Жанар Койшибекова"),
        ("г-н Риччи", "Марко ди Риччи"),
        ("Пак", "Пак Чон Хун"),
    ],
)
def test_a_short_name_repeats_the_full_one(short: str, full: str) -> None:
    assert same_person(name(short), name(full)) >= 0.6


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("А.Сәбитов", "Дәурен Сәбитов"),
        ("Сәбитов", "Дәурен Сәдуақасов"),
        ("Анна Вебер", "Клаус Вебер"),
        ("Ли", "Пак Чон Хун"),
        ("Д.", "Дәурен Сәбитов"),
    ],
)
def test_other_initials_or_another_surname_are_another_person(short: str, full: str) -> None:
    assert same_person(name(short), name(full)) == 0


@given(PARTS)
def test_a_name_is_the_same_person_as_itself(parts: list[str]) -> None:
    text = " ".join(part.capitalize() for part in parts)
    assert same_person(name(text), name(text)) == 1


@given(PARTS, PARTS)
def test_sureness_lies_between_no_and_yes(left: list[str], right: list[str]) -> None:
    assert 0 <= same_person(name(" ".join(left)), name(" ".join(right))) <= 1


@given(PARTS)
def test_the_initial_and_the_surname_are_always_found_in_the_full_name(parts: list[str]) -> None:
    full = name(" ".join(part.capitalize() for part in ["Бауыржан", *parts]))
    short = name(f"Б. {parts[-1].capitalize()}")
    assert same_person(short, full) >= 0.6


@pytest.mark.model
@pytest.mark.parametrize(
    ("language", "text", "persons"),
    [
        (
            "kk",
            "Пак Чон Хун мырза мен Айгүл Серікқызы ханым кездесті.",
            {"Пак Чон Хун", "Айгүл Серікқызы"},
        ),
        ("kk", "Д.Сәбитов пен А.Вебер келді.", {"Д.Сәбитов", "А.Вебер"}),
        (
            "ru",
            "Баронесса Уитмор и г-н Марко ди Риччи встретились с Абдулазизом бин Салманом "
            "аль-Мутлаком.",
            {"Уитмор", "Марко ди Риччи", "Абдулазиз бин Салман аль-Мутлак"},
        ),
        (
            "ru",
            "Алмаз Токтогул уулу и Нургуль Асан кызы посетили Бишкек.",
            {"Алмаз Токтогул уулу", "Нургуль Асан кызы"},
        ),
        ("ru", "Выступили Ж. Койшибекова и М.А. Жанибеков.", {"Ж. Койшибекова", "М.А. Жанибеков"}),
        (
            "en",
            "Baroness Whitmore and Lord Harlow met Sir Edward Langley and Dr Maria dos Santos.",
            {"Whitmore", "Harlow", "Edward Langley", "Maria dos Santos"},
        ),
        (
            "en",
            "The guests were Jean-Pierre de la Tour and Ludwig van der Berg.",
            {"Jean-Pierre de la Tour", "Ludwig van der Berg"},
        ),
        (
            "en",
            "Foreign Minister Kim Min-jae met Park Chan-ho in Seoul.",
            {"Kim Min-jae", "Park Chan-ho"},
        ),
    ],
    ids=[
        "kk-korean-and-honorifics", "kk-initials", "ru-particles-and-honorifics", "ru-patronymics",
        "ru-initials", "en-honorifics", "en-particles", "en-korean",
    ],
)  # fmt: skip
def test_names_are_read_whole_and_without_honorifics(
    language: str, text: str, persons: set[str]
) -> None:
    assert read(text, language).persons == persons


@pytest.mark.model
@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("kk", "Кеше Бен Уокер келді.", "Бен Уокер"),
        ("ru", "Посол Кореи Ли Чжун Хо посетил школу.", "Ли Чжун Хо"),
        ("ru", "Министр иностранных дел Кореи О Чи Хун встретился с послом.", "О Чи Хун"),
        ("en", "The ambassador received Will Harlow.", "Will Harlow"),
    ],
    ids=["kk", "ru-li", "ru-o", "en"],
)
def test_a_name_may_begin_with_what_is_a_small_word_elsewhere(
    language: str, text: str, person: str
) -> None:
    assert read(text, language).persons == {person}


@pytest.mark.model
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Корея Республикасы Ұлттық жиналысының Төрағасы Ким Чжин У келді."),
        ("ru", "Министр иностранных дел Республики Корея Ким Чжин У посетил Астану."),
    ],
    ids=["kk", "ru"],
)
def test_a_korean_name_may_end_in_one_letter(language: str, text: str) -> None:
    assert read(text, language).persons == {"Ким Чжин У"}


@pytest.mark.model
@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "kk",
            "Дәурен Сәбитов келді. Д.Сәбитов сөз сөйледі. Сәбитовтің сөзі ұнады.",
            {"Дәурен Сәбитов", "Д.Сәбитов", "Сәбитов"},
        ),
        (
            "ru",
            "Прибыл Даурен Сабитов. Д. Сабитов выступил с речью. Встреча с Сабитовым завершилась.",
            {"Даурен Сабитов", "Д. Сабитов", "Сабитов"},
        ),
        (
            "en",
            "Dauren Sabitov arrived in Rome. Mr Sabitov gave a speech. D. Sabitov then left.",
            {"Dauren Sabitov", "Mr Sabitov", "Sabitov", "D. Sabitov"},
        ),
    ],
    ids=["kk", "ru", "en"],
)
def test_short_names_are_further_names_of_the_person(
    language: str, text: str, names: set[str]
) -> None:
    reading = read(text, language)
    [person] = reading.persons
    assert {n.text for n in reading.find(person).names} == names


@pytest.mark.model
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Дәурен Сәбитов пен Айдос Сәбитов келді."),
        ("ru", "Прибыли Даурен Сабитов и Айдос Сабитов."),
        ("en", "Dauren Sabitov and Aidos Sabitov arrived."),
    ],
    ids=["kk", "ru", "en"],
)
def test_two_given_names_are_two_persons(language: str, text: str) -> None:
    assert len(read(text, language).persons) == 2


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "Мемлекет басшысының Жарлығымен Айдос Нұрғалиұлы Тілеубергенов тағайындалды.",
            "Айдос Нұрғалиұлы Тілеубергенов",
        ),
        ("Мәжіліс Төрағасының орынбасары Дания Еспаева келді.", "Дания Еспаева"),
        ("Премьер-Министр Олжас Бектенов Минскіде өткен отырысқа қатысты.", "Олжас Бектенов"),
    ],
    ids=["decree", "country", "town"],
)
def test_a_name_takes_no_word_beside_it_and_gives_none_to_a_country(text: str, person: str) -> None:
    reading = read(text, "kk")
    assert reading.persons == {person}
    assert reading.of_kind(Kind.COUNTRY) == set()


@pytest.mark.model
@pytest.mark.parametrize(
    ("title", "names"),
    [
        pytest.param(
            "Арман Қожахов Виктор Озолспен кездесті",
            {"Арман Қожахов", "Виктор Озолс", "Айгүл Ахметова"},
            id="full names",
        ),
        pytest.param(
            "Қожахов Озолспен кездесті",
            {"Арман Қожахов", "Виктор Озолс", "Айгүл Ахметова"},
            id="family names",
        ),
        pytest.param(
            "Айгүл Ахметова Ригада",
            {"Арман Қожахов", "Виктор Озолс", "Айгүл Ахметова"},
            id="one name",
        ),
    ],
)
def test_two_names_side_by_side_in_a_headline_are_two_persons(title: str, names: set[str]) -> None:
    text = (
        f"{title}\n\nҚазақстанның Сыртқы істер министрі Арман Қожахов Ригада Латвияның Көлік "
        "министрі Виктор Озолсты қабылдады. Кездесуге Қазақстанның Көлік министрі Айгүл Ахметова "
        "қатысты. Арман Қожахов ынтымақтастық туралы айтты."
    )
    people = [one for one in read(text, "kk").extraction.referents if one.kind is Kind.PERSON]
    assert {one.names[0].text for one in people} == names
