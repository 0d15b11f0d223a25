"""Graph -> HTTP: SPARQL, pages, linked data and reconciliation, all of it read-only."""

from graphkit.serve.app import make_app, make_server, run_server
from graphkit.serve.client import Asked, Found, ReconcileClient
from graphkit.serve.settings import Settings

__all__ = [
    "Asked",
    "Found",
    "ReconcileClient",
    "Settings",
    "make_app",
    "make_server",
    "run_server",
]
