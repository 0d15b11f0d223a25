"""One read-only process that draws and reconciles; see worker.py for how it is spoken to.

``python -m graphkit.serve.tasks``: it takes longer to start and more memory than the
processes that answer SPARQL, so it is another kind.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pkgutil import resolve_name
from typing import Any

import pyoxigraph as ox

from graphkit.errors import GraphkitError
from graphkit.graph import Graph
from graphkit.serve.candidates import Candidate, Index, Wish, is_match
from graphkit.serve.neighbourhood import cut_neighbourhood
from graphkit.serve.worker import Kinds, Reply, Task, serve


class Tasks:
    """The kinds of task, with the index of names that they share."""

    def __init__(self, view: str | None) -> None:
        self._view = view
        self._store: ox.Store | None = None
        self._index: Index | None = None

    def kinds(self) -> Kinds:
        """Return the kinds of task by their names."""
        return {"match": self.match, "types": self.types, "view": self.view, "bind": bind}

    def _get_index(self, store: ox.Store) -> Index:
        if self._index is None or self._store is not store:
            self._store, self._index = store, Index(store)
        return self._index

    def match(self, store: ox.Store, task: Task) -> Reply:
        """Find the candidates of each of several wishes."""
        index = self._get_index(store)
        answers = []
        for wish in task["wishes"]:
            found = index.search(_read_wish(wish), task["language"])
            answers.append({"match": is_match(found), "found": list(map(_write, found))})
        return _reply(answers)

    def types(self, store: ox.Store, task: Task) -> Reply:
        """Return the classes of all that has a name."""
        return _reply(self._get_index(store).types)

    def view(self, store: ox.Store, task: Task) -> Reply:
        """Draw a graph, or what is around one thing of it, as a page."""
        if self._view is None:
            return {"ok": False, "error": "missing", "message": "this server has no viewer"}, b""
        focus = task["focus"]
        options: dict[str, Any] = {"language": task["language"]}
        if focus is not None:
            node = ox.NamedNode(focus)
            store = cut_neighbourhood(store, node, task["hops"])
            if not len(store):
                return {"ok": False, "error": "missing", "message": "no such thing"}, b""
            options |= {"focus": focus, "hops": task["hops"]}
        try:
            return _reply(resolve_name(self._view)(Graph(store), **options))
        except GraphkitError as error:
            return {"ok": False, "error": "wrong", "message": str(error)}, b""


def bind(store: ox.Store, task: Task) -> Reply:
    """Return the text of a named query with its parameters bound as terms."""
    try:
        return _reply(Graph(store).bind(task["name"], task["values"]))
    except GraphkitError as error:
        return {"ok": False, "error": "wrong", "message": str(error)}, b""


def _read_wish(wish: dict[str, Any]) -> Wish:
    return Wish(
        wish["name"],
        tuple(wish["types"]),
        tuple((pid, tuple(values)) for pid, values in wish["values"]),
        wish["limit"],
        wish["is_prefix"],
    )


def _write(candidate: Candidate) -> dict[str, Any]:
    return asdict(candidate)


def _reply(value: Any) -> Reply:
    return {"ok": True}, json.dumps(value).encode()


def main() -> int:
    """Answer tasks until stdin ends."""
    return serve(lambda first: Tasks(first["view"]).kinds())


if __name__ == "__main__":
    sys.exit(main())
