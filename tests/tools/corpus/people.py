"""Names in three languages, and the officials who bear them, term after term."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from .world import COUNTRIES, FOREIGN, MINISTRIES, Country, Ministry

# kk/ru/en; one item where Kazakh and Russian agree. Surnames on «-ов» add «-а» for women.
_MALE: Final = {
    "kz": (
        "Ерлан/Yerlan Нұрлан/Нурлан/Nurlan Асқар/Аскар/Askar Данияр/Daniyar Тимур/Timur "
        "Марат/Marat Серік/Серик/Serik Болат/Bolat Қайрат/Кайрат/Kairat Талғат/Талгат/Talgat "
        "Азамат/Azamat Бауыржан/Бауыржан/Bauyrzhan Олжас/Olzhas Руслан/Ruslan Арман/Arman"
    ),
    "tr": (
        "Мехмет/Mehmet Ахмет/Ahmet Ибрагим/Ibrahim Кемаль/Kemal Эльчин/Elchin Рашид/Rashid "
        "Тофик/Tofig Омер/Omer Юсуф/Yusuf Орхан/Orkhan Вугар/Vugar Хасан/Hasan"
    ),
    "eu": (
        "Мартон/Marton Габор/Gabor Лукас/Lukas Мартин/Martin Ян/Jan Петер/Peter Андрис/Andris "
        "Янис/Janis Милан/Milan Марко/Marko Виктор/Viktor Роберт/Robert Эрик/Erik Стефан/Stefan"
    ),
    "kr": "Минхо/Minho Чунхо/Junho Санхун/Sanghoon Донук/Donguk Сонмин/Sungmin Тэхён/Taehyun",
    "ge": (
        "Давид/David Леван/Levan Тенгиз/Tengiz Реваз/Revaz Зураб/Zurab Автандил/Avtandil "
        "Тамаз/Tamaz Гурам/Guram"
    ),
}
_FEMALE: Final = {
    "kz": (
        "Айгүл/Айгуль/Aigul Жанар/Zhanar Гүлнар/Гульнар/Gulnar Динара/Dinara Мәдина/Мадина/Madina "
        "Сәуле/Сауле/Saule Камила/Kamila Зарина/Zarina Алия/Aliya Меруерт/Meruert"
    ),
    "tr": "Айше/Ayse Лейла/Leyla Эмине/Emine Нигяр/Nigar Севда/Sevda Фатма/Fatma",
    "eu": "Анна/Anna Мария/Maria Илона/Ilona Катарина/Katarina Кристина/Kristina Лаура/Laura",
    "kr": "Ёнхи/Younghee Суджин/Sujin Мина/Mina Хёнджу/Hyunju",
    "ge": "Нино/Nino Тамара/Tamara Эка/Eka Мариам/Mariam",
}
_ROOTS: Final = (
    "Сүлеймен/Сулеймен/Suleimen Әбдірахман/Абдрахман/Abdrakhman Оспан/Ospan "
    "Қасым/Касым/Kassym Жұмағал/Жумагал/Zhumagal Тілеу/Тлеу/Tleu Байжан/Baizhan "
    "Нұртаз/Нуртаз/Nurtaz Садық/Садык/Sadyk Есен/Yessen Мұрат/Мурат/Murat Ахмет/Akhmet "
    "Сейіт/Сеит/Seit Құрман/Курман/Kurman Ысқақ/Искак/Iskak Жақып/Жакып/Zhakyp "
    "Бекмұхан/Бекмухан/Bekmukhan Сәрсен/Сарсен/Sarsen Омар/Omar Тұрсын/Турсын/Tursyn "
    "Рахым/Рахим/Rakhim Молдаш/Moldash Қожах/Кожах/Kozhakh Айтжан/Aitzhan Шәріп/Шарип/Sharip "
    "Дәулет/Даулет/Daulet Байтұр/Байтур/Baitur Тоқтар/Токтар/Toktar"
)
_FAMILY: Final = {
    "tr": (
        "Йылмаз/Yilmaz Демир/Demir Шахин/Sahin Озтюрк/Ozturk Айдын/Aydin Арслан/Arslan Доган/Dogan "
        "Кылыч/Kilic Четин/Cetin Коркмаз/Korkmaz Эрдем/Erdem Гюнеш/Gunes Булут/Bulut Йылдыз/Yildiz "
        "Текин/Tekin Башар/Basar"
    ),
    "eu": (
        "Ковач/Kovacs Сабо/Szabo Варга/Varga Хорват/Horvat Новак/Novak Берзиньш/Berzins "
        "Озолс/Ozols Калнс/Kalns Петрович/Petrovic Йованович/Jovanovic Николич/Nikolic "
        "Маркович/Markovic Виртанен/Virtanen Лайне/Laine Мякинен/Makinen Нюстрём/Nystrom "
        "Линдквист/Lindqvist Хольм/Holm Стоянович/Stojanovic Лапиньш/Lapins"
    ),
    "kr": "Ким/Kim Пак/Park Чхве/Choi Чон/Jung Кан/Kang Чо/Cho Юн/Yoon Чан/Jang Лим/Lim Хан/Han",
    "ge": (
        "Беридзе/Beridze Капанадзе/Kapanadze Гелашвили/Gelashvili Маисурадзе/Maisuradze "
        "Гиоргадзе/Giorgadze Ломидзе/Lomidze Киквадзе/Kikvadze Хуцишвили/Khutsishvili "
        "Квирикашвили/Kvirikashvili Мчедлидзе/Mchedlidze Церетели/Tsereteli"
    ),
}
_FIRST_TERM: Final = date(1990, 1, 1)
_LAST_TERM: Final = date(2026, 12, 31)


@dataclass(frozen=True, slots=True)
class Person:
    """A made-up person; ``given`` and ``family`` are kk, ru, en."""

    number: int
    given: tuple[str, str, str]
    family: tuple[str, str, str]
    female: bool


@dataclass(frozen=True, slots=True)
class Seat:
    """A post as such. ``role`` is of the gold; an ambassador is sent ``to`` a country."""

    role: str
    country: Country
    ministry: Ministry | None = None
    to: Country | None = None


@dataclass(frozen=True, slots=True)
class Official:
    """A person in a post, from a day on; ``before`` is who held it last."""

    person: Person
    seat: Seat
    since: date
    before: Person | None = None


def _triples(row: str) -> list[tuple[str, str, str]]:
    parts = [item.split("/") for item in row.split()]
    return [(part[0], part[-2], part[-1]) for part in parts]


def _families(pool: str, *, female: bool) -> list[tuple[str, str, str]]:
    if pool != "kz":
        return _triples(_FAMILY[pool])
    end = ("ова", "ова", "ova") if female else ("ов", "ов", "ov")
    return [(kk + end[0], ru + end[1], en + end[2]) for kk, ru, en in _triples(_ROOTS)]


def make_people(chance: random.Random) -> Iterator[tuple[str, Person]]:
    """Yield every possible person once, with the pool of names, in a random order."""
    found = [
        (pool, given, family, female)
        for pool in _MALE
        for female, names in ((False, _MALE[pool]), (True, _FEMALE[pool]))
        for given in _triples(names)
        for family in _families(pool, female=female)
    ]
    chance.shuffle(found)
    for number, (pool, given, family, female) in enumerate(found):
        yield pool, Person(number, given, family, female)


def make_seats() -> list[Seat]:
    """Return the posts there are."""
    home = COUNTRIES[0]
    seats = []
    for country in COUNTRIES:
        seats += [Seat("minister", country, ministry) for ministry in MINISTRIES]
        seats += [Seat("deputy_minister", country, FOREIGN), Seat("head_of_government", country)]
        seats += [Seat("speaker", country), Seat("deputy_speaker", country)]
        if country is not home:
            seats += [
                Seat("ambassador", country, to=home), Seat("ambassador", home, to=country),
            ]  # fmt: skip
    return seats


class Population:
    """Who holds which post when. People come back in other posts later."""

    def __init__(self, seed: int) -> None:
        chance = random.Random(f"population {seed}")
        free: dict[str, list[Person]] = {}
        for pool, person in make_people(chance):
            free.setdefault(pool, []).append(person)
        self._terms = {
            seat: list(self._fill(seat, free[seat.country.pool], chance)) for seat in make_seats()
        }

    @staticmethod
    def _fill(seat: Seat, free: list[Person], chance: random.Random) -> Iterator[Official]:
        since, before = _FIRST_TERM, None
        while since < _LAST_TERM:
            person = free.pop()
            # Whoever is used goes to the end: a namesake in another post comes late, if ever.
            free.insert(0, person)
            yield Official(person, seat, since, before)
            before = person
            since += timedelta(days=chance.randint(500, 2000))

    @property
    def seats(self) -> list[Seat]:
        """All posts."""
        return list(self._terms)

    def holder(self, seat: Seat, day: date) -> Official:
        """Return who holds a post on a day."""
        return [one for one in self._terms[seat] if one.since <= day][-1]
