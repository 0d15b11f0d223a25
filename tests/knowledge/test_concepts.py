"""What the ontologies know, as the stages look it up."""

import pytest

from graphkit.knowledge import NAMES, Knowledge, Scheme, Use, load_knowledge
from graphkit.model import Kind

ROLES = (
    "head_of_state head_of_government deputy_head_of_government minister deputy_minister "
    "head_of_body deputy_head_of_body speaker deputy_speaker member_of_parliament ambassador "
    "consul permanent_representative special_representative secretary_general spokesperson "
    "adviser academic businessperson other"
).split()
PLACES = (Use.ADJECTIVE, Use.INHABITANT)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def find(knowledge: Knowledge, scheme: Scheme, language: str, text: str, *uses: Use) -> set[str]:
    """Return the ids of the concepts of which a text is a label that counts alone."""
    return {
        concept.id
        for concept in knowledge.scheme(scheme)
        if text in concept.names(language, *uses) and text not in concept.ambiguous
    }


@pytest.mark.parametrize(
    ("language", "name", "country"),
    [
        ("kk", "Біріккен Корольдік", "GB"), ("kk", "Ұлыбритания", "GB"), ("kk", "АҚШ", "US"),
        ("kk", "Қазақстан Республикасы", "KZ"), ("kk", "ҚР", "KZ"), ("kk", "ҚХР", "CN"),
        ("kk", "БАӘ", "AE"), ("kk", "Корея Республикасы", "KR"), ("kk", "Оңтүстік Корея", "KR"),
        ("kk", "Өзбекстан Республикасы", "UZ"), ("kk", "Қырғыз Республикасы", "KG"),
        ("kk", "Түркия Республикасы", "TR"), ("kk", "Сауд Арабиясы Корольдігі", "SA"),
        ("kk", "Германия Федеративтік Республикасы", "DE"), ("kk", "Бельгия Корольдігі", "BE"),
        ("ru", "РК", "KZ"), ("ru", "США", "US"), ("ru", "ОАЭ", "AE"), ("ru", "КНР", "CN"),
        ("ru", "ФРГ", "DE"), ("ru", "РФ", "RU"), ("ru", "КР", "KG"), ("ru", "Киргизия", "KG"),
        ("ru", "Кыргызская Республика", "KG"), ("ru", "Королевство Нидерландов", "NL"),
        ("ru", "Социалистическая Республика Вьетнам", "VN"), ("ru", "Государство Катар", "QA"),
        ("en", "UK", "GB"), ("en", "US", "US"), ("en", "UAE", "AE"), ("en", "Türkiye", "TR"),
        ("en", "Turkey", "TR"), ("en", "Republic of Korea", "KR"), ("en", "Czech Republic", "CZ"),
    ],
)  # fmt: skip
def test_country_is_known_by_name(
    knowledge: Knowledge, language: str, name: str, country: str
) -> None:
    assert find(knowledge, Scheme.COUNTRY, language, name) == {f"country/{country}"}


@pytest.mark.parametrize(
    ("language", "word", "country"),
    [
        ("kk", "британ", "GB"), ("kk", "британдық", "GB"), ("kk", "қазақстандық", "KZ"),
        ("kk", "өзбек", "UZ"), ("kk", "өзбекстандық", "UZ"), ("kk", "неміс", "DE"),
        ("kk", "кореялық", "KR"), ("kk", "венгр", "HU"), ("kk", "қырғызстандық", "KG"),
        ("kk", "жапон", "JP"), ("kk", "түрік", "TR"), ("kk", "ағылшын", "GB"),
        ("ru", "британский", "GB"), ("ru", "узбекский", "UZ"), ("ru", "узбекистанский", "UZ"),
        ("ru", "казахстанский", "KZ"), ("ru", "голландский", "NL"), ("ru", "эмиратский", "AE"),
        ("ru", "казахстанец", "KZ"), ("ru", "германский", "DE"), ("ru", "немецкий", "DE"),
        ("en", "British", "GB"), ("en", "Kazakh", "KZ"), ("en", "Kazakhstani", "KZ"),
        ("en", "Dutch", "NL"), ("en", "Kyrgyz", "KG"), ("en", "Korean", "KR"),
    ],
)  # fmt: skip
def test_country_is_known_by_adjective_or_inhabitant(
    knowledge: Knowledge, language: str, word: str, country: str
) -> None:
    assert find(knowledge, Scheme.COUNTRY, language, word, *PLACES) == {f"country/{country}"}


@pytest.mark.parametrize(("language", "name"), [("ru", "РТ"), ("kk", "ТР"), ("en", "RA")])
def test_name_of_no_one_country_is_ambiguous(
    knowledge: Knowledge, language: str, name: str
) -> None:
    assert find(knowledge, Scheme.COUNTRY, language, name) == set()


def test_every_capital_lies_in_its_country(knowledge: Knowledge) -> None:
    with_capital = [c for c in knowledge.scheme(Scheme.COUNTRY) if c.capital]
    assert len(with_capital) > 192
    for country in with_capital:
        assert knowledge[country.capital or ""].country == country.id


@pytest.mark.parametrize(
    ("language", "name", "city"),
    [
        ("kk", "Мәскеу", "moscow"), ("kk", "Ыстанбұл", "istanbul"), ("kk", "Бішкек", "bishkek"),
        ("kk", "Самарқанд", "samarkand"), ("ru", "Франкфурт-на-Майне", "frankfurt"),
        ("ru", "Пусан", "busan"), ("en", "Geneva", "geneva"), ("en", "Saint Petersburg",
        "saint-petersburg"),
    ],
)  # fmt: skip
def test_city_is_known(knowledge: Knowledge, language: str, name: str, city: str) -> None:
    assert find(knowledge, Scheme.CITY, language, name) == {f"city/{city}"}


def test_city_that_is_called_as_its_country_does_not_count_alone(knowledge: Knowledge) -> None:
    assert find(knowledge, Scheme.CITY, "en", "Singapore") == set()
    assert find(knowledge, Scheme.COUNTRY, "en", "Singapore") == {"country/SG"}


def test_region_holds_its_countries(knowledge: Knowledge) -> None:
    region = knowledge["region/central-asia"]
    assert set(region.members) == {f"country/{c}" for c in ("KZ", "KG", "TJ", "TM", "UZ")}
    assert "Орталық Азия" in region.names("kk")


@pytest.mark.parametrize("role", ROLES)
def test_every_role_of_the_vocabulary_is_there(knowledge: Knowledge, role: str) -> None:
    assert knowledge[f"role/{role}"].broader is None


def test_finer_roles_stand_below_those_of_the_vocabulary(knowledge: Knowledge) -> None:
    top = {f"role/{role}" for role in ROLES}
    for role in knowledge.scheme(Scheme.ROLE):
        assert [c.id for c in knowledge.ancestors(role.id)][-1] in top


@pytest.mark.parametrize(
    ("language", "title", "role"),
    [
        ("kk", "вице-министр", "deputy_minister"), ("kk", "сенатор", "member_of_parliament"),
        ("kk", "төтенше және өкілетті елші", "ambassador"), ("kk", "әкім", "head_of_body"),
        ("kk", "бас хатшы", "secretary_general"), ("kk", "тұрақты өкіл",
        "permanent_representative"), ("kk", "уақытша сенімді өкіл", "head_of_body"),
        ("ru", "депутат", "member_of_parliament"), ("ru", "генсек", "secretary_general"),
        ("ru", "временный поверенный в делах", "head_of_body"), ("ru", "премьер-министр",
        "head_of_government"), ("ru", "проректор", "deputy_head_of_body"), ("ru", "судья", "other"),
        ("en", "MP", "member_of_parliament"), ("en", "Lord Speaker", "speaker"),
        ("en", "professor", "academic"), ("en", "chancellor", "head_of_government"),
    ],
)  # fmt: skip
def test_title_tells_the_role(knowledge: Knowledge, language: str, title: str, role: str) -> None:
    (found,) = find(knowledge, Scheme.ROLE, language, title, *NAMES)
    assert knowledge.is_a(found, f"role/{role}")


@pytest.mark.parametrize(("language", "noun"), [("kk", "төраға"), ("ru", "глава"), ("en", "head")])
def test_head_noun_waits_for_its_body(knowledge: Knowledge, language: str, noun: str) -> None:
    assert find(knowledge, Scheme.ROLE, language, noun, Use.HEAD) == {"role/head_of_body"}


@pytest.mark.parametrize(
    ("language", "word", "kind"),
    [
        ("kk", "келіссөз жүргізу", Kind.MEETING), ("kk", "қол қою", Kind.SIGNING),
        ("kk", "телефон арқылы сөйлесу", Kind.CALL), ("kk", "тағайындалу", Kind.APPOINTMENT),
        ("ru", "встретиться", Kind.MEETING), ("ru", "круглый стол", Kind.CONFERENCE),
        ("ru", "подписать", Kind.SIGNING), ("ru", "избрать", Kind.ELECTION),
        ("en", "hold talks", Kind.MEETING), ("en", "pay a visit", Kind.VISIT),
        ("en", "summit", Kind.CONFERENCE), ("en", "appoint", Kind.APPOINTMENT),
    ],
)  # fmt: skip
def test_trigger_tells_the_kind_of_event(
    knowledge: Knowledge, language: str, word: str, kind: Kind
) -> None:
    found = find(knowledge, Scheme.EVENT, language, word, Use.TRIGGER)
    assert {knowledge[event].kind for event in found} == {kind}


def test_every_event_has_a_kind_and_triggers_in_three_languages(knowledge: Knowledge) -> None:
    for event in knowledge.scheme(Scheme.EVENT):
        assert event.kind is not None
        assert all(event.names(language, Use.TRIGGER) for language in ("kk", "ru", "en"))


def test_ancestors_end_at_an_unknown_concept(knowledge: Knowledge) -> None:
    assert list(knowledge.ancestors("role/nobody")) == []
    assert not knowledge.is_a(None, "role/other")
    assert knowledge.get(None) is None


def test_bodies_of_a_country_are_told_by_kind(knowledge: Knowledge) -> None:
    chambers = knowledge.bodies_of("country/GB", Kind.CHAMBER)
    assert {chamber.kind for chamber in chambers} == {Kind.CHAMBER}
    assert len(chambers) == 2
    assert set(chambers) < set(knowledge.bodies_of("country/GB"))
    assert knowledge.bodies_of("country/XX") == ()
