"""English word order: owners before the head ('s, noun adjunct) or after it (of)."""

from __future__ import annotations

import pytest
from languages.brackets import extent, read

from graphkit.languages.english.syntax import SYNTAX
from graphkit.languages.syntax import Link


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("[Minister of Foreign Affairs]", "Minister"),
        ("[Deputy Prime Minister]", "Minister"),
        ("[House of Commons]", "House"),
        ("[Committee on Energy]", "Committee"),
    ],
)
def test_the_last_word_before_a_preposition_is_the_head(line: str, head: str) -> None:
    doc, [phrase] = read(line, SYNTAX)
    assert doc[phrase.head].text == head


@pytest.mark.parametrize(
    ("line", "link", "head_first"),
    [
        ("[Kazakhstan] 's [Minister]", Link.OWNER, False),
        ("[UK] [Parliament]", Link.OWNER, False),
        ("[Senate] Deputy [Chair]", Link.OWNER, False),
        ("[Minister] of [Kazakhstan]", Link.OWNER, True),
        ("[Speaker] of the [Senate]", Link.OWNER, True),
        ("[Ambassador] to the [Kyrgyz Republic]", Link.AT, True),
        ("[Ambassador] accredited to [Italy]", Link.AT, True),
        ("[Group] in the [Parliament]", Link.AT, True),
        ("[Group] for [Kazakhstan]", Link.FOR, True),
        ("[Group] on [Central Asia]", Link.FOR, True),
        ("[Kazakhstan] and [Germany]", Link.AND, True),
        ("[Minister] , and the [Ambassador]", Link.AND, True),
        ("[Minister] as well as the [Ambassador]", Link.AND, True),
    ],
)
def test_neighbours_hang_together(line: str, link: Link, head_first: bool) -> None:
    doc, (left, right) = read(line, SYNTAX)
    [bond] = SYNTAX.bonds(doc, left, right)
    assert (bond.link, bond.head_first) == (link, head_first)


@pytest.mark.parametrize(
    "line",
    [
        "[Minister] met the [Ambassador]",
        pytest.param(
            "leaving [Bishkek] the [Minister]",
            marks=pytest.mark.xfail(
                strict=True, reason="an article with nothing before it is taken for 'and'"
            ),
        ),
        "[Ambassador] arrived in [Astana]",
    ],
    ids=["verb", "article", "verb-and-preposition"],
)
def test_neighbours_that_say_nothing_of_each_other_have_no_bond(line: str) -> None:
    doc, (left, right) = read(line, SYNTAX)
    assert SYNTAX.bonds(doc, left, right) == ()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("the Asian Development [Bank] said", "Asian Development Bank"),
        ("the Energy and Water [Committee] met", "Energy and Water Committee"),
        ("the [Centre] for Silk Road Studies opened", "Centre for Silk Road Studies"),
        (
            "the [Committee] on Trade, Energy and Water met".replace(",", " ,"),
            "Committee on Trade , Energy and Water",
        ),
        ("the [Ministry] of [Kazakhstan]", "Ministry"),
        ("Mr [Committee] met", "Committee"),
        ("the new [committee] met", "committee"),
    ],
    ids=["adjuncts", "and", "of", "list", "closed", "honorific", "small"],
)
def test_a_name_reaches_over_capitals_and_the_small_words_between_them(
    line: str, name: str
) -> None:
    assert extent(line, SYNTAX) == name


@pytest.mark.parametrize(
    ("line", "before"),
    [
        ("[Foreign Minister] [Dauren Sabitov]", True),
        ("the [Speaker] , [John Harlow]", True),
        ("its [Minister] , [Dauren Sabitov]", True),
        ("[Kazakhstan 's Minister] , [Dauren Sabitov]", True),
        ("[Minister] , [Dauren Sabitov]", False),
        ("the [Minister] met [Dauren Sabitov]", False),
    ],
    ids=["beside", "the-and-comma", "its-and-comma", "owner-and-comma", "comma", "verb"],
)
def test_a_title_belongs_to_the_name_behind_it(line: str, before: bool) -> None:
    doc, (title, person) = read(line, SYNTAX)
    assert SYNTAX.is_title_before(doc, title, person) is before


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("[Anna Weber] , [Chair]", True),
        ("[Anna Weber] , the new [Chair]", True),
        ("[Anna Weber] ( [Chair] )", True),
        ("[Anna Weber] , who is [Chair]", True),
        ("[Jane Harlow] [MP]", True),
        ("[Anna Weber] [Chair]", False),
        ("[Anna Weber] and the [Chair]", False),
        ("[Anna Weber] , who met the [Chair]", False),
    ],
    ids=["comma", "article", "bracket", "who-is", "letters", "beside", "and", "who-met"],
)
def test_a_title_behind_a_mark_is_in_apposition(line: str, after: bool) -> None:
    doc, (person, title) = read(line, SYNTAX)
    assert SYNTAX.is_title_after(doc, person, title) is after


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("He was the [Ambassador]", True),
        ("has been appointed [Ambassador]", True),
        ("serves as the new [head]", True),
        ("from the post of [Minister]", True),
        ("met the [Ambassador]", False),
    ],
)
def test_a_title_behind_a_verb_of_being_is_told_of_somebody(line: str, told: bool) -> None:
    doc, [title] = read(line, SYNTAX)
    assert SYNTAX.is_predicate(doc, title) is told


@pytest.mark.parametrize(
    ("line", "follows"),
    [
        ("a delegation [headed] by Anna", True),
        ("a delegation [led by] Anna", True),
        ("[under the leadership of] Anna", True),
        ("Anna [headed] a delegation", False),
    ],
)
def test_who_leads_follows_a_passive(line: str, follows: bool) -> None:
    doc, [words] = read(line, SYNTAX)
    assert SYNTAX.agent_follows(doc, words.start, words.end) is follows


@pytest.mark.parametrize(
    ("line", "side"),
    [
        ("the [Korean] side", True),
        ("the [Korean] delegation", True),
        ("from [Kazakhstan] :", True),
        ("in [Kazakhstan] :", False),
    ],
)
def test_a_side_is_marked_by_its_word_or_a_colon(line: str, side: bool) -> None:
    doc, [place] = read(line, SYNTAX)
    assert SYNTAX.marks_side(doc, place.start, place.end) is side


def test_a_body_of_a_country_is_called_with_of() -> None:
    assert SYNTAX.compose("Italy", "Ministry of Justice") == ("Ministry of Justice of Italy",)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("[Governor] of the Mangystau Region said", "Governor of the Mangystau Region"),
        ("[Governor] of [Italy]", "Governor"),
        ("[Governor] said", "Governor"),
    ],
    ids=["unknown", "closed", "nothing"],
)
def test_a_title_takes_the_unknown_name_that_completes_it(line: str, title: str) -> None:
    doc, (phrase, *others) = read(line, SYNTAX)
    closed = {i for other in others for i in range(other.start, other.end)}
    end = SYNTAX.complement_end(doc, phrase, closed.__contains__)
    assert " ".join(token.text for token in doc[phrase.start : end]) == title


def test_small_plurals_are_told_by_their_ending() -> None:
    doc, _ = read("The deputies Ministers minister", SYNTAX)
    assert [SYNTAX.is_plural(token) for token in doc] == [False, True, False, False]


@pytest.mark.parametrize(
    ("line", "is_owner"),
    [("[President] 's visit", True), ("signed by the [President]", False), ("[President]", False)],
)
def test_an_owner_is_marked(line: str, is_owner: bool) -> None:
    doc, [title] = read(line, SYNTAX)
    assert SYNTAX.is_owner(doc, title) is is_owner
