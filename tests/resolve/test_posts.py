from resolve.telling import Telling

from graphkit.knowledge import load_knowledge
from graphkit.model import Kind
from graphkit.resolve import resolve


def posts(*told: Telling) -> list[str]:
    found = resolve([one.finish() for one in told], load_knowledge())
    return [entity.id for entity in found.entities if entity.kind is Kind.POST]


def test_a_post_is_the_same_for_its_next_holder() -> None:
    told = []
    for i, (language, name) in enumerate([("kk", "Асқар Жұмабаев"), ("en", "Dana Berg")]):
        telling = Telling(f"r{i}", language)
        telling.official(
            name, "ambassador", country=telling.country("KZ"), accredited=telling.country("GB")
        )
        told.append(telling)
    assert posts(*told) == ["post/kz-ambassador-to-gb"]


def test_an_adviser_of_an_unnamed_body_holds_a_post_of_his_own() -> None:
    told = []
    for i, name in enumerate(["Dana Berg", "Erik Lund"]):
        telling = Telling(f"r{i}", "en")
        telling.official(name, "adviser")
        told.append(telling)
    assert posts(*told) == ["post/adviser-of-dana-berg", "post/adviser-of-erik-lund"]


def test_a_finer_role_is_no_second_post() -> None:
    told = []
    for i, role in enumerate(["speaker", "chair"]):
        telling = Telling(f"r{i}", "en")
        body = telling.body(Kind.COMMITTEE, "Budget Committee", country=telling.country("EE"))
        telling.official("Dana Berg", "head_of_body" if role == "speaker" else role, body=body)
        told.append(telling)
    assert posts(*told) == ["post/ee-budget-committee-head-of-body"]
