"""Names are folded so that spellings meet and different names do not."""

from __future__ import annotations

import pytest

from graphkit.graph import Graph
from graphkit.serve.candidates import Index, Wish, fold, is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Қасым-Жомарт Тоқаев", "Касым-Жомарт Токаев"),
        ("Қасым-Жомарт Тоқаев", "Kassym-Jomart Tokayev"),
        ("Жанар Айтжанова", "Zhanar Aitzhanova"),
        ("Мұрат Нұртілеу", "Murat Nurtileu"),
        ("Юрий Яковлев", "Yury Yakovlev"),
        ("СЫРТҚЫ ІСТЕР МИНИСТРЛІГІ", "Сыртқы істер министрлігі"),
    ],
)
def test_spellings_of_one_name_meet(left: str, right: str) -> None:
    assert fold(left) == fold(right)


def test_different_names_stay_apart() -> None:
    assert fold("Данияр Ахметов") != fold("Дания Ахметова")
    assert fold("") == fold("—…") == ""


def test_two_of_one_name_are_no_match(graph: Graph) -> None:
    index = Index(graph.store)
    found = index.search(Wish("Лондон"))
    assert is_match(found)
    assert not is_match([found[0], found[0]])
    assert not is_match([])


def test_names_come_in_the_language_that_is_asked(graph: Graph) -> None:
    index = Index(graph.store)
    wish = Wish("Kazakhstan", types=("gk:Country",))
    assert [index.search(wish, tag)[0].name for tag in ("kk", "ru", "en")] == [
        "Қазақстан", "Казахстан", "Kazakhstan",
    ]  # fmt: skip
