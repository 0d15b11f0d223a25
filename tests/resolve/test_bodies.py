from resolve.telling import Telling

from graphkit.knowledge import load_knowledge
from graphkit.model import BODIES, Extraction, Kind, Relation, Resolution
from graphkit.resolve import resolve


def bodies(*told: Telling) -> list[str]:
    found = resolve([one.finish() for one in told], load_knowledge())
    return [entity.id for entity in found.entities if entity.kind in BODIES and entity.releases]


def test_a_ministry_is_made_of_country_and_type() -> None:
    told = []
    names = {
        "kk": "Сыртқы істер министрлігі",
        "ru": "Министерство иностранных дел",
        "en": "Foreign Ministry",
    }
    for language, name in names.items():
        telling = Telling(f"r-{language}", language)
        telling.body(
            Kind.MINISTRY, name,
            type="type/ministry-of-foreign-affairs", country=telling.country("MN"),
        )  # fmt: skip
        told.append(telling)
    assert bodies(*told) == ["body/mn/ministry-of-foreign-affairs"]


def test_ministries_of_two_countries_stay_two() -> None:
    told = []
    for iso in ("MN", "EE"):
        telling = Telling(f"r-{iso}", "ru")
        telling.body(Kind.MINISTRY, "МИД", country=telling.country(iso))
        told.append(telling)
    assert len(bodies(*told)) == 2


def appg(release: str, language: str, name: str, kind: Kind) -> Telling:
    telling = Telling(release, language)
    house = telling.body(Kind.PARLIAMENT, link="body/gb/parliament")
    telling.body(kind, name, parent=house, concerns=telling.country("KZ"))
    return telling


def test_a_group_is_one_under_all_its_names() -> None:
    names = [
        ("kk", "Қазақстан жөніндегі Бүкілпартиялық парламенттік топ"),
        ("ru", "Всепартийная парламентская группа по Казахстану"),
        ("en", "All-Party Parliamentary Group on Kazakhstan"),
        ("en", "APPG for Kazakhstan"),
    ]
    told = [
        appg(f"r{i}", language, name, Kind.ALL_PARTY_GROUP)
        for i, (language, name) in enumerate(names)
    ]
    assert bodies(*told) == ["body/gb/parliament", "body/gb/parliament/all-party-group-kz"]


def test_groups_of_contradicting_kinds_never_join() -> None:
    told = [
        appg("r1", "en", "Kazakhstan group", Kind.ALL_PARTY_GROUP),
        appg("r2", "en", "Kazakhstan group", Kind.FRIENDSHIP_GROUP),
    ]
    assert len(bodies(*told)) == 3


def committee(release: str, language: str, name: str, head: str) -> Extraction:
    telling = Telling(release, language)
    kz = telling.country("KZ")
    house = telling.body(Kind.CHAMBER, link="body/kz/majilis")
    made = telling.body(Kind.COMMITTEE, name, parent=house)
    telling.official(head, "head_of_body", body=made, country=kz)
    return telling.finish()


def test_one_head_joins_a_committee_named_in_two_languages() -> None:
    found = resolve(
        [
            committee("r1", "kk", "Қаржы және бюджет комитеті", "Асан Тоқтаров"),
            committee("r2", "en", "Committee on Finance and Budget", "Assan Toktarov"),
        ],
        load_knowledge(),
    )
    made = [e for e in found.entities if e.kind is Kind.COMMITTEE]
    assert [e.id for e in made] == ["body/kz/majilis/committee-on-finance-and-budget"]
    assert len(made[0].names) == 2


def test_one_head_does_not_join_two_committees_of_one_language() -> None:
    found = resolve(
        [
            committee("r1", "en", "Committee on Agrarian Issues", "Assan Toktarov"),
            committee("r2", "en", "Committee on Finance and Budget", "Assan Toktarov"),
        ],
        load_knowledge(),
    )
    assert len([e for e in found.entities if e.kind is Kind.COMMITTEE]) == 2


def facts_of(found: Resolution, relation: Relation) -> dict[tuple[str, str], int]:
    return {(f.subject, f.object): len(f.support) for f in found.facts if f.relation is relation}


def test_what_the_knowledge_says_of_a_body_has_no_support() -> None:
    telling = Telling("r1", "ru")
    telling.body(Kind.CHAMBER, "Палата общин", link="body/gb/house-of-commons")
    found = resolve([telling.finish()], load_knowledge())
    assert facts_of(found, Relation.PART_OF) == {
        ("body/gb/house-of-commons", "body/gb/parliament"): 0
    }
    entities = {entity.id: entity for entity in found.entities}
    assert entities["body/gb/parliament"].releases == ()
    assert "Қауымдар палатасы" in {n.text for n in entities["body/gb/house-of-commons"].names}
