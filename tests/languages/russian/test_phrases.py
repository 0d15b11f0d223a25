"""Names of bodies and places in Russian: head and adjectives change, complements stay."""

import pytest

from graphkit.languages.russian.phrases import restore
from graphkit.model import Case


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("министерством иностранных дел", "министерство иностранных дел"),
        ("Палатой лордов", "Палата лордов"),
        ("Парламентской ассамблеи ОБСЕ", "Парламентская ассамблея ОБСЕ"),
        ("Республикой Узбекистан", "Республика Узбекистан"),
        ("Соединенными Штатами Америки", "Соединенные Штаты Америки"),
        ("МИДом РК", "МИД РК"),
        ("Олий Мажлиса", "Олий Мажлис"),
        ("КазНУ", "КазНУ"),
        ("ОБСЕ", "ОБСЕ"),
    ],
)
def test_restore(name: str, expected: str) -> None:
    words, _ = restore(name.split())
    assert " ".join(words) == expected


def test_known_names_win() -> None:
    words, _ = restore(["Сената"], {"сената"})
    assert words == ("Сенат",)
    assert restore(["Штатов"], {"штаты"})[0] == ("Штаты",)


def test_case_follows_what_stands_before() -> None:
    assert restore(["Астане"], (), {Case.LOC})[1] is Case.LOC
    assert restore(["Астане"], (), {Case.DAT})[1] is Case.DAT
