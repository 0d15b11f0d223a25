"""The parliaments of the world, international bodies, types of bodies and parties."""

from __future__ import annotations

from collections import Counter

import pycountry
import pytest

from graphkit.knowledge import Concept, Knowledge, Scheme, Use, load_knowledge
from graphkit.model import BODIES, Kind

LANGUAGES = ("kk", "ru", "en")
# The 193 member states of the United Nations.
MEMBERS = """
AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG
CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH
GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ
LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG
NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN
SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VC VE VN VU WS YE ZA ZM
ZW
""".split()
# It stands beside the Bundestag and not in it.
WITHOUT_PARLIAMENT = {"body/de/bundesrat"}


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def named(knowledge: Knowledge, language: str, name: str) -> set[str]:
    """Return the ids of bodies that may be shown by a name."""
    bodies = knowledge.scheme(Scheme.BODY)
    return {body.id for body in bodies if name in body.names(language)}


def test_list_of_members_is_whole() -> None:
    assert len(set(MEMBERS)) == len(MEMBERS) == 193
    assert all(pycountry.countries.get(alpha_2=code) for code in MEMBERS)


@pytest.mark.parametrize("code", MEMBERS)
def test_every_member_state_has_one_parliament(knowledge: Knowledge, code: str) -> None:
    parliaments = knowledge.bodies_of(f"country/{code}", Kind.PARLIAMENT)
    assert [p.id for p in parliaments] == [f"body/{code.lower()}/parliament"]
    assert all(parliaments[0].names(language) for language in LANGUAGES)


@pytest.mark.parametrize("code", MEMBERS)
def test_generic_word_finds_every_parliament(knowledge: Knowledge, code: str) -> None:
    labels = knowledge[f"body/{code.lower()}/parliament"].labels
    texts = {(label.language, label.text.casefold()) for label in labels}
    assert texts >= {("kk", "парламент"), ("ru", "парламент"), ("en", "parliament")}


def test_chambers_are_part_of_their_countrys_parliament(knowledge: Knowledge) -> None:
    chambers = [c for c in knowledge.scheme(Scheme.BODY) if c.kind is Kind.CHAMBER]
    assert len(chambers) > 150
    for chamber in chambers:
        if chamber.id in WITHOUT_PARLIAMENT:
            continue
        assert chamber.part_of is not None, chamber.id
        assert knowledge[chamber.part_of].kind is Kind.PARLIAMENT
        assert knowledge[chamber.part_of].country == chamber.country


def test_parliament_has_both_chambers_or_none(knowledge: Knowledge) -> None:
    parts: dict[str, Counter[str | None]] = {}
    for body in knowledge.scheme(Scheme.BODY):
        if body.kind is Kind.CHAMBER and body.part_of:
            parts.setdefault(body.part_of, Counter())[body.type] += 1
    wrong = {p for p, n in parts.items() if n != {"type/lower-chamber": 1, "type/upper-chamber": 1}}
    assert wrong == set()


@pytest.mark.parametrize(
    ("language", "name", "body"),
    [
        ("kk", "Жогорку Кенеш", "body/kg/parliament"),
        ("kk", "Қауымдар палатасы", "body/gb/house-of-commons"),
        ("kk", "Заңнама палатасы", "body/uz/legislative-chamber"),
        ("ru", "Олий Мажлис", "body/uz/parliament"),
        ("ru", "Милли Меджлис", "body/az/parliament"),
        ("ru", "Совет Федерации", "body/ru/federation-council"),
        ("ru", "Маджлиси намояндагон", "body/tj/majlisi-namoyandagon"),
        ("en", "Riksdag", "body/se/parliament"),
        ("en", "Lok Sabha", "body/in/lok-sabha"),
        ("en", "Grand National Assembly", "body/tr/parliament"),
    ],
)
def test_own_names_of_parliaments(
    knowledge: Knowledge, language: str, name: str, body: str
) -> None:
    assert body in named(knowledge, language, name)


@pytest.mark.parametrize(
    ("kk", "ru", "en", "body"),
    [
        ("БҰҰ", "ООН", "UN", "body/un"),
        ("ЕҚЫҰ", "ОБСЕ", "OSCE", "body/osce"),
        ("ШЫҰ", "ШОС", "SCO", "body/sco"),
        ("ТМҰ", "ОТГ", "OTS", "body/ots"),
        ("ТМД", "СНГ", "CIS", "body/cis"),
        ("АӨСШК", "СВМДА", "CICA", "body/cica"),
        ("ҰҚШҰ", "ОДКБ", "CSTO", "body/csto"),
        ("ЕАЭО", "ЕАЭС", "EAEU", "body/eaeu"),
        ("ДСҰ", "ВТО", "WTO", "body/wto"),
    ],
)
def test_abbreviations_in_three_languages_are_one_body(
    knowledge: Knowledge, kk: str, ru: str, en: str, body: str
) -> None:
    for language, short in (("kk", kk), ("ru", ru), ("en", en)):
        assert short in knowledge[body].names(language, Use.ABBREVIATION)
        assert named(knowledge, language, short) == {body}


def test_bodies_of_bodies_lead_to_their_organisation(knowledge: Knowledge) -> None:
    assert knowledge["body/odihr"].part_of == "body/osce"
    assert knowledge["body/unesco"].part_of == "body/un"
    assert knowledge["body/european-parliament"].kind is Kind.PARLIAMENT
    assert knowledge["body/european-parliament"].part_of == "body/eu"


def test_every_reference_leads_to_a_concept(knowledge: Knowledge) -> None:
    for concept in knowledge.scheme(Scheme.BODY, Scheme.TYPE):
        for reference in (concept.country, concept.part_of, concept.broader, concept.type):
            assert reference is None or reference in knowledge, (concept.id, reference)
        for role in (concept.head_role, concept.deputy_role, concept.member_role):
            assert role is None or role in knowledge, (concept.id, role)


def test_names_are_whole_and_distinct(knowledge: Knowledge) -> None:
    for concept in knowledge.scheme(Scheme.BODY, Scheme.TYPE):
        for language in LANGUAGES:
            assert len(concept.names(language, Use.PREFERRED)) == 1, (concept.id, language)
            names = concept.names(language)
            assert len(set(names)) == len(names), (concept.id, language)
        for label in concept.labels:
            assert label.text == " ".join(label.text.split()) != "", (concept.id, label)


def mixes_alphabets(word: str) -> bool:
    """Say whether a word has Latin and Cyrillic letters, as a slip of the keyboard leaves."""
    letters = [c for c in word if c.isalpha()]
    return any("\u0400" <= c <= "\u04ff" for c in letters) and any(c < "\u0250" for c in letters)


def test_no_label_mixes_alphabets_in_a_word(knowledge: Knowledge) -> None:
    labels = [
        (concept.id, label.text)
        for concept in knowledge.scheme(Scheme.BODY, Scheme.TYPE)
        for label in concept.labels
        if any(mixes_alphabets(word) for word in label.text.replace("-", " ").split())
    ]
    assert labels == []


def test_every_type_says_what_it_makes(knowledge: Knowledge) -> None:
    types = knowledge.scheme(Scheme.TYPE)
    assert len(types) > 150
    for concept in types:
        assert concept.kind in BODIES, concept.id
        assert concept.head_role is not None, concept.id


def portfolios(knowledge: Knowledge) -> list[Concept]:
    """Return the types of ministries, without the bare ministry."""
    below = (c for c in knowledge.scheme(Scheme.TYPE) if knowledge.is_a(c.id, "type/ministry"))
    return [c for c in below if c.id != "type/ministry"]


def test_every_ministry_names_its_minister(knowledge: Knowledge) -> None:
    assert len(portfolios(knowledge)) > 60
    for concept in portfolios(knowledge):
        assert concept.kind is Kind.MINISTRY
        assert concept.head_role == "role/minister"
        for language in LANGUAGES:
            assert concept.names(language, Use.HEAD), (concept.id, language)
            assert concept.names(language, Use.DEPUTY), (concept.id, language)


def test_foreign_ministry_and_its_minister_in_three_languages(knowledge: Knowledge) -> None:
    ministry = knowledge["type/ministry-of-foreign-affairs"]
    assert {"Сыртқы істер министрлігі", "СІМ"} <= set(ministry.names("kk"))
    assert {"Министерство иностранных дел", "МИД"} <= set(ministry.names("ru"))
    assert {"Ministry of Foreign Affairs", "Foreign Ministry"} <= set(ministry.names("en"))
    assert "Сыртқы істер министрі" in ministry.names("kk", Use.HEAD)
    assert "вице-министр иностранных дел" in ministry.names("ru", Use.DEPUTY)
    assert "Deputy Foreign Minister" in ministry.names("en", Use.DEPUTY)


def test_no_two_portfolios_share_a_name(knowledge: Knowledge) -> None:
    owners: dict[tuple[str, str], set[str]] = {}
    for concept in portfolios(knowledge):
        for language in LANGUAGES:
            for name in concept.names(language, *(Use.PREFERRED, Use.ALTERNATIVE, Use.HEAD)):
                owners.setdefault((language, name.casefold()), set()).add(concept.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_parties_are_never_a_common_word_alone(knowledge: Knowledge) -> None:
    words = {"ауыл", "аманат", "ақ жол", "байтақ", "республика", "әділет", "labour", "лига"}
    for concept in knowledge.scheme(Scheme.BODY):
        if concept.kind is Kind.PARTY:
            plain = {
                label.text.casefold()
                for label in concept.labels
                if label.use is not Use.ABBREVIATION  # these keep their capitals
            }
            assert not plain & words, concept.id


def test_shared_names_leave_one_body_that_needs_no_country(knowledge: Knowledge) -> None:
    for name, body in (
        ("House of Commons", "body/gb/house-of-commons"),
        ("Congress", "body/us/parliament"),
        ("Bundesrat", "body/de/bundesrat"),
    ):
        alone = {b for b in named(knowledge, "en", name) if name not in knowledge[b].ambiguous}
        assert alone == {body}
