"""Who is one person, and who is not, across little releases in three languages."""

from __future__ import annotations

from pathlib import Path

import pytest

import graphkit

pytestmark = pytest.mark.model

# What each set is about: its texts, then for each person a name and the texts that tell of him.
Expected = list[tuple[str, set[int]]]
SETS: dict[str, tuple[list[str], Expected]] = {
    "one minister under four spellings": (
        [
            "Сыртқы істер министрі Берлинге барды\n\nҚазақстан Республикасының Сыртқы істер "
            "министрі Ермек Көшербаев Берлинде Германияның Сыртқы істер министрі Йоханн "
            "Вадефульмен кездесті.",
            "Визит в Берлин\n\nМинистр иностранных дел Республики Казахстан Ермек Кошербаев провёл "
            "переговоры в Берлине с министром иностранных дел Германии Йоханном Вадефулем.",
            "Visit to Berlin\n\nThe Minister of Foreign Affairs of the Republic of Kazakhstan, "
            "Yermek Kosherbayev, met in Berlin with German Foreign Minister Johann Wadephul.",
            "Meeting in Astana\n\nForeign Minister of Kazakhstan Ermek Kosherbaev received the "
            "Ambassador of France in Astana.",
        ],
        [("Ермек Көшербаев", {0, 1, 2, 3}), ("Johann Wadephul", {0, 1, 2})],
    ),
    "namesakes of two countries": (
        [
            "Встреча министров\n\nМинистр энергетики Казахстана Асан Алиев прибыл в Ташкент.",
            "О визите\n\nМинистр транспорта Узбекистана Асан Алиев провёл переговоры в Самарканде.",
            "Visit\n\nThe Minister of Transport of Uzbekistan Asan Aliyev held talks in Samarkand.",
            "Кездесу\n\nҚазақстанның Энергетика министрі Асан Әлиев Астанада баспасөз мәслихатын "
            "өткізді.",
        ],
        [("Асан Алиев", {0, 3}), ("Асан Алиев", {1, 2})],
    ),
    "father and son": (
        [
            "Визит в Баку\n\nПрезидент Азербайджана Гейдар Алиев открыл завод в 1998 году.",
            "Переговоры\n\nПрезидент Азербайджана Ильхам Алиев принял посла Казахстана.",
            "Talks\n\nThe President of Azerbaijan Ilham Aliyev received the Ambassador of "
            "Kazakhstan.",
            "Юбилей\n\nБывший президент Туркменистана Гурбангулы Бердымухамедов и президент "
            "Туркменистана Сердар Бердымухамедов приняли участие в церемонии.",
            "Jubilee\n\nThe President of Turkmenistan Serdar Berdimuhamedov received the Chairman "
            "of the Halk Maslahaty Gurbanguly Berdimuhamedov.",
        ],
        [
            ("Гейдар Алиев", {0}),
            ("Ильхам Алиев", {1, 2}),
            ("Гурбангулы Бердымухамедов", {3, 4}),
            ("Сердар Бердымухамедов", {3, 4}),
        ],
    ),
    "initials of a minister and of a composer": (
        [
            "Совещание\n\nМинистр финансов Казахстана М. Такиев провёл совещание в Астане.",
            "Доклад\n\nМинистр финансов Казахстана Мади Такиев выступил в Мажилисе с докладом.",
            "Баяндама\n\nҚазақстанның Қаржы министрі М.Тәкиев Мәжілісте баяндама жасады.",
            "Концерт\n\nКомпозитор М. Такиев представил новую симфонию в Алматы.",
        ],
        [("Мади Такиев", {0, 1, 2}), ("М. Такиев", {3})],
    ),
    "family name first": (
        [
            "Указ\n\nПрезидент Казахстана Токаев Касым-Жомарт Кемелевич подписал указ.",
            "Жарлық\n\nҚазақстан Президенті Қасым-Жомарт Кемелұлы Тоқаев жарлыққа қол қойды.",
            "Decree\n\nPresident Kassym-Jomart Tokayev of Kazakhstan signed a decree in Astana.",
            "Приём\n\nТокаев Касым-Жомарт принял в Астане Премьер-министра Венгрии Виктора Орбана.",
        ],
        [("Қасым-Жомарт Кемелұлы Тоқаев", {0, 1, 2, 3})],
    ),
    "names of East Asia and Hungary": (
        [
            "Переговоры\n\nМинистр иностранных дел Китая Ван И прибыл в Астану.",
            "Talks\n\nChinese Foreign Minister Wang Yi arrived in Astana.",
            "Келіссөз\n\nҚытайдың Сыртқы істер министрі Ван И Астанаға келді.",
            "Сеул\n\nМинистр иностранных дел Республики Корея Чо Тхэ Ёль встретился с министром "
            "иностранных дел Венгрии Петером Сийярто.",
            "Seoul\n\nThe Minister of Foreign Affairs of the Republic of Korea Cho Tae-yul met "
            "with the Minister of Foreign Affairs of Hungary Péter Szijjártó.",
            "Будапешт\n\nМинистр иностранных дел Венгрии Сийярто Петер выступил на форуме.",
        ],
        [("Wang Yi", {0, 1, 2}), ("Cho Tae-yul", {3, 4}), ("Péter Szijjártó", {3, 4, 5})],
    ),
    "particles": (
        [
            "Доха\n\nПремьер-министр Катара шейх Мухаммед бин Абдурахман Аль Тани провёл "
            "переговоры в Астане.",
            "Doha\n\nThe Prime Minister of Qatar Sheikh Mohammed bin Abdulrahman Al Thani held "
            "talks in Astana.",
            "Доха\n\nКатар Премьер-министрі Мұхаммед бин Абдурахман әл-Тани Астанада келіссөз "
            "жүргізді.",
            "Brussels\n\nThe President of the European Commission Ursula von der Leyen visited "
            "Samarkand.",
            "Визит\n\nПредседатель Европейской комиссии Урсула фон дер Ляйен посетила Самарканд.",
        ],
        [("Mohammed bin Abdulrahman Al Thani", {0, 1, 2}), ("Ursula von der Leyen", {3, 4})],
    ),
    "patronymics of one and of another father": (
        [
            "Назначение\n\nҚазақстанның Әділет министрі Асқар Болатұлы Жақанов Парламентте сөз "
            "сөйледі.",
            "Назначение\n\nМинистр юстиции Казахстана Аскар Болатович Жаканов выступил в "
            "Парламенте.",
            "Appointment\n\nThe Minister of Justice of Kazakhstan Askar Bolatuly Zhakanov spoke in "
            "Parliament.",
            "Запрос\n\nДепутат Мажилиса Аскар Маратович Жаканов выступил с депутатским запросом.",
            "Кездесу\n\nҚазақстанның Еңбек министрі Айгүл Серікқызы Омарова кездесу өткізді.",
            "Встреча\n\nМинистр труда Казахстана Айгуль Сериковна Омарова провела встречу.",
        ],
        [
            ("Асқар Болатұлы Жақанов", {0, 1, 2}),
            ("Аскар Маратович Жаканов", {3}),
            ("Айгүл Серікқызы Омарова", {4, 5}),
        ],
    ),
    "a slip of the pen, and another given name": (
        [
            "Совещание\n\nАким Кызылординской области Нурлыбек Налибаев провёл совещание.",
            "Школа\n\nАким Кызылординской области Нурлыбек Налибаеев посетил школу.",
            "Сенат\n\nДепутат Сената Марат Асланов выступил на заседании.",
            "Сенат\n\nДепутат Сената Мурат Асланов посетил Алматы.",
        ],
        [("Нурлыбек Налибаев", {0, 1}), ("Марат Асланов", {2}), ("Мурат Асланов", {3})],
    ),
    "one who changes post, and who follows": (
        [
            "Приём\n\nМинистр иностранных дел Казахстана Мурат Нуртлеу принял посла Венгрии.",
            "Қабылдау\n\nҚазақстанның Сыртқы істер министрі Мұрат Нұртілеу Венгрия елшісін "
            "қабылдады.",
            "Совещание\n\nПомощник Президента Казахстана Мурат Нуртлеу провёл совещание.",
            "Приём\n\nМинистр иностранных дел Казахстана Ермек Кошербаев принял посла Венгрии.",
        ],
        [("Мурат Нуртлеу", {0, 1, 2}), ("Ермек Кошербаев", {3})],
    ),
    "another family name is not proof of a marriage": (
        [
            "Форум\n\nМинистр культуры Казахстана Динара Сеитова открыла форум в Алматы.",
            "Форум\n\nМинистр культуры Казахстана Динара Ахметова открыла форум в Шымкенте.",
        ],
        [("Динара Сеитова", {0}), ("Динара Ахметова", {1})],
    ),
    "one letter of a given name, in one post": (
        [
            "Визит\n\nПосол Казахстана в Венгрии Асель Нурланова посетила Дебрецен.",
            "Визит\n\nПосол Казахстана в Венгрии Асем Нурланова посетила Сегед.",
            "Visit\n\nThe Ambassador of Kazakhstan to Hungary Assel Nurlanova visited Debrecen.",
        ],
        [("Асель Нурланова", {0, 2}), ("Асем Нурланова", {1})],
    ),
    "family names alone": (
        [
            "Переговоры\n\nПрезидент Казахстана Токаев встретился в Париже с Президентом Франции "
            "Макроном.",
            "Тоқаев Макронмен кездесті\n\nҚазақстан Президенті Қасым-Жомарт Тоқаев Парижде Франция "
            "Президенті Эммануэль Макронмен кездесті.",
            "Talks\n\nPresident of Kazakhstan Kassym-Jomart Tokayev met in Paris with French "
            "President Emmanuel Macron.",
        ],
        [("Қасым-Жомарт Тоқаев", {0, 1, 2}), ("Emmanuel Macron", {0, 1, 2})],
    ),
    "man and wife": (
        [
            "Визит\n\nПрезидент Кыргызстана Садыр Жапаров и его супруга Айгуль Жапарова прибыли в "
            "Астану.",
            "Сапар\n\nҚырғызстан Президенті Садыр Жапаров пен зайыбы Айгүл Жапарова Астанаға "
            "келді.",
            "Visit\n\nThe President of Kyrgyzstan Sadyr Japarov and his wife Aigul Japarova "
            "arrived in Astana.",
        ],
        [("Садыр Жапаров", {0, 1, 2}), ("Айгуль Жапарова", {0, 1, 2})],
    ),
    "two of one family name in one chamber": (
        [
            "Комитет\n\nДепутаты Мажилиса Ерлан Саиров и Ержан Саиров посетили Шымкент.",
            "Visit\n\nMembers of the Majilis Yerlan Sairov and Yerzhan Sairov visited Shymkent.",
            "Комитет\n\nМәжіліс депутаттары Ерлан Саиров пен Ержан Саиров Шымкентке барды.",
        ],
        [("Ерлан Саиров", {0, 1, 2}), ("Ержан Саиров", {0, 1, 2})],
    ),
    "a Serb is not his father's son only": (
        [
            "Встреча\n\nМинистр транспорта Сербии Марко Стоянович прибыл в Астану.",
            "Meeting\n\nThe Minister of Transport of Serbia Marko Stojanovic arrived in Astana.",
            "Кездесу\n\nСербияның Көлік министрі Марко Стоянович Астанаға келді.",
        ],
        [("Marko Stojanovic", {0, 1, 2})],
    ),
}
PEOPLE = """
SELECT ?person ?name ?source {
  ?release schema:mentions ?person ; dcterms:source ?source .
  ?person a schema:Person ; skos:prefLabel|skos:altLabel ?name
}
"""


@pytest.mark.parametrize("about", sorted(SETS))
def test_each_person_is_one_node(about: str, tmp_path: Path) -> None:
    texts, expected = SETS[about]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    told: dict[tuple[str, str], set[int]] = {}
    for row in graphkit.build(tmp_path).query(PEOPLE).to_dicts():
        key = str(row["person"]), str(row["name"])
        told.setdefault(key, set()).add(int(Path(str(row["source"])).stem))
    for name, releases in expected:
        found = [own for (_, label), own in told.items() if label == name]
        assert releases in found, (name, told)
    persons = {person for person, _ in told}
    assert len(persons) >= len(expected)
