import pytest

from graphkit.resolve.blocking import WINDOW, group, name_keys, pairs
from graphkit.resolve.names import parse_name


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Бақыт Омаров", "Bakhyt Omarov", id="kk-en"),
        pytest.param("Йохан Берг", "Johan Berg", id="ru-en j"),
        pytest.param("Уильям Стоун", "William Stone", id="ru-en w"),
        pytest.param("А. Сейітов", "Асан Сейітов", id="kk initial"),
        pytest.param("Сеитов Асан", "Асан Сеитов", id="ru order"),
    ],
)
def test_two_spellings_share_a_key(left: str, right: str) -> None:
    assert name_keys(parse_name(left)) & name_keys(parse_name(right))


def test_a_large_block_gives_few_pairs_an_item() -> None:
    blocks = group((i, f"{i:04}", ["k"]) for i in range(1000))
    found = list(pairs(blocks))
    assert len(found) <= 1000 * WINDOW
    assert len(found) == len(set(found))
