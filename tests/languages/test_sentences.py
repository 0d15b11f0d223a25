"""Where sentences begin in press releases."""

import pytest

from graphkit.languages import load_pipeline

pytestmark = pytest.mark.model


def split(text: str, language: str) -> list[str]:
    doc = load_pipeline(language)(text)
    return [sent.text.strip() for sent in doc.sents if sent.text.strip()]


ONE = {
    "kk-initial": ("kk", "Кездесуге Ә.Оспанов пен Қ.-М. Сейітов қатысты."),
    "kk-abbreviation": ("kk", "Тауар айналымы 3,5 млрд. АҚШ долларына, 2026 ж. Қазақстанда өсті."),
    "kk-speech": ("kk", "«Жұмыс басталды», – деді Е.Сапаров."),
    "kk-question-in-speech": ("kk", "«Неге?» – деп сұрады депутат."),
    "ru-initial": ("ru", "Ж. Досаева и Г.Т. Ахметов провели встречу с И. Петровым."),
    "ru-city": ("ru", "Делегация посетила г. Алматы и университет им. Л. Гумилева."),
    "ru-year": ("ru", "В 2026 г. Казахстан примет форум, в который вложат 5 млн. Евро."),
    "ru-acting": ("ru", "И.о. министра А. Смаилов вылетел в Вену."),
    "en-titles": ("en", "Mr. Clarke and Dr. Hughes met H.E. Mr. Kim."),
    "en-initials": ("en", "Speaker D.W. Kang and J. P. Morton spoke."),
    "en-country": ("en", "The U.S. Senate invited the U.K. Parliament."),
    "en-speech": ("en", '"Is that so?" asked the envoy.'),
}
TWO = {
    "kk": ("kk", "Сенат отырысы өтті. Оған Б.Оспанов қатысты."),
    "kk-closed-quote": ("kk", "«Біз дайынбыз». Депутат осылай деді."),
    "kk-open-quote": ("kk", '"Шешім қабылданды, - деді А.Оспанов. Жиын Семейде жалғасты.'),
    "kk-etc": ("kk", "Оған Жапония, Корея т.б. қатысты. Жиын аяқталды."),
    "kk-list": ("kk", "Алма Оспанова, депутат;\n- Болат Сейітов, сенатор."),
    "kk-line": ("kk", "Астанада форум өтті\nОған елшілер қатысты."),
    "kk-missing-blank": ("kk", "Министр келді.Ол сөз сөйледі."),
    "ru": ("ru", "Стороны подписали меморандум. В нем 10 пунктов."),
    "ru-and-so-on": ("ru", "Речь шла о воде, газе и т.д. Посол поблагодарил министра."),
    "ru-quote": ("ru", "«Мы готовы. Работа начата», - сказал посол."),
    "en": ("en", "The chairs met on Monday. They agreed to meet again."),
    "en-us": ("en", "They flew to the U.S. The visit lasted a week."),
    "en-quote": ("en", '"We are ready." The minister smiled.'),
}


@pytest.mark.parametrize(("language", "text"), ONE.values(), ids=ONE.keys())
def test_one_sentence_stays_one(language: str, text: str) -> None:
    assert split(text, language) == [text]


@pytest.mark.parametrize(("language", "text"), TWO.values(), ids=TWO.keys())
def test_two_sentences_are_parted(language: str, text: str) -> None:
    assert len(split(text, language)) == 2


def test_lines_wrapped_by_hand_are_joined() -> None:
    lines = [
        "The Minister of Foreign Affairs received the Ambassador of Japan to",
        "Kazakhstan and thanked him for the work of the Embassy in the field of",
        "Education and science, in which both countries have achieved more than",
        "Planned. The parties agreed on the calendar of visits for the coming",
        "Year and on a joint commission.",
    ]
    assert len(split("\n".join(lines), "en")) == 2


def test_blank_text_has_no_sentences() -> None:
    assert split("", "kk") == []
    assert split(" \n", "kk") == []
