"""Kazakh: names, phrases and sentences; the suffixes are those of the package's tables."""

from __future__ import annotations

from typing import Final

from graphkit.languages.kazakh.suffixes import inflect
from graphkit.model import Case

from .people import Official, Person, Seat
from .phrase import Phrase
from .plots import Plot
from .world import Country

_CASES: Final = {case.value.lower(): case for case in Case}
_ADJECTIVAL: Final = {"а": "ғы", "е": "гі"}  # Венгрияда, Венгриядағы


class Kazakh:
    """Tells a plot in Kazakh."""

    code = "kk"
    comma_and = " және "
    titles: Final = {
        "meeting": "{host:name} {guest:name ins} кездесті",
        "visit": "{guest:name} ресми сапармен {place:x dat} келді",
        "call": "{host:name} {guest:name ins} телефон арқылы сөйлесті",
        "signing": "{host:name} және {guest:name} меморандумға қол қойды",
        "conference": "{place:x loc} халықаралық конференция өтті",
        "appointment": "Жаңа тағайындау: {guest:name}",
    }
    leads: Final = {
        "meeting": (
            "{place:x loc} {host} {guest:full ins} кездесті.",
            "{host} {place:x loc} {guest:full acc} қабылдады.",
            "{place:x loc} {host} {guest:full ins} келіссөз жүргізді.",
        ),
        "visit": (
            "{guest} ресми сапармен {place:x dat} келді. Мейманмен {host} кездесті.",
            "{guest} жұмыс сапарымен {place:x dat} келді. "
            "Сапар барысында ол {host:full ins} кездесті.",
        ),
        "call": (
            "{host} {guest:full ins} телефон арқылы сөйлесті.",
            "{host} және {guest} телефон арқылы әңгімелесті.",
        ),
        "signing": (
            "{place:x loc} {host} және {guest} {t0} саласындағы ынтымақтастық туралы "
            "меморандумға қол қойды.",
            "{host} және {guest} {place:x loc} {t0} саласындағы келісімге қол қойды.",
        ),
        "conference": (
            "{place:x loc} {t0} мәселелеріне арналған халықаралық конференция өтті. "
            "Конференцияда {host} және {guest} сөз сөйледі.",
            "{place:x loc} {t0} мәселелері жөніндегі халықаралық форум өтті. "
            "Форумға {host} және {guest} қатысты.",
        ),
        "appointment": (
            "{guest:name} {guest:title} болып тағайындалды. "
            "Бұған дейін бұл қызметті {before:name} атқарды.",
            "{guest:title} қызметіне {guest:name} тағайындалды. "
            "Бұрын бұл лауазымды {before:name} атқарған.",
        ),
    }
    attended: Final = {
        "meeting": "Кездесуге {listed} қатысты.",
        "visit": "Кездесуге {listed} қатысты.",
        "conference": "Конференция жұмысына {listed} қатысты.",
    }
    talked: Final = (
        "Тараптар {t1} және {t2} мәселелерін талқылады.",
        "Күн тәртібіне {t1}, {t2} және {t3} салаларындағы ынтымақтастық енгізілді.",
        "{t1} және {t2} мәселелеріне ерекше назар аударылды.",
    )
    fillers: Final = (
        "Соңғы {n} жылда өзара тауар айналымы екі есе өсті.",
        "{t4} саласында {n} бірлескен кәсіпорын жұмыс істейтіні атап өтілді.",
        "{t5} бойынша {n} бірлескен шарадан тұратын жоспар әзірленуде.",
        "Өткен жылы бірлескен жобалардағы {t4} үлесі {n} пайызға өсті.",
        "Жыл басынан бері {n} жоба аяқталды.",
        "Құжатта {t5} саласында тұрақты түрде тәжірибе алмасу көзделген.",
        "Мамандар даярлауға, оның ішінде жыл сайын {n} жаңа шәкіртақы бөлуге ерекше мән беріледі.",
        "{n} күн ішінде {t4} жөніндегі жұмыс тобы құрылады.",
        "Қатынастардың құқықтық негізі {n} келісімнен тұрады.",
        "Екі елдің сарапшылары жақын арада {t5} бойынша кеңесуді жалғастырады.",
        "Тікелей әуе рейстерінің саны аптасына {n} рейске дейін көбейеді.",
        "Ағымдағы жылға арналған байланыстардың кестесі келісілді.",
        "Екі елдің іскер топтары {t5} саласына зор қызығушылық танытып отыр.",
        "Алмасу бағдарламалары бойынша {n} студент білім алып жүр.",
        "{t4} саласындағы алғашқы нәтижелер жыл соңында қорытындыланады.",
        "Тараптар {t5} саласындағы компанияларға арналған рәсімдерді жеңілдетуге келісті.",
        "Өңірлік байланыстар мен бауырлас қалалардың қарым-қатынасы белсенді дамып келеді.",
        "Келіссөздің жеке бөлігі {t4} мәселесіне арналды.",
        "{t5} саласында әр {n} күн сайын ақпарат алмасу жүргізіледі.",
        "Бұрын қол жеткізілген уағдаластықтар толық көлемде орындалып жатыр.",
    )
    quotes: Final = (
        "Біз {t2} және {t3} салаларындағы ынтымақтастыққа зор мән береміз",
        "Халықтарымызды ежелгі достық байланыстырады, ал {t2} оның берік негізі болып отыр",
        "Бүгін біз {t3} саласын дамытудың жаңа бетін аштық",
        "{t2} саласындағы бірлескен жұмыс бір жылдан кейін нақты нәтиже береді",
        "Елдеріміздің арасында {t3} саласында шешілмеген мәселе жоқ",
    )
    said: Final = (
        "«{quote}», – деді {who:name}.",
        "«{quote}», – деп атап өтті {who:short}.",
        "«{quote}», – деп мәлімдеді {who:family}.",
    )
    replies: Final = (
        "Өз кезегінде {guest:name} {t4} саласындағы ынтымақтастықты кеңейтуге дайын екенін "
        "растады.",
        "{guest:short} {t4} саласындағы байланыстарды жандандыруды ұсынды.",
        "{guest:family} {t4} саласындағы реформалар туралы айтып берді.",
    )
    topics: Final = (
        "сауда", "инвестиция", "көлік", "энергетика", "білім беру", "мәдениет",
        "су ресурстары", "цифрлық технологиялар", "туризм", "ауыл шаруашылығы", "ғылым",
        "денсаулық сақтау",
    )  # fmt: skip

    def official(self, official: Official) -> Phrase:
        """Return the phrase for a person in a post; the name alone bears the case."""
        person, title = official.person, self._title(official.seat)

        def form(style: str, case: str) -> str:
            if style == "title":
                return title
            family = inflect(person.family[0], _CASES[case])
            name = {
                "short": f"{person.given[0][0]}.{family}", "family": family,
            }.get(style, f"{person.given[0]} {family}")  # fmt: skip
            return f"{title} {name}" if style == "full" else name

        return Phrase(form, person.female)

    def place(self, plot: Plot) -> Phrase:
        """Return the phrase for the capital."""
        return Phrase(lambda style, case: inflect(plot.place.capital.kk, _CASES[case]))

    def _title(self, seat: Seat) -> str:
        country = seat.country.name.kk
        genitive = inflect(country, Case.GEN)
        if seat.ministry is not None and seat.role == "minister":
            return f"{genitive} {seat.ministry.kk} министрі"
        if seat.ministry is not None:
            return f"{country} {seat.ministry.kk} министрінің орынбасары"
        if seat.to is not None:
            where = inflect(seat.to.name.kk, Case.LOC)
            return f"{genitive} {where}{_ADJECTIVAL[where[-1]]} Төтенше және өкілетті елшісі"
        if seat.role == "head_of_government":
            return f"{genitive} Премьер-министрі"
        body = "Парламенті Мәжілісі" if seat.country.iso == "KZ" else seat.country.parliament.kk
        if seat.role == "deputy_speaker":
            head = inflect(seat.country.speaker[0], Case.GEN, possessor="3")
            return f"{country} {body} {head} орынбасары"
        body += "ның" if body[-1] == "ы" else "нің"
        return f"{country} {body} {inflect(seat.country.speaker[0], possessor='3')}"

    def person_names(self, person: Person) -> list[str]:
        """Return full and short names."""
        given, family = person.given[0], person.family[0]
        return [f"{given} {family}", f"{given[0]}.{family}", family]

    def country_names(self, country: Country) -> list[str]:
        """Return the name of a country."""
        return [country.name.kk]

    def city_names(self, country: Country) -> list[str]:
        """Return the name of a capital."""
        return [country.capital.kk]

    def ministry_names(self, seat: Seat) -> list[str]:
        """Return the names of a ministry."""
        assert seat.ministry is not None
        name, country = f"{seat.ministry.kk} министрлігі", seat.country.name.kk
        return [f"{country} {name}", f"{inflect(country, Case.GEN)} {name}", name]

    def parliament_names(self, country: Country) -> list[str]:
        """Return the names of a parliament, with and without its possessive."""
        own = country.parliament.kk
        bare = own.removesuffix("сы") if own.endswith("сы") and own[-3] in "аыя" else own[:-1]
        return [f"{country.name.kk} {own}", f"{inflect(country.name.kk, Case.GEN)} {own}", bare]

    def chamber_names(self) -> list[str]:
        """Return the names of the chamber of Kazakhstan."""
        return ["Қазақстан Парламенті Мәжілісі", "Парламент Мәжілісі", "Мәжіліс"]
