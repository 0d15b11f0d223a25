"""Programs that other people have written talk to the endpoint."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from serve.running import ID
from SPARQLWrapper import CSV, JSON, POST, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

NAMES = f"""PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?name {{ <{ID}country/KZ> skos:prefLabel ?name }} ORDER BY ?name"""


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper(address: str, method: str) -> None:
    client = SPARQLWrapper(f"{address}/sparql")
    client.setMethod(method)
    client.setQuery(NAMES)
    client.setReturnFormat(JSON)
    rows = client.queryAndConvert()["results"]["bindings"]
    assert [row["name"]["value"] for row in rows] == ["Kazakhstan", "Казахстан", "Қазақстан"]
    client.setReturnFormat(CSV)
    assert client.queryAndConvert().decode().split() == [
        "name",
        "Kazakhstan",
        "Казахстан",
        "Қазақстан",
    ]
    client.setQuery(f"DESCRIBE <{ID}country/KZ>")
    client.setReturnFormat(TURTLE)
    assert len(Graph().parse(data=client.queryAndConvert())) > 3
    client.setReturnFormat(JSON)
    client.setQuery("SELECT")
    with pytest.raises(QueryBadFormed):
        client.query()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_rdflib_sparqlstore(address: str) -> None:
    graph = Graph(SPARQLStore(f"{address}/sparql"))
    assert [str(row[0]) for row in graph.query(NAMES)] == ["Kazakhstan", "Казахстан", "Қазақстан"]
    label = URIRef("http://www.w3.org/2004/02/skos/core#prefLabel")
    names = {(str(o), o.language) for o in graph.objects(URIRef(ID + "city/london"), label)}
    assert names == {("Лондон", "kk"), ("Лондон", "ru"), ("London", "en")}


@pytest.mark.skipif(not shutil.which("curl"), reason="needs curl")
def test_curl(address: str) -> None:
    def curl(*options: str) -> str:
        done = subprocess.run(
            ["curl", "--silent", "--show-error", "--max-time", "20", "--noproxy", "*", *options],
            capture_output=True, check=True, text=True, encoding="utf-8",
        )  # fmt: skip
        return done.stdout

    url = f"{address}/sparql"
    asked = curl(url, "--data-urlencode", f"query={NAMES}", "-H", "Accept: text/csv")
    assert asked.split() == ["name", "Kazakhstan", "Казахстан", "Қазақстан"]
    by_get = curl("--get", url, "--data-urlencode", f"query={NAMES}")
    assert len(json.loads(by_get)["results"]["bindings"]) == 3
    direct = curl(url, "--data-binary", NAMES, "-H", "Content-Type: application/sparql-query")
    assert direct == by_get
    page = curl(f"{address}/graphkit/id/country/KZ", "-H", "Accept: text/turtle")
    assert "Қазақстан" in page
