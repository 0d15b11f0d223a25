"""Russian: names, phrases and sentences; cases by pymorphy3."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from pymorphy3 import MorphAnalyzer

from .people import Official, Person, Seat
from .phrase import Phrase
from .plots import Plot
from .world import Country

_CASES: Final = {"nom": "nomn", "gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt"}


class Russian:
    """Tells a plot in Russian."""

    code = "ru"
    comma_and = " и "
    titles: Final = {
        "meeting": "{host:name} {host:=провёл|провела} встречу с {guest:name ins}",
        "visit": "{guest:name} {guest:=прибыл|прибыла} с официальным визитом",
        "call": "{host:name} {host:=провёл|провела} телефонный разговор с {guest:name ins}",
        "signing": "{host:name} и {guest:name} подписали меморандум",
        "conference": "В {place:x loc} прошла международная конференция",
        "appointment": "Новое назначение: {guest:name}",
    }
    leads: Final = {
        "meeting": (
            "{host} {host:=встретился|встретилась} в {place:x loc} с {guest:full ins}.",
            "{host} {host:=принял|приняла} в {place:x loc} {guest:full acc}.",
            "В {place:x loc} {host} {host:=провёл|провела} переговоры с {guest:full ins}.",
        ),
        "visit": (
            "В {place:x loc} с официальным визитом находится {guest}. "
            "С {guest:=ним|ней} {host:=встретился|встретилась} {host}.",
            "{guest} находится с рабочим визитом в {place:x loc}. "
            "В ходе визита {guest:=он|она} {guest:=встретился|встретилась} с {host:full ins}.",
        ),
        "call": (
            "{host} {host:=провёл|провела} телефонный разговор с {guest:full ins}.",
            "Состоялся телефонный разговор {host:full gen} с {guest:full ins}.",
        ),
        "signing": (
            "{host} и {guest} подписали в {place:x loc} меморандум в области {t0}.",
            "В {place:x loc} {host} и {guest} подписали соглашение в области {t0}.",
        ),
        "conference": (
            "В {place:x loc} прошла международная конференция по вопросам {t0}. "
            "На конференции выступили {host} и {guest}.",
            "В {place:x loc} состоялся международный форум по вопросам {t0}. "
            "В форуме приняли участие {host} и {guest}.",
        ),
        "appointment": (
            "{guest:name} {guest:=назначен|назначена} {guest:title ins}. "
            "Ранее эту должность {before:=занимал|занимала} {before:name}.",
            "На должность {guest:title gen} {guest:=назначен|назначена} {guest:name}. "
            "До этого пост {before:=занимал|занимала} {before:name}.",
        ),
    }
    attended: Final = {
        "meeting": "Во встрече приняли участие {listed}.",
        "visit": "Во встрече приняли участие {listed}.",
        "conference": "В работе конференции приняли участие {listed}.",
    }
    talked: Final = (
        "Стороны обсудили вопросы {t1} и {t2}.",
        "В повестку дня вошло сотрудничество в сферах {t1}, {t2} и {t3}.",
        "Особое внимание было уделено вопросам {t1} и {t2}.",
    )
    fillers: Final = (
        "За последние {n} лет взаимный товарооборот вырос вдвое.",
        "Отмечено, что в сфере {t4} работает ряд совместных предприятий.",
        "Готовится план совместных мероприятий в области {t5}.",
        "Доля {t4} в совместных проектах за прошлый год увеличилась на {n} процентов.",
        "С начала года завершена реализация более {n} проектов.",
        "Документ предусматривает регулярный обмен опытом в области {t5}.",
        "Особое значение придаётся подготовке специалистов, в том числе выделению стипендий.",
        "В течение {n} дней будет создана рабочая группа по вопросам {t4}.",
        "Договорно-правовую базу отношений составляют более {n} соглашений.",
        "Эксперты двух стран в ближайшее время продолжат консультации по вопросам {t5}.",
        "Число прямых авиарейсов увеличится до {n} в неделю.",
        "Согласован график дальнейших контактов на текущий год.",
        "Деловые круги двух стран проявляют растущий интерес к сфере {t5}.",
        "По программам обмена обучается более {n} студентов.",
        "Первые итоги в сфере {t4} будут подведены в конце года.",
        "Стороны договорились упростить процедуры для компаний в области {t5}.",
        "Активно развиваются региональные контакты и связи городов-побратимов.",
        "Отдельная часть переговоров была посвящена вопросам {t4}.",
        "Обмен информацией в сфере {t5} проводится каждые {n} дней.",
        "Достигнутые ранее договорённости выполняются в полном объёме.",
    )
    quotes: Final = (
        "Мы придаём большое значение сотрудничеству в сфере {t2} и {t3}",
        "Наши народы связывает давняя дружба, и развитие {t2} служит её прочной основой",
        "Сегодня мы открыли новую страницу в развитии {t3}",
        "Совместная работа в области {t2} принесёт ощутимые результаты уже через год",
        "Между нашими странами нет нерешённых вопросов в области {t3}",
    )
    said: Final = (
        "«{quote}», – {who:=сказал|сказала} {who:name}.",
        "«{quote}», – {who:=отметил|отметила} {who:short}.",
        "«{quote}», – {who:=заявил|заявила} {who:family}.",
    )
    replies: Final = (
        "В свою очередь {guest:name} {guest:=подтвердил|подтвердила} готовность расширять "
        "сотрудничество в области {t4}.",
        "{guest:short} {guest:=предложил|предложила} активизировать контакты в сфере {t4}.",
        "{guest:family} {guest:=рассказал|рассказала} о реформах в области {t4}.",
    )
    topics: Final = (
        "торговли", "инвестиций", "транспорта", "энергетики", "образования", "культуры",
        "водных ресурсов", "цифровых технологий", "туризма", "сельского хозяйства", "науки",
        "здравоохранения",
    )  # fmt: skip

    def official(self, official: Official) -> Phrase:
        """Return the phrase for a person in a post; both title and name bear the case."""
        person = official.person

        def form(style: str, case: str) -> str:
            title = self._title(official.seat, case)
            if style == "title":
                return title
            given = decline_name(person.given[1], case, "Name", person.female)
            family = decline_name(person.family[1], case, "Surn", person.female)
            name = {
                "short": f"{person.given[1][0]}. {family}", "family": family,
            }.get(style, f"{given} {family}")  # fmt: skip
            return f"{title} {name}" if style == "full" else name

        return Phrase(form, person.female)

    def place(self, plot: Plot) -> Phrase:
        """Return the phrase for the capital, in the prepositional only."""
        return Phrase(lambda style, case: plot.place.capital.ru_loc)

    def _title(self, seat: Seat, case: str) -> str:
        country = seat.country.name.ru_gen
        if seat.ministry is not None and seat.role == "minister":
            return f"{decline('министр', case)} {seat.ministry.ru} {country}"
        if seat.ministry is not None:
            return f"{decline('заместитель', case)} министра {seat.ministry.ru} {country}"
        if seat.to is not None:
            return f"{decline('посол', case)} {country} в {seat.to.name.ru_loc}"
        if seat.role == "head_of_government":
            return f"Премьер-{decline('министр', case)} {country}"
        parliament = seat.country.parliament.ru_gen
        body = f"Мажилиса {parliament}" if seat.country.iso == "KZ" else parliament
        head = seat.country.speaker[1]
        if seat.role == "deputy_speaker":
            return f"{decline('заместитель', case)} {decline(head, 'gen')} {body} {country}"
        return f"{decline(head, case)} {body} {country}"

    def person_names(self, person: Person) -> list[str]:
        """Return full and short names."""
        given, family = person.given[1], person.family[1]
        return [f"{given} {family}", f"{given[0]}. {family}", family]

    def country_names(self, country: Country) -> list[str]:
        """Return the name of a country."""
        return [country.name.ru]

    def city_names(self, country: Country) -> list[str]:
        """Return the name of a capital."""
        return [country.capital.ru]

    def ministry_names(self, seat: Seat) -> list[str]:
        """Return the names of a ministry."""
        assert seat.ministry is not None
        name = f"Министерство {seat.ministry.ru}"
        return [f"{name} {seat.country.name.ru_gen}", name]

    def parliament_names(self, country: Country) -> list[str]:
        """Return the names of a parliament."""
        name = country.parliament.ru
        return [f"{name} {country.name.ru_gen}", name]

    def chamber_names(self) -> list[str]:
        """Return the names of the chamber of Kazakhstan."""
        return ["Мажилис Парламента Казахстана", "Мажилис Парламента", "Мажилис"]


@cache
def _analyzer() -> Any:
    return MorphAnalyzer()


@cache
def decline(word: str, case: str) -> str:
    """Return a form of the noun of a post, with its capital."""
    if case == "nom" or word.casefold() == "торага":
        return word
    parses = _analyzer().parse(word)
    parse = next(one for one in parses if {"NOUN", "nomn", "anim"} <= set(one.tag.grammemes))
    form = str(parse.inflect({_CASES[case], "sing"}).word)
    return form.capitalize() if word[0].isupper() else form


@cache
def decline_name(name: str, case: str, part: str, female: bool) -> str:
    """Return a form of a given name or surname.

    Women's names on a consonant stay as they are («с Хёнджу Ким»), and so do all on «-о»,
    «-е», «-и», «-у»; the rest is declined by the dictionary, or by ending where it is not in it.
    """
    low = name.casefold()
    if case == "nom" or low[-1] in "еиоуэю" or (female and low[-1] not in "ая"):
        return name
    gender = "femn" if female else "masc"
    for parse in _analyzer().parse(name):
        if {part, gender, "nomn", "sing"} <= set(parse.tag.grammemes):
            form = parse.inflect({_CASES[case], "sing", gender})
            if form is not None:
                return str(form.word).capitalize()
    return _decline_by_ending(name, case)


def _decline_by_ending(name: str, case: str) -> str:
    if name[-1] in "ая":
        hard = name[-1] == "а"
        soft_i = "и" if not hard or name[-2] in "гкхжшщч" else "ы"
        endings = {
            "gen": soft_i,
            "dat": "е",
            "acc": "у" if hard else "ю",
            "ins": "ой" if hard else "ей",
        }
        return name[:-1] + endings[case]
    if name[-1] in "ьй":
        return name[:-1] + {"gen": "я", "dat": "ю", "acc": "я", "ins": "ем"}[case]
    instrumental = "ем" if name[-1] in "жшщчц" else "ом"
    return name + {"gen": "а", "dat": "у", "acc": "а", "ins": instrumental}[case]
