"""SPARQL 1.1 Protocol, the query operation: https://www.w3.org/TR/sparql11-protocol/."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from graphkit.serve.backend import Backend
from graphkit.serve.describe import describe_service, respond_rdf
from graphkit.serve.guard import calls_service
from graphkit.serve.negotiate import GRAPHS, HTML, ROWS, choose_format
from graphkit.serve.params import (
    FORM,
    Params,
    decode,
    media_type_of,
    read_body,
    read_form,
    read_url_params,
)

_QUERY: Final = "application/sparql-query"
_UPDATE: Final = "application/sparql-update"
_READ_ONLY: Final = "this endpoint only reads; change the graph with 'build' and 'forget'"
_ABSOLUTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True, slots=True)
class Question:
    """One query operation, whichever way it came."""

    query: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    formats: tuple[str, ...]
    seconds: float


async def answer_sparql(request: Request) -> Response:
    """Answer one request to the endpoint."""
    backend: Backend = request.app.state.backend
    url = read_url_params(request)
    if request.method == "POST":
        params, query = await _read_post(request, url, backend.settings.max_query)
    else:
        params, query = url, url.one("query")
    if "update" in {key for key, _ in params.pairs}:
        raise HTTPException(403, _READ_ONLY)
    if query is None:
        return await _answer_without_query(request)
    question = _make_question(query, params, backend.settings.timeout)
    return await _answer_question(request, backend, question)


async def _answer_without_query(request: Request) -> Response:
    if request.method == "POST":
        raise HTTPException(400, "give a query: the parameter 'query' is missing")
    wanted = choose_format(request.headers.get("accept"), {**GRAPHS, "html": HTML})
    if wanted == "html":
        return Response(status_code=303, headers={"Location": "query", "Vary": "Accept"})
    return respond_rdf(request, describe_service(request))


async def _read_post(request: Request, url: Params, limit: int) -> tuple[Params, str | None]:
    media_type = media_type_of(request)
    if media_type == FORM:
        form = await read_form(request, limit)
        return form, form.one("query")
    if media_type == _QUERY:
        if url.all("query"):
            raise HTTPException(400, "give the query in the body or in the URL, not in both")
        return url, decode(await read_body(request, limit))
    if media_type == _UPDATE:
        raise HTTPException(403, _READ_ONLY)
    allowed = f"{FORM}, {_QUERY}"
    raise HTTPException(415, f"cannot read '{media_type or 'no media type'}'; allowed: {allowed}")


def _make_question(query: str, params: Params, timeout: float) -> Question:
    if calls_service(query):
        raise HTTPException(403, "SERVICE is off: this endpoint asks no other server")
    return Question(
        query,
        _read_graphs(params, "default-graph-uri"),
        _read_graphs(params, "named-graph-uri"),
        tuple(params.all("format")),
        _read_timeout(params, timeout),
    )


def _read_graphs(params: Params, name: str) -> tuple[str, ...]:
    iris = tuple(params.all(name))
    for iri in iris:
        try:
            ox.NamedNode(iri)
        except ValueError as error:
            raise HTTPException(400, f"{name}: not an IRI: {error}") from error
        if not _ABSOLUTE.match(iri):
            raise HTTPException(400, f"{name}: the IRI must be absolute")
    return iris


def _read_timeout(params: Params, most: float) -> float:
    value = params.one("timeout")
    if value is None:
        return most
    try:
        wanted = float(value)
    except ValueError:
        wanted = -1.0
    if not wanted > 0:
        raise HTTPException(400, f"'timeout' is a number of seconds, not {value[:40]!r}")
    return min(wanted, most)


async def _answer_question(request: Request, backend: Backend, question: Question) -> Response:
    accept = ",".join(request.headers.getlist("accept")) or None
    rows = choose_format(accept, ROWS, question.formats)
    graph = choose_format(accept, GRAPHS, question.formats)
    if rows is None and graph is None:
        known = ", ".join(f.asked_by[0] for f in (*ROWS.values(), *GRAPHS.values()))
        raise HTTPException(406, f"none of the accepted formats is known; they are: {known}")
    task = {
        "query": question.query,
        "default_graphs": question.default_graphs,
        "named_graphs": question.named_graphs,
        "rows_format": rows,
        "graph_format": graph,
    }

    async def wait_gone() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass

    reply = await backend.query(task, seconds=question.seconds, gone=wait_gone)
    formats = GRAPHS if reply.head["graph"] else ROWS
    headers = {
        "Content-Type": formats[reply.head["format"]].media_type,
        "Vary": "Accept",
        "Cache-Control": "no-cache",
        "X-Graph-Version": reply.head["version"],
    }
    return Response(reply.body, headers=headers)
