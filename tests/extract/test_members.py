"""Who leads a body and who belongs to it, by verbs, lists and brackets."""

from __future__ import annotations

import pytest
from extract.reading import read

from graphkit.model import Kind, Relation

pytestmark = pytest.mark.model
AMANAT = "kz/amanat"


def head_of(text: str, language: str, kind: Kind) -> set[tuple[str, str]]:
    """Return who heads the bodies of a kind, by what roles."""
    reading = read(text, language)
    held = {c.object: reading.name(c.subject) for c in reading.claims(Relation.HOLDS)}
    return {
        (held[c.subject], reading.by_id[c.subject].role or "")
        for c in reading.claims(Relation.POST_IN)
        if reading.by_id[c.object].kind is kind
    }


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("kk", "Ержан Қасымов басқарған Мәжіліс делегациясы Токиоға барды.", "Ержан Қасымов"),
        ("kk", "Италия Сенатының делегациясын Марко Риччи басқарды.", "Марко Риччи"),
        ("ru", "Делегация Мажилиса во главе с Ержаном Касымовым посетила Токио.", "Ержан Касымов"),
        (
            "ru",
            "Делегацию Мажилиса возглавил Ержан Касымов.",
            "Ержан Касымов",
        ),
        (
            "en",
            "A delegation of the Mazhilis headed by Yerzhan Kassymov visited Tokyo.",
            "Yerzhan Kassymov",
        ),
        pytest.param(
            "en",
            "Yerzhan Kassymov led a delegation of the Mazhilis to Tokyo.",
            "Yerzhan Kassymov",
            marks=pytest.mark.xfail(strict=True, reason="'led' is not read as a verb of leading"),
        ),
    ],
    ids=["kk-participle", "kk-verb", "ru-at-the-head", "ru-verb", "en-headed-by", "en-led"],
)
def test_who_leads_a_delegation_is_its_head(language: str, text: str, person: str) -> None:
    assert head_of(text, language, Kind.DELEGATION) == {(person, "role/head_of_body")}


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        (
            "kk",
            "Джон Харлоу Орталық Азия жөніндегі Бүкілпартиялық парламенттік топты басқарады.",
            "Джон Харлоу",
        ),
        (
            "ru",
            "Джон Харлоу возглавляет Всепартийную парламентскую группу по Центральной Азии.",
            "Джон Харлоу",
        ),
        (
            "ru",
            "Всепартийную парламентскую группу по Центральной Азии возглавляет Джон Харлоу.",
            "Джон Харлоу",
        ),
        (
            "en",
            "The All-Party Parliamentary Group on Central Asia is chaired by John Harlow.",
            "John Harlow",
        ),
        (
            "en",
            "John Harlow, Chair of the All-Party Parliamentary Group on Central Asia, spoke.",
            "John Harlow",
        ),
        pytest.param(
            "en",
            "John Harlow chairs the All-Party Parliamentary Group on Central Asia.",
            "John Harlow",
            marks=pytest.mark.xfail(strict=True, reason="'chairs' is not read as a verb"),
        ),
    ],
    ids=["kk", "ru", "ru-object-first", "en-passive", "en-title", "en-verb"],
)
def test_who_leads_a_group_is_its_head(language: str, text: str, person: str) -> None:
    assert head_of(text, language, Kind.ALL_PARTY_GROUP) == {(person, "role/head_of_body")}


@pytest.mark.parametrize(
    ("language", "text", "members"),
    [
        (
            "kk",
            "Италия Сенаты делегациясының құрамында Марко Риччи мен Анна Бьянки болды.",
            {"Марко Риччи", "Анна Бьянки"},
        ),
        (
            "kk",
            "Бундестаг делегациясы Астанаға келді. Оның құрамына Анна Вебер мен Клаус Шмидт кірді.",
            {"Анна Вебер", "Клаус Шмидт"},
        ),
        (
            "ru",
            "В состав делегации Сената Италии вошли Марко Риччи и Анна Бьянки.",
            {"Марко Риччи", "Анна Бьянки"},
        ),
        pytest.param(
            "ru",
            "Делегация Бундестага прибыла в Астану. В её состав вошли Анна Вебер и Клаус Шмидт.",
            {"Анна Вебер", "Клаус Шмидт"},
            marks=pytest.mark.xfail(
                strict=True, reason="a pronoun inside «в её состав» hides the trigger"
            ),
        ),
        (
            "en",
            "The delegation of the Senate of Italy included Marco Ricci and Anna Bianchi.",
            {"Marco Ricci", "Anna Bianchi"},
        ),
        (
            "en",
            "A delegation of the Bundestag arrived in Astana. It included Anna Weber and Klaus "
            "Schmidt.",
            {"Anna Weber", "Klaus Schmidt"},
        ),
    ],
    ids=["kk", "kk-pronoun", "ru", "ru-pronoun", "en", "en-pronoun"],
)
def test_a_delegation_has_the_members_that_are_listed(
    language: str, text: str, members: set[str]
) -> None:
    reading = read(text, language)
    delegations = {r.id for r in reading.extraction.referents if r.kind is Kind.DELEGATION}
    told = reading.claims(Relation.MEMBER_OF)
    assert {reading.name(c.subject) for c in told} == members
    assert {c.object for c in told} == delegations
    assert len(delegations) == 1


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        (
            "ru",
            "В беседе участвовали депутаты Бундестага Клаус Вебер (СДПГ) и Анна Шмидт (ХДС).",
            {"Клаус Вебер": {"de/spd"}, "Анна Шмидт": {"de/cdu"}},
        ),
        (
            "en",
            "Members of the Bundestag Klaus Weber (SPD) and Anna Schmidt (CDU) took part.",
            {"Klaus Weber": {"de/spd"}, "Anna Schmidt": {"de/cdu"}},
        ),
        ("ru", "Депутат от партии «Аманат» Айдос Тлеков выступил.", {"Айдос Тлеков": {AMANAT}}),
        ("ru", "Член партии «Аманат» Айдос Тлеков выступил.", {"Айдос Тлеков": {AMANAT}}),
        ("kk", "«Аманат» партиясының мүшесі Айдос Тілеков сөйледі.", {"Айдос Тілеков": {AMANAT}}),
    ],
    ids=["ru-brackets", "en-brackets", "ru-deputy-from", "ru-member", "kk-member"],
)
def test_a_party_beside_a_name_has_a_member(
    language: str, text: str, parties: dict[str, set[str]]
) -> None:
    reading = read(text, language)
    assert {person: reading.memberships(person) for person in parties} == parties


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Клаус Вебер, Бундестагтың Халықаралық істер комитетінің мүшесі."),
        ("ru", "Клаус Вебер, член Комитета Бундестага по иностранным делам, выступил."),
        ("en", "Klaus Weber, a member of the Foreign Affairs Committee of the Bundestag, spoke."),
        ("en", "Klaus Weber, who sits on the Foreign Affairs Committee, attended."),
    ],
    ids=["kk", "ru", "en", "en-sits-on"],
)
def test_a_member_of_a_committee_holds_no_post_in_it(language: str, text: str) -> None:
    reading = read(text, language)
    [person] = reading.persons
    assert reading.memberships(person) == {reading.only(Kind.COMMITTEE)}
    assert reading.posts(person) == set()


def test_who_heads_a_body_is_not_noted_as_its_member_too() -> None:
    text = (
        "Делегация Сената Италии во главе с Марко Риччи прибыла в Астану. "
        "В состав делегации вошли Марко Риччи и Анна Бьянки."
    )
    reading = read(text, "ru")
    assert reading.memberships("Марко Риччи") == set()
    assert reading.memberships("Анна Бьянки") == {"Делегация Сената Италии"}
