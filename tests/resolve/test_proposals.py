"""What is asked of a person, and that decisions hold however ids change."""

from importlib import import_module

import pytest
from resolve.telling import Telling

from graphkit.knowledge import Knowledge, load_knowledge
from graphkit.model import Extraction, Kind, Proposal, Relation, Resolution
from graphkit.resolve import Decision, Judgement, resolve

NONE = Knowledge(())


def asked(*told: Telling) -> list[Proposal]:
    return list(resolve([one.finish() for one in told], load_knowledge()).proposals)


def ids(found: Resolution, kind: Kind) -> list[str]:
    return [entity.id for entity in found.entities if entity.kind is kind]


def ministry(release: str, name: str, language: str = "ru", iso: str = "KZ") -> Telling:
    telling = Telling(release, language)
    telling.body(Kind.MINISTRY, name, country=telling.country(iso), type="type/ministry")
    return telling


def test_a_ministry_under_a_longer_name_is_asked_about() -> None:
    found = asked(
        ministry("r1", "Министерство кочевого хозяйства"),
        ministry("r2", "Министерство кочевого хозяйства и охоты"),
    )
    assert [(round(p.score, 2), p.reason) for p in found] == [
        (0.7, "names alike; both of country/KZ; both type/ministry")
    ]


@pytest.mark.parametrize(
    ("left", "right", "iso"),
    [
        pytest.param("Министерство рыбы", "Министерство лесов", "KZ", id="other word"),
        pytest.param("Министерство рыбы и леса", "Министерство рыбы", "UZ", id="other country"),
    ],
)
def test_other_ministries_are_not_asked_about(left: str, right: str, iso: str) -> None:
    assert asked(ministry("r1", left), ministry("r2", right, iso=iso)) == []


def test_two_bodies_of_one_release_are_two() -> None:
    telling = Telling("r1", "ru")
    kz = telling.country("KZ")
    for name in ("Комитет кочевого хозяйства", "Комитет кочевого хозяйства и охоты"):
        telling.body(Kind.MINISTRY, name, country=kz)
    assert asked(telling) == []


def group(release: str, iso: str | None, head: str) -> Telling:
    telling = Telling(release, "en")
    owner = telling.country(iso) if iso else None
    partner = telling.country("KZ")
    made = telling.body(
        Kind.ALL_PARTY_GROUP, "All-Party Group on Kazakhstan", country=owner, concerns=partner
    )
    telling.official(head, "head_of_body", body=made)
    return telling


def test_a_group_of_unknown_parliament_is_asked_about_where_one_heads_both() -> None:
    found = asked(group("r1", "GB", "Dana Berg"), group("r2", None, "Dana Berg"))
    assert [p.reason for p in found] == [
        "same name; both concern country/KZ; both headed by person/dana-berg"
    ]
    assert asked(group("r1", "GB", "Dana Berg"), group("r2", None, "Jan Holm")) == []


def city(release: str, name: str, language: str) -> Telling:
    telling = Telling(release, language)
    telling.add(Kind.CITY, name)
    return telling


def test_two_spellings_of_an_unknown_city_are_asked_about() -> None:
    found = asked(city("r1", "Кандыбайск", "ru"), city("r2", "Кондыбайск", "ru"))
    assert [(p.left, p.right) for p in found] == [("city/kandybaisk", "city/kondybaisk")]
    assert asked(city("r1", "Кандыбайск", "ru"), city("r2", "Кербулак", "ru")) == []


def meeting(release: str, day: str | None, published: str, *people: str, place: str) -> Telling:
    telling = Telling(release, "en", date=published)
    iso = telling.country("KZ")
    made = [telling.official(name, "minister", country=iso) for name in people]
    telling.event(Kind.MEETING, *made, place=telling.add(Kind.CITY, place), date=day)
    return telling


def test_one_meeting_on_two_days_is_asked_about() -> None:
    pair = ("Dana Berg", "Jan Holm")
    found = asked(
        meeting("r1", "2026-05-12", "2026-05-12", *pair, place="Bergen"),
        meeting("r2", "2026-05-13", "2026-05-14", *pair, place="Bergen"),
    )
    assert [p.reason for p in found] == [
        "both with person/dana-berg; on 2026-05-12 and 2026-05-13; 2 persons in both; "
        "both in city/bergen"
    ]
    assert not asked(
        meeting("r1", "2026-05-12", "2026-05-12", *pair, place="Bergen"),
        meeting("r2", "2026-05-18", "2026-05-18", *pair, place="Bergen"),
    )
    assert not asked(
        meeting("r1", "2026-05-12", "2026-05-12", *pair, place="Bergen"),
        meeting("r2", "2026-05-13", "2026-05-14", *pair, place="Oslo"),
    )


def test_what_many_releases_tell_alike_is_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module("graphkit.resolve.event_doubts")
    compared: list[object] = []
    weigh = module._weigh

    def watch(*pair: object) -> object:
        compared.append(pair)
        return weigh(*pair)

    monkeypatch.setattr(module, "_weigh", watch)
    pair = ("Dana Berg", "Jan Holm")
    found = asked(
        *(meeting(f"a{n}", "2026-05-12", "2026-05-12", *pair, place="Bergen") for n in range(9)),
        *(meeting(f"b{n}", "2026-05-13", "2026-05-14", *pair, place="Bergen") for n in range(9)),
    )
    assert len(found) == 1
    assert len(compared) == 1


def minister(release: str, name: str, iso: str = "KZ") -> Extraction:
    telling = Telling(release, "en")
    telling.official(name, "minister", country=telling.country(iso))
    return telling.finish()


def test_a_decision_may_be_on_what_another_decision_has_made() -> None:
    """The meeting of both has an id that neither had; who decides next sees only that one."""
    told = [
        meeting("r1", None, "2026-05-12", "Dana Berg", place="Bergen").finish(),
        meeting("r2", "2026-05-30", "2026-05-30", "Jan Holm", place="Bergen").finish(),
        meeting("r3", "2026-06-30", "2026-06-30", "Anna Lund", place="Bergen").finish(),
    ]
    first, second, third = ids(resolve(told, NONE), Kind.MEETING)
    rows = [Decision(second, third, Judgement.SAME)]
    made = set(ids(resolve(told, NONE, decisions=rows), Kind.MEETING)) - {first, second, third}
    assert len(made) == 1
    rows.append(Decision(first, made.pop(), Judgement.SAME))
    assert len(ids(resolve(told, NONE, decisions=rows), Kind.MEETING)) == 1


def test_a_decision_holds_when_a_namesake_is_gone_and_the_suffix_with_him() -> None:
    rows = [Decision("person/dana-berg-kz", "person/dana-lund", Judgement.SAME)]
    both = [minister("r1", "Dana Berg"), minister("r2", "Dana Berg", "NO")]
    later = [minister("r3", "Dana Lund")]
    assert len(ids(resolve(both + later, NONE, decisions=rows), Kind.PERSON)) == 2
    assert len(ids(resolve(both[:1] + later, NONE, decisions=rows), Kind.PERSON)) == 1
    # The one of the other country was never spoken of.
    assert len(ids(resolve(both[1:] + later, NONE, decisions=rows), Kind.PERSON)) == 2


def test_a_release_that_comes_later_changes_no_decision_on_an_event() -> None:
    told = [
        meeting("r1", "2026-05-12", "2026-05-12", "Dana Berg", "Jan Holm", place="Bergen"),
        meeting("r2", "2026-05-14", "2026-05-14", "Dana Berg", "Jan Holm", place="Bergen"),
    ]
    early = [one.finish() for one in told]
    row = Decision(*ids(resolve(early, NONE), Kind.MEETING), Judgement.SAME)
    late = meeting(
        "r3", "2026-05-12", "2026-05-12", "Anna Lund", "Dana Berg", "Jan Holm", place="Bergen"
    )
    every = [*early, late.finish()]
    assert len(ids(resolve(every, NONE), Kind.MEETING)) == 2
    assert len(ids(resolve(every, NONE, decisions=[row]), Kind.MEETING)) == 1


def test_relations_of_a_place_tell_two_of_one_name_apart() -> None:
    told = [city("r1", "Кандыбайск", "ru"), city("r2", "Кондыбайск", "ru")]
    for telling, iso in zip(told, ("KZ", "RU"), strict=True):
        telling.claim(telling.referents[0].id, Relation.OF_COUNTRY, telling.country(iso))
    assert asked(*told) == []
