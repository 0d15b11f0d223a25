"""Knowledge graphs from press releases in Kazakh, Russian and English.

>>> import graphkit
>>> graph = graphkit.build("seeds")  # doctest: +SKIP
>>> graph.query("SELECT ?name { ?person a gk:Official ; skos:prefLabel ?name }")  # doctest: +SKIP

Names are loaded when they are first used: ``import graphkit`` itself takes no time.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphkit.api import KnowledgeGraph, build, open
    from graphkit.errors import GraphkitError

__all__ = ["GraphkitError", "KnowledgeGraph", "build", "open"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'graphkit' has no attribute '{name}'")
    home = "errors" if name == "GraphkitError" else "api"
    return getattr(import_module(f"graphkit.{home}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
