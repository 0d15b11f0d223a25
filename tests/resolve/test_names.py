import csv
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.resolve.names import Grade, compare_names, fold_name, parse_name

QUALITY = Path(__file__).parent.parent / "quality"
GIVEN = ["Асқар", "Жанар", "Ерлан", "Қасым-Жомарт", "Айгүл", "Юлия", "Шыңғыс", "Ғабит"]
FAMILY = ["Жұмабаев", "Төлегенова", "Сейітов", "Қаратаев", "Цой", "Щербаков", "Әлиева"]
RUSSIAN = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮІ", "агкноуухиАГКНОУУИ")


def read_pairs() -> list[dict[str, str]]:
    with (QUALITY / "names.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def grade(left: str, right: str) -> Grade:
    return compare_names(parse_name(left), parse_name(right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Ерлан Төлегенов", "Ерлан Толегенов", id="kk-ru"),
        pytest.param("Ерлан Төлегенов", "Yerlan Tolegenov", id="kk-en"),
        pytest.param("Жанар Абишева", "Janar Abisheva", id="ru-en"),
        pytest.param("SATO Kenji", "Kenji Sato", id="en-en"),
    ],
)
def test_compare_names_finds_two_spellings_exact(left: str, right: str) -> None:
    assert grade(left, right) is Grade.EXACT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Әсел Нұрланова", "Әсем Нұрланова", id="kk"),
        pytest.param("Асель Нурланова", "Асель Нурланов", id="ru"),
        pytest.param("Assel Nurlanova", "Асем Нурланова", id="en-ru"),
        pytest.param("Аскар Болатович Сеитов", "Асқар Маратұлы Сейітов", id="patronymics"),
    ],
)
def test_compare_names_keeps_two_persons_apart(left: str, right: str) -> None:
    assert grade(left, right) is Grade.OTHER


@pytest.mark.parametrize(
    ("short", "full"),
    [
        pytest.param("Е.Төлегенов", "Ерлан Төлегенов", id="kk"),
        pytest.param("Толегенов Е.Б.", "Ерлан Толегенов", id="ru"),
        pytest.param("Y. Tolegenov", "Ерлан Төлегенов", id="en-kk"),
    ],
)
def test_compare_names_knows_initials(short: str, full: str) -> None:
    assert grade(short, full) is Grade.INITIALS
    assert grade(short, full.replace("Ерлан", "Марат")) is Grade.OTHER


def test_parse_name_leaves_titles_and_particles_out() -> None:
    titles = frozenset({"lord"})
    assert parse_name("Lord Hastings", titles=titles).words == ("hastings",)
    assert parse_name("Jan van der Meer") == parse_name("Jan Meer")


def test_parse_name_takes_a_lone_patronymic_for_the_family_name() -> None:
    name = parse_name("Әділ Маратұлы")
    assert (name.words, name.patronymic, name.full) == (("adil",), "marat", True)


def test_pairs_are_many_and_of_both_kinds() -> None:
    expected = [row["expected"] for row in read_pairs()]
    assert expected.count("same") >= 100
    assert expected.count("different") >= 50


def test_names_quality_is_not_lower_than_committed() -> None:
    committed = json.loads((QUALITY / "names_score.json").read_text("utf-8"))
    grades = [(row, grade(row["left"], row["right"])) for row in read_pairs()]
    joined = [row["expected"] == "same" for row, found in grades if found >= Grade.CLOSE]
    kept = [found for row, found in grades if row["expected"] == "same"]
    assert sum(joined) / len(joined) >= committed["precision_of_joining"]
    assert sum(g >= Grade.CLOSE for g in kept) / len(kept) >= committed["recall_of_joining"]
    assert sum(g > Grade.OTHER for g in kept) / len(kept) >= committed["recall_of_comparing"]


@given(st.sampled_from(GIVEN), st.sampled_from(FAMILY))
def test_folding_does_not_depend_on_case_or_kazakh_letters(given_name: str, family: str) -> None:
    name = f"{given_name} {family}"
    assert fold_name(name) == fold_name(name.upper()) == fold_name(name.translate(RUSSIAN))


@given(st.sampled_from(GIVEN), st.sampled_from(FAMILY))
def test_order_of_names_does_not_count(given_name: str, family: str) -> None:
    assert grade(f"{given_name} {family}", f"{family} {given_name}") is Grade.EXACT


@given(st.text(max_size=30), st.text(max_size=30))
def test_comparison_is_symmetric_on_any_text(left: str, right: str) -> None:
    assert grade(left, right) is grade(right, left)


@given(st.text(max_size=40))
def test_folding_any_text_gives_plain_words(text: str) -> None:
    folded = fold_name(text)
    assert folded.isascii()
    assert folded == " ".join(folded.split())
