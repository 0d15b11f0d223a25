from resolve.telling import Telling

from graphkit.knowledge import Knowledge, load_knowledge
from graphkit.model import Entity, Kind
from graphkit.resolve import resolve


def persons(*told: Telling) -> list[Entity]:
    found = resolve([one.finish() for one in told], load_knowledge())
    return [entity for entity in found.entities if entity.kind is Kind.PERSON]


def minister(release: str, language: str, name: str, iso: str, role: str = "minister") -> Telling:
    telling = Telling(release, language)
    telling.official(name, role, country=telling.country(iso))
    return telling


def test_an_id_that_another_language_gave_stays_as_an_alias() -> None:
    alone = persons(minister("r1", "ru", "Уильям Стоун", "GB"))
    both = persons(
        minister("r1", "ru", "Уильям Стоун", "GB", "head_of_state"),
        minister("r2", "en", "William Stone", "GB", "head_of_state"),
    )
    assert [person.id for person in alone] == ["person/uilyam-stoun"]
    assert [(p.id, p.same_as) for p in both] == [("person/william-stone", (alone[0].id,))]


def test_namesakes_are_told_apart_by_role_where_no_country_is_known() -> None:
    told = Telling("r1", "en")
    for role in ("academic", "spokesperson"):
        told.official("Dana Berg", role)
    assert [p.id for p in persons(told)] == [
        "person/dana-berg-academic",
        "person/dana-berg-spokesperson",
    ]


def test_a_title_is_not_part_of_an_id() -> None:
    assert [p.id for p in persons(minister("r1", "en", "Lord Hastings", "GB"))] == [
        "person/hastings"
    ]


def test_without_knowledge_a_person_has_an_id_all_the_same() -> None:
    telling = Telling("r1", "kk")
    telling.add(Kind.PERSON)
    found = resolve([telling.finish()], Knowledge(()))
    assert [entity.id.partition("/")[0] for entity in found.entities] == ["person"]
