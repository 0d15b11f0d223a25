"""Which titles belong to which names: before, behind, in lists and in rows."""

from __future__ import annotations

import pytest
from extract.reading import read

pytestmark = pytest.mark.model
FOREIGN = "minister in ministry-of-foreign-affairs of KZ"
JUSTICE = "minister in ministry-of-justice of DE"
MP = "member_of_parliament in kz/majilis of KZ"


def case(language: str, name: str, text: str, person: str, *posts: str) -> object:
    return pytest.param(language, text, person, set(posts), id=f"{language}-{name}")


BEFORE = [
    case(
        "kk",
        "minister",
        "Астанада Қазақстан Республикасының Сыртқы істер министрі Дәурен Сәбитов "
        "баспасөз мәслихатын өткізді.",
        "Дәурен Сәбитов",
        FOREIGN,
    ),
    case(
        "ru",
        "minister",
        "Министр иностранных дел Казахстана Даурен Сабитов провёл брифинг в Астане.",
        "Даурен Сабитов",
        FOREIGN,
    ),
    case(
        "en",
        "minister",
        "Foreign Minister of Kazakhstan Dauren Sabitov held a briefing in Astana.",
        "Dauren Sabitov",
        FOREIGN,
    ),
    case(
        "ru",
        "adjective-of-a-country",
        "Немецкий министр юстиции Клаус Вебер прибыл в Алматы.",
        "Клаус Вебер",
        JUSTICE,
    ),
    case(
        "en",
        "adjective-of-a-country",
        "The German Minister of Justice, Klaus Weber, arrived in Almaty.",
        "Klaus Weber",
        JUSTICE,
    ),
    case(
        "en",
        "possessive",
        "Kazakhstan's Minister of Energy Bolat Serikov spoke at the forum.",
        "Bolat Serikov",
        "minister in ministry-of-energy of KZ",
    ),
    case(
        "kk",
        "speaker-of-a-chamber",
        "Ұлыбритания Қауымдар палатасының Спикері Джон Харлоу Астанаға келді.",
        "Джон Харлоу",
        "speaker in gb/house-of-commons of GB",
    ),
    case(
        "ru",
        "speaker-of-a-chamber",
        "Спикер Палаты общин Великобритании Джон Харлоу прибыл в Астану.",
        "Джон Харлоу",
        "speaker in gb/house-of-commons of GB",
    ),
    case(
        "en",
        "speaker-of-a-chamber",
        "The Speaker of the UK House of Commons, John Harlow, arrived in Astana.",
        "John Harlow",
        "speaker in gb/house-of-commons of GB",
    ),
    case(
        "kk",
        "president",
        "Қазақстан Президенті Асқар Бектұров келіссөз жүргізді.",
        "Асқар Бектұров",
        "president of KZ",
    ),
    case(
        "ru",
        "president",
        "Президент Узбекистана Анвар Юсупов провёл переговоры.",
        "Анвар Юсупов",
        "president of UZ",
    ),
    case(
        "en",
        "president",
        "President of Uzbekistan Anvar Yusupov held talks.",
        "Anvar Yusupov",
        "president of UZ",
    ),
]

AFTER = [
    case(
        "kk",
        "nested-owners",
        "Салтанат Әлиева, Сенаттың Халықаралық қатынастар комитетінің төрайымы.",
        "Салтанат Әлиева",
        "head_of_body in Сенаттың Халықаралық қатынастар комитеті of KZ",
    ),
    case(
        "ru",
        "comma",
        "В беседе участвовала Салтанат Алиева, председатель Мажилиса Парламента Казахстана.",
        "Салтанат Алиева",
        "speaker in kz/majilis of KZ",
    ),
    case(
        "en",
        "comma",
        "Saltanat Aliyeva, Chair of the Senate of Kazakhstan, took part in the talks.",
        "Saltanat Aliyeva",
        "speaker in kz/senate of KZ",
    ),
    case(
        "en",
        "letters-and-comma",
        "The delegation was received by Jane Harlow MP, Minister of State at the Foreign, "
        "Commonwealth and Development Office.",
        "Jane Harlow",
        "member_of_parliament",
        "minister in gb/fcdo of GB",
    ),
    case(
        "ru", "dash", "Анна Вебер – посол Германии в Казахстане.", "Анна Вебер",
        "ambassador of DE to KZ",
    ),
    case(
        "ru",
        "bracket",
        "Выступил Клаус Вебер (министр юстиции Германии).",
        "Клаус Вебер",
        JUSTICE,
    ),
]  # fmt: skip

LISTS = [
    case(
        "kk",
        "semicolons",
        "Жиынға Қазақстан Президенті Асқар Бектұров; Өзбекстан Президенті Анвар Юсупов; "
        "Түрікменстан Президенті Мерет Аннаев қатысты.",
        "Анвар Юсупов",
        "president of UZ",
    ),
    case(
        "ru",
        "semicolons",
        "В состав вошли: депутат Мажилиса Ержан Касымов; депутат Сената Гульнара Оспанова; "
        "посол Казахстана в Италии Марат Жанибеков.",
        "Гульнара Оспанова",
        "member_of_parliament in kz/senate of KZ",
    ),
    case(
        "en",
        "semicolons",
        "Taking part were: Bolat Serikov, Minister of Energy of Kazakhstan; Anvar Yusupov, "
        "Minister of Health of Uzbekistan; and Jane Harlow, US Ambassador to Kazakhstan.",
        "Anvar Yusupov",
        "minister in ministry-of-health of UZ",
    ),
    case(
        "kk",
        "plural-title",
        "Мәжіліс депутаттары Ержан Қасымов пен Гүлнар Оспанова мектепке барды.",
        "Гүлнар Оспанова",
        MP,
    ),
    case(
        "ru",
        "plural-title",
        "Депутаты Мажилиса Ержан Касымов и Гульнара Оспанова посетили школу.",
        "Гульнара Оспанова",
        MP,
    ),
    case(
        "en",
        "plural-title",
        "Members of the Mazhilis Yerzhan Kassymov and Gulnara Ospanova visited a school.",
        "Gulnara Ospanova",
        MP,
    ),
]


@pytest.mark.parametrize(("language", "text", "person", "posts"), BEFORE)
def test_a_title_before_a_name_is_its_post(
    language: str, text: str, person: str, posts: set[str]
) -> None:
    assert read(text, language).posts(person) == posts


@pytest.mark.parametrize(("language", "text", "person", "posts"), AFTER)
def test_a_title_after_a_name_is_its_post(
    language: str, text: str, person: str, posts: set[str]
) -> None:
    assert read(text, language).posts(person) == posts


@pytest.mark.parametrize(("language", "text", "person", "posts"), LISTS)
def test_each_name_of_a_list_has_its_own_title(
    language: str, text: str, person: str, posts: set[str]
) -> None:
    assert read(text, language).posts(person) == posts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Анна Вебер Германия Әділет министріне жоспар туралы айтты."),
        ("ru", "Анна Вебер рассказала министру юстиции Германии о плане."),
        ("en", "Anna Weber told the Minister of Justice of Germany about the plan."),
        ("en", "Anna Weber, daughter of the President of Germany, opened the show."),
        ("ru", "Встречу провела Анна Вебер. Министр юстиции Германии в ней не участвовал."),
        ("en", "The talks were led by Anna Weber. The Justice Minister of Germany was not there."),
        ("ru", "Министр юстиции Германии Клаус Беккер и Анна Вебер посетили завод."),
    ],
    ids=["kk", "ru", "en", "en-kin", "ru-next-sentence", "en-next-sentence", "ru-and"],
)
def test_a_title_of_somebody_else_is_no_post(language: str, text: str) -> None:
    reading = read(text, language)
    [person] = [name for name in reading.persons if name.endswith(("Вебер", "Weber"))]
    assert reading.posts(person) == set()


def test_a_head_noun_left_out_in_a_list_is_that_of_the_item_before() -> None:
    text = (
        "В церемонии участвовали посол Японии – Кэндзи Морита, Франции – Люк Бертран, "
        "Италии – Марко Риччи."
    )
    reading = read(text, "ru")
    assert reading.posts("Кэндзи Морита") == {"ambassador of JP"}
    assert reading.posts("Люк Бертран") == {"ambassador of FR"}
    assert reading.posts("Марко Риччи") == {"ambassador of IT"}


def test_a_plural_title_of_two_countries_is_shared_out_in_order() -> None:
    text = (
        "Состоялась встреча с президентами Кыргызстана и Узбекистана Азаматом Токоевым "
        "и Анваром Юсуповым."
    )
    reading = read(text, "ru")
    assert reading.posts("Азамат Токоев") == {"president of KG"}
    assert reading.posts("Анвар Юсупов") == {"president of UZ"}


@pytest.mark.parametrize(
    "title",
    [
        "the Deputy Prime Minister – Minister of Foreign Affairs of Kazakhstan",
        "Minister of Foreign Affairs of Kazakhstan",
    ],
    ids=["double", "single"],
)
def test_in_a_row_of_titles_and_names_each_title_is_of_the_name_behind_it(title: str) -> None:
    text = (
        f"They met the Speaker of the Senate of Kazakhstan, Askar Bekturov, {title}, Dauren "
        "Sabitov, and the UK Ambassador to Kazakhstan, Kathleen Hart."
    )
    reading = read(text, "en")
    assert reading.posts("Askar Bekturov") == {"speaker in kz/senate of KZ"}
    assert FOREIGN in reading.posts("Dauren Sabitov")


def test_a_plural_title_behind_an_earlier_name_is_of_all_whose_names_follow() -> None:
    text = (
        "Кездесуге Қазақстанның Елшісі Арман Сейтқали және Ұлттық ассамблея депутаттары "
        "Пак Сон Мин мен Ли Сын Чжу қатысты. Қонақтар Корея Республикасынан келді."
    )
    reading = read(text, "kk")
    for person in ("Пак Сон Мин", "Ли Сын Чжу"):
        [post] = reading.posts(person)
        assert post.startswith("member_of_parliament")


@pytest.mark.parametrize(
    ("text", "person", "post"),
    [
        (
            "Chair of the Committee on Budget, Margaret Okafor, opened the session.",
            "Margaret Okafor",
            "head_of_body in Committee on Budget",
        ),
        (
            "Ambassador of Kazakhstan to Slovenia (with residence in Vienna) Aigerim Suleimenova "
            "spoke.",
            "Aigerim Suleimenova",
            "ambassador of KZ to SI",
        ),
        (
            "They met Adviser to the President Abdulaziz Komilov.",
            "Abdulaziz Komilov",
            "adviser",
        ),
        (
            "The Taoiseach, Cormac Brennan TD, spoke about Ireland.",
            "Cormac Brennan",
            "prime_minister of IE",
        ),
        (
            "The talks were attended by Anna Ito, State Minister for Foreign Affairs of Japan, "
            "Ken Matsuo, Director of the European Department, and others.",
            "Ken Matsuo",
            "head_of_body in European Department",
        ),
    ],
    ids=["framed", "bracket", "to-a-title", "irish", "not-the-next-name"],
)
def test_english_titles_find_their_names(text: str, person: str, post: str) -> None:
    assert post in {p.split(" of JP")[0] for p in read(text, "en").posts(person)}


def test_a_speakers_list_makes_nobody_speaker_of_parliament() -> None:
    text = "Speakers: Birgitta Nordahl, Director of the Nordic Institute."
    assert not any("speaker" in post for post in read(text, "en").posts("Birgitta Nordahl"))


def test_sultan_is_a_given_name_before_a_family_name() -> None:
    reading = read("Dr. Sultan Al Jaber, Minister of Industry, spoke in Abu Dhabi.", "en")
    assert reading.persons == {"Sultan Al Jaber"}
    assert not any("monarch" in post for post in reading.posts("Sultan Al Jaber"))
