"""Direct speech and its speakers, whatever the marks."""

from __future__ import annotations

import pytest
from extract.reading import read

from graphkit.model import Kind, Relation

pytestmark = pytest.mark.model
SPEECH = {
    "kk": ("Ержан Қасымов", "Біз достық қатынастарды дамытуға дайынбыз"),
    "ru": ("Ержан Касымов", "Мы готовы развивать дружеские отношения"),
    "en": ("Yerzhan Kassymov", "We are ready to develop our friendly relations"),
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("kk", "«{speech}», - деді {name}.", id="kk-closed"),
        pytest.param("ru", "«{speech}», – сказал {name}.", id="ru-closed"),
        pytest.param("en", '"{speech}," said {name}.', id="en-closed"),
        pytest.param("en", '"{speech}," {name} said.', id="en-closed-name-first"),
        pytest.param("kk", "«{speech}, - деді {name}.", id="kk-unclosed"),
        pytest.param("ru", "«{speech}, – подчеркнул {name}.", id="ru-unclosed"),
        pytest.param("kk", '{speech}", - деп атап өтті {name}.', id="kk-never-opened"),
        pytest.param("ru", "{speech}», - отметил {name}.", id="ru-never-opened"),
        pytest.param("en", "{speech},” said {name}.", id="en-never-opened"),
        pytest.param("kk", "{name} былай деді: «{speech}».", id="kk-announced"),
        pytest.param("ru", "{name} сказал: «{speech}».", id="ru-announced"),
        pytest.param("en", "{name} said: “{speech}.”", id="en-announced"),
    ],
)
def test_direct_speech_is_a_quotation_whatever_its_marks(language: str, text: str) -> None:
    name, speech = SPEECH[language]
    reading = read(text.format(name=name, speech=speech), language)
    [(speaker, said)] = reading.quotes
    assert (speaker, said.rstrip(".")) == (name, speech)


@pytest.mark.parametrize(
    ("language", "text", "rest"),
    [
        (
            "kk",
            "«{speech}, - деді {name}. – Алда көп жұмыс бар».",
            "Алда көп жұмыс бар",
        ),
        (
            "ru",
            "«{speech}, – сказал {name}. – Впереди у нас много работы».",
            "Впереди у нас много работы",
        ),
        pytest.param(
            "en",
            '"{speech}," said {name}. "There is much work ahead of us."',
            "There is much work ahead of us",
            marks=pytest.mark.xfail(
                strict=True, reason="speech that goes on in new marks is not added"
            ),
        ),
    ],
    ids=["kk", "ru", "en"],
)
def test_speech_that_is_interrupted_by_its_attribution_is_one_quotation(
    language: str, text: str, rest: str
) -> None:
    name, speech = SPEECH[language]
    [(speaker, said)] = read(text.format(name=name, speech=speech), language).quotes
    assert speaker == name
    assert said.startswith(speech)
    assert rest in said


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "kk",
            "Қазақстан Сыртқы істер министрі Дәурен Сәбитов келді. «{speech}», - деді министр.",
            "Дәурен Сәбитов",
        ),
        (
            "ru",
            "Министр иностранных дел Казахстана Даурен Сабитов прибыл. «{speech}», - сказал "
            "министр.",
            "Даурен Сабитов",
        ),
        (
            "ru",
            "Министр иностранных дел Казахстана Даурен Сабитов прибыл. «{speech}», - сказал "
            "глава МИД Казахстана.",
            "Даурен Сабитов",
        ),
        (
            "en",
            "Foreign Minister of Kazakhstan Dauren Sabitov arrived. “{speech},” the Minister said.",
            "Dauren Sabitov",
        ),
    ],
    ids=["kk", "ru", "ru-head-of-the-body", "en"],
)
def test_a_role_in_the_attribution_means_the_person_who_holds_it(
    language: str, text: str, speaker: str
) -> None:
    speech = SPEECH[language][1]
    assert read(text.format(speech=speech), language).quotes == {(speaker, speech)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "{name} мектепке барды. «{speech}», - деді ол."),
        ("ru", "{name} посетил школу. «{speech}», - сказал он."),
        ("en", "{name} visited a school. “{speech},” he said."),
    ],
    ids=["kk", "ru", "en"],
)
def test_a_pronoun_in_the_attribution_means_the_person_told_of_before(
    language: str, text: str
) -> None:
    name, speech = SPEECH[language]
    assert read(text.format(name=name, speech=speech), language).quotes == {(name, speech)}


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("kk", "{name} келді. «{speech}», - деп толықтырды Е.Қасымов.", "Ержан Қасымов"),
        ("ru", "{name} прибыл. «{speech}», - сказал Е. Касымов.", "Ержан Касымов"),
        ("en", "{name} arrived. “{speech},” said Mr Kassymov.", "Yerzhan Kassymov"),
    ],
    ids=["kk", "ru", "en"],
)
def test_a_short_name_in_the_attribution_means_the_full_one(
    language: str, text: str, speaker: str
) -> None:
    name, speech = SPEECH[language]
    assert read(text.format(name=name, speech=speech), language).quotes == {(speaker, speech)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Ержан Қасымов Қазақстанның достық қатынастарды дамытуға дайын екенін айтты."),
        ("ru", "Ержан Касымов сказал, что Казахстан готов развивать дружеские отношения."),
        ("en", "Yerzhan Kassymov said that Kazakhstan was ready to develop friendly relations."),
        ("kk", "Кездесу достық жағдайда өтті, деп хабарлайды Мәжілістің баспасөз қызметі."),
        ("ru", "Как отметил Ержан Касымов, страны готовы развивать дружеские отношения."),
        ("en", "According to Yerzhan Kassymov, the two countries are ready to cooperate."),
    ],
    ids=["kk", "ru", "en", "kk-press-service", "ru-as-he-said", "en-according-to"],
)
def test_indirect_speech_is_no_quotation(language: str, text: str) -> None:
    assert read(text, language).quotes == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Ержан Қасымов «Достық үйі халық мұражайы» көрмесін ашты."),
        ("ru", "Ержан Касымов открыл выставку «Дом дружбы народов Казахстана»."),
        ("en", "Yerzhan Kassymov opened the exhibition “House of Friendship of Peoples”."),
    ],
    ids=["kk", "ru", "en"],
)
def test_a_title_in_quotation_marks_is_no_quotation(language: str, text: str) -> None:
    assert read(text, language).of_kind(Kind.QUOTATION) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "{name} мектепке барды. Ол былай деді: «{speech}»."),
        ("ru", "{name} посетил школу. Он сказал: «{speech}»."),
        ("en", "{name} visited a school. He said: “{speech}.”"),
        ("kk", "Мәжіліс депутаты {name}: «{speech}»."),
        ("ru", "Депутат Мажилиса {name}: «{speech}»."),
    ],
    ids=["kk-pronoun", "ru-pronoun", "en-pronoun", "kk-no-verb", "ru-no-verb"],
)
def test_speech_is_announced_by_a_pronoun_or_a_name_alone(language: str, text: str) -> None:
    name, speech = SPEECH[language]
    [(speaker, said)] = read(text.format(name=name, speech=speech), language).quotes
    assert (speaker, said.rstrip(".")) == (name, speech)


@pytest.mark.xfail(strict=True, reason="speech is looked for in one paragraph")
def test_speech_may_go_over_two_paragraphs() -> None:
    text = "«Мы начали работу в марте.\nМы её завершим в срок», – сказал Ержан Касымов."
    [(_, said)] = read(text, "ru").quotes
    assert said.startswith("Мы начали работу")


def test_british_single_marks_are_marks() -> None:
    name, speech = SPEECH["en"]
    assert read(f"‘{speech},’ said {name}.", "en").quotes == {(name, speech)}


def test_a_new_paragraph_that_opens_with_a_mark_goes_on_with_speech_left_open() -> None:
    name, speech = SPEECH["en"]
    text = f"{name} said:\n\n“{speech}.\n\n“There is much work ahead of us.”"
    [(speaker, said)] = read(text, "en").quotes
    assert speaker == name
    assert said == f"{speech}. There is much work ahead of us."


@pytest.mark.parametrize(
    ("language", "text", "speech"),
    [
        (
            "kk",
            "«{}», - деді Ержан Қасымов.",
            "Біз «Жібек жолы» жобасын қолдаймыз әрі дамытамыз",
        ),
        (
            "ru",
            "«{}», – сказал Ержан Касымов.",
            "Мы поддерживаем проект «Шёлковый путь» и будем его развивать",
        ),
        (
            "en",
            "“{},” said Yerzhan Kassymov.",
            "We support the “Silk Road” project and will develop it",
        ),
    ],
    ids=["kk", "ru", "en"],
)
def test_a_title_inside_speech_does_not_end_it(language: str, text: str, speech: str) -> None:
    [(_, said)] = read(text.format(speech), language).quotes
    assert said.replace("“", "«").replace("”", "»") == speech.replace("“", "«").replace("”", "»")


def test_speech_of_several_sentences_is_one_quotation() -> None:
    speech = "Мы начали работу. Она идёт хорошо. Мы её завершим в срок"
    assert read(f"«{speech}», – сказал Ержан Касымов.", "ru").quotes == {("Ержан Касымов", speech)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ru",
            "«Мы готовы развивать дружеские отношения», – говорится в обращении "
            "Президента Казахстана Аскара Бектурова.",
        ),
        (
            "en",
            "“We welcome the decision of the Senate,” reads the statement of the Embassy of "
            "Germany.",
        ),
    ],
    ids=["ru", "en"],
)
def test_a_document_is_no_speaker(language: str, text: str) -> None:
    assert read(text, language).quotes == set()


def test_two_speakers_of_one_release_keep_their_words_apart() -> None:
    text = (
        "«Мы открываем новую страницу отношений», - сказал Ержан Касымов.\n"
        "«Наши народы связывает давняя дружба», - ответила Анна Вебер."
    )
    assert read(text, "ru").quotes == {
        ("Ержан Касымов", "Мы открываем новую страницу отношений"),
        ("Анна Вебер", "Наши народы связывает давняя дружба"),
    }


def test_a_quotation_keeps_its_language_and_the_passage_that_gives_its_speaker() -> None:
    name, speech = SPEECH["ru"]
    reading = read(f"Встреча прошла в Астане. «{speech}», - сказал {name} в Сенате.", "ru")
    [claim] = reading.claims(Relation.CREATOR)
    assert reading.by_id[claim.subject].language == "ru"
    assert name in reading.words(claim)
    assert "Встреча" not in reading.words(claim)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "{name}: {speech}.\n\nТілші: Рақмет."),
        ("ru", "Вопрос: Что дальше?\n\n{name}, официальный представитель МИД: {speech}."),
        ("en", "Question: What now?\n\n{name}, Spokesperson: {speech}."),
    ],
    ids=["kk", "ru", "en"],
)
def test_a_line_of_a_transcript_is_speech_without_marks(language: str, text: str) -> None:
    name, speech = SPEECH[language]
    reading = read(f"Брифинг.\n\n{text.format(name=name, speech=speech)}", language)
    assert (name, f"{speech}.") in {(s, f"{said.rstrip('.')}.") for s, said in reading.quotes}


@pytest.mark.parametrize(
    "text",
    [
        "Programme\n\nYerzhan Kassymov: opening remarks.",
        "Programme\n\nModerator: Yerzhan Kassymov, Ambassador of Kazakhstan.",
    ],
)
def test_a_line_of_a_programme_is_no_speech(text: str) -> None:
    assert read(text, "en").quotes == set()


def test_a_title_before_the_colon_that_nobody_holds_gives_the_speech_to_nobody_else() -> None:
    text = (
        "Елші Ержан Қасымов рәсімге қатысты. Президент: «Біз достықты дамытуға дайынбыз», – деді."
    )
    assert read(text, "kk").quotes == set()


def test_a_diplomat_of_one_state_is_nobody_of_another() -> None:
    text = (
        "Өзбекстан Сыртқы істер министрі Одил Камолов сөз сөйледі.\n"
        "«Біз достықты бірге дамытуға дайынбыз», – деп атап өтті Қазақстан дипломаты."
    )
    assert read(text, "kk").quotes == set()
