"""Each thing has a page with its facts and their sentences, and the same as triples."""

from __future__ import annotations

import re

import httpx
import pytest
import rdflib
from rdflib import ORG, PROV, RDF
from serve.running import ID

from graphkit.graph.named import list_named
from graphkit.vocab import GK, NIF

HTML = {"Accept": "text/html"}
MINISTER = "/graphkit/id/person/ermek-kosherbaev"
TAG = re.compile(r"<[^>]+>")


def read_text(http: httpx.Client, url: str, **headers: str) -> str:
    response = http.get(url, headers={**HTML, **headers})
    assert response.status_code == 200, response.text
    return " ".join(TAG.sub(" ", response.text).split())


@pytest.mark.parametrize(
    ("language", "name", "role", "property"),
    [
        ("kk", "Ермек Көшербаев", "лауазымды тұлға", "лауазымы"),
        ("ru", "Ермек Кошербаев", "должностное лицо", "занимает пост"),
        ("en", "Yermek Kosherbayev", "official", "holds"),
    ],
)
def test_a_page_speaks_the_language_of_its_reader(
    http: httpx.Client, language: str, name: str, role: str, property: str
) -> None:
    for text in (
        read_text(http, f"{MINISTER}?lang={language}"),
        read_text(http, MINISTER, **{"Accept-Language": f"{language}, de;q=0.5"}),
    ):
        assert name in text
        assert role in text
        assert property in text


def test_a_fact_is_shown_with_its_sentences_and_releases(http: httpx.Client) -> None:
    text = read_text(http, f"{MINISTER}?lang=ru")
    assert "встретился в Лондоне со Спикером Палаты общин Линдси Хойлом" in text
    told = "Ермек Кошербаев встретился с Линдси Хойлом, 2026-03-01, уверенность 0.9"
    assert told in text.replace(" ,", ",")
    assert "кездесті" in text  # the Kazakh release says so too


def test_a_link_leads_to_the_sentence_in_its_release(http: httpx.Client) -> None:
    shown = http.get(f"{MINISTER}?lang=en", headers=HTML).text
    (link, anchor), *_ = re.findall(r'href="(/graphkit/id/release/[^"#]+)#(char=[\d,]+)"', shown)
    release = http.get(link, headers=HTML).text
    assert f'id="{anchor}"' in release


def test_the_page_of_a_country_names_what_links_to_it(http: httpx.Client) -> None:
    text = read_text(http, "/graphkit/id/country/GB?lang=en")
    assert "United Kingdom" in text
    assert "Parliament of the UK" in text
    assert "linked from" in text


def test_a_role_has_a_page_under_its_own_namespace(http: httpx.Client) -> None:
    assert "министр" in read_text(http, "/graphkit/role/minister?lang=ru")


def test_any_iri_can_be_looked_up(http: httpx.Client) -> None:
    text = read_text(http, f"/resource?iri={ID}city/london&lang=kk")
    assert "Лондон" in text
    assert "қала" in text


@pytest.mark.parametrize(
    ("accept", "format"),
    [
        ("text/turtle", "turtle"),
        ("application/ld+json", "json-ld"),
        ("application/n-triples", "nt"),
        ("application/rdf+xml", "xml"),
    ],
)
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_a_thing_is_linked_data(http: httpx.Client, accept: str, format: str) -> None:
    response = http.get(MINISTER, headers={"Accept": accept})
    assert response.headers["Content-Type"].partition(";")[0] == accept
    assert "Accept" in response.headers["Vary"]
    graph = rdflib.Graph().parse(data=response.content, format=format)
    person = rdflib.URIRef(ID + "person/ermek-kosherbaev")
    post = rdflib.URIRef(ID + "post/kz/minister-of-foreign-affairs")
    assert (person, ORG.holds, post) in graph
    # With the evidence: which passage says so, and what it says.
    passages = {
        passage
        for told in graph.subjects(RDF.object, post)
        for passage in graph.objects(told, PROV.wasDerivedFrom)
    }
    assert len(passages) == 3
    assert all(graph.value(passage, NIF.anchorOf) for passage in passages)


def test_turtle_and_page_have_the_same_address(http: httpx.Client) -> None:
    page, triples = (
        http.get(MINISTER, headers={"Accept": a}) for a in ("text/html", "text/turtle")
    )
    assert page.headers["Link"] == triples.headers["Link"]
    assert page.headers["Link"] == f'<{ID}person/ermek-kosherbaev>; rel="canonical"'


@pytest.mark.parametrize("accept", ["text/html", "text/turtle"])
@pytest.mark.parametrize("url", ["/graphkit/id/person/nobody", "/resource?iri=urn:nothing", "/x"])
def test_what_is_not_there_is_not_found(http: httpx.Client, url: str, accept: str) -> None:
    response = http.get(url, headers={"Accept": accept})
    assert response.status_code == 404
    assert len(response.text) > 10


def test_an_unknown_format_is_not_acceptable(http: httpx.Client) -> None:
    response = http.get(MINISTER, headers={"Accept": "image/png"})
    assert response.status_code == 406
    assert "text/turtle" in response.text


@pytest.mark.parametrize("typed", ["Көшербаев", "кошерб", "Kosherbay", "ермек к"])
def test_the_search_finds_a_name_in_any_script(http: httpx.Client, typed: str) -> None:
    response = http.get("/", params={"q": typed, "lang": "kk"}, headers=HTML)
    assert f'href="{MINISTER}?lang=kk"' in response.text


def test_the_query_page_offers_the_named_queries(http: httpx.Client) -> None:
    page = http.get("/query?lang=en", headers=HTML).text
    for query in list_named():
        assert f'<option value="{query.name}">' in page
    assert "http://" not in page.replace("http://www.w3.org", "")  # nothing from elsewhere
    assert http.get("/static/query.js").headers["Content-Type"].startswith("text/javascript")


def test_a_named_query_comes_bound_and_can_be_asked(http: httpx.Client) -> None:
    text = http.get("/queries/posts", params={"country": "KZ", "language": "ru"}).text
    rows = http.post("/sparql", data={"query": text}).json()["results"]["bindings"]
    assert [row["name"]["value"] for row in rows] == ["Ермек Кошербаев"]
    twice = http.get("/queries/posts?country=KZ&country=GB")
    assert twice.status_code == 400
    assert "give 'country' once" in twice.text
    by_name = http.get("/queries/groups", params={"partner": "Центральная Азия"})
    assert f"<{ID}region/central-asia>" in by_name.text


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("/queries/nothing", 404),
        ("/queries/posts?country=Kazakhstan", 400),
        ("/queries/posts?other=1", 400),
        ("/queries/groups?partner=Atlantis", 400),
    ],
)
def test_a_wrong_named_query_says_what_is_allowed(
    http: httpx.Client, url: str, status: int
) -> None:
    response = http.get(url)
    assert response.status_code == status
    assert len(response.text) > 20


def test_the_viewer_shows_what_is_around_a_thing(http: httpx.Client) -> None:
    response = http.get("/view", params={"focus": f"{ID}country/KZ", "hops": "1", "lang": "ru"})
    assert response.status_code == 200
    assert "<canvas" in response.text or "<div" in response.text
    whole = http.get("/view", params={"lang": "ru"})
    assert whole.status_code == 200
    assert whole.text != response.text
    missing = http.get("/view", params={"focus": f"{ID}country/XX"})
    assert missing.status_code == 404


def test_the_dataset_is_described(http: httpx.Client) -> None:
    response = http.get("/.well-known/void", headers={"Accept": "text/turtle"})
    graph = rdflib.Graph().parse(data=response.text)
    void = rdflib.Namespace("http://rdfs.org/ns/void#")
    dcat = rdflib.Namespace("http://www.w3.org/ns/dcat#")
    dataset = next(graph.subjects(RDF.type, dcat.Dataset))
    count = http.get("/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}).json()
    triples = int(count["results"]["bindings"][0]["n"]["value"])
    assert int(str(graph.value(dataset, void.triples))) == triples
    classes = {
        graph.value(part, void["class"]) for part in graph.objects(dataset, void.classPartition)
    }
    assert {GK.Official, GK.Release, GK.Country} <= classes
    assert str(graph.value(dataset, void.sparqlEndpoint)).endswith("/sparql")
    assert [str(day) for day in graph.objects(None, dcat.startDate)] == ["2026-02-28"]


def test_openapi_lists_every_route(http: httpx.Client) -> None:
    document = http.get("/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    assert "/graphkit/id/{path}" in document["paths"]
    for path, methods in document["paths"].items():
        if "{" in path:
            continue
        for method, operation in methods.items():
            needed = [p for p in operation["parameters"] if p["required"]]
            known = {"iri": f"{ID}country/KZ", "id": "country/KZ", "prefix": "Каз"}
            known |= {"from": f"{ID}country/KZ", "to": f"{ID}country/GB"}
            params = {one["name"]: known[one["name"]] for one in needed}
            response = http.request(
                method, path, params=params, data={} if method == "post" else None
            )
            allowed = {int(status) for status in operation["responses"] if status.isdigit()}
            assert response.status_code in allowed or (method, response.status_code) == (
                "post",
                415,
            )
