"""Events of small releases in three languages: who met whom, where, and how surely it is told."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from extract.reading import read

from graphkit.model import EVENTS, Kind, Referent, Relation, Status

pytestmark = pytest.mark.model


@dataclass(frozen=True, slots=True)
class Told:
    """One event as a release tells it, with names instead of referents."""

    kind: Kind
    people: frozenset[str]
    place: str | None
    date: str | None
    status: Status
    hosts: frozenset[str]
    topics: tuple[str, ...]


def tell(text: str, language: str) -> list[Told]:
    """Return the events of a text."""
    found = read(text, language)

    def names(event: Referent, relation: Relation) -> list[str]:
        things = [found.by_id[c.object] for c in found.claims(relation, event.id)]
        return [thing.names[0].text if thing.names else thing.id for thing in things]

    return [
        Told(
            event.kind,
            frozenset(names(event, Relation.ATTENDEE)),
            next(iter(names(event, Relation.LOCATION)), None),
            event.date,
            event.status,
            frozenset(names(event, Relation.ORGANIZER)),
            event.topics,
        )
        for event in found.extraction.referents
        if event.kind in EVENTS
    ]


MEETINGS = {
    "en": (
        "Foreign Minister Anna Lindqvist met in Geneva with Pavel Novak, "
        "Speaker of the Senate of Poland.",
        {"Anna Lindqvist", "Pavel Novak"},
        "Geneva",
    ),
    "ru": (
        "Министр иностранных дел Казахстана Асель Жумабаева провела в Женеве встречу "
        "со Спикером Сената Польши Павлом Новаком.",
        {"Асель Жумабаева", "Павел Новак"},
        "Женева",
    ),
    "kk": (
        "Қазақстанның Сыртқы істер министрі Әсел Жұмабаева Женевада "
        "Польша Сенатының Спикері Павел Новакпен кездесті.",
        {"Әсел Жұмабаева", "Павел Новак"},
        "Женева",
    ),
}


@pytest.mark.parametrize("language", MEETINGS)
def test_a_meeting_has_both_sides_and_its_town(language: str) -> None:
    text, people, place = MEETINGS[language]
    (event,) = tell(text, language)
    assert event.kind is Kind.MEETING
    assert event.people == people
    assert event.place == place
    assert event.status is Status.ASSERTED


JOINED = {
    "en": "\n\nThe meeting was attended by the Ambassador of Poland, Marek Zielinski.",
    "ru": "\n\nВо встрече приняли участие посол Польши в Казахстане Марек Зелинский.",
    "kk": "\n\nКездесуге Польшаның Қазақстандағы елшісі Марек Зелинский қатысты.",
}


@pytest.mark.parametrize("language", MEETINGS)
def test_who_took_part_by_a_later_sentence_joins_the_same_meeting(language: str) -> None:
    text, people, _ = MEETINGS[language]
    (event,) = tell(text + JOINED[language], language)
    assert len(event.people) == len(people) + 1
    assert people < event.people


def test_a_list_after_a_colon_joins_the_conference() -> None:
    text = (
        "В Астане состоялся форум, организованный Сенатом Польши.\n\n"
        "С докладами выступили:\n"
        "– министр юстиции Италии Джулия Конти;\n"
        "– ректор Варшавского университета Марек Зелинский.\n\n"
        "Участники обсудили торговлю."
    )
    (event,) = tell(text, "ru")
    assert event.kind is Kind.CONFERENCE
    assert {"Джулия Конти", "Марек Зелинский"} <= event.people
    assert event.place == "Астана"
    assert len(event.hosts) == 1
    assert event.hosts <= event.people


def test_meetings_told_one_after_another_are_separate() -> None:
    text = (
        "Foreign Minister Anna Lindqvist met in Vienna with Pavel Novak, Speaker of the Senate of "
        "Poland.\n\nShe later held talks with the Minister of Justice of Italy, Giulia Conti."
    )
    first, second = tell(text, "en")
    assert first.people == {"Anna Lindqvist", "Pavel Novak"}
    assert second.people == {"Anna Lindqvist", "Giulia Conti"}
    assert second.place is None


def test_two_meetings_of_one_sentence_share_their_subject() -> None:
    text = (
        "Secretary General Anna Lindqvist was received by the President of Poland, Marek "
        "Zielinski, and held talks with the Speaker of the Senate, Pavel Novak."
    )
    first, second = tell(text, "en")
    assert first.people == {"Anna Lindqvist", "Marek Zielinski"}
    assert second.people == {"Anna Lindqvist", "Pavel Novak"}


def test_a_guest_on_a_visit_is_met_where_he_visits() -> None:
    text = (
        "Мәжіліс Төрағасы Серік Айтбаев Астанаға ресми сапармен келген "
        "Польша Сенатының Спикері Павел Новакпен келіссөз жүргізді."
    )
    by_kind = {e.kind: e for e in tell(text, "kk")}
    assert by_kind[Kind.VISIT].people == {"Павел Новак"}
    assert by_kind[Kind.VISIT].place == "Астана"
    assert by_kind[Kind.MEETING].people == {"Серік Айтбаев", "Павел Новак"}
    assert by_kind[Kind.MEETING].place == "Астана"


def test_signatories_are_those_who_sign_the_document_told_before() -> None:
    text = (
        "Министерство юстиции Казахстана и Министерство юстиции Италии подписали меморандум.\n\n"
        "Документ подписали министр юстиции Казахстана Асель Жумабаева и министр юстиции Италии "
        "Джулия Конти."
    )
    (event,) = tell(text, "ru")
    assert event.kind is Kind.SIGNING
    assert {"Асель Жумабаева", "Джулия Конти"} < event.people


def test_states_sign_only_where_they_are_the_subject() -> None:
    (event,) = tell("Қазақстан, Польша және Италия келісімге қол қойды.", "kk")
    assert event.kind is Kind.SIGNING
    assert event.people == {"Қазақстан", "Польша", "Италия"}


def test_an_appointment_is_of_the_one_appointed() -> None:
    text = "Указом Президента Асель Жумабаева назначена министром юстиции Республики Казахстан."
    (event,) = tell(text, "ru")
    assert event.kind is Kind.APPOINTMENT
    assert event.people == {"Асель Жумабаева"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Foreign Minister Anna Lindqvist invited Pavel Novak to visit Vienna."),
        ("en", "Anna Lindqvist reviewed preparations for the next session of the Council."),
        ("ru", "Министр Асель Жумабаева рассказала о подготовке к саммиту в Вене."),
        ("kk", "Министр Әсел Жұмабаева отырысты Венада өткізуді ұсынды."),
    ],
)
def test_what_is_only_spoken_of_is_no_event(language: str, text: str) -> None:
    assert tell(text, language) == []


def test_a_meeting_to_come_is_marked_as_planned() -> None:
    text = "В четверг министр Асель Жумабаева встретится с послом Польши Мареком Зелинским."
    (event,) = tell(text, "ru")
    assert event.status is Status.PLANNED


def test_a_meeting_that_did_not_take_place_is_marked_as_denied() -> None:
    text = "Foreign Minister Anna Lindqvist has not met Pavel Novak, Speaker of the Senate."
    assert [e.status for e in tell(text, "en")] in ([], [Status.DENIED])


def test_an_event_has_the_topics_of_its_sentences() -> None:
    text = (
        "Foreign Minister Anna Lindqvist met Pavel Novak, Speaker of the Senate of Poland, "
        "to discuss artificial intelligence and agriculture."
    )
    (event,) = tell(text, "en")
    assert set(event.topics) >= {"topic/artificial-intelligence", "topic/agriculture"}


def test_claims_of_events_are_honest_about_how_sure_they_are() -> None:
    found = read(MEETINGS["ru"][0], "ru")
    claims = [c for c in found.extraction.claims if c.extractor == "events"]
    assert claims
    assert all(0.5 <= c.confidence <= 0.95 for c in claims)
    assert all(c.begin < c.end <= len(found.extraction.release.text) for c in claims)


def test_what_is_to_come_does_not_join_what_took_place() -> None:
    text = (
        "Официальный представитель МИД Казахстана Асель Жумабаева провела брифинг.\n\n"
        "Она сообщила, что министр Павел Новак 5 марта примет участие в конференции в Вене."
    )
    briefing, *later = tell(text, "ru")
    assert briefing.people == {"Асель Жумабаева"}
    assert all(event.status is Status.PLANNED for event in later)


def test_meetings_with_several_partners_are_one_with_each() -> None:
    text = (
        "Foreign Minister Anna Lindqvist held meetings with Pavel Novak, Speaker of the Senate "
        "of Poland, and Maria Rossi, President of the Chamber of Commerce of Italy."
    )
    assert [event.people for event in tell(text, "en")] == [
        {"Anna Lindqvist", "Pavel Novak"},
        {"Anna Lindqvist", "Maria Rossi"},
    ]


def test_who_is_received_by_somebody_meets_him() -> None:
    text = (
        "High Representative Anna Lindqvist travelled to Astana, where she was received by the "
        "President of Kazakhstan, Daniyar Omarkhanov."
    )
    met = [event.people for event in tell(text, "en") if event.kind is Kind.MEETING]
    assert met == [{"Anna Lindqvist", "Daniyar Omarkhanov"}]


def test_a_newly_appointed_ambassador_is_not_appointed_where_he_is_met() -> None:
    text = (
        "Foreign Minister Anna Lindqvist received the newly appointed Ambassador of Portugal "
        "Rui Teixeira."
    )
    assert [event.kind for event in tell(text, "en")] == [Kind.MEETING]


def test_who_also_took_part_in_the_meeting_was_at_the_one_told_before() -> None:
    text = (
        "Foreign Minister Anna Lindqvist met Pavel Novak, Speaker of the Senate of Poland. "
        "The Minister of Justice, Erik Holm, also took part in the meeting, as did Sweden's "
        "Ambassador to Poland, Karin Berg."
    )
    (event,) = tell(text, "en")
    assert event.people == {"Anna Lindqvist", "Pavel Novak", "Erik Holm", "Karin Berg"}


def test_talks_between_ministries_are_told_by_a_distant_verb() -> None:
    text = (
        "The sixth round of political consultations between the Ministry of Foreign Affairs of "
        "the Republic of Kazakhstan and the Ministry of Foreign Affairs of the Republic of "
        "Slovenia took place in Ljubljana."
    )
    (event,) = tell(text, "en")
    assert event.kind is Kind.MEETING
    assert len(event.people) == 2
    assert event.place == "Ljubljana"


def test_a_line_for_the_press_tells_no_participant() -> None:
    text = (
        "Foreign Minister Anna Lindqvist met Pavel Novak, Speaker of the Senate of Poland.\n\n"
        "Jonas Berg, Press Adviser to the Minister, tel. +370 698 00000"
    )
    (event,) = tell(text, "en")
    assert event.people == {"Anna Lindqvist", "Pavel Novak"}
