"""How Kazakh text is cut into words."""

import pytest
import spacy

from graphkit.languages.kazakh.examples import sentences
from graphkit.languages.kazakh.lex_attrs import like_num


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("БАӘ-нің елшісі", ["БАӘ-нің", "елшісі"]),
        ("ЕҚЫҰ-на (АҚШ)", ["ЕҚЫҰ-на", "(", "АҚШ", ")"]),
        ("Е.Сапаров", ["Е.", "Сапаров"]),
        ("Дж.Смит-Хейл", ["Дж.", "Смит-Хейл"]),
        ("Қ.-Ж. Ахметов", ["Қ.-Ж.", "Ахметов"]),
        ("Ахметова А.Б. сөйледі", ["Ахметова", "А.", "Б.", "сөйледі"]),
        ("Й.ван дер Берген", ["Й.", "ван", "дер", "Берген"]),
        ("2026 жылғы 25-26 ақпанда", ["2026", "жылғы", "25-26", "ақпанда"]),
        ("3,5 млрд. теңге", ["3,5", "млрд.", "теңге"]),
        ("2-ші орын", ["2-ші", "орын"]),
        ("су және т.б.", ["су", "және", "т.б."]),
        ("Вамоши-Кисмен", ["Вамоши-Кисмен"]),
        ("«Ауыл» партиясы», - деді", ["«", "Ауыл", "»", "партиясы", "»", ",", "-", "деді"]),
        ("Астана–Анкара", ["Астана", "–", "Анкара"]),
        ("сөйледі.Ол", ["сөйледі", ".", "Ол"]),
        ("ғылым.", ["ғылым", "."]),
        ("gov.kz info@gov.kz", ["gov.kz", "info@gov.kz"]),
    ],
)
def test_tokenizer(text: str, words: list[str]) -> None:
    assert [token.text for token in spacy.blank("kk")(text)] == words


def test_tokenizer_loses_nothing_of_the_examples() -> None:
    nlp = spacy.blank("kk")
    assert [doc.text for doc in nlp.pipe(sentences)] == sentences


def test_stop_words_and_numbers() -> None:
    doc = spacy.blank("kk")("және жиырма елші 5-ші")
    assert [token.is_stop for token in doc] == [True, False, False, False]
    assert [token.like_num for token in doc] == [False, True, False, True]


@pytest.mark.parametrize("text", ["10", "1,5", "3/4", "он", "үшінші", "2026", "100-ден", "-7"])
def test_like_num(text: str) -> None:
    assert like_num(text)


@pytest.mark.parametrize("text", ["", "елші", "БАӘ-нің", "5/", "мыңжылдық"])
def test_not_like_num(text: str) -> None:
    assert not like_num(text)
