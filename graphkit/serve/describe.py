"""The server -> RDF about it: SPARQL service description, VoID and DCAT."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

import pyoxigraph as ox
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from graphkit.serve.backend import Backend, Row
from graphkit.serve.negotiate import GRAPHS, choose_format
from graphkit.serve.params import read_url_params
from graphkit.vocab import GK, PREFIXES

_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_VOID: Final = "http://rdfs.org/ns/void#"
_DCAT: Final = "http://www.w3.org/ns/dcat#"
_FORMATS: Final = "http://www.w3.org/ns/formats/"
_TYPE: Final = ox.NamedNode(PREFIXES["rdf"] + "type")
_INTEGER: Final = ox.NamedNode(PREFIXES["xsd"] + "integer")
_SHOWN_PREFIXES: Final = {**PREFIXES, "sd": _SD, "void": _VOID, "dcat": _DCAT, "format": _FORMATS}
# The W3C's names of the formats that the endpoint answers in.
_NAMES: Final = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "JSON-LD", "RDF_XML",
)  # fmt: skip
_RDF_FORMATS: Final = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
_HOST: Final = re.compile(r"(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?")
COUNTS: Final = (
    "SELECT (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?subjects) { ?s ?p ?o }",
    "SELECT ?class (COUNT(*) AS ?n) { ?s a ?class } GROUP BY ?class ORDER BY ?class",
    "SELECT ?property (COUNT(*) AS ?n) { ?s ?property ?o } GROUP BY ?property ORDER BY ?property",
    f"""SELECT (MIN(?date) AS ?first) (MAX(?date) AS ?last) (SAMPLE(?r) AS ?example)
    {{ ?r a <{GK.Release}> OPTIONAL {{ ?r schema:datePublished ?date }} }}""",
)


def root_url(request: Request) -> str:
    """Return what URLs of this server begin with, with a ``/`` at the end.

    :raises HTTPException: if the Host header is no name of a host.
    """
    told: str | None = request.app.state.backend.settings.public_url
    if told:
        return told.rstrip("/") + "/"
    host = request.headers.get("host") or "localhost"
    if not _HOST.fullmatch(host):
        raise HTTPException(400, "the Host header is not the name of a host")
    return f"{request.url.scheme}://{host}/"


def respond_rdf(
    request: Request, triples: Iterable[ox.Triple], headers: dict[str, str] | None = None
) -> Response:
    """Return triples in the format that is wanted.

    :raises HTTPException: if none of ours is.
    """
    asked = read_url_params(request).all("format")
    format = choose_format(request.headers.get("accept"), GRAPHS, asked)
    if format is None:
        known = ", ".join(f.asked_by[0] for f in GRAPHS.values())
        raise HTTPException(406, f"none of the accepted formats is known; they are: {known}")
    body = ox.serialize(triples, format=_RDF_FORMATS[format], prefixes=_SHOWN_PREFIXES)
    own = {"Content-Type": GRAPHS[format].media_type, "Vary": "Accept"}
    return Response(body, headers={**own, **(headers or {})})


def _node(iri: str) -> ox.NamedNode:
    return ox.NamedNode(iri)


def describe_service(request: Request) -> Iterator[ox.Triple]:
    """Yield the service description (https://www.w3.org/TR/sparql11-service-description/)."""
    endpoint = _node(root_url(request) + "sparql")
    dataset, graph = _node(f"{endpoint.value}#dataset"), _node(f"{endpoint.value}#graph")
    yield ox.Triple(endpoint, _TYPE, _node(f"{_SD}Service"))
    yield ox.Triple(endpoint, _node(f"{_SD}endpoint"), endpoint)
    yield ox.Triple(endpoint, _node(f"{_SD}supportedLanguage"), _node(f"{_SD}SPARQL11Query"))
    for name in _NAMES:
        yield ox.Triple(endpoint, _node(f"{_SD}resultFormat"), _node(_FORMATS + name))
    yield ox.Triple(endpoint, _node(f"{_SD}defaultDataset"), dataset)
    yield ox.Triple(dataset, _TYPE, _node(f"{_SD}Dataset"))
    yield ox.Triple(dataset, _node(f"{_SD}defaultGraph"), graph)
    yield ox.Triple(graph, _TYPE, _node(f"{_SD}Graph"))
    yield ox.Triple(graph, _TYPE, _node(f"{_VOID}Dataset"))


async def describe_dataset(request: Request) -> Response:
    """Answer with the VoID and DCAT description of the graph."""
    backend: Backend = request.app.state.backend
    counts = await backend.remember(("void",), lambda: backend.select(*COUNTS))
    return respond_rdf(request, _dataset(root_url(request), backend.base_iri, counts))


def _number(row: Row, name: str) -> ox.Literal:
    return ox.Literal(row[name]["value"], datatype=_INTEGER)


def _dataset(root: str, base_iri: str, counts: list[list[Row]]) -> Iterator[ox.Triple]:
    totals, classes, properties, releases = counts
    dataset, endpoint = _node(root + "void#dataset"), _node(root + "sparql")
    service, download = _node(root + "void#service"), _node(root + "void#download")
    dcterms = PREFIXES["dcterms"]
    yield ox.Triple(dataset, _TYPE, _node(f"{_VOID}Dataset"))
    yield ox.Triple(dataset, _TYPE, _node(f"{_DCAT}Dataset"))
    title = ox.Literal("Knowledge graph of press releases", language="en")
    yield ox.Triple(dataset, _node(f"{dcterms}title"), title)
    yield ox.Triple(dataset, _node(f"{_VOID}sparqlEndpoint"), endpoint)
    yield ox.Triple(dataset, _node(f"{_VOID}uriSpace"), ox.Literal(base_iri))
    yield ox.Triple(dataset, _node(f"{_VOID}triples"), _number(totals[0], "triples"))
    yield ox.Triple(dataset, _node(f"{_VOID}distinctSubjects"), _number(totals[0], "subjects"))
    for term in sorted({iri.partition("#")[0] for iri in PREFIXES.values()}):
        yield ox.Triple(dataset, _node(f"{_VOID}vocabulary"), _node(term))
    yield ox.Triple(dataset, _node(f"{_DCAT}distribution"), download)
    yield ox.Triple(download, _TYPE, _node(f"{_DCAT}Distribution"))
    yield ox.Triple(download, _node(f"{_DCAT}accessService"), service)
    yield ox.Triple(download, _node(f"{_DCAT}accessURL"), endpoint)
    yield ox.Triple(service, _TYPE, _node(f"{_DCAT}DataService"))
    yield ox.Triple(service, _node(f"{_DCAT}endpointURL"), endpoint)
    yield ox.Triple(service, _node(f"{_DCAT}servesDataset"), dataset)
    conforms = _node("https://www.w3.org/TR/sparql11-protocol/")
    yield ox.Triple(service, _node(f"{dcterms}conformsTo"), conforms)
    yield from _partitions(dataset, "class", "entities", classes)
    yield from _partitions(dataset, "property", "triples", properties)
    yield from _span(dataset, releases[0])


def _partitions(
    dataset: ox.NamedNode, kind: str, counted: str, rows: list[Row]
) -> Iterator[ox.Triple]:
    for number, row in enumerate(rows):
        part = _node(f"{dataset.value}-{kind}-{number}")
        yield ox.Triple(dataset, _node(f"{_VOID}{kind}Partition"), part)
        yield ox.Triple(part, _node(_VOID + kind), _node(row[kind]["value"]))
        yield ox.Triple(part, _node(_VOID + counted), _number(row, "n"))


def _span(dataset: ox.NamedNode, row: Row) -> Iterator[ox.Triple]:
    if "example" in row:
        yield ox.Triple(dataset, _node(f"{_VOID}exampleResource"), _node(row["example"]["value"]))
    if "first" in row and "last" in row:
        period = _node(f"{dataset.value}-period")
        yield ox.Triple(dataset, _node(PREFIXES["dcterms"] + "temporal"), period)
        yield ox.Triple(period, _TYPE, _node(PREFIXES["dcterms"] + "PeriodOfTime"))
        for name, end in (("startDate", "first"), ("endDate", "last")):
            kind = _node(row[end].get("datatype", PREFIXES["xsd"] + "string"))
            day = ox.Literal(row[end]["value"], datatype=kind)
            yield ox.Triple(period, _node(_DCAT + name), day)
