"""IRIs are ASCII, readable and the same everywhere."""

from __future__ import annotations

import pytest

from graphkit.errors import OntologyError
from graphkit.graph.iris import assertion_iri, check_base, digest, entity_iri, passage_iri


def test_entity_iri_stands_below_the_base() -> None:
    iri = entity_iri("country/GB", "https://data.example.org/")
    assert iri.value == "https://data.example.org/country/GB"


def test_entity_iri_of_a_role_has_the_namespace_of_roles() -> None:
    assert entity_iri("role/speaker").value == "https://w3id.org/graphkit/role/speaker"


@pytest.mark.parametrize("path", ["person/Әлия", "person/a b", 'person/a"><b', "person/é"])
def test_entity_iri_holds_ascii_only(path: str) -> None:
    iri = entity_iri(path).value
    assert iri.isascii()
    assert not set(' "<>') & set(iri)


def test_passage_iri_is_a_fragment_of_its_release() -> None:
    assert passage_iri("0f", 0, 12).value.endswith("id/release/0f#char=0,12")


def test_assertion_iri_differs_where_the_joined_text_does_not() -> None:
    assert assertion_iri("a", "bc") != assertion_iri("ab", "c")


def test_digest_is_the_same_in_every_run() -> None:
    assert digest("Астана", "Лондон") == "22621fb14caa5057"


@pytest.mark.parametrize("base", ["data/", "https://x.org/id", "https://x.org/a b/", "ftp://x/"])
def test_a_base_that_makes_no_iris_is_refused(base: str) -> None:
    with pytest.raises(OntologyError, match="a base IRI starts with"):
        check_base(base)
