"""Russian word order: heads before their owners, which stand in the genitive."""

from __future__ import annotations

import pytest
from languages.brackets import extent, read

from graphkit.languages.russian.syntax import SYNTAX
from graphkit.languages.syntax import Link


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("[Чрезвычайный и Полномочный Посол]", "Посол"),
        ("[вице-министром финансов]", "вице-министром"),
        ("[министр иностранных дел]", "министр"),
        ("[Законодательной палаты]", "палаты"),
    ],
)
def test_the_first_noun_carries_the_case(line: str, head: str) -> None:
    doc, [phrase] = read(line, SYNTAX)
    assert doc[phrase.head].text == head


@pytest.mark.parametrize(
    ("line", "link", "head_first"),
    [
        ("[министр] [Казахстана]", Link.OWNER, True),
        ("[председатель] [Сената]", Link.OWNER, True),
        ("[глава] [МИД]", Link.OWNER, True),
        ("[немецкий] [министр]", Link.OWNER, False),
        ("[посол] в [Казахстане]", Link.AT, True),
        ("[представитель] при [ООН]", Link.AT, True),
        ("[группа] по [Центральной Азии]", Link.FOR, True),
        ("[группа дружбы] с [Японией]", Link.FOR, True),
        ("[депутат] от [партии]", Link.FOR, True),
        ("[Казахстан] и [Германия]", Link.AND, True),
        ("[министр] , [депутат]", Link.AND, True),
    ],
)
def test_neighbours_hang_together(line: str, link: Link, head_first: bool) -> None:
    doc, (left, right) = read(line, SYNTAX)
    assert (link, head_first) in {(b.link, b.head_first) for b in SYNTAX.bonds(doc, left, right)}


@pytest.mark.parametrize(
    "line",
    ["[министр] [Германию]", "[посол] прибыл в [Казахстан]", "[Сенат] сегодня утром [комитет]"],
    ids=["accusative", "verb-between", "words-between"],
)
def test_neighbours_that_say_nothing_of_each_other_have_no_bond(line: str) -> None:
    doc, (left, right) = read(line, SYNTAX)
    assert SYNTAX.bonds(doc, left, right) == ()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("в Водном [центре] новых проектов открыли", "Водном центре новых проектов"),
        ("[Комитет] по международным делам провёл", "Комитет по международным делам"),
        (
            "[министерство] энергетики и минеральных ресурсов , где",
            "министерство энергетики и минеральных ресурсов",
        ),
        ("[Университет] имени Льва Гумилева принял", "Университет имени Льва Гумилева"),
        ("[партия] « Светлый путь » победила", "партия « Светлый путь »"),
        ("[Департамент] Европы [МИД] [Казахстана]", "Департамент Европы"),
        ("[комитет] принял закон", "комитет"),
    ],
    ids=["adjectives", "topic", "list", "named-after", "marks", "closed", "alone"],
)
def test_a_name_reaches_left_over_adjectives_and_right_over_genitives(line: str, name: str) -> None:
    assert extent(line, SYNTAX) == name


@pytest.mark.parametrize(
    ("line", "before"),
    [
        ("[министр] [Даурен Сабитов]", True),
        ("[посол Японии] – [Кэндзи Морита]", True),
        ("[министр] , [Даурен Сабитов]", False),
        ("[министр] вчера [Даурен Сабитов]", False),
    ],
    ids=["beside", "dash", "comma", "word-between"],
)
def test_a_title_belongs_to_the_name_right_behind_it(line: str, before: bool) -> None:
    doc, (title, person) = read(line, SYNTAX)
    assert SYNTAX.is_title_before(doc, title, person) is before


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("[Анна Вебер] , [председатель]", True),
        ("[Анна Вебер] – [посол]", True),
        ("[Анна Вебер] ( [посол] )", True),
        ("[Анна Вебер] [посол]", False),
        ("[Анна Вебер] и [посол]", False),
    ],
    ids=["comma", "dash", "bracket", "beside", "and"],
)
def test_a_title_behind_a_mark_is_in_apposition(line: str, after: bool) -> None:
    doc, (person, title) = read(line, SYNTAX)
    assert SYNTAX.is_title_after(doc, person, title) is after


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("назначен [послом]", True),
        ("занимала пост [министра]", True),
        ("прибыл [посол]", False),
        ("встретил [посла]", False),
    ],
)
def test_a_title_in_the_instrumental_is_told_of_somebody(line: str, told: bool) -> None:
    doc, [title] = read(line, SYNTAX)
    assert SYNTAX.is_predicate(doc, title) is told


def test_the_subject_may_follow_a_short_participle() -> None:
    doc, (title, person) = read("[Послом] назначен [Ерлан Мукашев]", SYNTAX)
    assert SYNTAX.subject_follows(doc, title, person)
    doc, (title, person) = read("[Послом] , по словам [Ерлан Мукашев]", SYNTAX)
    assert not SYNTAX.subject_follows(doc, title, person)


@pytest.mark.parametrize(
    ("line", "follows"),
    [
        ("делегация [во главе с] Анной", True),
        ("[под руководством] Анны", True),
        ("[возглавляемая] Анной", True),
        ("которую [возглавила] Анна", True),
        ("Анна [возглавила] делегацию", False),
    ],
)
def test_who_leads_follows_a_passive(line: str, follows: bool) -> None:
    doc, [words] = read(line, SYNTAX)
    assert SYNTAX.agent_follows(doc, words.start, words.end) is follows


@pytest.mark.parametrize(
    ("line", "side"),
    [
        ("с [казахстанской] стороны", True),
        ("от [Казахстана] –", True),
        ("из [Казахстана] –", False),
        ("в [Казахстане] прошла", False),
    ],
)
def test_a_side_is_marked_by_its_word_or_a_dash(line: str, side: bool) -> None:
    doc, [place] = read(line, SYNTAX)
    assert SYNTAX.marks_side(doc, place.start, place.end) is side


@pytest.mark.parametrize(
    ("country", "name"),
    [
        ("Италия", "Министерство юстиции Италии"),
        ("Саудовская Аравия", "Министерство юстиции Саудовской Аравии"),
        ("США", "Министерство юстиции США"),
    ],
)
def test_a_body_of_a_country_is_called_with_the_genitive(country: str, name: str) -> None:
    assert SYNTAX.compose(country, "Министерство юстиции") == (name,)


def test_owners_are_told_by_a_case_that_is_the_genitive_alone() -> None:
    for word, is_owner in (("Президента", True), ("Президент", False), ("Президентом", False)):
        doc, [title] = read(f"[{word}]", SYNTAX)
        assert SYNTAX.is_owner(doc, title) is is_owner
