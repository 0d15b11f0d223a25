from resolve.telling import Telling

from graphkit.knowledge import Knowledge
from graphkit.model import Kind, Relation, Status
from graphkit.resolve import resolve


def test_a_denied_claim_stays_denied() -> None:
    telling = Telling("r1", "ru")
    person, group = (
        telling.add(Kind.PERSON, "Алуа Садыкова"),
        telling.add(Kind.PARTY, "Партия труда"),
    )
    telling.claim(person, Relation.MEMBER_OF, group, Status.DENIED)
    fact = resolve([telling.finish()], Knowledge(())).facts[0]
    assert [support.status for support in fact.support] == [Status.DENIED]


def test_a_claim_on_itself_is_no_fact() -> None:
    telling = Telling("r1", "en")
    one, other = (telling.add(Kind.PARTY, "Union", link="body/gb/union") for _ in range(2))
    telling.claim(one, Relation.PART_OF, other)
    assert resolve([telling.finish()], Knowledge(())).facts == ()


def test_a_claim_on_what_is_not_there_is_left_out() -> None:
    telling = Telling("r1", "en")
    telling.claim(telling.add(Kind.PARTY, "Union"), Relation.PART_OF, "party9")
    assert resolve([telling.finish()], Knowledge(())).facts == ()
