import random

import pytest

from graphkit.resolve.blocking import (
    ALL_PAIRS,
    WINDOW,
    Item,
    find_pairs,
    heard_paths,
    name_paths,
    post_paths,
)
from graphkit.resolve.names import parse_name

FAMILIES = ["Ахметов", "Оспанов", "Сейітов", "Жұмабаев", "Қасымов", "Тілеуов", "Байжанов"]
GIVEN = "Асан Арман Әділ Марат Мұрат Нұрлан Ерлан Ербол Талғат Тимур Серік Сәуле".split()


def items(*names: str) -> list[Item]:
    parsed = [parse_name(name) for name in names]
    return [
        Item(number, " ".join(reversed(name.words)), name_paths(name) | heard_paths(name), (name,))
        for number, name in enumerate(parsed)
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Бақыт Омаров", "Bakhyt Omarov", id="kk-en"),
        pytest.param("Йохан Берг", "Johan Berg", id="ru-en j"),
        pytest.param("Уильям Стоун", "William Stone", id="ru-en w"),
        pytest.param("Ильхам Гасанов", "Ilham Hasanov", id="ru-en h"),
        pytest.param("Майкл Браун", "Michael Brown", id="ru-en ow"),
        pytest.param("Кристофер Уокер", "Christopher Walker", id="ru-en lk"),
        pytest.param("Джордж Буш", "George Bush", id="ru-en g"),
        pytest.param("Ма Чжаосюй", "Ma Zhaoxu", id="ru-en pinyin"),
        pytest.param("Жерар Ларше", "Gérard Larcher", id="ru-fr"),
        pytest.param("А. Сейітов", "Асан Сейітов", id="kk initial"),
        pytest.param("Сеитов Асан", "Асан Сеитов", id="ru order"),
    ],
)
def test_two_spellings_are_compared(left: str, right: str) -> None:
    assert find_pairs(items(left, right)) == [(0, 1)]


def test_two_spellings_are_compared_in_a_crowd_too() -> None:
    crowd = [f"{given} {family}" for given in GIVEN for family in FAMILIES]
    crowd += [f"{given} {family}{end}" for end in "абв" for given in GIVEN for family in FAMILIES]
    pair = ["Ян Сейітов", "Jan Seitov"]
    found = find_pairs(items(*crowd, *pair))
    assert (len(crowd), len(crowd) + 1) in found


@pytest.mark.parametrize("short", [False, True], ids=["full names", "initials"])
def test_pairs_an_item_stay_few_however_many_there_are(short: bool) -> None:
    rng = random.Random(1)

    def pairs_an_item(count: int) -> float:
        names = []
        for _ in range(count):
            given, family = rng.choice(GIVEN), rng.choice(FAMILIES)
            names.append(f"{given[0]}. {family}" if short else f"{given} {family}")
        return len(find_pairs(items(*names))) / count

    assert pairs_an_item(4000) <= 2 * WINDOW


def test_initials_that_fit_many_are_left_to_their_posts() -> None:
    full = [f"А{letters} Ахметов" for letters in "бай дам зат йдар лан лмас ман рман сан".split()]
    assert len(full) > ALL_PAIRS
    compared = find_pairs(items(*full, "А. Ахметов"))
    assert not any(len(full) in pair for pair in compared)
    post = "minister body/kz/ministry "
    holders = [parse_name(full[0]), parse_name("А. Ахметов"), parse_name("Ахметов")]
    told = [Item(i, "ahmetov", post_paths(post, [n]), (n,)) for i, n in enumerate(holders)]
    assert find_pairs(told) == [(0, 1), (0, 2), (1, 2)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Нұрлан Сейітов", "Нұрлан Жұмабаев", id="another family"),
        pytest.param("Nurlan Seitov", "Нұрлан Жұмабаев", id="another family between scripts"),
        pytest.param("А. Сейітов", "Марат Сейітов", id="another initial"),
    ],
)
def test_what_no_comparison_could_join_is_not_compared(left: str, right: str) -> None:
    assert find_pairs(items(left, right)) == []


def test_persons_of_two_countries_are_not_compared() -> None:
    name = parse_name("Ван И")
    told = [
        Item(i, "i van", name_paths(name), (name,), frozenset(countries))
        for i, countries in enumerate([{"country/CN"}, {"country/SG"}, set()])
    ]
    assert find_pairs(told) == [(0, 2), (1, 2)]


def test_a_crowd_of_one_name_meets_those_of_its_country() -> None:
    """Of forty of one name each finds the other spelling of its own country."""
    told = []
    for country in range(40):
        for name in map(parse_name, ("Бақыт Омаров", "Bakhyt Omarov")):
            of = frozenset({f"country/{country}"})
            told.append(Item(len(told), "omarov bakit", name_paths(name), (name,), of))
    assert set(find_pairs(told)) == {(i, i + 1) for i in range(0, 80, 2)}
