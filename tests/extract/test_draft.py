"""What has been found so far: one referent a key, one claim a statement."""

from __future__ import annotations

import factory
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from graphkit.extract.draft import Draft
from graphkit.languages.document import Document
from graphkit.model import Kind, Name, Relation, Status

WORDS = "Ержан Қасымов Сенат депутаты".split()


@pytest.fixture
def draft() -> Draft:
    text = " ".join(WORDS)
    return Draft(factory.make_release("kk", text), Document(Doc(Vocab(), words=WORDS)))


def test_a_key_gives_one_referent_however_often_it_is_asked(draft: Draft) -> None:
    first = draft.refer(Kind.PERSON, "person:ержан")
    assert draft.refer(Kind.PERSON, "person:ержан") == first == "person1"
    assert draft.refer(Kind.PERSON, "person:анна") == "person2"
    assert draft.refer(Kind.CITY, "city:рим") == "city1"
    assert [r.id for r in draft.finish().referents] == ["person1", "person2", "city1"]


def test_names_keep_their_order_and_come_once_with_single_spaces(draft: Draft) -> None:
    person = draft.refer(Kind.PERSON, "p")
    draft.add_names(person, "Ержан  Қасымов", "Қасымов", "")
    draft.add_names(person, "Қасымов", " Е.Қасымов ")
    names = draft.referents[person].names
    assert names == tuple(Name(n, "kk") for n in ("Ержан Қасымов", "Қасымов", "Е.Қасымов"))


def test_a_mention_is_told_in_characters_of_the_text(draft: Draft) -> None:
    person = draft.refer(Kind.PERSON, "p")
    draft.add_mention(person, 2, 4)
    draft.add_mention(person, 0, 2)
    extraction = draft.finish()
    text = extraction.release.text
    assert [text[m.begin : m.end] for m in extraction.mentions] == [
        "Ержан Қасымов",
        "Сенат депутаты",
    ]


@pytest.mark.parametrize("order", [(0.6, 0.9), (0.9, 0.6)], ids=["rising", "falling"])
def test_of_equal_claims_the_surest_stays(draft: Draft, order: tuple[float, float]) -> None:
    person, body = draft.refer(Kind.PERSON, "p"), draft.refer(Kind.CHAMBER, "c")
    for confidence in order:
        draft.add_claim(
            person, Relation.MEMBER_OF, body, 0, 4, confidence=confidence, extractor="test"
        )
    [claim] = draft.finish().claims
    assert claim.confidence == 0.9


def test_nothing_is_said_of_a_thing_and_itself(draft: Draft) -> None:
    body = draft.refer(Kind.CHAMBER, "c")
    draft.add_claim(body, Relation.PART_OF, body, 0, 1, confidence=1, extractor="test")
    assert draft.finish().claims == ()


def test_objects_are_those_of_one_subject_and_relation(draft: Draft) -> None:
    person, one, two = (draft.refer(Kind.CHAMBER, key) for key in "pab")
    for body in (one, two):
        draft.add_claim(person, Relation.MEMBER_OF, body, 0, 1, confidence=1, extractor="test")
    draft.add_claim(one, Relation.PART_OF, two, 0, 1, confidence=1, extractor="test")
    assert draft.objects(person, Relation.MEMBER_OF) == [one, two]
    assert draft.objects(person, Relation.PART_OF) == []


def test_a_claim_keeps_its_status_and_passage(draft: Draft) -> None:
    person, body = draft.refer(Kind.PERSON, "p"), draft.refer(Kind.CHAMBER, "c")
    draft.add_claim(
        person, Relation.MEMBER_OF, body, 0, 3, confidence=1, extractor="x", status=Status.FORMER
    )
    [claim] = draft.finish().claims
    assert claim.status is Status.FORMER
    assert draft.release.text[claim.begin : claim.end] == "Ержан Қасымов Сенат"


def test_the_result_carries_no_reading(draft: Draft) -> None:
    release = draft.finish().release
    assert (release.reading, release.offsets) == ("", ())
    assert release.text == draft.release.text


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc"), st.floats(0, 1))))
def test_there_is_one_claim_a_statement_whatever_is_added(
    added: list[tuple[str, str, float]],
) -> None:
    draft = Draft(factory.make_release("kk", " ".join(WORDS)), Document(Doc(Vocab(), words=WORDS)))
    for left, right, confidence in added:
        subject, obj = draft.refer(Kind.CHAMBER, left), draft.refer(Kind.CHAMBER, right)
        draft.add_claim(
            subject, Relation.PART_OF, obj, 0, 1, confidence=confidence, extractor="test"
        )
    claims = draft.finish().claims
    assert len({(c.subject, c.object) for c in claims}) == len(claims)
    best = {(a, b): max(c for x, y, c in added if (x, y) == (a, b)) for a, b, _ in added if a != b}
    found = {(c.subject, c.object): c.confidence for c in claims}
    assert found == {
        (draft.keys[a], draft.keys[b]): confidence for (a, b), confidence in best.items()
    }
