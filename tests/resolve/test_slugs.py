import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.resolve.slugs import digest, slugify, slugify_person


@pytest.mark.parametrize(
    "spellings",
    [
        pytest.param(["Ермек Сәтбаев", "Ермек Сатбаев", "Yermek Satbayev"], id="ye"),
        pytest.param(["Қасым Ғалиев", "Касым Галиев", "Qasym Ghaliev"], id="q"),
        pytest.param(["Асан Иманов", "Assan Imanov"], id="ss"),
    ],
)
def test_a_person_has_one_slug_in_three_languages(spellings: list[str]) -> None:
    assert len({slugify_person(name) for name in spellings}) == 1


def test_a_body_keeps_its_spelling() -> None:
    assert slugify("National Assembly") == "national-assembly"


@given(st.text(max_size=100))
def test_a_slug_is_plain_and_short(text: str) -> None:
    slug = slugify(text)
    assert slug.isascii()
    assert len(slug) <= 60
    assert slug == slug.strip("-")
    assert slugify(slug) == slug


def test_a_digest_keeps_its_parts_apart() -> None:
    assert digest("ab", "c") != digest("a", "bc")
