"""The pages that people read: search, query, things."""

from __future__ import annotations

from dataclasses import asdict
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from graphkit.errors import QueryError
from graphkit.graph.named import NamedQuery, list_named, load_named
from graphkit.serve.backend import Backend
from graphkit.serve.describe import respond_rdf
from graphkit.serve.entities import read_page, read_triples
from graphkit.serve.hrefs import escape, iris_of_path, local_href
from graphkit.serve.negotiate import PAGES, choose_format
from graphkit.serve.params import read_url_params
from graphkit.serve.words import LANGUAGES, choose_language, say, say_term

_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors {frames}"
)
_STATIC: Final = {"style.css": "text/css", "query.js": "text/javascript"}


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("graphkit.serve"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, language: str, *, frames: str = "'none'", **values: Any) -> Response:
    """Return a page from a template, under a policy that lets nothing in from elsewhere."""
    text = (
        _environment()
        .get_template(template)
        .render(
            language=language,
            languages=LANGUAGES,
            say=lambda key: say(key, language),
            say_term=lambda term: say_term(term, language),
            quote=lambda text: quote(text, safe=""),
            go=lambda href: _keep_language(href, language),
            **values,
        )
    )
    headers = {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": _POLICY.format(frames=frames),
        "Vary": "Accept, Accept-Language",
    }
    return Response(text, headers=headers)


def _keep_language(href: str, language: str) -> str:
    """Return a link within this server that leads to a page in the same language."""
    if not href.startswith("/"):
        return href
    path, mark, fragment = href.partition("#")
    return f"{path}{'&' if '?' in path else '?'}lang={language}{mark}{fragment}"


def page_language(request: Request) -> str:
    """Return the language that a page is wanted in."""
    asked = read_url_params(request).one("lang")
    return choose_language(asked, request.headers.get("accept-language"))


async def show_home(request: Request) -> Response:
    """Answer with the search, and what it finds."""
    backend: Backend = request.app.state.backend
    params, language = read_url_params(request), page_language(request)
    text = (params.one("q") or "")[:200].strip()
    found: list[dict[str, Any]] = []
    if text:
        wish = {"name": text, "types": [], "values": [], "limit": 50, "is_prefix": True}
        (answer,) = await backend.names("match", wishes=[wish], language=language)
        found = answer["found"]
    for one in found:
        one["href"] = local_href(one["iri"], backend.base_iri)
    return render("home.html", language, text=text, found=found)


async def show_query(request: Request) -> Response:
    """Answer with the page that SPARQL is written on."""
    backend: Backend = request.app.state.backend
    config = {"base": backend.base_iri, "timeout": backend.settings.timeout}
    return render("query.html", page_language(request), queries=list_named(), config=config)


async def send_static(request: Request) -> Response:
    """Answer with a file that the pages use; there are only these two."""
    name = request.path_params["name"]
    if name not in _STATIC:
        raise HTTPException(404, f"there is no such file; there are: {', '.join(_STATIC)}")
    data = files("graphkit.serve").joinpath("static", name).read_bytes()
    headers = {"Content-Type": f"{_STATIC[name]}; charset=utf-8", "Cache-Control": "max-age=3600"}
    return Response(data, headers=headers)


async def show_resource(request: Request) -> Response:
    """Answer with the page or the triples of the thing whose IRI is a parameter."""
    iri = read_url_params(request).one("iri")
    if not iri:
        raise HTTPException(400, "give the 'iri' of a thing")
    return await _show_first(request, [iri])


async def show_entity(request: Request) -> Response:
    """Answer with the page or the triples of the thing whose IRI has this path."""
    backend: Backend = request.app.state.backend
    raw: bytes = request.scope.get("raw_path") or escape(request.url.path).encode()
    path = raw.decode("ascii", errors="replace").partition("?")[0]
    iris = list(iris_of_path(path, backend.base_iri))
    if not iris:
        raise HTTPException(404, "there is nothing here; see /openapi.json for what there is")
    return await _show_first(request, iris)


async def _show_first(request: Request, iris: list[str]) -> Response:
    asked = read_url_params(request).all("format")
    format = choose_format(request.headers.get("accept"), PAGES, asked)
    if format is None:
        known = ", ".join(f.asked_by[0] for f in PAGES.values())
        raise HTTPException(406, f"none of the accepted formats is known; they are: {known}")
    for iri in iris:
        try:
            response = await _show_one(request, iri, is_html=format == "html")
        except ValueError as error:
            raise HTTPException(400, f"not an IRI: {error}") from error
        if response is not None:
            return response
    raise HTTPException(404, "the graph knows no thing of this IRI")


async def _show_one(request: Request, iri: str, *, is_html: bool) -> Response | None:
    backend: Backend = request.app.state.backend
    if is_html:
        language = page_language(request)
        page = await read_page(backend, iri, language)
        if page is None:
            return None
        has_view = backend.settings.view is not None
        response = render("entity.html", language, page=page, has_view=has_view)
    else:
        triples = await read_triples(backend, iri)
        if not triples:
            return None
        response = respond_rdf(request, triples)
    # In ASCII: a header with the letters of a name would break the answer.
    response.headers["Link"] = f'<{escape(iri, "?#")}>; rel="canonical"'
    return response


async def list_queries(request: Request) -> Response:
    """Answer with the named queries as JSON."""
    return JSONResponse([_describe(query) for query in list_named()])


def _describe(query: NamedQuery) -> dict[str, Any]:
    parameters = [asdict(parameter) for parameter in query.parameters]
    return {"name": query.name, "summary": query.summary, "parameters": parameters}


async def send_query(request: Request) -> Response:
    """Answer with the text of a named query, its parameters bound as terms."""
    backend: Backend = request.app.state.backend
    params = read_url_params(request)
    names = {key: value for key, _ in params.pairs if (value := params.one(key))}
    try:
        query = load_named(request.path_params["name"])
    except QueryError as error:
        raise HTTPException(404, str(error)) from error
    text = await backend.names("bind", name=query.name, values=names)
    return Response(text, headers={"Content-Type": "application/sparql-query; charset=utf-8"})
