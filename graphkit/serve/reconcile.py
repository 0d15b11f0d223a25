"""Reconciliation Service API 0.2 over the graph, for OpenRefine and other clients.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
"""

from __future__ import annotations

import json
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from graphkit.serve.backend import Backend
from graphkit.serve.describe import root_url
from graphkit.serve.entities import read_page
from graphkit.serve.hrefs import local_href
from graphkit.serve.pages import page_language, render
from graphkit.serve.params import FORM, Params, media_type_of, read_form, read_url_params
from graphkit.serve.words import LANGUAGES, say_term
from graphkit.vocab import GK, ROLE_IRI, shorten

_MOST_QUERIES: Final = 100
_MOST_RESULTS: Final = 50
_MOST_VALUES: Final = 20
_LONGEST: Final = 500
_PREVIEW: Final = {"width": 440, "height": 320}
# Properties that a query may give values of.
PROPERTIES: Final = (
    "gk:ofCountry", "gk:concerns", "org:holds", "org:memberOf", "org:subOrganizationOf",
    "skos:notation",
)  # fmt: skip
_DEFAULT_TYPES: Final = ("schema:Person", "org:Organization", "gk:Country", "gk:Region", "gk:City")


def path_of(iri: str, base_iri: str) -> str:
    """Return the id of a thing in this API: its path below the base."""
    if iri.startswith(ROLE_IRI):
        return "role/" + iri[len(ROLE_IRI) :]
    return iri.removeprefix(base_iri)


def iri_of(path: str, base_iri: str) -> str:
    """Return the IRI of an id of this API."""
    if path.startswith("role/"):
        return ROLE_IRI + path[len("role/") :]
    return path if "://" in path else base_iri + path


def make_manifest(request: Request) -> dict[str, Any]:
    """Return what the service says of itself."""
    root = root_url(request)
    backend: Backend = request.app.state.backend
    suggest = {"service_url": root.rstrip("/")}
    return {
        "versions": ["0.2"],
        "name": "graphkit",
        "identifierSpace": backend.base_iri,
        "schemaSpace": str(GK),
        "defaultTypes": [_type(one) for one in _DEFAULT_TYPES],
        "view": {"url": f"{root}reconcile/view?id={{{{id}}}}"},
        "preview": {"url": f"{root}reconcile/preview?id={{{{id}}}}", **_PREVIEW},
        "suggest": {
            kind: {**suggest, "service_path": f"/reconcile/suggest/{kind}"}
            for kind in ("entity", "type", "property")
        },
    }


def _type(term: str, language: str = "en") -> dict[str, str]:
    return {"id": term, "name": say_term(term, language)}


async def answer_reconcile(request: Request) -> Response:
    """Answer with the manifest, or with candidates where there are queries."""
    backend: Backend = request.app.state.backend
    params = read_url_params(request)
    if request.method == "POST":
        if media_type_of(request) != FORM:
            raise HTTPException(415, f"send the queries as {FORM}")
        params = await read_form(request, backend.settings.max_query)
    text = params.one("queries")
    if text is None:
        return JSONResponse(make_manifest(request))
    queries = _read_queries(text)
    language = _language(params)
    wishes = [_read_wish(key, query) for key, query in queries.items()]
    answers = await backend.names("match", wishes=wishes, language=language)
    return JSONResponse(
        {
            key: {"result": _write_found(answer, backend.base_iri, language)}
            for key, answer in zip(queries, answers, strict=True)
        }
    )


def _language(params: Params) -> str:
    value = params.one("lang")
    return value if value in LANGUAGES else "en"


def _read_queries(text: str) -> dict[str, dict[str, Any]]:
    try:
        queries = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise HTTPException(400, f"'queries' is not JSON: {error}") from error
    if not isinstance(queries, dict) or not all(isinstance(q, dict) for q in queries.values()):
        raise HTTPException(400, '\'queries\' is an object of objects: {"q0": {"query": …}}')
    if len(queries) > _MOST_QUERIES:
        raise HTTPException(413, f"{len(queries):,} queries; at most {_MOST_QUERIES} at once")
    return queries


def _read_wish(key: str, query: dict[str, Any]) -> dict[str, Any]:
    name = query.get("query")
    types, limit = query.get("type", []), query.get("limit", 10)
    types = [types] if isinstance(types, str) else types
    if not isinstance(name, str) or len(name) > _LONGEST:
        raise HTTPException(400, f"{key}: 'query' is a text of at most {_LONGEST} characters")
    if not isinstance(types, list) or not all(isinstance(one, str) for one in types):
        raise HTTPException(400, f"{key}: 'type' is a text or a list of texts")
    if not isinstance(limit, int) or limit < 0:
        raise HTTPException(400, f"{key}: 'limit' is a whole number")
    properties = query.get("properties") or []
    if not isinstance(properties, list) or len(properties) > _MOST_VALUES:
        raise HTTPException(400, f"{key}: 'properties' is a list of at most {_MOST_VALUES}")
    return {
        "name": name,
        "types": [_expand_type(one) for one in types],
        "values": [_read_property(key, one) for one in properties],
        "limit": min(limit, _MOST_RESULTS),
        "is_prefix": False,
    }


def _expand_type(name: str) -> str:
    return shorten(name) if "://" in name else name


def _read_property(key: str, given: Any) -> tuple[str, list[str]]:
    if not isinstance(given, dict) or not isinstance(given.get("pid"), str):
        raise HTTPException(400, f"{key}: each of 'properties' has a 'pid' and a 'v'")
    found = given.get("v")
    values = []
    for value in found[:_MOST_VALUES] if isinstance(found, list) else [found]:
        one = value.get("id", value.get("name")) if isinstance(value, dict) else value
        values.append(str(one)[:_LONGEST])
    return given["pid"], values


def _write_found(answer: dict[str, Any], base_iri: str, language: str) -> list[dict[str, Any]]:
    return [
        {
            "id": path_of(found["iri"], base_iri),
            "name": found["name"],
            "description": _describe(found["types"], language),
            "type": [_type(one, language) for one in found["types"]],
            "score": found["score"],
            "match": answer["match"] and place == 0,
            "features": [{"id": key, "value": v} for key, v in found["features"].items()],
        }
        for place, found in enumerate(answer["found"])
    ]


def _describe(types: list[str], language: str) -> str:
    return say_term(types[0], language) if types else ""


async def suggest_entity(request: Request) -> Response:
    """Answer with the things whose names begin with what is being typed."""
    backend: Backend = request.app.state.backend
    params = read_url_params(request)
    language = _language(params)
    found = await find_by_prefix(backend, params, language)
    base = backend.base_iri
    return JSONResponse(
        {
            "result": [
                {
                    "id": path_of(one["iri"], base),
                    "name": one["name"],
                    "description": _describe(one["types"], language),
                    "notable": [_type(term, language) for term in one["types"][:1]],
                }
                for one in found
            ]
        }
    )


async def find_by_prefix(backend: Backend, params: Params, language: str) -> list[dict[str, Any]]:
    """Return the things whose names begin with the parameter ``prefix``.

    :raises HTTPException: if it is missing or too long.
    """
    prefix = params.one("prefix")
    if prefix is None or len(prefix) > _LONGEST:
        raise HTTPException(400, f"'prefix' is a text of at most {_LONGEST} characters")
    start = params.number("cursor", 0, 1000)
    wish = {
        "name": prefix, "types": [], "values": [], "limit": start + 20, "is_prefix": True
    }  # fmt: skip
    (answer,) = await backend.names("match", wishes=[wish], language=language)
    found: list[dict[str, Any]] = answer["found"][start:]
    return found


async def suggest_type(request: Request) -> Response:
    """Answer with the classes whose names begin with what is being typed."""
    backend: Backend = request.app.state.backend
    types = await backend.remember(("types",), lambda: backend.names("types"))
    return _suggest_terms(request, types)


async def suggest_property(request: Request) -> Response:
    """Answer with the properties whose names begin with what is being typed."""
    return _suggest_terms(request, list(PROPERTIES))


def _suggest_terms(request: Request, terms: list[str]) -> Response:
    params = read_url_params(request)
    language, prefix = _language(params), (params.one("prefix") or "").casefold()
    found = [
        _type(term, language)
        for term in terms
        if any(prefix in text.casefold() for text in (term, say_term(term, language)))
    ]
    return JSONResponse({"result": found[params.number("cursor", 0, 1000) :]})


async def view_entity(request: Request) -> Response:
    """Send the browser on to the page of the thing with an id."""
    backend: Backend = request.app.state.backend
    iri = _read_id(request)
    target = local_href(iri, backend.base_iri)
    if not target.startswith("/"):
        raise HTTPException(404, "the graph knows no thing with this id")
    return Response(status_code=303, headers={"Location": target})


async def preview_entity(request: Request) -> Response:
    """Answer with a small page on the thing with an id, to be shown in a frame."""
    backend: Backend = request.app.state.backend
    language = page_language(request)
    try:
        page = await read_page(backend, _read_id(request), language)
    except ValueError as error:
        raise HTTPException(400, f"'id' is none: {error}") from error
    if page is None:
        raise HTTPException(404, "the graph knows no thing with this id")
    return render("preview.html", language, frames="*", page=page)


def _read_id(request: Request) -> str:
    given = read_url_params(request).one("id")
    if not given:
        raise HTTPException(400, "give the 'id' of a thing")
    return iri_of(given, request.app.state.backend.base_iri)
