"""What a title says: role, body, country, accreditation."""

from __future__ import annotations

import pytest
from extract.reading import read

pytestmark = pytest.mark.model
FOREIGN = "minister in ministry-of-foreign-affairs of KZ"
EX = pytest.mark.xfail(strict=True, reason="«экс-» makes a title unknown: the post is lost")
JUSTICE = "minister in ministry-of-justice of DE"
DEPUTY = "deputy_minister in ministry-of-foreign-affairs of KZ"


def case(language: str, name: str, text: str, person: str, *posts: str) -> object:
    return pytest.param(language, text, person, set(posts), id=f"{language}-{name}")


DEPUTIES = [
    case(
        "kk",
        "of-a-minister",
        "Қазақстан Сыртқы істер министрінің орынбасары Айгүл Нұрланова делегацияны қабылдады.",
        "Айгүл Нұрланова",
        DEPUTY,
    ),
    case(
        "ru",
        "of-a-minister",
        "Заместитель министра иностранных дел Казахстана Айгуль Нурланова приняла делегацию.",
        "Айгуль Нурланова",
        DEPUTY,
    ),
    case(
        "en",
        "of-a-minister",
        "Deputy Minister of Foreign Affairs of Kazakhstan Aigul Nurlanova received the delegation.",
        "Aigul Nurlanova",
        DEPUTY,
    ),
    case(
        "kk",
        "of-a-chair",
        "Сенат төрағасының орынбасары Айбек Төлегенов қонақтармен кездесті.",
        "Айбек Төлегенов",
        "deputy_speaker in kz/senate of KZ",
    ),
    case(
        "ru",
        "of-a-chair",
        "Заместитель председателя Сената Парламента Казахстана Айбек Толегенов встретился "
        "с гостями.",
        "Айбек Толегенов",
        "deputy_speaker in kz/senate of KZ",
    ),
    case(
        "en",
        "of-a-chair",
        "The Deputy Speaker of the Senate of Kazakhstan, Aibek Tolegenov, met the guests.",
        "Aibek Tolegenov",
        "deputy_speaker in kz/senate of KZ",
    ),
    case(
        "ru",
        "first",
        "Первый заместитель премьер-министра Узбекистана Анвар Юсупов посетил Алматы.",
        "Анвар Юсупов",
        "first_deputy_head_of_government of UZ",
    ),
    case(
        "ru",
        "adviser",
        "Советник Президента Казахстана Марат Жанибеков выступил на форуме.",
        "Марат Жанибеков",
        "adviser of KZ",
    ),
]

ENVOYS = [
    case(
        "kk",
        "stacked-countries",
        "АҚШ-тың Қазақстандағы елшісі Джейн Харлоу Сенатқа келді.",
        "Джейн Харлоу",
        "ambassador of US to KZ",
    ),
    case(
        "kk",
        "plenipotentiary",
        "Германияның Өзбекстандағы Төтенше және өкілетті елшісі Клаус Вебер сөз сөйледі.",
        "Клаус Вебер",
        "ambassador of DE to UZ",
    ),
    case(
        "ru",
        "stacked-countries",
        "Посол США в Казахстане Джейн Харлоу посетила Сенат.",
        "Джейн Харлоу",
        "ambassador of US to KZ",
    ),
    case(
        "ru",
        "plenipotentiary",
        "Чрезвычайный и Полномочный Посол Республики Казахстан в Федеративной Республике "
        "Германия Марат Жанибеков вручил грамоты.",
        "Марат Жанибеков",
        "ambassador of KZ to DE",
    ),
    case(
        "en",
        "stacked-countries",
        "The US Ambassador to Kazakhstan, Jane Harlow, visited the Senate.",
        "Jane Harlow",
        "ambassador of US to KZ",
    ),
    case(
        "en",
        "of-and-to",
        "Ambassador of Japan to the Kyrgyz Republic Kenji Morita opened the exhibition.",
        "Kenji Morita",
        "ambassador of JP to KG",
    ),
    case(
        "ru",
        "to-an-organisation",
        "Постоянный представитель Казахстана при ООН Марат Жанибеков выступил.",
        "Марат Жанибеков",
        "permanent_representative of KZ to un",
    ),
    case(
        "kk",
        "to-an-organisation",
        "Қазақстанның БҰҰ жанындағы тұрақты өкілі Марат Жәнібеков сөйледі.",
        "Марат Жәнібеков",
        "permanent_representative of KZ to un",
    ),
    case(
        "en",
        "to-an-organisation",
        "Permanent Representative of Kazakhstan to the United Nations Marat Zhanibekov spoke.",
        "Marat Zhanibekov",
        "permanent_representative of KZ to un",
    ),
    case(
        "ru",
        "charge-d-affaires",
        "Временный поверенный в делах США в Казахстане Джейн Харлоу посетила школу.",
        "Джейн Харлоу",
        "charge_daffaires of US to KZ",
    ),
    case(
        "en",
        "consul",
        "Consul General of Kazakhstan in Istanbul Marat Zhanibekov spoke.",
        "Marat Zhanibekov",
        "consul_general of KZ",
    ),
]


@pytest.mark.parametrize(("language", "text", "person", "posts"), DEPUTIES)
def test_a_title_under_a_title_is_a_deputy_or_adviser(
    language: str, text: str, person: str, posts: set[str]
) -> None:
    assert read(text, language).posts(person) == posts


@pytest.mark.parametrize(("language", "text", "person", "posts"), ENVOYS)
def test_an_ambassador_has_a_country_that_sends_and_one_that_receives(
    language: str, text: str, person: str, posts: set[str]
) -> None:
    assert read(text, language).posts(person) == posts


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        (
            "kk",
            "Қазақстан Премьер-министрінің орынбасары – Сыртқы істер министрі Дәурен Сәбитов "
            "Бішкекке барды.",
            "Дәурен Сәбитов",
        ),
        (
            "ru",
            "Заместитель Премьер-Министра – министр иностранных дел Казахстана Даурен Сабитов "
            "посетил Бишкек.",
            "Даурен Сабитов",
        ),
        (
            "en",
            "Deputy Prime Minister and Minister of Foreign Affairs of Kazakhstan Dauren Sabitov "
            "visited Bishkek.",
            "Dauren Sabitov",
        ),
    ],
    ids=["kk", "ru", "en"],
)
def test_two_posts_of_one_person_share_the_country(language: str, text: str, person: str) -> None:
    assert read(text, language).posts(person) == {FOREIGN, "deputy_head_of_government of KZ"}


def test_his_majesty_is_the_king_of_the_united_kingdom() -> None:
    text = "His Majesty's Ambassador to Uzbekistan, Edward Langley, hosted a reception."
    at_home = read(text, "en", publisher="www.gov.uk")
    assert at_home.posts("Edward Langley") == {"ambassador of GB to UZ"}
    assert read(text, "en").posts("Edward Langley") == {"ambassador to UZ"}  # Jordan has one too


@pytest.mark.parametrize(
    ("language", "text", "person", "post"),
    [
        (
            "ru",
            "Руководитель Администрации Президента Казахстана Марат Жанибеков выступил.",
            "Марат Жанибеков",
            "head_of_body in kz/presidential-administration of KZ",
        ),
        (
            "ru",
            "Пресс-секретарь МИД Казахстана Марат Жанибеков провёл брифинг.",
            "Марат Жанибеков",
            "spokesperson in ministry-of-foreign-affairs of KZ",
        ),
        (
            "kk",
            "Қазақстан СІМ басшысы Дәурен Сәбитов келді.",
            "Дәурен Сәбитов",
            FOREIGN,
        ),
        (
            "ru",
            "Глава внешнеполитического ведомства Казахстана Даурен Сабитов прибыл.",
            "Даурен Сабитов",
            FOREIGN,
        ),
        (
            "en",
            "The head of the Kazakh Foreign Ministry, Dauren Sabitov, arrived.",
            "Dauren Sabitov",
            FOREIGN,
        ),
        (
            "en",
            "UN Secretary-General Maria Santos visited Almaty.",
            "Maria Santos",
            "secretary_general in un",
        ),
        (
            "kk",
            "Депутат Ержан Қасымов Мәжілісте сауал жолдады.",
            "Ержан Қасымов",
            "member_of_parliament in kz/majilis of KZ",
        ),
        (
            "en",
            "Senator John Harlow (Republican) of the US Senate spoke.",
            "John Harlow",
            "senator in us/senate of US",
        ),
        (
            "en",
            "Baroness Whitmore, a member of the House of Lords, spoke.",
            "Whitmore",
            "member_of_parliament in gb/house-of-lords of GB",
        ),
    ],
    ids=[
        "ru-administration", "ru-spokesperson", "kk-head", "ru-head", "en-head", "en-secretary",
        "kk-bare-deputy", "en-senator", "en-peer",
    ],
)  # fmt: skip
def test_a_role_takes_its_kind_from_the_body(
    language: str, text: str, person: str, post: str
) -> None:
    assert read(text, language).posts(person) == {post}


@pytest.mark.parametrize(
    ("language", "text", "person", "post"),
    [
        pytest.param(
            "kk",
            "Экс-министр Қайрат Ахметов сөйледі.",
            "Қайрат Ахметов",
            "former minister",
            marks=EX,
        ),
        (
            "ru",
            "Экс-министр юстиции Германии Клаус Вебер выступил.",
            "Клаус Вебер",
            f"former {JUSTICE}",
        ),
        pytest.param(
            "en",
            "Ex-President of Mongolia Bat Erdene spoke.",
            "Bat Erdene",
            "former president of MN",
            marks=EX,
        ),
    ],
    ids=["kk", "ru", "en"],
)
def test_an_ex_minister_is_a_former_one(language: str, text: str, person: str, post: str) -> None:
    assert read(text, language).posts(person) == {post}


@pytest.mark.xfail(strict=True, reason="«по совместительству» cuts the title from its name")
def test_an_ambassador_may_be_accredited_to_a_second_state() -> None:
    text = "Посол Казахстана в Италии, по совместительству на Мальте Марат Жанибеков выступил."
    assert read(text, "ru").posts("Марат Жанибеков") == {"ambassador of KZ to IT+MT"}


def test_a_guest_senator_is_no_member_of_the_hosts_lower_house() -> None:
    text = (
        "The Italy-Kazakhstan Parliamentary Friendship Group led by Senator Marco Ricci visited "
        "the Mazhilis."
    )
    posts = read(text, "en").posts("Marco Ricci")
    assert not any("kz/majilis" in post for post in posts)


def test_who_chairs_a_group_in_a_chamber_does_not_chair_the_chamber() -> None:
    text = (
        "Оған Ұлыбритания Парламентінің Қауымдар палатасындағы Қазақстан жөніндегі "
        "бүкілпартиялық топтың төрағасы Джон Харлоу қатысты."
    )
    assert "speaker in gb/house-of-commons of GB" not in read(text, "kk").posts("Джон Харлоу")


@pytest.mark.parametrize(
    "department",
    [
        "Департамента Европы",
        "Департамента международных организаций",
    ],
    ids=["region", "organisations"],
)
def test_who_heads_a_department_of_a_ministry_is_no_minister(department: str) -> None:
    text = f"В беседе участвовал директор {department} МИД Узбекистана Шухрат Каримов."
    [post] = read(text, "ru").posts("Шухрат Каримов")
    assert post.startswith("head_of_body in Департамент")


def test_a_guest_mp_is_no_member_of_the_hosts_senate() -> None:
    text = (
        "Tom Barclay MP (Conservative) met the Speaker of the Senate of Kazakhstan, Askar Bekturov."
    )
    assert read(text, "en").posts("Tom Barclay") == {"member_of_parliament"}


@pytest.mark.parametrize(
    ("text", "person", "post"),
    [
        (
            "Төтенше және Өкілетті елшілер Люк Ванден (Бельгия Корольдігі), Ом Сон Хи (Корея "
            "Республикасы) келді.",
            "Ом Сон Хи",
            "ambassador of KR",
        ),
        (
            "Жиынға Венгрия Ұлттық экономика министрлігінің мемлекеттік хатшысы Габор Надь келді.",
            "Габор Надь",
            "deputy_minister in ministry-of-national-economy of HU",
        ),
        (
            "Венгрияның Сыртқы экономика және сыртқы істер министрі Балаж Ковач келді.",
            "Балаж Ковач",
            "minister in ministry-of-foreign-affairs of HU",
        ),
        ("Премьер-Министр Арман Сейтқали келді.", "Арман Сейтқали", "prime_minister of KZ"),
        (
            "Жиынға «Жас толқын» шеберханасының президенті Людмила Хон келді.",
            "Людмила Хон",
            "",
        ),
    ],
    ids=["brackets", "state-secretary", "portfolio", "home", "owner-not-understood"],
)
def test_kazakh_words_around_a_title_say_of_what_it_is(text: str, person: str, post: str) -> None:
    assert " ".join(read(text, "kk").posts(person)) == post


def test_a_governments_head_is_of_his_own_state_where_two_governments_are_named() -> None:
    text = (
        "Отырысқа Ресей Үкіметінің Төрағасы Михаил Орлов пен Қазақстан Үкіметінің басшысы "
        "Арман Сейтқали қатысты."
    )
    reading = read(text, "kk")
    [russian] = reading.posts("Михаил Орлов")
    [kazakh] = reading.posts("Арман Сейтқали")
    assert (russian[-2:], kazakh[-2:]) == ("RU", "KZ")


@pytest.mark.parametrize(
    ("text", "person", "post"),
    [
        (
            "The Speaker of the Milli Majlis, Sevda Huseynova, and Foreign Minister Elchin "
            "Babazade visited Hungary.",
            "Elchin Babazade",
            "minister in ministry-of-foreign-affairs of AZ",
        ),
        (
            "Finland welcomed Batyr Annaev, Deputy Chairman of the Cabinet of Ministers and "
            "Minister for Foreign Affairs of Turkmenistan.",
            "Batyr Annaev",
            "deputy_head_of_government in Cabinet of Ministers of TM",
        ),
    ],
    ids=["before", "behind"],
)
def test_a_row_of_titles_is_of_the_state_that_one_of_them_names(
    text: str, person: str, post: str
) -> None:
    assert post in read(text, "en").posts(person)


def test_a_bare_title_is_of_the_state_that_a_fuller_one_names_elsewhere() -> None:
    text = (
        "Foreign Minister Ulan Toktogulov came to Washington. Officials of the United States "
        "welcomed Ulan Toktogulov, Minister of Foreign Affairs of the Kyrgyz Republic."
    )
    assert read(text, "en").posts("Ulan Toktogulov") == {
        "minister in ministry-of-foreign-affairs of KG"
    }


def test_a_title_that_only_points_back_implies_no_ministry_of_another_state() -> None:
    text = (
        "Laszlo Kerekes, former Prime Minister of Hungary, was mourned in Baku, Azerbaijan. "
        "The people of Azerbaijan remember him. He served as Minister of Finance of Hungary."
    )
    assert read(text, "en").posts("Laszlo Kerekes") == {
        "former prime_minister of HU",
        "former minister in ministry-of-finance of HU",
    }
