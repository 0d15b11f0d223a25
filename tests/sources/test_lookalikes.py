from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.sources.lookalikes import fold_lookalikes


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("Қазақстан Yкіметі", "Қазақстан Үкіметі", id="kk-y"),
        pytest.param("Yправление делами", "Управление делами", id="ru-y"),
        pytest.param("əділет жəне саясат", "әділет және саясат", id="kk-schwa"),
        pytest.param("A.Иванов и E. Б. Петров", "А.Иванов и Е. Б. Петров", id="ru-initials"),
        pytest.param(
            "Ахметова Ж.C. и A.C. Ким", "Ахметова Ж.С. и А.С. Ким", id="ru-second-initial"
        ),
        pytest.param("B тот же день. C ним", "В тот же день. С ним", id="ru-sentence-begin"),
        pytest.param(
            "в Лондоне. B. Smith прибыл", "в Лондоне. B. Smith прибыл", id="en-name-stays"
        ),
        pytest.param("встретились c послом", "встретились с послом", id="ru-preposition"),
        pytest.param("МИД PK и глава CIM", "МИД РК и глава СІМ", id="ru-abbreviation"),
        pytest.param("XХI ғасыр", "XXI ғасыр", id="roman-number"),
        pytest.param("APPGнің BMWға COVIDке", "APPGнің BMWға COVIDке", id="kk-endings-stay"),
        pytest.param("бренд iPhoneы", "бренд iPhoneы", id="truly-mixed-stays"),
        pytest.param("Министр в OPEC и ОПЕК", "Министр в OPEC и ОПЕК", id="whole-words-stay"),
        pytest.param("The Мinister", "The Minister", id="en"),
        pytest.param("plain English text", "plain English text", id="one-script"),
    ],
)
def test_fold_lookalikes_writes_a_word_in_one_script(text: str, folded: str) -> None:
    assert fold_lookalikes(text) == folded


@given(st.text(alphabet="абсеохрқCAEOPXYhiyz . ", max_size=40))
def test_fold_lookalikes_keeps_the_length(text: str) -> None:
    assert len(fold_lookalikes(text)) == len(text)
