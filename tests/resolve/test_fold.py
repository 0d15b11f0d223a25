import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.resolve.fold import fold_word, is_cyrillic, skeleton, sound_distance


@pytest.mark.parametrize(
    "spellings",
    [
        pytest.param(["Қазыбек", "Казыбек", "Kazybek", "Qazybek"], id="q"),
        pytest.param(["Жібек", "Жибек", "Zhibek", "Jibek"], id="zh"),
        pytest.param(["Ермұхан", "Ермухан", "Yermukhan", "Ermukhan"], id="ye"),
        pytest.param(["Айсұлу", "Айсулу", "Aysulu", "Aisulu"], id="ay"),
        pytest.param(["Шәкәрім", "Шакарим", "Shakarim"], id="sh"),
        pytest.param(["Ғалым", "Галым", "Galym", "Ghalym"], id="gh"),
    ],
)
def test_fold_word_meets_in_all_systems(spellings: list[str]) -> None:
    assert len({fold_word(word) for word in spellings}) == 1


def test_fold_word_reads_any_script() -> None:
    assert fold_word("김").startswith("g")
    assert fold_word("Ünal") == fold_word("Үнал")
    assert not is_cyrillic("Ünal")


def test_skeleton_is_the_same_by_ear() -> None:
    assert skeleton(fold_word("Weber")) == skeleton(fold_word("Вебер"))


def test_distance_is_strict_within_one_script() -> None:
    soft = sound_distance("hale", "heil", cross=True)
    assert soft < 2 <= sound_distance("hale", "heil", cross=False)


@given(st.text("abeijknrstu", max_size=9), st.text("abeijknrstu", max_size=9), st.booleans())
def test_distance_is_symmetric_and_zero_only_for_the_same(
    left: str, right: str, cross: bool
) -> None:
    distance = sound_distance(left, right, cross=cross)
    assert distance == sound_distance(right, left, cross=cross)
    assert (distance == 0) == (left == right)
