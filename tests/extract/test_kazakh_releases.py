"""What Kazakh releases say in the words of ministries, parliaments and presidents."""

from __future__ import annotations

import pytest

from graphkit.model import Kind, Relation
from tests.extract.reading import Reading, read


def events(reading: Reading, kind: Kind) -> list[set[str]]:
    """Return who took part in each event of a kind."""
    found = [r.id for r in reading.extraction.referents if r.kind is kind]
    return [reading.objects(Relation.ATTENDEE, event) for event in found]


def test_names_with_the_look_of_a_case_take_part() -> None:
    """«Фидан» is no ablative of «Фи», «Жээнбек» no participle."""
    reading = read(
        "Бакуде министрлердің кездесуі өтті. Оған Түркия Сыртқы істер министрі Хакан Фидан, "
        "Қырғызстан Сыртқы істер министрі Жээнбек Кулубаев қатысты.",
        "kk",
    )
    assert events(reading, Kind.MEETING) == [{"Хакан Фидан", "Жээнбек Кулубаев"}]


def test_name_with_the_look_of_a_verb_is_found_behind_a_title() -> None:
    reading = read(
        "Жапонияның Қазақстандағы елшілігінде көңіл айту кітабы ашылды. "
        "Елші Такэси Окамото алғыс айтты.",
        "kk",
    )
    assert reading.posts("Такэси Окамото") == {"ambassador in embassy of JP to KZ"}


def test_charge_daffaires_and_acting_minister_keep_their_own_titles() -> None:
    reading = read(
        "Қазақстанның Грузиядағы уақытша сенім білдірілген өкілі Данияр Сейдахметов және Грузия "
        "Сыртқы істер министрінің міндетін атқарушы Мака Бочоришвили меморандум алмасты.",
        "kk",
    )
    assert reading.posts("Данияр Сейдахметов") == {"charge_daffaires of KZ to GE"}
    assert reading.posts("Мака Бочоришвили") == {
        "acting minister in ministry-of-foreign-affairs of GE"
    }


def test_leaders_at_home_need_no_country_beside_their_title() -> None:
    reading = read(
        "Үкімет басшысы Олжас Бектенов Ресей Премьер-министрі Михаил Мишустинмен кездесті.", "kk"
    )
    assert reading.posts("Олжас Бектенов") == {"head_of_government in Үкімет of KZ"}
    assert reading.posts("Михаил Мишустин") == {"prime_minister of RU"}


def test_bare_title_in_a_row_is_of_the_guests_state() -> None:
    reading = read(
        "Отырысқа Венгрия Президенті Тамаш Шуйок және Премьер-министр Виктор Орбан қатысты.", "kk"
    )
    assert reading.posts("Виктор Орбан") == {"prime_minister of HU"}


def test_bare_title_of_a_guest_named_before_is_not_taken_for_ours() -> None:
    reading = read(
        "Мемлекет басшысы Ресей Президентімен сөйлесті. Президент Владимир Путин шақыру жолдады.",
        "kk",
    )
    assert "president of KZ" not in reading.posts("Владимир Путин")


def test_special_representative_of_the_president_serves_his_state() -> None:
    reading = read(
        "Президенттің халықаралық ынтымақтастық жөніндегі арнаулы өкілі Мұрат Қарабаев "
        "Вашингтонға барды.",
        "kk",
    )
    assert reading.posts("Мұрат Қарабаев") == {"special_representative of KZ"}


def test_plural_title_of_two_states_is_shared_out() -> None:
    reading = read(
        "Қазақстан мен Венгрия президенттері Қасым-Жомарт Тоқаев пен Тамаш Шуйок келіссөз "
        "жүргізді.",
        "kk",
    )
    assert reading.posts("Қасым-Жомарт Тоқаев") == {"president of KZ"}
    assert reading.posts("Тамаш Шуйок") == {"president of HU"}


def test_guest_on_a_visit_whose_goal_stands_before_the_verb() -> None:
    reading = read(
        "Президент Қасым-Жомарт Тоқаев ресми сапармен Қазақстанға келген Грузия Премьер-министрі "
        "Ираклий Кобахидземен кездесу өткізді.",
        "kk",
    )
    assert events(reading, Kind.VISIT) == [{"Ираклий Кобахидзе"}]
    assert events(reading, Kind.MEETING) == [{"Ираклий Кобахидзе", "Қасым-Жомарт Тоқаев"}]


def test_spokesman_who_tells_of_a_visit_does_not_go() -> None:
    reading = read(
        "Ресми өкіл Е.Жетібаев Қазақстан Президенті Қ.Тоқаевтың 20 мамырда Венгрияға ресми "
        "сапармен баратынын мәлімдеді.",
        "kk",
    )
    assert events(reading, Kind.VISIT) == [{"Қ.Тоқаев"}]


GROUP = (
    "Мәжіліс Төрағасының орынбасары Альберт Рау Германия Бундестагінің «Германия – Орталық Азия» "
    "тобымен кездесті. "
)


@pytest.mark.parametrize("words", ["құрамына {} кіреді", "құрамында {} бар"])
def test_composition_of_a_group_names_its_members(words: str) -> None:
    names = "Бундестагтың депутаттары Анна Шмидт пен Ральф Кениг"
    reading = read(f"{GROUP}Топ {words.format(names)}.", "kk")
    group = reading.only(Kind.PARLIAMENTARY_GROUP)
    assert reading.memberships("Анна Шмидт") == reading.memberships("Ральф Кениг") == {group}


@pytest.mark.parametrize(
    ("bracket", "body"),
    [
        ("«Amanat»", "kz/amanat"),
        ("«Ақ жол»", "kz/aq-jol"),
        ("Аграрлық комитет", "Аграрлық комитет"),
    ],
)
def test_brackets_behind_a_deputy_hold_his_party_or_committee(bracket: str, body: str) -> None:
    reading = read(f"Отырысты Мәжіліс депутаты Нұрлан Сейітжанов ({bracket}) жүргізді.", "kk")
    assert reading.memberships("Нұрлан Сейітжанов") == {body}


def test_group_that_is_received_in_a_house_is_no_part_of_it() -> None:
    reading = read(
        "Мәжілісте ФРГ Бундестагінің «Германия – Орталық Азия» тобымен кездесу өтті.", "kk"
    )
    group = reading.only(Kind.PARLIAMENTARY_GROUP)
    assert reading.parts(group) == {"de/parliament"}
    assert "Мәжілісте" not in group


def test_sitting_that_somebody_chairs_is_the_meeting_told_before() -> None:
    reading = read(
        "Мәжілісте «Қазақстан – Франция» ынтымақтастық тобының Франция Сенаты делегациясымен "
        "кездесуі өтті. Отырысты топ жетекшісі Мадина Сейдахметова жүргізді.",
        "kk",
    )
    assert events(reading, Kind.CONFERENCE) == []


def test_leader_of_a_delegation_and_its_members_travel_with_it() -> None:
    reading = read(
        "Сенат Төрағасының орынбасары Бақытжан Ермеков бастаған парламент делегациясы Словенияға "
        "ресми сапармен барды. Делегация құрамына сенаторлар Марат Қожаев пен Дина Есімова кірді.",
        "kk",
    )
    (guests,) = events(reading, Kind.VISIT)
    assert {"Бақытжан Ермеков", "Марат Қожаев", "Дина Есімова"} <= guests


def test_whom_a_guest_meets_on_his_visit_does_not_travel() -> None:
    reading = read(
        "Қазақстан Президенті Қ.Тоқаев 20 мамырда Венгрияға ресми сапармен барады. Сапар аясында "
        "Венгрия Президенті Тамаш Шуйокпен келіссөздер жоспарланған.",
        "kk",
    )
    assert events(reading, Kind.VISIT) == [{"Қ.Тоқаев"}]


def test_who_chairs_a_gathering_takes_part_however_long_its_name() -> None:
    reading = read(
        "Бакуде Әзербайжанның Сыртқы істер министрі Джейхун Байрамовтың төрағалығымен Түркі "
        "мемлекеттері ұйымына мүше елдердің сыртқы істер министрлерінің бейресми кездесуі өтті. "
        "Оған Түркия Сыртқы істер министрі Хакан Фидан қатысты.",
        "kk",
    )
    assert events(reading, Kind.MEETING) == [{"Джейхун Байрамов", "Хакан Фидан"}]


def test_chairman_of_a_state_is_its_head() -> None:
    reading = read("Қытай Халық Республикасының Төрағасы Си Цзиньпин Астанаға келді.", "kk")
    assert reading.posts("Си Цзиньпин") == {"head_of_state of CN"}


def test_head_of_state_without_a_title_beside_his_name_opens_the_release() -> None:
    reading = read(
        "Қасым-Жомарт Тоқаев Әзербайжан Президенті Ильхам Әлиевпен телефон арқылы сөйлесті.\n\n"
        "Мемлекет басшысы оны туған күнімен құттықтады.",
        "kk",
    )
    assert reading.posts("Қасым-Жомарт Тоқаев") == {"head_of_state of KZ"}
    assert reading.posts("Ильхам Әлиев") == {"president of AZ"}


def test_bare_secretary_general_is_that_of_the_one_organisation_named_before() -> None:
    reading = read(
        "Қазақстанның БҰҰ жанындағы Тұрақты өкілі Қайрат Омаров Бас хатшы Антониу Гутерришке сенім "
        "грамоталарын тапсырды.",
        "kk",
    )
    assert reading.posts("Антониу Гутерриш") == {"secretary_general in un"}
