"""Bodies that a release names: known ones, those it describes, and what they are called."""

from __future__ import annotations

import pytest
from extract.reading import read

from graphkit.model import Kind, Relation

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("language", "text", "body", "alias"),
    [
        ("kk", "Түркі мемлекеттері ұйымы (ТМҰ) жиын өткізді.", "ots", "ТМҰ"),
        ("ru", "Организация тюркских государств (ОТГ) провела саммит.", "ots", "ОТГ"),
        (
            "en",
            "The Foreign, Commonwealth and Development Office (FCDO) issued a statement.",
            "gb/fcdo",
            "FCDO",
        ),
        (
            "ru",
            "Международный центр водных проектов (МЦВП) открыл конкурс.",
            "Международный центр водных проектов",
            "МЦВП",
        ),
        (
            "en",
            "The Centre for Silk Road Studies (CSRS) opened its doors.",
            "Centre for Silk Road Studies",
            "CSRS",
        ),
        (
            "en",
            "The All-Party Parliamentary Group on Central Asia (APPG) met.",
            "All-Party Parliamentary Group on Central Asia",
            "APPG",
        ),
    ],
    ids=["kk-known", "ru-known", "en-known", "ru-unknown", "en-unknown", "en-group"],
)
def test_a_short_name_in_brackets_is_an_alias(
    language: str, text: str, body: str, alias: str
) -> None:
    assert alias in {n.text for n in read(text, language).find(body).names}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "kk",
            "Қазақстан Сыртқы істер министрлігі мәлімдеме жасады. Министрлік құжатты "
            "жариялады. СІМ түсінік берді.",
        ),
        (
            "ru",
            "Министерство иностранных дел Казахстана выступило с заявлением. Министерство "
            "опубликовало документ. МИД дал пояснения.",
        ),
        (
            "en",
            "The Ministry of Foreign Affairs of Kazakhstan issued a statement. The Ministry "
            "published a document. The MFA gave details.",
        ),
    ],
    ids=["kk", "ru", "en"],
)
def test_a_common_noun_and_an_abbreviation_point_back_to_the_ministry(
    language: str, text: str
) -> None:
    reading = read(text, language)
    [ministry] = [r.id for r in reading.extraction.referents if r.kind is Kind.MINISTRY]
    assert len([m for m in reading.extraction.mentions if m.referent == ministry]) == 3


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Министрлік құжатты жариялады."),
        ("ru", "Комитет опубликовал документ."),
        ("en", "The committee published a document."),
    ],
    ids=["kk", "ru", "en"],
)
def test_a_common_noun_that_points_to_nothing_is_no_body(language: str, text: str) -> None:
    assert read(text, language).extraction.referents == ()


@pytest.mark.parametrize(
    ("language", "text", "ministry"),
    [
        (
            "kk",
            "Германияның Әділет министрі Клаус Вебер келді.",
            "Германия Әділет министрлігі",
        ),
        (
            "ru",
            "Министр юстиции Германии Клаус Вебер прибыл.",
            "Министерство юстиции Германии",
        ),
        (
            "en",
            "Minister of Justice of Germany Klaus Weber arrived.",
            "Ministry of Justice of Germany",
        ),
    ],
    ids=["kk", "ru", "en"],
)
def test_a_minister_implies_a_ministry_with_its_proper_name(
    language: str, text: str, ministry: str
) -> None:
    reading = read(text, language)
    [body] = [r for r in reading.extraction.referents if r.kind is Kind.MINISTRY]
    assert body.implied
    assert ministry in {n.text for n in body.names}
    assert reading.objects(Relation.OF_COUNTRY, body.id) == {"DE"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Мәжіліс делегациясы Токиоға барды.", "Мәжіліс делегациясы"),
        ("Бундестаг делегациясымен кездесу өтті.", "Бундестаг делегациясы"),
    ],
)
def test_a_kazakh_delegation_is_called_by_its_owner(text: str, name: str) -> None:
    reading = read(text, "kk")
    [delegation] = [r for r in reading.extraction.referents if r.kind is Kind.DELEGATION]
    assert name in {n.text for n in delegation.names}


@pytest.mark.xfail(strict=True, reason="the owned noun loses its ending: «Мәжілістің делегация»")
def test_every_name_of_an_owned_kazakh_body_has_the_ending_that_its_owner_asks_for() -> None:
    reading = read("Мәжіліс делегациясы Токиоға барды.", "kk")
    [delegation] = [r for r in reading.extraction.referents if r.kind is Kind.DELEGATION]
    assert all(n.text.endswith("делегациясы") for n in delegation.names)


def test_the_office_of_a_governor_is_not_named_after_the_whole_country() -> None:
    reading = read("Ақтөбе облысының әкімі Асқар Бектұров есеп берді.", "kk")
    names = {n.text for r in reading.extraction.referents for n in r.names}
    assert not names & {"Қазақстан әкімдігі", "Қазақстанның әкімдігі"}


@pytest.mark.xfail(strict=True, reason="a department called as another state's ministry becomes it")
def test_a_department_that_a_ministry_owns_is_no_ministry() -> None:
    text = "The Department of Energy of the Ministry of Industry of Kazakhstan published a report."
    assert read(text, "en").of_kind(Kind.MINISTRY) == {"ministry-of-industry"}


@pytest.mark.parametrize(
    ("language", "text", "chamber"),
    [
        ("kk", "Италия Сенаты шартты бекітті. Сенат келесі аптада жиналады.", "it/senate"),
        ("ru", "Сенат Италии ратифицировал договор. Сенат соберётся через неделю.", "it/senate"),
        (
            "en",
            "The Senate of Italy ratified the treaty. The Senate will sit next week.",
            "it/senate",
        ),
    ],
    ids=["kk", "ru", "en"],
)
def test_a_bare_name_means_the_chamber_named_before(language: str, text: str, chamber: str) -> None:
    assert read(text, language, publisher="senato.it").of_kind(Kind.CHAMBER) == {chamber}


@pytest.mark.xfail(strict=True, reason="a plural that opens speech is read as a name")
def test_parliaments_in_general_are_no_parliament() -> None:
    text = 'Guests came from Kyrgyzstan. She told the guests: "Parliaments bring nations together."'
    assert read(text, "en").of_kind(Kind.PARLIAMENT) == set()


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "Жиынға Экспортты дамыту агенттігінің директоры Арман Сейтқали келді.",
            "Экспортты дамыту агенттігі",
        ),
        (
            "Жиынға «Ақ босаға» этномәдени бірлестіктер қауымдастығының төрайымы Анна Хон келді.",
            "«Ақ босаға» этномәдени бірлестіктер қауымдастығы",
        ),
        (
            "Кездесуге Конрад Аденауэр атындағы қордың директоры Томас Краус қатысты.",
            "Конрад Аденауэр атындағы қор",
        ),
        (
            "Жиынға «Вассоюз» қырғыз этномәдени бірлестігінің төрағасы Шерали Жұмаев келді.",
            "«Вассоюз» қырғыз этномәдени бірлестігі",
        ),
    ],
    ids=["object", "plural", "person", "people"],
)
def test_a_kazakh_name_reaches_over_objects_and_plurals_inside_it(text: str, body: str) -> None:
    assert body in {n.text for r in read(text, "kk").extraction.referents for n in r.names}


def test_the_security_council_is_the_united_nations_where_these_are_named() -> None:
    text = "БҰҰ Бас хатшысы келді. Ол Қауіпсіздік Кеңесінде сөз сөйледі."
    assert "un-security-council" in read(text, "kk").of_kind(Kind.INTERNATIONAL_ORGANIZATION)
    alone = "Ол Қауіпсіздік Кеңесінде сөз сөйледі."
    assert read(alone, "kk").of_kind(Kind.INTERNATIONAL_ORGANIZATION) == set()
