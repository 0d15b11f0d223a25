"""CLDR -> countries.ttl."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from babel.core import get_global

from graphkit.knowledge import Scheme, load_knowledge
from graphkit.knowledge.generate import COUNTRIES, add_names, find_missing, main, territories


def test_every_country_of_iso_3166_is_there() -> None:
    assert len(territories()) == 249
    known = load_knowledge().scheme(Scheme.COUNTRY)
    assert {concept.notation for concept in known} == set(territories())
    assert all(concept.id == f"country/{concept.notation}" for concept in known)


def test_no_name_of_cldr_is_missing() -> None:
    assert list(find_missing(load_knowledge())) == []


def test_codes_of_three_letters_are_those_of_cldr() -> None:
    aliases = get_global("territory_aliases")
    for quad in ox.parse(path=str(COUNTRIES), format=ox.RdfFormat.TURTLE):
        if quad.predicate.value.endswith("alpha3"):
            assert quad.subject.value.endswith(aliases[quad.object.value][0])


def test_missing_name_is_added_and_the_rest_stays(tmp_path: Path) -> None:
    file = tmp_path / "countries.ttl"
    text = COUNTRIES.read_text(encoding="utf-8")
    file.write_text(text.replace('"Түркия"@kk', '"Түркія"@kk'), encoding="utf-8")
    main(file)
    added = set(file.read_text("utf-8").splitlines()) - set(text.splitlines())
    assert {line.strip() for line in added if "Түркия" in line} == {'skos:altLabel "Түркия"@kk ;'}


def test_complete_file_is_not_changed(tmp_path: Path) -> None:
    file = tmp_path / "countries.ttl"
    file.write_bytes(COUNTRIES.read_bytes())
    main(file)
    assert file.read_bytes() == COUNTRIES.read_bytes()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_new_country_gets_an_entry(language: str) -> None:
    turtle = add_names("", iter([("QX", language, "Утопия")]))
    assert f'skos:altLabel "Утопия"@{language}' in turtle
    assert 'skos:notation "QX"' in turtle
