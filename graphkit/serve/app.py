"""Settings -> the ASGI application: routes, errors, headers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Final

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graphkit.serve import pages, reconcile, viewer
from graphkit.serve.backend import Backend
from graphkit.serve.describe import describe_dataset
from graphkit.serve.negotiate import PAGES, choose_format
from graphkit.serve.openapi import send_openapi
from graphkit.serve.protocol import answer_sparql
from graphkit.serve.settings import Settings

Answer = Callable[[Request], Awaitable[Response]]
_GET: Final[dict[str, Answer]] = {
    "/": pages.show_home,
    "/query": pages.show_query,
    "/queries": pages.list_queries,
    "/queries/{name}": pages.send_query,
    "/resource": pages.show_resource,
    "/view": viewer.show_view,
    "/view/part": viewer.send_part,
    "/view/way": viewer.send_way,
    "/view/names": viewer.find_names,
    "/static/{name}": pages.send_static,
    "/void": describe_dataset,
    "/.well-known/void": describe_dataset,
    "/openapi.json": send_openapi,
    "/reconcile/suggest/entity": reconcile.suggest_entity,
    "/reconcile/suggest/type": reconcile.suggest_type,
    "/reconcile/suggest/property": reconcile.suggest_property,
    "/reconcile/preview": reconcile.preview_entity,
    "/reconcile/view": reconcile.view_entity,
}
_GET_AND_POST: Final[dict[str, Answer]] = {
    "/sparql": answer_sparql,
    "/reconcile": reconcile.answer_reconcile,
}
_HEADERS: Final = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"content-security-policy": b"default-src 'none'; frame-ancestors 'none'",
}
# More requests at once than this are refused, so that they cannot fill the memory.
_MOST_REQUESTS: Final = 1000
_KEEP_ALIVE: Final = 5


class SafeHeaders:
    """Adds to each answer the headers that keep browsers careful, where it has none."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                held = list(message.get("headers", ()))
                names = {name.lower() for name, _ in held}
                held += [(name, text) for name, text in _HEADERS.items() if name not in names]
                message = {**message, "headers": held}
            await send(message)

        await self._app(scope, receive, send_with_headers)


async def explain(request: Request, error: Exception) -> Response:
    """Return what is wrong: a page for people, a text for programs."""
    status, message, headers = 500, "the server has failed", None
    if isinstance(error, HTTPException):
        status, message, headers = error.status_code, error.detail, error.headers
    accept = request.headers.get("accept", "*/*")
    if "text/html" in accept and choose_format(accept, PAGES) == "html":
        page = pages.render("error.html", _language(request), status=status, message=message)
        page.status_code = status
        page.headers.update(headers or {})
        return page
    return PlainTextResponse(message + "\n", status, headers=headers)


def _language(request: Request) -> str:
    try:
        return pages.page_language(request)
    except HTTPException:  # the URL itself may be what is wrong
        return "en"


def make_app(settings: Settings) -> Starlette:
    """Return the application that serves a graph.

    :raises StoreError: if there is no graph in the folder.
    """
    backend = Backend(settings)

    @asynccontextmanager
    async def run(app: Starlette) -> AsyncIterator[None]:
        await backend.warm()
        try:
            yield
        finally:
            await backend.close()

    routes = [Route(path, answer, methods=["GET"]) for path, answer in _GET.items()]
    routes += [Route(p, answer, methods=["GET", "POST"]) for p, answer in _GET_AND_POST.items()]
    routes.append(Route("/{path:path}", pages.show_entity, methods=["GET"]))
    middleware = [
        Middleware(SafeHeaders),
        # Any page may ask, and none may do so in somebody's name: no credentials.
        Middleware(
            CORSMiddleware,
            allow_origins=["*"],
            allow_methods=["GET", "POST"],
            allow_headers=["Accept", "Content-Type"],
            expose_headers=["Link", "X-Graph-Version"],
        ),
    ]
    app = Starlette(
        routes=routes,
        middleware=middleware,
        exception_handlers={HTTPException: explain, 500: explain},
        lifespan=run,
    )
    app.state.backend = backend
    return app


def make_server(settings: Settings, *, log_level: str = "warning") -> uvicorn.Server:
    """Return a server that is ready to ``run()``.

    :raises StoreError: if there is no graph in the folder.
    """
    config = uvicorn.Config(
        make_app(settings),
        host=settings.host,
        port=settings.port,
        log_level=log_level,
        limit_concurrency=_MOST_REQUESTS,
        timeout_keep_alive=_KEEP_ALIVE,
        timeout_graceful_shutdown=_KEEP_ALIVE,
        server_header=False,
        access_log=False,
        lifespan="on",
    )
    return uvicorn.Server(config)


def run_server(settings: Settings) -> None:
    """Serve a graph until the process is told to stop.

    :raises StoreError: if there is no graph in the folder.
    """
    asyncio.run(make_server(settings, log_level="info").serve())
