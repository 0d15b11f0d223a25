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
from graphkit.serve.parts import Part, cut_around, cut_overview, cut_way
from graphkit.serve.worker import Kinds, Reply, Task, serve


class Tasks:
    """The kinds of task, with the index of names that they share."""

    def __init__(self, view: str | None, part: str | None) -> None:
        self._view, self._part = view, part
        self._store: ox.Store | None = None
        self._index: Index | None = None

    def kinds(self) -> Kinds:
        """Return the kinds of task by their names."""
        return {
            "match": self.match, "types": self.types, "bind": bind,
            "view": self.view, "part": self.part, "way": self.way,
        }  # fmt: skip

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
        """Draw the page of a graph, or of what is around one thing of it."""
        focus = task["focus"]
        part = cut_overview(store) if focus is None else cut_around(store, [focus], task["hops"])
        options = {"language": task["language"], "focus": focus, "hops": task["hops"]}
        return self._draw(self._view, part, base=task["base"], **options)

    def part(self, store: ox.Store, task: Task) -> Reply:
        """Give a page what is around some things."""
        return self._draw(
            self._part, cut_around(store, task["iris"], task["hops"]), base=task["base"]
        )

    def way(self, store: ox.Store, task: Task) -> Reply:
        """Give a page what is on the shortest way between two things."""
        part = cut_way(store, task["start"], task["end"]) or Part(ox.Store(), {})
        return self._draw(self._part, part, base=task["base"])

    def _draw(self, draw: str | None, part: Part | None, **options: Any) -> Reply:
        if draw is None:
            return {"ok": False, "error": "missing", "message": "this server has no viewer"}, b""
        if part is None:
            return {"ok": False, "error": "missing", "message": "no such thing"}, b""
        if not part.is_whole:
            options["totals"] = part.totals
        try:
            return _reply(resolve_name(draw)(Graph(part.store), **options))
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
    return serve(lambda first: Tasks(first["view"], first["part"]).kinds())


if __name__ == "__main__":
    sys.exit(main())
