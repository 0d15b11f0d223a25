"""Bodies with what surrounds them tell parts, countries and partners."""

from __future__ import annotations

import pytest
from extract.reading import read

from graphkit.model import Kind, Relation

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Қазақстан Парламентінде Қазақстан-Жапония достық тобы жұмыс істейді."),
        ("ru", "В Парламенте Казахстана действует группа дружбы с Японией."),
        ("en", "The Kazakhstan-Japan Friendship Group works in the Parliament of Kazakhstan."),
    ],
    ids=["kk", "ru", "en"],
)
def test_a_friendship_group_is_of_its_parliament_and_concerns_the_other_side(
    language: str, text: str
) -> None:
    reading = read(text, language)
    group = reading.only(Kind.FRIENDSHIP_GROUP)
    assert reading.parts(group) == {"kz/parliament"}
    assert reading.concerns(group) == {"JP"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Депутаттар «Жапония – Қазақстан» парламенттік достық тобымен кездесті."),
        (
            "ru",
            "Депутаты встретились с членами парламентской группы дружбы «Япония – Казахстан».",
        ),
        (
            "en",
            "Members of the Japan-Kazakhstan Parliamentary Friendship Group of the House of "
            "Representatives visited Astana.",
        ),
    ],
    ids=["kk", "ru", "en"],
)
def test_of_two_countries_in_a_groups_name_the_first_is_its_own(language: str, text: str) -> None:
    reading = read(text, language)
    assert reading.concerns(reading.only(Kind.FRIENDSHIP_GROUP)) == {"KZ"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "kk",
            "Ұлыбритания Парламентінде Орталық Азия елдерімен ынтымақтастық жөніндегі "
            "Көппартиялы парламенттік топ құрылды.",
        ),
        (
            "ru",
            "В Парламенте Великобритании создана Всепартийная парламентская группа "
            "по Центральной Азии.",
        ),
        (
            "en",
            "The All-Party Parliamentary Group on Central Asia was set up in the Parliament "
            "of the United Kingdom.",
        ),
    ],
    ids=["kk", "ru", "en"],
)
def test_an_all_party_group_is_of_the_parliament_in_which_it_stands(
    language: str, text: str
) -> None:
    reading = read(text, language)
    group = reading.only(Kind.ALL_PARTY_GROUP)
    assert reading.parts(group) == {"gb/parliament"}
    assert reading.concerns(group) == {"region/central-asia"}
    assert reading.countries("gb/parliament") == {"GB"}


@pytest.mark.parametrize(
    ("language", "text", "chamber", "parliament", "country"),
    [
        (
            "kk",
            "Ұлыбритания Парламентінің Лордтар палатасы заңды талқылады.",
            "gb/house-of-lords",
            "gb/parliament",
            "GB",
        ),
        (
            "ru",
            "Сенат Парламента Республики Казахстан одобрил закон.",
            "kz/senate",
            "kz/parliament",
            "KZ",
        ),
        (
            "en",
            "The House of Lords of the Parliament of the United Kingdom debated the bill.",
            "gb/house-of-lords",
            "gb/parliament",
            "GB",
        ),
    ],
    ids=["kk", "ru", "en"],
)
def test_a_chamber_is_part_of_its_parliament(
    language: str, text: str, chamber: str, parliament: str, country: str
) -> None:
    reading = read(text, language)
    assert reading.parts(chamber) == {parliament}
    assert reading.parts(parliament) == set()
    assert reading.countries(parliament) == {country}


@pytest.mark.parametrize(
    "body",
    ["House of Lords", "All-Party Parliamentary Group on Central Asia"],
    ids=["chamber", "group"],
)
def test_a_parliament_whose_country_stands_before_it_is_no_part_of_its_own_parts(body: str) -> None:
    reading = read(f"The {body} of the UK Parliament met on Monday.", "en")
    assert reading.parts("gb/parliament") == set()


@pytest.mark.parametrize(
    ("language", "text", "chamber", "country"),
    [
        ("kk", "Өзбекстан Сенаты заңды мақұлдады.", "uz/senate", "UZ"),
        ("ru", "Сенат Узбекистана одобрил закон.", "uz/senate", "UZ"),
        ("en", "The Senate of Italy ratified the agreement.", "it/senate", "IT"),
    ],
    ids=["kk", "ru", "en"],
)
def test_a_country_tells_which_of_all_senates_is_meant(
    language: str, text: str, chamber: str, country: str
) -> None:
    reading = read(text, language)
    assert reading.only(Kind.CHAMBER) == chamber
    assert reading.countries(chamber) == {country}


@pytest.mark.parametrize(
    ("language", "text", "chamber"),
    [
        (
            "kk",
            "Мәжілістің Халықаралық істер, қорғаныс және қауіпсіздік комитеті отырыс өткізді.",
            "kz/majilis",
        ),
        (
            "ru",
            "Комитет по международным делам Законодательной палаты Олий Мажлиса "
            "провёл заседание.",
            "uz/legislative-chamber",
        ),
        (
            "en",
            "The Foreign Affairs Committee of the House of Commons of the United Kingdom "
            "published a report.",
            "gb/house-of-commons",
        ),
    ],
    ids=["kk", "ru", "en"],
)  # fmt: skip
def test_a_committee_is_part_of_the_chamber_that_owns_it(
    language: str, text: str, chamber: str
) -> None:
    reading = read(text, language)
    assert reading.parts(reading.only(Kind.COMMITTEE)) == {chamber}


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("kk", "Түркия Сыртқы істер министрлігі мәлімдеме жасады.", "TR"),
        ("ru", "Министерство иностранных дел Турции выступило с заявлением.", "TR"),
        ("en", "Turkey's Ministry of Foreign Affairs issued a statement.", "TR"),
    ],
    ids=["kk", "ru", "en"],
)
def test_a_ministry_is_of_the_country_that_is_said(language: str, text: str, country: str) -> None:
    reading = read(text, language)
    assert reading.countries(reading.only(Kind.MINISTRY)) == {country}


def test_a_department_is_part_of_its_ministry() -> None:
    reading = read("Департамент Европы МИД Казахстана подготовил проект.", "ru")
    department = reading.only(Kind.GOVERNMENT_BODY)
    assert reading.parts(department) == {"ministry-of-foreign-affairs"}
    assert reading.of_kind(Kind.REGION) == set()  # Europe is only in its name


def test_a_faction_is_part_of_its_chamber() -> None:
    reading = read("Фракция «Справедливость» Мажилиса провела заседание в Астане.", "ru")
    assert reading.parts(reading.only(Kind.FACTION)) == {"kz/majilis"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Германияның Қазақстандағы елшілігі көрме ашты."),
        ("ru", "Посольство Германии в Казахстане открыло выставку."),
        ("en", "The Embassy of Germany in Kazakhstan opened an exhibition."),
    ],
    ids=["kk", "ru", "en"],
)
def test_an_embassy_is_of_the_sender_and_concerns_the_host(language: str, text: str) -> None:
    reading = read(text, language)
    embassy = reading.only(Kind.EMBASSY)
    assert reading.countries(embassy) == {"DE"}
    assert reading.concerns(embassy) == {"KZ"}


def test_each_part_of_the_structure_is_stated_by_a_passage_that_names_it() -> None:
    reading = read("Кеше Ұлыбритания Парламентінің Лордтар палатасы жиналды.", "kk")
    [claim] = reading.claims(Relation.PART_OF)
    assert reading.words(claim) == "Ұлыбритания Парламентінің Лордтар палатасы"


def test_a_group_that_visits_a_chamber_is_no_part_of_it() -> None:
    text = (
        "The All-Party Parliamentary Group on Central Asia met the Speaker of the Senate of "
        "Kazakhstan, Askar Bekturov."
    )
    reading = read(text, "en")
    assert "kz/senate" not in reading.parts(reading.only(Kind.ALL_PARTY_GROUP))


def test_a_department_is_not_passed_over() -> None:
    text = "Управление Азии МИД Узбекистана подготовило проект."
    reading = read(text, "ru")
    assert reading.parts(reading.only(Kind.GOVERNMENT_BODY)) == {"ministry-of-foreign-affairs"}
