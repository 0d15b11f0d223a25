"""Every IRI has a place here, and every place its IRI."""

from __future__ import annotations

import pytest

from graphkit.serve.hrefs import iris_of_path, local_href

BASE = "https://w3id.org/graphkit/id/"


@pytest.mark.parametrize(
    "iri",
    [
        f"{BASE}country/KZ",
        f"{BASE}body/kz/parliament",
        f"{BASE}city/%D0%90%D0%BB%D0%BC%D0%B0%D1%82%D1%8B",
        f"{BASE}city/Алматы",
        f"{BASE}person/o'brien-(jr)",
        "https://w3id.org/graphkit/role/minister",
    ],
)
def test_a_link_leads_back_to_its_iri(iri: str) -> None:
    href = local_href(iri, BASE)
    assert href.startswith("/graphkit/")
    assert href.isascii()
    assert iri in iris_of_path(href, BASE)


def test_a_fragment_stays_one() -> None:
    href = local_href(f"{BASE}release/0f#char=3,8", BASE)
    assert href == "/graphkit/id/release/0f#char=3,8"


def test_what_has_no_path_is_looked_up() -> None:
    assert local_href("https://a.example/data#x y", "https://a.example/data#") == (
        "/resource?iri=https%3A%2F%2Fa.example%2Fdata%23x%20y"
    )
    assert local_href(f"{BASE}a?b", BASE).startswith("/resource?iri=")
    assert local_href("https://elsewhere.example/ә", BASE) == "https://elsewhere.example/%D3%99"
    assert local_href("javascript:alert(1)", BASE) == ""


@pytest.mark.parametrize("path", ["/", "/graphkit/id/", "/other/x", "/sparql"])
def test_other_paths_have_no_iri(path: str) -> None:
    assert list(iris_of_path(path, BASE)) == []
