"""How Russian releases share titles out, set asides in brackets and leave out what is known."""

from __future__ import annotations

import pytest
from extract.reading import read

from graphkit.model import Kind

pytestmark = pytest.mark.model


def test_ministers_of_two_states_stand_in_the_order_of_their_states() -> None:
    reading = read(
        "Участвовали министры иностранных дел Казахстана и Узбекистана Ермек Кошербаев и "
        "Бахтиёр Саидов. Главы внешнеполитических ведомств двух стран подписали Программу.",
        "ru",
    )
    foreign = "minister in ministry-of-foreign-affairs"
    assert reading.posts("Ермек Кошербаев") == {f"{foreign} of KZ"}
    assert reading.posts("Бахтиёр Саидов") == {f"{foreign} of UZ"}
    assert "Ермек Кошербаев schema:attendee" not in reading.describe()
    assert reading.describe().count("signing1 schema:attendee") == 2


def test_where_an_envoy_resides_stands_in_brackets_before_his_name() -> None:
    reading = read(
        "Делегацию сопровождает посол Марокко в Узбекистане (резиденция в Баку) Карим Эмбарш.",
        "ru",
    )
    assert reading.posts("Карим Эмбарш") == {"ambassador of MA to UZ"}


def test_who_invites_is_not_who_comes() -> None:
    reading = read(
        "По приглашению главы внешнеполитического ведомства Ирана министр иностранных дел "
        "Кыргызстана Асан Кулов посетил Тегеран. По поручению Президента Турции Эмре Йылмаз "
        "передал послание.",
        "ru",
    )
    assert reading.posts("Асан Кулов") == {"minister in ministry-of-foreign-affairs of KG"}
    assert reading.posts("Эмре Йылмаз") == set()


def test_a_friendship_group_needs_no_quotation_marks_around_its_states() -> None:
    reading = read(
        "На встрече был руководитель парламентской группы дружбы Узбекистан – Марокко Акмал "
        "Саидов.",
        "ru",
    )
    group = reading.only(Kind.FRIENDSHIP_GROUP)
    assert reading.concerns(group) == {"MA"}
    assert reading.posts("Акмал Саидов") == {f"head_of_body in {group} of UZ"}


def test_the_party_of_a_deputy_stands_in_brackets_and_quotation_marks() -> None:
    reading = read(
        "В состав делегации Мажилиса вошли депутаты Никита Шатов («AMANAT») и Виктор Чебан "
        "(фракция ПДС).",
        "ru",
    )
    assert "kz/amanat" in reading.memberships("Никита Шатов")
    assert "фракция ПДС" in reading.memberships("Виктор Чебан")


def test_a_delegation_goes_where_it_is_not_accredited() -> None:
    reading = read("О визите делегации Мажилиса Парламента Казахстана в Финляндию.", "ru")
    assert not reading.of_kind(Kind.INTERNATIONAL_ORGANIZATION)


def test_the_office_of_a_province_is_called_after_its_head() -> None:
    reading = read("Гостей из Узбекистана принял хоким Самаркандской области Адиз Бобоев.", "ru")
    assert reading.posts("Адиз Бобоев") == {"head_of_body in хокимият Самаркандской области of UZ"}


def test_the_parliament_of_the_town_of_a_dateline_is_not_that_of_its_guests() -> None:
    reading = read(
        "Кишинёв, 15 мая 2026 года. Члены парламентской группы дружбы с Латвией встретились с "
        "делегацией Комиссии по иностранным делам Сейма Латвийской Республики во главе с "
        "председателем Ригардсом Озолсом.\n\nВ состав молдавской группы входят депутаты Виктория "
        "Чебан и Людмила Морару. Руководит группой вице-председатель Парламента Михай Попа. В "
        "Республике Молдова гости пробудут три дня.",
        "ru",
    )
    group = reading.only(Kind.FRIENDSHIP_GROUP)
    assert reading.posts("Михай Попа") == {
        "deputy_speaker in md/parliament of MD",
        f"head_of_body in {group}",
    }
    assert reading.posts("Людмила Морару") == {"member_of_parliament in md/parliament of MD"}
    assert reading.memberships("Людмила Морару") == {group}
    assert reading.only(Kind.COMMITTEE).startswith("Комиссия по иностранным делам")


def test_a_bare_ministry_of_a_department_is_the_hosts() -> None:
    reading = read(
        "8 октября в г. Бишкек под председательством заместителя министра иностранных дел "
        "Кыргызской Республики Мээрим Асановой и заместителя министра – директора Департамента "
        "стран Азии МИД Чешской Республики Яна Ворличека состоялись консультации. Участвовал "
        "директор Третьего политического департамента МИД Нурлан Токтосунов.",
        "ru",
    )
    assert "deputy_minister in ministry-of-foreign-affairs of CZ" in reading.posts("Ян Ворличек")
    assert reading.countries("МИД") == {"KG"}
    assert reading.countries("МИД Чешской Республики") == {"CZ"}


def test_what_somebody_led_before_is_not_what_his_guest_was() -> None:
    reading = read(
        "Камчыбек Ташев, возглавлявший ранее Государственный комитет, принял посла Ирана "
        "Голама Ядегари.",
        "ru",
    )
    assert reading.posts("Голам Ядегари") == {"ambassador of IR"}


def test_a_deputy_premier_is_of_the_state_of_his_ministry() -> None:
    reading = read(
        "Астана, 14 мая 2026 года. В переговорах с Президентом Узбекистана участвовал "
        "заместитель Премьер-министра – министр национальной экономики Казахстана Серик "
        "Жуманов.",
        "ru",
    )
    assert "deputy_head_of_government of KZ" in reading.posts("Серик Жуманов")


def test_the_head_of_a_delegation_is_no_head_of_a_committee() -> None:
    reading = read(
        "Председатель Комитета Сената по обороне Содик Сафаев был в отъезде. Состоялась встреча "
        "Спикера Законодательной палаты Узбекистана Нурали Исмаилова с главой делегации.",
        "ru",
    )
    assert "attendee Содик Сафаев" not in reading.describe()


def test_the_head_of_the_foreign_office_is_the_minister_most_told_of() -> None:
    reading = read(
        "Министр иностранных дел Таджикистана Сирож Мухридов прибыл в Брюссель. Глава "
        "внешнеполитического ведомства встретился с министром иностранных дел Бельгии Максимом "
        "Прево. Участвовал начальник Управления стран Европы МИД Таджикистана Фаррух Шарифов.",
        "ru",
    )
    assert "attendee Сирож Мухридов" in reading.describe()


def test_a_committee_sits_in_the_chamber_that_its_sentence_names() -> None:
    reading = read(
        "Торага Жогорку Кенеша Нурлан Тургунбаев принял посла Катара. Посол передал приглашение "
        "Председателя Консультативного совета Катара. Участвовали заместитель Торага Нурбек "
        "Сыдыгалиев, председатель Комитета по международным делам Чынгыз Айдаров и депутат "
        "Жогорку Кенеша Дастан Бекешев.",
        "ru",
    )
    assert reading.posts("Нурбек Сыдыгалиев") == {"deputy_speaker in kg/parliament of KG"}
    assert reading.parts("Комитет по международным делам") == {"kg/parliament"}


def test_a_deputy_head_of_government_is_of_the_state_of_his_next_title() -> None:
    reading = read(
        "Заместитель Председателя Правительства – министр финансов Республики Армения Ваге "
        "Ованнисян провёл встречу.",
        "ru",
    )
    assert reading.posts("Ваге Ованнисян") == {
        "deputy_head_of_government of AM",
        "minister in ministry-of-finance of AM",
    }


def test_a_bare_deputy_minister_is_of_the_ministry_of_his_side() -> None:
    reading = read(
        "Консультации прошли между МИД Азербайджана и МИД Швейцарии. Азербайджанскую делегацию "
        "возглавил заместитель министра Фариз Рзаев, швейцарскую – заместитель министра Жан "
        "Дюбуа.",
        "ru",
    )
    assert reading.posts("Фариз Рзаев") == {"deputy_minister in ministry-of-foreign-affairs of AZ"}
    assert "AZ" not in str(reading.posts("Жан Дюбуа"))


def test_a_verb_that_opens_a_sentence_is_no_part_of_a_name() -> None:
    reading = read("Переговоры окончены. Беседовала Шахноза Абидова.", "ru")
    assert reading.persons == {"Шахноза Абидова"}


def test_an_adjective_of_a_state_may_stand_in_an_organisations_name() -> None:
    reading = read("Выступил президент Конфедерации индийской промышленности Раджив Капур.", "ru")
    assert "Конфедерация индийской промышленности" in str(reading.posts("Раджив Капур"))
