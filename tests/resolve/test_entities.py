from resolve.telling import Telling

from graphkit.knowledge import Knowledge, load_knowledge
from graphkit.model import Entity, Kind, Passage
from graphkit.resolve import resolve


def entity(*told: Telling) -> Entity:
    (found,) = resolve([one.finish() for one in told], Knowledge(())).entities
    return found


def test_the_full_name_used_most_is_preferred() -> None:
    told = []
    for i, names in enumerate([("Асқар Жұмабаев",), ("А. Жұмабаев", "Асқар Жұмабаев")]):
        telling = Telling(f"r{i}", "kk")
        telling.add(Kind.PERSON, *names)
        told.append(telling)
    found = entity(*told)
    assert [name.text for name in found.preferred] == ["Асқар Жұмабаев"]
    assert {name.text for name in found.names} == {"А. Жұмабаев", "Асқар Жұмабаев"}
    assert found.mentions == (Passage("r0", 0, 5), Passage("r1", 0, 5))


def test_a_word_of_courtesy_makes_no_name_full() -> None:
    telling = Telling("r", "en")
    telling.add(Kind.PERSON, "Ms Zhumabayeva", "Aru Zhumabayeva")
    (told,) = (
        e for e in resolve([telling.finish()], load_knowledge()).entities if e.kind is Kind.PERSON
    )
    assert [name.text for name in told.preferred] == ["Aru Zhumabayeva"]


def test_the_finer_kind_wins() -> None:
    told = []
    for i, kind in enumerate([Kind.GOVERNMENT_BODY, Kind.MINISTRY]):
        telling = Telling(f"r{i}", "en")
        telling.add(kind, "Ministry of Magic")
        told.append(telling)
    assert entity(*told).kind is Kind.MINISTRY


def test_quotations_are_their_release_s_own() -> None:
    told = []
    for i in range(2):
        telling = Telling(f"r{i}", "en")
        telling.add(Kind.QUOTATION, text="We agreed.", language="en")
        told.append(telling.finish())
    found = resolve(told, Knowledge(())).entities
    assert len({quotation.id for quotation in found}) == 2
    assert {quotation.text for quotation in found} == {"We agreed."}
