"""The cases of the W3C's SPARQL 1.1 protocol tests that apply to an endpoint that only reads.

https://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/: the queries are theirs,
the graphs ours, since this server does not load what a request names.
"""

from __future__ import annotations

import csv
import json
from io import StringIO
from xml.etree import ElementTree

import httpx
import pytest
import rdflib

ONE, TWO = "https://example.org/graph/one", "https://example.org/graph/two"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
DATASET = "SELECT ?x { ?x ?p ?o }"
NAMED = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
RESULTS = "{http://www.w3.org/2005/sparql-results#}"


def values(response: httpx.Response, name: str) -> set[str]:
    assert response.status_code == 200, response.text
    return {row[name]["value"] for row in response.json()["results"]["bindings"]}


def test_query_by_get(http: httpx.Client) -> None:
    response = http.get("/sparql", params={"query": "ASK {}"})
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/sparql-results+json"
    assert response.json()["boolean"] is True


def test_query_by_form(http: httpx.Client) -> None:
    response = http.post("/sparql", data={"query": "ASK {}"})
    assert response.json()["boolean"] is True


def test_query_as_the_body(http: httpx.Client) -> None:
    response = http.post("/sparql", content="ASK { FILTER('ә' = \"ә\") }".encode(), headers=DIRECT)
    assert response.json()["boolean"] is True


def test_a_form_keeps_percent_signs_and_letters(http: httpx.Client) -> None:
    query = 'SELECT ?x { VALUES ?x { "100 %41 + Ермек Көшербаев & co" } }'
    assert values(http.post("/sparql", data={"query": query}), "x") == {
        "100 %41 + Ермек Көшербаев & co"
    }


@pytest.mark.parametrize("way", ["get", "form", "direct"])
@pytest.mark.parametrize("graphs", [[ONE], [ONE, TWO]], ids=["one", "two"])
def test_default_graphs(http: httpx.Client, way: str, graphs: list[str]) -> None:
    answer = ask(http, way, DATASET, {"default-graph-uri": graphs})
    assert values(answer, "x") == set(graphs)


@pytest.mark.parametrize("way", ["get", "form", "direct"])
@pytest.mark.parametrize("graphs", [[ONE], [ONE, TWO]], ids=["one", "two"])
def test_named_graphs(http: httpx.Client, way: str, graphs: list[str]) -> None:
    answer = ask(http, way, NAMED, {"named-graph-uri": graphs})
    assert values(answer, "g") == set(graphs)
    assert values(ask(http, way, DATASET, {"named-graph-uri": graphs}), "x") == set()


def test_the_dataset_of_the_request_replaces_that_of_the_query(http: httpx.Client) -> None:
    query = f"SELECT ?x FROM <{ONE}> {{ ?x ?p ?o }}"
    assert values(ask(http, "get", query, {}), "x") == {ONE}
    assert values(ask(http, "get", query, {"default-graph-uri": [TWO]}), "x") == {TWO}


def test_a_full_dataset(http: httpx.Client) -> None:
    query = "SELECT ?x ?g { ?x ?p ?o GRAPH ?g { ?s ?q ?r } }"
    dataset = {"default-graph-uri": [ONE], "named-graph-uri": [TWO]}
    answer = ask(http, "form", query, dataset)
    assert (values(answer, "x"), values(answer, "g")) == ({ONE}, {TWO})


def test_a_graph_that_is_not_there_is_empty(http: httpx.Client) -> None:
    graphs = {"default-graph-uri": ["http://127.0.0.1:1/never-fetched"]}
    assert values(ask(http, "get", DATASET, graphs), "x") == set()


def ask(http: httpx.Client, way: str, query: str, dataset: dict[str, list[str]]) -> httpx.Response:
    if way == "get":
        return http.get("/sparql", params={"query": query, **dataset})
    if way == "form":
        return http.post("/sparql", data={"query": query, **dataset})
    return http.post("/sparql", params=dataset, content=query, headers=DIRECT)


# Names of the W3C's cases -> method, options, what is answered.
BAD = {
    "bad_query_method": ("PUT", {"params": {"query": "ASK {}"}}, 405),
    "bad_multiple_queries": ("GET", {"params": {"query": ["ASK {}", "SELECT * {}"]}}, 400),
    "bad_query_wrong_media_type": (
        "POST",
        {"content": "ASK {}", "headers": {"Content-Type": "text/plain"}},
        415,
    ),
    "bad_query_missing_form_type": ("POST", {"content": "query=ASK%20%7B%7D"}, 415),
    "bad_query_missing_direct_type": ("POST", {"content": "ASK {}"}, 415),
    "bad_query_non_utf8": (
        "POST",
        {"content": "ASK { FILTER('ә' = 'ә') }".encode("utf-16"), "headers": DIRECT},
        400,
    ),
    "bad_query_syntax": ("GET", {"params": {"query": "ASK {"}}, 400),
    "bad_update_get": ("GET", {"params": {"update": "CLEAR ALL"}}, 403),
    "bad_update_form": ("POST", {"data": {"update": "CLEAR ALL"}}, 403),
    "bad_update_direct": (
        "POST",
        {"content": "CLEAR ALL", "headers": {"Content-Type": "application/sparql-update"}},
        403,
    ),
    "no query in the form": ("POST", {"data": {"other": "1"}}, 400),
    "query in body and URL": (
        "POST",
        {"params": {"query": "ASK {}"}, "content": "ASK {}", "headers": DIRECT},
        400,
    ),
    "relative graph": (
        "GET",
        {"params": {"query": "ASK {}", "default-graph-uri": "graph/one"}},
        400,
    ),
    "nothing acceptable": (
        "GET",
        {"params": {"query": "ASK {}"}, "headers": {"Accept": "image/png"}},
        406,
    ),
    "triples asked as rows": (
        "GET",
        {
            "params": {"query": "CONSTRUCT WHERE { ?s ?p ?o }"},
            "headers": {"Accept": "text/csv"},
        },
        406,
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_request_is_refused_with_a_message(http: httpx.Client, case: str) -> None:
    method, options, status = BAD[case]
    response = http.request(method, "/sparql", **options)
    assert response.status_code == status
    assert len(response.text.strip()) > 10


def test_a_syntax_error_points_at_its_place(http: httpx.Client) -> None:
    response = http.get("/sparql", params={"query": "SELECT ?x {\n ?x ?p }"})
    assert response.text.startswith("query:2:9:")
    assert response.text.rstrip().endswith("^")


SELECT = 'SELECT ?n { VALUES ?n { "Көшербаев, \\"Ермек\\""@kk } }'
TEXT = 'Көшербаев, "Ермек"'


def test_rows_in_json(http: httpx.Client) -> None:
    response = http.get("/sparql", params={"query": SELECT}, headers={"Accept": "application/json"})
    assert values(response, "n") == {TEXT}


def test_rows_in_xml(http: httpx.Client) -> None:
    response = http.get("/sparql", params={"query": SELECT}, headers={"Accept": "application/xml"})
    assert response.headers["Content-Type"] == "application/sparql-results+xml"
    literal = ElementTree.fromstring(response.content).find(f".//{RESULTS}literal")
    assert literal is not None
    assert literal.text == TEXT


def test_rows_in_csv_and_tsv(http: httpx.Client) -> None:
    response = http.get("/sparql", params={"query": SELECT}, headers={"Accept": "text/csv"})
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert list(csv.reader(StringIO(response.text))) == [["n"], [TEXT]]
    accept = {"Accept": "text/tab-separated-values"}
    response = http.get("/sparql", params={"query": SELECT}, headers=accept)
    assert response.text.splitlines() == ["?n", '"Көшербаев, \\"Ермек\\""@kk']


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("text/turtle", "text/turtle; charset=utf-8"),
        ("application/n-triples", "application/n-triples; charset=utf-8"),
        ("application/ld+json", "application/ld+json"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("*/*", "text/turtle; charset=utf-8"),
        (
            "application/rdf+xml;q=0.5, application/n-triples",
            "application/n-triples; charset=utf-8",
        ),
    ],
)
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_triples_in_each_format(http: httpx.Client, accept: str, media_type: str) -> None:
    query = "CONSTRUCT { ?s skos:prefLabel ?n } { ?s a gk:Country ; skos:prefLabel ?n }"
    response = http.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert response.headers["Content-Type"] == media_type
    parsed = rdflib.Graph().parse(data=response.content, format=media_type.partition(";")[0])
    labels = {str(text) for text in parsed.objects()}
    assert {"Қазақстан", "Великобритания", "United Kingdom"} <= labels


def test_describe_gives_triples(http: httpx.Client) -> None:
    query = "DESCRIBE <https://w3id.org/graphkit/id/country/KZ>"
    response = http.get("/sparql", params={"query": query})
    assert response.headers["Content-Type"].startswith("text/turtle")
    assert "Қазақстан" in response.text


def test_the_format_parameter_outranks_the_header(http: httpx.Client) -> None:
    params = {"query": SELECT, "format": "csv"}
    response = http.get("/sparql", params=params, headers={"Accept": "application/json"})
    assert response.headers["Content-Type"].startswith("text/csv")


def test_any_page_may_ask_but_without_credentials(http: httpx.Client) -> None:
    origin = {"Origin": "https://example.org"}
    response = http.get("/sparql", params={"query": "ASK {}"}, headers=origin)
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response.headers
    preflight = http.options(
        "/sparql",
        headers={
            **origin,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
        },
    )
    assert preflight.status_code == 200
    assert "POST" in preflight.headers["Access-Control-Allow-Methods"]


def test_head_has_no_body(http: httpx.Client) -> None:
    response = http.head("/sparql", params={"query": "ASK {}"})
    assert (response.status_code, response.content) == (200, b"")


def test_the_service_describes_itself(http: httpx.Client) -> None:
    response = http.get("/sparql", headers={"Accept": "text/turtle"})
    parsed = rdflib.Graph().parse(data=response.text)
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    (service,) = parsed.subjects(rdflib.RDF.type, sd.Service)
    assert parsed.value(service, sd.supportedLanguage) == sd.SPARQL11Query
    formats = {str(one).rpartition("/")[2] for one in parsed.objects(service, sd.resultFormat)}
    assert {"SPARQL_Results_JSON", "Turtle", "JSON-LD"} <= formats
    assert not any(isinstance(term, rdflib.BNode) for triple in parsed for term in triple)


def test_a_browser_is_sent_to_the_query_page(http: httpx.Client) -> None:
    response = http.get("/sparql", headers={"Accept": "text/html"}, follow_redirects=True)
    assert response.url.path == "/query"
    assert "<textarea" in response.text


def test_ask_in_csv_is_a_word(http: httpx.Client) -> None:
    response = http.get("/sparql", params={"query": "ASK {}", "format": "csv"})
    assert response.text.strip() == "true"
    assert json.loads(http.get("/sparql", params={"query": "ASK {}"}).text) == {
        "head": {},
        "boolean": True,
    }
