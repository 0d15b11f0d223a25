"""Settings -> the processes behind a server, with their errors as HTTP errors."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Final, TypeVar

from starlette.exceptions import HTTPException

from graphkit.errors import StoreError
from graphkit.graph import Graph
from graphkit.graph.mistakes import explain_error
from graphkit.serve.pool import (
    BusyError,
    DiedError,
    Gone,
    GoneError,
    Pool,
    PoolError,
    Reply,
    TimeoverError,
)
from graphkit.serve.settings import Settings

_WORKER: Final = Path(__file__).with_name("worker.py")
_TASKS: Final = "graphkit.serve.tasks"
_VIEWS: Final = 2  # processes that draw
_INDEXING: Final = 300.0  # seconds: the names of ten million triples are read in less
_MOST_KEPT: Final = 64  # pages and counts kept in memory
_RETRY: Final = {"Retry-After": "5"}

T = TypeVar("T")
Row = dict[str, dict[str, str]]


def _name(function: Callable[..., str] | None) -> str | None:
    """Return by what name another process finds a function."""
    return f"{function.__module__}:{function.__qualname__}" if function else None


class Backend:
    """Asks the worker processes, and turns what goes wrong into an answer with a message."""

    def __init__(self, settings: Settings) -> None:
        with Graph.open(settings.folder) as graph:
            if graph.folder is None:
                raise StoreError(f"{settings.folder}: serve needs the folder of a build")
            self.base_iri, self.prefixes = graph.base_iri, graph.prefixes
            self._store = graph.folder.resolve()
            store = str(self._store)
        self.settings = settings
        self._version = ""
        self._warming: asyncio.Task[None] | None = None
        self._kept: dict[tuple[Any, ...], Any] = {}
        self._locks: dict[tuple[Any, ...], asyncio.Lock] = {}
        first: dict[str, Any] = {"store": store, "memory": settings.memory}
        # -P: the folder of the worker must not come before the standard library.
        self._pool = Pool(
            [sys.executable, "-P", str(_WORKER)], first, size=settings.workers, slow=settings.slow
        )
        command = [sys.executable, "-P", "-m", _TASKS]
        # numpy and the layout take memory that a query does not.
        first = {
            "store": store,
            "memory": 2 * settings.memory,
            "view": _name(settings.view),
            "part": _name(settings.part),
        }
        # Both are slow to start, so a process is kept even if a task took long. There is
        # one for names, since each has an index of them all, which takes a while to make.
        self._names = Pool(command, first, size=1, slow=1, patience=_INDEXING)
        self._views = Pool(command, first, size=_VIEWS, slow=_VIEWS, patience=settings.timeout)

    async def query(self, task: dict[str, Any], *, seconds: float, gone: Gone) -> Reply:
        """Answer a SPARQL query of a user.

        :raises HTTPException: if it is wrong, or the limits are passed.
        """
        task = {
            "kind": "query", "prefixes": self.prefixes, "limit": self.settings.max_result, **task
        }  # fmt: skip
        return await self._ask(self._pool, task, seconds, gone)

    async def select(self, *queries: str) -> list[list[Row]]:
        """Answer several SELECT queries of ours, over one state of the store.

        :raises HTTPException: if the limits are passed.
        """
        task = {
            "kind": "many",
            "queries": queries,
            "prefixes": self.prefixes,
            "limit": self.settings.max_result,
        }
        reply = await self._ask(self._pool, task, self.settings.timeout, None)
        return [answer["results"]["bindings"] for answer in json.loads(reply.body)]

    async def construct(self, query: str) -> bytes:
        """Answer a CONSTRUCT query of ours as N-Triples.

        :raises HTTPException: if the limits are passed.
        """
        task = {
            "kind": "query",
            "query": query,
            "prefixes": self.prefixes,
            "limit": self.settings.max_result,
            "rows_format": None,
            "graph_format": "ntriples",
        }
        return (await self._ask(self._pool, task, self.settings.timeout, None)).body

    async def remember(self, key: tuple[Any, ...], make: Callable[[], Awaitable[T]]) -> T:
        """Return what ``make`` gives, made once for each state of the store.

        :raises HTTPException: as ``make``.
        """
        task = {"kind": "many", "queries": [], "prefixes": {}, "limit": 0}
        reply = await self._ask(self._pool, task, self.settings.timeout, None)
        version = reply.head["version"]
        if version != self._version:
            self._version, self._kept = version, {}
        known = self._kept  # a newer state of the store gets a new one
        lock = self._locks.setdefault(key, asyncio.Lock())
        async with lock:  # many who ask at once wait for one answer
            if key not in known:
                made = await make()
                while len(known) >= _MOST_KEPT:
                    known.pop(next(iter(known)))
                known[key] = made
            kept: T = known[key]
        if not lock.locked():
            self._locks.pop(key, None)
        return kept

    async def names(self, kind: str, **task: Any) -> Any:
        """Have names looked up; return what the process gives as JSON.

        :raises HTTPException: if it is wrong, or the limits are passed.
        """
        reply = await self._ask(self._names, {"kind": kind, **task}, _INDEXING, None)
        return json.loads(reply.body)

    async def draw(self, kind: str, **task: Any) -> str:
        """Have a page, or a part of one, drawn and return it.

        :raises HTTPException: if it is wrong, or the limits are passed.
        """
        task = {"kind": kind, "base": self.base_iri, **task}
        reply = await self._ask(self._views, task, self.settings.timeout, None)
        drawn: str = json.loads(reply.body)
        return drawn

    async def _ask(
        self, pool: Pool, task: dict[str, Any], seconds: float, gone: Gone | None
    ) -> Reply:
        try:
            reply = await pool.ask(task, seconds=seconds, gone=gone)
        except TimeoverError as error:
            raise HTTPException(
                504, f"the query was stopped after {seconds:g} s; ask for less, or add LIMIT"
            ) from error
        except BusyError as error:
            raise HTTPException(
                503, "the server is busy with other slow queries; try again later", _RETRY
            ) from error
        except DiedError as error:
            raise HTTPException(
                507, "the query needs more memory, or is nested more deeply, than is allowed"
            ) from error
        except GoneError as error:
            raise HTTPException(499, "the client has gone") from error
        if not reply.head["ok"]:
            raise self._explain(reply.head, task)
        return reply

    def _explain(self, head: dict[str, Any], task: dict[str, Any]) -> HTTPException:
        if head["error"] == "syntax":
            text = task.get("query", "")
            return HTTPException(400, str(explain_error(text, head["message"], self.prefixes)))
        if head["error"] == "format":
            kind = "triples" if head["graph"] else "rows"
            return HTTPException(406, f"the query gives {kind}, for which no format is accepted")
        if head["error"] == "large":
            most = self.settings.max_result
            return HTTPException(507, f"the result is larger than {most:,} bytes; add LIMIT")
        if head["error"] == "wrong":
            return HTTPException(400, head["message"])
        if head["error"] == "missing":
            return HTTPException(404, head["message"])
        return HTTPException(500, f"the query failed: {head.get('message', head['error'])}")

    async def warm(self) -> None:
        """Start a process of each kind, and have the names read."""
        await self._pool.warm()
        self._warming = asyncio.create_task(self._read_names())

    async def _read_names(self) -> None:
        with contextlib.suppress(HTTPException, PoolError):  # whoever asks next is told
            await self._views.warm()
            await self.names("types")

    async def close(self) -> None:
        """End all processes."""
        if self._warming is not None:
            self._warming.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._warming
        for pool in (self._pool, self._views, self._names):
            await pool.close()
