"""The document and the application name the same routes."""

from __future__ import annotations

from pathlib import Path

from starlette.routing import Route

from graphkit.serve import Settings, make_app
from graphkit.serve.openapi import ROUTES


def test_the_document_names_the_routes_of_the_application(folder: Path) -> None:
    app = make_app(Settings(folder))
    paths = {route.path for route in app.routes if isinstance(route, Route)}
    assert paths - {"/sparql", "/{path:path}"} == set(ROUTES)
