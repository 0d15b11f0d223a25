from resolve.telling import Telling

from graphkit.knowledge import load_knowledge
from graphkit.model import Kind
from graphkit.resolve import resolve


def test_a_city_without_a_concept_is_one_in_two_scripts() -> None:
    told = []
    for language, name in (("ru", "Боровое"), ("kk", "Боровое"), ("en", "Borovoe")):
        telling = Telling(f"r-{language}", language)
        telling.add(Kind.CITY, name)
        told.append(telling.finish())
    found = resolve(told, load_knowledge())
    assert [(e.id, len(e.releases)) for e in found.entities] == [("city/borovoe", 3)]


def test_a_country_has_the_names_of_the_knowledge() -> None:
    telling = Telling("r1", "en")
    telling.country("GB")
    country = resolve([telling.finish()], load_knowledge()).entities[0]
    assert (country.id, country.notation) == ("country/GB", "GB")
    assert {"kk", "ru", "en"} == {name.language for name in country.preferred}
