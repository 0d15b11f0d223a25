"""Kazakh word order: owners before their heads, in the genitive or bare."""

from __future__ import annotations

import pytest
from languages.brackets import extent, read

from graphkit.languages.kazakh.syntax import SYNTAX
from graphkit.languages.syntax import Bond, Link

GEN, LOC, NOM, DAT = (f"/Case={case}" for case in ("Gen", "Loc", "Nom", "Dat"))


@pytest.mark.parametrize(
    ("line", "link"),
    [
        (f"[Сенаттың{GEN}] [төрағасы]", Link.OWNER),
        (f"[Сенат{NOM}] [төрағасы]", Link.OWNER),
        (f"[Сенаттың{GEN}] жаңа [төрағасы]", Link.OWNER),
        ("[Қазақстандағы] [елшісі]", Link.AT),
        ("[ЮНЕСКО] жанындағы [өкілі]", Link.AT),
        (f"[Парламентінде{LOC}] [тобы]", Link.IN),
        (f"[Азия{NOM}] елдерімен ынтымақтастық жөніндегі [топ]", Link.FOR),
        (f"[Қазақстан{NOM}] мен [Германия]", Link.AND),
        (f"[министр{NOM}] , [депутат]", Link.AND),
        (f"[Қазақстан{NOM}] – [Жапония]", Link.AND),
    ],
)
def test_neighbours_hang_together(line: str, link: Link) -> None:
    doc, (left, right) = read(line, SYNTAX)
    bonds = SYNTAX.bonds(doc, left, right)
    assert bonds[0].link is link
    assert bonds[0].head_first is (link is Link.AND)


@pytest.mark.parametrize(
    "line",
    [
        f"[Астанаға{DAT}] [депутаттар]",
        f"[Сенат{NOM}] кеше кешке қарай [төраға]",
        f"[Қазақстанның{GEN}] , Ресейдің және Қытайдың [елшісі]",
    ],
    ids=["dative", "words-between", "a-longer-row"],
)
def test_neighbours_that_say_nothing_of_each_other_have_no_bond(line: str) -> None:
    doc, (left, right) = read(line, SYNTAX)
    assert SYNTAX.bonds(doc, left, right) == ()


def test_a_bare_owner_holds_only_close_to_its_head() -> None:
    doc, (left, right) = read(f"[Сенат{NOM}] [төрағасы]", SYNTAX)
    assert SYNTAX.bonds(doc, left, right) == (Bond(Link.OWNER, False, tight=True),)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Кеше/ADV Қаржылық мониторинг [агенттігі] ашылды", "Қаржылық мониторинг агенттігі"),
        (
            "кеше/ADV Экология және табиғи ресурстар [министрлігі]",
            "Экология және табиғи ресурстар министрлігі",
        ),
        pytest.param(
            "Экология және табиғи ресурстар [министрлігі]",
            "Экология және табиғи ресурстар министрлігі",
            marks=pytest.mark.xfail(
                strict=True, reason="one capital that opens the text is taken for a whole name"
            ),
        ),
        (
            f"[министрлігі] [Сенаттың{GEN}] Халықаралық қатынастар",
            "министрлігі",
        ),
        (f"[Сенаттың{GEN}]", f"Сенаттың{GEN}".partition("/")[0]),
        ("« Жас Отан » [ұйымы]", "« Жас Отан » ұйымы"),
        ("ол осы [орталық]", "орталық"),
    ],
    ids=["attributes", "and", "and-first", "nothing-behind", "alone", "marks", "pronouns"],
)
def test_a_name_reaches_left_to_the_capital_that_opens_it(line: str, name: str) -> None:
    assert extent(line, SYNTAX) == name


def test_a_name_does_not_reach_over_an_owner_in_the_genitive() -> None:
    line = f"Сенаттың{GEN} Халықаралық қатынастар [комитеті]"
    assert extent(line, SYNTAX) == "Халықаралық қатынастар комитеті"


def test_a_name_does_not_reach_over_a_verb() -> None:
    assert extent("Астанада ашылған/VERB жаңа [орталық]", SYNTAX) == "орталық"


@pytest.mark.parametrize(
    ("line", "before"),
    [
        (f"[министрі{NOM}] [Дәурен Сәбитов]", True),
        (f"[министрі{NOM}] – [Дәурен Сәбитов]", True),
        (f"[министрінің{GEN}] [Дәурен Сәбитов]", False),
        (f"[министрі{NOM}] кеше [Дәурен Сәбитов]", False),
    ],
    ids=["beside", "dash", "genitive", "word-between"],
)
def test_a_title_in_the_nominative_belongs_to_the_name_behind_it(line: str, before: bool) -> None:
    doc, (title, person) = read(line, SYNTAX)
    assert SYNTAX.is_title_before(doc, title, person) is before


@pytest.mark.parametrize(
    ("line", "after"),
    [
        (f"[Анна Вебер] , [депутаты{NOM}]", True),
        (f"[Анна Вебер] – [заңгер{NOM}]", True),
        (f"[Анна Вебер] [депутаты{NOM}]", False),
        (f"[Анна Вебер] , [депутатқа{DAT}]", False),
    ],
    ids=["comma", "dash", "beside", "dative"],
)
def test_a_title_behind_a_comma_or_dash_is_in_apposition(line: str, after: bool) -> None:
    doc, (person, title) = read(line, SYNTAX)
    assert SYNTAX.is_title_after(doc, person, title) is after


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("[елшісі] болып тағайындалды", True),
        ("[елшісі] болды", True),
        ("[орынбасары] қызметін атқарды", True),
        ("[елшісі] келді", False),
        ("[елшісі]", False),
    ],
)
def test_a_title_before_a_verb_of_being_is_told_of_somebody(line: str, told: bool) -> None:
    doc, [title] = read(line, SYNTAX)
    assert SYNTAX.is_predicate(doc, title) is told


def test_who_leads_follows_a_participle_and_precedes_a_verb() -> None:
    doc, [verb] = read("Делегацияны [басқарған] Ержан Қасымов", SYNTAX)
    assert SYNTAX.agent_follows(doc, verb.start, verb.end)
    doc, [verb] = read("Делегацияны Ержан Қасымов [басқарды] .", SYNTAX)
    assert not SYNTAX.agent_follows(doc, verb.start, verb.end)


@pytest.mark.parametrize(
    ("line", "side"),
    [
        (f"[Қазақстан{NOM}] тарапынан", True),
        ("[Қазақстаннан/Case=Abl] –", True),
        (f"[Қазақстанда{LOC}] өтті", False),
    ],
)
def test_a_side_is_marked_by_its_word_or_a_dash(line: str, side: bool) -> None:
    doc, [place] = read(line, SYNTAX)
    assert SYNTAX.marks_side(doc, place.start, place.end) is side


def test_a_body_of_a_country_is_called_with_and_without_the_genitive() -> None:
    names = SYNTAX.compose("Италия", "Әділет министрлігі")
    assert names == ("Италия Әділет министрлігі", "Италияның Әділет министрлігі")


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        ("Сенат", "Сенаттың комитеті"),
        ("Ұлыбритания Парламенті", "Ұлыбритания Парламентінің комитеті"),
        ("Қауымдар палатасы", "Қауымдар палатасының комитеті"),
        pytest.param(
            "Бундестаг",
            "Бундестагтың комитеті",
            marks=pytest.mark.xfail(strict=True, reason="«Бундестагтің»: the last vowel is back"),
        ),
    ],
)
def test_an_owned_body_is_called_with_its_owner_in_the_genitive(owner: str, name: str) -> None:
    assert SYNTAX.owned(owner, "комитеті") == (name,)


def test_plurals_verbs_and_owners_are_told_by_their_analysis() -> None:
    doc, [title] = read(f"[депутаттарының{GEN}|Number=Plur] келді/VERB", SYNTAX)
    assert SYNTAX.is_plural(doc[0])
    assert not SYNTAX.is_plural(doc[1])
    assert SYNTAX.is_verb(doc[1])
    assert SYNTAX.is_owner(doc, title)
