"""SERVICE is found however it is written, and names that only look like it are let be."""

from __future__ import annotations

import pytest

from graphkit.serve.guard import calls_service


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://a/> {} }",
        "SELECT * { SeRvIcE SILENT ?x {} }",
        "SELECT * {?s ?p ?o.SERVICE<http://a/>{}}",
        "SELECT * { ?s ?p 'x'SERVICE<http://a/>{} }",
        "SELECT * { ?s ?p 1SERVICE<http://a/>{} }",
        "SELECT * { ?s ?p trueSERVICE<http://a/>{} }",
        "SELECT * { SERVICE:x {} }",
        "SELECT * { SERVICEx:y {} }",
        "SELECT * { FILTER(?a<?b)SERVICE?x{} }",
        "SELECT * { # '''\nSERVICE ?x {} # '''\n}",
        "SELECT * { <a#b> ?p ?o SERVICE ?x {} }",
        'SELECT * { ?s ?p "a\\"" SERVICE ?x {} }',
        "SELECT * { ?s ?p '''it's''' SERVICE ?x {} }",
    ],
)
def test_service_is_found(query: str) -> None:
    assert calls_service(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service ?p $service }",
        "ASK { ?s ex:service gk:PublicService }",
        "ASK { ?s ?p <http://example.org/service> }",
        'ASK { ?s ?p "Security Service"@en }',
        "ASK { ?s ?p '''the\nservice''' }",
        "ASK { } # service",
        "ASK { ?s ?p ?o }",
    ],
)
def test_names_are_let_be(query: str) -> None:
    assert not calls_service(query)
