"""The head of state by his title alone, in releases that put it beside no name."""

from __future__ import annotations

import pytest
from extract.reading import read

pytestmark = pytest.mark.model
RECEPTION = (
    "Арман Сейтқали елшіні қабылдады. Мемлекет басшысы оны құттықтады. "
    "«Біз достық қатынастарды дамытуға әрдайым дайынбыз», – деді Президент."
)


def test_the_one_without_a_title_with_whom_a_release_begins_is_the_head_of_state() -> None:
    reading = read(RECEPTION, "kk", publisher="akorda.kz")
    assert reading.posts("Арман Сейтқали") == {"head_of_state of KZ"}
    assert [speaker for speaker, _ in reading.quotes] == ["Арман Сейтқали"]


def test_nobody_is_head_of_state_where_somebody_else_is() -> None:
    text = f"{RECEPTION} Қазақстан Президенті Дәурен Әлімов те сөйледі."
    assert read(text, "kk", publisher="akorda.kz").posts("Арман Сейтқали") == set()


def test_who_only_follows_an_order_is_not_the_head_of_state() -> None:
    text = "Арман Сейтқали кеңес өткізді. Мемлекет басшысының тапсырмасы бойынша зауыт салынады."
    assert read(text, "kk", publisher="akorda.kz").posts("Арман Сейтқали") == set()
    assert read(RECEPTION, "kk", publisher="primeminister.kz").posts("Арман Сейтқали") == set()


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Премьер-министр Олжас Бектенов кеңес өткізді.", "prime_minister of KZ"),
        ("Премьер-министр Мұрат Нұртілеу кеңес өткізді.", "prime_minister of KZ"),
        ("Премьер-министр Виктор Орбан Астанаға келді.", "prime_minister"),
        ("Бұрынғы Премьер-министр Тони Блэр дәріс оқыды.", "former prime_minister"),
    ],
)
def test_a_bare_title_is_of_the_home_state_unless_the_name_is_a_guests(
    text: str, post: str
) -> None:
    person = text.removeprefix("Бұрынғы ").removeprefix("Премьер-министр ").split()[:2]
    assert read(text, "kk").posts(" ".join(person)) == {post}


def test_a_guest_without_a_title_is_not_the_head_of_state() -> None:
    text = "Виктор Орбан Астанаға келді. Мемлекет басшысы оны құттықтады."
    assert read(text, "kk").posts("Виктор Орбан") == set()


def test_a_president_who_speaks_is_nobody_with_another_post() -> None:
    text = (
        "Сыртқы істер министрі Арман Сейтқали келді. "
        "«Біз достық қатынастарды дамытуға әрдайым дайынбыз», – деді Президент."
    )
    assert not read(text, "kk").quotes


def test_who_is_named_before_a_colon_says_what_follows_whatever_verb_ends_it() -> None:
    text = (
        "Ректор Гүлнар Ахметова сөйледі. Президент Қ.Сейтқали: «Бірлігіміз – ең басты "
        "байлығымыз, осыны ұмытпайық», - деп атап өтті."
    )
    assert [speaker for speaker, _ in read(text, "kk").quotes] == ["Қ.Сейтқали"]
