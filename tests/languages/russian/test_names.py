"""Names of people in Russian."""

import pytest

from graphkit.languages import grammar, load_pipeline
from graphkit.languages.russian.names import read_person, recase, title_cases
from graphkit.model import Case, Kind


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Гельмутом Колем", "Гельмут Коль"),
        ("Маргарет Тэтчер", "Маргарет Тэтчер"),
        ("Ангелой Меркель", "Ангела Меркель"),
        ("Нигорой Юсуповой", "Нигора Юсупова"),
        ("Кан Дэ Уном", "Кан Дэ Ун"),
        ("Айжамал Токтосун кызы", "Айжамал Токтосун кызы"),
        ("Зораном Заевски", "Зоран Заевски"),
        ("Йоханнесом ван дер Бергеном", "Йоханнес ван дер Берген"),
        ("Тунджаем Озтюрком", "Тунджай Озтюрк"),
    ],
)
def test_read_person(name: str, expected: str) -> None:
    assert " ".join(read_person(name.split()).words) == expected


def test_the_words_before_settle_what_a_form_alone_does_not() -> None:
    words = ["Досаева"]
    assert read_person(words, [Case.GEN, Case.ACC]).words == ("Досаев",)
    assert read_person(words, [Case.NOM]).words == ("Досаева",)


def test_the_release_settles_it_too() -> None:
    seen = frozenset({"брандт"})
    assert read_person(["Юлиус", "Брандта"], (), seen).words[1] in ("Брандт", "Брандта")
    assert read_person(["Брандта"], [Case.GEN], seen).words == ("Брандт",)


def test_title_cases() -> None:
    assert title_cases("министром") == {Case.INS}
    assert title_cases("Казахстаном") == frozenset()


def test_recase() -> None:
    assert recase("Новицкой-Бек", "новицкая-бек") == "Новицкая-Бек"
    assert recase("ИВАНОВЫМ", "иванов") == "ИВАНОВ"


@pytest.mark.model
def test_title_in_the_sentence_gives_the_case() -> None:
    doc = load_pipeline("ru")("Он поздравил посла Японии Бахтияра Досаева.")
    found = grammar("ru").nominative(doc[4:6], Kind.PERSON)
    assert found == "Бахтияр Досаев"
    assert grammar("ru").case(doc[4:6], Kind.PERSON) in (Case.GEN, Case.ACC)


@pytest.mark.model
def test_a_deputy_of_a_chief_stands_in_the_case_of_the_deputy() -> None:
    doc = load_pipeline("ru")("Встреча с заместителем министра юстиции Шерали Досаевым прошла.")
    assert grammar("ru").nominative(doc[5:7], Kind.PERSON) == "Шерали Досаев"


@pytest.mark.model
def test_an_acting_minister_keeps_the_nominative() -> None:
    doc = load_pipeline("ru")("Выступила и.о. министра юстиции Алия Досаева.")
    assert grammar("ru").nominative(doc[4:6], Kind.PERSON) == "Алия Досаева"


@pytest.mark.model
def test_capitals_are_lowered() -> None:
    doc = load_pipeline("ru")("Нурлан БАЙЖАНОВ")
    assert grammar("ru").nominative(doc[:], Kind.PERSON) == "Нурлан Байжанов"
