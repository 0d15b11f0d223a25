"""The routes besides SPARQL -> OpenAPI 3.1."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from graphkit.serve.describe import root_url
from graphkit.serve.negotiate import GRAPHS

_RDF: Final = tuple(one.asked_by[0] for one in GRAPHS.values())
_JSON: Final = ("application/json",)
_HTML: Final = ("text/html",)
_LANG: Final = ("lang", "the language: kk, ru or en", False)
_FORMAT: Final = ("format", "a format, instead of the Accept header", False)
_ID: Final = ("id", "the id of a thing: its path below the base", True)
_PREFIX: Final = ("prefix", "what has been typed so far", True)
_CURSOR: Final = ("cursor", "how many results to leave out", False)
Parameter = tuple[str, str, bool]

# Path -> what it is, its parameters in the query, and the media types of its answer.
ROUTES: Final[dict[str, tuple[str, tuple[Parameter, ...], tuple[str, ...]]]] = {
    "/": ("Search by name.", (("q", "the beginning of a name", False), _LANG), _HTML),
    "/query": ("The page that SPARQL is written on.", (_LANG,), _HTML),
    "/queries": ("The named queries.", (), _JSON),
    "/queries/{name}": (
        "The text of a named query; its parameters are taken from the URL.", (),
        ("application/sparql-query",),
    ),
    "/resource": (
        "A thing by its IRI.", (("iri", "the IRI", True), _FORMAT, _LANG), (*_HTML, *_RDF),
    ),
    "/view": (
        "The picture of the graph.",
        (
            ("focus", "the IRI of the thing in the middle", False),
            ("hops", "how many steps around it: 1 to 3", False),
            _LANG,
        ),
        _HTML,
    ),
    "/view/part": (
        "What is around some things, as the picture fetches it.",
        (
            ("iri", "the IRI of a thing; may be repeated", True),
            ("hops", "how many steps around them: 1 to 3", False),
        ),
        _JSON,
    ),
    "/view/way": (
        "What is on the shortest way between two things, as the picture fetches it.",
        (("from", "the IRI of one", True), ("to", "the IRI of the other", True)), _JSON,
    ),
    "/view/names": (
        "Things by what has been typed of a name.",
        (("q", "the beginning of a name", False), _LANG), _JSON,
    ),
    "/void": ("VoID and DCAT description of the graph.", (_FORMAT,), _RDF),
    "/.well-known/void": ("The same.", (_FORMAT,), _RDF),
    "/reconcile": (
        "Reconciliation Service API 0.2: the manifest, or candidates for queries.",
        (("queries", "a JSON object of queries", False), _LANG), _JSON,
    ),
    "/reconcile/suggest/entity": ("Things by prefix.", (_PREFIX, _CURSOR, _LANG), _JSON),
    "/reconcile/suggest/type": ("Classes by prefix.", (_PREFIX, _CURSOR, _LANG), _JSON),
    "/reconcile/suggest/property": ("Properties by prefix.", (_PREFIX, _CURSOR, _LANG), _JSON),
    "/reconcile/preview": ("A small page on a thing.", (_ID, _LANG), _HTML),
    "/reconcile/view": ("Sends on to the page of a thing.", (_ID,), ()),
    "/static/{name}": ("Style and script of the pages.", (), ("text/css", "text/javascript")),
    "/openapi.json": ("This document.", (), _JSON),
}  # fmt: skip


def make_openapi(root: str, entity_path: str) -> dict[str, Any]:
    """Return the document; ``entity_path`` is where the pages of things are."""
    routes = {
        **ROUTES,
        entity_path + "{path}": (
            "A thing under the path of its IRI.", (_FORMAT, _LANG), (*_HTML, *_RDF)
        ),
    }  # fmt: skip
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "graphkit",
            "version": version("graphkit-press"),
            "description": "A graph of press releases. SPARQL 1.1 Protocol is under /sparql.",
        },
        "servers": [{"url": root}],
        "paths": {path: _describe(path, *route) for path, route in routes.items()},
    }


def _describe(
    path: str, summary: str, parameters: tuple[Parameter, ...], types: tuple[str, ...]
) -> dict[str, Any]:
    listed = [_parameter(name, "query", text, need) for name, text, need in parameters]
    for name in ("name", "path"):
        if f"{{{name}}}" in path:
            listed.insert(0, _parameter(name, "path", "which one", True))
    good = "200" if types else "303"
    answer: dict[str, Any] = {"description": "the answer"}
    if types:
        answer["content"] = {media_type: {} for media_type in types}
    wrong = {"description": "what is wrong, as text", "content": {"text/plain": {}}}
    get = {"summary": summary, "parameters": listed, "responses": {good: answer, "4XX": wrong}}
    if path != "/reconcile":
        return {"get": get}
    form = {"type": "object", "properties": {"queries": {"type": "string"}}}
    body = {"content": {"application/x-www-form-urlencoded": {"schema": form}}}
    return {"get": get, "post": {**get, "parameters": [], "requestBody": body}}


def _parameter(name: str, place: str, text: str, need: bool) -> dict[str, Any]:
    return {
        "name": name, "in": place, "description": text, "required": need,
        "schema": {"type": "string"},
    }  # fmt: skip


async def send_openapi(request: Request) -> Response:
    """Answer with the OpenAPI document."""
    base = request.app.state.backend.base_iri
    path = "/" + base.partition("://")[2].partition("/")[2].rstrip("#")
    return JSONResponse(make_openapi(root_url(request), path))
