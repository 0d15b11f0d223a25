import json
import random
from itertools import pairwise
from pathlib import Path

import pytest
from resolve import oracle
from resolve.telling import Telling

from graphkit.errors import DecisionError
from graphkit.knowledge import Concept, Knowledge, Label, Scheme, Use, load_knowledge
from graphkit.model import Extraction, Kind, Relation, Resolution, Status
from graphkit.resolve import Decision, Judgement, identify, resolve

DEVSET = Path(__file__).parent.parent / "data" / "devset"
NONE = Knowledge(())


@pytest.fixture(scope="module")
def golds() -> list[dict[str, object]]:
    return oracle.read_gold(DEVSET / "gold")


@pytest.fixture(scope="module")
def extractions(golds: list[dict[str, object]]) -> list[Extraction]:
    return [
        oracle.make_extraction(
            gold, (DEVSET / "texts" / f"{gold['id']}.txt").read_text("utf-8"), load_knowledge()
        )
        for gold in golds
    ]


def people(resolution: Resolution) -> list[str]:
    return [entity.id for entity in resolution.entities if entity.kind is Kind.PERSON]


def minister(release: str, language: str, name: str, country: str = "KZ") -> Extraction:
    telling = Telling(release, language)
    telling.official(name, "minister", country=telling.country(country))
    return telling.finish()


def test_identity_on_perfect_extractions(extractions: list[Extraction]) -> None:
    cross = json.loads((DEVSET / "gold" / "cross.json").read_text("utf-8"))
    ids = oracle.ids_of(resolve(extractions, load_knowledge()), extractions)
    precision, _, f1, errors = oracle.score_identity(ids, cross)
    assert precision >= 0.99, errors
    assert f1 >= 0.97, errors


def test_order_of_input_has_no_effect(extractions: list[Extraction]) -> None:
    expected = resolve(extractions, load_knowledge())
    for seed in range(20):
        shuffled = random.Random(seed).sample(extractions, len(extractions))
        assert resolve(shuffled, load_knowledge()) == expected


def test_ids_of_earlier_builds_stay_known(extractions: list[Extraction]) -> None:
    """An id of a build from fewer releases is still an id, or an alias, short of a split."""
    final = resolve(extractions, load_knowledge())
    known = {entity.id for entity in final.entities}
    known |= {alias for entity in final.entities for alias in entity.same_as}
    shared = {"-".join(path.split("-")[:-1]) for path in people(final)}
    for size in (6, 12, 18, 24):
        for path in people(resolve(extractions[:size], load_knowledge())):
            assert path in known or path in shared


def test_one_minister_in_three_languages_is_one() -> None:
    found = resolve(
        [
            minister("r1", "kk", "Ермек Сәтбаев"),
            minister("r2", "ru", "Ермек Сатбаев"),
            minister("r3", "en", "Yermek Satbayev"),
        ],
        NONE,
    )
    assert people(found) == ["person/ermek-satbaev"]
    person = next(e for e in found.entities if e.kind is Kind.PERSON)
    assert {n.language: n.text for n in person.preferred} == {
        "kk": "Ермек Сәтбаев",
        "ru": "Ермек Сатбаев",
        "en": "Yermek Satbayev",
    }
    assert person.releases == ("r1", "r2", "r3")


def test_one_fact_keeps_the_passages_of_all_releases() -> None:
    found = resolve([minister(r, "ru", "Ермек Сатбаев") for r in ("r1", "r2")], NONE)
    fact = next(f for f in found.facts if f.relation is Relation.HOLDS)
    assert [support.passage.release for support in fact.support] == ["r1", "r2"]


def test_two_countries_split_one_name() -> None:
    found = resolve(
        [minister("r1", "ru", "Асан Алиев", "KZ"), minister("r2", "ru", "Асан Алиев", "UZ")], NONE
    )
    assert people(found) == ["person/asan-aliev-kz", "person/asan-aliev-uz"]
    assert found.proposals == ()


def test_a_name_that_fits_two_is_proposed_and_not_joined() -> None:
    stray = Telling("r3", "en")
    stray.add(Kind.PERSON, "Asan Aliyev")
    found = resolve(
        [
            minister("r1", "ru", "Асан Алиев", "KZ"),
            minister("r2", "ru", "Асан Алиев", "UZ"),
            stray.finish(),
        ],
        NONE,
    )
    assert len(people(found)) == 3
    assert len(found.proposals) == 2
    assert all("same full name" in proposal.reason for proposal in found.proposals)


def test_one_release_tells_namesakes_apart() -> None:
    telling = Telling("r1", "kk")
    telling.add(Kind.PERSON, "Асан Әлиев")
    telling.add(Kind.PERSON, "Асан Әлиев")
    assert len(people(resolve([telling.finish()], NONE))) == 2


def test_a_decision_outranks_the_same_name() -> None:
    told = [minister("r1", "kk", "Асан Әлиев"), minister("r2", "en", "Asan Aliyev")]
    assert len(people(resolve(told, NONE))) == 1
    place = [f"release/{r}#char=7,12" for r in ("r1", "r2")]
    decision = Decision(*place, Judgement.DIFFERENT)
    assert len(people(resolve(told, NONE, decisions=[decision]))) == 2


def test_a_decision_joins_what_no_score_would() -> None:
    told = [minister("r1", "en", "Dana Berg"), minister("r2", "en", "Dana Lund")]
    decision = Decision("person/dana-berg", "person/dana-lund", Judgement.SAME)
    assert len(people(resolve(told, NONE, decisions=[decision]))) == 1


def test_nothing_is_joined_against_a_decision_through_a_third() -> None:
    told = [
        minister("r1", "en", "Dana Berg"),
        minister("r2", "en", "Dana Lund"),
        minister("r3", "ru", "Дана Берг"),
    ]
    rows = [Decision("person/dana-lund", "person/dana-berg", Judgement.DIFFERENT)]
    found = resolve(told, NONE, decisions=rows)
    assert len(people(found)) == 2
    rows.append(Decision("person/dana-lund", "release/r3#char=7,12", Judgement.SAME))
    with pytest.raises(DecisionError, match="delete one row"):
        resolve(told, NONE, decisions=rows)


@pytest.mark.parametrize("different", [("dana-berg", "anna-lund"), ("anna-lund", "dana-berg")])
def test_a_long_way_round_a_decision_is_an_error_that_names_both_rows(
    different: tuple[str, str],
) -> None:
    names = ("Dana Berg", "Dana Lund", "Dora Holm", "Anna Lund")
    told = [minister(f"r{i}", "en", name) for i, name in enumerate(names)]
    ids = [f"person/{name.casefold().replace(' ', '-')}" for name in names]
    rows = [
        Decision(left, right, Judgement.SAME, place=f"d.csv:{i}")
        for i, (left, right) in enumerate(pairwise(ids), start=2)
    ]
    assert len(people(resolve(told, NONE, decisions=rows))) == 1
    left, right = (f"person/{name}" for name in different)
    rows.append(Decision(left, right, Judgement.DIFFERENT, place="d.csv:5"))
    for order in (rows, rows[::-1]):
        with pytest.raises(DecisionError, match=r"d.csv:[234] .* contradicts d.csv:5 .*different"):
            resolve(told, NONE, decisions=order)
    found = resolve(told, NONE, decisions=[rows[0], rows[2], rows[3]])
    assert len(people(found)) == 2


def test_a_decision_on_nothing_known_is_told() -> None:
    told = [minister("r1", "en", "Dana Berg"), minister("r2", "en", "Dana Lund")]
    rows = [
        Decision("person/dana-berg", "person/dana-lund", Judgement.SAME, place="d.csv:2"),
        Decision("person/nobody", "person/dana-lund", Judgement.DIFFERENT, place="d.csv:3"),
        Decision("release/r9#char=0,4", "person/no-one", Judgement.SAME, place="d.ttl:7"),
    ]
    found = identify(told, NONE, decisions=rows)
    assert len(found.unmet) == 2
    assert found.unmet[0].startswith("d.csv:3: 'person/nobody' is no id of this graph")
    assert found.unmet[1].startswith("d.ttl:7: 'release/r9#char=0,4' and 'person/no-one' are no")


def test_persons_of_the_analyst_are_linked_to_their_iris() -> None:
    labels = (
        Label("Ермек Сәтбаев", "kk", Use.PREFERRED),
        Label("Yermek Satbayev", "en", Use.PREFERRED),
    )
    known = Concept(
        "person/q1", "https://example.org/q1", Scheme.BODY, labels, kind=Kind.PERSON,
        same_as=("https://www.wikidata.org/entity/Q1",),
    )  # fmt: skip
    found = resolve([minister("r1", "ru", "Ермек Сатбаев")], Knowledge([known]))
    person = next(e for e in found.entities if e.kind is Kind.PERSON)
    assert person.id == "person/q1"
    assert "https://www.wikidata.org/entity/Q1" in person.same_as
    assert "Yermek Satbayev" in {name.text for name in person.names}


def test_a_changed_post_keeps_both_with_their_status() -> None:
    early, late = Telling("r1", "ru"), Telling("r2", "ru")
    early.official("Алуа Садыкова", "minister", country=early.country("KZ"))
    kz = late.country("KZ")
    person = late.official("Алуа Садыкова", "speaker", country=kz)
    post = late.add(Kind.POST, role="role/minister")
    late.claim(post, Relation.OF_COUNTRY, kz)
    late.claim(person, Relation.HOLDS, post, Status.FORMER)
    found = resolve([early.finish(), late.finish()], NONE)
    held = {
        f.object: [s.status for s in f.support] for f in found.facts if f.relation is Relation.HOLDS
    }
    assert held == {
        "post/kz-minister": [Status.ASSERTED, Status.FORMER],
        "post/kz-speaker": [Status.ASSERTED],
    }


def test_a_release_read_twice_counts_once() -> None:
    told = minister("r1", "kk", "Ермек Сәтбаев")
    assert resolve([told, told], NONE) == resolve([told], NONE)


def test_nothing_gives_nothing() -> None:
    assert resolve([], NONE) == Resolution((), (), ())
