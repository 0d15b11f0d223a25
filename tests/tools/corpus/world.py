"""The made-up world's fixed part: countries, bodies and roles in three languages.

The states and bodies are real, so that the ontology knows them; who holds a post is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Words:
    """One thing in three languages; for Russian also genitive and prepositional."""

    kk: str
    ru: str
    en: str
    ru_gen: str
    ru_loc: str


@dataclass(frozen=True, slots=True)
class Country:
    """A state with its capital and parliament. ``pool`` says whose names its people bear."""

    iso: str
    pool: str
    name: Words
    capital: Words
    parliament: Words
    speaker: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Ministry:
    """A ministry without its country: what follows or precedes the head noun."""

    key: str
    kk: str
    ru: str
    en: str


def _country(iso: str, pool: str, *rows: str) -> Country:
    name, capital, parliament = (Words(*row.split("|")) for row in rows[:3])
    kk, ru, en = (rows[3] if len(rows) > 3 else "Спикер|Спикер|Speaker").split("|")
    return Country(iso, pool, name, capital, parliament, (kk, ru, en))


# kk | ru | en | ru genitive | ru prepositional. A parliament in Kazakh has its possessive.
COUNTRIES: Final = (
    _country(
        "KZ", "kz", "Қазақстан|Казахстан|Kazakhstan|Казахстана|Казахстане",
        "Астана|Астана|Astana|Астаны|Астане",
        "Парламенті|Парламент|Parliament|Парламента|Парламенте", "Төраға|Председатель|Chairman",
    ),
    _country(
        "KG", "kz", "Қырғызстан|Кыргызстан|Kyrgyzstan|Кыргызстана|Кыргызстане",
        "Бішкек|Бишкек|Bishkek|Бишкека|Бишкеке",
        "Жогорку Кенеші|Жогорку Кенеш|Jogorku Kenesh|Жогорку Кенеша|Жогорку Кенеше",
        "Төраға|Торага|Speaker",
    ),
    _country(
        "TR", "tr", "Түркия|Турция|Türkiye|Турции|Турции",
        "Анкара|Анкара|Ankara|Анкары|Анкаре",
        "Ұлы ұлттық мәжілісі|Великое национальное собрание|Grand National Assembly|"
        "Великого национального собрания|Великом национальном собрании",
    ),
    _country(
        "AZ", "tr", "Әзербайжан|Азербайджан|Azerbaijan|Азербайджана|Азербайджане",
        "Баку|Баку|Baku|Баку|Баку",
        "Милли Мәжілісі|Милли Меджлис|Milli Majlis|Милли Меджлиса|Милли Меджлисе",
    ),
    _country(
        "HU", "eu", "Венгрия|Венгрия|Hungary|Венгрии|Венгрии",
        "Будапешт|Будапешт|Budapest|Будапешта|Будапеште",
        "Ұлттық жиналысы|Национальное собрание|National Assembly|"
        "Национального собрания|Национальном собрании",
    ),
    _country(
        "FI", "eu", "Финляндия|Финляндия|Finland|Финляндии|Финляндии",
        "Хельсинки|Хельсинки|Helsinki|Хельсинки|Хельсинки",
        "Парламенті|Парламент|Parliament|Парламента|Парламенте",
    ),
    _country(
        "KR", "kr",
        "Оңтүстік Корея|Южная Корея|South Korea|Южной Кореи|Южной Корее",
        "Сеул|Сеул|Seoul|Сеула|Сеуле",
        "Ұлттық ассамблеясы|Национальная ассамблея|National Assembly|"
        "Национальной ассамблеи|Национальной ассамблее",
    ),
    _country(
        "GE", "ge", "Грузия|Грузия|Georgia|Грузии|Грузии",
        "Тбилиси|Тбилиси|Tbilisi|Тбилиси|Тбилиси",
        "Парламенті|Парламент|Parliament|Парламента|Парламенте",
    ),
    _country(
        "LV", "eu", "Латвия|Латвия|Latvia|Латвии|Латвии", "Рига|Рига|Riga|Риги|Риге",
        "Сеймі|Сейм|Saeima|Сейма|Сейме",
    ),
    _country(
        "RS", "eu", "Сербия|Сербия|Serbia|Сербии|Сербии",
        "Белград|Белград|Belgrade|Белграда|Белграде",
        "Халық скупщинасы|Народная скупщина|National Assembly|"
        "Народной скупщины|Народной скупщине",
    ),
)  # fmt: skip
FOREIGN: Final = Ministry("foreign", "Сыртқы істер", "иностранных дел", "Foreign Affairs")
MINISTRIES: Final = (
    FOREIGN,
    Ministry("energy", "Энергетика", "энергетики", "Energy"),
    Ministry("transport", "Көлік", "транспорта", "Transport"),
    Ministry("culture", "Мәдениет", "культуры", "Culture"),
    Ministry("education", "Білім", "образования", "Education"),
    Ministry("health", "Денсаулық сақтау", "здравоохранения", "Health"),
    Ministry("agriculture", "Ауыл шаруашылығы", "сельского хозяйства", "Agriculture"),
)
