"""How Russian releases word posts: decrees, rows of guests, envoys whose noun is left out."""

from __future__ import annotations

import pytest
from extract.reading import read

from graphkit.model import Kind

pytestmark = pytest.mark.model


def test_a_decree_names_who_signs_it_and_appoints_somebody_else() -> None:
    reading = read(
        "Указом Главы государства Касенова Динара Ержановна назначена Послом Республики "
        "Казахстан в Королевстве Швеция. Распоряжением Премьер-министра РК Жумабекова Айгерим "
        "Талгатовна назначена вице-министром финансов.",
        "ru",
    )
    assert reading.posts("Касенова Динара Ержановна") == {"appointed ambassador of KZ to SE"}
    assert reading.posts("Жумабекова Айгерим Талгатовна") == {
        "appointed deputy_minister in ministry-of-finance of KZ"
    }


def test_who_acts_in_a_post_may_be_appointed_to_act() -> None:
    reading = read(
        "Исполняющим обязанности председателя Агентства по защите и развитию конкуренции "
        "назначен Рустем Ахметов.",
        "ru",
    )
    body = "kz/agency-for-protection-and-development-of-competition"
    assert reading.posts("Рустем Ахметов") == {f"acting head_of_body in {body} of KZ"}


def test_whom_a_man_meets_is_not_what_he_is() -> None:
    reading = read(
        "Министр иностранных дел Республики Беларусь Максим Рудков провел встречу с Послом "
        "Сербии. Он был принят Президентом Азербайджана.",
        "ru",
    )
    assert reading.posts("Максим Рудков") == {"minister in ministry-of-foreign-affairs of BY"}


def test_what_a_title_is_for_stands_between_it_and_the_name() -> None:
    reading = read(
        "Присутствовали Председатель Сената Парламента Казахстана Маулен Аширбаев, советник "
        "Президента Казахстана по международным делам Ерлан Нурталиев, национальный "
        "координатор Ирана по делам ШОС Мехди Сафави.",
        "ru",
    )
    assert reading.posts("Маулен Аширбаев") == {"speaker in kz/senate of KZ"}
    assert reading.posts("Ерлан Нурталиев") == {"adviser of KZ"}
    assert reading.posts("Мехди Сафави") == {"national_coordinator of IR"}


def test_a_department_of_states_is_no_part_of_their_organisation() -> None:
    reading = read(
        "Консультации провел директор Третьего департамента стран СНГ МИД России А.Н.Полещук.",
        "ru",
    )
    department = "Третий департамент стран СНГ"
    assert reading.parts(department) == {"ministry-of-foreign-affairs"}
    assert reading.posts("А.Н.Полещук") == {f"head_of_body in {department} МИД России of RU"}


@pytest.mark.parametrize("mark", [" –", ""])
def test_in_a_row_of_envoys_the_state_alone_stands_before_the_name(mark: str) -> None:
    reading = read(
        f"В зале были послы Италии{mark} Пьерджорджо Алиберти, Индонезии{mark} Сити Рухаини и "
        f"Чехии{mark} Павел Вацек.",
        "ru",
    )
    held = [reading.posts(name) for name in ("Пьерджорджо Алиберти", "Сити Рухаини", "Павел Вацек")]
    assert held == [{"ambassador of IT"}, {"ambassador of ID"}, {"ambassador of CZ"}]


def test_credentials_go_to_the_state_that_takes_them() -> None:
    reading = read(
        "Президент Узбекистана Шухрат Мирзаахмедов принял верительные грамоты у послов Италии – "
        "Пьерджорджо Алиберти и Чехии – Павла Вацека.",
        "ru",
    )
    assert reading.posts("Павел Вацек") == {"ambassador of CZ to UZ"}


def test_friends_of_a_parliament_are_a_group_of_another() -> None:
    reading = read(
        "Участвовал руководитель группы по сотрудничеству Совета Федерации с Национальным "
        "собранием Вьетнама Алексей Кондратюк, сенаторы Российской Федерации Ирина Петровская "
        "и Сергей Муратовский.",
        "ru",
    )
    group = reading.only(Kind.FRIENDSHIP_GROUP)
    assert (reading.parts(group), reading.concerns(group)) == ({"ru/federation-council"}, {"VN"})
    assert reading.posts("Алексей Кондратюк") == {f"head_of_body in {group} of RU"}
    assert reading.posts("Сергей Муратовский") == {"senator in ru/federation-council of RU"}


def test_a_minister_was_one_where_he_is_called_a_former_one() -> None:
    reading = read("Выступила экс-министр иностранных дел Австрии Урсула Плассер.", "ru")
    assert reading.posts("Урсула Плассер") == {
        "former minister in ministry-of-foreign-affairs of AT"
    }


def test_who_came_with_a_delegation_sits_in_its_parliament() -> None:
    reading = read(
        "Спикер Мажилиса встретился с председателем Великого национального собрания Турции. В "
        "состав турецкой делегации вошли вице-спикер Джеляль Адыгюзель, председатель Комитета "
        "по иностранным делам Фуат Окташ и депутаты Мехмет Шахин и Зейнеп Йылдыз.",
        "ru",
    )
    assert reading.posts("Джеляль Адыгюзель") == {"deputy_speaker in tr/parliament of TR"}
    assert reading.parts("Комитет по иностранным делам") == {"tr/parliament"}
    assert reading.posts("Зейнеп Йылдыз") == {"member_of_parliament in tr/parliament of TR"}


def test_a_body_that_a_title_implies_is_called_in_its_words() -> None:
    reading = read(
        "Прибыли министр экономического развития России Дмитрий Вольваченко и заместитель "
        "генерального прокурора Пакистана Имран Юсуфзай.",
        "ru",
    )
    names = {name for names in reading.all_names().values() for name in names}
    assert {"Министерство экономического развития", "Генеральная прокуратура Пакистана"} <= names


def test_a_participle_inside_a_speech_does_not_end_it() -> None:
    reading = read(
        "На встрече был Альберт Рауш.\n\n«Турция стала первой страной, признавшей независимость "
        "Казахстана, и мы этого не забудем», – сказал Ерлан Косанов.",
        "ru",
    )
    assert {speaker for speaker, _ in reading.quotes} == {"Ерлан Косанов"}


def test_the_last_one_named_is_meant_by_the_latter() -> None:
    reading = read(
        "Посол Казахстана в Германии Санжар Алиакпаров беседовал с Рауаном Бекмагамбетовым. "
        "Последний назначен вице-министром транспорта РК.",
        "ru",
    )
    assert reading.posts("Рауан Бекмагамбетов") == {
        "appointed deputy_minister in ministry-of-transport of KZ"
    }


def test_a_deputy_minister_without_more_serves_the_minister_most_spoken_of() -> None:
    reading = read(
        "Министр иностранных дел Казахстана Даулет Утегенов принял министра иностранных дел "
        "Турции Тунджая Эрбилека. К беседе Утегенова подключился заместитель министра "
        "Галымжан Кожантаев.",
        "ru",
    )
    assert reading.posts("Галымжан Кожантаев") == {
        "deputy_minister in ministry-of-foreign-affairs of KZ"
    }


def test_words_of_courtesy_stand_between_a_president_and_his_name() -> None:
    reading = read(
        "Гостя принял Президент Республики Таджикистан, Лидер нации, уважаемый Эмомшо Раджабов. "
        "Президент Республики Узбекистан Шухрат Мирзаахмедов направил телеграмму.",
        "ru",
    )
    assert reading.posts("Эмомшо Раджабов") == {"president of TJ"}
    assert reading.posts("Шухрат Мирзаахмедов") == {"president of UZ"}
