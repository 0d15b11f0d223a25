"""The viewer: its page, and the parts of the graph that the page asks for later."""

from __future__ import annotations

from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from graphkit.serve.backend import Backend
from graphkit.serve.entities import write_iri
from graphkit.serve.pages import page_language
from graphkit.serve.params import Params, read_url_params

# The page carries a policy of its own, with the hashes of its scripts.
_POLICY: Final = "base-uri 'none'; form-action 'none'; object-src 'none'"
_MOST_IRIS: Final = 20
_MOST_NAMES: Final = 12


async def show_view(request: Request) -> Response:
    """Answer with the page: a small graph whole, else an overview or what is around one thing."""
    backend: Backend = request.app.state.backend
    params, language = read_url_params(request), page_language(request)
    focus, hops = _read_iri(params, "focus", params.one("focus")), _read_hops(params, 2)
    page = await backend.remember(
        ("view", focus, hops, language),
        lambda: backend.draw("view", focus=focus, hops=hops, language=language),
    )
    headers = {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": _POLICY,
        "Vary": "Accept-Language",
    }
    return Response(page, headers=headers)


async def send_part(request: Request) -> Response:
    """Answer with what is around some things, as data for the page."""
    backend: Backend = request.app.state.backend
    params = read_url_params(request)
    iris = [_read_iri(params, "iri", text) for text in params.all("iri")]
    if not iris or len(iris) > _MOST_IRIS:
        raise HTTPException(400, f"give 'iri' once or up to {_MOST_IRIS} times")
    hops = _read_hops(params, 1)
    return _send(await backend.draw("part", iris=iris, hops=hops))


async def send_way(request: Request) -> Response:
    """Answer with what is on a shortest way between two things; with nothing where none is."""
    backend: Backend = request.app.state.backend
    params = read_url_params(request)
    start, end = (_read_iri(params, name, params.one(name)) for name in ("from", "to"))
    if not start or not end:
        raise HTTPException(400, "give 'from' and 'to', the IRIs of two things")
    return _send(await backend.draw("way", start=start, end=end))


async def find_names(request: Request) -> Response:
    """Answer with the things whose names begin with, or are like, what has been typed."""
    backend: Backend = request.app.state.backend
    text = (read_url_params(request).one("q") or "")[:200].strip()
    if not text:
        return JSONResponse([])
    wish: dict[str, Any] = {
        "name": text, "types": [], "values": [], "limit": _MOST_NAMES, "is_prefix": True
    }  # fmt: skip
    (answer,) = await backend.names("match", wishes=[wish], language=page_language(request))
    found = [
        {"iri": one["iri"], "name": one["name"], "types": one["types"]} for one in answer["found"]
    ]
    return JSONResponse(found)


def _read_iri(params: Params, name: str, text: str | None) -> str | None:
    try:
        return write_iri(text)[1:-1] if text else None
    except ValueError as error:
        raise HTTPException(400, f"'{name}' is not an IRI: {error}") from error


def _read_hops(params: Params, default: int) -> int:
    return params.number("hops", default, 3) or 1


def _send(data: str) -> Response:
    return Response(data, media_type="application/json")
