import pytest
from resolve.telling import Telling

from graphkit.knowledge import Knowledge
from graphkit.model import EVENTS, Entity, Kind, Status
from graphkit.resolve import resolve

NAMES = {
    "kk": ("Асқар Жұмабаев", "Жанар Әбішева"),
    "ru": ("Аскар Жумабаев", "Жанар Абишева"),
    "en": ("Askar Zhumabayev", "Zhanar Abisheva"),
}


def tell(
    release: str,
    language: str,
    *,
    day: str | None,
    published: str | None = None,
    city: str = "city/astana",
    kind: Kind = Kind.MEETING,
) -> Telling:
    telling = Telling(release, language, date=published)
    people = [telling.add(Kind.PERSON, name) for name in NAMES[language]]
    telling.event(kind, *people, place=telling.add(Kind.CITY, link=city), date=day)
    return telling


def events(*told: Telling) -> list[Entity]:
    found = resolve([one.finish() for one in told], Knowledge(()))
    return [entity for entity in found.entities if entity.kind in EVENTS]


def test_three_tellings_of_one_meeting_are_one_event() -> None:
    found = events(
        tell("r1", "kk", day="2026-03-04"),
        tell("r2", "ru", day="--03-04", published="2026-03-05"),
        tell("r3", "en", day=None, published="2026-03-05"),
    )
    assert [e.releases for e in found] == [("r1", "r2", "r3")]
    assert found[0].date == "2026-03-04"
    assert found[0].id == "event/meeting-2026-03-04-astana-askar-zhumabaev-zhanar-abisheva"


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"day": "2026-03-06"}, id="another day"),
        pytest.param({"day": "2026-03-04", "city": "city/almaty"}, id="another place"),
        pytest.param({"day": "2026-03-04", "kind": Kind.SIGNING}, id="another kind"),
        pytest.param({"day": None, "published": "2026-05-01"}, id="long after"),
    ],
)
def test_what_differs_is_another_event(other: dict[str, str]) -> None:
    assert len(events(tell("r1", "kk", day="2026-03-04"), tell("r2", "en", **other))) == 2


def test_two_events_of_one_release_stay_two() -> None:
    telling = tell("r1", "kk", day="2026-03-04")
    telling.event(Kind.MEETING, "person0", "person1", place="city2", date="2026-03-04")
    assert len(events(telling)) == 2


def test_what_has_happened_is_no_longer_planned() -> None:
    plan = tell("r1", "kk", day="2026-03-04")
    plan.referents[-1] = type(plan.referents[-1])(
        plan.referents[-1].id, Kind.MEETING, date="2026-03-04", status=Status.PLANNED
    )
    found = events(plan, tell("r2", "ru", day="2026-03-04"))
    assert [entity.status for entity in found] == [Status.ASSERTED]
